import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOf } from './pieces.ts'
import { placedRows } from './short-rows.ts'
import { centredTogether } from './uneven-lines.ts'
import { yearRows } from './year-rows.ts'

const full = [
  ['2030', '20,10', '80,20', '100,30', '+1,00'],
  ['2031', '21,10', '82,20', '103,30', '+3,00'],
  ['2032', '21,10', '81,70', '102,80', '-0,50'],
]

test('values of a short row stand where the other values are printed like them', () => {
  assert.deepEqual(placedRows([['2029', '19,10', '80,20', '99,30'], ...full], 5)?.[0], [
    '2029',
    '19,10',
    '80,20',
    '99,30',
    '',
  ])
})

test('alike values stand where the row adds up, or nowhere', () => {
  const rows = full.map((row) => [...row.slice(0, 4), '95,00'])
  assert.deepEqual(placedRows([...rows, ['2033', '1,00', '2,00', '3,00']], 5)?.at(-1), [
    '2033',
    '1,00',
    '2,00',
    '3,00',
    '',
  ])
  assert.equal(placedRows([...rows, ['2033', '1,00', '2,00', '4,00']], 5), undefined)
})

test('rows of years need as many heads as columns', () => {
  const rows = ['2030 95.000 101.220', '2031 150.000 149.115', '2032 180.000 233.790']
  assert.deepEqual(yearRows(['Jahr Ansatz in EUR Ergebnis in EUR', ...rows])?.head, [
    'Jahr',
    'Ansatz in EUR',
    'Ergebnis in EUR',
  ])
  assert.equal(yearRows(['Die Ausgaben sind gestiegen', ...rows]), undefined)
})

test('two halves of a cell above and below the line of their row are one cell', () => {
  const lines = ['           Digitales', '2040/13               0,75   EG 10', '           Magazin']
  assert.deepEqual(
    centredTogether(lines.map(piecesOf)).map((row) => row.map(({ text }) => text)),
    [['2040/13', 'Digitales Magazin', '0,75', 'EG 10']],
  )
})
