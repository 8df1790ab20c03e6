/**
 * Columns whose lines do not stand level: a label set around the middle of the lines beside it, and the two columns of a
 * letterhead in different type. Their lines come in turn; what belongs together is put together again.
 *
 * Never guesses: only among lines without an empty one between them, each of them in one of few columns, and where a line
 * of the left column stands alone between two of the right one.
 * Units: columns in characters.
 * Source: `pdftotext -layout` of forms from word processors, whose labels are centred in their cells.
 */
import { isBlank, type TextLine } from './lines.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** How far in the right column begins at least. */
const INDENT = 8
/** Most lines of a form's row or a letterhead. */
const LINES = 14
const COLUMNS = 3

type Row = { readonly line: TextLine; readonly pieces: readonly Piece[] }

/** The same lines, those of offset columns in the order they are read in. */
export function withColumnsLevel(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }, at) => isOffset(text, lines[at + 1]?.text, lines[at + 2]?.text))) return lines
  const out: TextLine[] = []
  let block: TextLine[] = []
  const close = (): void => {
    out.push(...level(block))
    block = []
  }
  for (const line of lines) {
    if (isBlank(line.text) || line.afterBreak) close()
    if (isBlank(line.text)) out.push(line)
    else block.push(line)
  }
  close()
  return out
}

/** Does a line of a left column stand alone between two lines that begin at one place further right? */
function isOffset(above: string, line = '', below = ''): boolean {
  const from = above.search(/\S/)
  if (from < INDENT || from !== below.search(/\S/) || line.includes('\t')) return false
  const [first, ...more] = piecesOf(line)
  const covers = [first, ...more].some((piece) => piece && piece.from <= from && piece.to >= from)
  return first !== undefined && first.from < from && first.to < from && !covers && !/ {2}/.test(above.trim())
}

function level(block: readonly TextLine[]): readonly TextLine[] {
  if (block.length < 3 || block.length > LINES || block.some(({ text }) => text.includes('\t'))) return block
  const from = block.findIndex(({ text }, at) => isOffset(text, block[at + 1]?.text, block[at + 2]?.text))
  if (from < 0) return block
  const rows = block.map((line) => ({ line, pieces: piecesOf(line.text) }))
  const left = Math.min(...rows.map(({ pieces }) => pieces[0]?.from ?? 0))
  const isLeft = (row: Row | undefined): boolean => row?.pieces[0]?.from === left
  if (inTurn(rows, left)) return columnsOf(rows) ?? block
  // The lines around one label, up to the labels above and below, which have their values beside them.
  const start = rows.findLastIndex((row, at) => at < from && isLeft(row)) + 1
  const next = rows.findIndex((row, at) => at > from + 1 && isLeft(row))
  const end = next < 0 ? rows.length : next
  if (next >= 0 && rows[next]?.pieces.length === 1) return block
  const level = columnsOf(rows.slice(start, end))
  return level ? [...block.slice(0, start), ...level, ...block.slice(end)] : block
}

/** The rows column by column, if each piece stands in one of few columns and most rows hold no more than one. */
function columnsOf(rows: readonly Row[]): TextLine[] | undefined {
  const starts = [...new Set(rows.flatMap(({ pieces }) => pieces.map((piece) => piece.from)))].sort((a, b) => a - b)
  const runsOver = rows.some(({ pieces }) =>
    pieces.some((piece) => starts.some((start) => start > piece.from && start < piece.to + 1)),
  )
  const several = rows.filter(({ pieces }) => pieces.length > 1).length
  const few = starts.length > 1 && starts.length <= COLUMNS && several * 3 <= rows.length
  return few && !runsOver ? byColumn(rows, starts) : undefined
}

/** Between two lines of the left column stands one of another: two columns, no rows of a form. */
function inTurn(rows: readonly Row[], left: number): boolean {
  const at = rows.flatMap(({ pieces }, row) => (pieces[0]?.from === left ? [row] : []))
  return at.length > 1 && at.every((row, n) => n === 0 || row - (at[n - 1] ?? 0) === 2)
}

/** Column by column; a lone label gets the first line beside it. */
function byColumn(rows: readonly Row[], starts: readonly number[]): TextLine[] {
  const columns = starts.map((start) =>
    rows.flatMap(({ line, pieces }) =>
      pieces.filter(({ from }) => from === start).map((piece) => ({ ...line, text: lineOf([piece]) })),
    ),
  )
  const [left = [], right = [], ...more] = columns
  const [label, first] = [left[0], right[0]]
  const parted = more.flatMap((column) => [{ text: '' }, ...column])
  if (left.length === 1 && label && first) {
    const both = lineOf([...piecesOf(label.text), ...piecesOf(first.text)])
    return [{ ...first, text: both }, ...right.slice(1), ...parted]
  }
  return [...left, { text: '' }, ...right, ...parted]
}

function lineOf(pieces: readonly Piece[]): string {
  return pieces.reduce((line, { text, from }) => line.padEnd(from) + text, '')
}
