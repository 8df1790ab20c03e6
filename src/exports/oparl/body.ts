/**
 * What OParl knows of one municipality: its papers with consultations and files, its organizations and meetings.
 *
 * Reads: the public database. Left out are steps that are doubted, and files that stand at no address. The time of a
 * meeting is not printed in papers, so there is no `start`; the day stands in `vorlagen:datum`. What a paper holds is as
 * old as its reading; what several papers say together, as the snapshot. Addresses end in `.json`, so that any server of
 * files can answer them with one.
 * Source: OParl 1.1, https://schema.oparl.org/1.1/.
 */
import type Database from 'better-sqlite3'
import type { OparlObject } from './lists.ts'
import { type BodyRow, OF_BODY, organizationSlugs, paperSlugs, READ } from './names.ts'

/** Where the objects of a municipality stand, and of when they are. */
export interface Place {
  readonly base: string
  /** Moment of the snapshot. */
  readonly stand: string | null
}

interface PaperRow {
  readonly id: number
  readonly nummer: string | null
  readonly betreff: string | null
  readonly art_wortlaut: string | null
  readonly datum: string | null
  readonly federfuehrend: string | null
  readonly zweifel: string | null
  readonly bytes: number
  readonly medientyp: string
  readonly sha256: string
  readonly pfad: string
  readonly gelesen: string
}

interface StepRow {
  readonly vorlage_id: number
  readonly nr: number
  readonly datum: string | null
  readonly gremium: string
  readonly oeffentlichkeit: string | null
  readonly zustaendigkeit: string | null
  readonly rolle: string | null
  readonly top: string | null
  readonly sitzung: string | null
  readonly ergebnis: string | null
}

const TYPE = 'https://schema.oparl.org/1.1/'
const CLASSES: Readonly<Record<string, readonly [type: string, classification: string]>> = {
  rat: ['Gremium', 'Parlament'],
  ausschuss: ['Gremium', 'Ausschuss'],
  beirat: ['Gremium', 'Beirat'],
  ortsteil: ['Gremium', 'Ortsteilvertretung'],
}

/** What can be asked of one municipality; every list can be walked once at a time. */
export function bodyObjects(
  db: Database.Database,
  { base, stand }: Place,
  body: BodyRow,
  arts: ReadonlyMap<string, string>,
) {
  const at = `${base}/body/${body.slug}`
  const who = { kommune: body.kommune, ags: body.ags }
  const papers = paperSlugs(db, who)
  const organizations = organizationSlugs(db, who, arts)
  const organization = (name: string): string => `${at}/organization/${organizations.get(name)?.slug}.json`
  const meeting = ({ gremium, datum }: StepRow): string =>
    `${at}/meeting/${organizations.get(gremium)?.slug}/${datum}.json`
  const step = (row: StepRow): string => `${papers.get(row.vorlage_id)?.slug}-${row.nr}.json`
  const agendaItem = (row: StepRow): string => `${at}/agendaitem/${step(row)}`
  const steps = db.prepare<[number], StepRow>(
    'SELECT * FROM "beratung" WHERE "vorlage_id" = ? AND "zweifel" IS NULL ORDER BY "nr"',
  )
  const references = db
    .prepare<[number], string>('SELECT "nummer" FROM "verweis" WHERE "vorlage_id" = ? ORDER BY "nr"')
    .pluck()
  const read = new Map([...papers].map(([id, { gelesen }]) => [id, gelesen]))
  const byNumber = new Map<string, number>()
  for (const [id, { nummer }] of papers) if (nummer && !byNumber.has(nummer)) byNumber.set(nummer, id)

  const paperOf = (id: number): string => `${at}/paper/${papers.get(id)?.slug}.json`
  const consultationOf = (row: StepRow, alone: boolean): OparlObject => ({
    id: `${at}/consultation/${step(row)}`,
    type: `${TYPE}Consultation`,
    ...(alone ? { ...ages(read.get(row.vorlage_id)), paper: paperOf(row.vorlage_id) } : {}),
    organization: [organization(row.gremium)],
    ...(row.datum ? { meeting: meeting(row) } : {}),
    ...(isItem(row) ? { agendaItem: agendaItem(row) } : {}),
    ...(row.rolle ? { authoritative: row.rolle === 'entscheidung' } : {}),
    ...(row.zustaendigkeit ? { role: row.zustaendigkeit } : {}),
  })
  const fileOf = (row: PaperRow, alone: boolean): OparlObject | null =>
    isAddress(row.pfad)
      ? {
          id: `${at}/file/${papers.get(row.id)?.slug}.json`,
          type: `${TYPE}File`,
          mimeType: row.medientyp,
          size: row.bytes,
          accessUrl: row.pfad,
          'vorlagen:sha256': row.sha256,
          ...(alone ? { ...ages(row.gelesen), paper: [paperOf(row.id)] } : {}),
        }
      : null
  const related = (id: number): string[] => [
    ...new Set(
      references
        .all(id)
        .map((number) => byNumber.get(number))
        .filter((other) => other !== undefined && other !== id)
        .map((other) => paperOf(other ?? 0)),
    ),
  ]
  const rows = (): IterableIterator<PaperRow> =>
    db
      .prepare<[typeof who], PaperRow>(
        `SELECT v."id", v."nummer", v."betreff", v."art_wortlaut", v."datum", v."federfuehrend", v."zweifel", v."bytes",
          v."medientyp", v."sha256", q."pfad", ${READ} AS gelesen ${OF_BODY} ORDER BY v."id"`,
      )
      .iterate(who)

  return {
    *paper(): Generator<OparlObject> {
      for (const row of rows()) {
        const file = fileOf(row, false)
        const others = related(row.id)
        yield {
          id: paperOf(row.id),
          type: `${TYPE}Paper`,
          ...ages(row.gelesen),
          body: `${at}.json`,
          ...clean({ name: row.betreff, reference: row.nummer, date: row.datum, paperType: row.art_wortlaut }),
          ...(others.length ? { relatedPaper: others } : {}),
          ...(row.federfuehrend && organizations.has(row.federfuehrend)
            ? { underDirectionOf: [organization(row.federfuehrend)] }
            : {}),
          ...(file ? { mainFile: file } : {}),
          consultation: steps.all(row.id).map((one) => consultationOf(one, false)),
          ...(row.zweifel ? { 'vorlagen:zweifel': JSON.parse(row.zweifel) } : {}),
        }
      }
    },
    *consultation(): Generator<OparlObject> {
      for (const [id] of papers) for (const row of steps.all(id)) yield consultationOf(row, true)
    },
    *file(): Generator<OparlObject> {
      for (const row of rows()) {
        const file = fileOf(row, true)
        if (file) yield file
      }
    },
    *organization(): Generator<OparlObject> {
      for (const [name, { art }] of organizations) {
        const [organizationType, classification] = CLASSES[art] ?? []
        yield {
          id: organization(name),
          type: `${TYPE}Organization`,
          ...ages(stand),
          body: `${at}.json`,
          ...clean({
            name,
            organizationType: art === 'federfuehrend' ? 'Verwaltungsbereich' : organizationType,
            classification,
          }),
        }
      }
    },
    *meeting(): Generator<OparlObject> {
      for (const group of meetingsOf(db, who)) {
        const [first] = group
        if (!first) continue
        const names = new Set(group.map(({ sitzung }) => sitzung).filter(Boolean))
        yield {
          id: meeting(first),
          type: `${TYPE}Meeting`,
          ...ages(stand),
          ...(names.size === 1 ? { name: [...names][0] } : {}),
          organization: [organization(first.gremium)],
          agendaItem: group.filter(isItem).map((row, order) => itemOf(row, order, false)),
          'vorlagen:datum': first.datum,
        }
      }
    },
    *agendaItem(): Generator<OparlObject> {
      for (const group of meetingsOf(db, who))
        for (const [order, row] of group.filter(isItem).entries()) yield itemOf(row, order, true)
    },
  }

  function itemOf(row: StepRow, order: number, alone: boolean): OparlObject {
    return {
      id: agendaItem(row),
      type: `${TYPE}AgendaItem`,
      ...(alone ? { ...ages(read.get(row.vorlage_id)), meeting: meeting(row) } : {}),
      order,
      ...clean({ number: row.top, result: row.ergebnis }),
      ...(row.oeffentlichkeit === 'oeffentlich' ? { public: true } : {}),
      consultation: `${at}/consultation/${step(row)}`,
    }
  }
}

/** An item of an agenda is told where its number or its result is printed. */
function isItem({ datum, top, ergebnis }: StepRow): boolean {
  return datum !== null && (top !== null || ergebnis !== null)
}

/** The steps of each meeting: one body on one day. */
function* meetingsOf(db: Database.Database, who: Pick<BodyRow, 'kommune' | 'ags'>): Generator<StepRow[]> {
  let group: StepRow[] = []
  const rows = db
    .prepare<[typeof who], StepRow>(
      `SELECT b.* FROM (SELECT v."id" ${OF_BODY}) p CROSS JOIN "beratung" b ON b."vorlage_id" = p."id"
        WHERE b."datum" IS NOT NULL AND b."zweifel" IS NULL
        ORDER BY b."gremium", b."datum", CAST(b."top" AS INTEGER), b."top", b."vorlage_id", b."nr"`,
    )
    .iterate(who)
  for (const row of rows) {
    if (group[0] && (group[0].gremium !== row.gremium || group[0].datum !== row.datum)) {
      yield group
      group = []
    }
    group.push(row)
  }
  if (group.length) yield group
}

function isAddress(path: string): boolean {
  return /^https?:\/\/\S+$/.test(path) && !path.includes('█')
}

/** Both are demanded of every object that can be asked for by itself. */
export function ages(moment: string | null | undefined): OparlObject {
  return moment ? { created: moment, modified: moment } : {}
}

function clean(fields: Readonly<Record<string, string | null | undefined>>): OparlObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}
