/** Offsets to unist positions. Units: UTF-16 offsets from 0; lines and columns from 1. */
import type { Position } from 'unist'
import type { Span } from './document.ts'
import { partitionPoint } from './parse/partition-point.ts'

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
  const line = partitionPoint(starts, (start) => start <= offset)
  return { line, column: offset - (starts[line - 1] ?? 0) + 1, offset }
}
