/**
 * A table that was read, with the place of every cell: what sums are worked out on.
 *
 * Reads: the records `tabellen`, and the tables of the tree behind them. A record whose rows are not found in the tree
 * word by word is not checked: nothing could be proved by it.
 */
import type { Table } from 'mdast'
import { blocksOf, rowsOf, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper, RecordValue } from '../../src/extractor.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { tableFacts } from '../../src/parse/table-facts.ts'
import { isYear } from '../../src/years.ts'
import { type Cell, cellOf, isValue } from './value.ts'
import { isMeasure, isOrdinal, isRatio } from './words.ts'

export interface Grid {
  /** Id of the record; null for lines that are set as text. */
  readonly table: string | null
  readonly span: Span
  /** False where rows and columns were not certain when it was read. */
  readonly certain: boolean
  readonly heads: readonly string[]
  /** The words a row is named by. */
  readonly labels: readonly string[]
  readonly cells: readonly (readonly Cell[])[]
  readonly spans: readonly (readonly Span[])[]
  readonly texts: readonly (readonly string[])[]
  /** Columns whose numbers can be added up. */
  readonly numeric: readonly number[]
}

/** Rows beyond these are not followed: no printed table is so long. */
const ROWS = 600

export function gridOf(paper: ReadPaper, record: RecordValue): Grid | undefined {
  const spalten = record.spalten as readonly string[]
  const zeilen = record.zeilen as readonly (readonly string[])[]
  if (record.art === 'beratungsfolge' || zeilen.length < 2 || zeilen.length > ROWS) return undefined
  const span = { start: record.beleg.von, end: record.beleg.bis }
  const spans = placesOf(paper, span, zeilen)
  if (!spans) return undefined
  const width = Math.max(spalten.length, ...zeilen.map((row) => row.length))
  const facts = tableFacts(spalten.length ? [spalten] : [], zeilen, [])
  const whole = typeof record.einheit === 'string' ? unitNamed(record.einheit) : undefined
  const cells = zeilen.map((row, r) =>
    Array.from({ length: width }, (_, c): Cell => {
      const fact = facts.columns[c]
      const unit = fact?.unit ?? whole
      const money = fact?.kind === 'geld' || (unit !== undefined && fact?.kind !== 'vzae' && fact?.kind !== 'prozent')
      const measure = { scale: money ? (unit?.scale ?? 1) : 1, money, staff: !money && fact?.kind === 'vzae' }
      return cellOf(row[c] ?? '', spans[r]?.[c]?.start ?? span.start, measure)
    }),
  )
  const heads = Array.from({ length: width }, (_, c) => spalten[c] ?? '')
  const labels = zeilen.map((row, r) => labelOf(row, cells[r] ?? []))
  const numeric = heads.flatMap((head, c) =>
    isNumeric(
      head,
      cells.map((row) => row[c]),
      zeilen.map((row) => row[c] ?? ''),
    )
      ? [c]
      : [],
  )
  const certain = !record.zweifel.some((doubt) => doubt === 'tabelle-unsicher' || doubt === 'texterkennung')
  return { table: record.id, span, certain, heads, labels, cells, spans, texts: zeilen, numeric }
}

/** A sum over the row says something: it counts or costs, and is no measure of something else. */
export function isSummand(grid: Grid, row: number): boolean {
  return !isMeasure(grid.labels[row] ?? '')
}

/** Where the cells of each row stand; undefined if a row is not found. */
function placesOf(paper: ReadPaper, span: Span, rows: readonly (readonly string[])[]): Span[][] | undefined {
  const printed = [...blocksOf(paper.tree)]
    .filter((block): block is Table => block.type === 'table' && within(spanOf(block), span))
    .flatMap((table) => rowsOf(paper, table))
  const places: Span[][] = []
  let at = 0
  for (const row of rows) {
    const found = printed.findIndex((cells, r) => r >= at && sameRow(cells, row))
    if (found < 0) return undefined
    places.push((printed[found] ?? []).map(({ start, end }) => ({ start, end })))
    at = found + 1
  }
  return places
}

function sameRow(cells: readonly { readonly text: string }[], row: readonly string[]): boolean {
  return (
    cells.length === row.length && cells.every(({ text }, at) => text.replace(/\s+/g, ' ').trim() === (row[at] ?? ''))
  )
}

function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end
}

/** The year or the first words of a row that are no number; else the words before one ("gesamt 21,9"). */
function labelOf(row: readonly string[], cells: readonly Cell[]): string {
  const first = row[0]?.trim() ?? ''
  if (isYear(first)) return first
  const named = row.find((text, c) => /\p{L}{2}/u.test(text) && !isValue(cells[c]))
  if (named) return named
  const lead = cells.filter(isValue).find((value) => value.lead)?.lead
  return lead ?? row.find((text) => /\p{L}/u.test(text)) ?? ''
}

function isNumeric(head: string, cells: readonly (Cell | undefined)[], texts: readonly string[]): boolean {
  const values = cells.filter(isValue)
  const filled = texts.filter((text) => text.trim() && !/^[-–—]$/.test(text.trim())).length
  if (values.length < 2 || values.length * 5 < filled * 3 || isOrdinal(head) || isRatio(head)) return false
  if (texts.some((text) => /\d\s?(?:%|Prozent)/u.test(text))) return false
  return !values.every(({ milli, marked }) => !marked && milli >= 1_900_000 && milli <= 2_100_000)
}
