/**
 * A snapshot for the public, whole or not at all: `ZIEL/aktuell` points to the newest, the one before it stays.
 *
 * Reads: the database; writes `ZIEL/staende/<stand>-<prüfsumme>/` and then turns the link, which is one step for the
 * file system. The same input gives the same bytes, so the same name, and nothing changes.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import { LICENCE_NOTE } from '../store/derived/meta.ts'
import { type DescribedTable, describe } from '../store/describe.ts'
import { modelOf, type StoreKinds } from '../store/model.ts'
import { filesIn, SUMS, sumLines, sumOf } from './checksums.ts'
import { type DataSet, dataPackage, datasetteMetadata, tablesIn } from './data-package.ts'
import { englishReadme, germanReadme } from './data-readme.ts'
import { type Part, partsOf, writeParts } from './parts.ts'
import { writePublicDatabase } from './public-db.ts'
import type { Held } from './public-papers.ts'
import { startSecond } from './second.ts'

export interface Published {
  readonly folder: string
  readonly papers: number
  readonly held: Held
  readonly unchanged: boolean
}

export interface PublishOptions {
  /** Name of the licence of the compilation, if it has one. */
  readonly licence: string | null
  /** Where the folder `oparl` will be reached. */
  readonly oparl: string
  /** OParl not in lists alone, but every object as a file of its own, too. */
  readonly objects: boolean
}

/** Publish what `source` holds into the folder `target`. */
export async function publishSnapshot(
  source: Database.Database,
  kinds: StoreKinds,
  target: string,
  options: PublishOptions,
): Promise<Published> {
  const states = join(target, 'staende')
  mkdirSync(states, { recursive: true })
  for (const left of readdirSync(states)) if (left.startsWith('.neu-')) rmSync(join(states, left), { recursive: true })
  const draft = mkdtempSync(join(states, '.neu-'))
  try {
    const { papers, held, stand } = await writeAll(source, kinds, draft, options)
    const sums = sumOf(join(draft, SUMS)).slice(0, 12)
    const name = `${stand?.slice(0, 10) ?? 'ohne-datum'}-${sums}`
    const folder = join(states, name)
    const before = linkedName(target)
    const unchanged = before === name && existsSync(folder)
    if (existsSync(folder)) rmSync(folder, { recursive: true })
    // A folder made as a draft is for nobody else; this one is for everybody.
    chmodSync(draft, 0o755)
    renameSync(draft, folder)
    turnLink(target, name)
    // The newest and the one before it.
    const keep = new Set([name, unchanged ? previousOf(states, name) : before])
    if (!unchanged)
      for (const old of readdirSync(states)) if (!keep.has(old)) rmSync(join(states, old), { recursive: true })
    return { folder, papers, held, unchanged }
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

async function writeAll(
  source: Database.Database,
  kinds: StoreKinds,
  folder: string,
  { licence, oparl: address, objects }: PublishOptions,
) {
  const path = join(folder, 'vorlagen.db')
  const second = startSecond()
  try {
    const { papers, held } = await writePublicDatabase(source, kinds, path, second.find)
    const described = describedIn(path, kinds, papers, licence)
    const parts = partsOf(
      path,
      folder,
      longestFirst(path, described, { kind: 'oparl', options: { address, licence, objects } }),
    )
    const theirs = second.write(parts)
    const oparl = writeParts(parts) ?? (await theirs)
    await theirs
    if (!oparl) throw new Error('OParl fehlt')
    const set: DataSet = { ...described, oparl: { address, objects, ...oparl } }
    const write = (name: string, text: string): void => writeFileSync(join(folder, name), text)
    const files = filesIn(folder)
    write('datapackage.json', `${JSON.stringify(dataPackage(set, files), null, 2)}\n`)
    write('metadata.yaml', datasetteMetadata(set))
    write('LIESMICH.md', germanReadme(set, held))
    write('README.md', englishReadme(set, held))
    write(SUMS, sumLines(filesIn(folder, files)))
    return { papers, held, stand: set.stand }
  } finally {
    await second.end()
  }
}

function describedIn(path: string, kinds: StoreKinds, papers: number, licence: string | null): Omit<DataSet, 'oparl'> {
  const db = new Database(path, { readonly: true })
  try {
    return dataSet(db, describe(modelOf(kinds)), papers, licence)
  } finally {
    db.close()
  }
}

/** OParl, then tables by their last key, which costs nothing to ask for; the check of the file comes where it fits. */
function longestFirst(path: string, described: Omit<DataSet, 'oparl'>, oparl: Part): Part[] {
  const db = new Database(path, { readonly: true })
  try {
    const rows = (table: DescribedTable): number =>
      table.columns[0]?.spalte === 'id'
        ? (db.prepare<[], number | null>(`SELECT max("id") FROM "${table.name}"`).pluck().get() ?? 0)
        : 0
    const tables = tablesIn(described)
      .map((table) => ({ table, rows: rows(table) }))
      .sort((one, other) => other.rows - one.rows)
      .map(({ table }): Part => ({ kind: 'table', table }))
    return [...tables.slice(0, 1), oparl, { kind: 'soundness' }, ...tables.slice(1)]
  } finally {
    db.close()
  }
}

function dataSet(
  db: Database.Database,
  described: readonly DescribedTable[],
  papers: number,
  licence: string | null,
): Omit<DataSet, 'oparl'> {
  const meta = db.prepare<[string], string | null>('SELECT wert FROM _meta WHERE schluessel = ?').pluck()
  const places = db
    .prepare<[], string>('SELECT DISTINCT kommune_name FROM vorlage WHERE kommune_name IS NOT NULL ORDER BY 1')
    .pluck()
    .all()
  return {
    stand: meta.get('stand') ?? null,
    papers,
    places,
    licence,
    licenceNote: LICENCE_NOTE,
    placesOf: meta.get('gemeindeliste') ?? null,
    tables: described,
  }
}

function linkedName(target: string): string | null {
  try {
    return basename(readlinkSync(join(target, 'aktuell')))
  } catch {
    return null
  }
}

function turnLink(target: string, name: string): void {
  const fresh = join(target, `.aktuell-${process.pid}`)
  rmSync(fresh, { force: true })
  symlinkSync(join('staende', name), fresh)
  renameSync(fresh, join(target, 'aktuell'))
}

function previousOf(states: string, name: string): string | null {
  return readdirSync(states).find((one) => one !== name && !one.startsWith('.')) ?? null
}
