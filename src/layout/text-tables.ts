/**
 * Tables of a plain text: columns parted by tabs, or by rivers of blanks that run through several lines.
 *
 * What can't be told for sure stays lines. Pure; knows no words.
 * Source: texts saved from Word and web pages (tabs), `pdftotext -layout` (blanks).
 */

export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  readonly headRows: number
  readonly certain: boolean
}

/** The cells of a line parted by tabs. */
export function tabCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.replace(/ {2,}/g, ' ').trim())
}

/**
 * Read consecutive lines as a table with tabs between the cells.
 *
 * @returns
 *   The table, or `undefined` if the lines are not one: fewer than two rows, or check boxes with their labels.
 */
export function tabTable(lines: readonly string[]): TextTable | undefined {
  const rows = lines.map(tabCells)
  const width = Math.max(...rows.map((row) => row.length))
  if (rows.length < 2 || width < 2) return undefined
  if (rows.some((row) => /^[☐☒]$/u.test(row[0] ?? ''))) return undefined
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const kept = even[0]?.map((_, c) => c).filter((c) => even.some((row) => row[c] !== '')) ?? []
  const trimmed = even.map((row) => kept.map((c) => row[c] ?? ''))
  return { rows: trimmed, headRows: headRowsIn(trimmed), certain: true }
}

/**
 * Read consecutive lines as a table set with blanks: at least three lines that share a river of two or more blanks
 * with words on both sides in most of them.
 */
export function blankTable(lines: readonly string[]): TextTable | undefined {
  if (lines.length < 3) return undefined
  const cuts = riversOf(lines)
  if (!cuts.length) return undefined
  const rows = lines.map((line) => cellsAt(line, cuts))
  const full = rows.filter((row) => row.filter(Boolean).length >= 2).length
  if (full < rows.length * 0.7) return undefined
  const numbers = rows.flatMap((row) => row.slice(1)).filter((cell) => /\d/.test(cell)).length
  if (numbers < rows.length / 2) return undefined
  return { rows, headRows: headRowsIn(rows), certain: cuts.length > 1 || full === rows.length }
}

/** Columns (character positions) at which all lines have at least two blanks in a row: the middle of each river. */
function riversOf(lines: readonly string[]): number[] {
  const width = Math.max(...lines.map((line) => line.length))
  const free: boolean[] = []
  for (let at = 0; at < width; at++) free[at] = lines.every((line) => (line[at] ?? ' ') === ' ')
  const cuts: number[] = []
  let from = -1
  for (let at = 0; at <= width; at++) {
    if (free[at]) {
      if (from < 0) from = at
    } else if (from >= 0) {
      if (from > 0 && at - from >= 2 && at < width) cuts.push(at)
      from = -1
    }
  }
  return cuts
}

function cellsAt(line: string, cuts: readonly number[]): string[] {
  const edges = [0, ...cuts, Number.POSITIVE_INFINITY]
  return edges.slice(0, -1).map((from, n) =>
    line
      .slice(from, edges[n + 1])
      .replace(/ {2,}/g, ' ')
      .trim(),
  )
}

const DATA =
  /^[-+–]?\s?(?:€\s?)?\d[\d.,]*(?:\s?(?:€|EUR|Euro|TEUR|T€|%|Mio\.?|Tsd\.?)?\*{0,3})?$|^\d{1,2}\.\d{1,2}\.\d{2,4}$/u
const YEAR = /^(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?$/

/** How many of the first rows are column heads: the rows before the first one that holds data, at most three. */
export function headRowsIn(rows: readonly (readonly string[])[]): number {
  const first = rows.findIndex((row) => row.some((cell, c) => isData(cell, c === 0)))
  if (first < 0) return rows.length > 1 ? 1 : 0
  if (first > 3) return 1
  return first
}

function isData(cell: string, label: boolean): boolean {
  return DATA.test(cell) && !(YEAR.test(cell) && !label)
}
