/**
 * Forms torn column by column: first all labels, then all values. Values are given to labels in their order.
 *
 * Doubts: `beschriftung-unsicher` unless the counts of whole values agree or the arithmetic proves the order (a − b = c).
 * Source: forms whose row of heads "Gesamtkosten | Einzahlungen | Finanzierung | Belastung" stands over a row of values.
 */

import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { yearOf } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'

export interface TornLabel {
  readonly label: string
  readonly doubts: readonly Doubt[]
}

const LABEL = latin(
  oneLine`
    ^(?:
      Gesamt|Einzahlung|Einnahme|Ertr[aä]g|Erlös|Aufw[aä]nd|Aufwendung|Auszahlung|Ausgabe|Kosten|
      Finanzierung|Jährlich|Laufend|Folge|Zusch[uü]ss|Objektbezogene|Eigen|Sach|Personal|Investition|
      Abschreibung|Saldo|Deckung|Budget|Zins|Belastung|Mehr|Minder|Netto|Brutto
    )
  `,
  'u',
)
const OWN_LABEL = /\p{L}{3}/u
const MOST_BLOCKS = 5

/** For amounts of torn forms: their labels, by offset in the paper's text. */
export function tornLabels(placed: readonly Placed[]): Map<number, TornLabel> {
  const found = new Map<number, TornLabel>()
  for (const [index, block] of placed.entries()) {
    const labels = labelsOf(block)
    if (labels.length < 2) continue
    const groups = groupsOf(valuesBelow(placed, index))
    if (groups.length && groups.length <= labels.length) assign(found, labels, groups)
  }
  return found
}

/** The labels of a block that is nothing but labels. */
function labelsOf({ block, text }: Placed): string[] {
  if (block.type !== 'paragraph' || /\d{3}|[.!?]\s*$/.test(text) || readMoney(text).amounts.length) return []
  const labels: string[] = []
  let open = 0
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end).trim()
    const last = labels.at(-1)
    if (
      last !== undefined &&
      (open > 0 || !LABEL.test(line) || /(?:\s(?:der|die|des|durch|für|und|von|aus)|[/-])$/u.test(last))
    )
      labels[labels.length - 1] = `${last} ${line}`
    else if (LABEL.test(line)) labels.push(line)
    else return []
    open = [...(labels.at(-1) ?? '')].reduce((depth, sign) => depth + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0)
  }
  return labels.some((label) => label.endsWith(':'))
    ? []
    : labels.map((label) => label.replace(/\s*\([^()]{40,}\)\s*$/u, ''))
}

interface Value {
  readonly at: number
  readonly cents: number
  readonly year: number | null
  /** Nothing but the amount and how it is meant stands on its line. */
  readonly plain: boolean
}

/** Amounts without words of their own in the blocks below, until a block that holds none. */
function valuesBelow(placed: readonly Placed[], index: number): Value[] {
  const values: Value[] = []
  for (const block of placed.slice(index + 1, index + 1 + MOST_BLOCKS)) {
    const { amounts } = readMoney(block.text)
    if (!amounts.length) break
    for (const [at, amount] of amounts.entries()) {
      const before = block.text.slice(amounts[at - 1]?.end ?? 0, amount.start)
      if (hasOwnLabel(before)) continue
      const line = lineAround(block.text, amount)
      values.push({
        at: within(block, amount).start,
        cents: amount.cents,
        year: yearOf(line.text, line.span, []),
        plain: isPlain(line),
      })
    }
  }
  return values
}

function hasOwnLabel(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return OWN_LABEL.test(
    line
      .replace(/^\s*\/\s?\p{L}+/u, '')
      .replace(/(?:ca\.?|rund|rd\.|etwa|inkl\..*|brutto|netto|p\.\s?a\.|jährlich)/giu, ''),
  )
}

/** "(90.000 € einmalig" or "zwischen 68.000 und" is part of a longer value: it need not be the next label's. */
function isPlain({ text, span }: { text: string; span: Span }): boolean {
  const rest = text.slice(0, span.start) + text.slice(span.end)
  return !/\p{L}{3}|\d{2}|[(–-]/u.test(rest.replace(QUALIFIER, ' '))
}

/** How an amount is meant, beside it on its line. */
const QUALIFIER =
  /(?:ca\.?|rund|rd\.|etwa|(?:inkl|zzgl)\..*|inklusive.*|brutto|netto|p\.\s?a\.|\/\s?(?:a|Jahr)|jährlich|einmalig|(?:im|in|für|ab) (?:Jahr |HHJ |HJ )?(?:19|20)\d\d|(?:19|20)\d\d:?)/giu

function lineAround(text: string, amount: Amount): { text: string; span: Span } {
  const start = text.lastIndexOf('\n', amount.start) + 1
  const stop = text.indexOf('\n', amount.end)
  const line = text.slice(start, stop < 0 ? text.length : stop)
  return { text: line, span: { start: amount.start - start, end: amount.end - start } }
}

/** Values of one label follow each other year by year; where the years begin again, the next label's values begin. */
function groupsOf(values: readonly Value[]): Value[][] {
  const groups: Value[][] = []
  for (const value of values) {
    const last = groups.at(-1)?.at(-1)
    if (last && value.year !== null && last.year !== null && value.year > last.year) groups.at(-1)?.push(value)
    else groups.push([value])
  }
  return groups
}

function assign(found: Map<number, TornLabel>, labels: readonly string[], groups: readonly Value[][]): void {
  const order = orderOf(labels, groups)
  const sums = groups.map((group) => group.reduce((sum, { cents }) => sum + cents, 0))
  const counted = groups.length === labels.length && groups.every((group) => group.every(({ plain }) => plain))
  const proved = counted || (sums.length >= 3 && (sums[0] ?? 0) - (sums[1] ?? 0) === sums[2])
  const doubts: Doubt[] = proved ? [] : ['beschriftung-unsicher']
  for (const [at, group] of groups.entries()) {
    const label = labels[order[at] ?? at]
    if (label) for (const value of group) found.set(value.at, { label, doubts })
  }
}

/** Two equal values are the whole and what the municipality pays of it; otherwise the order is that of the labels. */
function orderOf(labels: readonly string[], groups: readonly Value[][]): number[] {
  const [first, second] = groups
  const own = labels.findIndex((label, at) => at > 0 && /finanzierung|eigen|zu lasten|haushalt/iu.test(label))
  if (
    groups.length === 2 &&
    first?.length === 1 &&
    second?.length === 1 &&
    own > 0 &&
    first[0]?.cents === second[0]?.cents
  )
    return [0, own]
  return groups.map((_, at) => at)
}
