/**
 * What is known of the papers of a source: the statements on `sync_papier`, `sync_stand` and `grabstein`.
 */
import type Database from 'better-sqlite3'

export type PaperCondition = 'gelesen' | 'quarantaene' | 'fehlt' | 'gesperrt'

export interface PaperState {
  readonly pfad: string
  readonly zustand: PaperCondition
  readonly sha256: string | null
  readonly lesart: string | null
  readonly vorgabe: string | null
  readonly grund: string | null
  readonly versuche: number
  readonly erneut_am: string | null
  readonly entfallen_am: string | null
}

export interface State {
  get(key: string): PaperState | undefined
  put(key: string, state: PaperState): void
  mark(key: string): string | undefined
  putMark(key: string, mark: string | undefined): void
  /** The reason, if this path or these bytes were withdrawn for good. */
  tombstone(path: string, sha256?: string): string | undefined
  /** Papers with this content that were not withdrawn for good, gone ones included, by key. */
  withContent(sha256: string): (PaperState & { readonly key: string })[]
  /** Another key for the same paper; its mark is dropped. */
  move(from: string, to: string): void
  /** Papers that are still there, as far as is known. */
  present(): { readonly key: string; readonly path: string }[]
  /** Mark as gone upstream; false if it already was. */
  withdraw(key: string, date: string): boolean
  /** Papers whose next attempt is due, whether or not the source names them again. */
  due(now: Date): string[]
}

/** No attempt is put off longer; a date beyond this was written by a clock that ran ahead. */
const LONGEST_WAIT_DAYS = 30
const DAY = 86_400_000

export function stateOf(db: Database.Database, source: string): State {
  const get = db.prepare<[string, string], PaperState>('SELECT * FROM sync_papier WHERE quelle = ? AND schluessel = ?')
  const put = db.prepare(`INSERT INTO sync_papier (quelle, schluessel, pfad, zustand, sha256, lesart, vorgabe, grund,
    versuche, erneut_am, entfallen_am) VALUES (@source, @key, @pfad, @zustand, @sha256, @lesart, @vorgabe, @grund,
    @versuche, @erneut_am, @entfallen_am)
    ON CONFLICT DO UPDATE SET pfad = @pfad, zustand = @zustand, sha256 = @sha256, lesart = @lesart, vorgabe = @vorgabe,
    grund = @grund, versuche = @versuche, erneut_am = @erneut_am, entfallen_am = @entfallen_am`)
  const mark = db
    .prepare<[string, string], string>('SELECT merkmal FROM sync_stand WHERE quelle = ? AND schluessel = ?')
    .pluck()
  const setMark = db.prepare(`INSERT INTO sync_stand (quelle, schluessel, merkmal) VALUES (?, ?, ?)
    ON CONFLICT DO UPDATE SET merkmal = excluded.merkmal`)
  const dropMark = db.prepare('DELETE FROM sync_stand WHERE quelle = ? AND schluessel = ?')
  const tombstone = db
    .prepare<[string, string], string>(`SELECT grund FROM grabstein WHERE pfad = ?
      UNION ALL SELECT grund FROM grabstein WHERE sha256 = ? AND sha256 <> '' LIMIT 1`)
    .pluck()
  const present = db.prepare<[string], { key: string; path: string }>(
    'SELECT schluessel AS key, pfad AS path FROM sync_papier WHERE quelle = ? AND entfallen_am IS NULL ORDER BY schluessel',
  )
  const content = db.prepare<[string, string], PaperState & { key: string }>(
    `SELECT *, schluessel AS key FROM sync_papier WHERE quelle = ? AND sha256 = ? AND zustand <> 'gesperrt'
     ORDER BY schluessel`,
  )
  const move = db.prepare('UPDATE sync_papier SET schluessel = ? WHERE quelle = ? AND schluessel = ?')
  const withdraw = db.prepare(
    'UPDATE sync_papier SET entfallen_am = ? WHERE quelle = ? AND schluessel = ? AND entfallen_am IS NULL',
  )
  const open = db.prepare<[string], { key: string; erneut_am: string }>(`SELECT schluessel AS key, erneut_am
    FROM sync_papier WHERE quelle = ? AND zustand <> 'gelesen' AND erneut_am IS NOT NULL AND entfallen_am IS NULL
    ORDER BY schluessel`)
  return {
    get: (key) => get.get(source, key),
    put(key, { pfad, zustand, sha256, lesart, vorgabe, grund, versuche, erneut_am, entfallen_am }) {
      put.run({ source, key, pfad, zustand, sha256, lesart, vorgabe, grund, versuche, erneut_am, entfallen_am })
    },
    mark: (key) => mark.get(source, key),
    putMark(key, value) {
      if (value === undefined) dropMark.run(source, key)
      else setMark.run(source, key, value)
    },
    tombstone: (path, sha256 = '') => tombstone.get(path, sha256),
    withContent: (sha256) => content.all(source, sha256),
    move(from, to) {
      dropMark.run(source, from)
      move.run(to, source, from)
    },
    present: () => present.all(source),
    withdraw: (key, date) => withdraw.run(date, source, key).changes > 0,
    due: (now) => open.all(source).flatMap(({ key, erneut_am }) => (isDue(erneut_am, now) ? [key] : [])),
  }
}

/** Whether the time for another attempt has come. A clock that was set back must not put it off for years. */
export function isDue(erneutAm: string | null, now: Date): boolean {
  const wait = Date.parse(erneutAm ?? '') - now.getTime()
  return !(wait > 0 && wait <= LONGEST_WAIT_DAYS * DAY)
}

/** When to try again after so many failures: doubling, from `days` to a month. */
export function nextAttempt(attempts: number, days: number, now: Date): string {
  const wait = Math.min(days * 2 ** Math.max(0, attempts - 1), LONGEST_WAIT_DAYS)
  return new Date(now.getTime() + wait * DAY).toISOString()
}
