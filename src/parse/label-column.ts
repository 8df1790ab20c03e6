/**
 * Labels of a head by where they stand: directly above a value, in a column of others, behind words that point elsewhere.
 */
import { isOfForms, labelByForm } from './label-form.ts'
import { type Cell, type Label, labelIn, type Part } from './label-parts.ts'
import type { Line } from './lines.ts'

/** The label alone on the line directly above, unless it is the last of a block of labels whose values follow as one. */
export function labelAbove(pending: readonly Label[], lines: readonly Line[], number: number): Label | undefined {
  const [before, above, line] = [lines[number - 2], lines[number - 1], lines[number]]
  if (!above || !line || line.gap) return undefined
  const label = pending.find(({ at }) => at.start === above.start && at.end === above.end)
  const many = [lines[number + 1], lines[number + 2]].every((next) => next && !next.gap)
  const isBlock =
    before && (!above.gap || many) && pending.some(({ at }) => at.start >= before.start && at.start < before.end)
  return isBlock ? undefined : label
}

/** A label known by its form, with or without a value behind it. */
export function formedPart(cell: Cell): Part | undefined {
  if (labelIn(cell.text)) return undefined
  const found = labelByForm(cell.text)
  if (!found) return undefined
  const value = cell.text.slice(found.length).trim()
  const label = {
    field: found.field,
    rank: found.rank,
    label: found.label,
    at: { start: cell.start, end: cell.start + found.length },
  }
  if (!value) return { label }
  if (value.length > 70 || labelByForm(value)) return undefined
  const start = cell.end - value.length
  return { label, value: { text: value, start, end: cell.end } }
}

/**
 * Does a line stand in a column of labels, so that what looks like one is one? A label alone on its line does; one with
 * its value behind it needs a label directly above or below it whose word is known, or two more that look like it.
 */
export function isInColumn(lines: readonly Line[], number: number): boolean {
  const line = lines[number]
  if (!line) return false
  if (/^[^:\t]+:$/u.test(line.text)) return isOfForms(line.text.slice(0, -1).trim()) || isBeforeLabel(lines, number)
  const near = (step: 1 | -1): readonly Line[] => {
    const found: Line[] = []
    for (let at = number; found.length < 6; at += step) {
      const next = lines[at + step]
      const gap = step === 1 ? next?.gap : lines[at]?.gap
      if (!next || gap || !(/^[^:\n]{2,48}:/.test(next.text) || labelIn(next.text))) break
      found.push(next)
    }
    return found
  }
  const [above, below] = [near(-1), near(1)]
  const known = ({ text }: Line): boolean => KNOWN.test(text) && labelIn(text) !== undefined
  if (above[0] && below[0] && known(above[0]) && known(below[0])) return true
  const [label = '', value = ''] = line.text.split(/:\s*/)
  if (!isOfForms(label.trim()) && value.length > 30) return false
  return [...above, ...below].some(known) || above.length + below.length >= 2
}

/** Does a known label, or the form of a value, follow below a label alone on its line, or below the value there? */
function isBeforeLabel(lines: readonly Line[], number: number): boolean {
  const [below, next] = [lines[number + 1], lines[number + 2]]
  if (!below || below.gap) return false
  if (labelIn(below.text) && KNOWN.test(below.text)) return true
  return (
    next !== undefined &&
    !next.gap &&
    below.text.length <= 40 &&
    labelIn(next.text) !== undefined &&
    KNOWN.test(next.text)
  )
}

/** A label with its colon. */
const KNOWN = /^[^:\n]{2,48}:/

/** Words that say that the number behind them is another paper's. */
const REFERENCE =
  /(?:^|[\s(])(?:bezüglich|bezug(?: auf)?|betreffend|bezugnehmend(?: auf)?|zu|zur|zum|ersetzt|ergänzt|ändert|aufhebung|siehe(?: auch)?|vgl\.?|ursprung|vorgang|vorgänger|die)(?: die| der| den)?:?$/iu

/** Does the number of a label belong to another paper the line, or a word alone above it, refers to? */
export function isReference(lines: readonly Line[], number: number, cells: readonly Cell[], column: number): boolean {
  const line = lines[number]
  const cell = cells[column]
  if (!line || !cell) return false
  const above = lines[number - 1]
  const alone = above && !line.gap && above.text.length <= 24 ? above.text : ''
  const before = column > 0 ? (cells[column - 1]?.text ?? '') : alone
  return REFERENCE.test(before.trim())
}
