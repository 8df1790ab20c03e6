/**
 * What a page is made of between words and blocks: lines and tables in reading order.
 *
 * Units: points. A table's cells hold lines; an empty cell holds none.
 */
import type { Item } from './items.ts'
import { type Line, mainOf } from './lines.ts'

export interface TableRow {
  readonly cells: readonly (readonly Line[])[]
  readonly y1: number
  readonly y2: number
}

export interface LaidTable {
  readonly kind: 'table'
  readonly page: number
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  /** Left edges of the columns. */
  readonly columns: readonly number[]
  readonly rows: readonly TableRow[]
  readonly headRows: number
  /** Its cells are parted by drawn lines. */
  readonly ruled: boolean
  readonly certain: boolean
}

export interface LineFlow {
  readonly kind: 'line'
  readonly line: Line
}

export type Flow = LineFlow | LaidTable

/** The words of a cell on one line. */
export function cellText(lines: readonly Line[]): string {
  return lines.map((line) => line.segments.map((segment) => segment.text).join(' ')).join(' ')
}

/** Only part of a line: some of its segments. */
export function partOf(line: Line, segments: Line['segments']): Line {
  const x1 = Math.min(...segments.map((segment) => segment.x1))
  const x2 = Math.max(...segments.map((segment) => segment.x2))
  const items = segments.flatMap((segment) => segment.items)
  const { y, size } = items.length ? mainOf(items) : line
  return { ...line, x1, x2, y, size, segments, bold: isBold(items) }
}

/** All its letters are, and it has some. */
function isBold(items: readonly Item[]): boolean {
  const hasLetters = ({ text }: Item): boolean => /[\p{L}\p{N}]/u.test(text)
  return !items.some((item) => !item.bold && hasLetters(item)) && items.some(hasLetters)
}

/** Amounts, counts, dates, dashes: what stands in a column of figures. */
export function isFigure(text: string): boolean {
  return text.length <= 40 && /\d/.test(text)
    ? /^[^\p{L}]*(?:€|eur|euro|teur|t€|%|mio\.?|v[zk][äeks]?)?[^\p{L}]*(?:p\. ?a\.)?$/iu.test(text)
    : /^[-–—./,\s]{1,6}$/.test(text)
}
