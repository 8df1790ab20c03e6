/**
 * A place alone in the letterhead, as a logo prints it: `MUSTERHEIM` beside the word for the paper, `Musterheim am See`
 * in the first line, or below the name of its council.
 *
 * Never guesses: a word is a place where the text speaks of it as one and never as of a thing ("in Musterheim", never "die
 * Musterheim"); where only its ending says so, there is a doubt.
 * Doubts: `beschriftung-unsicher`: nothing but the name's ending says that it is a place.
 */
import type { Span } from '../../src/document.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { DOUBLE, NAME } from './kommune-words.ts'
import type { Zone } from './zone.ts'

export interface LonePlace extends Span {
  readonly name: string
  /** The text itself speaks of it as of a place. */
  readonly proven: boolean
}

/** Lines from the top in which a logo stands. */
const TOP = 3
const LONE = latin(String.raw`^(?:${DOUBLE}${NAME}|\p{Lu}{4,}(?:[- ]\p{Lu}{4,}){0,1})$`, 'u')
const BODY =
  /^(?:Der |Die )?(?:Stadtverordnetenversammlung|Gemeindevertretung|Stadtvertretung|Stadtrat|Gemeinderat|Kreistag|Magistrat|Gemeindevorstand|(?:Ober)?[Bb]ürgermeister(?:in)?)$/u
/** How names of places end, and hardly any other word. */
const ENDING = latin(
  oneLine`
    \p{L}{2}(?:burg|berg|bergen|st[aeä]dt|dorf|heim|hausen|ingen|ungen|bach|furth?|hafen|haven|brück(?:en)?|
      kirchen|kirch|rode|roda|leben|hagen|born|bronn|brunn|weiler|wangen|witz|nitz|felden?|büttel|büren|hofen|
      scheid|münster|hausen|büll|wedel|moor)(?= |$)
  `,
  'iu',
)
/** What a town is, and where in one something lies; no name. */
const NO_PLACE =
  /^(?:(?:Landeshaupt|Hanse|Kreis|Universitäts|Bundes|Groß|Innen|Alt|Neu|Nord|Süd|West|Ost|Kern|Werk)stadt|Gesamtstadt|\p{L}*(?:bahnhof|friedhof|hof|rathaus|schule))(?: |$)/iu
const SEAT = /\p{L}{4} (?:am|an der|a\. ?d\.|ob der|vor der|bei) \p{Lu}/u

/** The places that stand alone at the top of a paper. */
export function lonePlaces(text: string, zone: Zone): LonePlace[] {
  return zone.lines.slice(0, 8).flatMap((line, at, lines) => {
    const below = at > 0 && BODY.test(lines[at - 1]?.text ?? '')
    if (at >= TOP && !below) return []
    const [first = '', ...others] = line.text.split(/\t| {3,}/)
    const printed = first.trim()
    // A line alone may be a title; beside other cells only a word for the paper makes it a letterhead.
    if (!LONE.test(printed) || (others.length && !others.some((cell) => namesPaper(cell.trim())))) return []
    const name = spoken(printed, text)
    const proven = isSpokenOf(name, text)
    if (!proven && !(ENDING.test(name) || SEAT.test(name))) return []
    if (NO_PLACE.test(name) || namesPaper(printed) || isThing(name, text)) return []
    const start = line.start + line.text.indexOf(printed)
    return [{ name, proven, start, end: start + printed.length }]
  })
}

function namesPaper(cell: string): boolean {
  return kindOfLine(cell) !== undefined || /^\p{L}*(?:vorlage|drucksache|antrag|anfrage)(?!\p{Ll})/iu.test(cell)
}

/** Does the text speak of a place: "in Musterheim", "Stadtwerke Musterheim", "Musterheimer Straße", "Musterheim, den"? */
function isSpokenOf(name: string, text: string): boolean {
  const own = quoted(name)
  return latin(
    String.raw`(?<!\p{L})(?:in|aus|nach|bei|\p{L}*(?:[Ww]erke|[Vv]erband|[Ss]tadt|[Gg]emeinde|[Ss]parkasse|[Rr]at|[Bb]ahnhof|hochschule)) ${own}(?![\p{L}-])|(?<!\p{L})${own}er \p{Lu}|(?<!\p{L})${own},? (?:den )?\d{1,2}\.`,
    'u',
  ).test(text)
}

/** Is it printed as things are, with an article or an adjective before it? */
function isThing(name: string, text: string): boolean {
  const [word = ''] = name.split(' ')
  return latin(
    String.raw`(?<!\p{L})(?:[Dd](?:er|ie|as|en|em|es)|[Ii]m|[Aa]m|[Zz]u[mr]|[Vv]om|[Ee]ine[nmrs]?|[Ee]in|[Kk]eine?|[Nn]eue[nrs]?) ${quoted(word)}(?![\p{L}-])`,
    'u',
  ).test(text)
}

/** Capitals as the text spells the name elsewhere, else with capital initials. */
function spoken(printed: string, text: string): string {
  if (/\p{Ll}/u.test(printed)) return printed
  const name = printed
    .toLowerCase()
    .replace(/(^|[- ])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
  const [whole = name] =
    latin(String.raw`(?<!\p{L})${quoted(name)}(?!\p{L})`, 'iu').exec(text.replace(printed, '')) ?? []
  return /\p{Ll}/u.test(whole) && /^\p{Lu}/u.test(whole) ? whole : name
}

function quoted(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
