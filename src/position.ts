/** Offsets to unist positions. Units: UTF-16 offsets from 0; lines and columns from 1. */
import type { Position } from 'unist'
import type { Span } from './document.ts'

/** The offsets at which the lines of a text begin. */
export function lineStartsOf(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The position of a span in the text whose line starts are given. */
export function positionOf(span: Span, starts: readonly number[]): Position {
  return { start: pointOf(span.start, starts), end: pointOf(span.end, starts) }
}

function pointOf(offset: number, starts: readonly number[]): Position['start'] {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset }
}
