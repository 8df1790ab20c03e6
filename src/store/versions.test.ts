import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened } from './opened.ts'
import { StoreError } from './store.ts'
import { failedPaper, frame, paper } from './testing.ts'

test('the same paper again changes nothing', (t) => {
  const { store, run, sql } = opened(t)
  store.write(paper(), run)
  const before = sql('SELECT * FROM beleg')
  const lauf = sql('SELECT * FROM lauf')
  assert.equal(store.write(paper(), run), 'unveraendert')
  assert.deepEqual(sql('SELECT * FROM beleg'), before)
  assert.deepEqual(sql('SELECT * FROM lauf'), lauf)
  assert.deepEqual(sql('SELECT count(*) AS n FROM vorlage'), [{ n: 1 }])
})

test('other bytes are a new version; the old one stays with its records', (t) => {
  const { store, run, sql } = opened(t)
  store.write(paper(), run)
  const changed = paper({ sha256: 'b'.repeat(64), bytes: 5000 })
  assert.equal(store.write(changed, run), 'version')
  assert.deepEqual(sql('SELECT version, aktuell, sha256 FROM vorlage ORDER BY id'), [
    { version: 1, aktuell: 0, sha256: 'a'.repeat(64) },
    { version: 2, aktuell: 1, sha256: 'b'.repeat(64) },
  ])
  assert.deepEqual(sql('SELECT vorlage_id, cent FROM betrag ORDER BY id'), [
    { vorlage_id: 1, cent: -580007 },
    { vorlage_id: 2, cent: -580007 },
  ])
  assert.deepEqual(sql('SELECT sha256, bytes FROM quelle'), [{ sha256: 'b'.repeat(64), bytes: 5000 }])
  assert.deepEqual(sql('SELECT count(*) AS n FROM v_betraege'), [{ n: 1 }])
  assert.deepEqual(store.known(paper().quelle), {
    path: 'eingang/auenfurt-17.pdf',
    sha256: 'b'.repeat(64),
    lesart: '1-abc',
    version: 2,
    status: 'pruefen',
  })
  assert.equal(store.queries.paperByPath(paper().quelle, 1)?.aktuell, false)
  assert.deepEqual(store.queries.paperByPath(paper().quelle, 1)?.bundle, paper())
  assert.deepEqual(store.queries.paperByPath(paper().quelle)?.bundle, changed)
})

test('another reading of the same bytes replaces the records in place', (t) => {
  const { store, run, sql } = opened(t)
  store.write(paper(), run)
  const again = paper({ lesart: '2-def', meldungen: [], daten: { ...paper().daten, betraege: [], vzae: [] } })
  assert.equal(store.write(again, run), 'neu-gelesen')
  assert.deepEqual(sql('SELECT id, version, lesart FROM vorlage'), [{ id: 1, version: 1, lesart: '2-def' }])
  for (const empty of ['betrag', 'vzae', 'meldung']) assert.deepEqual(sql(`SELECT * FROM ${empty}`), [], empty)
  assert.deepEqual(sql('SELECT count(*) AS n FROM beschlusspunkt'), [{ n: 2 }])
  assert.deepEqual(store.queries.paperByPath(again.quelle)?.bundle, again)
})

test('the same reading again only on demand, or to get over a failure', (t) => {
  const { store, run } = opened(t)
  store.write(failedPaper(), run)
  assert.equal(store.write(failedPaper(), run), 'unveraendert')
  assert.equal(store.write(paper(), run), 'neu-gelesen')
  assert.equal(store.write(failedPaper(), run), 'unveraendert')
  assert.equal(store.write(paper({ vendor: 'allris' }), run, { erneut: true }), 'neu-gelesen')
  assert.equal(store.queries.paperByPath(paper().quelle)?.bundle.vendor, 'allris')
})

test('a file that cannot be had does not displace what was read before', (t) => {
  const { store, run, sql } = opened(t)
  const missing = failedPaper({ sha256: '', bytes: 0 })
  assert.equal(store.write(missing, run), 'neu')
  assert.equal(store.write(paper(), run), 'neu-gelesen')
  assert.equal(store.write(missing, run), 'unveraendert')
  assert.deepEqual(sql('SELECT version, status FROM vorlage'), [{ version: 1, status: 'pruefen' }])
  assert.equal(store.knownHash(''), undefined)
})

test('the same bytes under another path are marked, as long as they are the same', (t) => {
  const { store, run, sql } = opened(t)
  const links = () => sql('SELECT pfad, dublette_von AS von FROM quelle ORDER BY id')
  store.write(paper({ quelle: 'eins.pdf' }), run)
  assert.equal(store.knownHash('a'.repeat(64))?.path, 'eins.pdf')
  assert.equal(store.write(paper({ quelle: 'zwei.pdf' }), run), 'neu')
  assert.equal(store.write(paper({ quelle: 'drei.pdf' }), run), 'neu')
  assert.deepEqual(links(), [
    { pfad: 'eins.pdf', von: null },
    { pfad: 'zwei.pdf', von: 1 },
    { pfad: 'drei.pdf', von: 1 },
  ])
  assert.deepEqual(sql('SELECT quelle, dublette_von FROM v_vorlagen ORDER BY quelle'), [
    { quelle: 'drei.pdf', dublette_von: 'eins.pdf' },
    { quelle: 'eins.pdf', dublette_von: null },
    { quelle: 'zwei.pdf', dublette_von: 'eins.pdf' },
  ])
  assert.deepEqual(sql('SELECT quelle FROM v_betraege'), [{ quelle: 'eins.pdf' }])
  store.write(paper({ quelle: 'eins.pdf', sha256: 'c'.repeat(64) }), run)
  assert.deepEqual(links(), [
    { pfad: 'eins.pdf', von: null },
    { pfad: 'zwei.pdf', von: null },
    { pfad: 'drei.pdf', von: 2 },
  ])
})

test('a refused reading leaves the earlier one as it was', (t) => {
  const { store, run } = opened(t)
  store.write(paper(), run)
  const bad = paper({
    lesart: '2',
    daten: { ...paper().daten, betraege: [{ ...frame('b-1', '1'), cent: null, jahr: null }] },
  })
  assert.throws(() => store.write(bad, run), StoreError)
  assert.deepEqual(store.queries.paperByPath(paper().quelle)?.bundle, paper())
})
