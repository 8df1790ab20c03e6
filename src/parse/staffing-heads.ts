/**
 * A table as it is read for staff. How many of its rows are heads, where the reader could not tell: rows without
 * quantities that stand above quantities and name a unit of staff.
 *
 * Never guesses: a row that names no unit of staff above a number, or holds a number itself, is no head.
 */
import type { Table } from 'mdast'
import { type Cell, headRowsOf, type PaperDocument, rowsOf } from '../document.ts'
import { isYear } from '../years.ts'
import { DIGITS } from './staffing-number.ts'
import { unitOfHead } from './staffing-unit.ts'
import { viewOf } from './staffing-view.ts'

const QUANTITY = new RegExp(`^(?:ca\\. ?|rund )?[+-]? ?(?:${DIGITS})\\*?$`, 'u')
/** Heads run over three rows at most. */
const MOST = 3

export interface StaffTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly headRows: number
  /** False if rows and columns are guessed. */
  readonly certain: boolean
}

/** The rows of a table, with its heads as the reader said, else as the cells tell. */
export function staffTable(paper: Pick<PaperDocument, 'text'>, table: Table): StaffTable {
  const rows = rowsOf(paper, table)
  return { rows, headRows: staffHeadRows(rows, headRowsOf(table)), certain: table.data?.certain !== false }
}

function staffHeadRows(rows: readonly (readonly Cell[])[], said: number): number {
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
