/**
 * Between a record's fields and a row's columns, both ways.
 *
 * Units: as `columns.ts` says; a number kept in thousandths must have no more than three decimals.
 */
import type { RecordValue } from '../bundle.ts'
import type { FieldColumn } from './columns.ts'

export type SqlValue = string | number | null
export type Row = Readonly<Record<string, SqlValue>>

/** What a column keeps of a record. Throws for a value it could only keep by changing it. */
export function toColumn(column: FieldColumn, record: RecordValue): SqlValue {
  const value = valueAt(record, column.path)
  if (value === null || value === undefined) return null
  if (column.storage === 'json') return JSON.stringify(value)
  if (column.storage === 'wahrheitswert' && typeof value === 'boolean') return value ? 1 : 0
  if (column.storage === 'tausendstel' && typeof value === 'number') return thousandths(column.name, value)
  if (column.storage === 'wie-gelesen' && (typeof value === 'string' || typeof value === 'number')) return value
  throw new TypeError(`${column.name}: ${JSON.stringify(value)}`)
}

/** The fields of a record as its row keeps them. A nested object of which nothing is kept is null. */
export function toFields(columns: readonly FieldColumn[], row: Row): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const column of columns) {
    const value = toValue(column, row[column.name] ?? null)
    if (value === null && column.optional) continue
    put(fields, column.path, value)
  }
  for (const [name] of columns.filter(({ path }) => path.length > 1).map(({ path }) => path)) {
    if (name !== undefined) fields[name] = collapsed(fields[name])
  }
  return fields
}

function toValue(column: FieldColumn, kept: SqlValue): unknown {
  if (kept === null) return null
  if (column.storage === 'json' && typeof kept === 'string') return JSON.parse(kept)
  if (column.storage === 'wahrheitswert') return kept === 1
  if (column.storage === 'tausendstel' && typeof kept === 'number') return kept / 1000
  return kept
}

function thousandths(name: string, value: number): number {
  const whole = Math.round(value * 1000)
  // What a sum in binary fractions leaves behind is no decimal.
  if (Math.abs(whole - value * 1000) > 1e-6) throw new TypeError(`${name}: ${value} hat mehr als drei Nachkommastellen`)
  return whole
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), value)
}

/** Set a value deep inside, making the objects around it. */
function put(into: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [first, ...rest] = path
  if (first === undefined) return
  if (rest.length === 0) {
    into[first] = value
    return
  }
  const inner: unknown = into[first] ?? {}
  if (!isObject(inner)) return
  into[first] = inner
  put(inner, rest, value)
}

/** An object whose columns are all empty was null. */
function collapsed(value: unknown): unknown {
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [name, collapsed(inner)] as const)
  return entries.every(([, inner]) => inner === null) ? null : Object.fromEntries(entries)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
