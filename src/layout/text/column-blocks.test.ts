import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnBlocks } from './column-blocks.ts'

const table = (text: string) => columnBlocks(text.split('\n'))

test('blocks of labels and values of one length are columns', () => {
  const found = table('Angaben in EUR\nPersonal\nSachkosten\n\n2031\n62.100\n74.000\n\n2032\n63.342\n-\n\nText danach.')
  assert.deepEqual(found?.head, ['Angaben in EUR', '2031', '2032'])
  assert.deepEqual(found?.rows, [
    ['Personal', '62.100', '63.342'],
    ['Sachkosten', '74.000', '-'],
  ])
})

test('bands of a table cut in two belong together, and codes may lack the row of sums', () => {
  const found = table(
    'Schulform\nGrundschulen\nOberschulen\nBerufsschulen\ngesamt\n\nAnzahl\nSchulen\n29\n7\n\nVZÄ\n14,80\n6,20\n\n5\n41\n\n7,50\n28,50',
  )
  assert.deepEqual(found?.head, ['Schulform', 'Anzahl Schulen', 'VZÄ'])
  assert.deepEqual(found?.rows.at(-1), ['gesamt', '41', '28,50'])
  const coded = table('Funktion\nLeitung\nKüche\nGesamt\n\nGruppe\nS 15\nEG 2\n\nStellen\n1,00\n0,75\n1,75')
  assert.deepEqual(coded?.rows, [
    ['Leitung', 'S 15', '1,00'],
    ['Küche', 'EG 2', '0,75'],
    ['Gesamt', '', '1,75'],
  ])
})

test('other numbers of values, codes for labels and sentences are no columns', () => {
  assert.equal(
    table('Art\nPersonal\nSachkosten\nMiete\nReste\n\n2031\n62.100\n74.000\n\n2032\n63.342\n75.500'),
    undefined,
  )
  assert.equal(table('Gruppe\nS 15\nS 8a\nEG 2\n\nStellen\n1,00\n0,75\n1,75'), undefined)
  assert.equal(table('Die Kosten\nsteigen.\nWeiter\n\n2031\n62.100\n74.000'), undefined)
})
