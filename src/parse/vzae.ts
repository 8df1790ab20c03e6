/**
 * Quantities of full-time equivalents and posts in German text: "0,5 VZÄ", "drei Stellen", "ca. 15 bis 25 VZÄ",
 * "50-Prozent-Stelle", "2x Erzieher:innen".
 *
 * Never guesses: counts of people, ratios ("0,4 VK je Gruppe"), places ("an zwei Stellen", "Haltestellen"),
 * back-references ("diese beiden Stellen") and plain articles ("eine Stelle") are none.
 *
 * Units: full-time equivalents or posts, at most three decimals; offsets in UTF-16 code units.
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { isYear } from '../years.ts'
import { latin } from './latin.ts'
import { PAY_GROUP, payGroupOf } from './pay-group.ts'
import { isAbout } from './staffing-about.ts'
import { articleCounts, isNoQuantity } from './staffing-exclude.ts'
import { DIGITS, isArticle, NUMBER_WORD, PLAIN_WORD, type StaffNumber, staffNumberOf } from './staffing-number.ts'
import { partsIn } from './staffing-parts.ts'
import { FULL_TIME, POSTS, type StaffUnit, unitOf } from './staffing-unit.ts'
import { viewOf } from './staffing-view.ts'

/** One quantity and where it is printed; the two ends of a range are two mentions. */
export interface StaffMention extends Span {
  readonly wert: number
  readonly einheit: StaffUnit
  readonly ungefaehr: boolean
  /** True if the number lets more than one reading. */
  readonly unclear: boolean
  /** True if the number is not printed beside its unit ("von 1,5 auf 2 VZÄ": the 1,5). */
  readonly shared: boolean
  /** Where its unit begins. */
  readonly unitStart: number
}

const NUMBER = `(?:${DIGITS}|${NUMBER_WORD})`
/** What ends like an adjective and parts a number from the unit of another: "Im Amt 50 werden vier neue Stellen …". */
const NO_ADJECTIVE = `(?:werden|wurden|waren|sollen|sollten|haben|hatten|können|konnten|müssen|${PLAIN_WORD})(?!\\p{L})`
/** "eine auf zwei Jahre befristete Stelle" */
const TERM = '(?: (?:auf|für|bis zu) (?:\\p{Ll}+|\\d{1,2}) (?:Jahre?n?|Monate?n?)(?= befristete))?'
const ADJECTIVES =
  TERM +
  `(?:,? (?!halbe|dreiviertel|${NO_ADJECTIVE})` +
  '(?:\\p{Ll}[\\p{L}-]{0,28}(?:e|en|er|es|em|s|n)|neu|noch|je|mehr|VZ)){0,3}'
/** Arbeitskräfte: only behind a decimal, for the letters stand for much else. */
const WORKERS = 'AK(?:-?E(?:inheiten)?)?'
/** Any compound of posts: only behind a decimal, for half a place is none. */
const ANY_POSTS = '\\p{Lu}\\p{Ll}{3,30}stellen?'
const UNIT = `(?:${FULL_TIME}|${POSTS}|${WORKERS}|${ANY_POSTS})`
const KNOWN = new RegExp(`^(?:${FULL_TIME}|${POSTS})$`, 'u')
/** What every unit holds; most of a paper has none, and the searches for quantities are long. */
const UNIT_SIGN = /stelle|vz|vbe|vk|fte|voll|mak|\d ?AK/iu
const SIGN = '(?<sign>[+-] {0,2}|– ?)?'
const BEFORE = '(?<![\\p{L}\\d§/]|\\d[.,:]|[\\p{L}\\d]-)'
const LINK = '(?<link> {0,2}(?:-|–|/) {0,2}| bis(?: zu)? | und | oder | bzw\\.? | sowie | auf | von )'
const AFTER = '(?:\\(n\\))?(?![\\p{L}\\d]|-\\p{L})'

/** A number, perhaps a second one, adjectives, the unit. */
const PLAIN = latin(
  `${BEFORE}${SIGN}(?:(?<first>${NUMBER})${LINK})?(?<number>${NUMBER})(?: ?[x×] (?<each>${DIGITS}))?` +
    `(?:-|er-?| ?\\(| {0,3})?(?<middle>${ADJECTIVES})(?: ?${PAY_GROUP}[ -]?)? {0,3}(?<unit>${UNIT})${AFTER}`,
  'gu',
)
/** A share of one post: "50-Prozent-Stelle", "75%ige Stelle", "5 % einer Vollzeitstelle". */
const SHARE = latin(
  `${BEFORE}(?<number>\\d{1,3}(?:,\\d{1,2})?)[ -]{0,3}(?:%|Prozent|v\\. ?H\\.)(?:-?ige[nrs]?)?[ -]{0,3}(?:(?<one>einer) )?(?<middle>${ADJECTIVES})[ -]?(?<unit>${UNIT})${AFTER}`,
  'gu',
)
const SHARE_SIGN = /%|Prozent|v\. ?H\./
/** The unit first, as in forms: "VZÄ: 2,5", "Stellenanteil von 50 %", "VZÄ 75 Prozent". */
const LABELLED = latin(
  `(?<![\\p{L}\\d])(?<unit>${FULL_TIME}|Stellen?(?:anteile?n?|umfang|bedarf|zahl|anzahl)|Anzahl (?:der )?(?:Plan)?[Ss]tellen)(?: \\(?(?:in )?(?:${FULL_TIME})\\)?)?` +
    `(?<link> ?[:=] ?| beträgt | von | in Höhe von | )(?<about>ca\\. |rund |etwa )?(?<number>[+-]?(?:${DIGITS}))(?<share> ?(?:%|Prozent))?(?![\\p{L}\\d]|[.,]\\d| ?(?:€|EUR|Euro|TEUR|Mio|Jahre|\\p{L}*[Ss]tunden|Std|WStd|h(?!\\p{L})|Monate|Personen|${UNIT}))`,
  'gu',
)
/** So many of a role: "2x Erzieher:innen". Only where the paper speaks of posts. */
const TIMES = latin(
  oneLine`
    (?<![\p{L}\d.,])(?<number>\d{1,2}) ?[x×] ?(?=
      \p{Lu}[\p{L}-]{3,40}(?:
        [:*_/]-?in(?:nen)?|er(?:in(?:nen)?)?|leitung(?:en)?|kraft|kräfte|assistenz(?:en)?|manager|
        ist(?:en)?|referent(?:en)?
      )(?![\p{L}])
    )(?<role>[\p{L}-]+(?:[:*_/]-?in(?:nen)?)?)
  `,
  'gu',
)

const GRADED = latin(
  /(?<![\p{L}\d.,/§-]|[\p{L}\d] ?[./] ?|(?:Nr|Abs|Art|Anlage|TOP|Seite|Stufe|Ziffer|Nummer|Jahr|Jahre|Uhr|Haus|Raum)\.? )(?<number>\d{1,3}(?:,\d{1,3})?) (?:[x×] )?(?<group>(?:EG|A|E|S|B) ?\d{1,2}[a-cÜ]?)(?![\p{L}\d]|[.,/]\d)/gu,
)

/** All quantities of staff in a text, in reading order. `posts`: whether the paper speaks of posts at all. */
export function staffMentionsIn(text: string, posts = true): StaffMention[] {
  const view = viewOf(text)
  const found: StaffMention[] = []
  const counted = UNIT_SIGN.test(view)
    ? [SHARE_SIGN.test(view) ? shares(view) : [], plain(view), labelled(view), graded(view)]
    : []
  for (const mentions of [...counted, posts ? times(view) : []]) {
    const before = [...found]
    for (const mention of mentions) if (!before.some((other) => overlaps(other, mention))) found.push(mention)
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end)
  const parts = partsIn(view, found)
  return parts.length ? [...found, ...parts].sort((a, b) => a.start - b.start || b.end - a.end) : found
}

function* plain(view: string): Generator<StaffMention> {
  for (const match of view.matchAll(PLAIN)) {
    const { sign = '', first, link = '', number = '', each, middle = '', unit = '' } = match.groups ?? {}
    if (!KNOWN.test(unit) && !/,\d/.test(number)) continue
    const einheit = /^AK/.test(unit) ? 'vzae' : unitOf(unit)
    const value = staffNumberOf(each ?? number)
    if (!einheit || !value || isYear(number)) continue
    const end = match.index + match[0].length
    const numberAt = match.index + sign.length + (first ? first.length + link.length : 0)
    const between = / und /.test(link) && /(?<!\p{L})zwischen (?:rund |ca\. |etwa )?$/u.test(near(view, match.index))
    const low = first ? lowerOf(first, between ? ' bis ' : link, value) : undefined
    const words = { view, start: low ? match.index + sign.length : numberAt, end, number, middle, unit, einheit }
    if (isNoQuantity(words)) continue
    if (isArticle(number) && !articleCounts(words)) continue
    const signed = !low && !first && isMinus(view, match.index, sign)
    const start = low || signed || (sign.startsWith('+') && !first) ? match.index : numberAt
    const unitStart = end - unit.length - (match[0].endsWith('(n)') ? 3 : 0)
    const base = { einheit, unitStart, unclear: value.unclear || each !== undefined, shared: false }
    const about = isAbout(view, match.index)
    if (low)
      yield { ...base, start: match.index, end, wert: low.wert, unclear: low.unclear, ungefaehr: about, shared: true }
    const ungefaehr = (low !== undefined && /bis|-|–/.test(link) && about) || (!low && isAbout(view, start))
    yield { ...base, start: low ? numberAt : start, end, wert: signed ? -value.wert : value.wert, ungefaehr }
  }
}

/** The words right before an offset. */
function near(view: string, at: number): string {
  return view.slice(Math.max(0, at - 24), at)
}

/** The lower end of a range, or the first of two figures that share a unit. */
function lowerOf(first: string, link: string, upper: StaffNumber): StaffNumber | undefined {
  const low = staffNumberOf(first)
  if (!low || isYear(first)) return undefined
  if (/bis|-|–/.test(link)) return low.wert < upper.wert ? low : undefined
  if (/\//.test(link)) return undefined
  if (/von/.test(link)) return low.wert < upper.wert && !isArticle(first) ? low : undefined
  return /,\d/.test(first) || (/auf|oder/.test(link) && !isArticle(first)) ? low : undefined
}

/** A printed sign is a minus if it touches the number or the words before it speak of a move or a cut. */
function isMinus(view: string, at: number, sign: string): boolean {
  if (!/[-–]/.test(sign)) return false
  if (sign === '-' && (at === 0 || /[ (:]$/.test(view.slice(0, at)))) return true
  return /(?:verlager|verschieb|abgang|wegfall|reduzier|kürzung|umsetzung|abbau|streichung)\p{L}*(?: um)? {0,2}$/iu.test(
    view.slice(Math.max(0, at - 40), at),
  )
}

function* shares(view: string): Generator<StaffMention> {
  for (const match of view.matchAll(SHARE)) {
    const { number = '', one, middle = '', unit = '' } = match.groups ?? {}
    const einheit = unitOf(unit)
    const value = staffNumberOf(number)
    if (!einheit || !value || value.wert > 100 || value.wert === 0) continue
    if (
      /^(?: der| aller| dieser| unserer)/.test(middle) ||
      (!one && /[^t]stellen$/i.test(unit) && /%\s+\p{Ll}/u.test(match[0]))
    )
      continue
    const end = match.index + match[0].length
    if (isNoQuantity({ view, start: match.index, end, number, middle, unit, einheit })) continue
    const wert = Math.round(value.wert * 10) / 1000
    yield {
      start: match.index,
      end,
      wert,
      einheit,
      ungefaehr: isAbout(view, match.index),
      unclear: false,
      shared: false,
      unitStart: end - unit.length,
    }
  }
}

function* labelled(view: string): Generator<StaffMention> {
  for (const match of view.matchAll(LABELLED)) {
    const { unit = '', link = '', about, number = '', share } = match.groups ?? {}
    if (isYear(number) || /^\d{4}/.test(number)) continue
    const value = staffNumberOf(number.replace(/^[+-]/, ''))
    if (!value) continue
    // "Minuten je Vollzeitkraft: 95.880"
    if (/(?<!\p{L})(?:je|pro) $/u.test(near(view, match.index))) continue
    const bare = link === ' '
    if (bare && !share && !/[.,]\d/.test(number)) continue
    if (bare && !share && /^(?:Stellen|Anzahl)/.test(unit)) continue
    if (/ (?:von|beträgt) /.test(link) && !/anteil|umfang|bedarf|zahl|Anzahl/.test(unit)) continue
    const end = match.index + match[0].length
    if (/=/.test(link) && /^ ?(?:Wochen)?(?:h|std|stunden)/i.test(view.slice(end))) continue
    const wert = (share ? Math.round(value.wert * 10) / 1000 : value.wert) * (number.startsWith('-') ? -1 : 1)
    const einheit = new RegExp(FULL_TIME, 'u').test(match[0]) ? 'vzae' : 'stellen'
    yield {
      start: match.index,
      end,
      wert,
      einheit,
      ungefaehr: about !== undefined,
      unclear: value.unclear,
      shared: false,
      unitStart: match.index,
    }
  }
}

/** Posts by pay group alone: "2 A 11", "0,5 EG 9a". Only where the same sentence speaks of posts. */
function* graded(view: string): Generator<StaffMention> {
  for (const match of view.matchAll(GRADED)) {
    const { number = '', group = '' } = match.groups ?? {}
    const value = staffNumberOf(number)
    const around = view.slice(Math.max(0, match.index - 200), match.index + 120)
    // "Halle 3 A 4": a whole number behind a noun is a label.
    if (!/,/.test(number) && /\p{Lu}\p{L}* $/u.test(view.slice(Math.max(0, match.index - 30), match.index))) continue
    if (!value || !payGroupOf(group) || !/stellen|stelle(?!\p{L})|VZ\p{L}/iu.test(around)) continue
    const end = match.index + match[0].trimEnd().length
    yield {
      start: match.index,
      end,
      wert: value.wert,
      einheit: 'stellen',
      ungefaehr: isAbout(view, match.index),
      unclear: false,
      shared: false,
      unitStart: match.index,
    }
  }
}

function* times(view: string): Generator<StaffMention> {
  if (!/\d ?[x×]/.test(view)) return
  for (const match of view.matchAll(TIMES)) {
    const wert = Number(match.groups?.number)
    yield {
      start: match.index,
      end: match.index + match[0].length,
      wert,
      einheit: 'stellen',
      ungefaehr: false,
      unclear: false,
      shared: false,
      unitStart: match.index + match[0].length - (match.groups?.role ?? '').length,
    }
  }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
