/**
 * Cells of a table set with gaps that one blank parts only, told by their kinds: `10.590 € 23.06.2031 neu` is an amount, a
 * day and a word where all rows hold these three in this order.
 *
 * Never guesses: the rows agree in number and kind of their cells, and the heads part into as many over them; where the
 * heads do not, the lines stay as they are and nothing is certain. Pure; knows no words.
 * Source: `pdftotext -layout` of narrow columns.
 */
import { mostFrequent } from './counts.ts'
import { headsNear, type Range } from './near-heads.ts'
import { type Piece, pieceAt } from './pieces.ts'

type Line = readonly Piece[]

/** Columns that are looked for. */
const WIDEST = 10
/** How far a cell may begin from its column, in characters. */
const NEAR = 3

const DAY = String.raw`\d{1,2}\.\d{1,2}\.\d{4}`
const NUMBER = String.raw`[-–+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7},\d{1,3})(?: ?(?:€|EUR|TEUR|T€|%))?|\d{1,7} ?(?:€|EUR|TEUR|T€|%)`
const CODE = String.raw`(?:EG|[AES]) \d{1,2}[a-c]?`
const VALUE = new RegExp(`(?<=^| )(?:(${DAY})|(${NUMBER})|(${CODE}))(?= |$)`, 'gu')

type Kind = 'tag' | 'zahl' | 'code' | 'wort'

interface Cut {
  readonly lines: readonly Line[]
  /** Cells are as close as words somewhere, and nothing parts them. */
  readonly doubtful: boolean
}

/** Lines of heads and rows with the cells parted that only their kinds tell apart. */
export function partedByKinds(lines: readonly Line[]): Cut {
  const same = { lines, doubtful: false }
  const first = lines.findIndex((line) => line.length > 1 && hasValue(line))
  if (first < 1 || first > 3 || lines.slice(0, first).some(hasValue)) return same
  const [head = []] = lines
  const rows = lines.slice(first)
  const cut = rows.map((line) => line.flatMap(cellsIn))
  const counts = cut.map(({ length }) => length).filter((count) => count > 2)
  const width = mostFrequent(counts)
  const full = cut.filter((line) => line.length === width)
  if (width < 3 || width > WIDEST || full.length < 2 || full.length < counts.length * 0.6 || !areAlike(full, width))
    return same
  if (head.length > width || !areAligned(full, width)) return same
  const kinds = kindsOf(full, width)
  const columns = Array.from({ length: width }, (_, c): Range => rangeOf(full, c))
  const parted = rows.map((line, r) => {
    if (line.length >= width) return line
    const own = cut[r] ?? []
    if (own.length === width) return fits(own, kinds) ? own : line
    return (line.length > 1 ? atColumns(own, columns, kinds) : undefined) ?? line
  })
  if (parted.every((line, r) => line === rows[r])) return same
  const heads = head.length === width ? head : headsNear(head, columns)
  return heads
    ? { lines: [heads, ...lines.slice(1, first), ...parted], doubtful: false }
    : { lines, doubtful: head.length > 1 }
}

function hasValue(line: Line): boolean {
  return line.flatMap(cellsIn).some(({ text }) => kindIn(text) !== 'wort')
}

/** The cells of a piece: its values, and the words between them. */
function cellsIn(piece: Piece): Piece[] {
  const cells: Piece[] = []
  let at = 0
  const add = (from: number, to: number): void => {
    const text = piece.text.slice(from, to)
    const lead = text.length - text.trimStart().length
    if (text.trim()) cells.push(pieceAt(text.trim(), piece.from + from + lead))
  }
  for (const { 0: value, index } of piece.text.matchAll(VALUE)) {
    add(at, index)
    add(index, index + value.length)
    at = index + value.length
  }
  add(at, piece.text.length)
  return cells
}

function kindIn(text: string): Kind {
  const [found] = text.matchAll(VALUE)
  if (!found || found[0] !== text) return 'wort'
  return found[1] ? 'tag' : found[2] ? 'zahl' : 'code'
}

/** In each column cells of one kind; behind the labels no column that says the same in all rows, as a unit does. */
function areAlike(rows: readonly Line[], width: number): boolean {
  return kindsOf(rows, width).every((kind, c) => {
    const cells = rows.map((row) => row[c]?.text ?? '')
    return (
      cells.every((text) => kindIn(text) === kind || isNone(text)) &&
      (kind !== 'wort' || c === 0 || new Set(cells.map((text) => text.replace(/n$/, ''))).size > 1)
    )
  })
}

/** Behind the labels all cells of a column begin or end at one place; words parted by blanks alone do not. */
function areAligned(rows: readonly Line[], width: number): boolean {
  const near = (places: readonly number[]): boolean => {
    const middle = [...places].sort((a, b) => a - b)[Math.floor(places.length / 2)] ?? 0
    return places.filter((place) => Math.abs(place - middle) <= NEAR).length >= places.length * 0.8
  }
  return Array.from({ length: width - 1 }, (_, c) => c + 1).every((c) => {
    const cells = rows.flatMap((row) => row[c] ?? [])
    return near(cells.map(({ from }) => from)) || near(cells.map(({ to }) => to))
  })
}

function kindsOf(rows: readonly Line[], width: number): Kind[] {
  return Array.from({ length: width }, (_, c) => {
    const cell = rows.find((row) => !isNone(row[c]?.text ?? ''))?.[c]
    return kindIn(cell?.text ?? '')
  })
}

function fits(line: Line, kinds: readonly Kind[]): boolean {
  return line.every(({ text }, c) => kindIn(text) === kinds[c] || isNone(text))
}

function isNone(text: string): boolean {
  return /^[-–]$/.test(text)
}

function rangeOf(rows: readonly Line[], c: number): Range {
  return {
    from: Math.min(...rows.map((row) => row[c]?.from ?? 0)),
    to: Math.max(...rows.map((row) => row[c]?.to ?? 0)),
  }
}

/** Words that ran up to the words of the next column: parted where those begin, if that makes the row whole. */
function atColumns(line: Line, columns: readonly Range[], kinds: readonly Kind[]): Line | undefined {
  if (line.length !== columns.length - 1) return undefined
  const ways = line.flatMap((piece, n) => {
    const next = columns[n + 1]
    if (!next || piece.to <= next.from || kinds[n] !== 'wort' || kinds[n + 1] !== 'wort') return []
    const starts = [...piece.text.matchAll(/(?<= )\S/gu)].map(({ index }) => piece.from + index)
    const [start] = starts
      .filter((at) => Math.abs(at - next.from) <= NEAR)
      .sort((a, b) => Math.abs(a - next.from) - Math.abs(b - next.from))
    if (start === undefined) return []
    const words = pieceAt(piece.text.slice(0, start - piece.from - 1), piece.from)
    const way = [...line.slice(0, n), words, pieceAt(piece.text.slice(start - piece.from), start), ...line.slice(n + 1)]
    return fits(way, kinds) ? [way] : []
  })
  return ways.length === 1 ? ways[0] : undefined
}
