/**
 * Tables of a plain text whose cells stand apart by two or more blanks: cells with their columns, told by where they
 * stand under one another.
 *
 * Justified running text has gaps too, but never the same number of cells in line after line.
 * Source: texts saved with their layout (`pdftotext -layout`), forms typed with blanks.
 */
import { joinedLines } from '../hyphen.ts'
import { headsOverColumns, partedAtRivers } from './close-heads.ts'
import { withValuesParted } from './form-lines.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { headRowsIn, isBullet, type TextTable } from './tab-tables.ts'
import { placedBySums } from './torn-sums.ts'
import { centredTogether, partedAsOthers, withSpanningHead } from './uneven-lines.ts'

/** A table, and whether its first line is heads under which all cells stand. */
export interface GapTable extends TextTable {
  readonly headed: boolean
}

const LINES = 3
/** Fewer lines of heads stay rows of their own: the upper may span several of the lower. */
const HEADS = 3
/** A line of a head, in characters. */
const HEAD = 32
/** How many of the lines must show all columns. */
const FULL = 0.5
/** A line of running text, in characters. */
const FULL_LINE = 60
/** How far a cell may begin from where its column head does, in characters. */
const ALIGNED = 3

/** Read lines that follow one another as a table set with gaps; `undefined` if they are not one. */
export function gapTable(printed: readonly string[]): GapTable | undefined {
  const own = printed.filter((line) => !RULE.test(line)).map(piecesOf)
  const set = withSpanningHead(centredTogether(withValuesParted(own)))
  const parted = standsUnderHeads(set) ? undefined : partedAtRivers(set)
  const lines = parted && standsUnderHeads(parted) ? parted : set
  const width = standsUnderHeads(lines) ? (lines[0]?.length ?? 0) : mostFrequent(countsOf(lines))
  return width ? tableOf(partedAsOthers(lines, width)) : undefined
}

/** Pieces a line may have in a table. */
function countsOf(lines: readonly (readonly Piece[])[]): number[] {
  return lines.map((row) => row.length).filter((count) => count > 1)
}

function tableOf(pieces: readonly (readonly Piece[])[]): GapTable | undefined {
  const headed = standsUnderHeads(pieces)
  if (pieces.length < LINES && !(headed && pieces.length === 2)) return undefined
  const width = headed ? (pieces[0]?.length ?? 0) : mostFrequent(countsOf(pieces))
  const full = headed ? pieces : pieces.filter((row) => row.length === width)
  if (!width || full.length < Math.max(2, pieces.length * FULL) || looksLikeProse(pieces) || areItems(pieces))
    return undefined
  const columns = Array.from({ length: width }, (_, c) => columnOf(headed ? pieces.slice(0, 1) : full, c))
  const [first = []] = pieces
  if (first.length > 1 && first.length < width && !first.some(({ text }) => /\d/.test(text))) {
    const heads = headsOverColumns(first, columns)
    if (heads.length === width) return tableOf([heads, ...pieces.slice(1)])
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
/** The number or sign an item of a list begins with. */
const MARKER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)]|[IVX]{1,4}\.?|[-–•*])$/u
/** The words of an item on one line; shorter ones may be names in a table. */
const ITEM = 36

/** "1.   Der Rat stimmt … zu" / "     und beauftragt …": numbered sentences with their wrapped lines. */
function areItems(rows: readonly (readonly Piece[])[]): boolean {
  const items = rows.filter((row) => row.length === 2)
  const words = items.map((row) => row[1]?.text ?? '')
  if (
    items.length > 1 &&
    items.every((row) => isBullet(row[0]?.text ?? '')) &&
    words.every((text) => /^[^\d]*\p{L}{3}/u.test(text))
  )
    return rows.every((row) => row.length <= 2)
  return (
    rows.every((row) => row.length <= 2) &&
    items.every((row) => MARKER.test(row[0]?.text ?? '')) &&
    words.reduce((sum, text) => sum + text.length, 0) >= ITEM * words.length &&
    words.every((text) => /\p{Ll} \p{L}/u.test(text))
  )
}

function mostFrequent(counts: readonly number[]): number {
  const times = (count: number): number => counts.filter((other) => other === count).length
  return counts.reduce((best, count) => (times(count) > times(best) ? count : best), counts[0] ?? 0)
}

/** Long cells on most lines that begin anywhere: words of a justified paragraph. */
function looksLikeProse(rows: readonly (readonly Piece[])[]): boolean {
  const starts = new Set(rows.flatMap((row) => row.slice(1).map(({ from }) => from)))
  const cells = rows.reduce((sum, row) => sum + row.length - 1, 0)
  if (rows.some(isJustified) || gapsAnywhere(rows) || daysAnywhere(rows)) return true
  const sentences = rows.filter(
    (row) => row.length > 1 && /\p{Ll}$/u.test(row[0]?.text ?? '') && /^\p{Ll}/u.test(row[1]?.text ?? ''),
  )
  return sentences.length > rows.length / 2 && starts.size > cells / 2
}

/** Long lines with one gap each, never at the same place: blanks in running text. */
function gapsAnywhere(rows: readonly (readonly Piece[])[]): boolean {
  const two = rows.filter((row) => row.length > 1)
  const narrow = two.every((row) => row.length === 2 && (row[1]?.from ?? 0) - (row[0]?.to ?? 0) === 2)
  return (
    narrow &&
    two.length > 1 &&
    new Set(two.map((row) => row[1]?.from)).size === two.length &&
    two.every((row) => (row.at(-1)?.to ?? 0) >= FULL_LINE)
  )
}

/** A day ends the first piece of one line and begins the second of another: the gaps part no columns. */
function daysAnywhere(rows: readonly (readonly Piece[])[]): boolean {
  const two = rows.filter((row) => row.length === 2)
  return (
    two.length > 1 &&
    rows.every((row) => row.length <= 2) &&
    two.some(([first]) => /\p{L}.* \d{1,2}\.\d{1,2}\.\d{4}(?: \d{1,3})?$/u.test(first?.text ?? '')) &&
    two.some(([, second]) => /^\d{1,2}\.\d{1,2}\.\d{4} /.test(second?.text ?? ''))
  )
}

/** Many words of a sentence, each by itself: a line set to the width of its column. */
function isJustified(row: readonly Piece[]): boolean {
  const small = row.filter(({ text }) => /^\p{Ll}+[.,]?$/u.test(text)).length
  return (row.length >= 7 && small >= row.length * 0.4) || (row.length >= 5 && small >= row.length * 0.6)
}

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

/** Heads broken over many lines ("Fortge-" / "schriebener" / "Ansatz 2031") become one row. */
function headsTogether(rows: readonly (readonly string[])[]): string[][] {
  const data = rows.findIndex((printed) => {
    const row = printed[0] ? printed : printed.map(withoutDay)
    return headRowsIn([row, row]) === 0
  })
  const isHead = (cell: string): boolean =>
    cell.length <= HEAD && !/\d[.,]\d|€|\d{5}|\p{L}: \p{Lu}/u.test(withoutDay(cell))
  if (data < HEADS || data > 2 * HEADS || !rows.slice(0, data).every((row) => row.every(isHead)))
    return rows.map((row) => [...row])
  const head = rows[0]?.map((_, c) => joinedLines(rows.slice(0, data).flatMap((row) => row[c] || [])))
  return [...(head ? [head] : []), ...rows.slice(data).map((row) => [...row])]
}

/** A day may stand in a head; `am` keeps its place. */
function withoutDay(cell: string): string {
  return cell.replace(/^\d{1,2}\.\d{1,2}\.(?:\d{4})?$/, 'am')
}

/** Words that cannot end a cell. */
const UNFINISHED =
  /(?:[-,/&]|\s(?:und|oder|sowie|für|der|des|die|das|dem|den|ein|eine|einer|eines|von|vom|zur|zum|im|in|am|an|auf|aus|bei|mit|ohne|nach|durch|über|unter|einschließlich|inklusive|zuzüglich))$/u

/** Does a cell go on with the one above? Numbers do only behind what breaks off, or among words that stand alone. */
function goesOnWith(last: string, cell: string, single: boolean): boolean {
  // A label stands below a label; it does not go on with it.
  if (!last || (last.endsWith(':') && cell.endsWith(':'))) return false
  if (!/\d/.test(cell) || UNFINISHED.test(last) || /\/ \p{Lu}{1,4}$|\p{Lu}\p{Ll}{2,5}\.$/u.test(last)) return true
  return single && /^\p{L}{2,}[^:]*$/u.test(cell) && /^\D+$/.test(last)
}

/** Lines that only go on with cells of the line before are put to it: its words were broken over lines. */
export function wrappedTogether(rows: readonly (readonly string[])[]): string[][] {
  const out: string[][] = []
  for (const row of rows) {
    const last = out.at(-1)
    const single = row.filter(Boolean).length === 1
    const goesOn =
      last && !row[0] && row.some(Boolean) && row.every((cell, c) => !cell || goesOnWith(last[c] ?? '', cell, single))
    const alone = last?.[0] && row[0] && last.slice(1).every((cell) => !cell)
    const broken = alone && (/^\p{Ll}/u.test(row[0] ?? '') || UNFINISHED.test(last[0] ?? ''))
    // The first line may be half of the heads, whose cells stand nearer than those below; a number begins a row.
    const joins = (cell: string, c: number): boolean =>
      !cell || (!/\d/.test(cell) && (c === 0 || (out.length > 1 && /\D$/.test(last?.[c] ?? ''))))
    const rest = last?.[0] && row[0] && UNFINISHED.test(last[0]) && row.every(joins)
    if (last && (goesOn || broken || rest))
      out[out.length - 1] = last.map((cell, c) => joinedLines([cell, row[c] ?? '']))
    else out.push([...row])
  }
  return out
}
