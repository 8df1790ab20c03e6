import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalFrom, numberFrom, wordNumber } from './number.ts'

test('reads German numbers, words and fractions', () => {
  const cases: [string, number | undefined][] = [
    ['1.234.567,89', 1234567.89],
    ['12 000', 12000],
    ['12\u202f000,5', 12000.5],
    ['0,430', 0.43],
    ['59.319,--', 59319],
    ['zwölf', 12],
    ['Vier', 4],
    ['½', 0.5],
    ['1 ½', 1.5],
    ['350.00', undefined],
    ['1.23.456', undefined],
    ['12345.678', undefined],
    ['1,234.50', undefined],
    ['', undefined],
    ['ein', undefined],
  ]
  for (const [text, want] of cases) assert.equal(numberFrom(text), want, text)
  assert.equal(wordNumber('toString'), undefined)
})

test('marks a number in another notation as unclear', () => {
  assert.deepEqual(decimalFrom('350.00'), { digits: 35000, decimals: 2, unclear: true })
  assert.deepEqual(decimalFrom('1,234.50'), { digits: 123450, decimals: 2, unclear: true })
  assert.equal(decimalFrom('9'.repeat(30)), undefined)
})

test('law: what Intl prints is read back', () => {
  const format = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 3 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (thousandths) => {
      assert.equal(numberFrom(format.format(thousandths / 1000)), thousandths / 1000)
    }),
  )
})
