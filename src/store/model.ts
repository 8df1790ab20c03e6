/**
 * All tables of the database as plain descriptions, in the order in which they can be made.
 *
 * Reads: the record kinds of the extractors. The kinds `vorlage` and `kommune` (one each per paper) are columns of the
 * table `vorlage`; every other kind has a table of its own.
 */
import type { RecordKind } from '../extractor.ts'
import { type ChildList, type Column, columnsOf, type FieldColumn } from './columns.ts'
import {
  BELEG,
  cellColumns,
  LAUF,
  listColumns,
  MELDUNG,
  mark,
  QUELLE,
  RECORD,
  VORLAGE,
  VORLAGE_TEXT,
} from './fixed-tables.ts'

/** The record kinds of all extractors: key of the bundle → kind. */
export interface StoreKinds {
  readonly [key: string]: RecordKind
}

export interface Table {
  readonly name: string
  readonly description: string
  readonly columns: readonly Column[]
  /** SQL constraints over several columns. */
  readonly constraints: readonly string[]
  readonly indexes: readonly { readonly name: string; readonly on: string; readonly unique?: boolean }[]
  /** Its rows are found by their constraint's key alone. */
  readonly withoutRowid: boolean
}

/** Where the records of one kind are kept. */
export interface RecordTable {
  /** Key of the bundle. */
  readonly key: string
  readonly table: string
  readonly many: boolean
  /** Its fields are columns of `vorlage`. */
  readonly merged: boolean
  /** Stands before the names of merged columns. */
  readonly prefix: string
  readonly fields: readonly FieldColumn[]
  readonly children: readonly ChildList[]
  /** Every field of a record that has a place. */
  readonly known: ReadonlySet<string>
}

export interface Model {
  readonly tables: readonly Table[]
  readonly records: readonly RecordTable[]
}

/** The database for these record kinds. Throws if two tables or columns share a name. */
export function modelOf(kinds: StoreKinds): Model {
  const records = Object.entries(kinds).map(([key, kind]) => recordTable(key, kind))
  const tables = [
    table('lauf', 'Ein Import je Zeile', LAUF),
    table('quelle', 'Eine Datei oder Adresse je Zeile', QUELLE, {
      indexes: [{ name: 'quelle_sha256', on: '"quelle" ("sha256")' }],
    }),
    paperTable(records.filter(({ merged }) => merged)),
    table('beleg', 'Wo ein Datensatz oder ein Feld gedruckt steht', BELEG, {
      indexes: [
        { name: 'beleg_datensatz', on: `"beleg" ("vorlage_id", "datensatz", ifnull("feld", ''))`, unique: true },
      ],
    }),
    table('meldung', 'Was über eine Vorlage gesagt wurde', MELDUNG, { constraints: ['UNIQUE ("vorlage_id", "nr")'] }),
    ...records.flatMap((record) => [
      ...(record.merged ? [] : [ownTable(record)]),
      ...record.children.map((child) => childTable(record, child)),
    ]),
  ]
  assertDistinct(
    tables.map(({ name }) => name),
    'Tabelle',
  )
  for (const { name, columns } of tables)
    assertDistinct(
      columns.map((column) => column.name),
      `Spalte von ${name}:`,
    )
  return { tables, records }
}

function recordTable(key: string, kind: RecordKind): RecordTable {
  const merged = key === 'vorlage' || key === 'kommune'
  if (merged && kind.many) throw new Error(`${key}: höchstens einer je Vorlage`)
  const { columns, children } = columnsOf(kind.schema)
  const prefix = key === 'kommune' ? 'kommune_' : ''
  const fields = merged ? columns.map((column) => renamed(column, prefix)) : columns
  const known = new Set(Object.keys(kind.schema.shape))
  return { key, table: merged ? 'vorlage' : kind.table, many: kind.many, merged, prefix, fields, children, known }
}

/** A merged column may stay empty: a paper that could not be read has no such record. */
function renamed(column: FieldColumn, prefix: string): FieldColumn {
  const checks = column.checks.map((check) => check.replaceAll(`"${column.name}"`, `"${prefix}${column.name}"`))
  return { ...column, name: `${prefix}${column.name}`, nullable: true, checks }
}

function paperTable(merged: readonly RecordTable[]): Table {
  const own = merged.flatMap(({ prefix, fields }) => [...mark(prefix, true), ...fields])
  const numbered = own.some(({ name }) => name === 'nummer')
  return table('vorlage', 'Eine Fassung einer Vorlage je Zeile', [...VORLAGE, ...own, VORLAGE_TEXT], {
    constraints: ['UNIQUE ("quelle_id", "version")'],
    indexes: [
      { name: 'vorlage_aktuell', on: '"vorlage" ("quelle_id") WHERE "aktuell" = 1', unique: true },
      ...(numbered ? [{ name: 'vorlage_nummer', on: '"vorlage" ("nummer")' }] : []),
    ],
  })
}

function ownTable(record: RecordTable): Table {
  const description = `Datensätze „${record.key}“${record.many ? '' : ', höchstens einer je Vorlage'}`
  const once = record.many ? '"nr"' : null
  return table(record.table, description, [...RECORD, ...record.fields], {
    constraints: [`UNIQUE (${['"vorlage_id"', once].filter(Boolean).join(', ')})`],
  })
}

function childTable(record: RecordTable, child: ChildList): Table {
  const columns = child.cells ? cellColumns(record.table) : listColumns(record.table)
  const place = child.cells ? '"zeile", "spalte"' : '"nr"'
  return table(child.table, child.description || `Einträge von ${record.table}`, columns, {
    constraints: [`PRIMARY KEY ("${record.table}_id", ${place})`],
    withoutRowid: true,
  })
}

function table(name: string, description: string, columns: readonly Column[], more: Partial<Table> = {}): Table {
  return { name, description, columns, constraints: [], indexes: [], withoutRowid: false, ...more }
}

function assertDistinct(names: readonly string[], what: string): void {
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`${what} „${twice}“ gibt es zweimal`)
}
