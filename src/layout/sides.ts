/**
 * What the two sides of a free strip are: columns of running text, blocks of their own, or the cells of rows.
 *
 * Units: points.
 */
import { type Flow, isFigure } from './flow.ts'
import { endsBroken } from './hyphen.ts'
import { type Line, textOf } from './lines.ts'

const COLUMN = { lines: 5, fill: 0.55, letters: 20, share: 0.5, goOn: 0.15 }
const SHARED_BASELINES = 0.25
/** Rules under some cells of a row move their baselines by as much as they are thick. */
const SAME_BASELINE = 1

/** Is it running text on both sides? */
export function areColumns(left: readonly Flow[], right: readonly Flow[]): boolean {
  return isProse(left) && isProse(right)
}

function isProse(side: readonly Flow[]): boolean {
  const lines = side.flatMap((flow) => (flow.kind === 'line' ? [flow.line] : []))
  if (lines.length < COLUMN.lines) return false
  const x1 = Math.min(...lines.map((line) => line.x1))
  const x2 = Math.max(...lines.map((line) => line.x2))
  const full = lines.filter(
    (line) =>
      line.segments.length <= 2 && line.x2 - line.x1 >= COLUMN.fill * (x2 - x1) && hasLetters(line, COLUMN.letters),
  )
  return full.length >= COLUMN.share * lines.length && goOn(lines) >= COLUMN.goOn * lines.length
}

/** How many lines go on with the sentence of the line above: those of running text do, rows of a table do not. */
function goOn(lines: readonly Line[]): number {
  return lines.filter((line, index) => {
    const above = lines[index - 1]
    return above && (/^\p{Ll}/u.test(textOf(line)) || endsBroken(textOf(above)))
  }).length
}

/** Has it at least so many? */
function hasLetters({ segments }: Line, least: number): boolean {
  let missing = least
  for (const { text } of segments) {
    for (let at = 0; at < text.length && missing > 0; at++) if (isLetterAt(text, at)) missing--
  }
  return missing <= 0
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20
  if (code < 0x80) return code >= 0x61 && code <= 0x7a
  const sign = text.codePointAt(at)
  return sign !== undefined && /\p{L}/u.test(String.fromCodePoint(sign))
}

/** Both sides run on their own: few baselines in common. */
export function areBeside(left: readonly Flow[], right: readonly Flow[]): boolean {
  if (left.length < 2 || right.length < 2) return false
  const height = (flow: Flow) => (flow.kind === 'line' ? flow.line.y : Number.NaN)
  if (areFigures(left) || areFigures(right)) return false
  const shared = left.filter((one) => right.some((two) => Math.abs(height(one) - height(two)) < SAME_BASELINE)).length
  const alone = [left.length - shared, right.length - shared] as const
  if (shared > Math.max(1, SHARED_BASELINES * Math.min(left.length, right.length))) return false
  if (Math.min(...alone) < 1 || (shared > 0 && alone[0] + alone[1] < 3)) return false
  if (areCentred(left.map(height), right.map(height)) || areCentred(right.map(height), left.map(height))) return false
  return overlap(left, right)
}

/** Amounts, shares and years under each other say nothing without what stands beside them. */
function areFigures(side: readonly Flow[]): boolean {
  return side.every((flow) => flow.kind === 'line' && flow.line.segments.every(({ text }) => isFigure(text)))
}

/** Each of these lines shares a baseline with the others or stands half way between two: labels of a form. */
function areCentred(ys: readonly number[], others: readonly number[]): boolean {
  const sorted = [...others].sort((a, b) => a - b)
  return ys.every((y) =>
    sorted.some(
      (other, index) => Math.abs(other - y) < SAME_BASELINE || Math.abs((other + (sorted[index + 1] ?? 0)) / 2 - y) < 1,
    ),
  )
}

/** They stand beside each other for at least two lines. */
function overlap(left: readonly Flow[], right: readonly Flow[]): boolean {
  const span = (side: readonly Flow[]) => {
    const ys = side.flatMap((flow) =>
      flow.kind === 'line' ? [flow.line.y - flow.line.size, flow.line.y] : [flow.y1, flow.y2],
    )
    return [Math.min(...ys), Math.max(...ys)] as const
  }
  const [one, two] = [span(left), span(right)]
  const shared = Math.min(one[1], two[1]) - Math.max(one[0], two[0])
  return shared > 0.5 * Math.min(one[1] - one[0], two[1] - two[0])
}
