/**
 * Steps of a table whose rows are whole: what its columns hold is told by the cells, so that any heads will do, or none.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: one row per step, with names wrapped over rows; a row for the body with rows for its meetings below; crosses in
 * front of the bodies that deal with the paper, or under heads.
 * Never guesses: a table without bodies, with two days in a cell, or with a name that is none, is left to the readers
 * of lines.
 */
import type { Span } from '../../document.ts'
import { isUnfinished } from '../gremium.ts'
import { cellsOf, type Line } from '../lines.ts'
import { piecesOf } from './cell-pieces.ts'
import { type Column, headsIn, headsOfCell } from './columns.ts'
import { type GridColumn, type GridRow, gridColumns } from './grid-columns.ts'
import { GridSteps } from './grid-steps.ts'
import { nameFault } from './name.ts'
import { joinWords, type Step } from './step.ts'

export interface Grid extends Span {
  readonly steps: readonly Step[]
  readonly columns: readonly GridColumn[]
}

/** Rows above the first step at most. */
const HEADS = 3
/** A heading that stands above the bodies, too. */
const FIRST = /^beratung(?:sfolge|sgang|sweg)?:?$/iu
/** What may share a cell with a day: anything else says that the cells are torn. */
const BESIDE_DAY: readonly string[] = ['datum', 'status', 'rolle', 'zustand']
/** A cell this long is a sentence. */
const SENTENCE = 160

interface Placed extends GridRow {
  readonly line: Line
}

/** The first table of steps among lines. */
export function gridOf(text: string, lines: readonly Line[]): Grid | undefined {
  for (const run of runsOf(lines)) {
    const above = lines[lines.indexOf(run[0] as Line) - 1]
    const grid = readGrid(text, run, above)
    if (grid) return grid
  }
  return undefined
}

/** Lines of cells that follow each other without an empty line. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (!line.text.includes('\t')) runs.push([])
    else if (last && !line.gap) last.push(line)
    else runs.push([line])
  }
  return runs.filter((run) => run.length > 0)
}

/** `above`: the line before, which may hold the heads of a table that came without. */
function readGrid(text: string, lines: readonly Line[], above: Line | undefined): Grid | undefined {
  const run = lines.slice(
    Math.max(
      0,
      lines.findLastIndex((line) => isHead(text, line)),
    ),
  )
  const rows = run.map((line): Placed => {
    const cells = cellsOf(text, line)
    return { line, cells: cells.map((cell) => piecesOf(cell)) }
  })
  const from = rows.slice(0, HEADS + 1).findIndex((row) => isStep(text, row))
  if (from < 0) return undefined
  const heads = headsAbove(text, run.slice(0, from))
  const body = untilOther(text, rows.slice(from))
  const columns = withCrosses(gridColumns(heads, body), body, heads.length ? [] : (headsIn(above?.text ?? '') ?? []))
  if (!columns || !isTable(heads, columns, body)) return undefined
  const steps = stepsOf(body, columns)
  const last = body.at(-1)?.line
  const first = run[0]
  if (!steps?.length || !first || !last) return undefined
  return { steps, columns, start: first.start, end: last.end }
}

/** Columns of nothing but crosses below a line that names as many for publicity: its heads stand in no column of theirs. */
function withCrosses(
  columns: readonly GridColumn[] | undefined,
  rows: readonly Placed[],
  above: readonly (Column | null)[],
): readonly GridColumn[] | undefined {
  const heads = above.filter((head) => head === 'oeffentlich' || head === 'nichtoeffentlich')
  const crossed = (columns ?? []).flatMap((column, at) => {
    const held = rows.flatMap(({ cells }) => cells[at] ?? [])
    return column === null && held.length && held.every((piece) => piece.held === 'kreuz') ? [at] : []
  })
  if (heads.length < 2 || crossed.length !== heads.length) return columns
  return columns?.map((column, at) => heads[crossed.indexOf(at)] ?? column)
}

/** Is a row nothing but heads, of which one is for bodies? */
function isHead(text: string, line: Line): boolean {
  const heads = cellsOf(text, line).map(({ text: words }) => (FIRST.test(words) ? ['gremium'] : headsOfCell(words)))
  return heads.every(Boolean) && heads.flat().includes('gremium') && heads.flat().filter(Boolean).length > 1
}

/** Is a row a step rather than heads: does it hold a day, or a body that is no head? */
function isStep(text: string, { line, cells }: Placed): boolean {
  const heads = cellsOf(text, line).map((cell) => headsOfCell(cell.text))
  if (cells.some((cell) => cell.some(({ held }) => held === 'datum'))) return true
  if (heads.filter((head) => head?.some(Boolean)).length > 1) return false
  return cells.some((cell, at) => cell.some(({ held }) => held === 'gremium') && !heads[at])
}

function headsAbove(text: string, lines: readonly Line[]): string[] {
  const heads: string[] = []
  for (const line of lines)
    for (const [at, cell] of cellsOf(text, line).entries()) heads[at] = joinWords(heads[at] ?? '', cell.text).trim()
  return Array.from(heads, (head) => head ?? '')
}

/** The rows up to the first that is a label with its value. */
function untilOther(text: string, rows: readonly Placed[]): Placed[] {
  const end = rows.findIndex(
    ({ line }, at) =>
      at > 0 &&
      cellsOf(text, line)
        .find((cell) => cell.text)
        ?.text.endsWith(':'),
  )
  return rows.slice(0, end < 0 ? rows.length : end)
}

/** A column of days, or a head for bodies beside what only steps have. */
function isTable(heads: readonly string[], columns: readonly GridColumn[], rows: readonly Placed[]): boolean {
  const long = rows.some(({ cells }) => cells.flat().some(({ text }) => text.length > SENTENCE))
  const days = rows.map(({ cells }) => cells.flat().filter(({ held }) => held === 'datum').length)
  const torn = rows.some(({ cells }) =>
    cells.some(
      (cell) => cell.some(({ held }) => held === 'datum') && !cell.every(({ held }) => BESIDE_DAY.includes(held)),
    ),
  )
  if (long || torn || days.some((n) => n > 1)) return false
  const known = heads.flatMap((head) => headsOfCell(head) ?? [])
  const dated = days.filter((n) => n > 0).length
  const others = columns.some((column) => column === 'rolle' || column === 'status' || column === 'top')
  return dated > 1 || (dated === 1 && known.length > 1) || (others && known.includes('gremium'))
}

function stepsOf(rows: readonly Placed[], columns: readonly GridColumn[]): Step[] | undefined {
  const made = new GridSteps(columns)
  const chosen = chosenOf(rows, columns)
  for (const [at, row] of rows.entries()) {
    const mark = chosen === undefined ? undefined : row.cells[chosen]
    const bare = isNameAlone(row, columns)
    const open = made.name
    if (bare && open !== undefined && goesOn(open, bare, rows[at - 1], columns)) made.addName(row)
    else if (mark && !mark.some(({ held }) => held === 'kreuz')) made.skip()
    else made.add(row)
  }
  const steps = made.done()
  return steps.every((step) => nameFault(step.gremium) < 1.5) ? steps : undefined
}

/** The column whose crosses choose the bodies, if any is crossed. */
function chosenOf(rows: readonly Placed[], columns: readonly GridColumn[]): number | undefined {
  const at = columns.indexOf('wahl')
  return at >= 0 && rows.some(({ cells }) => cells[at]?.some(({ held }) => held === 'kreuz')) ? at : undefined
}

/** The words of a row that holds nothing but the cell of its body. */
function isNameAlone({ cells }: GridRow, columns: readonly GridColumn[]): string | undefined {
  const body = columns.indexOf('gremium')
  const only = cells[body]?.length === 1 ? cells[body]?.[0] : undefined
  return only && cells.every((cell, at) => at === body || !cell.length) ? only.text : undefined
}

/** Does a name go on from the row before? */
function goesOn(open: string, words: string, before: Placed | undefined, columns: readonly GridColumn[]): boolean {
  if (isUnfinished(open) || /^(?:\p{Ll}|[(&/])/u.test(words)) return true
  const body = columns.indexOf('gremium')
  return nameFault(words) >= 1 && nameFault(joinWords(open, words)) < 1 && Boolean(before?.cells[body]?.length)
}
