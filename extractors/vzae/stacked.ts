/**
 * Tables that came as lines of a paragraph: each cell on a line of its own below heads on lines of their own, or rows of
 * label and number below a line of heads whose empty cells are lost.
 *
 * Units: offsets into the paper's text.
 * Never guesses: rows count from the second on, and only where all cells of a column of staff are numbers.
 * Source: papers saved as text from word processors ("Abteilung", "VZÄ", "Archiv", "2,5", each on a line).
 */
import type { Cell, Span } from '../../src/document.ts'
import { DIGITS, isYear } from '../../src/parse/staffing-number.ts'
import { isTotal } from '../../src/parse/staffing-status.ts'
import { unitOfHead } from '../../src/parse/staffing-unit.ts'

/** A table found in lines; the first row holds the heads. */
export interface Stack extends Span {
  readonly rows: readonly (readonly Cell[])[]
  /** What leads it in. */
  readonly above: string
}

const HEAD = 40
const COLUMNS = 6
/** Lines one table may have. */
const MOST = 400
const NUMBER = new RegExp(`^[+\\-–−]?\\s?${DIGITS}$`, 'u')
/** The last words of a line of heads that count staff. */
const COUNTED =
  /(?:Anzahl (?:der )?(?:Plan)?[Ss]tellen|(?:Plan)?[Ss]tellen(?:anteil|zahl)?|VZ[ÄEWK]|VzÄ)(?: zum Stellenplan)?$/u
const TIMES = /^(?:(?:(?:Plan|Ist|ab)\s)?(?:19|20)\d\d(?:\sff\.)?|später|gesamt|\s)+$/iu
const ROW = new RegExp(`^(?<label>.*\\p{L}{3}.*?)\\s+(?<number>[-–−+]?${DIGITS})$`, 'u')

/** The tables in the lines of a paragraph, in order. */
export function stacksIn(text: string, within: Span): Stack[] {
  const lines = linesIn(text, within)
  const found: Stack[] = []
  for (let at = 0; at < lines.length; ) {
    const rows = stackedAt(lines, at) ?? rowsAt(lines, at)
    const start = rows?.[0]?.[0]?.start
    const last = rows?.at(-1)?.at(-1)
    if (!rows || start === undefined || !last) {
      at++
      continue
    }
    const above = at > 0 ? (lines[at - 1]?.text ?? '') : ''
    found.push({ start, end: last.end, rows, above })
    while (at < lines.length && (lines[at]?.end ?? 0) <= last.end) at++
  }
  return found
}

/** Cells one below the other, where a table may begin: behind a sentence or at the paragraph's start. */
function stackedAt(lines: readonly Cell[], at: number): Cell[][] | undefined {
  const before = lines[at - 1]?.text
  if (before !== undefined && !/[.:!?]$/.test(before) && before.length <= 2 * HEAD) return undefined
  let best: Cell[][] | undefined
  for (let width = 2; width <= COLUMNS; width++) {
    const heads = lines.slice(at, at + width)
    if (heads.length < width || !heads.every(isHead)) break
    const counted = heads.flatMap(({ text }, c) => (unitOfHead(text) ? [c] : []))
    if (!counted.length || counted[0] === 0) continue
    const rows = rowsBelow(lines.slice(at + width, at + width + MOST), width, counted)
    if (rows.length >= 2 && rows.length > (best?.length ?? 1) - 1) best = [heads, ...rows]
  }
  return best
}

function rowsBelow(lines: readonly Cell[], width: number, counted: readonly number[]): Cell[][] {
  const rows: Cell[][] = []
  let at = 0
  for (; at + width <= lines.length; at += width) {
    const row = lines.slice(at, at + width)
    if (!isName(row[0]) || !counted.every((c) => isNumber(row[c]))) break
    rows.push(row)
  }
  // The sum has no cells but its own.
  const [label, number] = lines.slice(at, at + 2)
  const [only, ...more] = counted
  if (rows.length && label && number && only !== undefined && !more.length && isTotal(label.text) && isNumber(number)) {
    const empty = { text: '', start: label.end, end: label.end }
    rows.push(Array.from({ length: width }, (_, c) => (c === 0 ? label : c === only ? number : empty)))
  }
  return rows
}

/** "Zweck Anzahl Stellen", perhaps a line of years, then lines of a label and one number. */
function rowsAt(lines: readonly Cell[], at: number): Cell[][] | undefined {
  const head = lines[at]
  if (!head || head.text.length > 2 * HEAD || /\d|[.:!?]$/.test(head.text)) return undefined
  const counted = COUNTED.exec(head.text)
  if (!counted || counted.index === 0) return undefined
  const times = TIMES.test(lines[at + 1]?.text ?? '') ? 1 : 0
  const rows: Cell[][] = []
  for (const line of lines.slice(at + 1 + times, at + MOST)) {
    if (line.text.length > 3 * HEAD) break
    const { label = '', number = '' } = ROW.exec(line.text)?.groups ?? {}
    if (!label || label.length > 2 * HEAD || isYear(number)) break
    rows.push([
      { text: label, start: line.start, end: line.start + label.length },
      { text: number, start: line.end - number.length, end: line.end },
    ])
  }
  const split = head.start + counted.index
  const names = { text: head.text.slice(0, counted.index).trim(), start: head.start, end: split - 1 }
  return rows.length >= 2 ? [[names, { text: counted[0], start: split, end: head.end }], ...rows] : undefined
}

function linesIn(text: string, { start, end }: Span): Cell[] {
  const cells: Cell[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    const from = at + line.length - line.trimStart().length
    const plain = line.trim()
    if (plain) cells.push({ text: plain, start: from, end: from + plain.length })
    at += line.length + 1
  }
  return cells
}

function isHead({ text }: Cell): boolean {
  return text.length <= HEAD && /^\p{L}/u.test(text) && !/[.!?:,;]$/.test(text)
}

function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && NUMBER.test(cell.text) && !isYear(cell.text)
}

function isName(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.length <= 2 * HEAD && (isYear(cell.text) || /\p{L}{2}/u.test(cell.text))
}
