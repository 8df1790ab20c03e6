/**
 * For the tests of unattended runs: a folder that goes when the test ends, a configuration, and a run over it.
 */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'
import type { Extractor } from '../extractor.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Config } from './config.ts'
import { configFrom } from './load-config.ts'
import type { SyncEvent } from './log.ts'
import { runSync, type SyncOptions, type SyncResult } from './run.ts'

export const AUENFURT = { name: 'Auenfurt', ags: '01009999' }

export interface Bench {
  readonly folder: string
  /** Write a file; its times lie far enough back to be trusted. */
  put(name: string, text: string | Uint8Array): string
  config(change?: object): Config
  open(): Store
}

export function benchFor(test: Pick<TestContext, 'after'>): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'vorlagen-sync-'))
  test.after(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'eingang'))
  return {
    folder,
    put(name, text) {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
      const past = new Date(Date.now() - 3_600_000)
      utimesSync(path, past, past)
      return path
    },
    config(change = {}) {
      const quellen = [{ art: 'ordner', id: 'auenfurt', kommune: AUENFURT, ordner: 'eingang' }]
      return configFrom(join(folder, 'vorlagen.config.json'), JSON.stringify({ datenbank: 'v.db', quellen, ...change }))
    },
    open: () => openStore(join(folder, 'v.db'), kindsOf(EXTRACTORS.extractors)),
  }
}

/** The rows a query gives of a bench's database. */
export function all<T>(bench: Bench, sql: string): T[] {
  const store = bench.open()
  try {
    return store.db.prepare<[], T>(sql).all()
  } finally {
    store.close()
  }
}

export interface Ran extends SyncResult {
  readonly events: readonly SyncEvent[]
}

/** One run, the database opened and closed around it. */
export async function ran(config: Config, change: Partial<SyncOptions> = {}): Promise<Ran> {
  const events: SyncEvent[] = []
  const extractors = change.extractors ?? EXTRACTORS.extractors
  const store = openStore(config.datenbank, kindsOf(extractors))
  try {
    const result = await runSync(store, {
      config,
      extractors,
      composition: EXTRACTORS.COMPOSITION,
      workers: 0,
      signal: new AbortController().signal,
      env: {},
      tell: (event) => void events.push(event),
      ...change,
    })
    return { ...result, events }
  } finally {
    store.close()
  }
}

/**
 * Every row of every table but those about runs and about when something was looked at. Numbers that only tell the
 * order of arrival are replaced by what they stand for.
 */
export function rowsOf({ db }: Store): Record<string, string[]> {
  const names = (sql: string): string[] => db.prepare<[], string>(sql).pluck().all()
  const map = (sql: string) => new Map(db.prepare<[], [number, string]>(sql).raw().all())
  const sources = map('SELECT id, pfad FROM quelle')
  const papers = map(`SELECT v.id, q.pfad || ' ' || v.version FROM vorlage v JOIN quelle q ON q.id = v.quelle_id`)
  const proofs = map(
    `SELECT b.id, q.pfad || ' ' || v.version || ' ' || b.datensatz || ' ' || ifnull(b.feld, '')
     FROM beleg b JOIN vorlage v ON v.id = b.vorlage_id JOIN quelle q ON q.id = v.quelle_id`,
  )
  const meant: Readonly<Record<string, ReadonlyMap<number, string>>> = {
    quelle_id: sources,
    dublette_von: sources,
    vorlage_id: papers,
    beleg_id: proofs,
  }
  const untold = new Set(['id', 'lauf_id', 'zuerst_gesehen', 'voll_am', 'zeiger'])
  const field = ([name, value]: [string, unknown]): unknown[] =>
    untold.has(name) ? [] : [name, typeof value === 'number' ? (meant[name]?.get(value) ?? value) : value]
  const about = new Set(['lauf', 'sync_lauf', 'sync_stand', 'oparl_antwort'])
  const tables = names(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
  const rows = (table: string): string[] =>
    db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`)
      .all()
      .map((row) => JSON.stringify(Object.entries(row).map(field)))
      .sort()
  return Object.fromEntries(tables.filter((name) => !about.has(name)).map((name) => [name, rows(name)]))
}

function kindsOf(extractors: readonly Extractor[]) {
  return Object.assign({}, ...extractors.map(({ records }) => records))
}

// The stubs lie with the tests; the sources know no file there by name.
const EXTRACTORS: { readonly extractors: readonly Extractor[]; readonly COMPOSITION: string } = await import(
  new URL('../../test/stubs/extractors.ts', import.meta.url).href
)
export const { extractors: STUBS } = EXTRACTORS
