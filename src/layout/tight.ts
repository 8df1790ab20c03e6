/**
 * Cells that stand as close as words: the longest label of a form leaves hardly any room before its value.
 *
 * A segment is parted at a small gap if the lines around it begin a cell at the same place, if rows have words behind a
 * gap there, or if figures end there, one under the other.
 *
 * Units: points; gaps in font sizes.
 */
import { isFigure } from './flow.ts'
import { EMPTY_BOX, TICKED_BOX } from './glyphs.ts'
import type { Item } from './items.ts'
import { type Line, linesOf, type Segment } from './lines.ts'

const LEAST_GAP = 0.13
/** Beside a figure, in a column of figures. */
const FIGURE_GAP = 0.5
const SAME_PLACE = 1.5
const VERY_SAME = 0.4
const WITNESSES = 2
/** From a head to the first row below it. */
const HEAD_STEP = 2.5

/** The line with its segments parted where at least two lines nearby begin a cell. */
export function withTightCells(line: Line, near: readonly Line[]): Line {
  const others = near.filter((other) => other !== line)
  const segments = line.segments.flatMap((segment) => parted(segment, line, others))
  return segments.length === line.segments.length ? line : { ...line, segments }
}

function parted(segment: Segment, line: Line, others: readonly Line[]): Segment[] {
  const { items } = segment
  const heads = others.find((other) => isHeadOf(line, other))
  const at = items.findIndex((item, index) => {
    const before = items[index - 1]
    if (!before || isBox(before) || gapBefore(items, index) < LEAST_GAP * line.size) return false
    const begins = (other: Line) =>
      beginsCell(other, item.x, line) || (areRows(other, line) && startsUnder(other, item))
    if (others.filter(begins).length >= WITNESSES || (heads && endsOver(heads, before))) return true
    if (gapBefore(items, index) < FIGURE_GAP * line.size) return false
    return others.filter((other) => endsUnder(other, item) || followsUnder(other, before, item)).length >= WITNESSES
  })
  if (at < 1) return [segment]
  const [left, right] = [partOf(items.slice(0, at)), partOf(items.slice(at))]
  return left && right ? [left, ...parted(right, line, others)] : [segment]
}

/** Is there a gap in it at all where it could be parted? */
export function hasTightGap({ segments, size }: Line): boolean {
  return segments.some(({ items }) =>
    items.some((_, index) => index > 0 && gapBefore(items, index) >= LEAST_GAP * size),
  )
}

/** A further cell of its line, or a line that hangs far to the right of where this one begins. */
function beginsCell(other: Line, x: number, line: Line): boolean {
  return other.segments.some(
    (segment, index) => Math.abs(segment.x1 - x) <= SAME_PLACE && (index > 0 || segment.x1 > line.x1 + 4 * line.size),
  )
}

/** Right below a line with several figures under each of which words of it end: it is their head. */
function isHeadOf(line: Line, other: Line): boolean {
  const step = other.y - line.y
  const figures = figuresOf(other)
  if (step <= 0 || step > HEAD_STEP * line.size || figures.length < WITNESSES) return false
  return figures.every(({ x2 }) => line.segments.some(({ items }) => items.some((item) => isNear(endOf(item), x2))))
}

function endsOver(row: Line, before: Item): boolean {
  return figuresOf(row).some(({ x2 }) => isNear(endOf(before), x2))
}

function figuresOf({ segments }: Line): Segment[] {
  return segments.slice(1).filter(({ text }) => isFigure(text))
}

/** They begin a further cell at the same place. */
function areRows({ segments }: Line, line: Line): boolean {
  return segments.slice(1).some(({ x1 }) => line.segments.slice(1).some((other) => isNear(x1, other.x1)))
}

/** Within a cell of another row, behind a gap, words begin at the very same place: one column beside another. */
function startsUnder({ segments, size }: Line, item: Item): boolean {
  return segments.some(({ items }) =>
    items.some(
      (other, index) =>
        index > 0 && Math.abs(other.x - item.x) <= VERY_SAME && gapBefore(items, index) >= LEAST_GAP * size,
    ),
  )
}

/** A figure ends where this item ends, and stands apart from what is before it. */
function endsUnder(other: Line, item: Item): boolean {
  return other.segments.some((segment, at) =>
    segment.items.some(
      (one, index) =>
        isNear(endOf(one), endOf(item)) &&
        isFigure(one.text) &&
        (index === 0 ? at > 0 : gapBefore(segment.items, index) >= FIGURE_GAP * other.size),
    ),
  )
}

/** Where this item's column meets the one before it, a figure on one of the lines, so do two words of the other line. */
function followsUnder(other: Line, before: Item, item: Item): boolean {
  let one: Item | undefined
  for (const { items } of other.segments) {
    for (const next of items) {
      const meets = one && isNear(next.x, item.x) && isNear(endOf(one), endOf(before))
      if (one && meets && (isFigure(before.text) || isFigure(one.text))) return true
      one = next
    }
  }
  return false
}

/** A box to tick belongs to the words behind it. */
function isBox({ text }: Item): boolean {
  return text === EMPTY_BOX || text === TICKED_BOX
}

function gapBefore(items: Segment['items'], index: number): number {
  const [before, item] = [items[index - 1], items[index]]
  return before && item ? item.x - endOf(before) : 0
}

function endOf(item: Item): number {
  return item.x + item.width
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_PLACE
}

function partOf(items: Segment['items']): Segment | undefined {
  const lines = linesOf(items)
  return lines.length === 1 && lines[0]?.segments.length === 1 ? lines[0].segments[0] : undefined
}
