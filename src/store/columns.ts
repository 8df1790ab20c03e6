/**
 * From the schema of a record kind to plain descriptions of its columns and child tables. DDL, INSERTs, views and the
 * documentation are all made from these; nothing is written by hand twice.
 *
 * Units: as `.meta({ einheit })` says; `speicher: 'tausendstel'` (or `multipleOf(0.001)`) is kept as integer thousandths.
 * Reads: zod objects of strings, numbers, booleans, enums, nested objects (flattened) and arrays. An array with
 * `kindtabelle` becomes a child table, any other array JSON.
 */
import type { z } from 'zod'
import { fieldsOf, type SchemaNode } from './json-schema.ts'

/** How a value of a record is kept: as it is, as 0/1, times 1000, or as JSON text. */
export type Storage = 'wie-gelesen' | 'wahrheitswert' | 'tausendstel' | 'json'

export interface Column {
  readonly name: string
  readonly type: 'INTEGER' | 'REAL' | 'TEXT'
  readonly nullable: boolean
  readonly unit: string | null
  readonly description: string
  /** SQL conditions, all of which must hold. */
  readonly checks: readonly string[]
  /** SQL behind the type: PRIMARY KEY, UNIQUE, REFERENCES … */
  readonly clause: string
}

/** A column that holds a field of a record. */
export interface FieldColumn extends Column {
  /** Where the value stands in the record. */
  readonly path: readonly string[]
  readonly storage: Storage
  /** The field may be absent from a record. */
  readonly optional: boolean
}

/** Lists of a record that are kept in a table of their own. */
export interface ChildList {
  readonly table: string
  readonly description: string
  /** Field with a plain list: rows (`liste`) or, beside `cells`, the heads of columns. */
  readonly list: string | null
  /** Field with rows of cells. */
  readonly cells: string | null
}

export interface RecordColumns {
  readonly columns: readonly FieldColumn[]
  readonly children: readonly ChildList[]
}

/** The columns and child tables of a schema. Throws for what cannot be kept, so that it shows when the program starts. */
export function columnsOf(schema: z.ZodObject): RecordColumns {
  const columns: FieldColumn[] = []
  const children: ChildList[] = []
  for (const { name, node, optional } of fieldsOf(schema)) {
    if (node.raw.kindtabelle) addChild(children, node.raw.kindtabelle, name, node, optional)
    else columns.push(...flatten([name], node, optional || node.nullable, optional))
  }
  return { columns, children }
}

/** A name as SQL. Names come from code, not from papers; anything unusual is a mistake. */
export function sqlName(name: string): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`kein Name für Tabelle oder Spalte: „${name}“`)
  return `"${name}"`
}

/** A text as SQL. */
export function sqlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function addChild(children: ChildList[], table: string, field: string, node: SchemaNode, optional: boolean): void {
  if (node.type !== 'array' || node.nullable || optional)
    throw new Error(`${field}: eine Kindtabelle braucht eine Liste`)
  const nested = node.items?.type === 'array'
  const leaf = nested ? node.items?.items : node.items
  if (leaf?.type !== 'string' || leaf.nullable) throw new Error(`${field}: eine Kindtabelle nimmt nur Texte auf`)
  const at = children.findIndex((child) => child.table === table)
  const known = at < 0 ? { table, description: '', list: null, cells: null } : children[at]
  if (!known || (nested ? known.cells : known.list)) throw new Error(`${field}: ${table} ist schon vergeben`)
  const description = [known.description, node.raw.description].filter(Boolean).join('; ')
  const child: ChildList = { ...known, description, ...(nested ? { cells: field } : { list: field }) }
  children.splice(at < 0 ? children.length : at, 1, child)
}

function flatten(path: readonly string[], node: SchemaNode, nullable: boolean, optional: boolean): FieldColumn[] {
  if (node.type === 'object' && node.fields.length > 0) {
    return node.fields.flatMap((field) =>
      flatten(
        [...path, field.name],
        described(field.node, node),
        nullable || field.optional || field.node.nullable,
        optional,
      ),
    )
  }
  const { type, storage, scale } = storageOf(node)
  const name = path.join('_') + (storage === 'tausendstel' ? '_tausendstel' : '')
  return [
    {
      name,
      type,
      nullable,
      unit:
        storage === 'tausendstel'
          ? `Tausendstel${node.raw.einheit ? ` ${node.raw.einheit}` : ''}`
          : (node.raw.einheit ?? null),
      description: node.raw.description ?? '',
      checks: checksOf(sqlName(name), node, storage, scale),
      clause: '',
      path,
      storage,
      optional,
    },
  ]
}

function described(inner: SchemaNode, outer: SchemaNode): SchemaNode {
  const description = [outer.raw.description, inner.raw.description].filter(Boolean).join(': ')
  return { ...inner, raw: { ...inner.raw, description } }
}

function storageOf(node: SchemaNode): { type: Column['type']; storage: Storage; scale: number } {
  const types = new Set(node.alternatives.length ? node.alternatives.map(({ type }) => type) : [node.type])
  const [type] = types
  if (types.size > 1 || type === 'array' || type === 'object') return { type: 'TEXT', storage: 'json', scale: 1 }
  if (type === 'string') return { type: 'TEXT', storage: 'wie-gelesen', scale: 1 }
  if (type === 'boolean') return { type: 'INTEGER', storage: 'wahrheitswert', scale: 1 }
  const thousandths = node.raw.speicher === 'tausendstel' || node.raw.multipleOf === 0.001
  if (thousandths) return { type: 'INTEGER', storage: 'tausendstel', scale: 1000 }
  if (type === 'integer') return { type: 'INTEGER', storage: 'wie-gelesen', scale: 1 }
  if (type === 'number') return { type: 'REAL', storage: 'wie-gelesen', scale: 1 }
  throw new Error(`Schema ohne Spaltentyp: ${JSON.stringify(node.raw)}`)
}

function checksOf(column: string, node: SchemaNode, storage: Storage, scale: number): string[] {
  if (storage === 'json') return [`json_valid(${column})`]
  if (storage === 'wahrheitswert') return [`${column} IN (0, 1)`]
  const values = valuesOf(node)
  if (values) return [`${column} IN (${values.map(literal).join(', ')})`]
  const { minimum, exclusiveMinimum, maximum, minLength = 0, format } = node.raw
  const checks: string[] = []
  if (exclusiveMinimum !== undefined) checks.push(`${column} > ${Math.floor(exclusiveMinimum * scale)}`)
  if (minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER)
    checks.push(`${column} >= ${Math.round(minimum * scale)}`)
  if (maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER)
    checks.push(`${column} <= ${Math.round(maximum * scale)}`)
  if (minLength > 0) checks.push(`${column} <> ''`)
  if (format === 'date') checks.push(`${column} IS date(${column})`)
  return checks
}

function valuesOf(node: SchemaNode): readonly unknown[] | undefined {
  if (!node.alternatives.length) return node.values
  const lists = node.alternatives.map(valuesOf)
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}

function literal(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return sqlText(value)
  throw new Error(`kein Wert für eine Spalte: ${JSON.stringify(value)}`)
}
