/**
 * What two readings of the same papers say differently, field by field: the old database beside the new one.
 *
 * Papers belong together by their path, else by their bytes. Of papers that are in one database only, nothing but that is
 * said.
 * Units: values as the columns keep them (cents, thousandths, 0/1).
 */
import type { SqlValue } from '../values.ts'
import { pairsOf } from './match.ts'
import type { KeptPaper, KeptRecord, Snapshot } from './snapshot.ts'

export type ChangeKind = 'geaendert' | 'hinzugekommen' | 'verloren'

/** One difference: a field of a record, or a whole record (`feld` null). */
export interface Change {
  readonly pfad: string
  readonly nummer: string | null
  readonly tabelle: string
  readonly feld: string | null
  readonly art: ChangeKind
  readonly alt: SqlValue
  readonly neu: SqlValue
  /** What is printed where the record was read. */
  readonly zitat: string | null
  readonly seite: number | null
  readonly zeile: number | null
  readonly nichtoeffentlich: boolean
}

/** How often a field of records that both readings have is the same and how often not. */
export interface FieldCounts {
  readonly tabelle: string
  readonly feld: string
  readonly gleich: number
  /** Another value stands there. */
  readonly anders: number
  /** Empty before, filled now. */
  readonly gefuellt: number
  /** Filled before, empty now. */
  readonly geleert: number
}

export interface TableCounts {
  readonly tabelle: string
  readonly gleich: number
  readonly geaendert: number
  readonly hinzugekommen: number
  readonly verloren: number
}

export interface Difference {
  readonly versionen: readonly {
    readonly extraktor: string
    readonly alt: string | null
    readonly neu: string | null
  }[]
  readonly vorlagen: { readonly gleich: number; readonly geaendert: number; readonly alt: number; readonly neu: number }
  readonly nurAlt: readonly string[]
  readonly nurNeu: readonly string[]
  /** Fields only one of the two databases has. */
  readonly felderNurAlt: readonly string[]
  readonly felderNurNeu: readonly string[]
  readonly tabellen: readonly TableCounts[]
  readonly felder: readonly FieldCounts[]
  readonly aenderungen: readonly Change[]
}

/** Compare two databases; `alt` and `neu` stay open. */
export function differenceOf(alt: Snapshot, neu: Snapshot): Difference {
  const tally = new Tally(alt, neu)
  const partners = partnersOf(alt, neu)
  const changes: Change[] = []
  let changed = 0
  for (const [before, after] of partners) {
    const found = [...changesOf(tally, alt, neu, before, after)]
    if (found.length) changed++
    for (const change of found) changes.push(change)
  }
  const [olds, news] = [new Set(partners.keys()), new Set(partners.values())]
  return {
    versionen: versionsOf(alt, neu),
    vorlagen: {
      gleich: partners.size - changed,
      geaendert: changed,
      alt: alt.papers.length,
      neu: neu.papers.length,
    },
    nurAlt: alt.papers.filter((paper) => !olds.has(paper)).map(({ pfad }) => pfad),
    nurNeu: neu.papers.filter((paper) => !news.has(paper)).map(({ pfad }) => pfad),
    felderNurAlt: onlyIn(alt, neu),
    felderNurNeu: onlyIn(neu, alt),
    tabellen: tally.tables(),
    felder: tally.fields(),
    aenderungen: changes,
  }
}

/** Did anything change? */
export function differs({ vorlagen, nurAlt, nurNeu }: Difference): boolean {
  return vorlagen.geaendert + nurAlt.length + nurNeu.length > 0
}

function partnersOf(alt: Snapshot, neu: Snapshot): Map<KeptPaper, KeptPaper> {
  const partners = new Map<KeptPaper, KeptPaper>()
  const taken = new Set<KeptPaper>()
  for (const key of ['pfad', 'sha256'] as const) {
    const byKey = new Map(neu.papers.filter((paper) => !taken.has(paper)).map((paper) => [paper[key], paper]))
    for (const paper of alt.papers) {
      const found = partners.has(paper) ? undefined : byKey.get(paper[key])
      if (!found || !paper[key] || taken.has(found)) continue
      partners.set(paper, found)
      taken.add(found)
    }
  }
  return partners
}

function* changesOf(
  tally: Tally,
  alt: Snapshot,
  neu: Snapshot,
  before: KeptPaper,
  after: KeptPaper,
): Generator<Change> {
  const sameText = before.text === after.text
  const news = Map.groupBy(neu.recordsOf(after), ({ table }) => table)
  const olds = Map.groupBy(alt.recordsOf(before), ({ table }) => table)
  const frame = {
    pfad: after.pfad,
    nummer: after.nummer ?? before.nummer,
    nichtoeffentlich: before.nichtoeffentlich || after.nichtoeffentlich,
  }
  for (const table of new Set([...alt.tables.keys(), ...neu.tables.keys()])) {
    const shared = tally.shared(table)
    for (const pair of pairsOf(olds.get(table) ?? [], news.get(table) ?? [], sameText)) {
      const record = pair.neu ?? pair.alt
      if (!record) continue
      const at = { ...frame, tabelle: table, zitat: record.zitat, seite: record.seite, zeile: record.zeile }
      if (!pair.alt || !pair.neu) {
        const art = pair.alt ? 'verloren' : 'hinzugekommen'
        tally.record(table, art)
        yield { ...at, feld: null, art, alt: briefly(pair.alt), neu: briefly(pair.neu) }
        continue
      }
      const fields = shared.filter((field) =>
        tally.field(table, field, pair.alt?.fields[field], pair.neu?.fields[field]),
      )
      tally.record(table, fields.length ? 'geaendert' : 'gleich')
      for (const field of fields) {
        const [old, now] = [pair.alt.fields[field] ?? null, pair.neu.fields[field] ?? null]
        yield { ...at, feld: field, art: 'geaendert', alt: old, neu: now }
      }
    }
  }
}

/** A record in a few words: its first fields. */
function briefly(record: KeptRecord | null): string | null {
  if (!record) return null
  const values = Object.entries(record.fields).filter(([name, value]) => value !== null && !UNTOLD.has(name))
  return values
    .slice(0, 4)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')
}

/** Said beside the record already. */
const UNTOLD: ReadonlySet<string> = new Set(['zitat', 'zweifel', 'stelle_zitat', 'stelle_seite'])

function versionsOf(alt: Snapshot, neu: Snapshot): Difference['versionen'] {
  return [...new Set([...alt.versions.keys(), ...neu.versions.keys()])].map((extraktor) => ({
    extraktor,
    alt: alt.versions.get(extraktor) ?? null,
    neu: neu.versions.get(extraktor) ?? null,
  }))
}

function onlyIn(one: Snapshot, other: Snapshot): string[] {
  return [...one.tables].flatMap(([table, fields]) => {
    const there = other.tables.get(table)
    if (!there) return [table]
    return fields.filter((field) => !there.includes(field)).map((field) => `${table}.${field}`)
  })
}

type State = 'gleich' | 'geaendert' | 'hinzugekommen' | 'verloren'
type FieldState = 'gleich' | 'anders' | 'gefuellt' | 'geleert'

/** State to guard: the counts of tables and fields. */
class Tally {
  readonly #shared: ReadonlyMap<string, readonly string[]>
  readonly #tables = new Map<string, Record<State, number>>()
  readonly #fields = new Map<string, Map<string, Record<FieldState, number>>>()

  constructor(alt: Snapshot, neu: Snapshot) {
    this.#shared = new Map(
      [...alt.tables].map(([table, fields]) => [
        table,
        fields.filter((field) => neu.tables.get(table)?.includes(field)),
      ]),
    )
  }

  /** The fields of a table both databases have. */
  shared(table: string): readonly string[] {
    return this.#shared.get(table) ?? []
  }

  record(table: string, state: State): void {
    const counts = this.#tables.get(table) ?? { gleich: 0, geaendert: 0, hinzugekommen: 0, verloren: 0 }
    counts[state]++
    this.#tables.set(table, counts)
  }

  /** Counts a field; true if it differs. */
  field(table: string, name: string, alt: SqlValue | undefined, neu: SqlValue | undefined): boolean {
    const fields = this.#fields.get(table) ?? new Map<string, Record<FieldState, number>>()
    const counts = fields.get(name) ?? { gleich: 0, anders: 0, gefuellt: 0, geleert: 0 }
    const [old, now] = [alt ?? null, neu ?? null]
    const state = old === now ? 'gleich' : old === null ? 'gefuellt' : now === null ? 'geleert' : 'anders'
    counts[state]++
    fields.set(name, counts)
    this.#fields.set(table, fields)
    return state !== 'gleich'
  }

  tables(): TableCounts[] {
    return [...this.#tables].map(([tabelle, counts]) => ({ tabelle, ...counts }))
  }

  fields(): FieldCounts[] {
    return [...this.#fields].flatMap(([tabelle, fields]) =>
      [...fields].map(([feld, counts]) => ({ tabelle, feld, ...counts })),
    )
  }
}
