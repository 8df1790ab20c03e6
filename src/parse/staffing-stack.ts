/**
 * Tables of staff that came as lines: each cell on a line or in a paragraph of its own, below heads of their own; rows
 * of label and number below a line of heads whose empty cells are lost; a label and its number.
 *
 * Units: offsets into the paper's text.
 * Reads: paragraphs that follow one another. Their lines are cells, or they themselves (a cell of two lines).
 * Never guesses: rows count from the second on (below years: from the first), and only where all cells of a column of
 * staff are numbers or dashes. Where heads and rows could be parted at several places, what stands before and behind
 * decides.
 * Source: papers saved as text from word processors and by pdftotext ("Abteilung", "VZÄ", "Archiv", "2,5").
 */
import type { Cell, Span } from '../document.ts'
import { isPostNumberCell, isPostNumberHead } from './post-number.ts'
import {
  cellsIn,
  countsIfNamed,
  HEAD,
  isHead,
  isName,
  isNumber,
  isNumberOrDash,
  isRemark,
  LONGEST_CELL,
  withYearsJoined,
} from './staffing-cell.ts'
import { linesTableAt } from './staffing-lines.ts'
import { rowsBelowHeadLine, rowsBelowYears } from './staffing-stack-rows.ts'
import { isTotal } from './staffing-status.ts'
import { unitOfCaption, unitOfHead } from './staffing-unit.ts'

/** A table found in lines; the first row holds the heads. */
export interface Stack extends Span {
  readonly rows: readonly (readonly Cell[])[]
  readonly headRows: number
  /** What leads it in. */
  readonly above: string
}

interface Candidate {
  readonly rows: Cell[][]
  readonly headRows: number
  readonly score: number
  readonly above?: string
}

const COLUMNS = 7
/** Lines one table may have. */
const MOST = 400

/** The tables in the lines of paragraphs that follow one another, in order. */
export function stacksIn(text: string, blocks: readonly Span[]): Stack[] {
  const byLine = stacksAmong(withYearsJoined(cellsIn(text, blocks, false)))
  const byBlock = blocks.length > 1 ? stacksAmong(withYearsJoined(cellsIn(text, blocks, true))) : []
  const kept: Stack[] = []
  for (const stack of [...byLine, ...byBlock].sort((a, b) => sizeOf(b) - sizeOf(a)))
    if (!kept.some((other) => stack.start < other.end && other.start < stack.end)) kept.push(stack)
  return kept.sort((a, b) => a.start - b.start)
}

function sizeOf({ rows }: Stack): number {
  return rows.length * Math.max(...rows.map((row) => row.length))
}

function stacksAmong(cells: readonly Cell[]): Stack[] {
  const found: Stack[] = []
  for (let at = 0; at < cells.length; ) {
    const best = bestFrom(cells, at)
    const first = best?.rows[0]?.[0]
    const last = best?.rows.at(-1)?.at(-1)
    if (!best || !first || !last) {
      at++
      continue
    }
    const end = lastOffset(best.rows)
    const behind = cells.find(({ start }) => start >= end)
    const before = cells[cells.findIndex((cell) => cell.end > first.start) - 1]
    found.push({
      start: first.start,
      end,
      rows: best.rows,
      headRows: best.headRows,
      above: best.above ?? leadOf(before, behind),
    })
    while (at < cells.length && (cells[at]?.start ?? 0) < end) at++
  }
  return found
}

/** The line before a table, and the one behind it that says in what it counts. */
function leadOf(before: Cell | undefined, behind: Cell | undefined): string {
  const note =
    behind && /(?:Angaben|Werte|Zahlen|Einheit)(?!\p{L})/u.test(behind.text) && unitAround(behind) ? behind.text : ''
  return `${before?.text ?? ''} ${note}`.trim()
}

function lastOffset(rows: readonly (readonly Cell[])[]): number {
  return Math.max(...rows.flatMap((row) => row.map(({ end }) => end)))
}

/** The best table that begins at a cell, or at one of the next ones and parts the same cells elsewhere. */
function bestFrom(cells: readonly Cell[], at: number): Candidate | undefined {
  let best = stackedAt(cells, at)
  if (best) {
    for (let next = at + 1; next < at + COLUMNS; next++) {
      const other = stackedAt(cells, next)
      if (other && other.score > best.score) best = other
    }
    return best
  }
  const years = rowsBelowYears(cells, at)
  if (years) return { rows: years, headRows: 1, score: 0 }
  const lines = rowsBelowHeadLine(cells, at)
  if (lines) return { rows: lines, headRows: 1, score: 0 }
  const inLines = linesTableAt(cells, at)
  if (inLines) return { ...inLines, headRows: 1, score: 0 }
  const pair = pairAt(cells, at)
  return pair && { rows: [pair], headRows: 0, score: 0 }
}

/** Cells one below the other. */
function stackedAt(cells: readonly Cell[], at: number): Candidate | undefined {
  let best: Candidate | undefined
  for (let width = 2; width <= COLUMNS; width++) {
    const heads = cells.slice(at, at + width)
    if (heads.length < width || !heads.every(isHead)) break
    const named = heads.flatMap(({ text }, c) => (unitOfHead(text) ? [c] : []))
    const counted = named.length ? named : heads.flatMap(({ text }, c) => (countsIfNamed(text) ? [c] : []))
    if (!counted.length || counted[0] === 0) continue
    const { rows, used } = rowsBelow(cells.slice(at + width, at + width + MOST), heads, counted)
    if (rows.length < 2) continue
    const behind = cells[at + width + used]
    if (!named.length && !unitAround(cells[at - 1]) && !unitAround(behind)) continue
    const score = rows.length * width * 5 + fitOf(cells[at - 1], behind, heads, rows)
    if (score > (best?.score ?? 0)) best = { rows: [heads, ...rows], headRows: 1, score }
  }
  return best
}

/** Does the line before or behind a table say in what it counts? */
function unitAround(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.length < 160 && unitOfCaption(cell.text) !== undefined
}

/** How well a table stands between what is before and behind it, and its first column below its head. */
function fitOf(before: Cell | undefined, behind: Cell | undefined, heads: readonly Cell[], rows: Cell[][]): number {
  const opens = !before || /[.:!?]$/.test(before.text) || /^\d/.test(before.text) || before.text.length > 2 * HEAD
  const closes = !behind || behind.text.length > HEAD || /[.:]$/.test(behind.text) || /^\d+\.? \p{L}/u.test(behind.text)
  const labels = rows.map(([cell]) => cell?.text ?? '')
  const numbered = isPostNumberHead(heads[0]?.text ?? '') && labels.every((text) => isPostNumberCell(text))
  const distinct = new Set(labels).size === labels.length
  const remarks = labels.filter((text) => isRemark(text)).length
  return (opens ? 3 : 0) + (closes ? 5 : 0) + (numbered ? 4 : 0) + (distinct ? 3 : 0) - (remarks ? 6 : 0)
}

function rowsBelow(
  cells: readonly Cell[],
  heads: readonly Cell[],
  counted: readonly number[],
): { rows: Cell[][]; used: number } {
  const width = heads.length
  const numbered = isPostNumberHead(heads[0]?.text ?? '')
  const rows: Cell[][] = []
  let at = 0
  for (; at + width <= cells.length; at += width) {
    const row = cells.slice(at, at + width)
    const named = numbered ? isPostNumberCell(row[0]?.text ?? '') : isName(row[0])
    if (!named || row.some(({ text }) => text.length > LONGEST_CELL)) break
    if (isTotal(row[0]?.text ?? '') && !counted.every((c) => isNumber(row[c]))) break
    if (!counted.every((c) => isNumberOrDash(row[c])) || !counted.some((c) => isNumber(row[c]))) break
    rows.push(row)
  }
  const total = rows.length ? totalRow(cells.slice(at, at + counted.length + 1), width, counted) : undefined
  return total ? { rows: [...rows, total], used: at + counted.length + 1 } : { rows, used: at }
}

/** The sum has no cells but its own; its word stands before or behind its numbers. */
function totalRow(cells: readonly Cell[], width: number, counted: readonly number[]): Cell[] | undefined {
  const label = [cells[0], cells.at(-1)].find((cell) => cell && isTotal(cell.text))
  const numbers = cells.filter((cell) => cell !== label)
  if (!label || numbers.length !== counted.length || !numbers.every(isNumber)) return undefined
  const empty = { text: '', start: label.end, end: label.end }
  return Array.from({ length: width }, (_, c) => (c === 0 ? label : (numbers[counted.indexOf(c)] ?? empty)))
}

/** "Stellenanteil (VZÄ)" and its number on the next line. */
function pairAt(cells: readonly Cell[], at: number): Cell[] | undefined {
  const [label, number, next] = cells.slice(at, at + 3)
  if (!label || !number || label.text.length > 2 * HEAD || !/^\d{1,3},\d{1,3}$/.test(number.text)) return undefined
  if (next && isNumberOrDash(next)) return undefined
  const named = /^\p{L}[^\d.!?;]*$/u.test(label.text) && unitOfHead(label.text) === 'vzae'
  return named ? [label, number] : undefined
}
