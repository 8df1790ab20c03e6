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
    // Whatever is written without a name of a database goes into the draft.
    db.prepare('ATTACH ? AS haus').run(source.name)
    db.exec('BEGIN')
    const papers = await fill(db, model, find)
    const held = heldBack(db, 'haus')
    db.exec('COMMIT')
    // Nothing of what was taken out is copied: pages are made anew of the rows as they are now.
    db.prepare('VACUUM INTO ?').run(path)
    return { papers, held }
  } finally {
    db.close()
    rmSync(draft, { force: true })
  }
}

async function fill(db: Database.Database, model: Model, find: FindPersonal): Promise<number> {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${USER_VERSION}`)
  const statements = model.tables.flatMap(createStatements)
  const isTable = ({ sql }: { sql: string }): boolean => sql.startsWith('CREATE TABLE')
  for (const { sql } of statements.filter(isTable)) db.exec(sql)
  db.exec('CREATE TEMP TABLE "oeffentlich" ("id" INTEGER PRIMARY KEY)')
  db.exec(`INSERT INTO "oeffentlich" SELECT v."id" FROM haus."vorlage" v WHERE ${publicPaper('haus')}`)
  const ids = db.prepare<[], number>('SELECT "id" FROM "oeffentlich" ORDER BY 1').pluck().all()
  copyFrames(db)
  await copyPapers(db, model, ids, find)
  // An index is made sooner of all rows at once than row by row.
  for (const { sql } of statements.filter((one) => !isTable(one))) db.exec(sql)
  for (const { sql } of viewStatements(model)) db.exec(sql)
  renewExtras(db, model)
  db.exec('INSERT INTO main."gemeinde" SELECT * FROM haus."gemeinde" ORDER BY "ags", "stand"')
  keepMeta(db)
  keepAmounts(db)
  for (const name of ['suche_vorlage', 'suche_beschluss']) db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
  return ids.length
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
function keepMeta(db: Database.Database): void {
  const rows = db.prepare<[], { schluessel: string; wert: string | null }>('SELECT * FROM _meta').all()
  const held = heldBack(db, 'haus')
  const stand =
    db.prepare<[], string | null>('SELECT max(ifnull(beendet, begonnen)) FROM haus.lauf').pluck().get() ?? null
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
