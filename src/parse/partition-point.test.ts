import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partitionPoint } from './partition-point.ts'

test('halving counts what counting one by one counts', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, bound) => {
      const sorted = numbers.toSorted((a, b) => a - b)
      const counted = sorted.filter((number) => number <= bound).length
      assert.equal(
        partitionPoint(sorted, (number) => number <= bound),
        counted,
      )
    }),
  )
})
