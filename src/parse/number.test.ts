import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decimalFrom, wordNumber } from './number.ts'

/** The value of a number that is clear. */
function numberIn(text: string): number | undefined {
  const decimal = decimalFrom(text)
  return decimal && !decimal.unclear ? decimal.digits / 10 ** decimal.decimals : undefined
}

test('reads German numbers', () => {
  const cases: [string, number | undefined][] = [
    ['1.234.567,89', 1234567.89],
    ['12 000', 12000],
    ['12\u202f000,5', 12000.5],
    ['0,430', 0.43],
    ['59.319,--', 59319],
    ['350.00', undefined],
    ['1.23.456', undefined],
    ['12345.678', undefined],
    ['1,234.50', undefined],
    ['', undefined],
  ]
  for (const [text, want] of cases) assert.equal(numberIn(text), want, text)
})

test('reads number words; an article is none', () => {
  assert.deepEqual(['zwölf', 'Vier', 'anderthalb', 'ein', 'toString'].map(wordNumber), [
    12,
    4,
    1.5,
    undefined,
    undefined,
  ])
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
      assert.equal(numberIn(format.format(thousandths / 1000)), thousandths / 1000)
    }),
  )
})

test('a point misprinted before two decimals is read, but unclear', () => {
  assert.deepEqual(decimalFrom('518.549.82'), { digits: 51854982, decimals: 2, unclear: true })
  assert.equal(decimalFrom('18.549.8'), undefined)
})
