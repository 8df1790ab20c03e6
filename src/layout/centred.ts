/**
 * Labels set around the middle of the lines beside them, as forms without rules have them: such a label is put in front
 * of the first of its lines, where it is read.
 *
 * Never guesses: all lines beside it begin at one place and follow one another closely, none goes on above or below, and
 * the label stands in their middle, alone on its baseline or before the middle one of them.
 * Units: points; distances of lines are measured in the font size.
 * Source: forms from word processors whose cells are centred vertically.
 */
import type { Line, Segment } from './lines.ts'

/** Most lines of a value. */
const MOST = 6
/** From line to line of one value. */
const PITCH = 1.7
const SAME = 2

/** The same lines; a centred label stands in the first line of its value. Given and returned from top to bottom. */
export function withLabelsRaised(lines: readonly Line[]): readonly Line[] {
  const out: Line[] = [...lines]
  for (let at = 0; at + 2 < out.length; at++) {
    const group = valueFrom(out, at)
    if (!group) continue
    const { first, middle, taken } = group
    const label = onBaseline(group.label, first.y)
    const right = middle.segments.slice(1).filter(({ x1 }) => Math.abs(x1 - first.x1) > SAME)
    const others = right.map((segment) => onBaseline(segment, first.y))
    const x2 = Math.max(first.x2, ...right.map((segment) => segment.x2))
    const raised = { ...first, x1: label.x1, x2, segments: [label, ...first.segments, ...others] }
    const rest = middle.segments.slice(1).filter((segment) => !right.includes(segment))
    const lowered = rest.length ? [{ ...middle, x1: rest[0]?.x1 ?? middle.x1, segments: rest }] : []
    const below = out.slice(at + 1, at + taken).flatMap((line) => (line === middle ? lowered : [line]))
    out.splice(at, taken, raised, ...below)
  }
  return out
}

/** The label's words, as if they stood on the line they are read on. */
function onBaseline(label: Segment, y: number): Segment {
  return { ...label, items: label.items.map((item) => ({ ...item, y })) }
}

interface Value {
  readonly first: Line
  /** The line the label stands on. */
  readonly middle: Line
  readonly label: Segment
  /** How many lines the value and its label take. */
  readonly taken: number
}

function valueFrom(lines: readonly Line[], at: number): Value | undefined {
  const first = lines[at]
  const x = first?.segments.length === 1 ? first.x1 : undefined
  if (!first || x === undefined) return undefined
  const near = lines.slice(Math.max(0, at - 2), at).filter((line) => follows(line, first))
  if (near.some((line) => line.segments.some((segment) => Math.abs(segment.x1 - x) <= SAME))) return undefined
  const values: Line[] = [first]
  let middle: Line | undefined
  let taken = 1
  for (const line of lines.slice(at + 1, at + MOST + 1)) {
    const last = values.at(-1) ?? first
    const [segment, beside] = line.segments
    const own = segment && Math.abs(segment.x1 - x) <= SAME
    const label = segment && !middle && segment.x2 < x + 1 && segment.x1 < x - first.size
    if (own && !beside && follows(last, line)) values.push(line)
    else if (label && (!beside || beside.x1 > x + SAME) && line.y - last.y < PITCH * first.size) middle = line
    else if (label && beside && Math.abs(beside.x1 - x) <= SAME && follows(last, line)) {
      middle = line
      values.push(line)
    } else break
    taken++
  }
  const end = values.at(-1)
  const label = middle?.segments[0]
  if (!middle || !label || !end || values.length < 2) return undefined
  const widest = Math.max(...values.map(({ segments }) => segments.find(({ x1 }) => Math.abs(x1 - x) <= SAME)?.x2 ?? 0))
  if (middle.segments.slice(1).some(({ x1 }) => x1 > x + SAME && x1 < widest)) return undefined
  const centre = (first.y + end.y) / 2
  const next = lines[at + taken]
  const goesOn = next && follows(end, next) && next.segments.some((segment) => Math.abs(segment.x1 - x) <= SAME)
  return Math.abs(middle.y - centre) < 0.2 * first.size && !goesOn ? { first, middle, label, taken } : undefined
}

/** Does a line follow upon another at the distance of lines? */
function follows(above: Line, line: Line): boolean {
  return line.y - above.y < PITCH * above.size && Math.abs(line.size - above.size) < 0.1 * above.size
}
