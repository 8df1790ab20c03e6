/**
 * Whether a database for the public is whole: pages, checks, foreign keys.
 */
import type Database from 'better-sqlite3'

export function assertSound(db: Database.Database): void {
  const sound = db.pragma('integrity_check', { simple: true })
  const loose = db.pragma('foreign_key_check')
  if (sound !== 'ok' || !Array.isArray(loose) || loose.length > 0)
    throw new Error(`Der Schnappschuss ist nicht in Ordnung: ${String(sound)}, ${JSON.stringify(loose)}`)
}
