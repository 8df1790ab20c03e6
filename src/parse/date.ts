/**
 * German dates, as councils print them: numeric, with month names, as ranges, in English, as ISO.
 *
 * Units: ISO days; spans are UTF-16 offsets into the text given. Of a range the first day counts.
 * Never guesses: a day the calendar lacks is not read; a year of two digits is read in running text only where day and
 * month have two digits each (`3.4.25` may be the number of a section).
 * Source: DIN 5008, and what council information systems print.
 */

import type { Span } from '../document.ts'
import { latin } from './latin.ts'
import { remembering } from './remember.ts'

/** A date within a text. */
export interface FoundDate extends Span {
  readonly iso: string
  /** The last day, where a range is printed. */
  readonly until?: string
}

const MONTHS = [
  /^jan(?:uar|uary)?$/,
  /^feb(?:ruar|ruary)?$/,
  /^(?:m(?:ä|ae)r(?:z)?|mrz|mar(?:ch)?)$/,
  /^apr(?:il)?$/,
  /^ma[iy]$/,
  /^jun[ie]?$/,
  /^jul[iy]?$/,
  /^aug(?:ust)?$/,
  /^sept?(?:ember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^nov(?:ember)?$/,
  /^de[zc](?:ember)?$/,
]
const NAME = String.raw`(?:Jan(?:uar)?|Feb(?:ruar)?|M(?:ä|ae)rz|Mrz|Mär|Apr(?:il)?|Mai|Juni?|Juli?|Aug(?:ust)?|Sept?(?:ember)?|Okt(?:ober)?|Nov(?:ember)?|Dez(?:ember)?)`
const ENGLISH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)`
/** The days before the last one of a range or list: `10./`, `08.–`, `30.06. bis `, `16./17./`. */
const BEFORE = String.raw`(?:(?<d0>\d{1,2})\.(?: ?/ ?\d{1,2}\.)?(?: ?(?<m0>\d{1,2})\.(?:(?<y0>\d{4}))?)? ?(?:[/–—-]|bis(?: zum)?|und|u\.) ?)?`
const DATE = latin(
  [
    String.raw`(?<![\p{L}\d.,/-])${BEFORE}(?<d1>\d{1,2})\. ?(?<m1>\d{1,2})\. ?(?<y1>\d{4}(?=\p{Lu}\p{Ll}{4})|(?:\d{4}|\d{2})(?![\d\p{L}]|\.\d|,\d|[/-]\d))`,
    String.raw`(?<![\p{L}\d.,])${BEFORE.replaceAll('0>', '3>')}(?<d2>\d{1,2})\. ?(?<n2>${NAME})\.? ?(?<y2>\d{4})(?!\d)`,
    String.raw`(?<![\p{L}\d])(?<n4>${ENGLISH})\.? (?<d4>\d{1,2})(?:st|nd|rd|th)?, ?(?<y4>\d{4})(?!\d)`,
    String.raw`(?<![\p{L}\d.])(?<d5>\d{1,2}) (?<n5>${ENGLISH}|${NAME})\.? (?<y5>\d{4})(?!\d)`,
    String.raw`(?<![\p{L}\d./-])(?<y6>\d{4})-(?<m6>\d{2})-(?<d6>\d{2})(?![\d-])`,
  ].join('|'),
  'gu',
)

/** Every date in a text, in order. */
export function findDates(text: string): readonly FoundDate[] {
  return /\d{4}|\d\. ?\d{1,2}\. ?\d\d/.test(text) ? datesOf(text) : []
}

const datesOf = remembering((text: string): readonly FoundDate[] => {
  const found: FoundDate[] = []
  for (const match of text.matchAll(DATE)) {
    const iso = isoOf(match.groups ?? {})
    if (iso) found.push({ ...iso, start: match.index, end: match.index + match[0].length })
  }
  return found
})

/**
 * Read one date.
 *
 * @param text
 *   Date as printed, perhaps with a weekday and time (example: `Mo., 17.03.2025, 18:00 Uhr`, `3. März 2025`, `1.3.23`).
 * @returns
 *   ISO day, or `undefined` if `text` is not exactly one date.
 */
export function isoDate(text: string): string | undefined {
  const bare = text
    .trim()
    .replace(/^(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)[.,]*|\p{L}{3,10}tag,?|Mittwoch,?|vom|am|den|der|seit),? +/iu, '')
    .replace(/[,;]? *(?:um )?\d{1,2}[:.]\d{2}(?: ?(?:-|–|bis) ?\d{1,2}[:.]\d{2})?(?: ?Uhr)?$/u, (time, at: number) =>
      at > 5 && /[: U]/.test(time) ? '' : time,
    )
  const [only, ...more] = findDates(bare)
  if (only && !more.length && only.start === 0 && only.end === bare.length) return only.iso
  const short = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{2})$/.exec(bare)
  return short ? day(yearOf(short[3] ?? ''), Number(short[2]), Number(short[1])) : undefined
}

/** An ISO day, if the calendar has it. */
function day(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return undefined
  return date.toISOString().slice(0, 10)
}

function isoOf(groups: Partial<Record<string, string>>): { iso: string; until?: string } | undefined {
  const { d0, m0, y0, d1, m1, y1, d2, n2, y2, d3, m3, n4, d4, y4, d5, n5, y5, y6, m6, d6 } = groups
  if (d1 && m1 && y1) {
    if (y1.length === 2 && (d1.length < 2 || m1.length < 2)) return undefined
    const last = day(yearOf(y1), Number(m1), Number(d1))
    if (!last || !d0) return last ? { iso: last } : undefined
    return rangeOf(day(y0 ? Number(y0) : yearOf(y1), Number(m0 ?? m1), Number(d0)), last)
  }
  if (d2 && n2 && y2) {
    const last = day(Number(y2), monthOf(n2), Number(d2))
    if (!last || !d3) return last ? { iso: last } : undefined
    return rangeOf(day(Number(y2), m3 ? Number(m3) : monthOf(n2), Number(d3)), last)
  }
  const only = n4
    ? day(Number(y4), monthOf(n4), Number(d4))
    : n5
      ? day(Number(y5), monthOf(n5), Number(d5))
      : day(Number(y6), Number(m6), Number(d6))
  return only ? { iso: only } : undefined
}

function rangeOf(first: string | undefined, last: string): { iso: string; until?: string } {
  return first && first < last ? { iso: first, until: last } : { iso: last }
}

function monthOf(name: string): number {
  return MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1
}

/** A printed year; of two digits those from 70 on belong to the last century. */
function yearOf(year: string): number {
  return year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
}
