import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mixedTable } from './mixed-tables.ts'
import { tornTable } from './torn-tables.ts'

test('numbers before the labels are a column where the heads are one more', () => {
  const found = tornTable([
    'KG Bezeichnung DS 31-1134 neu Differenz',
    '200 Herrichten und Erschließen 310 590 280',
    '300 Bauwerk - Baukonstruktionen 3.120 3.760 640',
    '500 Außenanlagen 720 720',
    '700 Baunebenkosten 1.220 1.220',
    'Summe 5.370 6.290 920',
  ])
  assert.deepEqual(found?.head, ['KG', 'Bezeichnung', 'DS 31-1134', 'neu', 'Differenz'])
  assert.deepEqual(found?.rows[0], ['200', 'Herrichten und Erschließen', '310', '590', '280'])
  assert.deepEqual(found?.rows[2], ['500', 'Außenanlagen', '720', '720', ''])
  assert.deepEqual(found?.rows.at(-1), ['', 'Summe', '5.370', '6.290', '920'])
})

test('what tells more of a head stands behind it', () => {
  const rows = ['KG Bezeichnung Kosten brutto in EUR']
  for (const [at, name] of ['Grundstück', 'Bauwerk', 'Technik', 'Außenanlagen', 'Ausstattung'].entries())
    rows.push(`${at + 1}00 ${name} ${at + 1}2.400,00`)
  assert.deepEqual(tornTable(rows)?.head, ['KG', 'Bezeichnung', 'Kosten brutto in EUR'])
})

test('numbers of rows that fall are no codes', () => {
  const found = tornTable(['Lage Zahl Kosten neu', '300 Betten 310 590', '200 Betten 120 760', '100 Betten 480 980'])
  assert.notDeepEqual(found?.rows[0]?.slice(0, 2), ['300', 'Betten'])
})

test('a dash is an empty cell between values, and a sign before all of them', () => {
  const rows = ['Art 2031 2032 2033', 'Dienste 185 120 -', 'Lizenzen 74,5 98 98', 'Zuschüsse -50 - -']
  assert.deepEqual(tornTable(rows)?.rows, [
    ['Dienste', '185', '120', '-'],
    ['Lizenzen', '74,5', '98', '98'],
    ['Zuschüsse', '-50', '-', '-'],
  ])
  const signed = [
    'in T€ 2031 2032 2033',
    'Aufwand 412,6 990,2 1.010,0',
    'Entgelte - 41,5 - 99,6 - 99,6',
    'Saldo 371,1 890,6 910,4',
  ]
  assert.deepEqual(tornTable(signed)?.rows[1], ['Entgelte', '- 41,5', '- 99,6', '- 99,6'])
})

test('remarks below their rows belong to them, and a name of several lines is one', () => {
  const found = mixedTable([
    'Stellen-Nr.',
    'Funktion VZÄ Bewertung Bemerkung',
    '1034/07 Prozesse 1,0 EG 11',
    'besetzt, bisher befristet bis',
    '31.12.2031',
    '1034/08 Prozesse 1,0 EG 11 neu',
    '1034/13',
    'Digitale',
    'Teilhabe',
    '0,5 EG 10 neu',
  ])
  assert.deepEqual(found?.head, ['Stellen-Nr.', 'Funktion', 'VZÄ', 'Bewertung', 'Bemerkung'])
  assert.deepEqual(found?.rows, [
    ['1034/07', 'Prozesse', '1,0', 'EG 11', 'besetzt, bisher befristet bis 31.12.2031'],
    ['1034/08', 'Prozesse', '1,0', 'EG 11', 'neu'],
    ['1034/13', 'Digitale Teilhabe', '0,5', 'EG 10', 'neu'],
  ])
})
