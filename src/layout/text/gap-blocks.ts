/**
 * Where among lines a table set with gaps begins and ends; the rest are paragraphs and items.
 */
import { endOfForm } from './form-lines.ts'
import { type GapTable, gapTable } from './gap-tables.ts'
import { linesAndItems } from './items.ts'
import type { TextLine } from './lines.ts'
import { piecesOf } from './pieces.ts'
import { type Marked, tableBlock } from './table-block.ts'

/** Lines without tabs: the table set with gaps among them, if there is one, and what stands above and below it. */
export function withGapTable(lines: readonly TextLine[]): Marked[] {
  const parted = lines.map(({ text }) => /\S {2,}\S/.test(text))
  const first = parted.indexOf(true)
  const from = first > 0 && isHalf(lines[first - 1]) && isHalf(lines[first + 1]) ? first - 1 : first
  const last = parted.lastIndexOf(true) + 1
  const to = endOfCells(lines, last)
  const own = from < 0 ? [] : lines.slice(from, to)
  const ends = endOfForm(own.map(({ text }) => text))
  if (ends) return [...withGapTable(lines.slice(0, from + ends)), ...withGapTable(lines.slice(from + ends))]
  const table = gapTable(own.map(({ text }) => text))
  const under = table && !table.headed && from >= 0 ? headsBelow(lines, from, to) : undefined
  const run = table ? under : headedRun(lines)
  if (run)
    return [
      ...(run.from > 0 ? linesAbove(lines.slice(0, run.from), under !== undefined) : []),
      tableBlock(run.table, lines.slice(run.from, run.to)),
      ...(run.to < lines.length ? withGapTable(lines.slice(run.to)) : []),
    ]
  if (!table) return linesAndItems(lines)
  return [
    ...(from > 0 ? linesAndItems(lines.slice(0, from)) : []),
    tableBlock(table, own),
    ...(to < lines.length ? linesAndItems(lines.slice(to)) : []),
  ]
}

/** A form above heads is read as if it stood by itself. */
function linesAbove(lines: readonly TextLine[], form: boolean): Marked[] {
  return form ? withGapTable(lines) : linesAndItems(lines)
}

/** Lines with gaps that make a table although others stand right above and below them: only under heads. */
function headedRun(lines: readonly TextLine[]): { from: number; to: number; table: GapTable } | undefined {
  const parted = lines.map(({ text }) => /\S {2,}\S/.test(text))
  const holds = (at: number): boolean => parted[at] === true || indentOf(lines[at]) >= 12
  for (let from = 0; from < lines.length; from++) {
    if (!parted[from]) continue
    let to = from + 1
    while (to < lines.length && holds(to)) to++
    const table = to - from > 2 ? gapTable(lines.slice(from, to).map(({ text }) => text)) : undefined
    if (table?.headed) return { from, to, table }
    const below = headsBelow(lines, from, to)
    if (below) return below
    from = to
  }
  return undefined
}

const NUMBER = /^(?:[-−–+]\s?)?\d[\d.,]*(?:\s?(?:€|EUR|TEUR|T€|%))?$/u

/** `Budget   38   Brandschutz` above `Jahr   Ertrag   Aufwand` above numbers: heads that begin a table right below a form. */
function headsBelow(lines: readonly TextLine[], begin: number, to: number) {
  for (let from = begin + 1; from + 2 < to; from++) {
    // Numbers above are rows of the same table.
    if (NUMBER.test(piecesOf(lines[from - 1]?.text ?? '').at(-1)?.text ?? '')) return undefined
    const heads = piecesOf(lines[from]?.text ?? '')
    if (heads.length < 3 || heads.some(({ text }) => !/^\p{Lu}/u.test(text) || /\d|:$/.test(text))) continue
    const rows = lines.slice(from + 1, to).map(({ text }) => piecesOf(text))
    const numbers = rows.every(
      (row) => row.length === heads.length && row.slice(1).every(({ text }) => NUMBER.test(text)),
    )
    const table = numbers ? gapTable(lines.slice(from, to).map(({ text }) => text)) : undefined
    if (table?.headRows === 1 && table.rows[0]?.length === heads.length) return { from, to, table }
  }
  return undefined
}

/** How far in a line begins that goes on with a cell, in characters. */
const INDENT = 12
/** A cell that was wrapped is as long. */
const WRAPPED = 20

/** Where the lines end that go on with a cell of the last line with gaps: they begin where it does. */
function endOfCells(lines: readonly TextLine[], last: number): number {
  if (last === 0) return last
  const wrapped = piecesOf(lines[last - 1]?.text ?? '').filter(({ text }) => text.length >= WRAPPED)
  const starts = new Set(wrapped.map(({ from }) => from))
  let to = last
  while (indentOf(lines[to]) >= INDENT && starts.has(indentOf(lines[to]))) to++
  if (to > last) return to
  const indent = indentOf(lines[last])
  if (last < 2 || !(indent >= INDENT)) return last
  // Below a cell of the last line, as cells of lines above went on.
  const below = /^ \S/u.test((lines[last - 1]?.text ?? '').slice(indent - 1))
  const before = lines.slice(0, last).some((line) => Math.abs(indentOf(line) - indent) <= 2)
  return indent === indentOf(lines[last - 2]) || (below && before) ? last + 1 : last
}

/** Where a line that is one cell and stands by itself begins, in characters; not a number if it is none. */
function indentOf(line: TextLine | undefined): number {
  return /^( +)\S+(?: \S+)*$/.exec(line?.text.trimEnd() ?? '')?.[1]?.length ?? Number.NaN
}

/** Half of a head that was set around the middle of its line (`Stellen-` above, `Nr.` below). */
function isHalf(line: TextLine | undefined): boolean {
  return /^ {0,3}\p{Lu}[\p{L}.-]{1,20}$/u.test(line?.text.trimEnd() ?? '')
}
