import assert from 'node:assert/strict'
import { test } from 'node:test'
import { centsFromCell, tableFacts, unitAround } from './table-facts.ts'

test('the unit of a column comes from its head', () => {
  const facts = tableFacts(
    [['Posten', 'Menge', 'TEUR', 'Euro/a', 'VZÄ', '2024']],
    [['Pumpe', '12', '5', '3.000', '0,5', '7']],
    [],
  )
  assert.deepEqual(
    facts.columns.map(({ kind }) => kind),
    ['text', 'anzahl', 'geld', 'geld', 'vzae', 'anzahl'],
  )
  assert.equal(facts.columns[2]?.unit?.scale, 1000)
  assert.equal(facts.columns[3]?.turnus, 'jaehrlich')
  assert.equal(facts.columns[5]?.year, 2024)
})

test('a note below scales the table, also over a printed euro sign', () => {
  const facts = tableFacts(
    [['', 'Ist 2019', 'Ist 2020']],
    [
      ['Aufwand', '1,12 €', '1,43'],
      ['Ertrag', '0,70', '1,51'],
    ],
    ['gerundet in Mio. €'],
  )
  assert.equal(facts.unit?.scale, 1e6)
  assert.deepEqual(
    facts.columns.map(({ kind, year, unit }) => [kind, year, unit?.scale ?? null]),
    [
      ['text', null, null],
      ['geld', 2019, 1e6],
      ['geld', 2020, 1e6],
    ],
  )
})

test('a head over several columns holds for all of them', () => {
  const facts = tableFacts(
    [
      ['', 'Kosten 2025', '', 'Plätze'],
      ['Kita', 'Bau', 'Betrieb', ''],
    ],
    [['Nord', '5.000', '6.000', '40']],
    [],
  )
  assert.deepEqual(
    facts.columns.map(({ year }) => year),
    [null, 2025, 2025, null],
  )
  assert.deepEqual(
    facts.columns.map(({ kind }) => kind),
    ['text', 'geld', 'geld', 'anzahl'],
  )
})

test('numbers without any sign of money are counts', () => {
  const facts = tableFacts([['Ort', 'Anträge', 'Rest']], [['Nord', '1.200', '1.300']], ['Der Bau kostet 3 Euro.'])
  assert.deepEqual(
    facts.columns.map(({ kind }) => kind),
    ['text', 'anzahl', 'anzahl'],
  )
})

test('units are read from captions, not from years or prices', () => {
  assert.equal(unitAround(['Kosten (in TEUR)'])?.scale, 1000)
  assert.equal(unitAround(['Angaben in Mio. €'])?.scale, 1e6)
  assert.equal(unitAround(['Kosten je Platz in Euro 2020'])?.scale, undefined)
  assert.equal(unitAround(['Der Bau kostet 5 Mio. €']), null)
})

test('bare cells are read to the cent', () => {
  assert.deepEqual(centsFromCell('1.234,5', 1000), { cents: 123450000, unclear: false })
  assert.deepEqual(centsFromCell('-0,43', 1e6), { cents: -43000000, unclear: false })
  assert.deepEqual(centsFromCell('(500)', 1), { cents: 50000, unclear: true })
  assert.equal(centsFromCell('12.05.2024', 1), undefined)
  assert.equal(centsFromCell('./.', 1), undefined)
  assert.equal(centsFromCell('–', 1), undefined)
})

test('a year in one row of the heads is that of its column, a plan has none', () => {
  const facts = tableFacts(
    [
      ['Produkt', '36.5 Kindergärten', '', ''],
      ['Haushaltsjahr', '2031', '2032', '2033'],
    ],
    [['Aufwand (T€)', '442,6', '587,0', '598,7']],
    [],
  )
  assert.deepEqual(
    facts.columns.map(({ year }) => year),
    [null, 2031, 2032, 2033],
  )
  const alone = tableFacts([['Bereich', 'Sachetat 2031', 'Masterplan 2040']], [['Archiv', '61.000', '5.000']], [])
  assert.deepEqual(
    alone.columns.map(({ year }) => year),
    [null, 2031, null],
  )
})
