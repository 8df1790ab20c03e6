import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened } from './opened.ts'
import { StoreError } from './store.ts'
import { beleg, failedPaper, frame, paper } from './testing.ts'

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

test('a run that does not exist writes nothing', (t) => {
  const { store, run, sql } = opened(t)
  assert.throws(() => store.write(paper(), run + 1), StoreError)
  assert.deepEqual(sql('SELECT * FROM quelle'), [])
})
