/**
 * Paragraphs that begin with a printed marker ("1.", "a)", "•"): list items that were never marked as such.
 *
 * A number or letter counts if it is the first or follows the one printed before it, so that "3. Quartal" stays text.
 */
import { PLACED_BULLETS } from '../../bullets.ts'
import type { RawBlock } from '../compose.ts'

const BULLET = new RegExp(String.raw`^([${PLACED_BULLETS}])\s+(?=\S)`, 'u')
const COUNTED = /^(\(?(?:\d{1,2}|[a-z])\)|\d{1,2}\.)\s+(?=\S)/u

/** The item these lines are; `before` are the markers printed so far, in order. */
export function printedItem(lines: readonly string[], before: readonly string[]): RawBlock | undefined {
  const [first = '', ...rest] = lines
  const found = BULLET.exec(first) ?? COUNTED.exec(first)
  const marker = found?.[1]
  if (!found || !marker) return undefined
  if (COUNTED.test(first) && !isFirst(marker) && !before.some((earlier) => follows(earlier, marker))) return undefined
  const words = first.slice(found[0].length)
  return { type: 'item', marker, depth: 0, lines: [words, ...rest].map((text) => ({ text })) }
}

function isFirst(marker: string): boolean {
  return /^\(?[1a][.)]/.test(marker)
}

function follows(earlier: string, marker: string): boolean {
  const next = earlier.replace(/\d{1,2}|[a-z]/, (count) =>
    /\d/.test(count) ? String(Number(count) + 1) : String.fromCharCode(count.charCodeAt(0) + 1),
  )
  return next === marker
}
