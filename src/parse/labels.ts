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
import { COMPILED, type Field, NUMBERED, UNMARKED } from './label-words.ts'
import { cellsOf, type Line } from './lines.ts'
import { findPaperNumbers, isLetterheadNumber, isPaperNumber } from './paper-number.ts'
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
}

export interface Head {
  readonly values: readonly Value[]
  /** Lines that belong to no label. */
  readonly free: readonly Line[]
}

/** Labels that stand behind another pair on the same line; the others are words of a title, too. */
const INLINE = /(?<=\S)\s+(?=(?:\p{Lu}|vom:)[^:\n]{1,40} ?:)/gu

interface Label {
  readonly field: Field
  readonly rank: number
  readonly label: string
  readonly at: Span
}

/** Read the lines of a head. */
export function readHead(text: string, lines: readonly Line[]): Head {
  const values: Value[] = []
  const free: Line[] = []
  let pending: Label[] = []
  let open: { value: Value; line: number } | undefined
  let row: (Label | undefined)[] | undefined
  for (const [number, line] of lines.entries()) {
    const cells = cellsOf(text, line)
    const labels = cells.map((cell) => wholeLabel(cell))
    if (cells.length > 1 && cells.every((cell, at) => !cell.text || labels[at]) && labels.filter(Boolean).length > 1) {
      row = labels
      open = undefined
      continue
    }
    if (row && cells.length > 1) {
      for (const [at, cell] of cells.entries()) {
        const label = row[at]
        if (label && cell.text)
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
    for (const cell of cells) {
      for (const part of partsOf(text, cell).flatMap((one) => numberApart(one, pending))) {
        if (part.label && part.value) {
          values.push({ ...part.label, ...part.value, below: false })
          used = true
        } else if (part.label) {
          pending.push(part.label)
          used = true
        } else if (part.value && !wrapped) {
          const label =
            pending.find((one) => isTyped(one.field) && fits(one.field, part.value?.text ?? '')) ??
            bareStatus(part.value) ??
            pending.find(
              (one) =>
                !isTyped(one.field) &&
                (!line.gap || line.text.length <= 40 || isLoneSubject(one, line, lines[number - 1])),
            )
          const waits = label?.field === 'federfuehrend' && open?.value.field === 'sonstiges'
          if (label && (waits || !(part.value.text.length > 0 && open && continues(open, line, lines, number)))) {
            values.push({ ...label, ...part.value, below: true })
            pending = pending.filter((one) => one !== label)
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
  return { values, free }
}

/** The value of a field with the best label; the first of equals. */
export function bestOf(head: Head, field: Field): Value | undefined {
  return head.values
    .filter((value) => value.field === field && fits(field, value.text))
    .sort((a, b) => a.rank - b.rank || a.start - b.start)[0]
}

/** Is a whole line or cell a label? */
export function isLabel(text: string): boolean {
  return COMPILED.some(({ whole }) => whole.test(text.trim()))
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
  const lone = /^\S+:$/.test(above?.text ?? '') && label.at.start === above?.start
  return lone || (label.at.start >= line.start && label.at.start < line.end)
}

/** A word alone that says whether the paper is public needs no label. */
function bareStatus(part: { text: string; start: number; end: number }): Label | undefined {
  return publicityOf(part.text) && part.text.length > 2
    ? { field: 'oeffentlichkeit', rank: 2, label: '', at: part }
    : undefined
}

function wholeLabel(cell: Span & { text: string }): Label | undefined {
  const found = COMPILED.find(({ whole }) => whole.test(cell.text))
  return found && { field: found.field, rank: found.rank, label: cell.text.replace(/ ?:$/, ''), at: cell }
}

interface Part {
  readonly label?: Label
  readonly value?: Span & { readonly text: string }
}

/** Labels and values of one cell, from left to right. */
function partsOf(text: string, cell: Span & { text: string }): Part[] {
  if (!cell.text) return []
  const cuts = [...cell.text.matchAll(INLINE)].map((match) => match.index + match[0].length)
  const first = labelIn(cell.text)?.length ?? 0
  const starts = [0, ...cuts.filter((cut) => cut >= first && labelIn(cell.text.slice(cut)) !== undefined)]
  return starts.flatMap((from, at): Part[] => {
    const piece = cell.text.slice(from, starts[at + 1]).trimEnd()
    const start = cell.start + from
    const found = labelIn(piece)
    if (!found) return [{ value: { text: piece, start, end: start + piece.length } }]
    const rest = piece.slice(found.length)
    const value = rest.trim()
    const label = {
      field: found.field,
      rank: found.rank,
      label: piece.slice(0, found.length).replace(/[\s:]+$/, ''),
      at: { start, end: start + found.length },
    }
    if (!value) return [{ label }]
    const second = /:\s*$/.test(piece.slice(0, found.length)) ? wholeLabel({ ...cell, text: value }) : undefined
    if (second && second.field !== found.field) return [{ label }, { label: second }]
    const valueStart = start + found.length + rest.indexOf(value)
    const length = found.field === 'nummer' ? numberLength(value) : value.length
    const spanned = (from: number, words: string): Span & { text: string } => ({
      text: words,
      start: from,
      end: from + words.length,
    })
    const more = value.slice(length).replace(/^[\s:–-]+/, '')
    const first: Part = { label, value: spanned(valueStart, text.slice(valueStart, valueStart + length)) }
    return more ? [first, { value: spanned(valueStart + value.length - more.length, more) }] : [first]
  })
}

/** Below the labels for a subject and a number, a line that ends in a number holds both. */
function numberApart(part: Part, pending: readonly Label[]): Part[] {
  const words = part.value
  if (!words || part.label || !pending.some(({ field }) => field === 'nummer') || pending.length < 2) return [part]
  const last = /^(.{4,}\S) +(\S+)$/u.exec(words.text)
  if (!last?.[1] || !last[2] || !isLetterheadNumber(last[2])) return [part]
  const cut = words.start + words.text.length - last[2].length
  return [
    { value: { text: last[1], start: words.start, end: words.start + last[1].length } },
    { value: { text: last[2], start: cut, end: words.end } },
  ]
}

/** How much of a value is the number of a paper; all of it if that can't be told. */
function numberLength(value: string): number {
  if (isPaperNumber(value)) return value.length
  const found = findPaperNumbers(`Vorlage Nr. ${value}`)[0]
  if (found?.start === 12) return found.end - 12
  const word = /^[^\s:,;]+/.exec(value)?.[0] ?? ''
  return isPaperNumber(word) ? word.length : value.length
}

function labelIn(piece: string): { field: Field; rank: number; length: number } | undefined {
  for (const { field, rank, colon, whole } of COMPILED) {
    const match = colon.exec(piece)
    if (match) return { field, rank, length: match[0].length }
    if (
      whole.test(piece) &&
      !/^(?:Vorlage|Drucksache|vom|Sitzung|Ende|Ort|Seite|Anlage|Ergebnis|Stand)$/i.test(piece.trim())
    )
      return { field, rank, length: piece.length }
  }
  for (const [field, pattern] of UNMARKED) {
    const match = pattern.exec(piece)
    if (match && piece.length < 160) return { field, rank: 2, length: match[0].length }
  }
  const numbered = NUMBERED.exec(piece)
  if (!numbered) return undefined
  const rest = piece.slice(numbered[0].length).replace(/:.*$/, '').trim()
  return isPaperNumber(rest) ? { field: 'nummer', rank: 1, length: numbered[0].length } : undefined
}

/** Does a value go on in this line? A title until the next gap; a unit only while its words are unfinished. */
function continues(open: { value: Value; line: number }, line: Line, lines: readonly Line[], number: number): boolean {
  if (open.line !== number - 1 || line.gap || line.text.includes('\t')) return false
  const { field, text } = open.value
  if (field === 'betreff') return true
  if (field !== 'federfuehrend' && field !== 'sonstiges' && field !== 'gremium') return false
  if (/^(?:und|oder|der|für|im|in|zur)\s|^\p{Ll}/u.test(line.text) || isUnfinished(text) || /\+$/.test(text))
    return true
  const next = lines[number + 1]
  if (!next || next.start - line.end > 4 || line.text.length >= 40 || text.length >= 60) return false
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
