import assert from 'node:assert/strict'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { extractors } from '../../extractors/index.ts'
import { CATALOGUE_KEYS, TABLE_ENGLISH, TABLE_GERMAN, wordingOf } from './catalogue.ts'
import { describe } from './describe.ts'
import { modelOf } from './model.ts'
import { openStore, type StoreKinds } from './store.ts'
import { KINDS, paper, temporaryPath } from './testing.ts'

const REAL: StoreKinds = Object.assign({}, ...extractors.map(({ records }) => records))

test('every table and column is described in both languages, and nothing else is', () => {
  const model = modelOf(REAL)
  const used = new Set<string>()
  for (const { name, columns } of model.tables) {
    assert.ok(TABLE_ENGLISH[name], name)
    for (const column of columns) {
      const wording = wordingOf(name, column.name)
      assert.ok(wording, `${name}.${column.name} stands in no catalogue`)
      used.add(wording.key)
    }
  }
  assert.deepEqual(
    CATALOGUE_KEYS.filter((key) => !used.has(key)),
    [],
  )
  for (const name of Object.keys({ ...TABLE_ENGLISH, ...TABLE_GERMAN }))
    assert.ok(
      model.tables.some((table) => table.name === name),
      name,
    )
  for (const { name, columns } of describe(model)) {
    for (const one of columns) {
      assert.ok(one.beschreibung && one.description, `${name}.${one.spalte}`)
      assert.notEqual(one.beschreibung, one.description, `${name}.${one.spalte}`)
      assert.equal(one.leer_erlaubt, one.bedeutung_leer !== null, `${name}.${one.spalte}`)
      assert.equal(one.leer_erlaubt, one.meaning_of_null !== null, `${name}.${one.spalte}`)
    }
  }
})

test('the database describes exactly the columns it has', (t) => {
  const path = temporaryPath(t)
  openStore(path, REAL).close()
  const db = new Database(path, { readonly: true })
  t.after(() => db.close())
  const described = db.prepare<[], string>(`SELECT tabelle || '.' || spalte FROM _spalten`).pluck().all()
  const has = db
    .prepare<[], string>(
      `SELECT t.name || '.' || c.name FROM _tabellen t, pragma_table_info(t.name) c ORDER BY t.name, c.cid`,
    )
    .pluck()
    .all()
  assert.deepEqual(described.toSorted(), has.toSorted())
  const tables = db.prepare<[], string>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'suche_%'
    AND name NOT LIKE '\\_%' ESCAPE '\\' EXCEPT SELECT name FROM _tabellen`)
  assert.deepEqual(tables.pluck().all(), [])
  assert.equal(db.prepare(`SELECT wert FROM _meta WHERE schluessel = 'vorlagen'`).pluck().get(), '0')
})

test('an older file, and one whose descriptions are out of date, is brought up to date', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  store.write(paper(), store.beginRun({ lesart: '1' }))
  store.close()
  const db = new Database(path)
  const before = db.prepare('SELECT * FROM _spalten').raw().all()
  db.exec(`UPDATE _spalten SET beschreibung = 'alt' WHERE tabelle = 'beleg';
    DROP TABLE suche_vorlage; DROP VIEW IF EXISTS v_gemeinde; DROP TABLE gemeinde; DROP INDEX vorlage_datum`)
  for (const trigger of ['neu', 'weg', 'anders']) db.exec(`DROP TRIGGER IF EXISTS suche_vorlage_${trigger}`)
  db.close()
  openStore(path, KINDS).close()
  const again = new Database(path, { readonly: true })
  t.after(() => again.close())
  assert.deepEqual(again.prepare('SELECT * FROM _spalten').raw().all(), before)
  assert.equal(again.prepare(`SELECT count(*) FROM suche_vorlage WHERE suche_vorlage MATCH 'freibad'`).pluck().get(), 1)
  assert.equal(again.prepare('SELECT count(*) FROM v_gemeinde').pluck().get(), 0)
  assert.equal(again.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'vorlage_datum'`).pluck().get(), 1)
})

test('the search tells umlauts and ß apart and follows every change of a paper', (t) => {
  const store = openStore(temporaryPath(t), KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  const found = (words: string): number[] =>
    store.db.prepare<[string], number>('SELECT rowid FROM suche_vorlage WHERE suche_vorlage MATCH ?').pluck().all(words)
  store.write(paper({ text: 'Die Straße am Mühlbach' }), run)
  assert.deepEqual(
    [found('straße'), found('STRASSE'), found('strasse'), found('mühlbach'), found('muhlbach')],
    [[1], [], [], [1], []],
  )
  assert.deepEqual(found('betreff: freibad'), [1])
  store.write(paper({ text: 'Der Weg am Mühlbach', lesart: '2' }), run)
  assert.deepEqual([found('straße'), found('weg')], [[], [1]])
  const resolutions = store.db.prepare(`SELECT rowid FROM suche_beschluss WHERE suche_beschluss MATCH 'pumpe'`).all()
  assert.equal(resolutions.length, 1)
  store.db.exec('DELETE FROM quelle')
  assert.deepEqual(found('weg'), [])
  for (const name of ['suche_vorlage', 'suche_beschluss'])
    store.db.exec(`INSERT INTO ${name} (${name}) VALUES ('integrity-check')`)
  assert.equal(store.db.pragma('integrity_check', { simple: true }), 'ok')
})
