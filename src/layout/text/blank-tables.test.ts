import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankTable } from './blank-tables.ts'
import { valueLine } from './blank-values.ts'

const read = (text: string) => blankTable(text.split('\n'))

test('the values a line ends with, of every kind', () => {
  const values = (line: string): string[] => valueLine(line).values.map(({ text }) => text)
  assert.deepEqual(values('2029/2030 25 18.950 Euro 14 12.000 Euro'), ['25', '18.950 Euro', '14', '12.000 Euro'])
  assert.deepEqual(values('Wartung 1.200,00 €/p.a. (brutto)'), ['1.200,00 €/p.a. (brutto)'])
  assert.deepEqual(values('2. Firma B 341.242 € 8,5 von 10 Punkten'), ['341.242 €', '8,5 von 10 Punkten'])
  assert.deepEqual(values('Ersparnis 48.200 € - ---'), ['48.200 €', '-', '---'])
})

test('numbers that belong to the words before them are no values', () => {
  for (const line of ['Turnhalle 27 x 15 m', 'Sanierung von Haus Nr. 4', 'Ansatz nach Teil -', 'Plan 2032'])
    assert.deepEqual(valueLine(line).values, [], line)
})

test('a label is all the words since the row before', () => {
  const table = read(
    'Amt Maßnahme Ansatz\nForstamt Pflege der\nWege im Stadtwald 12.000 €\nForstamt Waldschule\n8.000 €',
  )
  assert.equal(table, undefined)
  const joined = read(
    'Maßnahme Ansatz Erwartung\nPflege der Wege\nim Stadtwald\n12.000 € 10.000 €\nWaldschule 8.000 € 7.000 €',
  )
  assert.deepEqual(joined?.rows[0], ['Pflege der Wege im Stadtwald', '12.000 €', '10.000 €'])
})

test('a bracket that closes below the values belongs to the label', () => {
  const table = read('2031 2032\nBeiträge (Zuschüsse 1,0 2,0\ndes Landes)\nEigenmittel 3,0 4,0')
  assert.deepEqual(table?.rows[0], ['Beiträge (Zuschüsse des Landes)', '1,0', '2,0'])
})

test('a name for the rows below it is a row of its own', () => {
  const table = read(
    'Eckwerte:\nEuro\n1. Erfolg\n1.1 Erträge 8.214,17\n1.2 Aufwand 9.127,62\n2. Liquidität\n2.1 Bestand 1,50',
  )
  assert.deepEqual(table?.head, ['', 'Euro'])
  assert.deepEqual(table?.rows[3], ['2. Liquidität', ''])
})

test('no tables: sentences, titles, forms, heads that a line may have broken', () => {
  const none = [
    'Die Kosten der Halle betragen\nim Jahr 2031 rund 12.000 €\nund im Folgejahr 14.000 €',
    'Los 2 - Aufbau\n1) Firma A, Talheim 96,7 Punkte\n2) Bieter B 95,8 Punkte',
    'Bauausschuss: 12.000 €\nRat: 14.000 €\nKämmerei: 3.000 €',
    'Energiekostenzuschlag Freibad\nErwachsene 2,50 Euro\nKinder 2,00 Euro',
    'Bisheriger Ansatz\nProgramm 2032\nNeuer Ansatz 2032\nZuschüsse 7.500 € 7.000 €\nSachkosten 90.900 € 90.800 €',
  ]
  for (const text of none) assert.equal(read(text), undefined, text)
})

test('a row with fewer values between full ones stands where the sums want it', () => {
  const table = read(
    'Stand:\n-in Euro- 01.01.2031 31.12.2031\nKapital 500.000 500.000\nRücklage 12.000 36.500\nFehlbetrag 2031 -9.500\nSumme 512.000 527.000',
  )
  assert.deepEqual(table?.head, ['-in Euro-', '01.01.2031', '31.12.2031'])
  assert.deepEqual(table?.rows[2], ['Fehlbetrag 2031', '', '-9.500'])
})

test('rows go on behind the empty lines of a page end', () => {
  const table = read('Rang Firma Betrag\n1 Firma A 10.000 EURO\n\n\n\n2 Firma B 12.000 EURO')
  assert.equal(table?.rows.length, 2)
  assert.equal(table?.certain, true)
})

test('a table that breaks off is never certain', () => {
  const table = read('Rang Firma Betrag\n1 Firma A 10.000 EURO\n2 Firma B 12.000 EURO\n3 Firma C Ausschluss')
  assert.equal(table?.rows.length, 2)
  assert.equal(table?.certain, false)
})

test('years in brackets tell the heads of values from those of the words', () => {
  const table = read(
    'Amt\nMaßnahme\nVorschlag (2032)\nErwartung (2032)\nForstamt Pflege\nder Wege\n12.000 € 9.000 €\nGesamt: 12.000 € 9.000 €',
  )
  assert.deepEqual(table?.head, ['Amt Maßnahme', 'Vorschlag (2032)', 'Erwartung (2032)'])
  assert.deepEqual(table?.rows[0], ['Forstamt Pflege der Wege', '12.000 €', '9.000 €'])
  assert.equal(table?.certain, false)
})
