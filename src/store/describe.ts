/**
 * What the database says of its own tables and columns, in German and English, with units and the meaning of NULL.
 *
 * Reads: the model (so the zod schemas of the extractors), the catalogue, the derived views.
 */
import { ABOUT } from './about-tables.ts'
import { NOT_READ, TABLE_ENGLISH, TABLE_GERMAN, wordingOf } from './catalogue.ts'
import type { Column } from './columns.ts'
import { derivedViews } from './derived/index.ts'
import { hasAmounts, OWN_AMOUNT, OWN_AMOUNT_ENGLISH } from './derived/own-amounts.ts'
import type { DerivedView } from './derived/view.ts'
import { GEMEINDE, GEMEINDE_ENGLISH } from './gemeinde-table.ts'
import type { Model, Table } from './model.ts'

/** Tables beside those of papers. */
const EXTRAS: readonly Extra[] = [
  {
    table: OWN_AMOUNT,
    english: OWN_AMOUNT_ENGLISH,
    leer: [
      'siehe regel: es gibt keinen, oder keiner ist eindeutig',
      'see regel: there is none, or none is unequivocal',
    ],
  },
  { table: GEMEINDE, english: GEMEINDE_ENGLISH, leer: ['steht nicht in der Liste', 'not in the list'] },
]

export interface DescribedColumn {
  readonly tabelle: string
  readonly nr: number
  readonly spalte: string
  readonly typ: string | null
  readonly leer_erlaubt: boolean
  readonly einheit: string | null
  readonly beschreibung: string
  readonly description: string
  readonly bedeutung_leer: string | null
  readonly meaning_of_null: string | null
  /** `tabelle.spalte` it points to. */
  readonly verweist_auf: string | null
}

export interface DescribedTable {
  readonly name: string
  readonly art: 'tabelle' | 'sicht'
  readonly beschreibung: string
  readonly description: string
  readonly schluessel: string | null
  readonly columns: readonly DescribedColumn[]
}

/** Tables first, then the views that draw conclusions. Complete only for the real extractors. */
export function describe(model: Model): DescribedTable[] {
  const own = new Set(
    model.records
      .filter(({ merged }) => !merged)
      .flatMap((one) => one.fields.map((field) => `${one.table}.${field.name}`)),
  )
  const merged = new Set(
    model.records.filter((one) => one.merged).flatMap((one) => one.fields.map((field) => `vorlage.${field.name}`)),
  )
  const fields = new Set([...own, ...merged])
  return [
    ...model.tables.map((table) => describeTable(table, fields)),
    ...EXTRAS.filter(({ table }) => table !== OWN_AMOUNT || hasAmounts(model)).map(describeExtra),
    ...ABOUT.map(describeAbout),
    ...derivedViews(model).map(describeView),
  ]
}

/** The columns of the key, as they stand in the declaration. */
export function keyOf(table: Table): string[] {
  const single = table.columns.find(({ clause }) => clause.startsWith('PRIMARY KEY'))
  if (single) return [single.name]
  const several = table.constraints.find((one) => one.startsWith('PRIMARY KEY'))
  return [...(several ?? '').matchAll(/"([^"]+)"/g)].map(([, name = '']) => name)
}

/** Which table and column a column points to. */
export function targetOf(column: Column): { readonly table: string; readonly column: string } | null {
  const found = /REFERENCES "([^"]+)" \("([^"]+)"\)/.exec(column.clause)
  return found ? { table: found[1] ?? '', column: found[2] ?? '' } : null
}

function describeTable(table: Table, fields: ReadonlySet<string>): DescribedTable {
  return {
    name: table.name,
    art: 'tabelle',
    beschreibung: TABLE_GERMAN[table.name] ?? table.description,
    description: TABLE_ENGLISH[table.name] ?? table.description,
    schluessel: keyOf(table).join(', ') || null,
    columns: table.columns.map((column, at) => {
      const field = fields.has(`${table.name}.${column.name}`)
      const wording = wordingOf(table.name, column.name)
      const other = wording?.text ?? column.description
      const [beschreibung, description] = field ? [other, column.description] : [column.description, other]
      return columnOf(table.name, at, column, { beschreibung, description, leer: wording?.leer ?? NOT_READ })
    }),
  }
}

interface Extra {
  readonly table: Table
  readonly english: Readonly<Record<string, string>>
  readonly leer: readonly [string, string]
}

function describeExtra({ table, english, leer }: Extra): DescribedTable {
  return {
    name: table.name,
    art: 'tabelle',
    beschreibung: table.description,
    description: english[''] ?? '',
    schluessel: keyOf(table).join(', '),
    columns: table.columns.map((column, at) =>
      columnOf(table.name, at, column, {
        beschreibung: column.description,
        description: english[column.name] ?? '',
        leer,
      }),
    ),
  }
}

function describeAbout({ name, de, en, schluessel, columns }: (typeof ABOUT)[number]): DescribedTable {
  return {
    name,
    art: 'tabelle',
    beschreibung: de,
    description: en,
    schluessel,
    columns: columns.map(({ column, en: description, leer }, at) =>
      columnOf(name, at, column, { beschreibung: column.description, description, leer }),
    ),
  }
}

interface Words {
  readonly beschreibung: string
  readonly description: string
  readonly leer: readonly [string, string]
}

function columnOf(
  tabelle: string,
  at: number,
  column: Column,
  { beschreibung, description, leer }: Words,
): DescribedColumn {
  const target = targetOf(column)
  const empty = column.nullable ? leer : [null, null]
  return {
    tabelle,
    nr: at + 1,
    spalte: column.name,
    typ: column.type,
    leer_erlaubt: column.nullable,
    einheit: column.unit,
    beschreibung,
    description,
    bedeutung_leer: empty[0] ?? null,
    meaning_of_null: empty[1] ?? null,
    verweist_auf: target ? `${target.table}.${target.column}` : null,
  }
}

function describeView({ name, de, en, key, columns }: DerivedView): DescribedTable {
  return {
    name,
    art: 'sicht',
    beschreibung: de,
    description: en,
    schluessel: key ?? null,
    columns: columns.map((one, at) => ({
      tabelle: name,
      nr: at + 1,
      spalte: one.name,
      typ: key ? one.typ : null,
      leer_erlaubt: one.leer !== null,
      einheit: one.einheit,
      beschreibung: one.de,
      description: one.en,
      bedeutung_leer: one.leer?.[0] ?? null,
      meaning_of_null: one.leer?.[1] ?? null,
      verweist_auf: null,
    })),
  }
}
