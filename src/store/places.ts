/**
 * Put a list of municipalities into the database, and ask how the municipalities of papers match it.
 *
 * Every as-of date is kept for itself; importing the same date again replaces that list and no other.
 */
import type Database from 'better-sqlite3'
import { insertSql } from './ddl.ts'
import { GEMEINDE } from './gemeinde-table.ts'
import type { SqlValue } from './values.ts'

/** A row of `v_kommune`. */
export interface PlaceMatch {
  readonly kommune: string | null
  readonly kommune_ags: string | null
  readonly vorlagen: number
  readonly zuordnung: string
  readonly moegliche: number
  readonly ags: string | null
  readonly gemeinde: string | null
  readonly land: string | null
  readonly einwohner: number | null
  readonly stand: string | null
}

/** To be run inside a transaction. */
export function keepMunicipalities(db: Database.Database, list: readonly object[]): void {
  const insert = db.prepare<SqlValue[]>(insertSql(GEMEINDE))
  const dates = new Set(list.map((one) => value(one, 'stand')))
  for (const date of dates) db.prepare('DELETE FROM gemeinde WHERE stand = ?').run(date)
  for (const one of list) insert.run(...GEMEINDE.columns.map(({ name }) => value(one, name)))
}

/** By name; those without a municipality last. */
export function placeMatches(db: Database.Database): PlaceMatch[] {
  return db.prepare<[], PlaceMatch>('SELECT * FROM v_kommune ORDER BY kommune IS NULL, kommune, kommune_ags').all()
}

function value(row: object, name: string): SqlValue {
  const found: unknown = Reflect.get(row, name)
  if (found === null || typeof found === 'string' || typeof found === 'number') return found
  throw new TypeError(`${name}: ${JSON.stringify(found)}`)
}
