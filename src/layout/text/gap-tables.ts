/**
 * Tables of a plain text whose cells stand apart by two or more blanks: cells with their columns, told by where they
 * stand under one another.
 *
 * Justified running text has gaps too, but never the same number of cells in line after line.
 * Source: texts saved with their layout (`pdftotext -layout`), forms typed with blanks.
 */
import { headsOverColumns, partedAtRivers } from './close-heads.ts'
import { mostFrequent } from './counts.ts'
import { withValuesParted } from './form-lines.ts'
import { areItems, looksLikeProse } from './gap-prose.ts'
import { headRowsIn } from './head-rows.ts'
import { partedByKinds } from './kind-cuts.ts'
import { headsNear } from './near-heads.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type { TextTable } from './tab-tables.ts'
import { placedBySums } from './torn-sums.ts'
import { centredTogether, partedAsOthers, withSpanningHead } from './uneven-lines.ts'
import { headsTogether, wrappedTogether } from './wrapped-rows.ts'

/** A table, and whether its first line is heads under which all cells stand. */
export interface GapTable extends TextTable {
  readonly headed: boolean
}

const LINES = 3
/** How many of the lines must show all columns. */
const FULL = 0.5
/** How far a cell may begin from where its column head does, in characters. */
const ALIGNED = 3

/** Read lines that follow one another as a table set with gaps; `undefined` if they are not one. */
export function gapTable(printed: readonly string[]): GapTable | undefined {
  const own = printed.filter((line) => !RULE.test(line)).map(piecesOf)
  const { lines: set, doubtful } = partedByKinds(withSpanningHead(centredTogether(withValuesParted(own))))
  const parted = standsUnderHeads(set) ? undefined : partedAtRivers(set)
  const lines = parted && standsUnderHeads(parted) ? parted : set
  const width = standsUnderHeads(lines) ? (lines[0]?.length ?? 0) : widthOf(lines)
  const table = width ? tableOf(partedAsOthers(lines, width)) : undefined
  return table && doubtful ? { ...table, certain: false } : table
}

/** The number of columns: the most pieces that half of the lines have, else what most of them have. */
function widthOf(lines: readonly (readonly Piece[])[]): number {
  const counts = countsOf(lines)
  const enough = Math.max(2, lines.length * FULL)
  const shared = counts.filter((count) => counts.filter((other) => other === count).length >= enough)
  return shared.length ? Math.max(...shared) : mostFrequent(counts)
}

/** Pieces a line may have in a table. */
function countsOf(lines: readonly (readonly Piece[])[]): number[] {
  return lines.map((row) => row.length).filter((count) => count > 1)
}

function tableOf(pieces: readonly (readonly Piece[])[]): GapTable | undefined {
  const headed = standsUnderHeads(pieces)
  if (pieces.length < LINES && !(headed && pieces.length === 2)) return undefined
  const width = headed ? (pieces[0]?.length ?? 0) : widthOf(pieces)
  const full = headed ? pieces : pieces.filter((row) => row.length === width)
  if (!width || full.length < Math.max(2, pieces.length * FULL) || looksLikeProse(pieces) || areItems(pieces))
    return undefined
  const columns = Array.from({ length: width }, (_, c) => columnOf(headed ? pieces.slice(0, 1) : full, c))
  const [first = []] = pieces
  if (first.length > 1 && first.length < width && !first.some(({ text }) => /\d/.test(text))) {
    const near = headsNear(first, columns)
    const heads = near ?? headsOverColumns(first, columns)
    const table = heads.length === width ? tableOf([heads, ...pieces.slice(1)]) : undefined
    if (table) return near ? table : { ...table, certain: false }
  }
  const data = pieces.findIndex((row) => {
    const cells = row.map(({ text }) => text)
    return row.length === width && headRowsIn([cells, cells]) === 0
  })
  const placed = pieces.map(
    (row, r) => (r === 0 && data > 1 ? spanned(row, columns) : undefined) ?? placedIn(row, columns),
  )
  if (placed.some((row) => !row)) return undefined
  const rows = headsTogether(wrappedTogether(placed as string[][]))
  if (rows.length < 2) return undefined
  const headRows = headed ? Math.max(1, headRowsIn(rows)) : headRowsIn(rows)
  return {
    rows: [...rows.slice(0, headRows), ...placedBySums(rows.slice(headRows))].map((row) => [...row]),
    headRows,
    certain: rows.length >= LINES && full.length === pieces.length,
    headed,
  }
}

function columnOf(rows: readonly (readonly Piece[])[], c: number): { from: number; to: number } {
  return {
    from: Math.min(...rows.map((row) => row[c]?.from ?? 0)),
    to: Math.max(...rows.map((row) => row[c]?.to ?? 0)),
  }
}

/**
 * Do all cells of the lower lines begin or end under a head of the first line, each under its own? Then empty cells are
 * known, and two lines are enough: `Amt    Tel.    Datum` over `Bauamt   4640   3.5.2031`.
 */
function standsUnderHeads([head, ...rows]: readonly (readonly Piece[])[]): boolean {
  if (!head || head.length < 3 || head.some(({ text }) => /\d/.test(text.replace(YEAR, '')))) return false
  if (head.filter(({ text }) => /^\p{Ll}/u.test(text)).length > 1) return false
  return (
    rows.some((row) => row.length > 1) &&
    rows.every((row, r) => {
      const places = row.map((piece) => head.findIndex((column) => isUnder(piece, column)))
      const [first] = row
      const below =
        rows[r - 1]?.some((piece) => piece.from === first?.from) || head[places[0] ?? -1]?.from === first?.from
      const alone = row.length === 1 && places[0] !== 0 && !/^\p{Ll}/u.test(first?.text ?? '') && !(r > 0 && below)
      return !alone && places.every((at, n) => at >= 0 && (n === 0 || at > (places[n - 1] ?? -1)))
    })
  )
}

/** A year as a column head. */
const YEAR = /^(?:\p{L}+\.? ){0,5}(?:19|20)\d\d(?: ?ff\.?)?$/u

function isUnder(piece: Piece, head: Piece): boolean {
  return Math.abs(head.from - piece.from) <= ALIGNED || Math.abs(head.to - piece.to) <= ALIGNED
}

/** A line drawn with signs over a sum. */
const RULE = /^\s*[-=_–—]{3,}\s*$/
/** The cells of a line by column; `undefined` if two fall into one. */
function placedIn(
  row: readonly Piece[],
  columns: readonly { readonly from: number; readonly to: number }[],
): string[] | undefined {
  if (row.length === columns.length) return row.map(({ text }) => text)
  const cells = columns.map(() => '')
  let last = -1
  for (const piece of row) {
    const at = columns
      .map((column, c) => ({
        c,
        distance: Math.max(0, column.from - piece.to, piece.from - column.to),
        middle: Math.abs(column.from - piece.from),
      }))
      .filter(({ c }) => c > last)
      .sort((a, b) => a.distance - b.distance || a.middle - b.middle)[0]
    if (!at) return undefined
    cells[at.c] = piece.text
    last = at.c
  }
  return cells
}

/** First heads that each span as many columns, right over them, stand over every one of these. */
function spanned(row: readonly Piece[], columns: readonly { readonly from: number; readonly to: number }[]) {
  const own = columns.slice(1)
  const each = own.length / row.length
  if (!Number.isInteger(each) || each < 2 || row.length < 2) return undefined
  const over = row.every(({ from, to }, n) => {
    const group = own.slice(n * each, (n + 1) * each)
    const middle = (from + to) / 2
    return middle > (group[0]?.from ?? 0) && middle < (group.at(-1)?.to ?? 0)
  })
  return over ? ['', ...own.map((_, c) => row[Math.floor(c / each)]?.text ?? '')] : undefined
}
