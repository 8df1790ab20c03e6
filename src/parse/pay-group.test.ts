import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { payGroupOf, payGroupsIn } from './pay-group.ts'

const examples: readonly (readonly [string, string | undefined])[] = [
  ['EG 09a', 'E 9a'],
  ['E9a', 'E 9a'],
  ['E 15Ü', 'E 15Ü'],
  ['Entgeltgruppe 11', 'E 11'],
  ['Entgeltgruppe S 12', 'S 12'],
  ['SuE S12', 'S 12'],
  ['S 06', 'S 6'],
  ['A 13', 'A 13'],
  ['B 2', 'B 2'],
  ['A 17', undefined],
  ['E 16', undefined],
  ['FB 2', undefined],
  ['11', undefined],
]
for (const [printed, group] of examples) test(`pay group: ${printed}`, () => assert.equal(payGroupOf(printed), group))

test('finds pay groups between words', () => {
  const text = '0,5 VZW E11 und eine Stelle nach Entgeltgruppe S 8b; Halle A 4711, Raum B 204'
  assert.deepEqual(
    payGroupsIn(text).map(({ gruppe, start, end }) => [gruppe, text.slice(start, end)]),
    [
      ['E 11', 'E11'],
      ['S 8b', 'Entgeltgruppe S 8b'],
    ],
  )
})

test('law: what is read is read again as itself', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('E', 'A', 'S', 'B', 'EG', 'R'),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('', 'a', 'b', 'c'),
      (table, number, step) => {
        const group = payGroupOf(`${table} ${number}${step}`)
        if (group !== undefined) assert.equal(payGroupOf(group), group)
      },
    ),
  )
})
