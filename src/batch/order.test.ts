import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inOrder } from './order.ts'

test('any order of completion comes out in order of input', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), (order) => {
      const found: number[] = []
      const line = inOrder<number>((item) => void found.push(item))
      for (const at of order) line.add(at, at)
      assert.deepEqual(found, [0, 1, 2, 3, 4, 5, 6, 7])
    }),
  )
})

test('what waits behind a gap comes when nothing else will', () => {
  const found: string[] = []
  const line = inOrder<string>((item) => void found.push(item))
  line.add(3, 'd')
  line.add(0, 'a')
  line.add(1, 'b')
  assert.deepEqual(found, ['a', 'b'])
  line.flush()
  assert.deepEqual(found, ['a', 'b', 'd'])
})
