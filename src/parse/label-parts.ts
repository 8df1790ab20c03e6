/**
 * The labels and values of one cell of a paper's head, from left to right.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 */

import type { Span } from '../document.ts'
import { COMPILED, type Field, NUMBERED, UNMARKED } from './label-words.ts'
import { findPaperNumbers, isLetterheadNumber, isPaperNumber } from './paper-number.ts'
import { remembering } from './remember.ts'

/** Labels that stand behind another pair on the same line; the others are words of a title, too. */
const INLINE = /(?<=\S)\s+(?=(?:\p{Lu}|vom:)[^:\n]{1,40} ?:)/gu

/** What is typed needs no colon behind its label, behind another pair or the paper's number (`12/2031 Datum 12.03.2031`). */
const TYPED =
  /(?<=\S)\s+(?=(?:(?:Vorlagen|Erstellungs)?[Dd]atum|Stand) +\d{1,2}\. ?(?:\d{1,2}\.|\p{L}{3,9}) ?\d{2,4}(?= |$)|(?:Öffentlichkeitss|S)tatus +(?:nicht[- ]?)?öffentlich(?= |$))/gu

/** A label as found. */
export interface Label {
  readonly field: Field
  readonly rank: number
  readonly label: string
  readonly at: Span
  /** The cell of a row it stands in: its column, of how many, and the row's number. */
  readonly cell?: { readonly column: number; readonly of: number; readonly row: number }
}

/** A word that needs the next one: what follows goes on in the same phrase (`Ergänzung zur Vorlage 12/345: …`). */
const LEANS =
  /(?:^|\s)(?:zu[rm]?|de[rsnm]|die|das|und|oder|i[nm]|vo[nm]|auf|für|mit|bei|nach|aus|über|unter|gemäß|gem\.|laut|lt\.|siehe|vgl\.|(?:eine|diese|ihre|unsere)[rmns]?|\/)\s+$/iu

/** Is a whole line or cell a label? */
export function isLabel(text: string): boolean {
  return labelThatIs(text.trim()) !== undefined
}

/** The label a cell is nothing but. */
export function wholeLabel(cell: Span & { text: string }): Label | undefined {
  const found = labelThatIs(cell.text)
  return found && { field: found.field, rank: found.rank, label: cell.text.replace(/ ?:$/, ''), at: cell }
}

const labelThatIs = remembering((text: string) => COMPILED.find(({ pattern }) => isWhole(text, pattern)))

function isWhole(text: string, pattern: RegExp): boolean {
  const match = pattern.exec(text)
  return match?.[0].length === text.length && match.groups?.no === undefined
}

/** A cell's words and place. */
export type Cell = Span & { readonly text: string }

/** A label, a value, or a label with its value. */
export interface Part {
  readonly label?: Label
  readonly value?: Span & { readonly text: string }
}

/** Labels and values of one cell, from left to right. */
export function partsOf(text: string, cell: Span & { text: string }): Part[] {
  if (!cell.text) return []
  const cuts = [...cell.text.matchAll(INLINE)].map((match) => match.index + match[0].length)
  const first = labelIn(cell.text)?.length ?? 0
  const starts = [
    0,
    ...[
      ...cuts.filter(
        (cut) => cut >= first && !LEANS.test(cell.text.slice(0, cut)) && labelIn(cell.text.slice(cut)) !== undefined,
      ),
      ...typedCuts(cell.text, first),
    ].sort((a, b) => a - b),
  ]
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
    const other = found.field === 'betreff' ? UNMARKED.find(([, pattern]) => pattern.test(value)) : undefined
    if (other)
      return [
        { label },
        ...partsOf(text, {
          text: value,
          start: cell.start + from + piece.lastIndexOf(value),
          end: start + piece.length,
        }),
      ]
    const valueStart = start + found.length + rest.indexOf(value)
    const length =
      found.field === 'nummer'
        ? numberLength(value)
        : found.field === 'oeffentlichkeit'
          ? (/^(?:nicht[- ]?)?öffentlich(?= \p{Lu})/iu.exec(value)?.[0].length ?? value.length)
          : value.length
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

/** Where a typed value's label stands without a colon, behind a label with its value or behind the paper's number. */
function typedCuts(text: string, first: number): number[] {
  if (text.length > 120 || !/[Dd]atum|Stand|tatus/.test(text)) return []
  const cuts = [...text.matchAll(TYPED)].map((match) => match.index + match[0].length)
  const before = /(?:^| )(\S+)$/.exec(text.slice(0, cuts[0] ?? 0).trimEnd())?.[1] ?? ''
  return first > 0 || isPaperNumber(before) || isLabel(/^\S+/.exec(text)?.[0] ?? '')
    ? cuts.filter((cut) => cut > first)
    : []
}

/**
 * Below several labels, a line that holds several of their values, in their order: what is typed (a number, a day,
 * whether it is public) is parted from its end, a number or the code of a file or clerk from its beginning.
 */
export function valuesApart(part: Part, pending: readonly Label[]): Part[] {
  const words = part.value
  if (!words || part.label || pending.length < 2) return [part]
  const waits = (field: Field): boolean => pending.some((label) => label.field === field)
  const last = LAST.find(([field, pattern]) => waits(field) && pattern.test(words.text))
  const cut = last?.[1].exec(words.text)
  const end = cut?.groups?.last
  const leads = end !== undefined && LEADS.test(words.text.slice(0, words.text.length - end.length))
  if (cut && end && !leads && (last?.[0] !== 'nummer' || isLetterheadNumber(end) || isPaperNumber(end))) {
    const before = words.text.slice(0, words.text.length - end.length).trimEnd()
    const at = words.end - end.length
    return [
      ...valuesApart({ value: { text: before, start: words.start, end: words.start + before.length } }, pending),
      { value: { text: end, start: at, end: words.end } },
    ]
  }
  const [begin] = FIRST.flatMap(([field, pattern]) => {
    const found = waits(field) ? (pattern.exec(words.text)?.[0] ?? '') : ''
    return found && (field !== 'nummer' || isLetterheadNumber(found)) ? [found] : []
  })
  if (begin) {
    const rest = words.text.slice(begin.length).trim()
    return [
      { value: { text: begin, start: words.start, end: words.start + begin.length } },
      ...valuesApart({ value: { text: rest, start: words.end - rest.length, end: words.end } }, pending),
    ]
  }
  const [file] = pending
  const code = file && FILE_LABEL.test(file.label) ? FILE_CODE.exec(words.text)?.[0] : undefined
  if (!file || !code) return [part]
  const rest = words.text.slice(code.length).trim()
  return [
    { label: file, value: { text: code, start: words.start, end: words.start + code.length } },
    { value: { text: rest, start: words.end - rest.length, end: words.end } },
  ]
}

/** What needs the words behind it: `vom 03.04.2031`, `App. 1284`. */
const LEADS = /(?:^|\s)(?:vom|am|bis|zum|ab|seit|den|App(?:arat)?\.?|Tel\.?|Telefon|Durchwahl|Zimmer|Zi\.)[: ]*$/u

/** What begins a line of several values, by its form: before a name, a day or a status. */
const FIRST: readonly (readonly [Field, RegExp])[] = [
  ['nummer', /^(?=\S*\d)\S+(?= (?:\p{Lu}\p{L}|\d{1,2}\.\d{1,2}\.\d|(?:nicht)?öffentlich(?!\p{L})))/u],
  ['datum', /^\d{1,2}\.\d{1,2}\.\d{4}(?= (?:\p{Lu}\p{L}|(?:nicht)?öffentlich(?!\p{L})))/u],
  ['oeffentlichkeit', /^(?:nicht)?öffentlich(?= \p{Lu}\p{L})/u],
]

/** The code of a file or clerk before the name of a unit. */
const FILE_CODE = /^(?=\S*\d)[\dIVX./-]+(?= \p{Lu}\p{Ll})/u

/** What ends a line of several values, by its form. */
const LAST: readonly (readonly [Field, RegExp])[] = [
  ['oeffentlichkeit', /^.*\S\s+(?<last>(?:nicht[- ]?)?öffentlich)$/iu],
  ['datum', /^.*\S\s+(?<last>\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4}))$/u],
  ['nummer', /^.{3,}\S\s+(?<last>(?=\S*\d)\S+)$/u],
]
const FILE_LABEL = /^(?:Geschäftszeichen|Gz|Az|AZ|Aktenzeichen)/u

/** How much of a value is the number of a paper; all of it if that can't be told. */
function numberLength(value: string): number {
  if (isPaperNumber(value)) return value.length
  const found = findPaperNumbers(`Vorlage Nr. ${value}`)[0]
  if (found?.start === 12) return found.end - 12
  const word = /^[^\s:,;]+/.exec(value)?.[0] ?? ''
  return isPaperNumber(word) ? word.length : value.length
}

/** The label a piece of a line begins with, with or without a value behind it. */
export const labelIn = remembering((piece: string): { field: Field; rank: number; length: number } | undefined => {
  for (const { field, rank, pattern } of COMPILED) {
    const match = pattern.exec(piece)
    if (!match) continue
    if (
      match.groups?.colon ||
      (!match.groups?.no &&
        !/^(?:Vorlage|Drucksache|vom|Sitzung|Ende|Ort|Seite|Anlage|Ergebnis|Stand)$/i.test(piece.trim()))
    )
      return { field, rank, length: match[0].length }
  }
  for (const [field, pattern] of UNMARKED) {
    const match = pattern.exec(piece)
    if (match && piece.length < (field === 'betreff' ? 500 : 160)) return { field, rank: 2, length: match[0].length }
  }
  const numbered = NUMBERED.exec(piece)
  if (!numbered) return undefined
  const rest = piece
    .slice(numbered[0].length)
    .replace(/:.*$|\s[-–]$/, '')
    .trim()
  return isPaperNumber(rest) ? { field: 'nummer', rank: 1, length: numbered[0].length } : undefined
})
