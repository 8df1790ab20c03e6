/**
 * What is asked of the store: papers, their records as bundles, messages, runs, and the rows of views.
 */
import type Database from 'better-sqlite3'
import type { Bundle, Status } from '../bundle.ts'
import { sqlName } from './columns.ts'
import type { Model } from './model.ts'
import { type Overview, overviewOf } from './overview.ts'
import { bundleReader } from './read-bundle.ts'
import type { RunRow } from './runs.ts'
import type { Row } from './values.ts'
import { viewStatements } from './views.ts'

/** A version of a paper, without its records. */
export interface PaperRow {
  readonly id: number
  readonly quelle: string
  readonly version: number
  readonly aktuell: boolean
  readonly sha256: string
  readonly lesart: string
  readonly status: Status
  readonly nichtoeffentlich: boolean
  readonly nummer: string | null
  readonly betreff: string | null
  readonly zuerst_gesehen: string
  /** Path of the source with the same bytes that was read first. */
  readonly dublette_von: string | null
  readonly lauf_id: number
}

/** A version of a paper with everything read from it. */
export interface StoredPaper extends PaperRow {
  readonly bundle: Bundle
}

export interface Queries {
  /** Current papers whose path, end of path ("…/ordner/datei.pdf") or number is `text`; by path. */
  find(text: string): PaperRow[]
  /** The current version of a path, or the one asked for. */
  paperByPath(path: string, version?: number): StoredPaper | undefined
  /** Current papers with this number; by path. */
  papersByNummer(nummer: string): StoredPaper[]
  /** All versions of a path, oldest first. */
  versions(path: string): PaperRow[]
  /** Current papers by path; with `status` only those. */
  papers(status?: Status): IterableIterator<PaperRow>
  runs(): RunRow[]
  lastRun(): RunRow | undefined
  overview(): Overview
  /** Names of the views, in the order in which they are made. */
  readonly views: readonly string[]
  /** Rows of a view, without what is nichtöffentlich unless asked for. */
  rows(view: string, options?: { readonly mitNichtoeffentlichen?: boolean }): IterableIterator<Row>
}

/** SQLite keeps booleans as numbers. */
type KeptPaper = Omit<PaperRow, 'aktuell' | 'nichtoeffentlich'> & { aktuell: number; nichtoeffentlich: number }

export function queriesOf(db: Database.Database, model: Model): Queries {
  const columns = new Set(model.tables.find(({ name }) => name === 'vorlage')?.columns.map(({ name }) => name))
  const nummer = columns.has('nummer') ? 'v.nummer' : 'NULL'
  const select = `SELECT v.id, q.pfad AS quelle, v.version, v.aktuell, v.sha256, v.lesart, v.status, v.nichtoeffentlich,
    ${nummer} AS nummer, ${columns.has('betreff') ? 'v.betreff' : 'NULL'} AS betreff, q.zuerst_gesehen,
    (SELECT o.pfad FROM quelle o WHERE o.id = q.dublette_von) AS dublette_von, v.lauf_id
    FROM vorlage v JOIN quelle q ON q.id = v.quelle_id`
  const byPath = db.prepare<[string], KeptPaper>(`${select} WHERE q.pfad = ? ORDER BY v.version`)
  const byNummer = db.prepare<[string], KeptPaper>(`${select} WHERE ${nummer} = ? AND v.aktuell = 1 ORDER BY q.pfad`)
  const found = db.prepare<[{ text: string }], KeptPaper>(`${select} WHERE v.aktuell = 1 AND (q.pfad = @text
    OR ${nummer} = @text OR substr(q.pfad, -length(@text) - 1) = '/' || @text) ORDER BY q.pfad`)
  const ofStatus = `${select} WHERE v.aktuell = 1 AND v.status = ifnull(?, v.status) ORDER BY q.pfad`
  const runs = db.prepare<[], RunRow>('SELECT * FROM lauf ORDER BY id')
  const lastRun = db.prepare<[], RunRow>('SELECT * FROM lauf ORDER BY id DESC LIMIT 1')
  const views = viewStatements(model).map(({ name }) => name)
  const read = bundleReader(db, model)
  const withBundle = (kept: KeptPaper): StoredPaper => ({ ...paperOf(kept), bundle: read(kept.id) })
  return {
    find: (text) => found.all({ text }).map(paperOf),
    paperByPath(path, version) {
      const kept = byPath.all(path).find((one) => (version === undefined ? one.aktuell === 1 : one.version === version))
      return kept && withBundle(kept)
    },
    papersByNummer: (text) => byNummer.all(text).map(withBundle),
    versions: (path) => byPath.all(path).map(paperOf),
    *papers(status) {
      // A statement of its own: two may walk the papers at once.
      const walk = db.prepare<[Status | null], KeptPaper>(ofStatus)
      for (const kept of walk.iterate(status ?? null)) yield paperOf(kept)
    },
    runs: () => runs.all(),
    lastRun: () => lastRun.get(),
    overview: () => overviewOf(db, model),
    views,
    rows(view, options = {}) {
      if (!views.includes(view)) throw new Error(`keine Sicht „${view}“`)
      const where = options.mitNichtoeffentlichen ? '' : ' WHERE nichtoeffentlich = 0'
      return db
        .prepare<[], Row>(
          `SELECT * FROM ${sqlName(view)}${where} ORDER BY quelle${view === 'v_vorlagen' ? '' : ', nr'}`,
        )
        .iterate()
    },
  }
}

function paperOf(kept: KeptPaper): PaperRow {
  return { ...kept, aktuell: kept.aktuell === 1, nichtoeffentlich: kept.nichtoeffentlich === 1 }
}
