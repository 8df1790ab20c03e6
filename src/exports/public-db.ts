/**
 * A database for the public: the tables of papers again, filled with nothing but what may be published.
 *
 * Built from an empty file, row by row, so that nothing else can be in any of its pages. Keys stay what they were.
 * The same input gives the same bytes.
 */
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { createStatements, insertSql } from '../store/ddl.ts'
import { renewExtras } from '../store/extras.ts'
import { APPLICATION_ID, USER_VERSION } from '../store/file.ts'
import { GEMEINDE } from '../store/gemeinde-table.ts'
import { type Model, modelOf, type StoreKinds } from '../store/model.ts'
import type { Row, SqlValue } from '../store/values.ts'
import { viewStatements } from '../store/views.ts'
import { copyPapers } from './copy-papers.ts'
import { commonFolder, isAddress, publicPath } from './paths.ts'
import { type Held, heldBack, publicPapers } from './public-papers.ts'
import type { FindPersonal } from './second.ts'

/**
 * Write the public database to `path`, which must not exist. Returns how many papers are in it, and
 * what was held back. The source is read at one moment, even if an import writes meanwhile.
 */
export async function writePublicDatabase(
  source: Database.Database,
  kinds: StoreKinds,
  path: string,
  find: FindPersonal,
): Promise<{ papers: number; held: Held }> {
  const model = modelOf(kinds)
  const draft = `${path}.entwurf`
  rmSync(draft, { force: true })
  const db = new Database(draft)
  try {
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma('foreign_keys = OFF')
    db.pragma('cache_size = -65536')
    source.exec('BEGIN')
    db.exec('BEGIN')
    const papers = await fill(source, db, model, find)
    db.exec('COMMIT')
    db.prepare('VACUUM INTO ?').run(path)
    return { papers, held: heldBack(source) }
  } finally {
    if (source.inTransaction) source.exec('COMMIT')
    db.close()
    rmSync(draft, { force: true })
  }
}

async function fill(
  source: Database.Database,
  db: Database.Database,
  model: Model,
  find: FindPersonal,
): Promise<number> {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${USER_VERSION}`)
  const statements = model.tables.flatMap(createStatements)
  const isTable = ({ sql }: { sql: string }): boolean => sql.startsWith('CREATE TABLE')
  for (const { sql } of statements.filter(isTable)) db.exec(sql)
  const ids = publicPapers(source)
  copyFrames(source, db, model, ids)
  await copyPapers(source, db, model, ids, find)
  // An index is made sooner of all rows at once than row by row.
  for (const { sql } of statements.filter((one) => !isTable(one))) db.exec(sql)
  for (const { sql } of viewStatements(model)) db.exec(sql)
  renewExtras(db, model)
  const gemeinden = db.prepare<SqlValue[]>(insertSql(GEMEINDE))
  for (const row of source.prepare<[], Row>('SELECT * FROM gemeinde ORDER BY ags, stand').iterate())
    gemeinden.run(...GEMEINDE.columns.map(({ name }) => row[name] ?? null))
  keepMeta(source, db)
  keepAmounts(db)
  for (const name of ['suche_vorlage', 'suche_beschluss']) db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
  return ids.length
}

/** Runs without what was typed; sources without the folders of this machine. */
function copyFrames(source: Database.Database, db: Database.Database, model: Model, ids: readonly number[]): void {
  const wanted = new Set(ids)
  const runs = new Set<number>()
  const sources = new Set<number>()
  for (const [id, quelle, lauf] of source
    .prepare<[], [number, number, number]>('SELECT id, quelle_id, lauf_id FROM vorlage')
    .raw()
    .iterate())
    if (wanted.has(id)) {
      runs.add(lauf)
      sources.add(quelle)
    }
  const insert = inserter(db, model)
  for (const row of source.prepare<[], Row>('SELECT * FROM lauf ORDER BY id').iterate())
    if (runs.has(Number(row.id))) insert('lauf', { ...row, aufruf: null })
  const rows = source.prepare<[], Row>('SELECT * FROM quelle ORDER BY id')
  let folder: string | null = null
  for (const { id, pfad } of rows.iterate())
    if (sources.has(Number(id)) && !isAddress(String(pfad)))
      folder = folder === null ? commonFolder([String(pfad)]) : commonFolder([`${folder}.`, String(pfad)])
  for (const row of rows.iterate()) {
    if (!sources.has(Number(row.id))) continue
    const twin = row.dublette_von !== null && sources.has(Number(row.dublette_von)) ? row.dublette_von : null
    insert('quelle', { ...row, pfad: publicPath(String(row.pfad), folder ?? ''), dublette_von: twin ?? null })
  }
}

function inserter(db: Database.Database, model: Model): (table: string, row: Row) => void {
  const statements = new Map(
    model.tables.map((table) => [table.name, { table, run: db.prepare<SqlValue[]>(insertSql(table)) }]),
  )
  return (name, row) => {
    const into = statements.get(name)
    if (!into) throw new Error(`keine Tabelle „${name}“`)
    into.run.run(...into.table.columns.map((column) => row[column.name] ?? null))
  }
}

/** What the database says of itself no longer changes, and says what was held back. */
function keepMeta(source: Database.Database, db: Database.Database): void {
  const rows = db.prepare<[], { schluessel: string; wert: string | null }>('SELECT * FROM _meta').all()
  const held = heldBack(source)
  const stand =
    source.prepare<[], string | null>('SELECT max(ifnull(beendet, begonnen)) FROM lauf').pluck().get() ?? null
  db.exec('DROP VIEW _meta; CREATE TABLE "_meta" ("schluessel" TEXT PRIMARY KEY, "wert" TEXT) STRICT, WITHOUT ROWID')
  db.exec(`UPDATE _tabellen SET art = 'tabelle' WHERE name = '_meta'`)
  const insert = db.prepare('INSERT INTO _meta VALUES (?, ?)')
  for (const { schluessel, wert } of rows) insert.run(schluessel, schluessel === 'stand' ? stand : wert)
  insert.run('zurueckgehalten_nichtoeffentlich', String(held.nichtoeffentlich))
  insert.run('zurueckgehalten_unlesbar', String(held.unlesbar))
}

/** The amount per paper takes long to find out; what is published no longer changes, so it is found out once. */
function keepAmounts(db: Database.Database): void {
  const view = 'v_betrag_je_vorlage'
  const names = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(view)
  const columns = names.map((name) => {
    if (name === 'vorlage_id') return '"vorlage_id" INTEGER PRIMARY KEY REFERENCES "vorlage" ("id")'
    const whole = /^(?:cent|ungefaehr|wiederholt|nichtoeffentlich|ohne_\w+)$/.test(name)
    return `"${name}" ${whole ? 'INTEGER' : name === 'euro' ? 'REAL' : 'TEXT'}`
  })
  db.exec(`CREATE TABLE betraege_je_vorlage (${columns.join(', ')}) STRICT`)
  db.exec(`INSERT INTO betraege_je_vorlage SELECT * FROM "${view}" ORDER BY vorlage_id`)
  db.exec(`DROP VIEW "${view}"`)
  // Other views ask for it by its name, which must not be changed in them.
  db.pragma('legacy_alter_table = ON')
  db.exec(`ALTER TABLE betraege_je_vorlage RENAME TO "${view}"`)
  db.prepare(`UPDATE _tabellen SET art = 'tabelle', schluessel = 'vorlage_id' WHERE name = ?`).run(view)
}
