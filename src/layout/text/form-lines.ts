/**
 * Lines of a form set with gaps: labels with values, of which some stand one blank behind their label only
 * (`Verantwortlich: Dez. 5` below `Vorlage Nr.:      12/2031`). Pure; knows no words.
 * Source: forms whose labels ran up to the values.
 */
import { isYear } from '../../years.ts'
import { type Piece, pieceAt, piecesOf } from './pieces.ts'
import { tornLine } from './torn-rows.ts'

type Line = readonly Piece[]

const LABEL = /^[^:]{2,40}:(?= \S)/u

/** The lines with label and value parted where the other lines have two pieces. */
export function withValuesParted(lines: readonly Line[]): Line[] {
  const width = Math.max(...lines.map((line) => line.length))
  if (width > 2) return lines.map((line) => (line.length === 1 ? valuesParted(line, lines, width) : line))
  const pairs = lines.filter((line) => line.length === 2)
  if (!pairs.length || pairs.length === lines.length || lines.some((line) => line.length > 2)) return [...lines]
  const labels = pairs.filter(([label]) => label?.text.endsWith(':')).length
  const values = pairs.filter(([, value]) => /^[-–+]?(?:€ ?)?\d/.test(value?.text ?? '')).length
  return lines.map((line) => {
    const [piece, more] = line
    if (!piece || more) return line
    const end = labels * 2 > pairs.length ? LABEL.exec(piece.text)?.[0].length : undefined
    const at = end ?? (values * 2 >= pairs.length ? beforeValue(piece.text) : undefined)
    return at === undefined
      ? line
      : [pieceAt(piece.text.slice(0, at), piece.from), pieceAt(piece.text.slice(at + 1), piece.from + at + 1)]
  })
}

/** Lines with a value in every column that tell a table. */
const FULL = 3

/** A label and a value for each column, where enough lines have values in all of them. */
function valuesParted(line: Line, lines: readonly Line[], width: number): Line {
  const full = lines.filter(
    (row) => row.length === width && row.slice(1).every(({ text }) => /^[-–+]?\d[\d.,]*$/.test(text)),
  )
  const [piece] = line
  const { label, values } = tornLine(full.length >= FULL ? (piece?.text ?? '') : '')
  if (!piece || !label || values.length !== width - 1 || piece.text !== [label, ...values].join(' ')) return line
  let from = piece.from
  return [label, ...values].map((text) => {
    from += text.length + 1
    return pieceAt(text, from - text.length - 1)
  })
}

/** Lines without a value that end a form of labels and values. */
const WORDS = 3

/** The index of the first of several lines without a value behind the labels and values of a form; 0: there are none. */
export function endOfForm(printed: readonly string[]): number {
  const lines = withValuesParted(printed.map(piecesOf))
  if (lines.some((line) => line.length > 2)) return 0
  const words = (at: number): boolean => lines[at]?.length === 1 && !lines[at]?.[0]?.text.endsWith(':')
  const from = lines.findIndex((_, at) => Array.from({ length: WORDS }, (_, n) => at + n).every(words))
  const labelled = lines.slice(Math.max(0, from)).some((line) => line.length > 1 && line[0]?.text.endsWith(':'))
  if (from < 0 || labelled || printed.slice(from).some((line) => LABEL.test(line.trim()))) return 0
  const pairs = lines.slice(0, from).filter((line) => line.length === 2)
  return pairs.filter(([label]) => label?.text.endsWith(':')).length > 1 ? from : 0
}

/** Where the blank before a line's only value stands; a small number behind one or two words may belong to them. */
function beforeValue(line: string): number | undefined {
  const { label, values, glued } = tornLine(line)
  const [value = ''] = values
  const counts = /^\d{1,3}$/.test(value) && label.split(' ').length < 3
  if (
    values.length !== 1 ||
    glued ||
    !/\p{L}{3}/u.test(label) ||
    /\d,\d|\d\.\d{3}/.test(label) ||
    counts ||
    isYear(value)
  )
    return undefined
  const at = line.length - value.length - 1
  return line[at] === ' ' ? at : undefined
}
