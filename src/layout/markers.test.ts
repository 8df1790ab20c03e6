import assert from 'node:assert/strict'
import { test } from 'node:test'
import { item } from '../../test/paper-items.ts'
import { linesOf } from './lines.ts'
import { type Counted, count, follows, markedBy } from './markers.ts'

/** The markers found in lines one after the other. */
function markersOf(...lines: readonly string[]): (string | undefined)[] {
  const counted: Counted = new Map()
  return lines
    .flatMap((text) => linesOf([item(50, 100, text)]))
    .map((line) => {
      const found = markedBy(line, counted)
      if (found) count(found.marker, counted)
      return found?.marker
    })
}

test('numbers, letters and Roman numbers count on', () => {
  assert.deepEqual(markersOf('i. Los', 'ii. Los', 'iii. Los'), ['i.', 'ii.', 'iii.'])
  assert.deepEqual(markersOf('a) Los', 'b) Los', 'd) Los'), ['a)', 'b)', undefined])
  assert.deepEqual(markersOf('1.1 Ziel', '1.2 Weg', '1.4 Rest'), ['1.1', '1.2', undefined])
  assert.ok(follows('h.', 'i.') && follows('i.', 'ii.') && follows('I.', 'II.') && follows('2.9', '2.10'))
  assert.ok(!follows('I.', 'ii.') && !follows('1.', '2)'))
})
test('a day is no marker, also the first of a month', () => {
  assert.deepEqual(markersOf('1. August 2031 in Kraft', '1. Maifest der Stadt'), [undefined, '1.'])
})
