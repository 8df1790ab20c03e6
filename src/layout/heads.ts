/**
 * Which rows of a table are its column heads.
 *
 * A head is bold over plain rows, or words over figures, or short words over rows that hold figures or dates. A form of
 * labels and values has none: its first column says what the others mean.
 */
import { isYearOrTwo } from '../years.ts'
import { cellText, isFigure, type TableRow } from './flow.ts'

const MOST_HEAD_ROWS = 3

/** The number of head rows, from the rows alone. */
export function headRowsOf(rows: readonly TableRow[]): number {
  const columns = rows[0]?.cells.length ?? 0
  if (rows.length < 2 || columns < 2 || isForm(rows) || hasBox(rows[0])) return 0
  const bold = rows.findIndex((row) => !isBold(row))
  if (bold > 0 && bold <= MOST_HEAD_ROWS && rows.slice(0, bold).some(hasSeveral) && !hasAmounts(rows.slice(0, bold)))
    return bold === 1 && hasSecondHead(rows) ? 2 : bold
  const first = rows[0]
  if (!first || !hasSeveral(first) || hasFigure(first)) return 0
  const spanning = filled(first) < columns && rows.length > 2
  const second = rows[1]
  if (
    spanning &&
    second &&
    hasSeveral(second) &&
    !hasFigure(second) &&
    !endsLabel(second) &&
    overFigures(second, rows.slice(2))
  )
    return 2
  if (overFigures(first, rows.slice(1))) return 1
  const short = first.cells.every((cell) => cellText(cell).length <= 40 && !/[.!?:]$/.test(cellText(cell)))
  return columns >= 3 && short && filled(first) === columns && rows.slice(1).some((row) => hasFigure(row)) ? 1 : 0
}

/** Below a head that spans columns stand the words for each of them, in plain type. */
function hasSecondHead([first, second, ...body]: readonly TableRow[]): boolean {
  if (!first || !second || body.length === 0 || filled(first) === first.cells.length) return false
  return hasSeveral(second) && filled(second) >= filled(first) && !hasFigure(second) && !endsLabel(second)
    ? isUnder(first, second) && overFigures(second, body)
    : false
}

/** What the spanning head leaves empty is filled below it. */
function isUnder(first: TableRow, second: TableRow): boolean {
  return first.cells.every((cell, column) => cell.length > 0 || (second.cells[column]?.length ?? 0) > 0)
}

/** Labels with a colon lead most rows. */
function isForm(rows: readonly TableRow[]): boolean {
  const labels = rows.filter((row) =>
    cellText(row.cells[0] ?? [])
      .trim()
      .endsWith(':'),
  ).length
  return labels > rows.length / 2
}

/** What is to be ticked is an answer, not a head. */
function hasBox(row: TableRow | undefined): boolean {
  return row?.cells.some((cell) => /[☐☒]/.test(cellText(cell))) ?? false
}

function endsLabel(row: TableRow): boolean {
  return cellText(row.cells[0] ?? []).endsWith(':')
}

function isBold(row: TableRow): boolean {
  const lines = row.cells.flat()
  return (
    lines.length > 0 &&
    lines.every((line) => line.bold || !line.segments.some((segment) => /\p{L}/u.test(segment.text)))
  )
}

function hasSeveral(row: TableRow): boolean {
  return filled(row) >= 2
}

function filled(row: TableRow): number {
  return row.cells.filter((cell) => cell.length > 0).length
}

/** Years stand in heads as well as in rows; they decide nothing. */
function hasFigure(row: TableRow): boolean {
  return row.cells.some((cell) => isFigure(cellText(cell)) && !isYearOrTwo(cellText(cell)))
}

/** A row with amounts in it is a sum, not a head, also if it is bold. */
export function hasAmounts(rows: readonly TableRow[]): boolean {
  return rows.some((row) => row.cells.slice(1).some((cell) => isFigure(cellText(cell)) && !isYearOrTwo(cellText(cell))))
}

/** Below one of these words, most cells are figures. */
function overFigures(head: TableRow, body: readonly TableRow[]): boolean {
  return head.cells.some((cell, column) => {
    const text = cellText(cell)
    if (!text || (isFigure(text) && !isYearOrTwo(text)) || text.endsWith(':')) return false
    const below = body.map((row) => cellText(row.cells[column] ?? [])).filter(Boolean)
    return (
      below.length >= 1 &&
      below.filter((value) => isFigure(value) && !(isYearOrTwo(value) && isYearOrTwo(text))).length >=
        0.6 * below.length
    )
  })
}
