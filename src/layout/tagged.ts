/**
 * Tables the paper's own structure tells (tagged PDF): which words share a cell, which cells a row. The columns are
 * found from where the cells stand.
 *
 * Tags lie: programs tag what only arranges a page, and put words where they do not stand. A table is believed if its
 * rows follow each other downwards, its cells stand beside each other in columns, and nothing else stands among them.
 *
 * Units: points.
 */
import type { LaidTable, TableRow } from './flow.ts'
import { EMPTY_BOX, TICKED_BOX } from './glyphs.ts'
import { hasAmounts, headRowsOf } from './heads.ts'
import type { CellTag, Item } from './items.ts'
import { type Line, linesOf } from './lines.ts'
import { isStacked, unstacked } from './stacked.ts'

export interface Tagged {
  readonly flows: readonly LaidTable[]
  /** The items that are in them. */
  readonly used: ReadonlySet<Item>
}

interface Cell {
  readonly tag: CellTag
  readonly items: Item[]
  x1: number
  x2: number
  y1: number
  y2: number
}

/** More text than this in the only filled cell of a row: the table only arranges. */
const PROSE = { lines: 4, letters: 45 }
/** How far cells may reach into each other's place. */
const REACH = 1.5

/**
 * The tables told by tags that hold against what stands where.
 *
 * @param before
 *   Columns of the last such table on the page before, 0 if there was none: it may go on with a single row.
 */
export function taggedTables(items: readonly Item[], page: number, before: number): Tagged {
  const tables = Map.groupBy(
    items.filter((item) => item.cell),
    (item) => item.cell?.table,
  )
  const flows: LaidTable[] = []
  const used = new Set<Item>()
  for (const own of tables.values()) {
    const cells = cellsOf(own)
    const strangers = items.filter((item) => !used.has(item) && !own.includes(item) && isWithin(item, cells))
    if (!strangers.every((item) => adopted(item, cells))) continue
    const body = withoutTitles(cells)
    const table = tableOf(body, page, flows.length === 0 ? before : 0)
    if (!table) continue
    flows.push(table)
    for (const item of body.flatMap((cell) => cell.items)) used.add(item)
  }
  return { flows, used }
}

function cellsOf(items: readonly Item[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const item of items) {
    const { cell: tag } = item
    if (!tag) continue
    const key = `${tag.row}:${tag.cell}`
    const cell = cells.get(key)
    if (cell) grow(cell, item)
    else cells.set(key, { tag, items: [item], ...extentOf(item) })
  }
  return [...cells.values()].sort((a, b) => a.tag.row - b.tag.row || a.tag.cell - b.tag.cell)
}

function grow(cell: Cell, item: Item): void {
  const { x1, x2, y1, y2 } = extentOf(item)
  cell.items.push(item)
  cell.x1 = Math.min(cell.x1, x1)
  cell.x2 = Math.max(cell.x2, x2)
  cell.y1 = Math.min(cell.y1, y1)
  cell.y2 = Math.max(cell.y2, y2)
}

function extentOf({ x, y, width, size }: Item): { x1: number; x2: number; y1: number; y2: number } {
  return { x1: x, x2: x + width, y1: y - 0.7 * size, y2: y }
}

/** Among the cells, or a box drawn right beside them. */
function isWithin(item: Item, cells: readonly Cell[]): boolean {
  const [x, y] = [item.x + item.width / 2, item.y - 0.35 * item.size]
  const reach = isBox(item) ? 2 * item.size : 0
  const left = Math.min(...cells.map((cell) => cell.x1)) - reach
  const right = Math.max(...cells.map((cell) => cell.x2)) + reach
  const [top, bottom] = [Math.min(...cells.map((cell) => cell.y1)), Math.max(...cells.map((cell) => cell.y2))]
  return x > left && x < right && y > top && y < bottom
}

function isBox({ text }: Item): boolean {
  return text === EMPTY_BOX || text === TICKED_BOX
}

/** Boxes to tick are drawn and have no tag: they belong to the cell whose words they stand beside. */
function adopted(item: Item, cells: readonly Cell[]): boolean {
  if (!isBox(item)) return false
  const middle = item.y - 0.35 * item.size
  const beside = cells.filter((cell) => cell.y1 < middle && middle < cell.y2 + 0.3 * item.size)
  const distance = (cell: Cell) => Math.max(cell.x1 - (item.x + item.width), item.x - cell.x2, 0)
  const [home] = beside.sort((a, b) => distance(a) - distance(b))
  if (!home || distance(home) > 2 * item.size) return false
  grow(home, item)
  return true
}

/**
 * A single cell at the left over several columns is a title or a note, if no row is above or below it: text, not a row.
 * So is one alone above heads that leave no column empty.
 */
function withoutTitles(cells: readonly Cell[]): Cell[] {
  const columns = columnsOf(cells)
  const rows = [...Map.groupBy(cells, ({ tag }) => tag.row).values()]
  const isAlone = ([cell, ...others]: readonly Cell[]) =>
    cell !== undefined && others.length === 0 && cell.x1 <= (columns[0]?.x2 ?? 0)
  const isWide = ([cell]: readonly Cell[]) =>
    cell !== undefined && (cell.tag.columnSpan > 1 || columns.filter((column) => overlaps(column, cell)).length > 1)
  const isBody = (row: readonly Cell[], index: number) =>
    !isAlone(row) || !(isWide(row) || (index === 0 && rows[1]?.length === columns.length && columns.length > 2))
  const first = rows.findIndex(isBody)
  const last = rows.findLastIndex((row) => !isAlone(row) || !isWide(row))
  return first < 0 ? [] : rows.slice(first, last + 1).flat()
}

function tableOf(cells: readonly Cell[], page: number, before: number): LaidTable | undefined {
  const printed = [...Map.groupBy(cells, ({ tag }) => tag.row).values()]
  const columns = columnsOf(cells)
  if (columns.length < 2 || !followEachOther(printed)) return undefined
  if (printed.length < 2 && columns.length !== before) return undefined
  const rows: TableRow[] = []
  for (const row of printed) {
    const laid = rowOf(row, columns)
    if (!laid || isProse(laid)) return undefined
    rows.push(...unstacked(laid))
  }
  const tagged = printed.findIndex((row) => !row.every(({ tag }) => tag.head))
  const headRows = tagged > 0 && !hasAmounts(rows.slice(0, tagged)) ? tagged : headRowsOf(rows)
  return {
    kind: 'table',
    page,
    x1: columns[0]?.x1 ?? 0,
    x2: columns.at(-1)?.x2 ?? 0,
    y1: rows[0]?.y1 ?? 0,
    y2: rows.at(-1)?.y2 ?? 0,
    columns: columns.map((column) => column.x1),
    rows,
    headRows,
    ruled: false,
    certain: !rows.some(isStacked),
  }
}

/** Each row begins below the one before; cells over several rows may reach down. */
function followEachOther(rows: readonly (readonly Cell[])[]): boolean {
  return rows.every((row, index) => {
    const above = rows[index - 1]?.filter(({ tag }) => tag.rowSpan === 1) ?? []
    const own = row.filter(({ tag }) => tag.rowSpan === 1)
    if (above.length === 0 || own.length === 0) return true
    return Math.min(...own.map((cell) => cell.y1)) > Math.max(...above.map((cell) => cell.y2)) - REACH
  })
}

interface Column {
  readonly x1: number
  readonly x2: number
}

/** A column on its way, with the rows that have a cell in it. */
interface Draft extends Column {
  readonly rows: ReadonlySet<number>
}

/**
 * Where cells of one column stand under each other. A cell over two that stand apart in one row spans them; two that
 * no row has both are one (a head set in the middle over short words at the left).
 */
function columnsOf(cells: readonly Cell[]): Column[] {
  let columns: Draft[] = []
  const rows = [...Map.groupBy(cells, ({ tag }) => tag.row).values()].sort((a, b) => b.length - a.length)
  for (const cell of rows.flat()) {
    if (cell.tag.columnSpan > 1) continue
    const touched = columns.filter((column) => overlaps(column, cell))
    const filled = [...touched.flatMap((column) => [...column.rows]), cell.tag.row]
    if (new Set(filled).size < filled.length) continue
    const own = {
      x1: Math.min(cell.x1, ...touched.map(({ x1 }) => x1)),
      x2: Math.max(cell.x2, ...touched.map(({ x2 }) => x2)),
      rows: new Set(filled),
    }
    columns = [...columns.filter((column) => !touched.includes(column)), own]
  }
  return columns.sort((a, b) => a.x1 - b.x1)
}

function overlaps(column: Column, cell: Column): boolean {
  return Math.min(column.x2, cell.x2) - Math.max(column.x1, cell.x1) > REACH
}

/** The row with its cells in their columns; undefined if two of them claim one, or stand in another order. */
function rowOf(cells: readonly Cell[], columns: readonly Column[]): TableRow | undefined {
  const lines = columns.map((): readonly Line[] => [])
  let last = -1
  for (const cell of cells) {
    const first = columns.findIndex((column) => overlaps(column, cell))
    const at = first >= 0 ? first : columns.findIndex((column) => cell.x1 >= column.x1 && cell.x2 <= column.x2)
    if (at <= last) return undefined
    lines[at] = linesOf(cell.items)
    last = columns.findLastIndex((column) => overlaps(column, cell))
    if (last < at) last = at
  }
  return { cells: lines, y1: Math.min(...cells.map((cell) => cell.y1)), y2: Math.max(...cells.map((cell) => cell.y2)) }
}

function isProse({ cells }: TableRow): boolean {
  const [cell, ...others] = cells.filter((each) => each.length > 0)
  if (!cell || others.length > 0 || cell.length < PROSE.lines) return false
  return cell.some((line) => line.segments.some((segment) => segment.text.length > PROSE.letters))
}
