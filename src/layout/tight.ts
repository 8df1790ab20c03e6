/**
 * Cells that stand as close as words: the longest label of a form leaves hardly any room before its value.
 *
 * A segment is parted at a small gap if the lines around it begin a cell at the same place.
 *
 * Units: points; gaps in font sizes.
 */
import { type Line, linesOf, type Segment } from './lines.ts'

const LEAST_GAP = 0.22
const SAME_PLACE = 1.5
const WITNESSES = 2

/** The line with its segments parted where at least two lines nearby begin a cell. */
export function withTightCells(line: Line, near: readonly Line[]): Line {
  const others = near.filter((other) => other !== line)
  const segments = line.segments.flatMap((segment) => parted(segment, line, others))
  return segments.length === line.segments.length ? line : { ...line, segments }
}

function parted(segment: Segment, line: Line, others: readonly Line[]): Segment[] {
  const { items } = segment
  const at = items.findIndex((item, index) => {
    const before = items[index - 1]
    if (!before || item.x - (before.x + before.width) < LEAST_GAP * line.size) return false
    return others.filter((other) => beginsCell(other, item.x, line)).length >= WITNESSES
  })
  if (at < 1) return [segment]
  const [left, right] = [partOf(items.slice(0, at)), partOf(items.slice(at))]
  return left && right ? [left, ...parted(right, line, others)] : [segment]
}

/** A further cell of its line, or a line that hangs far to the right of where this one begins. */
function beginsCell(other: Line, x: number, line: Line): boolean {
  return other.segments.some(
    (segment, index) => Math.abs(segment.x1 - x) <= SAME_PLACE && (index > 0 || segment.x1 > line.x1 + 4 * line.size),
  )
}

function partOf(items: Segment['items']): Segment | undefined {
  const lines = linesOf(items)
  return lines.length === 1 && lines[0]?.segments.length === 1 ? lines[0].segments[0] : undefined
}
