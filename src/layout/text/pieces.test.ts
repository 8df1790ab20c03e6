import assert from 'node:assert/strict'
import { test } from 'node:test'
import { piecesOf } from './pieces.ts'

const texts = (line: string): string[] => piecesOf(line).map(({ text }) => text)

test('numbers one blank apart are pieces of their own where the line has gaps', () => {
  assert.deepEqual(texts('Miete    1.200.000 350.000    12'), ['Miete', '1.200.000', '350.000', '12'])
  assert.deepEqual(texts('31.12.2031    38,50    0,00 6,1'), ['31.12.2031', '38,50', '0,00', '6,1'])
  assert.deepEqual(texts('30.09.2031    38,50    4,00 -'), ['30.09.2031', '38,50', '4,00', '-'])
})

test('numbers within words, and lines without gaps, stay as they are', () => {
  assert.deepEqual(texts('Raum    12 000 Sitze'), ['Raum', '12 000 Sitze'])
  assert.deepEqual(texts('Kosten 1.200,00 350,00'), ['Kosten 1.200,00 350,00'])
})
