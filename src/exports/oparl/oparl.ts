/**
 * The public papers as OParl 1.1: a system, a body for each municipality, and their lists as pages of JSON; if wanted,
 * every object of the lists at its own address, too, as the specification demands of a server.
 *
 * Reads: the public database. Papers whose municipality was not read for certain belong to no body and are left out.
 * Source: OParl 1.1, https://oparl.org/spezifikation/.
 */
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { licenceAddress } from '../licences.ts'
import { baseOf, slugs } from './addresses.ts'
import { ages, bodyObjects, type Place } from './body.ts'
import { listPath, type OparlObject, objectWriter, writeJson, writeList } from './lists.ts'
import { artsOf, type BodyRow } from './names.ts'

const TYPE = 'https://schema.oparl.org/1.1/'
/** Lists the specification wants of every body; of persons nothing is published. */
const EMPTY = ['person', 'membership', 'legislativeTermList', 'locationList'] as const
const FILLED = ['organization', 'meeting', 'paper', 'agendaItem', 'consultation', 'file'] as const

export interface OparlOptions {
  /** Where the folder will be reached. */
  readonly address: string
  readonly licence: string | null
  /** A file for every object, too, and not for lists alone. */
  readonly objects: boolean
}

export interface OparlWritten {
  readonly papers: number
  /** Papers that belong to no body. */
  readonly without: number
}

/** Write all of it into `folder`, which stands for the address. */
export function writeOparl(
  db: Database.Database,
  folder: string,
  { address, licence, objects: alone }: OparlOptions,
): OparlWritten {
  const base = baseOf(address)
  const bodies = bodiesOf(db)
  const rights = licenceAddress(licence)
  const stand = db.prepare<[], string | null>(`SELECT wert FROM _meta WHERE schluessel = 'stand'`).pluck().get() ?? null
  writeJson(join(folder, 'system.json'), {
    id: `${base}/system.json`,
    type: `${TYPE}System`,
    ...ages(stand),
    oparlVersion: TYPE,
    name: 'Vorlagen deutscher Räte: belegte Daten',
    body: `${base}/${listPath('', 'body')}`,
    ...(rights ? { license: rights } : {}),
  })
  const place = { base, stand }
  writeList(
    folder,
    base,
    '',
    'body',
    bodies.map((body) => bodyOf(place, body)),
  )
  const arts = artsOf(db)
  const each = alone ? objectWriter(folder, base) : <T>(objects: T): T => objects
  let papers = 0
  for (const body of bodies) {
    const at = `body/${body.slug}`
    const objects = bodyObjects(db, place, body, arts)
    writeJson(join(folder, 'body', `${body.slug}.json`), bodyOf(place, body))
    for (const name of FILLED) {
      const count = writeList(folder, base, at, name, each(objects[name]()))
      if (name === 'paper') papers += count
    }
    for (const name of EMPTY) writeList(folder, base, at, name, [])
  }
  const all = db.prepare<[], number>('SELECT count(*) FROM "vorlage"').pluck().get() ?? 0
  return { papers, without: all - papers }
}

/** The official list is asked once: matching all municipalities takes as long as matching one. */
function bodiesOf(db: Database.Database): BodyRow[] {
  const slug = slugs()
  const listed = new Map(
    db
      .prepare<[], BodyRow['listed'] & { name: string }>(
        `SELECT json_array(kommune, kommune_ags) AS name, ags, ars, gemeinde FROM v_kommune`,
      )
      .all()
      .map(({ name, ...row }) => [name, row]),
  )
  return db
    .prepare<[], { kommune: string; ags: string | null }>(
      `SELECT DISTINCT "kommune_name" AS kommune, "kommune_ags" AS ags FROM "vorlage"
        WHERE "kommune_name" IS NOT NULL AND "kommune_zweifel" IS NULL ORDER BY 1, 2`,
    )
    .all()
    .map((row) => ({
      ...row,
      slug: slug(row.kommune, row.ags ?? '0'),
      listed: listed.get(JSON.stringify([row.kommune, row.ags])) ?? { ags: null, ars: null, gemeinde: null },
    }))
}

function bodyOf({ base, stand }: Place, { kommune, slug, listed }: BodyRow): OparlObject {
  const at = `body/${slug}`
  return {
    id: `${base}/${at}.json`,
    type: `${TYPE}Body`,
    ...ages(stand),
    system: `${base}/system.json`,
    name: listed.gemeinde ?? kommune,
    shortName: kommune,
    ...(listed.ags ? { ags: listed.ags } : {}),
    ...(listed.ars ? { rgs: listed.ars } : {}),
    legislativeTerm: [],
    ...Object.fromEntries([...FILLED, ...EMPTY].map((name) => [name, `${base}/${listPath(at, name)}`])),
  }
}
