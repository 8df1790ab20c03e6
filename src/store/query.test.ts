import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openStore } from './store.ts'
import { failedPaper, frame, KINDS, paper, temporaryPath } from './testing.ts'

function filled(t: Parameters<typeof temporaryPath>[0]) {
  const store = openStore(temporaryPath(t), KINDS)
  t.after(() => store.close())
  const run = store.beginRun({ lesart: '1-abc', begonnen: '2031-05-01T08:00:00.000Z' })
  const other = {
    ...frame('vorlage', '18/2031'),
    nummer: '18/2031',
    betreff: null,
    datum: null,
    oeffentlichkeit: 'nichtoeffentlich',
  }
  store.write(paper(), run)
  store.write(
    paper({
      quelle: 'eingang/x.pdf',
      sha256: 'b'.repeat(64),
      status: 'ok',
      daten: { ...paper().daten, vorlage: other },
    }),
    run,
  )
  store.write(failedPaper({ quelle: 'eingang/kaputt.pdf', sha256: 'c'.repeat(64) }), run)
  return store
}

test('a paper is found by its path, the end of its path, or its number', (t) => {
  const { queries } = filled(t)
  for (const text of ['eingang/auenfurt-17.pdf', 'auenfurt-17.pdf', '17/2031']) {
    assert.deepEqual(queries.find(text), [
      {
        id: 1,
        quelle: 'eingang/auenfurt-17.pdf',
        version: 1,
        aktuell: true,
        sha256: 'a'.repeat(64),
        lesart: '1-abc',
        status: 'pruefen',
        nichtoeffentlich: false,
        nummer: '17/2031',
        betreff: 'Pumpe für das Freibad',
        zuerst_gesehen: '2031-05-01T08:00:00.000Z',
        dublette_von: null,
        lauf_id: 1,
      },
    ])
  }
  for (const text of ['17.pdf', '7/2031', '%', '']) assert.deepEqual(queries.find(text), [], text)
  assert.deepEqual(
    queries.papersByNummer('17/2031').map(({ bundle }) => bundle),
    [paper()],
  )
  assert.equal(queries.paperByPath('eingang/nichts.pdf'), undefined)
  assert.equal(queries.paperByPath('eingang/x.pdf', 2), undefined)
})

test('papers come by path, all or of one status', (t) => {
  const { queries } = filled(t)
  const paths = (status?: 'ok' | 'fehler') => [...queries.papers(status)].map(({ quelle }) => quelle)
  assert.deepEqual(paths(), ['eingang/auenfurt-17.pdf', 'eingang/kaputt.pdf', 'eingang/x.pdf'])
  assert.deepEqual(paths('ok'), ['eingang/x.pdf'])
  for (const { quelle } of queries.papers('ok')) assert.ok(paths().includes(quelle), 'a walk within a walk')
  assert.deepEqual(paths('fehler'), ['eingang/kaputt.pdf'])
  assert.deepEqual(
    queries.versions('eingang/x.pdf').map(({ version }) => version),
    [1],
  )
})

test('views show records with their paper, their proof, and money in euros', (t) => {
  const { queries } = filled(t)
  assert.deepEqual(
    [...queries.rows('v_betraege')],
    [
      {
        kommune: 'Auenfurt',
        ags: '01009999',
        vorlage_nummer: '17/2031',
        vorlage_betreff: 'Pumpe für das Freibad',
        vorlage_datum: '2031-02-03',
        nr: 1,
        cent: -580007,
        euro: -5800.07,
        jahr: 2031,
        zitat: '-5.800,07 €',
        seite: 1,
        zweifel: '["zahl-unklar"]',
        nichtoeffentlich: 0,
        quelle: 'eingang/auenfurt-17.pdf',
        vorlage_id: 1,
        datensatz: 'betraege-1',
      },
    ],
  )
  const [vzae] = queries.rows('v_vzae')
  assert.equal(vzae?.wert, 0.43)
  assert.equal(vzae?.wert_tausendstel, 430)
  const steps = [...queries.rows('v_beratungen')].map(({ nr, gremium, datum, vorlage_datum }) => ({
    nr,
    gremium,
    datum,
    vorlage_datum,
  }))
  assert.deepEqual(steps, [
    { nr: 1, gremium: 'Bäderausschuss', datum: '2031-03-04', vorlage_datum: '2031-02-03' },
    { nr: 2, gremium: 'Rat', datum: null, vorlage_datum: '2031-02-03' },
  ])
  const papers = [...queries.rows('v_vorlagen', { mitNichtoeffentlichen: true })]
  assert.deepEqual(
    papers.map(({ nummer, status, zitat, kommune }) => ({ nummer, status, zitat, kommune })),
    [
      { nummer: '17/2031', status: 'pruefen', zitat: '17/2031', kommune: 'Auenfurt' },
      { nummer: null, status: 'fehler', zitat: null, kommune: null },
      { nummer: '18/2031', status: 'ok', zitat: '18/2031', kommune: 'Auenfurt' },
    ],
  )
  assert.throws(() => queries.rows('vorlage'), /keine Sicht/)
})

test('every view can be read, and shows what is nichtöffentlich only on demand', (t) => {
  const { queries } = filled(t)
  assert.deepEqual(queries.views, [
    'v_vorlagen',
    'v_meldungen',
    'v_beratungen',
    'v_beschlussvorschlaege',
    'v_betraege',
    'v_tabellen',
    'v_vzae',
  ])
  for (const view of queries.views) {
    const open = [...queries.rows(view)]
    const all = [...queries.rows(view, { mitNichtoeffentlichen: true })]
    assert.ok(open.length > 0 && open.length < all.length, view)
    assert.ok(
      open.every(({ nichtoeffentlich }) => nichtoeffentlich === 0),
      view,
    )
  }
})

test('the overview counts papers, records, messages and doubts', (t) => {
  assert.deepEqual(filled(t).queries.overview(), {
    status: [
      { name: 'fehler', anzahl: 1 },
      { name: 'ok', anzahl: 1 },
      { name: 'pruefen', anzahl: 1 },
    ],
    datensaetze: [
      { name: 'beratung', anzahl: 4 },
      { name: 'beschlussvorschlag', anzahl: 2 },
      { name: 'betrag', anzahl: 2 },
      { name: 'tabelle', anzahl: 2 },
      { name: 'vzae', anzahl: 2 },
    ],
    meldungen: [
      { name: 'betrag-unlesbar', anzahl: 2 },
      { name: 'kommune-fehlt', anzahl: 2 },
      { name: 'pdf-beschaedigt', anzahl: 1 },
    ],
    zweifel: [{ name: 'zahl-unklar', anzahl: 2 }],
  })
})
