/**
 * The subject of a paper in a column of its head: its label stands above it, beside it or in the same cell, and its words
 * go on below in the same column while other columns hold other labels and values.
 *
 * Never guesses: the words end where the label's column names something else, at an empty cell, and where any title does.
 * Units: offsets are UTF-16 code units into the paper's text.
 * Source: forms with boxes, and texts saved with their layout, whose rows are lines.
 */
import type { Span } from '../document.ts'
import { isoDate } from './date.ts'
import { isUnfinished } from './gremium.ts'
import { type Label, labelIn, wholeLabel } from './label-parts.ts'
import { cellsOf, type Line } from './lines.ts'
import { isLetterheadNumber } from './paper-number.ts'
import { publicityOf } from './publicity.ts'
import { endsTitle } from './title-end.ts'

/** A subject put together from the cells of its column. */
export interface ColumnSubject extends Span {
  readonly label: Pick<Label, 'field' | 'rank' | 'label'>
  readonly text: string
  readonly below: boolean
  /** The cells it was put together from, its label's among them. */
  readonly cells: readonly Span[]
}

type Cell = Span & { readonly text: string }

/** Most rows a title is wrapped over. */
const ROWS = 8
/** As wide as a line is that was wrapped. */
const WIDE = 30

/** The first subject whose words go on in the rows below it. */
export function subjectInColumn(text: string, lines: readonly Line[]): ColumnSubject | undefined {
  for (const [row, line] of lines.entries()) {
    if (!line.text.includes('\t') && !lines[row + 1]?.text.includes('\t')) continue
    const cells = cellsOf(text, line)
    for (const [column, cell] of cells.entries()) {
      const found = labelOf(cell)
      const subject = found && wordsOf(text, lines, { row, column, cells, ...found })
      if (subject) return subject
    }
  }
  return undefined
}

/** The label a cell is or begins with, if it asks for the subject. */
function labelOf(cell: Cell): { label: Label; value: Cell | undefined } | undefined {
  const whole = wholeLabel(cell)
  if (whole) return whole.field === 'betreff' ? { label: whole, value: undefined } : undefined
  const found = labelIn(cell.text)
  if (found?.field !== 'betreff') return undefined
  const words = cell.text.slice(found.length).trim()
  const label = { field: found.field, rank: found.rank, label: cell.text.slice(0, found.length).replace(/[\s:]+$/, '') }
  const at = { start: cell.start, end: cell.start + found.length }
  return { label: { ...label, at }, value: { text: words, start: cell.end - words.length, end: cell.end } }
}

interface Place {
  readonly row: number
  readonly column: number
  readonly cells: readonly Cell[]
  readonly label: Label
  readonly value: Cell | undefined
}

function wordsOf(text: string, lines: readonly Line[], place: Place): ColumnSubject | undefined {
  const { row, column, cells, label } = place
  const beside = cells[column + 1]
  const isBeside = !place.value && beside?.text && !isOther(beside)
  const own = place.value ?? (isBeside ? beside : undefined)
  const at = isBeside ? column + 1 : column
  const found: Cell[] = own ? [own] : []
  let width = cells.length
  for (let next = row + 1; next <= row + ROWS; next++) {
    const line = lines[next]
    const above = lines[next - 1]
    if (!line || !above || line.start - above.end > 4) break
    const below = cellsOf(text, line)
    const cell = below[at]
    if (found.length && line.gap && !(below.length === 1 && at === 0 && breaksOff(found, cell))) break
    // Only the rows of one table have columns in common; a row of heads may stand apart from it.
    if (!found.length && at === 0 && below.length > 1) width = below.length
    // Below the table's last row a title that breaks off goes on at the left edge.
    const goesOn = at === 0 && below.length === 1 && found.length > 0 && breaksOff(found, cell)
    if (goesOn) width = 1
    const same = below.length === width
    if (!cell?.text || !same || isOther(cell)) break
    if ((isBeside && below[column]?.text) || (found.length && isRecord(below, cells))) break
    const words = found.map((one) => one.text).join(' ')
    if (found.length && endsTitle(words, { ...cell, gap: false }, undefined)) break
    found.push(cell)
  }
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last || found.length < 2) return undefined
  const words = found.map((cell) => cell.text).reduce(joined)
  const taken = [cells[column] ?? label.at, ...found]
  const { field, rank, label: said } = label
  return {
    label: { field, rank, label: said },
    text: words,
    start: first.start,
    end: last.end,
    below: !own,
    cells: taken,
  }
}

/** Is the rest of a title in the next line: it ends with a word that needs another, or that one begins in lower case? */
function breaksOff(found: readonly Cell[], next: Cell | undefined): boolean {
  const last = found.at(-1)?.text ?? ''
  return next !== undefined && last.length >= WIDE && (isUnfinished(last) || /^\p{Ll}/u.test(next.text))
}

/** A label, alone or with its value, or a value that is no subject. */
function isOther({ text, start, end }: Cell): boolean {
  if (wholeLabel({ text, start, end }) || labelIn(text)) return true
  return (
    /^[☐☒]/u.test(text) || isLetterheadNumber(text) || isoDate(text) !== undefined || publicityOf(text) !== undefined
  )
}

/** A row of heads over records, as in a list of papers: what stands in the next row is said of another. */
function isRecord(below: readonly Cell[], heads: readonly Cell[]): boolean {
  return (
    heads.filter(({ text }) => text).length > 2 &&
    heads.every((cell) => !cell.text || wholeLabel(cell)) &&
    below.some(({ text }) => isoDate(text) !== undefined || isLetterheadNumber(text))
  )
}

/** A word broken at the end of its cell moves up. */
function joined(before: string, after: string): string {
  if (/\p{L}\/$/u.test(before)) return before + after
  return /\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(after) && !/^(?:und|oder|bzw\.|sowie)(?!\p{L})/u.test(after)
    ? before.slice(0, -1) + after
    : `${before} ${after}`
}
