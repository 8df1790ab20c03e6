/**
 * The printed markers of list items: `1.`, `1)`, `(1)`, `a)`, `2.1`, `IV.`, `-`, `•`, `o`.
 *
 * A number counts as a marker if a wide gap follows it, if it is 1, or if the item before has the number before; so a
 * line that happens to begin with a date's day stays text.
 */
import { type Line, textOf } from './lines.ts'

export interface Marked {
  readonly marker: string
  /** Offset of the words behind it in the line's text. */
  readonly at: number
}

const BULLET = /^([•●▪◦‣·➢→✓✗○*–—-]|o(?=\s+\S))\s+(?=\S)/u
const NUMBER =
  /^(\d{1,2}(?:\.\d{1,2}){0,4}(?:\.\)|[.)])?|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)]|[IVX]{1,5}[.)])\s+(?=\S)/u

/** The last marker of each kind: what a number must follow to be one, over tables and pages. */
export type Counted = Map<string, string>

/** Keep a marker as the last of its kind. */
export function count(marker: string, counted: Counted): void {
  if (countOf(marker) !== undefined) counted.set(shapeOf(marker), marker)
}

/** The marker the words begin with, as far as words alone tell. */
export function markerIn(text: string): string | undefined {
  return NUMBER.exec(text)?.[1]
}

/** The marker a line begins with. `counted`: the markers above. */
export function markedBy(line: Line, counted: Counted): Marked | undefined {
  const text = textOf(line)
  const bullet = BULLET.exec(text)
  if (bullet?.[1])
    return bullet[1] === 'o' && !standsApart(line, 1) ? undefined : { marker: bullet[1], at: bullet[0].length }
  const number = NUMBER.exec(text)
  const marker = number?.[1]
  if (!number || !marker) return undefined
  const rest = text.slice(number[0].length)
  // "z. B.", "i. A.", "u. a."; "3 Stellen"; "12.5.2025"
  if (/^[a-zA-Z]\./.test(rest) && /^[a-zA-Z]\.$/.test(marker)) return undefined
  if (/^\d{1,2}$/.test(marker) && !standsApart(line, marker.length)) return undefined
  if (!/\p{L}/u.test(rest)) return undefined
  const marked = { marker, at: number[0].length }
  const before = counted.get(shapeOf(marker))
  if (standsApart(line, marker.length) || isFirst(marker) || (before !== undefined && follows(before, marker)))
    return marked
  return undefined
}

/** The marker was printed apart from the words: as an item of its own with room behind it. */
function standsApart(line: Line, length: number): boolean {
  const [first, second] = line.segments[0]?.items ?? []
  const next = second ?? line.segments[1]?.items[0]
  if (!first || !next || first.text.trim().length !== length) return false
  return next.x - (first.x + first.width) > 0.45 * line.size
}

function isFirst(marker: string): boolean {
  return /^\(?(?:1|a|I|i|1\.1)[.)]?\)?$/.test(marker)
}

/** Is `b` the marker after `a`? */
export function follows(a: string, b: string): boolean {
  const [one, two] = [countOf(a), countOf(b)]
  return shapeOf(a) === shapeOf(b) && one !== undefined && two === one + 1
}

function countOf(marker: string): number | undefined {
  const number = /(\d{1,2})[.)]*$/.exec(marker)?.[1]
  if (number) return Number(number)
  const letter = /^\(?([a-z])[.)]/.exec(marker)?.[1]
  if (letter) return letter.charCodeAt(0)
  const roman = /^([IVX]{1,5})[.)]/.exec(marker)?.[1]
  return roman
    ? ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'].indexOf(roman) + 1
    : undefined
}

function shapeOf(marker: string): string {
  return marker
    .replace(/\d{1,2}([.)]*)$/, '#$1')
    .replace(/^(\(?)[a-z]([.)])/, '$1a$2')
    .replace(/^[IVX]{1,5}([.)])/, 'I$1')
}

/** How deep a numbered heading is: `2` is 1, `2.1` is 2. 0 if it has no number. */
export function numberDepth(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{L}/u.exec(text)?.[1]
  return number ? number.split('.').length : 0
}
