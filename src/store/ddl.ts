/**
 * The statements that make the database, and those that fill it, from the descriptions of its tables.
 *
 * Every statement is deterministic: SQLite keeps its words, and comparing them tells whether a file is of this version.
 */
import { type Column, sqlName } from './columns.ts'
import type { Table } from './model.ts'

export interface Statement {
  readonly name: string
  readonly sql: string
}

/** `CREATE TABLE` and `CREATE INDEX` for one table. */
export function createStatements(table: Table): Statement[] {
  const lines = [...table.columns.map(columnSql), ...table.constraints].map((line) => `  ${line}`)
  const kind = table.withoutRowid ? 'STRICT, WITHOUT ROWID' : 'STRICT'
  return [
    { name: table.name, sql: `CREATE TABLE ${sqlName(table.name)} (\n${lines.join(',\n')}\n) ${kind}` },
    ...table.indexes.map(({ name, on, unique }) => ({
      name,
      sql: `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${sqlName(name)} ON ${on}`,
    })),
  ]
}

/** Takes the values in the order of the columns. */
export function insertSql(table: Table): string {
  const names = table.columns.map(({ name }) => sqlName(name))
  return `INSERT INTO ${sqlName(table.name)} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}

/** Takes the values in the order of the columns, then the id of the row. */
export function updateSql(table: Table): string {
  const settings = table.columns.map(({ name }) => `${sqlName(name)} = ?`)
  return `UPDATE ${sqlName(table.name)} SET ${settings.join(', ')} WHERE "id" = ?`
}

function columnSql({ name, type, nullable, checks, clause }: Column): string {
  const parts = [sqlName(name), type, nullable || clause === 'PRIMARY KEY' ? '' : 'NOT NULL', clause]
  // json_valid(NULL) is 0 for the SQLite of some systems, and their integrity_check would complain.
  const held = checks.map((check) =>
    nullable && check.startsWith('json_valid') ? `${sqlName(name)} IS NULL OR ${check}` : check,
  )
  if (held.length > 0) parts.push(`CHECK (${held.join(' AND ')})`)
  return parts.filter(Boolean).join(' ')
}
