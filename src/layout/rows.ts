/**
 * Lines with known columns to the rows of a table, where no rule is drawn between them.
 *
 * Rules between lines decide, then two distinct line distances, then words: a line that begins with an empty first
 * column or in lower case goes on with the row above, unless it brings a figure where the row has one already.
 *
 * Units: points.
 */

import { isYearOrTwo } from '../years.ts'
import { cellText, isFigure, partOf, type TableRow } from './flow.ts'
import { endsBroken } from './hyphen.ts'
import type { Rule } from './items.ts'
import { type Line, linesOf, type Segment } from './lines.ts'
import { breaksOf, type Cells, type Column } from './row-breaks.ts'

export interface Rows {
  readonly rows: readonly TableRow[]
  /** No step was a mere guess. */
  readonly certain: boolean
}

/** Put lines into rows. */
export function rowsOf(lines: readonly Line[], columns: readonly Column[], flat: readonly Rule[]): Rows {
  const grid = lines.map((line) => cellsOf(line, columns))
  const breaks = breaksOf(lines, grid, columns, flat)
  const rows: { cells: Line[][]; y1: number; y2: number }[] = []
  for (const [index, line] of lines.entries()) {
    const cells = grid[index] ?? []
    const last = rows.at(-1)
    const starts = breaks ? breaks[index] : !last || startsRow(cells, last.cells, columns[0])
    if (!last || starts) rows.push({ cells: cells.map((cell) => [...cell]), y1: line.y - line.size, y2: line.y })
    else {
      for (const [column, cell] of cells.entries()) last.cells[column]?.push(...cell)
      last.y2 = line.y
    }
  }
  return { rows, certain: lines.every((_, index) => isClear(grid[index] ?? [])) }
}

/** Which column a segment stands in: the one it overlaps most. */
export function columnOf(x1: number, x2: number, columns: readonly Column[]): number {
  let best = -1
  let most = Number.NEGATIVE_INFINITY
  for (const [index, column] of columns.entries()) {
    const overlap = Math.min(x2, column.x2) - Math.max(x1, column.x1)
    if (overlap > most + 0.01) {
      most = overlap
      best = index
    }
  }
  return best
}

function cellsOf(line: Line, columns: readonly Column[]): Cells {
  const cells = columns.map((): Line[] => [])
  for (const part of line.parts ?? [line]) {
    const groups = columns.map((): Line['segments'][number][] => [])
    for (const segment of part.segments.flatMap((each) => cutAt(each, columns)))
      groups[firstColumnOf(segment, columns)]?.push(segment)
    for (const [column, group] of groups.entries()) if (group.length) cells[column]?.push(partOf(part, group))
  }
  return cells
}

/** Heads set as close as words: what the engine printed apart goes to the columns it stands over. */
function cutAt(segment: Segment, columns: readonly Column[]): Segment[] {
  const homes = segment.items.map((item) => columnOf(item.x, item.x + item.width, columns))
  const cut = homes.findIndex((home, index) => index > 0 && home > (homes[index - 1] ?? home))
  const isOver =
    columns.filter((column) => Math.min(segment.x2, column.x2) > Math.max(segment.x1, column.x1)).length > 1
  if (cut < 1 || !isOver) return [segment]
  const [left, right] = [segment.items.slice(0, cut), segment.items.slice(cut)].map((items) => linesOf(items))
  const [one, two] = [left?.[0]?.segments, right?.[0]?.segments]
  if (left?.length !== 1 || right?.length !== 1 || !one || !two) return [segment]
  return [...one, ...two.flatMap((each) => cutAt(each, columns))]
}

/** A segment over several columns belongs to the first of them. */
function firstColumnOf(segment: Line['segments'][number], columns: readonly Column[]): number {
  const touched = columns.findIndex(
    (column) => Math.min(segment.x2, column.x2) - Math.max(segment.x1, column.x1) > 0.5 * (column.x2 - column.x1),
  )
  const nearest = columnOf(segment.x1, segment.x2, columns)
  return touched >= 0 && touched < nearest ? touched : nearest
}

function isClear(cells: Cells): boolean {
  return cells.every((cell) => cell.every((line) => line.segments.length === 1))
}

function startsRow(cells: Cells, row: readonly (readonly Line[])[], column: Column | undefined): boolean {
  const [first] = cells[0] ?? []
  const figures = cells.some(
    (cell, column) =>
      column > 0 && isFigure(cellText(cell)) && row[column]?.length && (first || !isHeadYear(cell, row[column])),
  )
  if (figures) return true
  if (!first) return opensRow(cells, row)
  const label = cellText(row[0] ?? [])
  const onlyLabel = cells.every((cell, column) => column === 0 || cell.length === 0)
  const rowHasValues = row.some((cell, column) => column > 0 && cell.length > 0)
  const goesOn =
    endsBroken(label) ||
    /^\p{Ll}(?!\))/u.test(first.segments[0]?.text ?? '') ||
    /(?:,|\bund|\boder|\bder|\bdes|\bfür|\bvon)$/u.test(label)
  if (onlyLabel && column && isWrapped(row[0]?.at(-1), first, column)) return false
  // "Gesamtkosten" / "der Maßnahme  100 €": the value stands beside the label's last line
  return !(label && goesOn && (onlyLabel || !rowHasValues || !figuresIn(row)))
}

/** Right of an empty column stands a label with a colon, and another one above it. */
function opensRow(cells: Cells, row: readonly (readonly Line[])[]): boolean {
  const at = cells.findIndex((cell) => cell.length > 0)
  return [cells[at], row[at]].every((cell) => cell && /\p{L}:$/u.test(cellText(cell)))
}

/** "Ansatz" and below it "2031": a head of two lines. */
function isHeadYear(cell: readonly Line[], above: readonly Line[]): boolean {
  return isYearOrTwo(cellText(cell)) && /\p{L}{3}$/u.test(cellText(above))
}

/** The first word of this label line had no room in the line above. */
function isWrapped(above: Line | undefined, line: Line, column: Column): boolean {
  const text = above ? cellText([above]) : ''
  if (!above || above.bold !== line.bold || /[.:]$/.test(text)) return false
  const words = cellText([line])
  const word = /^\S{1,60}/.exec(words)?.[0].length ?? 0
  const room = column.x2 - above.x2
  return room < ((line.x2 - line.x1) / Math.max(1, words.length)) * (word + 1)
}

function figuresIn(row: readonly (readonly Line[])[]): boolean {
  return row.some((cell, column) => column > 0 && isFigure(cellText(cell)))
}
