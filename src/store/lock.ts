/**
 * One import at a time: a lock that dies with the process that holds it.
 *
 * An empty file beside the database, held by SQLite's own file lock; the database itself stays free for readers, and
 * nothing has to be cleaned up after a crash. The file is not removed: whoever removes it could let two in at once.
 */
import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { guarded } from './errors.ts'

/** Take the lock or throw `gesperrt` at once. Returns what gives it back. */
export function lockForWriting(path: string): () => void {
  return guarded(path, () => {
    const holder = new Database(`${realPath(path)}-sperre`, { timeout: 0 })
    try {
      holder.pragma('journal_mode = MEMORY')
      holder.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      holder.close()
      throw error
    }
    return () => void holder.close()
  })
}

/** The same database through a link has the same lock. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return join(realpathSync(dirname(path)), basename(path))
  }
}
