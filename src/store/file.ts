/**
 * Open a database file: make it if it is new, and refuse what is not ours or of another version.
 *
 * The version is the schema itself: the statements SQLite keeps must be the ones this program would make. Tables that
 * someone added are left alone; views hold no data and are made again.
 */
import { existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { sqlName } from './columns.ts'
import { createStatements, type Statement } from './ddl.ts'
import { guarded, StoreError } from './errors.ts'
import { lendExtras, renewExtras } from './extras.ts'
import { lockForWriting } from './lock.ts'
import type { Model } from './model.ts'
import { viewStatements } from './views.ts'

/** "VORL" in ASCII: whose file it is. */
export const APPLICATION_ID = 0x564f524c
/** Raised when the meaning of a column changes without its declaration. */
export const USER_VERSION = 1

const BUSY_MILLISECONDS = 2000

export interface OpenFile {
  readonly db: Database.Database
  readonly close: () => void
}

/** Open for reading; the file must exist. */
export function openToRead(path: string, model: Model): OpenFile {
  if (!existsSync(path)) throw new StoreError('nicht-vorhanden', path)
  return guarded(path, () => {
    const db = connect(path, true)
    return orClose(db, () => {
      if (isEmpty(path, db)) throw new StoreError('keine-datenbank', path, 'sie ist leer')
      assertSchema(path, db, model)
      lendExtras(db, model)
      return { db, close: () => void db.close() }
    })
  })
}

/** Open for writing, alone; a new or empty file becomes a database. */
export function openToWrite(path: string, model: Model): OpenFile {
  if (!existsSync(dirname(path))) throw new StoreError('nicht-schreibbar', path, 'das Verzeichnis gibt es nicht')
  return guarded(path, () => {
    const db = connect(path, false)
    return orClose(db, () => {
      // Before the lock, so that no lock file appears beside a file that is not ours.
      if (!isEmpty(path, db)) assertSchema(path, db, model)
      const unlock = lockForWriting(path)
      try {
        prepare(path, db, model)
      } catch (error) {
        unlock()
        throw error
      }
      return { db, close: () => closeBoth(db, unlock) }
    })
  })
}

function connect(path: string, readonly: boolean): Database.Database {
  if (existsSync(path) && !statSync(path).isFile())
    throw new StoreError('nicht-schreibbar', path, 'das ist keine Datei')
  const db = new Database(path, { readonly, timeout: BUSY_MILLISECONDS })
  return orClose(db, () => {
    db.pragma('foreign_keys = ON')
    db.pragma('trusted_schema = OFF')
    return db
  })
}

function prepare(path: string, db: Database.Database, model: Model): void {
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.transaction(() => {
    if (isEmpty(path, db)) {
      for (const { sql } of tableStatements(model)) db.exec(sql)
      db.pragma(`application_id = ${APPLICATION_ID}`)
      db.pragma(`user_version = ${USER_VERSION}`)
    }
    assertSchema(path, db, model)
    renewViews(db, model)
    renewExtras(db, model)
  }).immediate()
}

/** Nothing in it and nobody's; throws `keine-datenbank` if it holds something of somebody else. */
function isEmpty(path: string, db: Database.Database): boolean {
  const application = db.pragma('application_id', { simple: true })
  if (application === APPLICATION_ID) return false
  const objects = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get()
  const version = db.pragma('user_version', { simple: true })
  if (application === 0 && version === 0 && objects === 0) return true
  throw new StoreError('keine-datenbank', path, 'sie gehört einem anderen Programm')
}

function assertSchema(path: string, db: Database.Database, model: Model): void {
  const version = db.pragma('user_version', { simple: true })
  if (version !== USER_VERSION) throw new StoreError('andere-fassung', path, `Fassung ${version} statt ${USER_VERSION}`)
  const kept = keptSql(db)
  for (const { name, sql } of tableStatements(model)) {
    if (kept.get(name) !== sql) throw new StoreError('andere-fassung', path, `${name} ist anders aufgebaut`)
  }
}

function renewViews(db: Database.Database, model: Model): void {
  const kept = keptSql(db)
  for (const { name, sql } of viewStatements(model)) {
    if (kept.get(name) === sql) continue
    db.exec(`DROP VIEW IF EXISTS ${sqlName(name)}`)
    db.exec(sql)
  }
}

function tableStatements(model: Model): Statement[] {
  return model.tables.flatMap(createStatements)
}

function keptSql(db: Database.Database): Map<string, string | null> {
  const rows = db.prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema').all()
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}

function orClose<T>(db: Database.Database, run: () => T): T {
  try {
    return run()
  } catch (error) {
    db.close()
    throw error
  }
}

function closeBoth(db: Database.Database, unlock: () => void): void {
  try {
    db.close()
  } finally {
    unlock()
  }
}
