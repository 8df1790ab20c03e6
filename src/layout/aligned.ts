/**
 * Tables without rules: consecutive lines whose segments stand under each other.
 *
 * A gap that is not clearly wide (justified text has some) parts a line only if another line nearby begins or ends at
 * the same place. Lines that merely contain gaps, without columns, stay lines with tabs.
 *
 * Units: points.
 */
import { type Flow, isFigure, type LaidTable } from './flow.ts'
import { headRowsOf } from './heads.ts'
import { withHeadsBeside } from './heads-beside.ts'
import type { Rule } from './items.ts'
import type { Line, Segment } from './lines.ts'
import { near, SAME_EDGE, withoutLooseGaps } from './loose-gaps.ts'
import { asPrinted, withOffsetRows } from './offset.ts'
import type { Column } from './row-breaks.ts'
import { columnOf, rowsOf } from './rows.ts'
import { hasTightGap, withTightCells } from './tight.ts'

/** In em. */
const NEXT_LINE = 3.2
const SAME_BLOCK = 1.75
/** Columns never stand closer. */
const APART = 0.1
/** Lines above and below that bear witness to a narrow gap. */
const TIGHT = 10

/** Put aligned lines of a band into tables; the rest stays as it is. */
export function withTables(flows: readonly Flow[], flat: readonly Rule[]): Flow[] {
  const lines = flows.flatMap((flow) => (flow.kind === 'line' ? [flow.line] : []))
  const parted = lines.map((line, index) =>
    hasTightGap(line) ? withTightCells(line, lines.slice(Math.max(0, index - TIGHT), index + TIGHT + 1)) : line,
  )
  const settled = new Map<Line, Line>()
  for (const [index, line] of lines.entries()) {
    const own = parted[index] ?? line
    const near = () => parted.slice(Math.max(0, index - 4), index + 5)
    settled.set(line, own.segments.length < 2 ? own : withoutLooseGaps(own, near()))
  }
  const out: Flow[] = []
  let run: Line[] = []
  const close = () => {
    out.push(...tablesOf(run, flat))
    run = []
  }
  for (const flow of flows) {
    const line = flow.kind === 'line' ? (settled.get(flow.line) ?? flow.line) : undefined
    if (!line) {
      close()
      out.push(flow)
      continue
    }
    const last = run.at(-1)
    if (last && line.y - last.y > NEXT_LINE * Math.max(line.size, last.size)) close()
    run.push(line)
  }
  close()
  return out
}

interface Run {
  readonly lines: Line[]
  columns: Column[]
}

/** Grow tables line by line: a line joins if each of its segments has a column to itself. */
function tablesOf(printed: readonly Line[], flat: readonly Rule[]): Flow[] {
  const groups: (Run | Line)[] = []
  const lines = withOffsetRows(printed)
  for (const [index, line] of lines.entries()) {
    const last = groups.at(-1)
    const run = last && 'columns' in last ? last : undefined
    if (line.segments.length >= 2) {
      const grown = run ? grow(run.columns, line) : undefined
      if (run && grown) {
        run.lines.push(line)
        run.columns = grown
      } else groups.push({ lines: [line], columns: line.segments.map(({ x1, x2 }) => ({ x1, x2 })) })
    } else if (run && goesOn(run, line, nextRow(lines, index))) run.lines.push(line)
    else groups.push(line)
  }
  return withSpanningHeads(groups).flatMap((group) => ('columns' in group ? laid(group, flat) : asPrinted([group])))
}

/** The columns with this line in them; undefined if it does not fit. */
function grow(columns: readonly Column[], line: Line): Column[] | undefined {
  const taken = new Set<number>()
  const next = [...columns]
  const fresh: Column[] = []
  for (const segment of line.segments) {
    const touched = columns.flatMap((column, index) => (overlaps(column, segment) ? [index] : []))
    if (touched.length > 1) return undefined
    const [index] = touched
    if (index === undefined) {
      fresh.push({ x1: segment.x1, x2: segment.x2 })
      continue
    }
    if (taken.has(index)) return undefined
    taken.add(index)
    const column = next[index]
    if (column) next[index] = { x1: Math.min(column.x1, segment.x1), x2: Math.max(column.x2, segment.x2) }
  }
  const all = [...next, ...fresh].sort((a, b) => a.x1 - b.x1)
  const apart = all.every((column, index) => index === 0 || column.x1 - (all[index - 1]?.x2 ?? 0) > APART * line.size)
  // a table of other columns begins here
  const strange = fresh.length > 0 && taken.size === 0
  return apart && !strange ? all : undefined
}

function overlaps(column: Column, segment: Segment): boolean {
  return Math.min(column.x2, segment.x2) - Math.max(column.x1, segment.x1) > -0.5
}

/** The next line of several segments, if only close lines of one segment stand before it. */
function nextRow(lines: readonly Line[], index: number): Line | undefined {
  for (let i = index + 1; i < Math.min(lines.length, index + 5); i++) {
    const [above, line] = [lines[i - 1], lines[i]]
    if (!above || !line) return undefined
    if (line.segments.length >= 2) return line
    if (line.y - above.y > SAME_BLOCK * Math.max(line.size, above.size)) return undefined
  }
  return undefined
}

/** A line of one segment within a table: a wrapped cell, or a label whose values stand on the next line. */
function goesOn(run: Run, line: Line, next: Line | undefined): boolean {
  const segment = line.segments[0]
  const last = run.lines.at(-1)
  if (!segment || !last || (line.bold !== last.bold && line.bold)) return false
  const column = columnOf(segment.x1, segment.x2, run.columns)
  const touched = run.columns.filter((each) => overlaps(each, segment)).length
  if (touched !== 1 || line.y - last.y > SAME_BLOCK * Math.max(line.size, last.size)) return false
  const home = run.columns[column]
  if (!home) return false
  if (column > 0) return segment.x1 >= home.x1 - SAME_EDGE && (near(segment.x1, home.x1) || near(segment.x2, home.x2))
  // words over the columns begin a table of their own: this line is its title
  const isTitle = (next?.bold && !last.bold) || /\p{L}:$/u.test(segment.text)
  if (isTitle && hasFigure(last) && !(next && hasFigure(next))) return false
  const nextFits = next !== undefined && grow(run.columns, next) !== undefined
  if (!near(segment.x1, home.x1)) return false
  return nextFits || /^[\p{Ll}☐☒]/u.test(segment.text) || hadNoRoom(last, segment, run.columns[1])
}

/** The label above ended only because the first word of this line would have reached into the next column. */
function hadNoRoom(last: Line, segment: Segment, next: Column | undefined): boolean {
  const [above] = last.segments
  if (!above || !next || last.segments.length < 2 || /[.:]$/.test(above.text)) return false
  const word = /^\S{1,60}/.exec(segment.text)?.[0].length ?? 0
  const letter = (segment.x2 - segment.x1) / Math.max(1, segment.text.length)
  return above.x2 + letter * (word + 1) > next.x1 - 0.5 * last.size
}

/** Head lines whose segments span whole columns of the table below them belong to it. */
function withSpanningHeads(groups: readonly (Run | Line)[]): (Run | Line)[] {
  const out: (Run | Line)[] = []
  for (const group of groups) {
    const above = out.at(-1)
    if (
      'columns' in group &&
      above &&
      'columns' in above &&
      above.lines.length <= 2 &&
      group.columns.length >= 3 &&
      spans(above, group)
    ) {
      out[out.length - 1] = { lines: [...above.lines, ...group.lines], columns: group.columns }
    } else out.push(group)
  }
  return out
}

function spans(head: Run, body: Run): boolean {
  const [last, first] = [head.lines.at(-1), body.lines[0]]
  if (!last || !first || first.y - last.y > 2 * first.size) return false
  return head.columns.every((segment) => {
    const touched = body.columns.filter((column) => overlaps(column, { ...segment, text: '', pieces: [], items: [] }))
    return touched.length > 0 && !isFigure(last.segments[0]?.text ?? '')
  })
}

function hasFigure({ segments }: Line): boolean {
  return segments.some(({ text }) => isFigure(text))
}

function laid(grown: Run, flat: readonly Rule[]): Flow[] {
  const run = { lines: grown.lines, columns: withHeadsBeside(grown.lines, grown.columns) }
  const asLines = () => asPrinted(run.lines)
  const several = run.lines.filter((line) => line.segments.length >= 2)
  if (several.length < 2 || !isAligned(several, run.columns)) return asLines()
  const { rows, certain } = rowsOf(run.lines, run.columns, flat)
  if (rows.length < 2 && run.columns.length < 2) return asLines()
  const [first, last] = [run.lines[0], run.lines.at(-1)]
  const table: LaidTable = {
    kind: 'table',
    page: first?.page ?? 0,
    x1: run.columns[0]?.x1 ?? 0,
    x2: run.columns.at(-1)?.x2 ?? 0,
    y1: (first?.y ?? 0) - (first?.size ?? 0),
    y2: last?.y ?? 0,
    columns: run.columns.map((column) => column.x1),
    rows,
    headRows: headRowsOf(rows),
    ruled: false,
    certain,
  }
  return [table]
}

/** Most columns have a common left edge, right edge or middle. */
function isAligned(lines: readonly Line[], columns: readonly Column[]): boolean {
  const aligned = columns.filter((_, index) => {
    const segments = lines.flatMap((line) =>
      line.segments.filter((segment) => columnOf(segment.x1, segment.x2, columns) === index),
    )
    if (segments.length < 2) return false
    const edges = [
      segments.map((each) => each.x1),
      segments.map((each) => each.x2),
      segments.map((each) => (each.x1 + each.x2) / 2),
    ]
    return edges.some((values) => mostNear(values) >= 0.6 * values.length)
  }).length
  return aligned >= 2 && aligned >= 0.6 * columns.length
}

function mostNear(values: readonly number[]): number {
  return Math.max(...values.map((value) => values.filter((other) => near(value, other)).length))
}
