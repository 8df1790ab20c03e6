/**
 * Amounts in lines of a form that came without its cells: below heads of one word each ("Jahr Euro Konto Bedarf", then
 * "2031 5.000 4711 5.000"), or below a line that says in the middle what stands where ("von bis Höhe in EUR wo
 * veranschlagt", then "Auszahlungen 2031 2032 5.000 7.000123.700").
 *
 * Doubts: `tabelle-unsicher` always; `beschriftung-unsicher` where no word names the amount.
 * Source: finance forms saved as text, whose columns are budget years, accounts and amounts.
 */
import type { Span } from '../../src/document.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import type { Turnus } from '../../src/parse/money-context.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import type { Found } from './text-amounts.ts'

const HEADS = /^(?:\p{L}[\p{L}.-]*\s+|€\s+){2,7}(?:\p{L}[\p{L}.-]*|€)$/u
const UNIT = /^(?:T?€|T?EUR|Euro)$/u
const YEARS = /^(?:Haushalts)?jahr$/iu
const MONEY = /^(?:veranschlagt|bedarf|mehrbedarf|betrag|ansatz|kosten|aufwand|ertrag|erträge|zuschuss|eigenanteil)$/iu
const NUMBER = /^[-–−]?\d[\d.,]*$/u
const SUM = /^(?:Summe|Gesamt|Insgesamt):?$/u
/** Lines of the form that were not filled in ("20..."). */
const BLANK = /^(?:20)?[._…]{2,}$/u

const SAYS =
  /^\D*(?:Höhe|Betrag|Beträge|Kosten)\s+in\s+(?<unit>T?€|T?EUR|Euro)(?<rate>\s?\/\s?(?:Jahr|a))?\s+\p{L}\D*$/u
const ENTRY =
  /^(?<label>\p{L}\D*?)?\s*(?<from>(?:19|20)\d\d)\s+(?:(?<to>(?:19|20)\d\d)\s+|unbefristet\s+|ff\.?\s+)?(?<number>[-–−]?\d{1,3}(?:\.\d{3})+(?:,\d{2})?)(?:\s+\d[\d./]{5,})?$/u

/** The amounts of such lines in one block. */
export function* headedLineAmounts(placed: Placed): Generator<Found> {
  if (placed.block.type !== 'paragraph') return
  let heads: readonly string[] | undefined
  let says: { readonly scale: number; readonly turnus: Turnus | null } | undefined
  for (const line of linesOf(placed.text)) {
    const text = placed.text.slice(line.start, line.end).trimEnd()
    const said = text.length <= 160 && /\sin\s/.test(text) ? SAYS.exec(text)?.groups : undefined
    if (said) says = { scale: unitNamed(said.unit ?? '')?.scale ?? 1, turnus: said.rate ? 'jaehrlich' : null }
    const words = heads || /jahr/i.test(text) ? text.split(/\s+/).filter(Boolean) : []
    if (words.length && text.length <= 160 && isHeads(text, words)) heads = words
    else if (heads && isRow(heads, words)) yield* cells(placed, line, heads, words)
    else if (!words.every((word) => BLANK.test(word))) heads = undefined
    const entry = says && text.length <= 160 ? ENTRY.exec(text)?.groups : undefined
    if (says && entry) yield* entryOf(placed, line, text, entry, says)
  }
}

function isHeads(text: string, words: readonly string[]): boolean {
  return (
    HEADS.test(text) && words.filter((word) => UNIT.test(word)).length === 1 && words.some((word) => YEARS.test(word))
  )
}

/** As many numbers as heads, or a sum with as many as there are columns of money. */
function isRow(heads: readonly string[], words: readonly string[]): boolean {
  const [first = '', ...rest] = words
  if (SUM.test(first)) return rest.length === moneyIn(heads).length && rest.every((word) => NUMBER.test(word))
  return words.length === heads.length && words.every((word) => NUMBER.test(word))
}

function moneyIn(heads: readonly string[]): number[] {
  return heads.flatMap((head, c) => (UNIT.test(head) || MONEY.test(head) ? [c] : []))
}

function* cells(placed: Placed, line: Span, heads: readonly string[], words: readonly string[]): Generator<Found> {
  const scale = unitNamed(heads.find((head) => UNIT.test(head)) ?? '')?.scale ?? 1
  const sum = SUM.test(words[0] ?? '')
  const year = sum ? undefined : words[heads.findIndex((head) => YEARS.test(head))]
  let from = line.start
  for (const [at, word] of words.entries()) {
    const start = placed.text.indexOf(word, from)
    from = start + word.length
    const column = sum ? moneyIn(heads)[at - 1] : at
    const head = column === undefined ? undefined : heads[column]
    if (head === undefined || !(UNIT.test(head) || MONEY.test(head))) continue
    const label = sum ? words[0]?.replace(/:$/, '') : UNIT.test(head) ? undefined : head
    const jahr = /^(?:19|20)\d\d$/.test(year ?? '') ? Number(year) : null
    yield* foundAt(placed, { start, end: from }, scale, label, jahr, null)
  }
}

function* entryOf(
  placed: Placed,
  line: Span,
  text: string,
  { label, from = '', to, number = '' }: Record<string, string | undefined>,
  { scale, turnus }: { readonly scale: number; readonly turnus: Turnus | null },
): Generator<Found> {
  const start = line.start + text.indexOf(number, text.indexOf(from) + from.length)
  const name = label?.trim().replace(/^\p{L}+haushalt\s+(?=\p{Lu})/u, '')
  const jahr = to === undefined || to === from ? Number(from) : null
  yield* foundAt(placed, { start, end: start + number.length }, scale, name, jahr, turnus)
}

function* foundAt(
  placed: Placed,
  span: Span,
  scale: number,
  label: string | undefined,
  jahr: number | null,
  turnus: Turnus | null,
): Generator<Found> {
  const amount = bareAmount(placed.text, span, scale)
  if (!amount) return
  yield {
    amount,
    evidence: within(placed, span),
    bezeichnung: label || null,
    jahr,
    turnus,
    herkunft: 'formular',
    doubts: [
      'tabelle-unsicher',
      ...(label ? [] : (['beschriftung-unsicher'] as const)),
      ...(amount.unclear ? (['zahl-unklar'] as const) : []),
    ],
  }
}
