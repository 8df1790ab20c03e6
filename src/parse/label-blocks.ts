/**
 * A block of labels, one a line, and below it the block of their values: the columns of a form, extracted one behind the
 * other.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Never guesses: there are as many values as labels, or the subject's alone has several lines; what must be a number, a
 * day or a word for publicity is one, and at least one is.
 */
import type { Span } from '../document.ts'
import { type Label, wholeLabel } from './label-parts.ts'
import type { Line } from './lines.ts'

export interface Paired {
  readonly label: Label
  readonly value: Span & { readonly text: string }
}

/** Fewer labels are a heading with its text, or two lines of a letterhead. */
const LEAST = 3
/** A subject's lines at most. */
const SUBJECT = 4

/** Does a value fit its label? Undefined: anything would. */
type Fits = (label: Label, text: string) => boolean | undefined

/** Labels with their values by the number of the value's first line, and all lines they take. */
export function labelBlocks(
  lines: readonly Line[],
  fits: Fits,
): { readonly pairs: ReadonlyMap<number, Paired>; readonly taken: ReadonlySet<number> } {
  const pairs = new Map<number, Paired>()
  const taken = new Set<number>()
  for (let at = 0; at < lines.length; at++) {
    const labels = labelsFrom(lines, at)
    if (labels.length < LEAST) continue
    const first = at + labels.length
    const found = pairedFrom(labels, valuesFrom(lines, first), fits)
    for (const { pair, from, count } of found ?? []) {
      pairs.set(first + from, pair)
      for (let line = 0; line < count; line++) taken.add(first + from + line)
    }
    if (found) for (let line = at; line < first; line++) taken.add(line)
    at = first - 1
  }
  return { pairs, taken }
}

function labelsFrom(lines: readonly Line[], at: number): Label[] {
  const labels: Label[] = []
  for (const line of lines.slice(at)) {
    const label = labels.length && line.gap ? undefined : wholeLabel(line)
    if (!label || !/:$/.test(line.text)) break
    labels.push(label)
  }
  return labels
}

function valuesFrom(lines: readonly Line[], at: number): Line[] {
  const rest = lines.slice(at)
  const end = rest.findIndex((line, index) => (index > 0 && line.gap) || /[:\t]/.test(line.text))
  return rest.slice(0, end < 0 ? rest.length : end)
}

interface Placed {
  readonly pair: Paired
  readonly from: number
  readonly count: number
}

function pairedFrom(labels: readonly Label[], values: readonly Line[], fits: Fits): Placed[] | undefined {
  const more = values.length - labels.length
  const subject = labels.findIndex(({ field }) => field === 'betreff')
  if (more < 0 || more >= SUBJECT || (more > 0 && subject < 0)) return undefined
  const placed = labels.map((label, at): Placed => {
    const from = at + (subject >= 0 && at > subject ? more : 0)
    const count = at === subject ? 1 + more : 1
    const own = values.slice(from, from + count)
    const text = own.map((line) => line.text).join(' ')
    return { pair: { label, value: { text, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 } }, from, count }
  })
  const said = placed.map(({ pair }) => fits(pair.label, pair.value.text))
  return said.includes(true) && !said.includes(false) ? placed : undefined
}
