/**
 * Amounts of money in German text.
 *
 * Units: cents are integer euro cents with the printed unit applied; offsets are UTF-16 code units into the text given.
 * Reads: any stretch of text; a number counts only with a currency at it, beside it in a range, or a turnus at it.
 * Source: notations of council papers: `3.100.000 €`, `TEUR 500`, `rd. 3,2 – 3,8 Mio. Euro`, `725.000,- €`,
 * `691 und 30 TEUR`, `./. 5.000 €`, `2012986.237,54Euro` (year and amount glued by extraction).
 */
import type { Span } from '../document.ts'
import { isApprox, isRange, isReduction, isThreshold } from './money-context.ts'
import { type Shared, type Token, tokensOf } from './money-tokens.ts'
import { carriesTurnus, replacesInTurnus, sharesTurnus, type Turnus, turnusAround } from './turnus.ts'

export interface Amount extends Span {
  readonly cents: number
  readonly approx: boolean
  readonly threshold: boolean
  /** Part of a range ("3 bis 4 Mio. €"). */
  readonly range: boolean
  readonly turnus: Turnus | null
  readonly sign: '+' | '-' | null
  /** The notation lets another reading. */
  readonly unclear: boolean
  /** The currency is not printed at the number ("250.000/Jahr"). */
  readonly assumed: boolean
  /** A year the extraction glued to the amount. */
  readonly gluedYear: number | null
}

export interface MoneyReading {
  readonly amounts: readonly Amount[]
  /** Numbers with a currency that are no number that can be read. */
  readonly unreadable: readonly Span[]
}

/** Every amount of money in a text, and what looks like one but cannot be read. */
export function readMoney(text: string): MoneyReading {
  const tokens = tokensOf(text)
  const amounts: Amount[] = []
  const unreadable: Span[] = []
  for (const printed of tokens) {
    const { unit } = printed
    if (!unit) continue
    const token = withoutNote(printed, unit.scale)
    const cents = centsOf(token, unit.scale)
    if (cents === undefined) unreadable.push({ start: token.start, end: token.end })
    else amounts.push(amountOf(text, token, unit, cents))
  }
  linkRanges(text, amounts)
  shareTurnus(text, amounts)
  const glued = unreadable.filter(({ start, end }) => /^\d{4,}\.\d{3}/.test(text.slice(start, end))).length
  if (!glued) return { amounts, unreadable }
  if (glued === 1)
    return {
      amounts: amounts.map((amount) => (isSuspect(text, amount) ? { ...amount, unclear: true } : amount)),
      unreadable,
    }
  const suspects = amounts.filter((amount) => isSuspect(text, amount)).map(({ start, end }) => ({ start, end }))
  return {
    amounts: amounts.filter((amount) => !isSuspect(text, amount)),
    unreadable: [...unreadable, ...suspects].sort((a, b) => a.start - b.start),
  }
}

/** "ca. 5 € bis 6 €", "über 5 € bis 6 € zuständig": what is said before the first end holds for both. */
function linkRanges(text: string, amounts: Amount[]): void {
  for (const [at, high] of amounts.entries()) {
    const low = amounts[at - 1]
    if (!low || low.range || !isRange(text.slice(low.end, high.start), low.cents, high.cents)) continue
    amounts[at - 1] = { ...low, range: true, turnus: low.turnus ?? high.turnus }
    amounts[at] = {
      ...high,
      range: true,
      approx: high.approx || low.approx,
      threshold: high.threshold || low.threshold,
    }
  }
}

function shareTurnus(text: string, amounts: Amount[]): void {
  for (const [at, next] of amounts.entries()) {
    const last = amounts[at - 1]
    if (!last || (last.turnus === null) === (next.turnus === null)) continue
    const between = text.slice(last.end, next.start)
    const shared = sharesTurnus(between, last.cents, next.cents) || replacesInTurnus(between, last.cents, next.cents)
    if (!shared && !(last.turnus && carriesTurnus(between, last.turnus))) continue
    if (last.turnus === null) amounts[at - 1] = { ...last, turnus: next.turnus }
    else amounts[at] = { ...next, turnus: last.turnus }
  }
}

/** "- 5.000 €" alone on its line: a minus, or the sign of a list. */
function isDashed(text: string, start: number, end: number): boolean {
  return (
    /(?:^|\n)[^\S\n]{0,8}[-−–][^\S\n]{1,4}$/.test(text.slice(Math.max(0, start - 16), start)) &&
    /^[^\S\n]*(?:\n|$)/.test(text.slice(end, end + 8))
  )
}

/** "4.239.656,641 Euro": a third digit behind the comma of thousands is a footnote's mark, as far as can be told. */
function withoutNote(token: Token, scale: number): Token {
  const { digits, decimals } = token.decimal ?? { digits: 0, decimals: 0 }
  if (scale !== 1 || decimals !== 3 || digits < 1_000_000 || digits % 10 === 0) return token
  return { ...token, decimal: { digits: Math.floor(digits / 10), decimals: 2, unclear: true }, unclear: true }
}

/** Digits of a token in cents; `undefined` if that is no whole, safe number. */
function centsOf(token: Token, scale: number): number | undefined {
  if (!token.decimal) return undefined
  const { digits, decimals } = token.decimal
  const shift = Math.round(Math.log10(scale * 100)) - decimals
  const cents = shift >= 0 ? digits * 10 ** shift : digits / 10 ** -shift
  if (!Number.isSafeInteger(cents)) return undefined
  return token.negative && cents ? -cents : cents
}

function amountOf(text: string, token: Token, unit: Shared, cents: number): Amount {
  const before = text.slice(Math.max(0, token.outerStart - 80), token.outerStart)
  const lead = unit.leadStart < token.outerStart ? text.slice(Math.max(0, unit.leadStart - 80), unit.leadStart) : before
  const reduced = isReduction(before)
  const after = text.slice(unit.end, unit.end + 64)
  return {
    start: token.outerStart,
    end: unit.end,
    cents: reduced && cents > 0 ? -cents : cents,
    approx: isApprox(before, after) || isApprox(lead, after),
    threshold: isThreshold(before, after) || isThreshold(lead, after),
    range: unit.range,
    turnus: turnusAround(lead, after),
    sign: token.negative || reduced ? '-' : token.plus ? '+' : null,
    unclear: token.unclear || unit.unclear || isDashed(text, token.outerStart, unit.end),
    assumed: unit.assumed,
    gluedYear: token.gluedYear,
  }
}

/** Beside numbers glued together by extraction, an amount at a line's start or glued to a word may be one of them. */
function isSuspect(text: string, amount: Amount): boolean {
  return amount.start === 0 || /[\n\p{L}\p{N}.,]/u.test(text.charAt(amount.start - 1))
}
