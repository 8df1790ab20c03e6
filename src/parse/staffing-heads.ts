/**
 * How many rows of a table are its heads, where the reader could not tell: rows without quantities that stand above
 * quantities and name a unit of staff.
 *
 * Never guesses: a row that names no unit of staff above a number, or holds a number itself, is no head.
 */
import { DIGITS, isYear } from './staffing-number.ts'
import { unitOfHead } from './staffing-unit.ts'
import { viewOf } from './staffing-view.ts'

const QUANTITY = new RegExp(`^(?:ca\\. ?|rund )?[+-]? ?(?:${DIGITS})\\*?$`, 'u')
/** Heads run over three rows at most. */
const MOST = 3

/** The head rows of a table of staff: as the reader said, else as the cells tell. */
export function staffHeadRows(rows: readonly (readonly { readonly text: string }[])[], said: number): number {
  if (said === 1) return said
  if (said > 1) {
    // A row with a decimal is no head, whatever the reader thought.
    const first = rows
      .slice(0, said)
      .findIndex((row) => row.some(({ text }) => /^\s*\d{1,3},\d{1,3}(?![\d.])/.test(text)))
    return first > 0 ? first : said
  }
  const texts = rows.slice(0, MOST + 1).map((row) => row.map(({ text }) => viewOf(text).trim()))
  const first = texts.findIndex((row) => row.some(isQuantity))
  if (first < 1) return 0
  const heads = texts.slice(0, first)
  const below = texts[first] ?? []
  return below.some(
    (text, c) =>
      isQuantity(text) &&
      unitOfHead(
        heads
          .map((row) => row[c] ?? '')
          .join(' ')
          .trim(),
      ),
  )
    ? first
    : 0
}

function isQuantity(text: string): boolean {
  return QUANTITY.test(text) && !isYear(text)
}
