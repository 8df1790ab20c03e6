import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import Database from 'better-sqlite3'
import { openStore, type Store, StoreError } from './store.ts'
import { beleg, failedPaper, frame, KINDS, paper, temporaryPath } from './testing.ts'

const START = '2031-05-01T08:00:00.000Z'

function opened(t: TestContext): { store: Store; run: number; path: string; sql: (query: string) => unknown[] } {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  const reader = new Database(path, { readonly: true })
  t.after(() => {
    reader.close()
    store.close()
  })
  const run = store.beginRun({ lesart: '1-abc', begonnen: START })
  return { store, run, path, sql: (query) => reader.prepare(query).all() }
}

test('every column of a written paper', (t) => {
  const { store, run, sql } = opened(t)
  assert.equal(store.write(paper(), run), 'neu')
  assert.deepEqual(sql('SELECT * FROM quelle'), [
    {
      id: 1,
      pfad: 'eingang/auenfurt-17.pdf',
      sha256: 'a'.repeat(64),
      bytes: 4711,
      medientyp: 'application/pdf',
      zuerst_gesehen: START,
      dublette_von: null,
    },
  ])
  assert.deepEqual(sql('SELECT * FROM vorlage'), [
    {
      id: 1,
      quelle_id: 1,
      lauf_id: 1,
      version: 1,
      aktuell: 1,
      sha256: 'a'.repeat(64),
      bytes: 4711,
      medientyp: 'application/pdf',
      lesart: '1-abc',
      profil: 'allgemein',
      vendor: null,
      status: 'pruefen',
      seiten: 2,
      nichtoeffentlich: 0,
      datensatz: 'vorlage',
      zweifel: null,
      beleg_id: 1,
      nummer: '17/2031',
      betreff: 'Pumpe für das Freibad',
      datum: '2031-02-03',
      oeffentlichkeit: 'oeffentlich',
      kommune_datensatz: 'kommune',
      kommune_zweifel: '["mehrdeutig"]',
      kommune_beleg_id: 2,
      kommune_name: 'Auenfurt',
      kommune_ags: '01009999',
      text: 'Vorlage 17/2031 der Gemeinde Auenfurt: neue Pumpe für das Freibad',
    },
  ])
  const row = (id: number, nr: number, datensatz: string, beleg_id: number, zweifel: string | null = null) => {
    return { id, vorlage_id: 1, nr, datensatz, zweifel, beleg_id, nichtoeffentlich: 0 }
  }
  assert.deepEqual(sql('SELECT * FROM beratung'), [
    {
      ...row(1, 1, 'beratungsfolge-1', 3),
      gremium: 'Bäderausschuss',
      datum: '2031-03-04',
      rolle: 'beratung',
      abstimmung_ja: 6,
      abstimmung_nein: 0,
      abstimmung_enthaltung: null,
    },
    {
      ...row(2, 2, 'beratungsfolge-2', 4),
      gremium: 'Rat',
      datum: null,
      rolle: null,
      abstimmung_ja: null,
      abstimmung_nein: null,
      abstimmung_enthaltung: null,
    },
  ])
  assert.deepEqual(sql('SELECT * FROM beschlussvorschlag'), [
    { ...row(1, 1, 'beschlussvorschlag', 5), text: 'Die Pumpe wird beschafft.' },
  ])
  assert.deepEqual(sql('SELECT * FROM beschlusspunkt'), [
    { beschlussvorschlag_id: 1, nr: 1, text: 'Beschaffung', nichtoeffentlich: 0 },
    { beschlussvorschlag_id: 1, nr: 2, text: 'Einbau', nichtoeffentlich: 0 },
  ])
  assert.deepEqual(sql('SELECT * FROM betrag'), [
    { ...row(1, 1, 'betraege-1', 6, '["zahl-unklar"]'), cent: -580007, jahr: 2031 },
  ])
  assert.deepEqual(sql('SELECT * FROM tabelle'), [{ ...row(1, 1, 'tabellen-1', 7), titel: null }])
  assert.deepEqual(
    sql('SELECT zeile, spalte, text FROM tabellenzelle WHERE tabelle_id = 1 ORDER BY zeile, spalte'),
    [
      [0, 1, 'Jahr'],
      [0, 2, 'Kosten'],
      [1, 1, '2031'],
      [1, 2, '5'],
      [2, 1, '2032'],
      [2, 2, ''],
    ].map(([zeile, spalte, text]) => ({ zeile, spalte, text })),
  )
  assert.deepEqual(sql('SELECT * FROM vzae'), [
    { ...row(1, 1, 'vzae-1', 8), wert_tausendstel: 430, ungefaehr: 0, bezug: 'Bademeister' },
  ])
  const proof = { vorlage_id: 1, seite: 1, zeile: 3, extraktor: 'probe', version: 2, nichtoeffentlich: 0 }
  const flaechen = '[{"seite":1,"kasten":[72,100.5,210,112]}]'
  assert.deepEqual(sql(`SELECT * FROM beleg WHERE datensatz IN ('vorlage', 'vzae-1') ORDER BY id`), [
    {
      id: 1,
      ...proof,
      tabelle: 'vorlage',
      datensatz: 'vorlage',
      feld: null,
      zitat: '17/2031',
      von: 0,
      bis: 7,
      flaechen,
    },
    { id: 8, ...proof, tabelle: 'vzae', datensatz: 'vzae-1', feld: null, zitat: '0,430 VZÄ', von: 0, bis: 9, flaechen },
    {
      id: 9,
      ...proof,
      tabelle: 'vorlage',
      datensatz: 'vorlage',
      feld: 'betreff',
      zitat: 'neue Pumpe für das Freibad',
      von: 39,
      bis: 65,
      flaechen,
    },
  ])
  assert.deepEqual(sql('SELECT * FROM meldung'), [
    {
      id: 1,
      vorlage_id: 1,
      nr: 1,
      code: 'kommune-fehlt',
      stufe: 'hinweis',
      text: 'Ort fehlt.',
      von: 'kopf',
      stelle_zitat: null,
      stelle_von: null,
      stelle_bis: null,
      stelle_seite: null,
      stelle_zeile: null,
      nichtoeffentlich: 0,
    },
    {
      id: 2,
      vorlage_id: 1,
      nr: 2,
      code: 'betrag-unlesbar',
      stufe: 'zweifel',
      text: 'Betrag fehlt.',
      von: 'finanzen',
      stelle_zitat: '1.2 €',
      stelle_von: 40,
      stelle_bis: 45,
      stelle_seite: 2,
      stelle_zeile: 9,
      nichtoeffentlich: 0,
    },
  ])
})

test('what is nichtöffentlich is marked on every row of its paper', (t) => {
  const { store, run, sql } = opened(t)
  const open = paper()
  const vorlage = {
    ...frame('vorlage', '17/2031'),
    nummer: '17/2031',
    betreff: null,
    datum: null,
    oeffentlichkeit: 'nichtoeffentlich',
  }
  store.write({ ...open, daten: { ...open.daten, vorlage } }, run)
  const marked = sql(`SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND c.name = 'nichtoeffentlich' ORDER BY 1`)
  assert.deepEqual(
    marked.map((row) => (row as { name: string }).name),
    [
      'beleg',
      'beratung',
      'beschlusspunkt',
      'beschlussvorschlag',
      'betrag',
      'meldung',
      'tabelle',
      'tabellenzelle',
      'vorlage',
      'vzae',
    ],
  )
  for (const row of marked) {
    const { name } = row as { name: string }
    assert.deepEqual(sql(`SELECT DISTINCT nichtoeffentlich AS n FROM ${name}`), [{ n: 1 }], name)
  }
  assert.deepEqual([...store.queries.rows('v_betraege')], [])
  assert.equal([...store.queries.rows('v_betraege', { mitNichtoeffentlichen: true })].length, 1)
})

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

test('a failed paper is kept with its messages', (t) => {
  const { store, run, sql } = opened(t)
  assert.equal(store.write(failedPaper(), run), 'neu')
  assert.deepEqual(sql('SELECT status, seiten, text, datensatz, kommune_datensatz, nummer FROM vorlage'), [
    { status: 'fehler', seiten: null, text: '', datensatz: null, kommune_datensatz: null, nummer: null },
  ])
  assert.deepEqual(sql('SELECT code, stufe FROM meldung'), [{ code: 'pdf-beschaedigt', stufe: 'fehler' }])
  assert.deepEqual(sql('SELECT quelle, status FROM v_vorlagen'), [
    { quelle: 'eingang/auenfurt-17.pdf', status: 'fehler' },
  ])
  assert.deepEqual(sql('SELECT fehler, neu FROM lauf'), [{ fehler: 1, neu: 1 }])
  assert.deepEqual(store.queries.paperByPath(paper().quelle)?.bundle, failedPaper())
})

const UNFIT: Record<string, Record<string, unknown>> = {
  'an enum of other values': {
    beratungsfolge: [{ ...frame('b-1', 'Rat'), gremium: 'Rat', datum: null, rolle: 'anders', abstimmung: null }],
  },
  'a date that is none': {
    beratungsfolge: [{ ...frame('b-1', 'Rat'), gremium: 'Rat', datum: '2031-02-30', rolle: null, abstimmung: null }],
  },
  'a missing value': { betraege: [{ ...frame('b-1', '1 €'), cent: null, jahr: null }] },
  'a text for a number': { betraege: [{ ...frame('b-1', '1 €'), cent: 'eins', jahr: null }] },
  'half a cent': { betraege: [{ ...frame('b-1', '1 €'), cent: 0.5, jahr: null }] },
  'a year out of bounds': { betraege: [{ ...frame('b-1', '1 €'), cent: 100, jahr: 31 }] },
  'four decimals': { vzae: [{ ...frame('v-1', '1'), wert: 0.1234, ungefaehr: false, bezug: null }] },
  'a word for a flag': { vzae: [{ ...frame('v-1', '1'), wert: 1, ungefaehr: 'ja', bezug: null }] },
  'a field without a column': { vzae: [{ ...frame('v-1', '1'), wert: 1, ungefaehr: true, bezug: null, mehr: 1 }] },
  'a key without a table': { unbekannt: [{ ...frame('u-1', '1') }] },
  'two records of one name': {
    vzae: [1, 2].map((wert) => ({ ...frame('v-1', '1'), wert, ungefaehr: true, bezug: null })),
  },
  'a proof that ends before it begins': {
    vzae: [{ id: 'v-1', zweifel: [], beleg: { ...beleg('1'), von: 9, bis: 3 }, wert: 1, ungefaehr: true, bezug: null }],
  },
}

for (const [what, daten] of Object.entries(UNFIT)) {
  test(`${what} is refused, and nothing of the paper is written`, (t) => {
    const { store, run, sql } = opened(t)
    store.write(paper({ quelle: 'gut.pdf', sha256: 'd'.repeat(64) }), run)
    const tables = ['quelle', 'vorlage', 'beleg', 'beratung', 'betrag', 'vzae', 'meldung', 'lauf']
    const before = tables.map((table) => sql(`SELECT * FROM ${table}`))
    const bad = paper({ daten: { ...paper().daten, ...daten } as ReturnType<typeof paper>['daten'] })
    assert.throws(
      () => store.write(bad, run),
      (error) => error instanceof StoreError && error.code === 'passt-nicht',
    )
    assert.deepEqual(
      tables.map((table) => sql(`SELECT * FROM ${table}`)),
      before,
    )
    assert.equal(store.write(paper(), run), 'neu')
  })
}

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

test('a run that does not exist writes nothing', (t) => {
  const { store, run, sql } = opened(t)
  assert.throws(() => store.write(paper(), run + 1), StoreError)
  assert.deepEqual(sql('SELECT * FROM quelle'), [])
})

test('a run counts what it writes; one that was killed shows as broken off', (t) => {
  const { store, run } = opened(t)
  store.write(paper(), run)
  store.write(failedPaper({ quelle: 'kaputt.pdf', sha256: 'e'.repeat(64) }), run)
  store.write(paper({ sha256: 'f'.repeat(64), status: 'ok' }), run)
  store.write(paper({ sha256: 'f'.repeat(64), lesart: '2' }), run)
  const second = store.beginRun({ lesart: '2', aufruf: 'eingang', begonnen: START })
  store.endRun(second, { zustand: 'fertig', unveraendert: 2, beendet: '2031-05-01T08:01:00.000Z' })
  const none = { neu: 0, neue_fassungen: 0, neu_gelesen: 0, unveraendert: 0, ok: 0, pruefen: 0, fehler: 0 }
  const [killed, finished] = store.queries.runs()
  assert.deepEqual(killed, {
    id: 1,
    begonnen: START,
    beendet: null,
    zustand: 'abgebrochen',
    lesart: '1-abc',
    aufruf: null,
    ...none,
    neu: 2,
    neue_fassungen: 1,
    neu_gelesen: 1,
    ok: 1,
    pruefen: 2,
    fehler: 1,
  })
  assert.deepEqual(finished, {
    id: 2,
    begonnen: START,
    beendet: '2031-05-01T08:01:00.000Z',
    zustand: 'fertig',
    lesart: '2',
    aufruf: 'eingang',
    ...none,
    unveraendert: 2,
  })
  assert.deepEqual(store.queries.lastRun(), finished)
})

test('who is locked out is told who holds the lock', (t) => {
  const path = temporaryPath(t)
  const store = openStore(path, KINDS)
  assert.throws(() => openStore(path, KINDS), new RegExp(`Prozess ${process.pid} auf `))
  store.close()
  openStore(path, KINDS).close()
})

test('what is done together is done whole or not at all', (t) => {
  const store = openStore(temporaryPath(t), KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1' })
  assert.throws(() =>
    store.together(() => {
      store.write(paper(), run)
      throw new Error('mit Absicht')
    }),
  )
  assert.equal(store.known(paper().quelle), undefined)
  assert.equal(
    store.together(() => store.write(paper(), run)),
    'neu',
  )
})
