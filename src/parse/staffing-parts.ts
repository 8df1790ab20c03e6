/**
 * Quantities of staff without a unit of their own, behind the whole they are a part of: "Von den 14 Stellen waren zum
 * Stichtag 11,5 besetzt", "6,0 Stellen auf das Jobcenter, 4,5 auf das Jugendamt".
 *
 * Never guesses: a part is smaller than its whole, stands in the same sentence, and is said to be filled or vacant, or
 * goes on with the enumeration.
 *
 * Units: as the whole's; offsets in UTF-16 code units.
 * Reads: one searchable text (`viewOf`) and the quantities found in it.
 */
import { isYear } from '../years.ts'
import { latin } from './latin.ts'
import { isAbout } from './staffing-about.ts'
import { DIGITS, PLAIN_WORD, staffNumberOf } from './staffing-number.ts'
import type { StaffMention } from './vzae.ts'

/** How far behind its whole a part may stand. */
const FARTHEST = 200

/** "6,0 Stellen auf das Jobcenter, 4,5 auf das Jugendamt": decimals that go on with the unit before. */
const ELIDED =
  /(?<=(?:,| und| sowie|entfallen|entfällt|davon) (?:(?:weitere|rund|ca\.|etwa) )?)(?<number>\d{1,3},\d{1,2}) (?=(?:auf|für|im|in der|beim|bei) (?:(?:den|die|das|der) )?(?:\p{Ll}+e[nr]? )?\p{Lu})/gu
/** What a number is the name of, not the count. */
const LABEL =
  '(?<!(?:Stelle|Planstelle|Nr\\.|Nummer|Amt|Team|Gruppe|Haus|Anlage|Ziffer|Seite|Jahre?|KW|seit|ab|bis|vom|zum|dem|am) )'
const STANDS =
  '(?:(?:\\p{Ll}{3,14} ){0,2}(?:un|nicht )?besetzt(?!\\p{L})|(?:\\p{Ll}{3,14} )?(?:vakant|offen|frei)(?!\\p{L}))'
const PART = latin(
  `(?<=(?:[\\p{L})]|\\d\\.|,|(?:19|20)\\d\\d) )${LABEL}(?<number>${DIGITS}|${PLAIN_WORD}) (?=${STANDS})`,
  'gu',
)
/** Every part is followed by how it stands. */
const STAND_SIGN = /besetzt|vakant|offen|frei/u

/** The parts of the quantities of a text, in reading order. */
export function partsIn(view: string, wholes: readonly StaffMention[]): StaffMention[] {
  if (!wholes.length) return []
  const found: StaffMention[] = []
  const stands = STAND_SIGN.test(view) ? [...view.matchAll(PART)].map((match) => [match, true] as const) : []
  const goOn = [...view.matchAll(ELIDED)].map((match) => [match, false] as const)
  for (const [match, isPart] of [...stands, ...goOn]) {
    const { number = '' } = match.groups ?? {}
    const start = match.index
    const end = start + number.length
    const value = staffNumberOf(number)
    const whole = [...wholes, ...found].sort((a, b) => a.start - b.start).findLast((mention) => mention.end <= start)
    if (!value || !whole || isYear(number) || (isPart && value.wert >= whole.wert)) continue
    const between = view.slice(whole.end, start)
    if (between.length > FARTHEST || ENDS.test(between) || (!isPart && OTHER_UNIT.test(between))) continue
    if (wholes.some((mention) => mention.start < end && start < mention.end)) continue
    found.push({
      start,
      end,
      wert: value.wert,
      einheit: whole.einheit,
      ungefaehr: isAbout(view, start),
      unclear: value.unclear,
      shared: true,
      unitStart: end,
    })
  }
  return found
}

/** A sentence ends; the dot of a date does not end it. */
const ENDS = /(?:[;:!?]|(?<!\d)\.|\d{3}\.) |\n/u
const OTHER_UNIT = /\d ?(?:T?€|T?EUR|Euro|Mio|%|Stunden)/u
