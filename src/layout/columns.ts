/**
 * Reading order: columns of running text, and blocks that merely stand beside each other, are read one after another;
 * everything else from top to bottom.
 *
 * Columns: many lines on both sides of a free strip, most of them filling their side. Blocks: both sides have lines of
 * their own that seldom share a baseline (an address beside a box of contacts). Rows of a table or a form share theirs.
 *
 * Units: points.
 */
import { type Flow, partOf } from './flow.ts'
import type { Line, Segment } from './lines.ts'
import { areBeside, areColumns } from './sides.ts'

/** What is read from top to bottom within one left and one right edge. */
export interface Band {
  readonly flows: readonly Flow[]
  /** `column`: one of several the text runs through; `block`: it stands beside something else; `page`: neither. */
  readonly kind: 'page' | 'column' | 'block'
}

const STRIP = 0.8
/** In em: so far below what is above it on its own side, a line is no part of that. */
const APART = 4

/** Order what stands on a page, given from top to bottom. */
export function inReadingOrder(flows: readonly Flow[], known: readonly number[], kind: Band['kind'] = 'page'): Band[] {
  const strip = widestStrip(flows, known)
  if (!strip) return flows.length ? [{ flows, kind }] : []
  const { from, to, x } = strip
  const [left, right] = sidesOf(flows.slice(from, to), x)
  const inner = areColumns(left, right) || isKnown(x, known) ? 'column' : 'block'
  return [
    ...inReadingOrder(flows.slice(0, from), known, kind),
    ...inReadingOrder(left, [], inner),
    ...inReadingOrder(right, [], inner),
    ...inReadingOrder(flows.slice(to), known, kind),
  ]
}

/** Where other pages of the paper, by themselves clear, begin their right column. */
export function columnStartsIn(pages: readonly (readonly Flow[])[]): number[] {
  const found: number[] = []
  for (const flows of pages) {
    const strip = widestStrip(flows, [])
    if (!strip) continue
    const [left, right] = sidesOf(flows.slice(strip.from, strip.to), strip.x)
    if (areColumns(left, right) && !isKnown(strip.x, found)) found.push(strip.x)
  }
  return found
}

function isKnown(x: number, known: readonly number[]): boolean {
  return known.some((other) => Math.abs(other - x) < 4)
}

/** Enough to be columns where the paper is known to have some. */
function areLines(left: readonly Flow[], right: readonly Flow[]): boolean {
  return Math.min(left.length, right.length) >= 2 && Math.max(left.length, right.length) >= 4
}

interface Strip {
  /** Flows `from` (included) to `to` (excluded). */
  readonly from: number
  readonly to: number
  /** Left edge of what stands right of it. */
  readonly x: number
}

/** Without columns known from other pages a page is asked twice: for its own, and for its order. */
const asked = new WeakMap<readonly Flow[], { readonly strip: Strip | undefined }>()

function widestStrip(flows: readonly Flow[], known: readonly number[]): Strip | undefined {
  if (known.length) return stripOf(flows, known)
  const before = asked.get(flows) ?? { strip: stripOf(flows, known) }
  asked.set(flows, before)
  return before.strip
}

function stripOf(flows: readonly Flow[], known: readonly number[]): Strip | undefined {
  let best: Strip | undefined
  for (const x of [...candidates(flows), ...known]) {
    for (const run of runsBeside(flows, x)) {
      // a strip is never longer than the run it lies in
      if (best && run.to - run.from <= best.to - best.from) continue
      const strip = trimmed(flows, run, x, isKnown(x, known))
      if (strip && (!best || strip.to - strip.from > best.to - best.from)) best = strip
    }
  }
  return best
}

/** Places where several segments begin, other than the left edge. */
function candidates(flows: readonly Flow[]): number[] {
  const starts = startsIn(flows)
  const left = starts[0] ?? 0
  const found: number[] = []
  for (let i = 0; i < starts.length; ) {
    let end = i
    while (end + 1 < starts.length && (starts[end + 1] ?? 0) - (starts[i] ?? 0) <= 3) end++
    if (end - i >= 1 && (starts[i] ?? 0) > left + 60) found.push((starts[i] ?? 0) - 1)
    i = end + 1
  }
  return found
}

/** Where the segments of all lines begin, from left to right; numbers among themselves are sorted fastest. */
function startsIn(flows: readonly Flow[]): Float64Array {
  const starts: number[] = []
  for (const flow of flows) {
    if (flow.kind === 'line') for (const { x1 } of flow.line.segments) starts.push(x1)
  }
  return Float64Array.from(starts).sort()
}

/** Stretches of flows none of which crosses x. */
function runsBeside(flows: readonly Flow[], x: number): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  let from = 0
  for (let index = 0; index <= flows.length; index++) {
    const flow = flows[index]
    if (flow && !crosses(flow, x)) continue
    if (index - from >= 3) runs.push({ from, to: index })
    from = index + 1
  }
  return runs
}

function crosses(flow: Flow, x: number): boolean {
  if (flow.kind === 'table') return flow.x1 < x && flow.x2 > x
  return flow.line.segments.some((segment) => segment.x1 < x && segment.x2 > x - STRIP * flow.line.size)
}

function trimmed(
  flows: readonly Flow[],
  run: { from: number; to: number },
  x: number,
  sure: boolean,
): Strip | undefined {
  const { from, to } = run
  const own = flows.slice(from, to)
  const firsts = SIDES.map((side) => own.findIndex((flow) => stands(flow, side, x)))
  if (firsts.includes(-1)) return undefined
  const first = Math.max(...firsts)
  const last = Math.min(...SIDES.map((side) => own.findLastIndex((flow) => stands(flow, side, x))))
  // the side that begins earlier or ends later keeps what is close to the part beside the other one
  let start = from + Math.min(first, last)
  let end = from + Math.max(first, last) + 1
  const within = (at: number) => isNear(flows[at], flows.slice(start, end), x)
  while (start > from && isClose(flows[start - 1], flows[start]) && within(start - 1)) start--
  while (end < to && isClose(flows[end - 1], flows[end]) && within(end)) end++
  // a row that stands apart below is one of what follows
  while (end - start > 3 && isRow(flows[end - 1], x) && !isClose(flows[end - 2], flows[end - 1])) end--
  const [left, right] = sidesOf(flows.slice(start, end), x)
  return areColumns(left, right) || (sure && areLines(left, right)) || areBeside(left, right)
    ? { from: start, to: end, x }
    : undefined
}

const SIDES = ['left', 'right'] as const

/** Does something of it begin on that side of x? */
function stands(flow: Flow, side: (typeof SIDES)[number], x: number): boolean {
  const begins = ({ x1 }: { readonly x1: number }): boolean => x1 < x === (side === 'left')
  return flow.kind === 'table' ? begins(flow) : flow.line.segments.some(begins)
}

/** Does it hold words on both sides of x on one baseline? */
function isRow(flow: Flow | undefined, x: number): boolean {
  if (flow?.kind !== 'line') return false
  const [left, right] = partsOf(flow, x)
  return left?.kind === 'line' && right?.kind === 'line' && Math.abs(left.line.y - right.line.y) < 0.5
}

/** Does it follow what stands on its own side, or is it close to the other side only? */
function isNear(flow: Flow | undefined, flows: readonly Flow[], x: number): boolean {
  if (flow?.kind !== 'line') return true
  const [left, right] = partsOf(flow, x)
  if (left && right) return true
  const { y, size } = flow.line
  return flows.some((other) => {
    const own = partsOf(other, x)[left ? 0 : 1]
    return own !== undefined && (own.kind === 'table' || Math.abs(own.line.y - y) <= APART * size)
  })
}

function isClose(above: Flow | undefined, below: Flow | undefined): boolean {
  if (above?.kind !== 'line' || below?.kind !== 'line') return false
  return below.line.y - above.line.y <= 1.6 * Math.max(above.line.size, below.line.size)
}

function sidesOf(flows: readonly Flow[], x: number): [Flow[], Flow[]] {
  const left: Flow[] = []
  const right: Flow[] = []
  for (const flow of flows) {
    const [one, two] = partsOf(flow, x)
    if (one) left.push(one)
    if (two) right.push(two)
  }
  return [left, right]
}

type Parts = readonly [Flow | undefined, Flow | undefined]

/** The parts of a line by how many of its segments are left of the place: many places part it alike. */
const parted = new WeakMap<Line, Map<number, Parts>>()

function partsOf(flow: Flow, x: number): Parts {
  if (flow.kind === 'table') return flow.x1 < x ? [flow, undefined] : [undefined, flow]
  const { line } = flow
  const known = parted.get(line) ?? new Map<number, Parts>()
  parted.set(line, known)
  let count = 0
  for (const { x1 } of line.segments) if (x1 < x) count++
  const before = known.get(count)
  if (before) return before
  const left = line.segments.filter(({ x1 }) => x1 < x)
  const right = line.segments.filter(({ x1 }) => x1 >= x)
  const parts: Parts = [half(line, left), half(line, right)]
  known.set(count, parts)
  return parts
}

function half(line: Line, segments: readonly Segment[]): Flow | undefined {
  return segments.length ? { kind: 'line', line: partOf(line, segments) } : undefined
}
