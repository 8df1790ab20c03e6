/**
 * Lines spread to the right edge: gaps that are no columns.
 *
 * Two signs: a line of running text next to it has the same edges, or all its words stand equally far apart (cells of a
 * table never do, line after line).
 *
 * Units: points.
 */
import { isFigure } from './flow.ts'
import type { Line } from './lines.ts'

/** Edges that mean one edge, and gaps that are equal, in em. */
const SAME_EDGE = 2.5
const EVEN = 0.15
/** A gap in a spread line of running text is hardly wider than this, in em. */
const WIDEST = 3
const LETTERS = 25

/** Gaps narrower than this, in points, come from spreading the line; 0 if it is not spread. */
export function spreadOf(line: Line, near: readonly Line[]): number {
  const beside = near.filter((other) => other !== line && isNext(other, line))
  if (beside.length === 0) return 0
  if (isEven(line) || (hasTwoWords(line) && beside.some(isEven))) return Number.POSITIVE_INFINITY
  const letters = line.segments.reduce((sum, segment) => sum + segment.text.length, 0)
  if (letters < LETTERS || isFigure(line.segments.at(-1)?.text ?? '')) return 0
  return beside.some((other) => other.segments.length === 1) ? WIDEST * line.size : 0
}

/** The line above or below, from edge to edge as long. */
function isNext(other: Line, line: Line): boolean {
  return (
    Math.abs(other.y - line.y) < 1.9 * line.size &&
    Math.abs(other.x1 - line.x1) < SAME_EDGE &&
    Math.abs(other.x2 - line.x2) < SAME_EDGE
  )
}

/** Words one by one, at least three of them, all gaps wide and the same. */
function isEven(line: Line): boolean {
  const items = line.segments.flatMap((segment) => segment.items)
  if (items.length < 3 || items.some((item) => item.text.trim().includes(' ') || /^\d/.test(item.text))) return false
  const gaps = items.slice(1).map((item, index) => item.x - ((items[index]?.x ?? 0) + (items[index]?.width ?? 0)))
  return Math.max(...gaps) - Math.min(...gaps) <= EVEN * line.size && Math.min(...gaps) > 0.4 * line.size
}

function hasTwoWords(line: Line): boolean {
  const items = line.segments.flatMap((segment) => segment.items)
  return items.length === 2 && !items.some((item) => isFigure(item.text))
}
