/**
 * A database for the public: the tables of papers again, filled with nothing but what may be published.
 *
 * Rows are copied into a draft, what may not be published is taken out there, and the file is built of what is left, so
 * that nothing else can be in any of its pages. Keys stay what they were.
 * The same input gives the same bytes.
 */
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { createStatements } from '../store/ddl.ts'
import { renewExtras } from '../store/extras.ts'
import { APPLICATION_ID, USER_VERSION } from '../store/file.ts'
import { GEMEINDE } from '../store/gemeinde-table.ts'
import { type Model, modelOf, type StoreKinds } from '../store/model.ts'
import { viewStatements } from '../store/views.ts'
import { copyPapers } from './copy-papers.ts'
import { commonFolder, publicPath } from './paths.ts'
import { type Held, heldBack, publicPaper } from './public-papers.ts'
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
    const stock = await copyFrom(source.name, db, model, find)
    db.transaction(() => finish(db, model, stock))()
    // Nothing of what was taken out is copied: pages are made anew of the rows as they are now.
    db.prepare('VACUUM INTO ?').run(path)
    return { papers: stock.papers, held: stock.held }
  } finally {
    db.close()
    rmSync(draft, { force: true })
  }
}

interface Stock {
  readonly papers: number
  readonly held: Held
  readonly stand: string | null
}

/**
 * The rows that may be published. The source is attached only here, and every table is named with its database: what is
 * not found in the draft would be looked for in the source.
 */
async function copyFrom(source: string, db: Database.Database, model: Model, find: FindPersonal): Promise<Stock> {
  for (const table of [...model.tables, GEMEINDE])
    for (const { sql } of createStatements(table)) if (sql.startsWith('CREATE TABLE')) db.exec(sql)
  db.prepare('ATTACH ? AS haus').run(source)
  db.exec('BEGIN')
  db.exec('CREATE TABLE temp."oeffentlich" ("id" INTEGER PRIMARY KEY)')
  db.exec(`INSERT INTO temp."oeffentlich" SELECT v."id" FROM haus."vorlage" v WHERE ${publicPaper('haus')}`)
  const ids = db.prepare<[], number>('SELECT "id" FROM temp."oeffentlich" ORDER BY 1').pluck().all()
  copyFrames(db)
  await copyPapers(db, model, ids, find)
  db.exec('INSERT INTO main."gemeinde" SELECT * FROM haus."gemeinde"')
  const stand = db.prepare<[], string | null>('SELECT max(ifnull("beendet", "begonnen")) FROM haus."lauf"').pluck()
  const stock = { papers: ids.length, held: heldBack(db, 'haus'), stand: stand.get() ?? null }
  db.exec('COMMIT')
  db.exec('DETACH haus')
  return stock
}

/** Indexes, views, search, and what the file says of itself. */
function finish(db: Database.Database, model: Model, stock: Stock): void {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${USER_VERSION}`)
  // An index is made sooner of all rows at once than row by row.
  for (const { sql } of [...model.tables, GEMEINDE].flatMap(createStatements))
    if (!sql.startsWith('CREATE TABLE')) db.exec(sql)
  for (const { sql } of viewStatements(model)) db.exec(sql)
  renewExtras(db, model)
  keepMeta(db, stock)
  for (const name of ['suche_vorlage', 'suche_beschluss']) db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
}

/** Runs without what was typed; sources without the folders of this machine. */
function copyFrames(db: Database.Database): void {
  const papers = 'temp."oeffentlich" p CROSS JOIN haus."vorlage" v ON v."id" = p."id"'
  for (const name of ['lauf', 'quelle'])
    db.exec(
      `INSERT INTO main."${name}" SELECT * FROM haus."${name}" WHERE "id" IN (SELECT v."${name}_id" FROM ${papers})`,
    )
  db.exec('UPDATE main."lauf" SET "aufruf" = NULL')
  db.exec('UPDATE main."quelle" SET "dublette_von" = NULL WHERE "dublette_von" NOT IN (SELECT "id" FROM main."quelle")')
  const paths = db.prepare<[], [number, string]>('SELECT "id", "pfad" FROM main."quelle"').raw().all()
  const folder = commonFolder(paths.map(([, path]) => path))
  const rename = db.prepare('UPDATE main."quelle" SET "pfad" = ? WHERE "id" = ?')
  for (const [id, path] of paths) rename.run(publicPath(path, folder), id)
}

/** What the database says of itself no longer changes, and says what was held back. */
function keepMeta(db: Database.Database, { held, stand }: Stock): void {
  const rows = db.prepare<[], { schluessel: string; wert: string | null }>('SELECT * FROM _meta').all()
  db.exec('DROP VIEW _meta; CREATE TABLE "_meta" ("schluessel" TEXT PRIMARY KEY, "wert" TEXT) STRICT, WITHOUT ROWID')
  db.exec(`UPDATE _tabellen SET art = 'tabelle' WHERE name = '_meta'`)
  const insert = db.prepare('INSERT INTO _meta VALUES (?, ?)')
  for (const { schluessel, wert } of rows) insert.run(schluessel, schluessel === 'stand' ? stand : wert)
  insert.run('zurueckgehalten_nichtoeffentlich', String(held.nichtoeffentlich))
  insert.run('zurueckgehalten_unlesbar', String(held.unlesbar))
}
