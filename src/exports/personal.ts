/**
 * Where a paper names its clerks: names by their label or signature, telephone and fax numbers, e-mail addresses.
 *
 * Units: UTF-16 offsets into the text.
 * Reads: the text alone. Between leaving a clerk and taking too much of a head it takes too much; in the body of a
 * paper only what has the shape of a name. Who holds an elected office is no clerk.
 */
import { oneLine } from '../one-line.ts'
import { contactsIn, roomsIn } from './personal/contacts.ts'
import { type Found, foundByLabels, HEAD } from './personal/heads.ts'
import { CALLED, PHONE } from './personal/labels.ts'
import { holdersIn, isFullName, namesOffice, type Range, TITLED } from './personal/names.ts'
import { signaturesIn, staffIn } from './personal/signatures.ts'

export type { Range } from './personal/names.ts'

/** Without one of these nothing below finds anything; most cells and amounts have none. */
const ANY_SIGN = new RegExp(
  oneLine`
    @|[([][aä]t[)\]]|tel|fax|ruf|durchwahl|apparat|handy|mobil|app|\+49|0\d{2}|bearb|ansprech|ausk|verfass|
    erstell|gestellt|gefertigt|entworfen|arbeitet|kontakt|zuständig|mitarbeit|führ|rückfrag|zeichen|
    schreibt|informiert|berät|gespräch|autor|protokoll|verantwort|bericht|referent|projektleit|unterschrift|
    name|gez|i\. ?[av]\.|auftrag|vertretung|richtigkeit|verwaltung
  `,
  'iu',
)
const BEFORE_PHONE = new RegExp(
  String.raw`(?:^|[\t\n,;:|(])[ ]?([^\t\n,;:|()\d]{3,40}?(?:, ?\p{Lu}[\p{L}-]{1,20})?),?[\t ]{1,3}\(?(?=(?:${PHONE})[.:\s])`,
  'giu',
)

/** What stands before a common noun or a place, not before a family name. */
const COMMON = '(?:im|in|am|an|aus|der|die|das|dem|den|des|ein|eine[rnms]?|kein|zum|zur|beim|vom)'

/** The places, in order, not overlapping. `numbers` are paper numbers that look like telephone numbers and are none. */
export function personalRanges(text: string, numbers: readonly string[] = []): Range[] {
  if (!ANY_SIGN.test(text)) return []
  const head = text.slice(0, HEAD)
  const contacts = contactsIn(text, numbers)
  const signed = signaturesIn(text).map(perhaps)
  const found: Found[] = [...foundByLabels(text), ...signed, ...staffIn(head).map(perhaps)]
  for (const match of CALLED.test(head) ? head.matchAll(BEFORE_PHONE) : []) {
    const value = match[1] ?? ''
    if (isFullName(value.trim())) found.push({ ...at(match.index + match[0].indexOf(value), value), sure: true })
  }
  for (const line of linesWith(head, [...contacts, ...found.filter(({ sure }) => sure)])) {
    const words = head.slice(line.start, line.end)
    for (const match of words.matchAll(TITLED))
      if (!namesOffice(match[0])) found.push(perhaps(at(line.start + match.index, match[0])))
    contacts.push(...roomsIn(words).map(({ start, end }) => ({ start: line.start + start, end: line.start + end })))
  }
  const unsure = found.some(({ sure }) => !sure) ? holdersIn(text) : new Set()
  const names = found.filter(({ start, end, sure }) => sure || !unsure.has(familyOf(text.slice(start, end))))
  const places = [...contacts, ...names].map(({ start, end }) => at(start, text.slice(start, end)))
  const known = [...new Set(places.flatMap(({ start, end }) => spellings(text.slice(start, end))))]
  if (known.length > 0) {
    const longestFirst = known.sort((one, other) => other.length - one.length)
    for (const match of text.matchAll(new RegExp(longestFirst.map(escaped).join('|'), 'gu')))
      places.push(at(match.index, match[0]))
  }
  const clerks = names.filter((one) => one.sure || signed.includes(one)).map(({ start, end }) => text.slice(start, end))
  for (const family of new Set(clerks.flatMap(families))) places.push(...alone(text, family))
  return merged(places.filter(({ start, end }) => end - start > 1))
}

function families(name: string): string[] {
  return [name, ...inSmall(name)].flatMap((one) => [familyOf(one), nobleOf(one)])
}

/** A family name by itself, anywhere, unless the text uses it as a common word or a place, too ("im Winter"). */
function alone(text: string, family: string): Range[] {
  if (family.length < 4 || !/\p{Lu}/u.test(family) || namesOffice(family)) return []
  const literal = escaped(family)
  if (new RegExp(`(?<!\\p{L})${COMMON} ${literal}`, 'iu').test(text)) return []
  return [...text.matchAll(new RegExp(literal, 'gu'))].map((match) => at(match.index, match[0]))
}

/** The words masked, as they may stand elsewhere: never so short that they could mean something else. */
export function spellings(words: string): string[] {
  return [words, ...inSmall(words)].flatMap(spelled)
}

/** QUAST is Quast elsewhere. */
function inSmall(words: string): string[] {
  if (/\p{Ll}/u.test(words) || !/\p{Lu}{3}/u.test(words)) return []
  const small = words.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase())
  return [
    small,
    small.replaceAll('ss', 'ß'),
    small.replace(/(?:Von|Van|Vom|Zu|De|Der|Den) /g, (word) => word.toLowerCase()),
  ]
}

function spelled(words: string): string[] {
  const name = nameOf(words)
  const [last = '', first = ''] = name.split(/, ?/)
  const turned = first && !/\d/.test(name) ? [`${first} ${last}`] : []
  const family = familyOf(words)
  const titled = [family, nobleOf(name)]
    .filter((one) => one.length > 2)
    .flatMap((one) => ['Frau', 'Herr', 'Herrn', 'Fr.', 'Hr.', 'Dr.'].map((title) => `${title} ${one}`))
  const known = [words, name, ...turned].filter(
    (one) => one.replace(/[^\p{L}\d]/gu, '').length >= 6 && (/[@\d]/.test(one) || /[ ,]/.test(one)),
  )
  return [...new Set([...known, ...titled])]
}

/** "von der Aue" at the end of a name; empty where there is no such thing. */
function nobleOf(words: string): string {
  const name = nameOf(words).replace(/, ?.*$/u, '')
  return /(?:^| )((?:von|van|vom|zu|zum|zur|de|del|ten|ter) (?:de[rnm]? )?\p{Lu}\S+)$/u.exec(name)?.[1] ?? ''
}

/** The family name in a name; empty in numbers and addresses. */
export function familyOf(words: string): string {
  const name = nameOf(words)
  if (/[\d@]/.test(name)) return ''
  const [last = '', first] = name.split(/, ?/)
  return first === undefined ? (name.split(/\s/).at(-1) ?? '') : last
}

function nameOf(words: string): string {
  return words
    .replace(/^(?:(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.)\s?(?:med\. )?)*/u, '')
    .replace(/,$/, '')
    .trim()
}

/** As a pattern: what stood on one line may be broken elsewhere, and capitals may be small. */
function escaped(words: string): string {
  const literal = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, String.raw`\s+`)
  return /^[\p{L}]/u.test(words) ? String.raw`(?<!\p{L})${literal}(?![\p{Ll}])` : literal
}

function at(start: number, words: string): Range {
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: start + lead + words.trim().length }
}

function perhaps(range: Range): Found {
  return { ...range, sure: false }
}

/** The lines of the head in which something was found. */
function linesWith(head: string, found: readonly Range[]): Range[] {
  const lines = found
    .filter(({ start }) => start < head.length)
    .map(({ start, end }) => {
      const stop = head.indexOf('\n', end)
      return { start: head.lastIndexOf('\n', start) + 1, end: stop < 0 ? head.length : stop }
    })
  return [...new Map(lines.map((line) => [line.start, line])).values()]
}

function merged(ranges: readonly Range[]): Range[] {
  const out: { start: number; end: number }[] = []
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else out.push({ start, end })
  }
  return out
}
