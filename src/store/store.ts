/**
 * The store: one SQLite file with everything read from papers, every value with its proof.
 *
 * One import writes at a time; readers may read meanwhile. Every paper is written whole or not at all, and what was
 * reported as written survives the end of the program, however it ends.
 */
import type Database from 'better-sqlite3'
import type { Bundle } from '../bundle.ts'
import { guarded, StoreError } from './errors.ts'
import { openToRead, openToWrite } from './file.ts'
import { modelOf, type StoreKinds } from './model.ts'
import { type Queries, queriesOf } from './query.ts'
import { type RunInfo, type RunSummary, runsOf } from './runs.ts'
import { type KnownPaper, type Outcome, type WriteOptions, type Writer, writerOf } from './writer.ts'

export { StoreError, type StoreErrorCode } from './errors.ts'
export type { StoreKinds } from './model.ts'
export type { PaperRow, Queries, StoredPaper } from './query.ts'
export type { RunInfo, RunRow, RunSummary } from './runs.ts'
export type { KnownPaper, Outcome, WriteOptions } from './writer.ts'

export interface Store {
  /** The current version of a path: the hash of its bytes and the reading it was last read with. */
  known(path: string): KnownPaper | undefined
  /** The first path that holds these bytes now. */
  knownHash(sha256: string): KnownPaper | undefined
  /** A new row in `lauf`; a run that was left open is marked as broken off. */
  beginRun(info: RunInfo): number
  endRun(id: number, summary: RunSummary): void
  /** One synchronous transaction: whole or not at all. `passt-nicht` concerns this paper alone. */
  write(bundle: Bundle, runId: number, options?: WriteOptions): Outcome
  /**
   * For parts with tables of their own in the same file: all that `run` does, `write` included, happens whole or not
   * at all.
   */
  together<T>(run: (db: Database.Database) => T): T
  /** For their questions. */
  readonly db: Database.Database
  readonly queries: Queries
  close(): void
}

export interface OpenOptions {
  /** Only read; another may write meanwhile. */
  readonly readonly?: boolean
}

/**
 * Open the database at `path`, or make it.
 *
 * @throws StoreError
 *   `gesperrt`: another import is running; `andere-fassung`: made by another version of the program or with other
 *   extractors; `keine-datenbank`: the file is something else, `nicht-vorhanden`: it is to be read and does not exist; `nicht-schreibbar`.
 */
export function openStore(path: string, kinds: StoreKinds, options: OpenOptions = {}): Store {
  const model = modelOf(kinds)
  const { db, close } = options.readonly ? openToRead(path, model) : openToWrite(path, model)
  try {
    return storeOf(path, {
      db,
      writer: writerOf(db, model),
      runs: runsOf(db),
      queries: queriesOf(db, model),
      readonly: options.readonly ?? false,
      close,
    })
  } catch (error) {
    close()
    throw error
  }
}

interface Parts {
  readonly db: Database.Database
  readonly writer: Writer
  readonly runs: ReturnType<typeof runsOf>
  readonly queries: Queries
  readonly readonly: boolean
  readonly close: () => void
}

function storeOf(path: string, { db, writer, runs, queries, readonly, close }: Parts): Store {
  const writing = <T>(run: () => T): T => {
    if (readonly) throw new StoreError('nicht-schreibbar', path, 'sie ist nur zum Lesen geöffnet')
    return guarded(path, run)
  }
  return {
    known: (wanted) => guarded(path, () => writer.known(wanted)),
    knownHash: (sha256) => guarded(path, () => writer.knownHash(sha256)),
    beginRun: (info) => writing(() => runs.begin(info)),
    endRun: (id, summary) => writing(() => runs.end(id, summary)),
    write: (bundle, runId, options) =>
      writing(() => {
        try {
          return writer.write(bundle, runId, options)
        } catch (error) {
          if (error instanceof TypeError)
            throw new StoreError('passt-nicht', path, `${bundle.quelle}: ${error.message}`, error)
          throw error
        }
      }),
    together: (run) => writing(() => db.transaction(() => run(db)).immediate()),
    db,
    queries,
    close,
  }
}
