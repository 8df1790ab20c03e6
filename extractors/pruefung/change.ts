/**
 * Changes in running text against the numbers they speak of: "von 368 auf 1.822 Fälle (+395,1 %)", "von 200.000 € um 5 %
 * auf 210.000 €", "verdoppelt sich von 10 auf 20 Plätze".
 *
 * Reads: one sentence. A change of percentages, a change per year and a sentence with several changes are not followed.
 */
import type { Span } from '../../src/document.ts'
import { decimalFrom } from '../../src/parse/number.ts'
import { isYear } from '../../src/years.ts'
import { type Factor, factorsIn, type Percent, percentsIn } from './factor-words.ts'

/** What a sentence says of two numbers, and what they say themselves; ratios in thousandths. */
export interface Change {
  readonly art: 'faktor' | 'prozent'
  /** Where the factor or percentage is printed. */
  readonly span: Span
  readonly printed: string
  readonly found: number
  readonly expected: number
  readonly tolerance: number
  readonly rechnung: string
  readonly numbers: readonly Span[]
}

const ABOUT =
  '(?:(?:rund|ca\\.|etwa|circa|rd\\.|knapp|über|bisher|derzeit|aktuell|zuletzt|nun|jetzt|künftig|nunmehr|insgesamt|voraussichtlich|jährlich|gut|fast|nur|noch|zurzeit|jeweils)\\s+){0,3}'
const NUMBER = '\\d{1,3}(?:[. ]\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?'
const UNIT = '\\s?(?:Mio\\.?|Millionen|Mrd\\.?|Milliarden|Tsd\\.?|T€|TEUR|T\\sEuro)?(?:\\s?(?:€|EUR|Euro))?'
const CHANGE = new RegExp(
  `(?<![\\p{L}\\d])(?<!(?:Höhe|gang|Anstieg|nahme|ung|wachs|Umfang)\\s)von\\s+${ABOUT}(?<a>${NUMBER})(?<ua>${UNIT})(?!\\d)(?<mid>[^.;:!?]{0,70}?)\\s+auf\\s+${ABOUT}(?<b>${NUMBER})(?<ub>${UNIT})(?![\\d.]\\d)(?<after>[^;!?]{0,80})`,
  'gu',
)
/** "in Höhe von 50 auf …" is no change from 50. Nothing is said of a change by the year or of percentage points. */
const OTHER = /Prozentpunkt|%-Punkt|pro Jahr|p\. ?a\.|jährlich um|je Jahr|jeweils/u

/** How far behind the second number its percentage may stand. */
const NEAR = 45

export function changesIn(words: string): Change[] {
  const matches = [...words.matchAll(CHANGE)]
  const [match] = matches
  if (matches.length !== 1 || !match?.groups) return []
  const { a = '', ua = '', mid = '', b = '', ub = '', after = '' } = match.groups
  const near = sentenceEnd(after)
  if (/^\s?(?:%|Prozent|v\. ?H)/u.test(mid) || /^\s?(?:%|Prozent|v\. ?H)/u.test(near) || OTHER.test(mid + near))
    return []
  if ((isYear(a) && !ua.trim()) || (isYear(b) && !ub.trim()) || /(?<!\p{L})bis(?!\p{L})/u.test(mid)) return []
  const before = sizeOf(a, ua || (/\d,\d|^\d{1,3}$/.test(a) ? ub : ''))
  const behind = sizeOf(b, ub)
  if (!before || !behind || before.value === 0) return []
  const at = match.index
  const midAt = at + match[0].indexOf(mid, match[0].indexOf(a) + a.length + ua.length)
  const afterAt = at + match[0].length - after.length
  const lead = words.slice(Math.max(0, at - 60), at)
  const percents = [
    ...movedTo(
      percentsIn(mid).filter(({ changes }) => changes),
      midAt,
    ),
    ...movedTo(
      percentsIn(near).filter(
        ({ start, changes, signed }) => start <= NEAR && (changes || signed) && concludes(near.slice(0, start)),
      ),
      afterAt,
    ),
    ...movedTo(
      percentsIn(lead).filter(({ end, changes }) => changes && lead.length - end <= 4),
      at - lead.length,
    ),
  ]
  const factors = factorsIn(words).filter(
    ({ start, end }) =>
      (end <= at && joins(words.slice(end, at))) ||
      (start >= at && start < afterAt) ||
      (start >= afterAt && joins(words.slice(afterAt, start))),
  )
  const ratio = behind.value / before.value
  const blur = ratio * (before.ulp / 2 / before.value + behind.ulp / 2 / behind.value)
  const rechnung = `${a}${ua} → ${b}${ub}`.replace(/\s+/g, ' ')
  const numbers = [spanOf(words, a, at), spanOf(words, b, words.indexOf(' auf ', at))]
  if (percents.length === 1 && percents[0]) return [percentChange(percents[0], ratio, blur, rechnung, numbers)]
  if (!percents.length && factors.length === 1 && factors[0])
    return [factorChange(factors[0], ratio, blur, rechnung, numbers)]
  return []
}

/** What follows a comma or "und" speaks of the same change only if it says so ("und damit um", ", das entspricht"). */
function concludes(between: string): boolean {
  return (
    !/[,;]|(?<!\p{L})(?:und|sowie|während|aber)(?!\p{L})/u.test(between) ||
    /(?<!\p{L})(?:damit|somit|also|mithin|entspricht|entspräche|bedeutet|d\. ?h\.|das sind|das ist)(?!\p{L})/u.test(
      between,
    )
  )
}

/** Nothing stands between that could begin to speak of something else. */
function joins(between: string): boolean {
  return between.length <= 25 && !/[,;:]|(?<!\p{L})(?:und|sowie|bzw|oder|während|aber)(?!\p{L})/u.test(between)
}

/** A percentage against two numbers: it may be printed with or without its sign. */
export function percentChange(
  { start, end, value, ulp, signed, about, printed }: Percent,
  ratio: number,
  blur: number,
  rechnung: string,
  numbers: readonly Span[],
): Change {
  const exact = (ratio - 1) * 100
  const expected = signed ? exact : Math.abs(exact)
  const tolerance = Math.max(ulp / 2 + blur * 100, about ? Math.max(1, Math.abs(expected) * 0.1) : 0)
  const milli = { found: thousandths(value), expected: thousandths(expected), tolerance: thousandths(tolerance) + 1 }
  return { art: 'prozent', span: { start, end }, printed, ...milli, rechnung, numbers }
}

export function factorChange(
  { start, end, value, ulp, about, printed }: Factor,
  ratio: number,
  blur: number,
  rechnung: string,
  numbers: readonly Span[],
): Change {
  const tolerance = Math.max(ulp / 2 + blur, about ? value * 0.1 : 0)
  const milli = { found: thousandths(value), expected: thousandths(ratio), tolerance: thousandths(tolerance) + 1 }
  return { art: 'faktor', span: { start, end }, printed, ...milli, rechnung, numbers }
}

function thousandths(value: number): number {
  return Math.round(value * 1000)
}

function sizeOf(number: string, unit: string): { value: number; ulp: number } | undefined {
  const decimal = decimalFrom(number)
  if (!decimal) return undefined
  const scale = /Mrd|Milliard/u.test(unit) ? 1e9 : /Mi/u.test(unit) ? 1e6 : /T/u.test(unit) ? 1e3 : 1
  const ulp = scale / 10 ** decimal.decimals
  return { value: decimal.digits * ulp, ulp }
}

/** Up to the full stop that ends the sentence; one behind a digit or an abbreviation ends none. */
function sentenceEnd(words: string): string {
  const stop = /(?<=\p{L}{3}|[)%])\.(?:\s|$)/u.exec(words)
  return stop ? words.slice(0, stop.index) : words
}

function movedTo(found: readonly Percent[], by: number): Percent[] {
  return found.map((one) => ({ ...one, start: one.start + by, end: one.end + by }))
}

function spanOf(words: string, part: string, from: number): Span {
  const start = words.indexOf(part, Math.max(0, from))
  return { start, end: start + part.length }
}
