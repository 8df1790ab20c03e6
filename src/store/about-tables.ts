/**
 * The tables that describe all others, described like them.
 */
import type { Column } from './columns.ts'

interface About {
  readonly name: string
  readonly de: string
  readonly en: string
  readonly schluessel: string
  readonly columns: readonly {
    readonly column: Column
    readonly en: string
    readonly leer: readonly [string, string]
  }[]
}

const VIEW = ['Spalte einer Sicht', 'column of a view'] as const

export const ABOUT: readonly About[] = [
  {
    name: '_tabellen',
    de: 'Was es in dieser Datenbank gibt',
    en: 'What there is in this database',
    schluessel: 'name',
    columns: [
      text('name', 'Name der Tabelle oder Sicht', 'Name of the table or view'),
      text('art', 'tabelle oder sicht', 'Table or view'),
      text('beschreibung', 'Was darin steht', 'What it holds, in German'),
      text('description', 'Dasselbe auf Englisch', 'What it holds, in English'),
      text('schluessel', 'Spalten des Schlüssels', 'Columns of the key', ['eine Sicht', 'a view']),
    ],
  },
  {
    name: '_spalten',
    de: 'Was die Spalten bedeuten',
    en: 'What the columns mean',
    schluessel: 'tabelle, nr',
    columns: [
      text('tabelle', 'Tabelle oder Sicht', 'Table or view', null, 'REFERENCES "_tabellen" ("name")'),
      number('nr', 'Reihenfolge der Spalten, ab 1', 'Order of the columns, from 1'),
      text('spalte', 'Name der Spalte', 'Name of the column'),
      text('typ', 'Typ in SQLite', 'Type in SQLite', VIEW),
      number('leer_erlaubt', '1: die Spalte kann leer (NULL) sein', '1: the column may be NULL'),
      text('einheit', 'Einheit', 'Unit', ['ohne Einheit', 'no unit']),
      text('beschreibung', 'Was die Spalte bedeutet', 'What the column means, in German'),
      text('description', 'Dasselbe auf Englisch', 'What the column means, in English'),
      text('bedeutung_leer', 'Was es heißt, wenn sie leer ist', 'What NULL means, in German', [
        'nie leer',
        'never NULL',
      ]),
      text('meaning_of_null', 'Dasselbe auf Englisch', 'What NULL means, in English', ['nie leer', 'never NULL']),
      text('verweist_auf', 'Tabelle und Spalte, auf die sie zeigt', 'Table and column it points to', [
        'auf keine',
        'none',
      ]),
    ],
  },
]

function text(name: string, de: string, en: string, leer: readonly [string, string] | null = null, clause = '') {
  const column: Column = {
    name,
    type: 'TEXT',
    nullable: leer !== null,
    unit: null,
    description: de,
    checks: [],
    clause,
  }
  return { column, en, leer: leer ?? (['', ''] as const) }
}

function number(name: string, de: string, en: string) {
  const found = text(name, de, en)
  return { ...found, column: { ...found.column, type: 'INTEGER' as const } }
}
