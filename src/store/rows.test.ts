import assert from 'node:assert/strict'
import { test } from 'node:test'
import { opened, START } from './opened.ts'
import { frame, paper } from './testing.ts'

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
