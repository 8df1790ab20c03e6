/**
 * One import at a time: a lock that dies with the process that holds it.
 *
 * An empty file beside the database, held by SQLite's own file lock; the database itself stays free for readers, and
 * nothing has to be cleaned up after a crash. The file is not removed: whoever removes it could let two in at once.
 */
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { guarded, StoreError } from './errors.ts'

/** Take the lock or throw `gesperrt` at once. Returns what gives it back. */
export function lockForWriting(path: string): () => void {
  return guarded(path, () => {
    const lock = lockBeside(path)
    const holder = new Database(lock, { timeout: 0 })
    try {
      holder.pragma('journal_mode = MEMORY')
      holder.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      holder.close()
      const found = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY' && holderOf(lock)
      if (found) throw new StoreError('gesperrt', path, found, error)
      throw error
    }
    tellHolder(lock)
    return () => {
      rmSync(`${lock}.halter`, { force: true })
      holder.close()
    }
  })
}

/** Whether someone writes to the database at `path`; true where that cannot be told. Takes nothing and waits for nobody. */
export function isBeingWritten(path: string): boolean {
  try {
    const lock = lockBeside(path)
    if (!existsSync(lock)) return false
    const looker = new Database(lock, { readonly: true, timeout: 0 })
    try {
      looker.prepare('SELECT count(*) FROM sqlite_schema').get()
      return false
    } finally {
      looker.close()
    }
  } catch {
    return true
  }
}

/**
 * Who holds the lock, for people; the lock itself is SQLite's. A killed holder leaves its name behind, which misleads
 * nobody: it is read only while the lock is held, and by then the next holder has written its own.
 */
function tellHolder(lock: string): void {
  const name = process.argv[2] ?? 'vorlagen'
  try {
    writeFileSync(`${lock}.halter`, JSON.stringify({ pid: process.pid, rechner: hostname(), name, seit: new Date() }))
  } catch {
    // Only a help for people; a full disk shows soon enough.
  }
}

function holderOf(lock: string): string | undefined {
  try {
    const { pid, rechner, name, seit }: Record<string, unknown> = JSON.parse(readFileSync(`${lock}.halter`, 'utf8'))
    const begun = new Date(String(seit)).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short' })
    return `„${name}“, Prozess ${pid} auf ${rechner}, seit ${begun}`
  } catch {
    return undefined
  }
}

/** The same database through a link has the same lock. */
function lockBeside(path: string): string {
  try {
    return `${realpathSync(path)}-sperre`
  } catch {
    return `${join(realpathSync(dirname(path)), basename(path))}-sperre`
  }
}
