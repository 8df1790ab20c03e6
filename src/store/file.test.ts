import assert from 'node:assert/strict'
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { APPLICATION_ID, USER_VERSION } from './file.ts'
import { openStore, StoreError, type StoreErrorCode, type StoreKinds } from './store.ts'
import { KINDS, paper, temporaryPath } from './testing.ts'

function says(code: StoreErrorCode): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof StoreError, String(error))
    assert.equal(error.code, code, error.message)
    return true
  }
}

function withFile(path: string, run: (db: Database.Database) => void): void {
  const db = new Database(path)
  run(db)
  db.close()
}

test('a new file is ours, strict, in WAL mode, and opens again', (t) => {
  const path = temporaryPath(t)
  openStore(path, KINDS).close()
  openStore(path, KINDS).close()
  openStore(path, KINDS, { readonly: true }).close()
  withFile(path, (db) => {
    assert.equal(db.pragma('application_id', { simple: true }), APPLICATION_ID)
    assert.equal(db.pragma('user_version', { simple: true }), USER_VERSION)
    assert.equal(db.pragma('journal_mode', { simple: true }), 'wal')
    const tables = db.prepare(
      `SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'`,
    )
    const loose = tables.all().filter((row) => (row as { strict: number }).strict !== 1)
    assert.deepEqual(loose, [])
  })
})

test('an empty file becomes a database', (t) => {
  const path = temporaryPath(t)
  writeFileSync(path, '')
  openStore(path, KINDS).close()
  openStore(path, KINDS, { readonly: true }).close()
})

test('a second import is refused at once, readers are not, and the lock goes with its holder', (t) => {
  const path = temporaryPath(t)
  const first = openStore(path, KINDS)
  assert.throws(() => openStore(path, KINDS), says('gesperrt'))
  const link = join(dirname(path), 'verweis.sqlite')
  symlinkSync(path, link)
  assert.throws(() => openStore(link, KINDS), says('gesperrt'))
  const reader = openStore(path, KINDS, { readonly: true })
  first.write(paper(), first.beginRun({ lesart: '1' }))
  assert.equal(reader.known(paper().quelle)?.version, 1)
  assert.throws(() => reader.write(paper(), 1), says('nicht-schreibbar'))
  assert.throws(() => reader.beginRun({ lesart: '1' }), says('nicht-schreibbar'))
  first.close()
  openStore(path, KINDS).close()
  reader.close()
})

test('another program that writes meanwhile makes it gesperrt, not half written', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  assert.throws(() => store.write(paper(), run), says('gesperrt'))
  other.exec('ROLLBACK')
  other.close()
  assert.equal(store.known(paper().quelle), undefined)
  assert.equal(store.write(paper(), run), 'neu')
})

test('another version, or other extractors, is said to be so', (t) => {
  const path = temporaryPath(t)
  openStore(path, KINDS).close()
  const wider: StoreKinds = {
    ...KINDS,
    notizen: { table: 'notiz', many: true, schema: z.strictObject({ text: z.string() }) },
  }
  const changed: StoreKinds = { ...KINDS, vzae: { ...KINDS.vzae, schema: z.strictObject({ wert: z.int() }) } }
  for (const kinds of [wider, changed]) {
    assert.throws(() => openStore(path, kinds), says('andere-fassung'))
    assert.throws(() => openStore(path, kinds, { readonly: true }), says('andere-fassung'))
  }
  openStore(path, KINDS).close()
  withFile(path, (db) => db.pragma(`user_version = ${USER_VERSION + 1}`))
  assert.throws(() => openStore(path, KINDS), says('andere-fassung'))
  assert.throws(() => openStore(path, KINDS, { readonly: true }), says('andere-fassung'))
})

test('tables someone added stay; views are made again', (t) => {
  const path = temporaryPath(t)
  openStore(path, KINDS).close()
  withFile(path, (db) =>
    db.exec('CREATE TABLE pruefung (wer TEXT); DROP VIEW v_betraege; DROP VIEW v_vzae; CREATE VIEW v_vzae AS SELECT 1'),
  )
  const store = openStore(path, KINDS)
  assert.deepEqual([...store.queries.rows('v_betraege')], [])
  assert.deepEqual([...store.queries.rows('v_vzae')], [])
  store.close()
  withFile(path, (db) => assert.deepEqual(db.prepare('SELECT * FROM pruefung').all(), []))
})

test('what is no database of ours is not touched', (t) => {
  const path = temporaryPath(t)
  const text = 'Dies ist eine Vorlage und keine Datenbank.\n'.repeat(50)
  writeFileSync(path, text)
  assert.throws(() => openStore(path, KINDS), says('keine-datenbank'))
  assert.throws(() => openStore(path, KINDS, { readonly: true }), says('keine-datenbank'))
  assert.equal(statSync(path).size, text.length)
  assert.equal(existsSync(`${path}-sperre`), false)
  const foreign = temporaryPath(t, 'fremd.sqlite')
  withFile(foreign, (db) => db.exec('CREATE TABLE adressen (name TEXT)'))
  assert.throws(() => openStore(foreign, KINDS), says('keine-datenbank'))
  withFile(foreign, (db) =>
    assert.deepEqual(db.prepare('SELECT name FROM sqlite_schema').all(), [{ name: 'adressen' }]),
  )
  const empty = temporaryPath(t, 'leer.sqlite')
  withFile(empty, (db) => db.pragma('application_id = 7'))
  assert.throws(() => openStore(empty, KINDS), says('keine-datenbank'))
})

test('where nothing can be read or written', (t) => {
  const path = temporaryPath(t)
  assert.throws(() => openStore(path, KINDS, { readonly: true }), says('nicht-vorhanden'))
  assert.equal(existsSync(path), false)
  assert.throws(() => openStore(join(path, 'tiefer', 'a.sqlite'), KINDS), says('nicht-schreibbar'))
  mkdirSync(path)
  assert.throws(() => openStore(path, KINDS), says('nicht-schreibbar'))
})

test('a kind that claims a table or column that is taken is refused', (t) => {
  const path = temporaryPath(t)
  const schema = z.strictObject({ text: z.string() })
  assert.throws(() => openStore(path, { a: { table: 'beleg', many: true, schema } }), /beleg/)
  assert.throws(() => openStore(path, { a: { table: 'a', many: true, schema: z.strictObject({ nr: z.int() }) } }), /nr/)
  assert.throws(() => openStore(path, { vorlage: { table: 'vorlage', many: true, schema } }), /höchstens einer/)
  assert.equal(existsSync(path), false)
})
