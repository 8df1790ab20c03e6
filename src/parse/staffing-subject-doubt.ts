/**
 * Whether a name that was taken from farther off may belong to something else: another noun, number or clause stands
 * between it and its quantity, or the name itself says no more than that there is a need.
 *
 * Reads: the words a rule for the subject saw, and what it found.
 */
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import type { Words } from './staffing-setting.ts'

/** Nouns that name nothing a quantity could be for: units, plans, times, pay groups, and words for change. */
const NAMELESS = latin(
  oneLine`
    (?<!\p{L})(?:
      Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|(?:Schul|Haushalts)?[Jj]ahre?s?|
      Stichtag|Ende|Anfang|Mitte|Stufen?|VZ\p{L}*|VK|VbE|(?:Plan|Vollzeit)?[Ss]tellen?|Stellenplan\p{L}*|
      Entgeltgruppen?|Besoldungsgruppen?|TVöD|SuE|EG|Umfang|Höhe|Aufstockung|Erhöhung|Ausweitung|Zuwachs|Aufwuchs|
      \p{L}*[Bb]edarfs?|Delta
    )(?!\p{L})
  `,
  'gu',
)
const BRACKET = /\([^()]*\)/gu
/** "davon", "von denen": the quantity is a part of the one before it. */
const PART = /(?<!\p{L})(?:davon|hiervon|darunter|wovon|von (?:denen|welchen))(?!\p{L})/iu
const NOUN = /(?<![\p{L}-])\p{Lu}[\p{L}-]+/u
/** A clause ends, or numbers stand there. */
const BORDER = /[,;:(](?!\d)| [–-] |\d [:/]|(?:^|\D)\d{1,3} \p{Lu}/u
const BARE_NEED = /^(?:Gesamt|Soll|Personal)?[Bb]edarf$/u
const NAMED_BEFORE = /(?:^| )(?:[Ff]ür|[Aa]n|[Bb]ei)(?: |m )/u

/** A name that stands before its quantity, with something else between them. */
export function isFarBefore({ before }: Words, found: string): boolean {
  const at = before.lastIndexOf(found)
  if (at < 0) return false
  const between = before.slice(at + found.length).replace(BRACKET, ' ')
  if (PART.test(between)) return false
  return /\d$/.test(found) || BORDER.test(between) || NOUN.test(between.replace(NAMELESS, ' '))
}

/** The name of the quantity before, where the words since then name something themselves. */
export function isOthersName({ near, last, lastUnsure }: Words): boolean {
  if (lastUnsure) return true
  if (last === null || PART.test(near) || near.includes(last)) return false
  return /(?<!\p{L})so ?dass(?!\p{L})/u.test(near) || NOUN.test(near.replace(BRACKET, ' ').replace(NAMELESS, ' '))
}

/** "Für den Wagen ist … von einem Bedarf von n auszugehen": the need has a name, but none that was found. */
export function isBareNeed({ before }: Words, found: string): boolean {
  return BARE_NEED.test(found) && NAMED_BEFORE.test(before)
}
