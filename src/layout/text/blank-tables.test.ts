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
