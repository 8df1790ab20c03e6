/**
 * Ruled areas to tables: words go to the cell they stand in. Rows of one wide cell are no table but text in a frame.
 *
 * Units: points.
 */
import type { Flow, LaidTable, TableRow } from './flow.ts'
import { cutAtRules } from './glued-cells.ts'
import { type Grid, slotOf } from './grid.ts'
import { headRowsOf } from './heads.ts'
import type { Item } from './items.ts'
import { type Line, linesOf } from './lines.ts'
import { isStacked, unstacked } from './stacked.ts'

export interface Ruled {
  readonly flows: readonly Flow[]
  /** The items that are in it. */
  readonly used: ReadonlySet<Item>
}

interface GridRow extends TableRow {
  /** x of the rules between its cells. */
  readonly dividers: readonly number[]
  /** Its single cell spans the whole width. */
  readonly wide: boolean
}

/** More lines than this in the only filled cell of a row: running text. */
const PROSE_LINES = 4
/** A box narrower than this part of the page is a stamp or a note at the side. */
const SMALL_BOX = 0.5

/** What matters of the page a grid stands on. */
export interface PageOf {
  readonly page: number
  readonly width: number
}

/** Fill a grid with the words inside it; undefined if it is no table but a frame around something else. */
export function fillGrid(grid: Grid, items: readonly Item[], page: PageOf): Ruled | undefined {
  const [left, right, top, bottom] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0, grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0]
  const inside = items.filter((item) => {
    const middle = item.x + item.width / 2
    const height = item.y - 0.35 * item.size
    return middle > left && middle < right && height > top && height < bottom
  })
  const rows = rowsIn(grid, inside)
  const columnsUsed = new Set(rows.flatMap((row) => row.cells.flatMap((cell, column) => (cell.length ? [column] : []))))
  if (rows.length === 0 || columnsUsed.size < 2) return undefined
  return { flows: flowsOf(rows, grid, page), used: new Set(inside) }
}

function rowsIn(grid: Grid, items: readonly Item[]): GridRow[] {
  const columns = grid.xs.length - 1
  const byCell = new Map<number, Item[]>()
  for (const item of items.flatMap((each) => cutAtRules(each, grid))) {
    const column = slotOf(grid.xs, item.x + Math.min(item.width / 2, item.size))
    const row = slotOf(grid.ys, item.y - 0.35 * item.size)
    const cell = grid.cells[row * columns + column]
    if (cell !== undefined) byCell.set(cell, [...(byCell.get(cell) ?? []), item])
  }
  const rows: GridRow[] = []
  for (let r = 0; r + 1 < grid.ys.length; r++) {
    const cells = Array.from({ length: columns }, (_, c) => linesOf(byCell.get(r * columns + c) ?? []))
    if (cells.every((cell) => cell.length === 0)) continue
    const roots = grid.cells.slice(r * columns, (r + 1) * columns)
    const dividers = roots.flatMap((root, c) => (c > 0 && root !== roots[c - 1] ? [grid.xs[c] ?? 0] : []))
    rows.push({ cells, dividers, wide: dividers.length === 0, y1: grid.ys[r] ?? 0, y2: grid.ys[r + 1] ?? 0 })
  }
  return rows.flatMap(unstacked)
}

/** Runs of rows with compatible dividers are tables; rows of one cell between them are text. */
function flowsOf(rows: readonly GridRow[], grid: Grid, page: PageOf): Flow[] {
  const flows: Flow[] = []
  let open: GridRow[] = []
  const isSmall = (grid.xs.at(-1) ?? 0) - (grid.xs[0] ?? 0) < SMALL_BOX * page.width
  const close = () => {
    if (open.length) flows.push(...tableOf(open, grid, page.page))
    open = []
  }
  for (const [index, row] of rows.entries()) {
    const above = open.findLast((other) => !other.wide)
    if (isProse(row, above, rows[index + 1]) && !(isSmall && isShort(row))) {
      close()
      flows.push(...row.cells.flat().map((line): Flow => ({ kind: 'line', line })))
      continue
    }
    if (above && !row.wide && !areCompatible(above.dividers, row.dividers)) close()
    open.push(row)
  }
  close()
  return flows
}

/** In a small box (a stamp with its labels) a line over all columns is no heading of the paper. */
function isShort(row: GridRow): boolean {
  return row.cells.flat().length === 1
}

function isProse(row: GridRow, above: GridRow | undefined, below: GridRow | undefined): boolean {
  const filled = row.cells.filter((cell) => cell.length > 0)
  if (filled.length !== 1) return false
  const lines = filled[0]?.length ?? 0
  if (!row.wide)
    return (
      lines >= PROSE_LINES &&
      (filled[0]?.some((line) => line.segments.some((segment) => segment.text.length > 45)) ?? false)
    )
  const within =
    above !== undefined && below !== undefined && !below.wide && areCompatible(above.dividers, below.dividers)
  return lines > 1 || !within
}

/** One row's rules are among the other's: spanning cells, not another table. */
function areCompatible(a: readonly number[], b: readonly number[]): boolean {
  return a.every((x) => b.includes(x)) || b.every((x) => a.includes(x))
}

function tableOf(rows: readonly GridRow[], grid: Grid, page: number): Flow[] {
  const used = grid.xs
    .slice(0, -1)
    .flatMap((_, column) => (rows.some((row) => row.cells[column]?.length) ? [column] : []))
  if (used.length < 2) return rows.flatMap((row) => row.cells.flat()).map((line): Flow => ({ kind: 'line', line }))
  const kept = rows.map(({ cells, y1, y2 }) => ({
    cells: used.map((column): readonly Line[] => cells[column] ?? []),
    y1,
    y2,
  }))
  const table: LaidTable = {
    kind: 'table',
    page,
    x1: grid.xs[0] ?? 0,
    x2: grid.xs.at(-1) ?? 0,
    y1: rows[0]?.y1 ?? 0,
    y2: rows.at(-1)?.y2 ?? 0,
    columns: used.map((column) => grid.xs[column] ?? 0),
    rows: kept,
    headRows: headRowsOf(kept),
    ruled: true,
    certain: !kept.some(isStacked),
  }
  return [table]
}
