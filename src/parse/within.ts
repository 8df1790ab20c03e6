/** Which stretches of a text lie within others. */
import type { Span } from '../document.ts'
import { partitionPoint } from './partition-point.ts'

/** Does a stretch lie within one of these? Those that overlap or touch count as one. */
export function withinOneOf(spans: readonly Span[]): (span: Span) => boolean {
  const merged: { start: number; end: number }[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return ({ start, end }) => {
    const at = partitionPoint(merged, (one) => one.start <= start) - 1
    return (merged[at]?.end ?? -1) >= end
  }
}
