/**
 * Labels of a paper's head (`Vorlage Nr.:`, `Federführend:`) and the values that belong to them.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: a label and its value on one line, several pairs on one line, the value below its label, a row of labels above
 * a row of values, and a block of labels followed by a block of their values.
 * Source: the heads of ALLRIS, SessionNet, SD.NET and Word forms.
 */
import type { Span } from '../document.ts'
import { findDates, isoDate } from './date.ts'
import { isUnfinished } from './gremium.ts'
import { isOfForms, labelByForm } from './label-form.ts'
import { type Cell, type Label, labelIn, type Part, partsOf, valuesApart, wholeLabel } from './label-parts.ts'
import { tornLabel } from './label-torn.ts'
import type { Field } from './label-words.ts'
import { cellsOf, type Line } from './lines.ts'
import { isPaperNumber } from './paper-number.ts'
import { publicityOf } from './publicity.ts'
import { endsTitle } from './title-end.ts'

/** A value of the head. */
export interface Value extends Span {
  readonly field: Field
  readonly text: string
  /** The label, as printed; empty for a value that needs none (a word alone that says whether the paper is public). */
  readonly label: string
  /** Does it stand below its label rather than behind it? */
  readonly below: boolean
  /** Lower is better: which of several labels for one field counts. */
  readonly rank: number
}

export interface Head {
  readonly values: readonly Value[]
  /** Lines that belong to no label. */
  readonly free: readonly Line[]
}

/** Read the lines of a head. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const values: Value[] = []
  const free: Line[] = []
  let pending: Label[] = []
  /** The second line of a label that was broken over two. */
  let skipped = -1
  let open: { value: Value; line: number } | undefined
  let row: (Label | undefined)[] | undefined
  for (const [number, line] of lines.entries()) {
    if (number === skipped) continue
    const torn = tornLabel(text, line, lines[number + 1])
    if (torn?.label) {
      if (torn.value) values.push({ ...torn.label, ...torn.value, below: false })
      else pending.push(torn.label)
      skipped = number + 1
      open = undefined
      continue
    }
    const cells = cellsOf(text, line)
    const labels = cells.map((cell) => wholeLabel(cell))
    if (isLabelRow(cells, labels, lines[number + 1] && cellsOf(text, lines[number + 1] as Line))) {
      row = labels
      open = undefined
      continue
    }
    if (row && cells.length > 1) {
      for (const [at, cell] of cells.entries()) {
        const label = row[at]
        const own = label && partsOf(text, cell).find((part) => part.label && part.value)
        if (own?.label && own.value) values.push({ ...own.label, ...own.value, below: false })
        else if (label && cell.text)
          values.push({ ...label, below: false, text: cell.text, start: cell.start, end: cell.end })
      }
      row = undefined
      continue
    }
    row = undefined
    if (cells.length > 2 && labels.filter(Boolean).length > 1 && !line.text.includes(':')) {
      free.push(line)
      continue
    }
    const before: number = values.length
    let used = false
    const wrapped = goesOn(free.at(-1), line, lines[number - 1])
    if (wrapped && isUnfinished(free.at(-1)?.text ?? '')) {
      free.push(line)
      open = undefined
      continue
    }
    const nearest = labelAbove(pending, lines, number)
    for (const [column, cell] of cells.entries()) {
      const above = pending
        .filter(({ cell: own }) => !own || own.row === number || own.of !== cells.length || own.column === column)
        .sort((a, b) => Number(b === nearest) - Number(a === nearest))
      const formed = !wrapped && isInColumn(lines, number) ? formedPart(cell) : undefined
      const parts = formed ? [formed] : partsOf(text, cell)
      for (const part of parts.flatMap((one) => valuesApart(one, above))) {
        if (part.label?.field === 'nummer' && isReference(lines, number, cells, column)) {
          if (part.value) values.push({ ...part.label, ...part.value, field: 'sonstiges', below: false })
          else pending.push({ ...part.label, field: 'sonstiges' })
          used = true
        } else if (part.label && part.value) {
          const waited = pending.includes(part.label)
          values.push({ ...part.label, ...part.value, below: waited })
          pending = pending.filter((one) => one !== part.label)
          used = true
        } else if (part.label) {
          pending.push(
            cells.length > 1 ? { ...part.label, cell: { column, of: cells.length, row: number } } : part.label,
          )
          used = true
        } else if (part.value && !wrapped) {
          const waiting = above.filter((one) => pending.includes(one))
          const label =
            waiting.find((one) => isTyped(one.field) && fits(one.field, part.value?.text ?? '')) ??
            (isStepRow(cells) ? undefined : bareStatus(part.value)) ??
            (isNamed(part.value.text) ? waiting.find(({ label: said }) => OF_PERSON.test(said)) : undefined) ??
            waiting.find(
              (one) =>
                !isTyped(one.field) &&
                !isoDate(part.value?.text ?? '') &&
                (!line.gap || line.text.length <= 40 || isLoneSubject(one, line, lines[number - 1])),
            )
          const waits = label?.field === 'federfuehrend' && open?.value.field === 'sonstiges'
          if (label && (waits || !(part.value.text.length > 0 && open && continues(open, line, lines, number)))) {
            values.push({ ...label, ...part.value, below: true })
            // Values come in the order of their labels: what was passed over has none.
            const passed = isTyped(label.field) ? [] : pending.slice(0, pending.indexOf(label))
            pending = pending.filter((one) => one !== label && (isTyped(one.field) || !passed.includes(one)))
            used = true
          } else if (open && continues(open, line, lines, number)) {
            const last = values.indexOf(open.value)
            const longer = { ...open.value, text: joined(open.value.text, part.value.text), end: part.value.end }
            values[last] = longer
            open = { value: longer, line: number }
            used = true
          }
        }
      }
    }
    if (!used) {
      free.push(line)
      open = undefined
    } else if (values.length > before) {
      const value = values.at(-1)
      open = value && value.end === line.end ? { value, line: number } : undefined
    } else if (open?.line !== number) open = undefined
  }
  return withValuesAbove(lines, pending, { values, free })
}

/** A form that prints what it asks for below the line to write on: `12.03.2031` above `Datum`. */
function withValuesAbove(lines: readonly Line[], pending: readonly Label[], { values, free }: Head): Head {
  const found = pending.flatMap((label): Value[] => {
    const at = lines.findIndex(({ start, end }) => start === label.at.start && end === label.at.end)
    const [above, line] = [lines[at - 1], lines[at]]
    if (!above || !line || line.gap || !above.gap || /:$/.test(line.text) || above.text.length > 60) return []
    if (label.field !== 'datum' && label.field !== 'federfuehrend') return []
    if (!free.includes(above) || !fits(label.field, above.text)) return []
    return [{ ...label, below: false, text: above.text, start: above.start, end: above.end }]
  })
  const taken = new Set(found.map(({ start }) => start))
  return { values: [...values, ...found], free: free.filter(({ start }) => !taken.has(start)) }
}

/** The label alone on the line directly above, unless it is the last of a block of labels whose values follow as one. */
function labelAbove(pending: readonly Label[], lines: readonly Line[], number: number): Label | undefined {
  const [before, above, line] = [lines[number - 2], lines[number - 1], lines[number]]
  if (!above || !line || line.gap) return undefined
  const label = pending.find(({ at }) => at.start === above.start && at.end === above.end)
  const isBlock = before && !above.gap && pending.some(({ at }) => at.start >= before.start && at.start < before.end)
  return isBlock ? undefined : label
}

/** A label known by its form, with or without a value behind it. */
function formedPart(cell: Cell): Part | undefined {
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
function isInColumn(lines: readonly Line[], number: number): boolean {
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
function isReference(lines: readonly Line[], number: number, cells: readonly Cell[], column: number): boolean {
  const line = lines[number]
  const cell = cells[column]
  if (!line || !cell) return false
  const above = lines[number - 1]
  const alone = above && !line.gap && above.text.length <= 24 ? above.text : ''
  const before = column > 0 ? (cells[column - 1]?.text ?? '') : alone
  return REFERENCE.test(before.trim())
}

/**
 * Cells that are labels for the row below. All of them are known, or two are and those between them look like labels,
 * while the row below has as many cells, none of them a label.
 */
function isLabelRow(
  cells: readonly Cell[],
  labels: readonly (Label | undefined)[],
  below: readonly Cell[] | undefined,
): boolean {
  if (cells.length < 2 || labels.filter(Boolean).length < 2) return false
  if (cells.every((cell, at) => !cell.text || labels[at])) return true
  return (
    cells.every((cell, at) => !cell.text || labels[at] || /^\p{Lu}[^\d:]{2,40}:?$/u.test(cell.text)) &&
    below?.length === cells.length &&
    !below.some((cell) => wholeLabel(cell)) &&
    below.some((cell, at) => labels[at] && isTyped(labels[at].field) && fits(labels[at].field, cell.text))
  )
}

/** The value of a field with the best label; the first of equals. */
export function bestOf(head: Head, field: Field): Value | undefined {
  return head.values
    .filter((value) => value.field === field && fits(field, value.text))
    .sort((a, b) => a.rank - b.rank || a.start - b.start)[0]
}

function isTyped(field: Field): boolean {
  return field === 'nummer' || field === 'datum' || field === 'termin' || field === 'top' || field === 'oeffentlichkeit'
}

function fits(field: Field, text: string): boolean {
  if (field === 'nummer') return isPaperNumber(text) && !isoDate(text)
  if (field === 'datum' || field === 'termin') return findDates(text)[0]?.start === 0 || isoDate(text) !== undefined
  if (field === 'top') return /^(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3}){0,3}(?: ?[a-h])?$/.test(text.trim())
  if (field === 'oeffentlichkeit') return publicityOf(text.replace(/\s*\(.*$/, '')) !== undefined
  return !isoDate(text)
}

/** `Betreff:` on a line of its own: or in a cell of its own: the title below it may stand behind a gap and be long. */
function isLoneSubject(label: Label, line: Line, above: Line | undefined): boolean {
  if (label.field !== 'betreff' || label.rank > 0) return false
  const lone = label.at.start === above?.start && label.at.end >= (above?.end ?? 0)
  return lone || (label.at.start >= line.start && label.at.start < line.end)
}

/** A row with a day and more is one of a Beratungsfolge: what it says is not said of the paper. */
function isStepRow(cells: readonly Cell[]): boolean {
  return cells.length > 2 && cells.some(({ text }) => findDates(text).length > 0)
}

/** A word alone that says whether the paper is public needs no label. */
function bareStatus(part: { text: string; start: number; end: number }): Label | undefined {
  return publicityOf(part.text) && part.text.length > 2
    ? { field: 'oeffentlichkeit', rank: 2, label: '', at: part }
    : undefined
}

/** Does a value go on in this line? A title until the next gap; a unit only while its words are unfinished. */
function continues(open: { value: Value; line: number }, line: Line, lines: readonly Line[], number: number): boolean {
  const last = lines[number - 1]
  const adjoins = last !== undefined && line.start - last.end < 5
  if (open.line !== number - 1 || !adjoins || line.gap || line.text.includes('\t')) return false
  const { field, text } = open.value
  if (field === 'betreff') return !endsTitle(text, line, lines[number + 1])
  if (field !== 'federfuehrend' && field !== 'sonstiges' && field !== 'gremium') return false
  if (/^(?:und|oder|der|für|im|in|zur)\s|^\p{Ll}/u.test(line.text) || isUnfinished(text) || /\+$/.test(text))
    return true
  const next = lines[number + 1]
  if (!next || next.start - line.end > 4 || line.text.length >= 80 || text.length >= 60) return false
  if (field === 'federfuehrend' && UNIT.test(line.text) && !labelIn(line.text)) return true
  if (line.text.length >= 40) return false
  if (isCode(text) && (next.gap || /\d/.test(text) || line.text.includes(' '))) return false
  return (
    next.gap ||
    (field !== 'gremium' &&
      line.text.split(' ').length <= 2 &&
      next.text.length >= 20 &&
      /^[\p{Lu}„"\d]/u.test(next.text) &&
      labelIn(next.text) === undefined)
  )
}

/** `40 Fachbereich Schule`, `Amt für Umwelt`: a unit below the one it belongs to. */
const UNIT =
  /^(?:\d{1,4}(?:[./]\d+)* )?(?:Fachbereich|Fachdienst|Referat|Abteilung|Sachgebiet|Fachamt|Amt) (?=\p{Lu}|für |\d)/u

/** A person, and labels for one. */
const OF_PERSON =
  /^(?:Verfass|Bearbeite|Sachbearbeite|Ansprech|Auskunft|Referent|Dezernent|Berichterstatt|Antragstell)/u
function isNamed(text: string): boolean {
  return /^(?:Herrn?|Frau|Fr\.|Hr\.) \p{Lu}/u.test(text)
}

/** `Dez. 5`, `Referat 2`, `51.72`: nothing is missing. */
function isCode(text: string): boolean {
  return /^(?:\p{L}+\.? ?)?[\dIVX]+(?:[./]\d+)*$/u.test(text) || /^[\p{L}.]{1,8}$/u.test(text)
}

/** Is this line the rest of a free line too long to have ended there (a title that was wrapped)? */
function goesOn(last: Line | undefined, line: Line, before: Line | undefined): boolean {
  return last !== undefined && last === before && !line.gap && last.text.length >= 40 && !/[\t]/.test(last.text)
}

function joined(before: string, after: string): string {
  return /\p{L}[/]$/u.test(before) ? before + after : `${before} ${after}`
}
