/**
 * The printed markers of list items: `1.`, `1)`, `(1)`, `a)`, `2.1`, `IV.`, `-`, `•`, `o`.
 *
 * A number counts as a marker if a wide gap follows it, if it is 1, or if the item before has the number before; so a
 * line that happens to begin with a date's day stays text.
 */
import { PLACED_BULLETS } from '../bullets.ts'
import { type Line, textOf } from './lines.ts'

export interface Marked {
  readonly marker: string
  /** Offset of the words behind it in the line's text. */
  readonly at: number
}

const BULLET = new RegExp(String.raw`^([${PLACED_BULLETS}]|o(?=\s+\S))\s+(?=\S)`, 'u')
const NUMBER =
  /^(\d{1,2}(?:\.\d{1,2}){0,4}(?:\.\)|[.)])?|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)]|[IVX]{1,5}[.)])\s+(?=\S)/u

/** "1. August" is a day. */
const MONTH = /^(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L})/u

/** The last marker of each kind: what a number must follow to be one, over tables and pages. */
export type Counted = Map<string, string>

/** Keep a marker as the last of its kind. */
export function count(marker: string, counted: Counted): void {
  for (const { shape } of readingsOf(marker)) counted.set(shape, marker)
}

/** "990 € p.⏎a. ab 2031", "u.⏎a. für Kinder": the second half of an abbreviation is no marker. */
export function isTornAbbreviation(before: string, text: string): boolean {
  return /^\s*a\.\s/.test(text) && /(?<![\p{L}\d])[puo]\.\s*$/u.test(before)
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
  if (!/\p{L}/u.test(rest) || (/^\d{1,2}\.$/.test(marker) && MONTH.test(rest) && !standsApart(line, marker.length)))
    return undefined
  const marked = { marker, at: number[0].length }
  const isNext = readingsOf(marker).some(({ shape }) => follows(counted.get(shape) ?? '', marker))
  return standsApart(line, marker.length) || isFirst(marker) || isNext ? marked : undefined
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
  const before = readingsOf(a)
  return readingsOf(b).some(({ shape, count }) => before.some((one) => one.shape === shape && one.count === count - 1))
}

interface Counting {
  /** The marker with its number blotted out. */
  readonly shape: string
  readonly count: number
}

/** What a marker may count: `i.` is a letter or a Roman one. */
function readingsOf(marker: string): Counting[] {
  const number = /^(.{0,12}?)(\d{1,2})([.)]*)$/.exec(marker)
  if (number) return [{ shape: `${number[1]}#${number[3]}`, count: Number(number[2]) }]
  const [, open = '', sign = '', close = ''] = /^(\(?)([a-zIVX]{1,5})([.)])/.exec(marker) ?? []
  const letter = /^[a-z]$/.test(sign) ? [{ shape: `${open}a${close}`, count: sign.charCodeAt(0) - 96 }] : []
  const roman = ROMAN.indexOf(sign.toLowerCase()) + 1
  const isLower = sign === sign.toLowerCase()
  return roman ? [...letter, { shape: `${open}${isLower ? 'i' : 'I'}${close}`, count: roman }] : letter
}

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** How deep a numbered heading is: `2` is 1, `2.1` is 2. 0 if it has no number. */
export function numberDepth(text: string): number {
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+\p{L}/u.exec(text)?.[1]
  return number ? number.split('.').length : 0
}
