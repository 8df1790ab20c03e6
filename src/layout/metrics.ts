/**
 * What is normal in a paper: the size of its running text, the distance of its lines, how much of it is bold.
 *
 * Units: points; line distances in font sizes.
 */
import type { Line } from './lines.ts'

export interface Metrics {
  readonly bodySize: number
  /** Most of the text is bold: then bold says nothing. */
  readonly boldBody: boolean
  /** Usual distance of two lines of one paragraph at this font size, in points. */
  step(size: number): number
  /** Font sizes clearly above the body's, largest first. */
  readonly largeSizes: readonly number[]
}

const LARGER = 1.13
const STEP = { least: 0.9, most: 2.3, usual: 1.2 }

/** Measure the lines of a paper, page by page, each from top to bottom. */
export function metricsOf(pages: readonly (readonly Line[])[]): Metrics {
  const letters = new Map<number, number>()
  const steps = new Map<number, Map<number, number>>()
  let bold = 0
  let all = 0
  for (const lines of pages) {
    for (const [index, line] of lines.entries()) {
      const size = half(line.size)
      const count = line.segments.reduce((sum, segment) => sum + segment.text.length, 0)
      letters.set(size, (letters.get(size) ?? 0) + count)
      all += count
      if (line.bold) bold += count
      const below = lines[index + 1]
      const step = below ? (below.y - line.y) / line.size : 0
      if (below && half(below.size) === size && step >= STEP.least && step <= STEP.most)
        tally(steps, size, Math.round(step * 40) / 40)
    }
  }
  const bodySize = mostOf(letters) ?? 11
  const usual = mostOf(steps.get(bodySize) ?? new Map()) ?? STEP.usual
  const usualAt = new Map<number, number>()
  for (const [size, own] of steps) {
    const most = mostOf(own)
    if (most !== undefined && Math.max(...own.values()) >= 3) usualAt.set(size, most)
  }
  return {
    bodySize,
    boldBody: bold > 0.6 * all,
    largeSizes: [...letters.keys()].filter((size) => size >= LARGER * bodySize).sort((a, b) => b - a),
    step: (size) => size * (usualAt.get(half(size)) ?? usual),
  }
}

function half(size: number): number {
  return Math.round(size * 2) / 2
}

function tally(steps: Map<number, Map<number, number>>, size: number, step: number): void {
  const own = steps.get(size) ?? new Map<number, number>()
  own.set(step, (own.get(step) ?? 0) + 1)
  steps.set(size, own)
}

/** The commonest value; of equals the smaller, whatever the order. */
function mostOf(counts: ReadonlyMap<number, number>): number | undefined {
  let best: [number, number] | undefined
  for (const entry of counts)
    if (!best || entry[1] > best[1] || (entry[1] === best[1] && entry[0] < best[0])) best = entry
  return best?.[0]
}
