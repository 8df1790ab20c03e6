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
import { labelBlocks } from './label-blocks.ts'
import { formedPart, isInColumn, isReference, labelAbove } from './label-column.ts'
import { continues, goesOn, joined } from './label-continues.ts'
import { BY_FORM } from './label-form.ts'
import { brokenUnit, captionsIn, labelBehindOffice } from './label-lines.ts'
import { type Cell, type Label, labelIn, type Part, partsOf, valuesApart, wholeLabel } from './label-parts.ts'
import { labelRun } from './label-run.ts'
import { subjectInColumn } from './label-subject.ts'
import { isNamed, OF_PERSON, suits, unitFor } from './label-suits.ts'
import { tornLabel } from './label-torn.ts'
import type { Field } from './label-words.ts'
import { cellsOf, type Line } from './lines.ts'
import { kindOfLine } from './paper-kind.ts'
import { isOwnShape, isPaperNumber } from './paper-number.ts'
import { publicityOf } from './publicity.ts'

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
  /** The cells of one column it was put together from, where other words stand between them. */
  readonly cells?: readonly Span[]
}

export interface Head {
  readonly values: readonly Value[]
  /** Lines that belong to no label. */
  readonly free: readonly Line[]
}

/** Read the lines of a head. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const subject = subjectInColumn(text, lines)
  const values: Value[] = subject ? [{ ...subject, ...subject.label }] : []
  const isTaken = ({ start, end }: Span): boolean =>
    subject?.cells.some((cell) => start >= cell.start && end <= cell.end) === true
  const free: Line[] = []
  let pending: Label[] = []
  /** The second line of a label that was broken over two. */
  let skipped = -1
  let open: { value: Value; line: number } | undefined
  let row: (Label | undefined)[] | undefined
  const captions = captionsIn(lines)
  const blocks = labelBlocks(lines, ({ field }, words) =>
    isTyped(field) ? fits(field, words) : isoDate(words) ? false : undefined,
  )
  for (const [number, line] of lines.entries()) {
    const pair = blocks.pairs.get(number)
    if (pair) values.push({ ...pair.label, ...pair.value, below: true })
    if (blocks.taken.has(number)) {
      open = undefined
      continue
    }
    const caption = captions.get(number)
    if (caption) values.push({ ...caption.label, ...caption.value, below: false })
    if (number === skipped || caption || captions.has(number + 1)) continue
    const whole = cellsOf(text, line)
    const holdsSubject = whole.some((cell) => cell.text && isTaken(cell))
    const torn = holdsSubject ? undefined : tornLabel(text, line, lines[number + 1])
    if (torn?.label) {
      if (torn.value) values.push({ ...torn.label, ...torn.value, below: false })
      else pending.push(torn.label)
      skipped = number + 1
      open = undefined
      continue
    }
    const clerk = pending.find(({ label }) => OF_PERSON.test(label))
    const unit = clerk && !holdsSubject ? brokenUnit(line, lines[number + 1]) : undefined
    if (clerk && unit) {
      values.push({ ...clerk, ...unit, below: true })
      pending = pending.filter((one) => one !== clerk)
      skipped = number + 1
      continue
    }
    const cells = holdsSubject ? whole.map((cell) => (isTaken(cell) ? { ...cell, text: '' } : cell)) : whole
    const labels = cells.map((cell) => wholeLabel(cell))
    if (isLabelRow(cells, labels, lines[number + 1] && cellsOf(text, lines[number + 1] as Line))) {
      row = cells.map((cell, at) => labels[at] ?? formedPart({ ...cell, text: `${cell.text}:` })?.label)
      open = undefined
      continue
    }
    if (row && cells.length > 1) {
      for (const [at, cell] of cells.entries()) {
        const label = row[at]
        const other = label && label.field !== 'nummer' ? partsOf(text, cell) : []
        const own = other.find((part) => part.label && part.value)
        if (own?.label && own.value) values.push({ ...own.label, ...own.value, below: false })
        else if (label && cell.text) values.push(...valuesIn(text, label, cell))
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
    let used = holdsSubject
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
      const beside = namesNumber(cell, cells[column + 1]) ? wholeLabel(cell) : labelBehindOffice(cell)
      const run = beside ? [beside] : labelRun(cell)
      const alone = pending.length && cells.length === 1 ? strangeLabel(cell) : undefined
      const parts = run?.map((label) => ({ label })) ?? (formed ? [formed] : alone ? [alone] : partsOf(text, cell))
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
            unitFor(waiting, part.value.text) ??
            waiting.find(
              (one) =>
                !isTyped(one.field) &&
                !(one.field === 'betreff' && isNoSubject(part.value?.text ?? '')) &&
                suits(one.label, part.value?.text ?? '') &&
                !isoDate(part.value?.text ?? '') &&
                (!line.gap ||
                  one.cell?.row === number ||
                  line.text.length <= 40 ||
                  isLoneSubject(one, line, lines[number - 1])),
            )
          const waits = label?.field === 'federfuehrend' && open?.value.field === 'sonstiges'
          if (label && (waits || !(part.value.text.length > 0 && open && continues(open, line, lines, number)))) {
            values.push({ ...label, ...part.value, below: true })
            // Values come in the order of their labels: what was passed over has none.
            const passed = isTyped(label.field) ? [] : pending.slice(0, pending.indexOf(label))
            pending = pending.filter((one) => one !== label && (one.field !== 'sonstiges' || !passed.includes(one)))
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

/** Words no list knows, above or below other labels, which end in a colon as they do: what waits is not their value. */
function strangeLabel({ text, start, end }: Cell): Part | undefined {
  if (!/^[^:]{2,40}:$/u.test(text) || labelIn(text)) return undefined
  return { label: { field: 'sonstiges', rank: BY_FORM, label: text.slice(0, -1).trim(), at: { start, end } } }
}

/** What stands below its label in a row: all of the cell, or a number with what was printed below it in the same cell. */
function valuesIn(text: string, label: Label, cell: Cell): Value[] {
  const number = label.field === 'nummer' && !isPaperNumber(cell.text) ? (/^\S+(?= )/.exec(cell.text)?.[0] ?? '') : ''
  if (!isOwnShape(number)) return [{ ...label, below: false, text: cell.text, start: cell.start, end: cell.end }]
  const rest = cell.text.slice(number.length).trim()
  const more = partsOf(text, { text: rest, start: cell.end - rest.length, end: cell.end })
  return [
    { ...label, below: false, text: number, start: cell.start, end: cell.start + number.length },
    ...more.flatMap(({ label: other, value }) => (other && value ? [{ ...other, ...value, below: false }] : [])),
  ]
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
  if (label.field !== 'betreff' || (label.rank > 0 && !/ der /.test(label.label))) return false
  const lone = label.at.start === above?.start && label.at.end >= (above?.end ?? 0)
  return lone || (label.at.start >= line.start && label.at.start < line.end)
}

/** `Vorlage` in a cell, its number in the next. */
function namesNumber(cell: Cell, next: Cell | undefined): boolean {
  return next !== undefined && /^(?:Vorlage|Drucksache|VORLAGE|DRUCKSACHE)$/u.test(cell.text) && isOwnShape(next.text)
}

/** Nothing but a word for a paper, or its number: no subject. */
function isNoSubject(text: string): boolean {
  return kindOfLine(text)?.wording === text || isOwnShape(text)
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
