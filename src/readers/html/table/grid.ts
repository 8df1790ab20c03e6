/**
 * Cells to a rectangle: `colspan` and `rowspan` take up their columns and rows; what is printed stands once, in the
 * first of them, the others are empty. Rows empty throughout go, columns empty throughout too.
 */
import { linesOfCell, type TableRow, tableRowsOf, tablesIn } from './rows.ts'

/** The lines of each cell, by row and column. */
export type Grid = readonly (readonly (readonly string[])[])[]

/** Set rows into a rectangle. */
export function gridOf(rows: readonly TableRow[]): string[][][] {
  const grid: string[][][] = rows.map(() => [])
  const taken = new Set<string>()
  for (const [r, row] of rows.entries()) {
    let c = 0
    for (const cell of row.cells) {
      while (taken.has(`${r} ${c}`)) c++
      for (let down = 0; down < Math.min(cell.rowSpan, rows.length - r); down++) {
        for (let right = 0; right < cell.colSpan; right++) {
          taken.add(`${r + down} ${c + right}`)
          put(grid, r + down, c + right, down || right ? [] : linesOfCell(cell))
        }
      }
      c += cell.colSpan
    }
  }
  return rectangle(grid)
}

function put(grid: string[][][], row: number, column: number, lines: string[]): void {
  const cells = grid[row]
  if (!cells) return
  while (cells.length < column) cells.push([])
  cells[column] = lines
}

function rectangle(grid: readonly (readonly string[][])[]): string[][][] {
  const width = Math.max(0, ...grid.map((row) => row.length))
  return grid.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? []))
}

/** This many cells with as many lines each are lists side by side, not words that happen to be broken alike. */
const LISTS = 3

/**
 * A row whose cells hold lists of the same length is as many rows: bodies, days and roles line by line in one row.
 *
 * Source: papers of Domino systems, whose forms keep several values in one field.
 */
export function unstacked(grid: Grid, headRows: number): Grid {
  return grid.flatMap((row, r) => {
    const filled = row.filter((lines) => lines.length > 0)
    const high = filled[0]?.length ?? 0
    const lists = filled.length >= LISTS || (filled.length > 1 && high >= LISTS)
    if (r < headRows || high < 2 || !lists || filled.some((lines) => lines.length !== high)) return [row]
    return Array.from({ length: high }, (_, line) => row.map((lines) => lines.slice(line, line + 1)))
  })
}

/** Without rows and columns in which nothing is printed; says how many head rows are left. */
export function withoutEmpty(grid: Grid, headRows: number, columnsToo: boolean): { grid: Grid; headRows: number } {
  const isFilled = (lines: readonly string[] | undefined) => lines?.some((line) => line.trim()) ?? false
  const rows = grid.flatMap((row, r) => (row.some(isFilled) ? [{ row, r }] : []))
  const columns = (grid[0] ?? []).flatMap((_, c) => (!columnsToo || grid.some((row) => isFilled(row[c])) ? [c] : []))
  return {
    grid: rows.map(({ row }) => columns.map((c) => row[c] ?? [])),
    headRows: rows.filter(({ r }) => r < headRows).length,
  }
}

/**
 * A table of tables: each column as wide as the widest table within it, each row as high as the highest; labels and
 * values of the inner tables stand in columns of their own, a head above the first of its columns.
 */
export function compositeGrid(rows: readonly TableRow[]): string[][][] {
  const widths: number[] = []
  const inner = rows.map((row) =>
    row.cells.map((cell) => ({ cell, tables: tablesIn(cell).map((table) => gridOf(tableRowsOf(table))) })),
  )
  for (const row of inner) {
    let c = 0
    for (const { cell, tables } of row) {
      const width = Math.max(1, ...tables.flatMap((grid) => grid.map((line) => line.length)))
      if (cell.colSpan === 1) widths[c] = Math.max(widths[c] ?? 1, width)
      c += cell.colSpan
    }
  }
  return rectangle(inner.flatMap((row) => compositeRow(row, widths)))
}

function compositeRow(
  row: readonly { cell: TableRow['cells'][number]; tables: readonly string[][][][] }[],
  widths: readonly number[],
): string[][][] {
  const blocks: { grid: string[][][]; at: number }[] = []
  let column = 0
  let at = 0
  for (const { cell, tables } of row) {
    blocks.push({ grid: tables.length ? tables.flat() : [[linesOfCell(cell)]], at })
    for (let i = 0; i < cell.colSpan; i++) at += widths[column++] ?? 1
  }
  const height = Math.max(1, ...blocks.map((block) => block.grid.length))
  return Array.from({ length: height }, (_, r) => {
    const line: string[][] = Array.from({ length: at }, () => [])
    for (const block of blocks) for (const [c, lines] of (block.grid[r] ?? []).entries()) line[block.at + c] = lines
    return line
  })
}
