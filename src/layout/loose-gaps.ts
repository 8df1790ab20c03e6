/**
 * Gaps in a line that part no cells: those that only justification made, and the one behind a list's marker.
 *
 * Units: points; WIDE_GAP in em.
 */
import { isFigure } from './flow.ts'
import { spreadOf } from './justified.ts'
import type { Line, Segment } from './lines.ts'

const WIDE_GAP = 2.2
export const SAME_EDGE = 3.5

/** Join segments over gaps that only justification made; a list's marker always belongs to its text. */
export function withoutLooseGaps(line: Line, near: readonly Line[]): Line {
  if (line.segments.length < 2) return line
  const spread = spreadOf(line, near)
  const overFigures = near.some((other) => isOverFigures(line, other))
  const joined: Segment[] = []
  for (const segment of line.segments) {
    const last = joined.at(-1)
    const gap = last ? segment.x1 - last.x2 : 0
    const isSpread =
      gap < WIDE_GAP * line.size &&
      !near.some((other) => other !== line && hasEdge(other, segment, line.x1, overFigures))
    const isLoose = isSpread || gap < spread
    const leads = joined.length === 1 && last !== undefined && leadsItem(last.text, line) && gap < 6 * line.size
    const isMarked = leads && !near.some((other) => other !== line && isRowOf(other, line, last, segment))
    if (last && (isLoose || isMarked)) joined[joined.length - 1] = glued(last, segment)
    else joined.push(segment)
  }
  return { ...line, segments: joined }
}

function hasEdge(line: Line, segment: Segment, leftEdge: number, overFigures: boolean): boolean {
  const begins = (other: Segment, index: number) =>
    near(other.x1, segment.x1) && (index > 0 || other.x1 > leftEdge + 2 * line.size)
  const ends = (other: Segment, index: number) =>
    index > 0 && near(other.x2, segment.x2) && isFigure(overFigures ? other.text : segment.text)
  return line.segments.some((other, index) => begins(other, index) || ends(other, index))
}

/** Heads set to the right over the figures of a line: most of them end where a figure does. */
function isOverFigures({ segments }: Line, other: Line): boolean {
  const figures = other.segments.filter((segment, index) => index > 0 && isFigure(segment.text))
  const over = segments.filter(({ x2 }) => figures.some((figure) => near(figure.x2, x2)))
  return over.length >= 2 && over.length > segments.length / 2
}

/** Two places that mean one edge. */
export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_EDGE
}

/** A bare number leads an item only if nothing but the item follows; else it may be the first cell of a row. */
function leadsItem(text: string, line: Line): boolean {
  return isMarker(text) && (line.segments.length === 2 || !/^\w+$/.test(text))
}

/** "Nr. | Angebot" over "1. | Bau", or "2. | Pflege | 5 €" below "1. | Bau | 3 €": the marker has a column of its own. */
function isRowOf({ segments }: Line, line: Line, marker: Segment, text: Segment): boolean {
  const [one, two] = segments
  if (!one || !two || !near(one.x1, marker.x1) || !near(two.x1, text.x1)) return false
  if (!/\w/.test(marker.text)) return false
  if (!isMarker(one.text)) return /^\p{Lu}[\p{L}. -]+$/u.test(one.text)
  const [last, own] = [segments.at(-1), line.segments.at(-1)]
  if (segments.length < 3 || segments.length !== line.segments.length || !last || !own) return false
  return isFigure(last.text) && isFigure(own.text) && near(last.x2, own.x2)
}

/** What may stand before a list item. Amounts and dates do not. */
function isMarker(text: string): boolean {
  return /^(?:[-–—•●▪◦‣·➢*o✓✗○☐☒→]|\d{1,2}(?:\.\d{1,2}){0,4}(?:\.\)|[.)])?|\(\d{1,2}\)|[a-z][.)]|\([a-z]\)|[ivx]{1,5}[.)]|[IVX]{1,5}[.)])$/u.test(
    text,
  )
}

function glued(a: Segment, b: Segment): Segment {
  const shift = a.text.length + 1
  const pieces = b.pieces.map((piece) => ({ ...piece, start: piece.start + shift, end: piece.end + shift }))
  return {
    x1: a.x1,
    x2: b.x2,
    text: `${a.text} ${b.text}`,
    pieces: [...a.pieces, ...pieces],
    items: [...a.items, ...b.items],
  }
}
