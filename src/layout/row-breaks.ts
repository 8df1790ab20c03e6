/**
 * Where rows of a table begin, told by what is drawn or by how far its lines stand apart.
 *
 * Units: points; distances of lines in em where not said otherwise.
 */
import { cellText, isFigure } from './flow.ts'
import type { Rule } from './items.ts'
import type { Line } from './lines.ts'

/** Left and right end of a column's words. */
export interface Column {
  readonly x1: number
  readonly x2: number
}

/** A printed row, one entry per column: usually one line each. */
export type Cells = readonly (readonly Line[])[]

/** For each line whether it begins a row; undefined if neither rules nor distances tell. */
export function breaksOf(
  lines: readonly Line[],
  grid: readonly Cells[],
  columns: readonly Column[],
  flat: readonly Rule[],
): boolean[] | undefined {
  return ruledBreaks(lines, columns, flat) ?? spacedBreaks(lines, grid) ?? pitchedBreaks(lines, grid)
}

/** Rules across the table part its rows, if most rows have one. */
function ruledBreaks(lines: readonly Line[], columns: readonly Column[], flat: readonly Rule[]): boolean[] | undefined {
  const [left, right] = [columns[0]?.x1 ?? 0, columns.at(-1)?.x2 ?? 0]
  const wide = flat.filter((rule) => Math.min(rule.x2, right) - Math.max(rule.x1, left) >= 0.6 * (right - left))
  const breaks = lines.map((line, index) => {
    const above = lines[index - 1]
    if (above?.bold && !line.bold && index === 1 && hasSeveral(above)) return true
    return !above || wide.some((rule) => rule.y1 > above.y - 0.2 * above.size && rule.y1 < line.y - 0.4 * line.size)
  })
  const drawn = breaks.filter(Boolean).length - 1
  return drawn >= 2 && drawn >= 0.3 * (lines.length - 1) ? breaks : undefined
}

/** Two kinds of distances, the wider at least a third wider: the narrow ones are within a row. */
function spacedBreaks(lines: readonly Line[], grid: readonly Cells[]): boolean[] | undefined {
  const steps = lines.slice(1).map((line, index) => stepBetween(lines[index] ?? line, line) / Math.max(line.size, 1))
  if (steps.length < 3) return undefined
  const sorted = [...steps].sort((a, b) => a - b)
  let [jump, at] = [0, 0]
  for (let i = 1; i < sorted.length; i++) {
    const ratio = (sorted[i] ?? 0) / Math.max(sorted[i - 1] ?? 0, 0.1)
    if (ratio > jump) [jump, at] = [ratio, ((sorted[i] ?? 0) + (sorted[i - 1] ?? 0)) / 2]
  }
  const narrow = steps.filter((step) => step < at)
  if (jump < 1.3 || narrow.length === 0 || Math.max(...narrow) > 1.45) return undefined
  const breaks = [true, ...steps.map((step) => step >= at)]
  // rows that stand close together after all: figures under figures within one "row"
  return haveStackedFigures(grid, breaks) ? undefined : breaks
}

/** How far a line stands below the one above, in points. Where a cell has several lines, the nearest of them counts. */
function stepBetween(above: Line, line: Line): number {
  const last = Math.max(...(above.parts ?? [above]).map(({ y }) => y))
  const first = Math.min(...(line.parts ?? [line]).map(({ y }) => y))
  return first - last
}

/** In points: steps that are one step, and the least a row adds to it. In em: the step of lines within a cell. */
const PITCH = { same: 0.4, more: 1.2, most: 1.35 }

/**
 * Rows printed by a program: all lines within cells follow at one and the same step, all rows at wider ones, and no line
 * within a row fills as many cells as its first.
 */
function pitchedBreaks(lines: readonly Line[], grid: readonly Cells[]): boolean[] | undefined {
  const steps = lines.slice(1).map((line, index) => stepBetween(lines[index] ?? line, line))
  const least = Math.min(...steps)
  const isWithin = (step: number) => step <= least + PITCH.same
  const size = lines[0]?.size ?? 0
  if (steps.length < 3 || least > PITCH.most * size || steps.every(isWithin)) return undefined
  if (steps.some((step) => !isWithin(step) && step < least + PITCH.more)) return undefined
  const breaks = [true, ...steps.map((step) => !isWithin(step))]
  let first = 0
  const isWrapped = breaks.every((starts, index) => {
    if (starts) first = index
    return starts || filledIn(grid[index]) < filledIn(grid[first])
  })
  return isWrapped && !haveStackedFigures(grid, breaks) ? breaks : undefined
}

function filledIn(cells: Cells | undefined): number {
  return cells?.filter((cell) => cell.length > 0).length ?? 0
}

function haveStackedFigures(grid: readonly Cells[], breaks: readonly boolean[]): boolean {
  let filled = new Set<number>()
  return grid.some((cells, index) => {
    if (breaks[index]) filled = new Set()
    const figures = cells.flatMap((cell, column) => (column > 0 && isFigure(cellText(cell)) ? [column] : []))
    const meet = figures.some((column) => filled.has(column))
    for (const column of figures) filled.add(column)
    return meet
  })
}

function hasSeveral({ segments }: Line): boolean {
  return segments.length > 1
}
