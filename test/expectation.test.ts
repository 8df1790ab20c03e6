/** The comparison itself: what agrees is silent, what differs is one exact line. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differences } from './expectation.ts'

const betrag = { cent: 500_000, bezeichnung: 'Miete der Halle', jahr: 2031, turnus: null, zitat: '5.000 €' }

test('what agrees is silent, whatever its white space and dashes', () => {
  const expected = { vorlage: { betreff: 'Neubau – Halle', datum: null }, betraege: [betrag], stellen: [] }
  const got = {
    vorlage: { betreff: 'Neubau -\nHalle' },
    betraege: [{ ...betrag, bezeichnung: 'Miete Halle', id: 'betraege-1' }],
    stellen: [],
  }
  assert.deepEqual(differences(expected, got), [])
})

test('a field that was not annotated is not compared', () => {
  assert.deepEqual(
    differences({ vorlage: { nummer: '7/31' } }, { vorlage: { nummer: '7/31', art: 'antrag' }, betraege: [betrag] }),
    [],
  )
})

test('a wrong value, a missing entry and one too many are a line each', () => {
  const expected = { finanzen: { auswirkungen: 'ja' }, betraege: [betrag], verweise: [{ nummer: '1/30' }] }
  const got = {
    finanzen: { auswirkungen: null },
    betraege: [
      { ...betrag, turnus: 'jaehrlich' },
      { ...betrag, cent: 5, beleg: { zitat: '5' }, zitat: undefined },
    ],
    verweise: [],
  }
  assert.deepEqual(differences(expected, got), [
    'finanzen.auswirkungen: erwartet "ja", gelesen null',
    'betraege[5.000 €].turnus: erwartet null, gelesen "jaehrlich"',
    'betraege[5]: erwartet "nichts", gelesen {"cent":5,"jahr":2031}',
    'verweise[1/30]: erwartet {"nummer":"1/30"}, gelesen "fehlt"',
  ])
})

test('equal amounts find the entry that fits best', () => {
  const other = { ...betrag, bezeichnung: 'Strom und Wasser', turnus: 'jaehrlich' }
  assert.deepEqual(differences({ betraege: [betrag, other] }, { betraege: [other, betrag] }), [])
})

test('an object that is not there must not be read', () => {
  assert.deepEqual(differences({ beschlussvorschlag: null }, { beschlussvorschlag: null }), [])
  assert.equal(
    differences({ beschlussvorschlag: null }, { beschlussvorschlag: { text: 'Es wird.', id: 'x' } }).length,
    1,
  )
})

test('tables are compared cell by cell', () => {
  const table = { titel: null, art: 'finanzen', spalten: ['', '2030'], zeilen: [['Miete', '12']] }
  assert.deepEqual(differences({ tabellen: [table] }, { tabellen: [table] }), [])
  assert.deepEqual(differences({ tabellen: [table] }, { tabellen: [{ ...table, zeilen: [['Miete', '21']] }] }), [
    'tabellen[1].zelle 1/2: erwartet "12", gelesen "21"',
  ])
  assert.deepEqual(differences({ tabellen: [] }, { tabellen: [table] }), [
    'tabellen: erwartet "nichts", gelesen " | 2030"',
  ])
})
