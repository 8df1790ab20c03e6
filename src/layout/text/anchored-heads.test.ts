import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anchoredAbove, anchoredHeads } from './anchored-heads.ts'
import { tornTable } from './torn-tables.ts'

test('years close heads, and the words before the first of them are parted from the corner', () => {
  assert.deepEqual(anchoredHeads('Bereich 2031 2032 2033 (Plan)', 3), ['Bereich', '2031', '2032', '2033 (Plan)'])
  assert.deepEqual(anchoredHeads('Art RE 2031 RE 2032 Plan 2033', 3), ['Art', 'RE 2031', 'RE 2032', 'Plan 2033'])
  assert.deepEqual(anchoredHeads('RE 2031 RE 2032 Plan 2033', 3), ['', 'RE 2031', 'RE 2032', 'Plan 2033'])
  assert.deepEqual(anchoredHeads('Träger / Angebot VZÄ 2031 VZÄ ab 2032 (geplant)', 2), [
    'Träger / Angebot',
    'VZÄ 2031',
    'VZÄ ab 2032 (geplant)',
  ])
})

test('words that could belong to the corner or to the first head part nothing', () => {
  assert.equal(anchoredHeads('Team Plan Stand 2031 besetzt zum 2032', 3), undefined)
  assert.equal(anchoredHeads('Team Plan 2031 besetzt zum Stichtag 2032', 2), undefined)
  assert.equal(anchoredHeads('Im Jahr 2031 waren es 12, 2032 dann 14 Plätze', 2), undefined)
})

test('years alone take a corner from the lines above them that no sentence ends', () => {
  assert.deepEqual(anchoredAbove(['Text davor.', 'Aufwand', 'in TEUR', '2031 2032 2033', 'x'], 4, 3), {
    from: 1,
    cells: ['Aufwand in TEUR', '2031', '2032', '2033'],
  })
})

test('heads are no label of the first row, and a reduction is a value', () => {
  const found = tornTable([
    'Teilhaushalt 02, in € Ergebnis 2031 Ansatz 2032 Ansatz 2033',
    'Software 412.318,77 455.000 530.000',
    'Schulungen 21.644,50 40.000 40.000',
    'abzgl. Erträge ./. 1.200 ./. 600 ./. 450',
  ])
  assert.deepEqual(found?.head, ['Teilhaushalt 02, in €', 'Ergebnis 2031', 'Ansatz 2032', 'Ansatz 2033'])
  assert.deepEqual(found?.rows.at(-1), ['abzgl. Erträge', './. 1.200', './. 600', './. 450'])
})
