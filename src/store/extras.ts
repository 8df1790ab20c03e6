/**
 * What stands in the file beside the tables of papers and can be made again at any time: the description of the
 * database, indexes, full-text search, the list of municipalities, the views that draw conclusions.
 *
 * None of it belongs to the version of the file: an older file gets it when it is next opened for writing.
 */
import type Database from 'better-sqlite3'
import { sqlText } from './columns.ts'
import { createStatements, type Statement } from './ddl.ts'
import { derivedStatements, viewName } from './derived/index.ts'
import {
  fillOwnAmounts,
  hasAmounts,
  lacksOwnAmounts,
  lendOwnAmounts,
  ownAmountStatements,
} from './derived/own-amounts.ts'
import { type DescribedColumn, type DescribedTable, describe } from './describe.ts'
import { GEMEINDE } from './gemeinde-table.ts'
import type { Model } from './model.ts'

const TABELLEN = `CREATE TABLE "_tabellen" (
  "name" TEXT PRIMARY KEY,
  "art" TEXT NOT NULL CHECK ("art" IN ('tabelle', 'sicht')),
  "beschreibung" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "schluessel" TEXT
) STRICT, WITHOUT ROWID`

const SPALTEN = `CREATE TABLE "_spalten" (
  "tabelle" TEXT NOT NULL REFERENCES "_tabellen" ("name"),
  "nr" INTEGER NOT NULL,
  "spalte" TEXT NOT NULL,
  "typ" TEXT,
  "leer_erlaubt" INTEGER NOT NULL CHECK ("leer_erlaubt" IN (0, 1)),
  "einheit" TEXT,
  "beschreibung" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "bedeutung_leer" TEXT,
  "meaning_of_null" TEXT,
  "verweist_auf" TEXT,
  PRIMARY KEY ("tabelle", "nr"),
  UNIQUE ("tabelle", "spalte")
) STRICT, WITHOUT ROWID`

/** Tables that only say something about others, in the order in which they are made. */
const DOC_TABLES: readonly Statement[] = [
  { name: '_tabellen', sql: TABELLEN },
  { name: '_spalten', sql: SPALTEN },
]

/** Bring all of it up to date. To be run inside a transaction. */
export function renewExtras(db: Database.Database, model: Model): void {
  const kept = keptSql(db)
  for (const { name, sql } of createStatements(GEMEINDE)) if (!kept.has(name)) db.exec(sql)
  for (const { name, sql } of indexStatements(model)) if (!kept.has(name)) db.exec(sql)
  for (const search of searches(model)) if (!kept.has(search.name)) for (const sql of search.make) db.exec(sql)
  if (hasAmounts(model)) renewOwnAmounts(db, kept)
  renewDocs(db, model, kept)
  for (const { name, sql } of derivedStatements(model)) {
    if (kept.get(name) === sql) continue
    // In a published file `_meta` is a table, with what it said then.
    if (kept.get(name)?.startsWith('CREATE TABLE "_meta"')) continue
    // So were, in files of older programs, other views.
    db.exec(`DROP ${kept.get(name)?.startsWith('CREATE TABLE') ? 'TABLE' : 'VIEW'} IF EXISTS ${viewName(name)}`)
    db.exec(sql)
  }
}

/** To who only reads an older file, its views that draw conclusions as they are now; nothing is written to the file. */
export function lendExtras(db: Database.Database, model: Model): void {
  const kept = keptSql(db)
  const isCurrent = ({ name, sql }: Statement): boolean =>
    kept.get(name) === sql || kept.get(name)?.startsWith('CREATE TABLE "_meta"') === true
  const views = derivedStatements(model)
  const amounts = hasAmounts(model) ? ownAmountStatements() : []
  const complete = amounts.every(isCurrent) && !(amounts.length > 0 && lacksOwnAmounts(db))
  if (complete && views.every(isCurrent)) return
  if (!complete) lendOwnAmounts(db)
  for (const { sql } of views.filter(({ name }) => name !== '_meta'))
    db.exec(sql.replace('CREATE VIEW', 'CREATE TEMP VIEW'))
}

/** What was made by other rules is made anew; rows that were taken away since are made again. */
function renewOwnAmounts(db: Database.Database, kept: ReadonlyMap<string, string | null>): void {
  const statements = ownAmountStatements()
  if (statements.some(({ name, sql }) => kept.get(name) !== sql)) {
    for (const { name, sql } of statements.toReversed())
      db.exec(`DROP ${/^CREATE (\w+)/.exec(sql)?.[1]} IF EXISTS "${name}"`)
    for (const { sql } of statements) db.exec(sql)
  }
  fillOwnAmounts(db)
}

/** Indexes for the questions people ask, where the columns exist. */
function indexStatements(model: Model): Statement[] {
  const wanted: readonly (readonly [name: string, table: string, columns: readonly string[], where?: string])[] = [
    ['vorlage_kommune', 'vorlage', ['kommune_name', 'kommune_ags'], '"aktuell" = 1'],
    ['vorlage_datum', 'vorlage', ['datum'], '"aktuell" = 1'],
    // Who looks a paper up by its number knows the town, and must not walk through all papers of it.
    ['vorlage_nummer_kommune', 'vorlage', ['nummer', 'kommune_name'], '"aktuell" = 1'],
    ['vorlage_lauf', 'vorlage', ['lauf_id']],
    ['beratung_gremium', 'beratung', ['gremium', 'datum']],
    ['beratung_datum', 'beratung', ['datum']],
    ['betrag_art', 'betrag', ['art', 'cent']],
    ['vzae_jahr', 'vzae', ['jahr', 'einheit']],
    ['stelle_nummer', 'stelle', ['nummer']],
    ['verweis_nummer', 'verweis', ['nummer']],
    ['meldung_code', 'meldung', ['code']],
    ['quelle_dublette', 'quelle', ['dublette_von']],
  ]
  return wanted.flatMap(([name, table, columns, where]) => {
    const found = model.tables.find((one) => one.name === table)
    if (!columns.every((column) => found?.columns.some((one) => one.name === column))) return []
    const list = columns.map((column) => `"${column}"`).join(', ')
    return [{ name, sql: `CREATE INDEX "${name}" ON "${table}" (${list})${where ? ` WHERE ${where}` : ''}` }]
  })
}

interface Search {
  readonly name: string
  readonly make: readonly string[]
}

/** Full-text search that tells ä from a and ß from ss; kept up to date by triggers. */
function searches(model: Model): Search[] {
  const wanted = [
    ['suche_vorlage', 'vorlage', ['betreff', 'text']],
    ['suche_beschluss', 'beschlussvorschlag', ['text']],
  ] as const
  return wanted.flatMap(([name, table, columns]) => {
    const found = model.tables.find((one) => one.name === table)
    if (!columns.every((column) => found?.columns.some((one) => one.name === column))) return []
    return [{ name, make: searchStatements(name, table, columns) }]
  })
}

function searchStatements(name: string, table: string, columns: readonly string[]): string[] {
  const list = columns.map((column) => `"${column}"`).join(', ')
  const values = (row: string): string => columns.map((column) => `${row}."${column}"`).join(', ')
  const add = `INSERT INTO "${name}" (rowid, ${list}) VALUES (new."id", ${values('new')});`
  const drop = `INSERT INTO "${name}" ("${name}", rowid, ${list}) VALUES ('delete', old."id", ${values('old')});`
  return [
    `CREATE VIRTUAL TABLE "${name}" USING fts5 (${list}, content = "${table}", content_rowid = "id", tokenize = ${sqlText('unicode61 remove_diacritics 0')})`,
    `CREATE TRIGGER "${name}_neu" AFTER INSERT ON "${table}" BEGIN ${add} END`,
    `CREATE TRIGGER "${name}_weg" AFTER DELETE ON "${table}" BEGIN ${drop} END`,
    `CREATE TRIGGER "${name}_anders" AFTER UPDATE OF ${list} ON "${table}" BEGIN ${drop} ${add} END`,
    `INSERT INTO "${name}" ("${name}") VALUES ('rebuild')`,
  ]
}

function renewDocs(db: Database.Database, model: Model, kept: ReadonlyMap<string, string | null>): void {
  const tables = describe(model)
  const current = DOC_TABLES.every(({ name, sql }) => kept.get(name) === sql)
  if (current && tables.every((table) => isDescribed(db, table))) return
  for (const { name } of DOC_TABLES.toReversed()) db.exec(`DROP TABLE IF EXISTS "${name}"`)
  fillDocs(db, model)
}

/** Make the describing tables and fill them. */
function fillDocs(db: Database.Database, model: Model): void {
  for (const { sql } of DOC_TABLES) db.exec(sql)
  const table = db.prepare('INSERT INTO "_tabellen" VALUES (?, ?, ?, ?, ?)')
  const column = db.prepare(`INSERT INTO "_spalten" VALUES (${Array(11).fill('?').join(', ')})`)
  for (const one of describe(model)) {
    table.run(one.name, one.art, one.beschreibung, one.description, one.schluessel)
    for (const spalte of one.columns) column.run(...rowOf(spalte))
  }
}

function isDescribed(
  db: Database.Database,
  { name, art, beschreibung, description, schluessel, columns }: DescribedTable,
): boolean {
  const table = db.prepare('SELECT * FROM "_tabellen" WHERE "name" = ?').raw().get(name)
  const rows = db.prepare('SELECT * FROM "_spalten" WHERE "tabelle" = ? ORDER BY "nr"').raw().all(name)
  const wanted = [[name, art, beschreibung, description, schluessel], columns.map(rowOf)]
  return JSON.stringify([table, rows]) === JSON.stringify(wanted)
}

function rowOf(column: DescribedColumn): (string | number | null)[] {
  return Object.values(column).map((value: string | number | boolean | null) =>
    typeof value === 'boolean' ? Number(value) : value,
  )
}

function keptSql(db: Database.Database): Map<string, string | null> {
  const rows = db.prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema').all()
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
