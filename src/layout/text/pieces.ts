/**
 * The pieces of a line set with gaps: words between gaps of two or more blanks; where columns left only one blank, a value
 * behind a number is a piece of its own. Pure; knows no words.
 * Source: `pdftotext -layout`, whose wide cells run up to the next column.
 */

export interface Piece {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** A number that needs no other to be one: with a comma, thousands, or no more than its digits. */
const VALUE = String.raw`[-–+]?(?:\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,\d{1,4})?`
/** `1.200.000 350.000`, `0,00 6,1`: the first is marked as a number, and so is the second, or it ends the piece. */
const SIDE_BY_SIDE = new RegExp(
  String.raw`^([-–+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,7},\d{1,4})(?: €)?) (?:${VALUE}(?: €)?(?= [-–+\d]|$)|[-–]$)`,
  'u',
)
/** `02.06.2031 Beratung`: a day ran up to the word of the next column. */
const DAY_AND_WORD = /^(\d{1,2}\.\d{1,2}\.\d{4}) (?=\p{Lu}\p{Ll}{2}|[ÖN](?= |$))/u

/** The pieces of a line. */
export function piecesOf(line: string): Piece[] {
  const gapped = [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => pieceAt(text, index))
  return gapped.length > 1 ? withDashes(gapped).flatMap(parted) : gapped
}

/** `Museum  - Neubau`: two blanks before a dash between words part no columns of a line with no other gap. */
function withDashes(pieces: readonly Piece[]): readonly Piece[] {
  const [first, second, more] = pieces
  if (
    !first ||
    !second ||
    more ||
    second.from - first.to !== 2 ||
    !/^[-–] \p{L}/u.test(second.text) ||
    !/\p{L}$/u.test(first.text)
  )
    return pieces
  return [pieceAt(`${first.text} ${second.text}`, first.from)]
}

function parted(piece: Piece): Piece[] {
  const first = (SIDE_BY_SIDE.exec(piece.text) ?? DAY_AND_WORD.exec(piece.text))?.[1]
  if (!first) return [piece]
  const rest = pieceAt(piece.text.slice(first.length + 1), piece.from + first.length + 1)
  return [pieceAt(first, piece.from), ...parted(rest)]
}

export function pieceAt(text: string, from: number): Piece {
  return { text, from, to: from + text.length }
}
