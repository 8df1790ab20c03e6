/**
 * A table element to blocks: a table block for data, paragraphs for forms and arrangements.
 *
 * The caption and head rows that are one cell wide as the whole table ("Angaben pro Jahr") stand as lines above the
 * table and in its `caption`.
 */
import { isYear, isYearWithUnit } from '../../../years.ts'
import { type Draft, paragraph } from '../../drafts.ts'
import { fold } from '../fold.ts'
import { type Shown, wordsOf } from '../shown.ts'
import { compositeGrid, type Grid, gridOf, unstacked, withoutEmpty } from './grid.ts'
import { headRowsByMarkup, isDate, isNumeric, kindOf } from './kind.ts'
import { formDrafts, layoutDrafts } from './layout.ts'
import { isStrong, linesOfCell, type TableRow, tableRowsOf } from './rows.ts'

/** Read a table element. */
export function tableDrafts(table: Shown): Draft[] {
  const rows = tableRowsOf(table)
  const title = captionOf(table)
  const above: Draft[] = title ? [{ block: paragraph([title]), strong: true, arranged: true, titled: true }] : []
  switch (kindOf(table, rows, hasFrame(table))) {
    case 'anordnung':
      return [...above, ...layoutDrafts(rows)]
    case 'formular':
      return [...above, ...formDrafts(rows)]
    case 'verbund':
      return [...above, ...dataDrafts(table, rows, title, true)]
    case 'daten':
      return [...above, ...dataDrafts(table, rows, title, false)]
  }
}

function captionOf(table: Shown): string | undefined {
  const caption = table.children.find((child) => typeof child !== 'string' && child.tag === 'caption')
  return (caption && fold(wordsOf(caption))) || undefined
}

function dataDrafts(table: Shown, rows: readonly TableRow[], title: string | undefined, composite: boolean): Draft[] {
  const { notes, rest } = partNotes(rows)
  const heads = headsOf(rest)
  const full = composite
    ? [...gridOfHeads(rest.slice(0, heads), rest), ...compositeGrid(rest).slice(heads)]
    : unstacked(gridOf(rest), heads)
  const { grid, headRows } = withoutEmpty(full, heads, !composite)
  const caption = [...(title ? [title] : []), ...notes].join('\n')
  const certain = headRows > 0 || hasFrame(table)
  const block = {
    type: 'table' as const,
    headRows,
    rows: grid.map((row) => row.map((lines) => ({ lines: lines.map((text) => ({ text })) }))),
    certain,
    ...(caption ? { caption } : {}),
  }
  return [
    ...notes.map((note) => ({ block: paragraph([note]), arranged: true })),
    { block, titled: title !== undefined },
  ]
}

/** The head rows of a table of tables are set with all its rows, so that they stand above the right columns. */
function gridOfHeads(heads: readonly TableRow[], rows: readonly TableRow[]): Grid {
  return compositeGrid(rows).slice(0, heads.length)
}

/**
 * First rows of one cell across the whole table are notes to it if heads follow and no such row comes later: a row
 * across that recurs parts the table into groups.
 */
function partNotes(rows: readonly TableRow[]): { notes: string[]; rest: readonly TableRow[] } {
  const width = Math.max(0, ...rows.map((row) => row.cells.reduce((sum, cell) => sum + cell.colSpan, 0)))
  const first = rows.findIndex((row) => row.cells.some((cell) => cell.text) && !isAcross(row, width))
  const rest = rows.slice(Math.max(0, first))
  const isNoted = first > 0 && !rest.some((row) => isAcross(row, width)) && headsOf(rest) > 0
  if (!isNoted) return { notes: [], rest: rows }
  return {
    notes: rows
      .slice(0, first)
      .flatMap((row) => row.cells.map((cell) => cell.text))
      .filter(Boolean),
    rest,
  }
}

function isAcross(row: TableRow, width: number): boolean {
  const [only, ...others] = row.cells.filter((cell) => cell.text)
  return only !== undefined && others.length === 0 && width > 1 && only.colSpan >= width
}

function headsOf(rows: readonly TableRow[]): number {
  return headRowsByMarkup(rows) || headRowsByLook(rows)
}

/** Heads by their look: all bold or coloured where the others are not, or words above columns of numbers. */
function headRowsByLook(rows: readonly TableRow[]): number {
  const [first, ...body] = rows
  const filled = first?.cells.filter((cell) => cell.text) ?? []
  if (!first || filled.length < 2 || body.length === 0) return 0
  const isBold = filled.every(isStrong) && !body.every((row) => row.cells.every((cell) => !cell.text || isStrong(cell)))
  if (isBold || (isColoured(first) && !body.every(isColoured))) return depthOf(first)
  return isAboveNumbers(first, body) ? depthOf(first) : 0
}

function depthOf(row: TableRow): number {
  return Math.max(1, ...row.cells.map((cell) => cell.rowSpan))
}

function isColoured(row: TableRow): boolean {
  return row.cells.every((cell) => 'bgcolor' in cell.node.props || /background/i.test(cell.node.props.style ?? ''))
}

/** No number or date in the first row but years, perhaps with their unit; a column below of nothing but numbers that are no years, or dates. */
function isAboveNumbers(first: TableRow, body: readonly TableRow[]): boolean {
  if (first.cells.some(({ text }) => isDate(text) || (isNumeric(text) && !isYear(text) && !isYearWithUnit(text))))
    return false
  return first.cells.some((head, at) => {
    const below = body.flatMap((row) => (row.cells[at]?.text ? linesOfCell(row.cells[at]) : []))
    if (head.text === '' || below.length === 0) return false
    return (below.every(isNumeric) && !below.every(isYear)) || (below.length > 1 && below.every(isDate))
  })
}

function hasFrame(table: Shown): boolean {
  return Number.parseInt(table.props.border ?? '0', 10) > 0 || /border\s*:/i.test(table.props.style ?? '')
}
