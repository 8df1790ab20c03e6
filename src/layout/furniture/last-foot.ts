/**
 * The foot of the last page, with which a text ends, and where it comes back between the lines of the pages before: the
 * number of the paper, a day, a count of pages (`BV/123/2031`, `3.2.2031` / `Erika Muster`, `DS 17/31   2/4`).
 *
 * Never guesses: the lines count the pages or stand apart from all others, come back word for word but for the count, and the paper's first
 * lines, which may print its number for themselves, keep theirs. Pure; knows no words but those that count pages.
 * Source: papers saved as text from PDF whose pages no form feed parts.
 */
import { isBlank } from '../text/lines.ts'
import { COUNT } from './page-numbers.ts'
import { LETTERHEAD } from './running-heads.ts'

/** Filled lines of a foot. */
const FOOT = 4
/** A longer line is running text. */
const LONGEST = 100

/** What marks a foot: a number of a paper, a day, a count of pages. */
const MARK = /(?<!\d)\d{2,}[/-]\d{2,}(?!\d)|(?<!\d)\d{1,2}\.\d{1,2}\.\d{4}|#/u

/** The indices of the lines that are the last page's foot or the same on a page before; empty if it never comes back. */
export function lastFoot(lines: readonly string[]): Set<number> {
  const filled = [...lines.keys()].filter((at) => !isBlank(lines[at] ?? '') && lines[at] !== '\f')
  const last = filled.length - 1
  const shapes = new Map<number, string>()
  const shapeAt = (n: number): string => {
    const known = shapes.get(n) ?? shapeOf(lines[filled[n] ?? -1] ?? '')
    shapes.set(n, known)
    return known
  }
  const end = shapeAt(last)
  const ends = filled.flatMap((_, n) => (n >= LETTERHEAD && n < last && shapeAt(n) === end ? [n] : []))
  for (let count = Math.min(FOOT, last); ends.length && count > 0; count--) {
    const own = Array.from({ length: count }, (_, n) => shapeAt(last - n))
    if (!own.some((shape) => MARK.test(shape)) || own.some((shape) => shape.length > LONGEST || /[.,;:]$/.test(shape)))
      continue
    const same = [...ends, last].filter((n) => own.every((shape, k) => shapeAt(n - k) === shape))
    const counts = own.some((shape) => shape.endsWith('#'))
    const apart = same.filter((n) => counts || standsApart(lines, filled[n - count + 1] ?? 0, filled[n] ?? 0))
    if (apart.length > 1 && apart.includes(last))
      return new Set(apart.flatMap((n) => Array.from({ length: count }, (_, k) => filled[n - k] ?? 0)))
  }
  return new Set()
}

function standsApart(lines: readonly string[], from: number, to: number): boolean {
  const open = (at: number): boolean => isBlank(lines[at] ?? '') || lines[at] === '\f'
  return open(from - 1) && open(to + 1)
}

function shapeOf(line: string): string {
  return line.trim().replace(COUNT, '#').replace(/\s+/g, ' ')
}
