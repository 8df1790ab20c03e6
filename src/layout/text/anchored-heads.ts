/**
 * Column heads closed up to single blanks whose ends still show: a year closes a head (`Art RE 2030 RE 2031 Plan 2032`).
 *
 * Never guesses: there are as many years as columns of values, and what stands before the first of them is parted from the
 * corner only by the words before the others: as many, or beginning with the same. Pure; knows no words.
 * Source: papers saved as text from PDF in the order of their contents (`pdftotext -raw`).
 */
import { YEAR } from '../../years.ts'

/** A year and what is printed behind it in brackets. */
const CLOSES = new RegExp(String.raw`(?<![\d.,/-])${YEAR}(?![\d.,/-])\*{0,3}(?: \([^()]{1,20}\))?`, 'gu')
/** Words of a head before its year. */
const WORDS = 3
/** A line of years alone may have its corner on the lines above it. */
const CORNER = { lines: 2, length: 25 }

/** The heads of `width` columns of values in a line, that of the labels (the corner, maybe empty) first. */
export function anchoredHeads(line: string, width: number): string[] | undefined {
  const printed = line.trim()
  const years = [...printed.matchAll(CLOSES)]
  if (width < 2 || years.length !== width || line.length > 140) return undefined
  const words = years.map(({ index }, at) => {
    const before = years[at - 1]
    return printed.slice(before ? before.index + before[0].length : 0, index).trim()
  })
  const last = years.at(-1)
  if (!last || printed.slice(last.index + last[0].length).trim()) return undefined
  const [first = '', ...others] = words
  if (others.some((own) => own.split(' ').length > WORDS || /[.:;!?]$|\d/.test(own))) return undefined
  const cut = cornerEnd(first, others)
  if (cut === undefined) return undefined
  const heads = [first.slice(cut), ...others].map((own, at) => `${own} ${years[at]?.[0] ?? ''}`.trim())
  return [first.slice(0, cut).trim(), ...heads]
}

/** Where in the words before the first year the corner ends. */
function cornerEnd(first: string, others: readonly string[]): number | undefined {
  const counts = new Set(others.map((own) => (own ? own.split(' ').length : 0)))
  const [opening] = others.map((own) => own.split(' ')[0] ?? '')
  const again = opening ? first.split(' ').lastIndexOf(opening) : -1
  const words = first.split(' ').filter(Boolean)
  if (again >= 0 && others.every((own) => own.startsWith(opening ?? ''))) return offsetOf(words, again)
  const [count, ...more] = counts
  if (count === undefined || more.length || words.length < count) return undefined
  return offsetOf(words, words.length - count)
}

function offsetOf(words: readonly string[], at: number): number {
  return words.slice(0, at).reduce((sum, word) => sum + word.length + 1, 0)
}

/** Such heads directly above a row; a corner left empty by a line of years may stand on the lines above that. */
export function anchoredAbove(
  lines: readonly string[],
  at: number,
  width: number,
): { from: number; cells: readonly string[] } | undefined {
  const cells = anchoredHeads(lines[at - 1] ?? '', width)
  if (!cells) return undefined
  if (cells[0] || !cells.every((cell, c) => c === 0 || /^\d/.test(cell))) return { from: at - 1, cells }
  for (let count = CORNER.lines; count > 0; count--) {
    const own = lines.slice(Math.max(0, at - 1 - count), at - 1).map((line) => line.trim())
    const above = lines[at - 2 - count]?.trim() ?? ''
    const short = own.every((line) => line && line.length <= CORNER.length && !/[.:;!?,\d]$/.test(line))
    if (own.length === count && short && /^\p{Lu}/u.test(own[0] ?? '') && (!above || /[.:!?]$/.test(above)))
      return { from: at - 1 - count, cells: [own.join(' '), ...cells.slice(1)] }
  }
  return { from: at - 1, cells }
}
