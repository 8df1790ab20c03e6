/**
 * Numbers of a text with the unit of money that belongs to each: printed at it, or shared in a range or enumeration
 * ("3,2 – 3,8 Mio. Euro", "691 und 30 TEUR").
 *
 * Units: offsets in UTF-16 code units; `scale` in euros per counted unit.
 */

import { isYear } from '../years.ts'
import { latin } from './latin.ts'
import { scaleBehind, type Unit, unitBefore, unitBehind } from './money-units.ts'
import { type Decimal, decimalFrom } from './number.ts'

/** The unit that holds for a number. */
export interface Shared {
  readonly scale: number
  /** Where the stretch that shows number and unit ends. */
  readonly end: number
  /** Where the range or enumeration it is part of begins. */
  readonly leadStart: number
  readonly range: boolean
  readonly assumed: boolean
  readonly unclear: boolean
}

export interface Token {
  /** The number itself. */
  readonly start: number
  readonly end: number
  /** With sign and a currency before it. */
  readonly outerStart: number
  readonly decimal: Decimal | undefined
  readonly negative: boolean
  readonly plus: boolean
  readonly unclear: boolean
  readonly gluedYear: number | null
  readonly unit: Shared | undefined
}

/** A number in blank-parted groups, or any run of digits, dots and commas; `,-` and `,--` belong to it. */
const NUMBER = latin(
  /(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,4}(?![\d\p{L}]|[.,]\d{3}|[.,]?\d)(?:,\d{1,2}(?!\d)|,[-–—]{1,2})?|\d(?:[\d.,'’]*\d)?(?:,[-–—]{1,2}(?!\d))?/gu,
)
const GLUED_YEAR = /^((?:19|20)\d\d)(\d{1,3}(?:\.\d{3})+(?:,\d{2})?)$/
const PER_YEAR = /^\s?(?:\/\s?(?:Jahr|a)(?!\p{L})|p\.\s?a\.)/u
const MONEY_NOUN =
  /(?:kosten|aufw[aä]nd|aufwendung|ertr[aä]g|einnahme|ausgabe|zusch[uü]ss|mittel|betr[aä]g|miete|entgelt|beitr[aä]g|belastung|budget|bedarf)/iu
const CONNECTOR =
  /^\s{0,3}(bis(?: zu)?|[-–—]|und|u\.|oder|bzw\.|beziehungsweise|auf|sowie|,)\s{0,3}(?:(?:ca\.|rund|rd\.|etwa|max\.)\s{0,2})?$/u
const COUNTED =
  /(?:§{1,2}|Abs(?:atz|\.)|Nr\.|Nummer|Punkt|Kapitel|Ziffer|Anlagen?|Seiten?|Los|TOP|Abschnitt|Artikel|Art\.|Pos(?:ition|\.)|(?<!\p{L})(?:EG|E|A|S|B|Bes\.-?Gr\.|BesGr\.?))\s{0,2}$/u

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let free = 0
  for (const found of text.matchAll(NUMBER)) {
    const token = joined(text, tokenAt(text, found[0], found.index, free), tokens)
    if (/[%=?&]/.test(text.charAt(found.index - 1)) && !/\s/.test(text.charAt(found.index - 2))) continue
    tokens.push(token)
    free = token.unit?.end ?? token.end
  }
  shareForward(text, tokens)
  shareBack(text, tokens)
  return tokens
}

/** Words that only an amount can follow: "ca. 2." is none. */
const TORN =
  /(?<leads>(?<!\p{L})(?:ca\.|rd\.|circa|rund|etwa|bis(?: zu)?|von|auf|über|um|mit|knapp)\s)?(?<![\d.,]|\d\s)(?<head>\d{1,3})\.(?<gap>[^\S\n]{1,2})$/u
const THOUSANDS = /^\d{3}(?:\.\d{3})*(?:,\d{2})?$/

/** "ca. 2. | 100.000 €": a number torn behind its first dot is put together, or in doubt where it may be two. */
function joined(text: string, token: Token, tokens: Token[]): Token {
  const printed = text.slice(token.start, token.end)
  if (!token.unit || !THOUSANDS.test(printed) || text.charAt(token.start - 1).trim()) return token
  const found = TORN.exec(text.slice(Math.max(0, token.start - 18), token.start))?.groups
  const whole = found && decimalFrom(`${found.head}.${printed}`)
  if (!found || !whole || (!found.leads && !found.gap?.includes('\t'))) return token
  if (!found.leads) return { ...token, unclear: true }
  const start = token.start - (found.head?.length ?? 0) - 1 - (found.gap?.length ?? 0)
  tokens.pop()
  return { ...token, start, outerStart: start, decimal: whole, unit: { ...token.unit, leadStart: start } }
}

function tokenAt(text: string, printed: string, start: number, free: number): Token {
  const glued = decimalFrom(printed) ? null : GLUED_YEAR.exec(printed)
  // "-,80 €": the dash stands for no euros.
  const centsOnly =
    /^\d{2}$/.test(printed) && /(?<![\p{L}\d])[-–—]{1,2},$/u.test(text.slice(Math.max(0, start - 4), start))
  const numberStart = glued ? start + 4 : centsOnly ? start - 2 : start
  const decimal = decimalFrom(glued?.[2] ?? (centsOnly ? `0,${printed}` : printed))
  const end = start + printed.length
  const sign = signBefore(text, numberStart, free)
  const signStart = sign.mark ? numberStart - sign.mark.length : numberStart
  const before = unitBefore(text.slice(free, signStart))
  const behind = unitBehind(text.slice(end, end + 40))
  const trailing = !behind && /^-(?:\s{0,2}(?:€|EUR|Euro))/.test(text.slice(end, end + 8)) && decimal?.decimals === 2
  const unit = unitFor(
    text,
    printed,
    start,
    end,
    before,
    trailing ? unitBehind(text.slice(end + 1, end + 41)) : behind,
    trailing ? 1 : 0,
  )
  const usesBefore = unit !== undefined && before !== undefined && !behind && !trailing
  const spaced = /[ ]/.test(printed) && !usesBefore
  const odd = centsOnly ? undefined : oddBefore(text, start, signStart)
  const minus = /(?<![\d.,/])(?:19|20)\d\d:?[^\S\n]{0,4}[-−–][^\S\n]{1,4}$/.test(
    text.slice(Math.max(0, numberStart - 14), numberStart),
  )
  return {
    start: numberStart,
    end,
    outerStart: usesBefore ? signStart - before.length : signStart,
    decimal: odd === 'reject' ? undefined : decimal,
    negative: (sign.mark !== '' && sign.mark !== '+') || trailing || minus,
    plus: sign.mark === '+',
    unclear:
      (decimal?.unclear ?? false) ||
      spaced ||
      glued !== null ||
      minus ||
      odd === 'unclear' ||
      groupedMillions(printed, unit?.scale),
    gluedYear: glued ? Number(glued[1]) : null,
    unit,
  }
}

/** A minus or plus printed directly at a number, if it is no hyphen, dash or bullet. */
function signBefore(text: string, start: number, free: number): { mark: string } {
  const mark = text.charAt(start - 1)
  if (start - 1 < free || !/[-−–‐‑+]/.test(mark)) return { mark: '' }
  const left = text.charAt(start - 2)
  return left === '' || /[\s(€:]/.test(left) ? { mark } : { mark: '' }
}

const ENGINE = /(?:Abgas|Schadstoff|Euro)(?:norm|klasse|stufe)\p{L}{0,3}:?\s+(?:Euro\s)?$/u

const NEXT_NUMBER = /^\s{1,2}\d{1,4}(?:[.,]\d{1,3})?(?![.,]?\d|[^\S\n]{0,2}(?:€|EUR|Euro|T|Mio|Mrd|%))/u

function unitFor(
  text: string,
  printed: string,
  start: number,
  end: number,
  before: Unit | undefined,
  behind: Unit | undefined,
  skip: number,
): Shared | undefined {
  const plain = { leadStart: start, range: false, assumed: false, unclear: false }
  // A year on its line over a unit on the next: a head, and the first sign of an empty row.
  if (behind && isYear(printed) && /^[^\S\n]*\n/.test(text.slice(end, end + 4))) return undefined
  // "nach den Sätzen 2031 Euro 71.400": the unit belongs to the number behind it.
  if (
    behind &&
    isYear(printed) &&
    /^\s{0,2}\d{1,3}(?:\.\d{3})+(?![.\d])(?!\s?(?:€|EUR|Euro))/.test(
      text.slice(end + behind.length, end + behind.length + 24),
    )
  )
    return undefined
  // "im Haushalt 2031 TEUR 910"
  if (
    behind &&
    behind.scale > 1 &&
    isYear(printed) &&
    NEXT_NUMBER.test(text.slice(end + behind.length, end + behind.length + 24))
  )
    return undefined
  // "Abgasnorm Euro 3 Euro VI" names classes of engines.
  if (behind && printed.length === 1 && ENGINE.test(text.slice(Math.max(0, start - 32), start))) return undefined
  if (behind) return { ...plain, scale: behind.scale, end: end + skip + behind.length }
  // "in €" heads a column; what begins the next line with words or a code behind it is an account.
  const head = before && /in[^\S\n]+\S{1,6}[^\S\n]*\n\s*$/u.test(text.slice(Math.max(0, start - 14), start))
  if (head && /^\d+$/.test(printed) && /^[-./]?[^\S\n]*[\p{L}\d]/u.test(text.slice(end, end + 4))) return undefined
  if (before && !isYear(printed) && (printed.length > 1 || before.scale > 1)) {
    const scale = scaleBehind(text.slice(end, end + 24))
    return scale ? { ...plain, scale: scale.scale, end: end + scale.length } : { ...plain, scale: before.scale, end }
  }
  if (
    /^\d{1,3}(?:\.\d{3})+$/.test(printed) &&
    PER_YEAR.test(text.slice(end, end + 8)) &&
    MONEY_NOUN.test(text.slice(Math.max(0, start - 80), start))
  ) {
    return { ...plain, scale: 1, end, assumed: true }
  }
  // "809.270,--" and "50,-" write out that there are no cents: no other number is printed so.
  const dashes = /\d,([-–—]{1,2})$/u.exec(printed)?.[1]
  if (dashes && printed.length > 3 && !COUNTED.test(text.slice(Math.max(0, start - 16), start)))
    return { ...plain, scale: 1, end, assumed: dashes.length < 2 }
  return undefined
}

function oddBefore(text: string, start: number, signStart: number): 'reject' | 'unclear' | undefined {
  if (signStart < start) return undefined
  const left = text.charAt(start - 1)
  if (/[\p{L}.,]/u.test(left)) return 'unclear'
  if (left === '/' && /\d/.test(text.charAt(start - 2))) return 'reject'
  return undefined
}

/** "3.456 Mio." may be three and a half or three thousand. */
function groupedMillions(printed: string, scale: number | undefined): boolean {
  return scale !== undefined && scale >= 1e6 && /^\d{1,3}(?:\.\d{3})+$/.test(printed)
}

/** A number without unit before one with a unit behind it shares that unit. */
function shareForward(text: string, tokens: Token[]): void {
  for (let at = tokens.length - 2; at >= 0; at--) {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (!token || !next?.unit || token.unit || next.unit.end <= next.end) continue
    if (next.unit.assumed || next.outerStart !== next.start) continue
    const own = scaleBehind(text.slice(token.end, next.start))
    const between = text.slice(token.end + (own?.length ?? 0), next.start)
    const word = CONNECTOR.exec(between)?.[1]
    if (!word || !mayShare(text, token, word, next.unit.scale)) continue
    // "a, b und c TEUR" is an enumeration; "3027.812 47-0, 450 T€" is none.
    if (word === ',' && unitBehind(text.slice(next.end, next.end + 40))) continue
    if (/^(?:bis|[-–—])/.test(word) && isFarBelow(token, next, own)) continue
    const big = (token.decimal?.digits ?? 0) >= 1000 && /\./.test(text.slice(token.start, token.end))
    const scale = own?.scale ?? (big && next.unit.scale >= 1e6 ? 1 : next.unit.scale)
    const range = /^(?:bis|[-–—])/.test(word)
    tokens[at] = {
      ...token,
      unit: { ...next.unit, scale, leadStart: token.start, range, unclear: big && next.unit.scale >= 1e6 },
    }
    tokens[at + 1] = { ...next, unit: { ...next.unit, range: range || next.unit.range, leadStart: token.start } }
  }
}

/** "EG 6 - 297.000 €": ends of a range lie nearer to each other, unless it begins with nothing. */
function isFarBelow(token: Token, next: Token, own: Unit | undefined): boolean {
  const [low, high] = [token, next].map(({ decimal }) => (decimal ? decimal.digits / 10 ** decimal.decimals : 0))
  return !own && low !== undefined && high !== undefined && low > 0 && low < 100 && high >= 1000 && high / low > 200
}

/** A number without unit behind one with a unit before it ("TEUR 500 und 600") shares that unit. */
function shareBack(text: string, tokens: Token[]): void {
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at]
    const last = tokens[at - 1]
    if (!token || token.unit || !last?.unit || last.unit.end !== last.end || last.unit.assumed) continue
    const word = CONNECTOR.exec(text.slice(last.end, token.start))?.[1]
    if (!word || word === ',' || !mayShare(text, token, word, last.unit.scale)) continue
    if (/^\s?(?:%|\p{Lu})/u.test(text.slice(token.end, token.end + 2)) && !/^(?:bis|[-–—])/.test(word)) continue
    const range = /^(?:bis|[-–—])/.test(word)
    tokens[at] = { ...token, unit: { ...last.unit, end: token.end, leadStart: last.outerStart, range } }
    tokens[at - 1] = { ...last, unit: { ...last.unit, range } }
  }
}

function mayShare(text: string, token: Token, word: string, scale: number): boolean {
  const printed = text.slice(token.start, token.end)
  if (!token.decimal || (isYear(printed) && scale < 1e3) || token.unclear) return false
  if (isYear(printed) && !/^(?:bis|[-–—])/.test(word)) return false
  const before = text.slice(Math.max(0, token.start - 16), token.start)
  if (COUNTED.test(before) || /[\p{L}\d/.]$/u.test(before)) return false
  if (word === 'auf')
    return /(?:^|[^\p{L}])von\s{0,2}(?:(?:bisher|bislang|derzeit|aktuell|zuletzt|zurzeit|ursprünglich)\s)?(?:ca\.\s|rund\s|etwa\s)?$/u.test(
      text.slice(Math.max(0, token.start - 28), token.start),
    )
  if (word === ',') return scale > 1
  if (/^(?:bis|[-–—])/.test(word)) return true
  return scale > 1 || printed.length >= 3 || /zwischen\s{0,2}$/u.test(before)
}
