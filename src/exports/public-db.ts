/**
 * A database for the public: the tables of papers again, filled with nothing but what may be published.
 *
 * Built from an empty file, row by row, so that nothing else can be in any of its pages. Keys stay what they were.
 * The same input gives the same bytes.
 */
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { createStatements, insertSql } from '../store/ddl.ts'
import { targetOf } from '../store/describe.ts'
import { renewExtras } from '../store/extras.ts'
import { APPLICATION_ID, USER_VERSION } from '../store/file.ts'
import { GEMEINDE } from '../store/gemeinde-table.ts'
import { type Model, modelOf, type StoreKinds, type Table } from '../store/model.ts'
import type { Row, SqlValue } from '../store/values.ts'
import { viewStatements } from '../store/views.ts'
import { type Mask, maskOf } from './mask.ts'
import { commonFolder, publicPath } from './paths.ts'
import type { Range } from './personal.ts'
import { heldBack, publicPapers } from './public-papers.ts'

/** Never words of a paper, so never masked. */
const NOT_WORDS = new Set([
  'datensatz',
  'tabelle',
  'feld',
  'sha256',
  'lesart',
  'extraktor',
  'code',
  'stufe',
  'zweifel',
  'kommune_zweifel',
  'flaechen',
  'kommune_datensatz',
])

/** Write the public database to `path`, which must not exist. Returns how many papers are in it. */
export function writePublicDatabase(source: Database.Database, kinds: StoreKinds, path: string): number {
  const model = modelOf(kinds)
  const draft = `${path}.entwurf`
  rmSync(draft, { force: true })
  const db = new Database(draft)
  try {
    db.pragma('journal_mode = OFF')
    db.pragma('synchronous = OFF')
    db.pragma('foreign_keys = OFF')
    const ids = db.transaction(() => fill(source, db, model))()
    assertSound(db)
    db.prepare('VACUUM INTO ?').run(path)
    return ids
  } finally {
    db.close()
    rmSync(draft, { force: true })
  }
}

function fill(source: Database.Database, db: Database.Database, model: Model): number {
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma(`user_version = ${USER_VERSION}`)
  for (const { sql } of model.tables.flatMap(createStatements)) db.exec(sql)
  const ids = publicPapers(source)
  copyFrames(source, db, model, ids)
  const copy = paperCopier(source, db, model)
  for (const id of ids) copy(id)
  for (const { sql } of viewStatements(model)) db.exec(sql)
  renewExtras(db, model)
  const gemeinden = db.prepare<SqlValue[]>(insertSql(GEMEINDE))
  for (const row of source.prepare<[], Row>('SELECT * FROM gemeinde ORDER BY ags, stand').iterate())
    gemeinden.run(...GEMEINDE.columns.map(({ name }) => row[name] ?? null))
  keepMeta(source, db)
  keepAmounts(db)
  for (const name of ['suche_vorlage', 'suche_beschluss']) {
    db.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`)
    db.exec(`INSERT INTO ${name} (${name}) VALUES ('optimize')`)
  }
  return ids.length
}

/** Runs without what was typed; sources without the folders of this machine. */
function copyFrames(source: Database.Database, db: Database.Database, model: Model, ids: readonly number[]): void {
  const wanted = new Set(ids)
  const papers = source
    .prepare<[], { id: number; quelle_id: number; lauf_id: number }>('SELECT id, quelle_id, lauf_id FROM vorlage')
    .all()
  const published = papers.filter(({ id }) => wanted.has(id))
  const runs = new Set(published.map(({ lauf_id }) => lauf_id))
  const sources = new Set(published.map(({ quelle_id }) => quelle_id))
  const insert = inserter(db, model)
  for (const row of source.prepare<[], Row>('SELECT * FROM lauf ORDER BY id').all())
    if (runs.has(Number(row.id))) insert('lauf', { ...row, aufruf: null })
  const rows = source
    .prepare<[], Row>('SELECT * FROM quelle ORDER BY id')
    .all()
    .filter(({ id }) => sources.has(Number(id)))
  const folder = commonFolder(rows.map(({ pfad }) => String(pfad)))
  for (const row of rows) {
    const twin = row.dublette_von !== null && sources.has(Number(row.dublette_von)) ? row.dublette_von : null
    insert('quelle', { ...row, pfad: publicPath(String(row.pfad), folder), dublette_von: twin ?? null })
  }
}

function paperCopier(source: Database.Database, db: Database.Database, model: Model): (id: number) => void {
  const insert = inserter(db, model)
  const one = source.prepare<[number], Row>('SELECT * FROM vorlage WHERE id = ?')
  const path = db.prepare<[number], string>('SELECT pfad FROM quelle WHERE id = ?').pluck()
  const setPath = db.prepare('UPDATE quelle SET pfad = ? WHERE id = ?')
  const proofs = source.prepare<[number], Row>('SELECT * FROM beleg WHERE vorlage_id = ? ORDER BY id')
  const closedSteps = source
    .prepare<[number], string>(
      `SELECT datensatz FROM beratung WHERE vorlage_id = ? AND oeffentlichkeit = 'nichtoeffentlich'`,
    )
    .pluck()
  const references = source.prepare<[number], string>('SELECT nummer FROM verweis WHERE vorlage_id = ?').pluck()
  const own = model.tables.filter(
    ({ name, columns }) => name !== 'beleg' && columns.some((column) => column.name === 'vorlage_id'),
  )
  const rowsOf = own.map((table) => ({
    table,
    select: source.prepare<[number], Row>(`SELECT * FROM "${table.name}" WHERE vorlage_id = ? ORDER BY id`),
    children: childrenOf(source, model, table),
  }))
  return (id) => {
    const paper = one.get(id)
    if (!paper) throw new Error(`keine Vorlage ${id}`)
    const text = String(paper.text)
    const gone = new Set(closedSteps.all(id))
    const belege = proofs.all(id)
    const closed = belege.filter(({ datensatz }) => gone.has(String(datensatz))).map(rangeOf)
    const mask = maskOf(text, [String(paper.nummer ?? ''), ...references.all(id)], closed)
    // A printed table of the consultation shows the closed steps once more.
    for (const proof of belege)
      if (
        proof.tabelle === 'tabelle' &&
        closed.some(({ start, end }) => start < Number(proof.bis) && Number(proof.von) < end)
      )
        gone.add(String(proof.datensatz))
    const near = new Set(
      belege.filter(({ von, bis }) => mask.touches(Number(von), Number(bis))).map(({ datensatz }) => String(datensatz)),
    )
    insert('vorlage', { ...maskedRow(paper, mask, near.has(String(paper.datensatz))), text: mask.text })
    setPath.run(mask.path(path.get(Number(paper.quelle_id)) ?? ''), Number(paper.quelle_id))
    for (const proof of belege) {
      if (gone.has(String(proof.datensatz))) continue
      const { start, end } = rangeOf(proof)
      insert('beleg', { ...proof, zitat: mask.text.slice(start, end) })
    }
    for (const { table, select, children } of rowsOf) {
      for (const row of select.all(id)) {
        if (gone.has(String(row.datensatz))) continue
        const close =
          near.has(String(row.datensatz)) ||
          (row.stelle_von !== undefined &&
            row.stelle_von !== null &&
            mask.touches(Number(row.stelle_von), Number(row.stelle_bis)))
        insert(table.name, maskedRow(row, mask, close))
        for (const { name, rows } of children)
          for (const child of rows.all(Number(row.id))) insert(name, maskedRow(child, mask, close))
      }
    }
  }
}

function rangeOf(proof: Row): Range {
  return { start: Number(proof.von), end: Number(proof.bis) }
}

function maskedRow(row: Row, mask: Mask, near: boolean): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'string' && !NOT_WORDS.has(name) ? mask.words(value, near) : value,
    ]),
  )
}

function childrenOf(source: Database.Database, model: Model, parent: Table) {
  return model.tables.flatMap(({ name, columns }) => {
    const link = columns.find((column) => column.name !== 'vorlage_id' && targetOf(column)?.table === parent.name)
    if (!link || parent.name === 'vorlage') return []
    return [
      {
        name,
        rows: source.prepare<[number], Row>(`SELECT * FROM "${name}" WHERE "${link.name}" = ? ORDER BY 1, 2, 3`),
      },
    ]
  })
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
    const whole = /^(?:cent|ungefaehr|nichtoeffentlich|ohne_\w+)$/.test(name)
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

function assertSound(db: Database.Database): void {
  const sound = db.pragma('integrity_check', { simple: true })
  const loose = db.pragma('foreign_key_check')
  if (sound !== 'ok' || !Array.isArray(loose) || loose.length > 0)
    throw new Error(`Der Schnappschuss ist nicht in Ordnung: ${String(sound)}, ${JSON.stringify(loose)}`)
}
