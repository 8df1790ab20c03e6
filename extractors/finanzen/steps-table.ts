/**
 * A Beratungsfolge whose table text extraction tore into lines: put together again from its column heads and steps.
 *
 * Never guesses: where words among the steps belong to none, the lines stay lines.
 * Doubts: `tabelle-unsicher` where a step is in doubt or something among them was not read.
 */
import type { Table } from 'mdast'
import { headRowsOf, rowsOf, type Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { columnsOf } from '../../src/parse/consultation/columns.ts'
import { type Consultation, readConsultation } from '../../src/parse/consultation/read.ts'
import { regionsOf } from '../../src/parse/consultation/regions.ts'
import type { Step } from '../../src/parse/consultation/step.ts'
import { linesOf, type Placed } from './blocks.ts'
import { cellsOfSteps } from './steps-cells.ts'
import { stepHeads } from './steps-heads.ts'
import type { TableRecord } from './tables.ts'

export interface StepsTable {
  readonly value: TableRecord
  readonly span: Span
  readonly certain: boolean
}

/** What part of the letters among the steps may belong to none. */
const LOST = 0.3

/** The tables of stretches that hold steps under column heads, where the reader found none or one that is not theirs. */
export function stepsTables(paper: ReadPaper, placed: readonly Placed[]): StepsTable[] {
  return regionsOf(paper.text, paper.sections).flatMap((region) => {
    const read = readConsultation(paper.text, region)
    const span = read.steps.length ? { start: region.start, end: endOf(read.steps) } : region
    const own = placed.filter(({ block, span: at }) => block.type === 'table' && overlap(at, span))
    const torn = own.some(({ block }) => block.type === 'table' && isBroken(block, paper, read.steps))
    const stands = ({ block, span: at }: Placed): boolean =>
      block.type === 'table' && at.start >= region.start - 1 && holds(block, paper, read.steps)
    if (!torn && own.some(stands)) return []
    const table = tableOf(paper, region, read)
    if (!table || (own.length && !torn && !table.certain)) return []
    const title = placed.findLast(({ span: at }) => at.end <= table.span.start)
    const heading = title?.block.type === 'heading' && /beratung|sitzung/i.test(title.text) ? title.text : null
    const titel = table.value.titel ?? heading?.replace(/\s+/g, ' ').replace(/\s*:$/, '') ?? null
    return [{ ...table, value: { ...table.value, titel } }]
  })
}

/** What the reader took for a table although none of its heads is one of a Beratungsfolge, and its rows are no steps. */
export function isTorn(table: Table, paper: Pick<ReadPaper, 'text'>): boolean {
  const rows = rowsOf(paper, table)
  const named = rows[0]?.some((cell) => columnsOf(cell.text)?.some(Boolean))
  const filled = rows.every((row) => row.filter((cell) => cell.text.trim()).length > 1)
  return table.data?.certain === false && !named && !filled
}

/** Does a name go on in the next row, stand two heads in one cell, or a day in its own cell in some rows only? */
function isBroken(table: Table, paper: ReadPaper, steps: readonly Step[]): boolean {
  const rows = rowsOf(paper, table)
  if (rows[0]?.some((cell) => !cell.text.includes('\n') && (columnsOf(cell.text)?.filter(Boolean).length ?? 0) > 1))
    return true
  const rowAt = (span: Span): number => rows.findIndex((row) => row.some((cell) => cell.text && overlap(cell, span)))
  // A body's row above those of its meetings.
  const [body, meeting] = [steps[0]?.bodySpans[0], steps[0]?.spans.sitzung]
  if (body && meeting && rowAt(body) !== rowAt(meeting)) return false
  if (steps.some(({ bodySpans }) => new Set(bodySpans.map(rowAt).filter((at) => at >= 0)).size > 1)) return true
  const crowded = steps.filter(({ spans }) => {
    const cell = spans.datum && rows.flat().find((one) => spans.datum && overlap(one, spans.datum))
    return cell && [spans.zustaendigkeit, spans.ergebnis].some((span) => span && overlap(cell, span))
  })
  return crowded.length > 0 && crowded.length < steps.length / 2
}

/** A sure table, or one with a row for each step. */
function holds(table: Table, paper: ReadPaper, steps: readonly Step[]): boolean {
  if (table.data?.certain !== false) return true
  const rows = rowsOf(paper, table).slice(headRowsOf(table))
  const fits = (step: Step): boolean =>
    rows.some((row) =>
      [...step.bodySpans, ...Object.values(step.spans)].every((span) => row.some((cell) => overlap(cell, span))),
    )
  return headRowsOf(table) > 0 && rows.length === steps.length && steps.every(fits)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

function tableOf(paper: ReadPaper, region: Span, read: Consultation): StepsTable | undefined {
  const { steps } = read
  if (!steps.length) return undefined
  const from = Math.min(...steps.flatMap(spansOf).map(({ start }) => start))
  const begin = Math.max(region.start, paper.text.lastIndexOf('\n', from) + 1)
  const found = stepHeads(paper.text.slice(region.start, begin))
  const named = found?.heads.filter(({ column }) => column).length ?? 0
  if (!found || (named ? named < 2 : !isByColumn(steps))) return undefined
  const table = cellsOfSteps(paper.text, read, found.heads, { start: begin, end: endOf(steps) })
  if (!table || table.lost > LOST) return undefined
  const start = firstLine(paper.text, region, found.title)
  return {
    value: { titel: found.title, art: 'beratungsfolge', einheit: null, spalten: table.spalten, zeilen: table.zeilen },
    span: { start, end: Math.max(endOf(steps), begin) },
    certain:
      table.lost === 0 &&
      !isShifted(table.spalten, table.zeilen) &&
      !steps.some((step) => step.crossByBlanks || step.unsure || step.vague),
  }
}

/** A head over nothing beside cells under no head: perhaps they belong together. */
function isShifted(spalten: readonly string[], zeilen: readonly (readonly string[])[]): boolean {
  const isFilled = (column: number): boolean => zeilen.some((row) => row[column])
  return spalten.some((head, c) => !head && isFilled(c)) && spalten.some((head, c) => head && !isFilled(c))
}

/** Where the table begins: behind its title. */
function firstLine(text: string, region: Span, title: string | null): number {
  const lines = linesOf(text.slice(region.start, region.end)).filter(({ start, end }) =>
    text.slice(region.start + start, region.start + end).trim(),
  )
  return region.start + (lines[title === null ? 0 : 1]?.start ?? 0)
}

/** All days before all bodies, or behind them: columns that were set one after the other. */
function isByColumn(steps: readonly Step[]): boolean {
  if (steps.length < 2 || !steps.every((step) => step.spans.datum)) return false
  const bodies = steps.map(({ bodySpans }) => bodySpans[0]?.start ?? 0)
  const days = steps.map(({ spans }) => spans.datum?.start ?? 0)
  return Math.max(...days) < Math.min(...bodies) || Math.max(...bodies) < Math.min(...days)
}

function spansOf({ bodySpans, spans }: Step): Span[] {
  return [...bodySpans, ...Object.values(spans)]
}

function endOf(steps: readonly Step[]): number {
  return Math.max(...steps.flatMap(spansOf).map(({ end }) => end))
}
