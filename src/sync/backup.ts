/**
 * A copy of the database that was looked at before it is called a backup; taken while others read and write.
 */
import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { StoreError } from '../store/store.ts'

export interface Backup {
  readonly bytes: number
  readonly vorlagen: number
}

/** Throws `StoreError`; nothing is left at `target` then. */
export function backUp(source: string, target: string): Backup {
  if (existsSync(target)) throw new StoreError('ziel-vorhanden', target)
  if (!existsSync(source)) throw new StoreError('nicht-vorhanden', source)
  const partial = `${target}.teil`
  try {
    rmSync(partial, { force: true })
    const db = new Database(source, { readonly: true, timeout: 10_000 })
    try {
      db.prepare('VACUUM INTO ?').run(partial)
    } finally {
      db.close()
    }
    const vorlagen = checked(partial)
    renameSync(partial, target)
    return { bytes: statSync(target).size, vorlagen }
  } catch (error) {
    rmSync(partial, { force: true })
    if (error instanceof StoreError) throw error
    throw new StoreError('nicht-schreibbar', target, error instanceof Error ? error.message : String(error), error)
  }
}

/** The number of papers in it, if it is whole. */
function checked(path: string): number {
  const db = new Database(path, { readonly: true })
  try {
    const verdict = db.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new StoreError('keine-datenbank', path, `die Kopie ist beschädigt: ${String(verdict)}`)
    const loose = db.pragma('foreign_key_check')
    if (Array.isArray(loose) && loose.length > 0)
      throw new StoreError('keine-datenbank', path, 'in der Kopie fehlen Zeilen, auf die andere zeigen')
    return db.prepare<[], number>('SELECT count(*) FROM quelle').pluck().get() ?? 0
  } finally {
    db.close()
  }
}
