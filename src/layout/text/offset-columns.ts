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
/** Most lines of a letterhead. */
const LINES = 14

/** The same lines, those of offset columns in the order they are read in. */
export function withColumnsLevel(lines: readonly TextLine[]): readonly TextLine[] {
  if (!lines.some(({ text }) => /^ {8,}\S/.test(text))) return lines
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

type Row = { readonly line: TextLine; readonly pieces: readonly Piece[] }

function level(block: readonly TextLine[]): readonly TextLine[] {
  if (block.length < 3 || block.some(({ text }) => text.includes('\t'))) return block
  const rows = block.map((line) => ({ line, pieces: piecesOf(line.text) }))
  return inTurn(rows) ?? raised(rows).map(({ line, pieces }) => ({ ...line, text: lineOf(pieces) }))
}

/** Two columns of which each line holds one, in turn: the left one, then the right one. */
function inTurn(rows: readonly Row[]): TextLine[] | undefined {
  const starts = [...new Set(rows.flatMap(({ pieces }) => pieces.map(({ from }) => from)))].sort((a, b) => a - b)
  const [left = 0, right = 0, more] = starts
  if (
    rows.length > LINES ||
    more !== undefined ||
    right - left < INDENT ||
    rows.some(({ pieces }) => pieces.length > 1)
  )
    return undefined
  const own = (from: number): Row[] => rows.filter(({ pieces }) => pieces[0]?.from === from)
  const at = rows.flatMap(({ pieces }, row) => (pieces[0]?.from === left ? [row] : []))
  if (at.length < 2 || own(right).length < 2 || at.some((row, n) => n > 0 && row - (at[n - 1] ?? 0) !== 2))
    return undefined
  if (own(left).some(({ pieces }) => (pieces[0]?.to ?? 0) >= right)) return undefined
  return [...own(left), ...own(right)].flatMap(({ line }, n) => (n === at.length ? [{ text: '' }, line] : [line]))
}

/** A label around the middle of its lines goes up to the first of them, with what stands right of them on its line. */
function raised(rows: readonly Row[]): Row[] {
  const out = [...rows]
  for (let at = 0; at + 1 < out.length; at++) {
    const from = out[at]?.pieces[0]?.from ?? 0
    const above = runFrom(out, at, from)
    const label = out[at + above]
    if (above === 0 || from < INDENT || !label || goesOnAbove(out, at, from)) continue
    const [words, ...beside] = label.pieces
    const value = beside[0]?.from === from ? beside[0] : undefined
    const others = value ? beside.slice(1) : beside
    const below = runFrom(out, at + above + 1, from)
    const even = value ? below === above : below > 0 && Math.abs(below - above) <= 1
    const first = out[at]?.pieces[0]
    const widest = Math.max(...out.slice(at, at + above + 1 + below).map(({ pieces }) => pieces[0]?.to ?? 0))
    if (!words || !first || words.to >= from || !even || others.some((piece) => piece.from <= widest)) continue
    const top = { line: label.line, pieces: [words, first, ...others] }
    const rest = value ? [{ line: label.line, pieces: [value] }] : []
    out.splice(at, above + 1, top, ...out.slice(at + 1, at + above), ...rest)
  }
  return out
}

/** How many lines from here hold nothing but one piece at this place. */
function runFrom(rows: readonly Row[], at: number, from: number): number {
  const end = rows.findIndex(({ pieces }, n) => n >= at && (pieces.length !== 1 || pieces[0]?.from !== from))
  return Math.max(0, (end < 0 ? rows.length : end) - at)
}

/** Is the first line the rest of a cell above, which had no room for its first word? */
function goesOnAbove(rows: readonly Row[], at: number, from: number): boolean {
  const cell = rows[at - 1]?.pieces.find((piece) => piece.from === from)
  if (!cell) return false
  const width = Math.max(
    ...rows.flatMap(({ pieces }) => pieces.filter((piece) => piece.from === from).map(({ to }) => to)),
  )
  const word = /^\S+/.exec(rows[at]?.pieces[0]?.text ?? '')?.[0] ?? ''
  return cell.to + 1 + word.length > width || /^\p{Ll}/u.test(word)
}

function lineOf(pieces: readonly Piece[]): string {
  return pieces.reduce((line, { text, from }) => line.padEnd(from) + text, '')
}
