import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { withinOneOf } from './within.ts'

const span = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('a stretch lies within others when they cover each of its places', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), span, (spans, asked) => {
      const places = Array.from({ length: asked.end - asked.start }, (_, at) => asked.start + at)
      const covered = places.every((place) => spans.some(({ start, end }) => start <= place && place < end))
      assert.equal(withinOneOf(spans)(asked), covered)
    }),
  )
})
