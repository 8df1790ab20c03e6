/**
 * Heads and cells of a table set with gaps that one blank parts only, because a cell ran up to the next column
 * (`Nr. Funktion`, `ö nö Zweck`): parted where the words below or above begin.
 *
 * Never guesses: a head is parted only where every part of it stands over a cell of its own. Pure; knows no words.
 * Source: `pdftotext -layout` of narrow columns.
 */
import { type Piece, pieceAt } from './pieces.ts'

type Line = readonly Piece[]

/** How far a head may begin from the column it stands over, in characters. */
const NEAR = 2

/** Lines whose first is heads: pieces parted where a head begins and cells do, with blanks before them in all lines. */
export function partedAtRivers(lines: readonly Line[]): Line[] | undefined {
  const [head, ...rows] = lines
  if (!head || head.length < 2 || rows.length < 2 || head.some(({ text }) => /\d/.test(text))) return undefined
  const words = new Set(rows.flatMap((line) => line.flatMap(startsIn)))
  const pieces = rows.flatMap((line) => line.map(({ from }) => from))
  const free = (at: number): boolean => !lines.some((line) => line.some((piece) => covers(piece, at - 1)))
  const rivers = head.flatMap((piece) => {
    const own = startsIn(piece).filter(
      (at) => pieces.filter((from) => from === at).length > 1 || (words.has(at) && free(at)),
    )
    // Each part of a head stands over cells of its own.
    return own[0] === piece.from && own.length > 1 ? own.slice(1) : []
  })
  if (!rivers.length) return undefined
  return lines.map((line) =>
    line.flatMap((piece) => {
      const starts = startsIn(piece)
      return partedAt(
        piece,
        rivers.flatMap((at) => starts.filter((start) => Math.abs(start - at) <= NEAR).slice(0, 1)),
      )
    }),
  )
}

/** The heads of the first line parted over the columns of the lines below. */
export function headsOverColumns(head: Line, columns: readonly { readonly from: number; readonly to: number }[]): Line {
  const parts = head.flatMap((piece) => {
    const words = [...piece.text.matchAll(/\S+/g)]
      .map(({ 0: text, index }) => pieceAt(text, piece.from + index))
      .slice(1)
    const over = (from: number, to: number): Piece | undefined =>
      words.find((word) => Math.abs(word.from - from) <= NEAR || (word.from < to && from < word.to))
    return partedAt(
      piece,
      columns.flatMap(({ from, to }) => (from > piece.from + NEAR ? (over(from, to)?.from ?? []) : [])),
    )
  })
  const meets = (part: Piece, column: { readonly from: number; readonly to: number } | undefined): boolean =>
    column !== undefined && part.from < column.to && column.from < part.to
  // A column of labels may have no head: then the parts would stand one column too far to the left.
  const shifted = parts.some((part, n) => !meets(part, columns[n]) && columns.some((column) => meets(part, column)))
  return parts.length === columns.length && !shifted ? parts : head
}

/** Where the words of a piece begin. */
function startsIn({ text, from }: Piece): number[] {
  return [...text.matchAll(/\S+/g)].map(({ index }) => from + index)
}

/** Does a piece print a sign here? */
function covers({ text, from }: Piece, at: number): boolean {
  return at >= from && at < from + text.length && text[at - from] !== ' '
}

function partedAt(piece: Piece, at: readonly number[]): Piece[] {
  const own = at.filter((start) => start > piece.from && start < piece.to && piece.text[start - piece.from - 1] === ' ')
  return [piece.from, ...own].map((from, n) =>
    pieceAt(piece.text.slice(from - piece.from, (own[n] ?? piece.to) - piece.from).trimEnd(), from),
  )
}
