/**
 * Table rows whose cells do not share a baseline: a label set half a line lower beside a value of two lines.
 *
 * Units: points.
 */
import type { Flow } from './flow.ts'
import type { Line, Segment } from './lines.ts'

/** Closer than this, in em, two lines cannot follow each other in one column. */
const TIGHT = 0.85

/** Lines that reach into each other become one row, which remembers them as its parts. */
export function withOffsetRows(lines: readonly Line[]): Line[] {
  const out: Line[] = []
  let chain: Line[] = []
  const close = () => {
    const [first] = chain
    if (first) out.push(chain.length > 1 ? rowOf(chain) : first)
    chain = []
  }
  for (const line of lines) {
    const last = chain.at(-1)
    if (last && !(isTight(last, line) && areApart(last, line))) close()
    chain.push(line)
  }
  close()
  return out
}

/** Rows as the lines they were printed as. */
export function asPrinted(lines: readonly Line[]): Flow[] {
  return lines.flatMap((line) => line.parts ?? [line]).map((line): Flow => ({ kind: 'line', line }))
}

function isTight(above: Line, below: Line): boolean {
  return below.y - above.y < TIGHT * Math.min(above.size, below.size)
}

function areApart(a: Line, b: Line): boolean {
  return a.segments.every((one) => b.segments.every((two) => one.x2 < two.x1 - 2 || two.x2 < one.x1 - 2))
}

function rowOf(parts: readonly Line[]): Line {
  const columns: Segment[] = []
  for (const segment of parts.flatMap((line) => line.segments)) {
    const at = columns.findIndex((other) => other.x1 < segment.x2 && segment.x1 < other.x2)
    const other = columns[at]
    if (other) columns[at] = { ...other, x1: Math.min(other.x1, segment.x1), x2: Math.max(other.x2, segment.x2) }
    else columns.push(segment)
  }
  const segments = columns.sort((a, b) => a.x1 - b.x1)
  const [first] = parts
  const y = parts.reduce((sum, line) => sum + line.y, 0) / parts.length
  const x1 = Math.min(...parts.map((line) => line.x1))
  const x2 = Math.max(...parts.map((line) => line.x2))
  return {
    page: 0,
    size: 10,
    artifact: false,
    ...first,
    y,
    x1,
    x2,
    bold: parts.every((line) => line.bold),
    segments,
    parts,
  }
}
