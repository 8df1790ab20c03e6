/**
 * What a page or column break tore apart: sentences go on in one block, tables in one table.
 *
 * Footnotes and the foot of a letterhead stand between the two parts of a sentence; they follow it instead.
 *
 * Units: points.
 */
import { endsEarly, type LaidBlock, type TextBlock } from './blocks.ts'
import { cellText, isFigure, type LaidTable, type TableRow } from './flow.ts'
import { headRowsOf } from './heads.ts'
import { endsBroken } from './hyphen.ts'
import { type Line, textOf } from './lines.ts'
import type { Metrics } from './metrics.ts'

/** The blocks of a column or page. */
export interface Stretch {
  readonly blocks: readonly LaidBlock[]
  readonly page: number
  readonly kind: 'page' | 'column' | 'block'
}

const SMALL = 0.93
const SAME_COLUMN = 12

/** All blocks of a paper, whole again. */
export function joined(stretches: readonly Stretch[], metrics: Metrics): LaidBlock[] {
  const out: LaidBlock[] = []
  let before: Stretch | undefined
  // the last block of the left one of two blocks beside each other
  let left = -1
  for (const stretch of stretches) {
    const goesOn = before && (before.page !== stretch.page || (before.kind === 'column' && stretch.kind === 'column'))
    const [first, ...rest] = stretch.blocks
    const onPage = before?.page === stretch.page ? before.kind : undefined
    const isBelow = stretch.kind === 'page' && onPage === 'block' && left >= 0
    const isBeside = stretch.kind === 'block' && onPage === 'page'
    const at = isBelow ? left : lastBody(out, metrics)
    const last = at >= 0 ? out[at] : undefined
    const isSame = goesOn || ((isBelow || isBeside) && areUnder(last, first))
    const whole = isSame && first && last ? wholeOf(last, first) : undefined
    if (whole) {
      out[at] = whole
      out.push(...rest)
    } else out.push(...stretch.blocks)
    if (stretch.kind !== 'block') left = -1
    else if (onPage !== 'block') left = out.length - 1
    if (stretch.blocks.length) before = stretch
  }
  return out
}

/** A paragraph that had to make room for a box at its right goes on below it, at the same left edge. */
function areUnder(last: LaidBlock | undefined, first: LaidBlock | undefined): boolean {
  if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph') return false
  const [end, start] = [last.lines.at(-1), first.lines[0]]
  return end !== undefined && start !== undefined && Math.abs(end.x1 - start.x1) < 3
}

function wholeOf(last: LaidBlock, first: LaidBlock): LaidBlock | undefined {
  if (last.kind === 'table') return first.kind === 'table' ? wholeTable(last, first) : undefined
  if (first.kind !== 'paragraph' || last.kind === 'heading' || !isUnfinished(last, first)) return undefined
  return { ...last, lines: [...last.lines, ...first.lines], right: first.right }
}

/** The last block that is no footnote: small print at the end of a page. */
function lastBody(blocks: readonly LaidBlock[], metrics: Metrics): number {
  let at = blocks.length - 1
  const page = pageOf(blocks[at])
  for (; at >= 0; at--) {
    const block = blocks[at]
    if (!block || block.kind === 'table' || pageOf(block) !== page) break
    if (!block.lines.every((line) => line.size < SMALL * metrics.bodySize)) break
  }
  const found = blocks[at]
  return found && pageOf(found) === page ? at : blocks.length - 1
}

function pageOf(block: LaidBlock | undefined): number {
  if (!block) return 0
  return block.kind === 'table' ? block.page : (block.lines.at(-1)?.page ?? 0)
}

function isUnfinished(last: TextBlock, first: TextBlock): boolean {
  const [end, start] = [last.lines.at(-1), first.lines[0]]
  if (!end || !start || Math.abs(end.size - start.size) > 0.1 * end.size) return false
  const [before, after] = [textOf(end), textOf(start)]
  // an item's text hangs; what begins at the margin again is no part of it
  if (last.kind === 'item' && last.lines.length > 1 && start.x1 < end.x1 - 0.6 * end.size && !endsBroken(before))
    return false
  if (endsBroken(before) || /^\p{Ll}/u.test(after)) return !/[!?]$/.test(before)
  if (end.segments.length > 1 || start.segments.length > 1) return false
  if (/[.!?:;]["“”»«')\]]{0,2}$/.test(before)) return false
  if (/[,(–]$/.test(before)) return true
  return end.bold === start.bold && before.length > 25 && !endsEarly(end, start, last.right)
}

function wholeTable(last: LaidTable, first: LaidTable): LaidTable | undefined {
  if (!haveSameColumns(last, first)) return undefined
  const repeated = repeatedHead(last.rows, first.rows)
  const rest = first.rows.slice(repeated)
  const [torn, ...others] = rest
  const end = last.rows.at(-1)
  const row = torn && end ? tornRow(end, torn, last) : undefined
  const rows = row ? [...last.rows.slice(0, -1), row, ...others] : [...last.rows, ...rest]
  // heads alone at the foot of a page are known as such only over the rows of the next one
  const headRows = last.headRows || headRowsOf(rows)
  return { ...last, page: first.page, rows, headRows, certain: last.certain && first.certain, y2: first.y2 }
}

function haveSameColumns(a: LaidTable, b: LaidTable): boolean {
  if (a.columns.length !== b.columns.length || a.ruled !== b.ruled) return false
  if (a.ruled) return a.columns.every((x, index) => Math.abs(x - (b.columns[index] ?? 0)) <= SAME_COLUMN)
  // without rules a column's left edge depends on what is in it: no column may reach into another's place
  return a.columns.every((x, index) => {
    const [before, after] = [
      b.columns[index - 1] ?? Number.NEGATIVE_INFINITY,
      b.columns[index + 1] ?? Number.POSITIVE_INFINITY,
    ]
    return x > before && x < after
  })
}

/** How many of the first rows repeat the head of the table before the break. */
function repeatedHead(before: readonly TableRow[], after: readonly TableRow[]): number {
  let count = 0
  while (count < Math.min(4, before.length, after.length) && textOfRow(before[count]) === textOfRow(after[count]))
    count++
  return count
}

function textOfRow(row: TableRow | undefined): string {
  return (row?.cells ?? []).map((cell) => cellText(cell).replaceAll(/\s+/g, ' ')).join('\t')
}

/**
 * One row on two pages: nothing new in the first column, and a cell goes on in the middle of a sentence or word, or all
 * go on because their next word had no room.
 */
function tornRow(end: TableRow, start: TableRow, table: LaidTable): TableRow | undefined {
  const label = cellText(start.cells[0] ?? [])
  const onlyLabel = start.cells.every((cell, column) => column === 0 || cell.length === 0)
  if (label !== '' && !(onlyLabel && endsBroken(cellText(end.cells[0] ?? [])))) return undefined
  const goesOn = start.cells.some((cell, column) => {
    const [before, after] = [cellText(end.cells[column] ?? []), cellText(cell)]
    return before !== '' && after !== '' && (/^\p{Ll}/u.test(after) || endsBroken(before))
  })
  const isWrapped = start.cells.every((cell, column) => {
    const right = table.columns[column + 1] ?? table.x2
    return cell.length === 0 || isFull(end.cells[column]?.at(-1), cell[0], right)
  })
  if (!goesOn && !isWrapped) return undefined
  return { ...end, cells: end.cells.map((cell, column) => [...cell, ...(start.cells[column] ?? [])]) }
}

/** Its sentence is open, and the first word of the next line had no room behind it. */
function isFull(last: Line | undefined, next: Line | undefined, right: number): boolean {
  if (!last || !next) return false
  const text = textOf(last)
  const isUnit = isFigure(text) && !/\d/.test(textOf(next))
  return !/[.!?:;]$/.test(text) && (!isFigure(text) || isUnit) && !endsEarly(last, next, right)
}
