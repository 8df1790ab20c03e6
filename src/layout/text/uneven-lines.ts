/**
 * Lines of a table set with gaps whose cells are not one to a line and column: cells of two lines set around the middle of
 * their row, a head that spans the years below it, pieces that ran up to the next column. Pure; knows no words.
 * Source: `pdftotext -layout` of tables from word processors.
 */
import { joinedLines } from '../hyphen.ts'
import { type Piece, pieceAt } from './pieces.ts'
import { cellsByWord } from './torn-heads.ts'

type Line = readonly Piece[]

/** How far the two halves of a cell may begin from one another, in characters. */
const NEAR = 3
/** A head cut short. */
const SHORT = /(?<!\p{L})\p{Lu}?\p{Ll}{1,6}\.$/u
/** The name of a column of time below a head that spans it. */
const TIME = /^(?:(?:Plan|Ist|Soll|Ansatz|ab|bis) )?(?:19|20)\d\d(?: ?ff\.?)?$|^(?:später|gesamt|Gesamt|Summe|ff\.)$/u

/** Lines with what stands in the middle between two halves of its cells as one: the halves are put together in it. */
export function centredTogether(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  for (let at = 0; at < lines.length; at++) {
    const [above, row, below] = [lines[at] ?? [], lines[at + 1] ?? [], lines[at + 2] ?? []]
    const inner = above.length && (row.length > 1 || (at === 0 && row.length)) ? row : []
    const whole = inner.length && (above.length < row.length || at === 0) ? wholeRow(above, row, below) : undefined
    out.push(whole ?? above)
    if (whole) at += 2
  }
  return out
}

function wholeRow(above: Line, row: Line, below: Line): Line | undefined {
  if (above.length !== below.length) return undefined
  const cells = above.map((piece, n) => {
    const rest = below[n] ?? piece
    const from = Math.min(piece.from, rest.from)
    const to = Math.max(piece.to, rest.to)
    const apart =
      Math.abs(piece.from - rest.from) > NEAR && Math.abs(piece.from + piece.to - rest.from - rest.to) > 2 * NEAR
    const covered = row.some((other) => other.from < to && from < other.to)
    return apart || covered ? undefined : { text: joinedLines([piece.text, rest.text]), from, to }
  })
  const found = cells.flatMap((cell) => cell ?? [])
  // Only heads stand around others that are no more than they.
  if (
    above.length >= row.length &&
    [above, row, below].flat().some(({ text }) => /\d|[.:;]$/.test(text.replace(SHORT, '')))
  )
    return undefined
  return found.length === cells.length ? [...row, ...found].sort((a, b) => a.from - b.from) : undefined
}

/** `Zweck    Stellen zum Stellenplan` over `2031  2032  später`: one line of heads. */
export function withSpanningHead(lines: readonly Line[]): Line[] {
  const [[label, span, ...more] = [], below = [], ...rest] = lines
  const [first, last] = [below[0], below.at(-1)]
  const spans = label && span && !more.length && first && last && below.length > 1 && first.from > label.to
  if (!spans || span.to <= first.from || last.to <= span.from || !below.every(({ text }) => TIME.test(text)))
    return [...lines]
  return [[label, ...below.map((piece) => ({ ...piece, text: `${span.text} ${piece.text}` }))], ...rest]
}

/** Lines short of pieces because one of them ran up to the next column: parted where heads or other rows tell. */
export function partedAsOthers(lines: readonly Line[], width: number): Line[] {
  const full = lines.filter((line) => line.length === width)
  const last = new Set(full.map((line) => line.at(-1)?.text ?? ''))
  return lines.map((line, at) => {
    const end = line.at(-1)
    if (!end || line.length >= width || line.length < 2) return line
    if (at === 0 && !/\d/.test(end.text)) {
      // Labels may have no head: then it is the first that is missing.
      if (!full.some(([label]) => label && line[0] && line[0].from < label.to)) return line
      const words = cellsByWord([end.text])
      return words.length === width - line.length + 1 ? [...line.slice(0, -1), ...placed(end, words)] : line
    }
    const word = /^.+? (\p{L}+)$/u.exec(end.text)?.[1]
    return line.length === width - 1 && word && last.has(word)
      ? [...line.slice(0, -1), ...placed(end, [end.text.slice(0, -word.length - 1), word])]
      : line
  })
}

function placed(piece: Piece, words: readonly string[]): Piece[] {
  let at = 0
  return words.map((word) => {
    const from = piece.text.indexOf(word, at)
    at = from + word.length
    return pieceAt(word, piece.from + Math.max(0, from))
  })
}
