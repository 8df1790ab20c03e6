/**
 * The words a quantity of staff is counted in: full-time equivalents and posts.
 *
 * Reads: one word, or the head of a table column.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

export type StaffUnit = 'vzae' | 'stellen'

/** Alternatives that match one unit of full-time equivalents. */
export const FULL_TIME =
  "VZ-?Stellen?(?:anteilen?)?|V[Zz]-?[ÄäWwSsEeKk](?:['’]?s)?(?:-(?:[Ss]tellen?|Anteilen?|Werten?))?|v[Zz][Ää]|V[bB]E|VKS?(?:-(?:[Ss]tellen?|Anteilen?))?|FTE|MAK|" +
  '[Vv]oll-?[Zz]eit-?[ÄäAa](?:e)?quivalent(?:en|es|e|s)?|[Vv]ollzeit(?:plan|projekt)?-?[Ss]tellen?(?:anteilen?|äquivalent(?:en|e)?)?|' +
  '[Vv]ollzeit-?[Ww]ert(?:en|e)?|[Vv]ollzeit-?(?:[Ff]ach|[Aa]rbeits)?-?[Kk]r(?:aft|äften?)(?:stellen?)?|' +
  '[Vv]ollzeiteinheit(?:en)?|[Vv]oll(?:zeit)?beschäftigten-?(?:[Ee]inheit(?:en)?|[Ää]quivalente?n?)|[Vv]ollzeitkapazität(?:en)?|[Vv]ollzeitanteilen?|[Vv]oll(?:kraft|kräften?)(?:stellen?)?|[Vv]ollstellen?|[Vv]ollzeitverrechneten? (?:[Ss]tellen?|[Kk]räften?)'

/**
 * Alternatives that match one unit of posts. A compound counts if its first part says that somebody works there
 * ("Technikerstellen", "Projektstelle"); places ("Haltestellen") do not.
 */
export const POSTS =
  '[Ss]tellen(?:anteilen?)?|[Ss]telle|' +
  '(?:Plan|Personal|Projekt|Teilzeit|Ausbildungs|Lehr|Beamten|Beschäftigten|Tarif|Fachkraft|Pool|Dauer|Arbeits?kraft|Führungs|Praktikums|Trainee|Volontariats|Ingenieur|Springer|Ersatz|Verwaltungs|Assistenz|Leitungs|Sachbearbeitungs|Sekretariats|Schulsozialarbeits|Sozialarbeits|Schulsozialarbeiter|Innen|Umwandlungs|Stamm)(?:plan|projekt|kraft)?stellen?(?:anteilen?)?|' +
  '(?:Lad|Fahr|Lehr|Erzieh|Betreu|Pfleg|Plan|Helf|Technik|Manag|Berat|Meist)er(?:innen)?stellen?|' +
  '(?:FSJ|FÖJ|BFD|BuFDi|IT|GIS|Teilzeit|TZ|Beamten|PE|EDV)-(?:Plan)?[Ss]tellen?|' +
  '[A-ZÄÖÜ]\\p{Ll}{2,30}(?:arbeit|kraft|ekt|ist|ent|log|at|ik|ingenieur|amt|bearbeit|leit|berat|betreu|meist|helf|erzieh|lehr|pfleg|fahr|lad|planer|techniker|manag|admini\\p{Ll}{1,12})(?:er|en|s|ungs)?stellen?'

const NO_POST = latin(
  oneLine`
    ^(?:
      an|anlauf|auf|aus|außen|bau|beratungs|brand|brems|clearing|dienst|eng|fehl|feuer|finanz|gefahren|
      geschäfts|grab|grill|halte|haltestellen|haushalts|kassen|koordinierungs|kosten|lade|lager|leit|liege|
      mess|melde|not|park|pass|poli|post|quell|ruhe|sammel|schad|schnitt|schwach|tank|unfall|unter|verkaufs|
      wasser|zapf|zweig|zusteige|umsteige
    )stelle
  `,
  'i',
)

/** Which unit a matched word is, or `undefined` if it names a place and no post. */
export function unitOf(word: string): StaffUnit | undefined {
  const plain = word.replace(/\s+/g, ' ')
  if (new RegExp(`^(?:${FULL_TIME})$`, 'u').test(plain)) return 'vzae'
  if (/^stellen?(?:anteilen?)?$/i.test(plain)) return 'stellen'
  return /stellen?(?:anteilen?)?$/i.test(plain) && !NO_POST.test(plain) ? 'stellen' : undefined
}

const HEAD_FULL_TIME = latin(`(?<![\\p{L}\\d])(?:${FULL_TIME}|[Vv]oll[Zz]eit(?:\\p{L}*))(?![\\p{L}])`, 'u')
const HEAD_POSTS = latin(
  /(?<!\p{L})(?:(?:plan|soll|ist|personal|projekt|mehr|ausbildungs|beamten|tarif)?-?stellen(?:anzahl|umfang|zahl|anteile?|bedarf|soll|ist|zuwachs|mehrung|plan\p{L}{0,2}(?= ?\(?(?:19|20)\d\d))?)(?!\p{L})/iu,
)
/** "Stellen 2031", "besetzte Stellen": posts and nothing else. */
const HEAD_PLAIN_POSTS =
  /^(?:(?:anzahl|zahl|summe) (?:der )?)?(?:(?:un)?besetzte |neue |zusätzliche |vorhandene |freie |bisherige |künftige )?(?:(?:plan|soll|ist)-?)?stellen(?: (?:lt\.|laut|im) stellenplan)?(?: \(?(?:neu|alt|bisher|künftig|soll|ist|gesamt)\)?)?(?: (?:am|zum|ab)?\s?[\d.]*(?:19|20)\d\d(?:\/\d{2,4})?)?$/iu
const HEAD_OTHER =
  /€|EUR\b|euro|kosten|aufwand|betrag|budget|mittel(?!fach)|%|prozent|quote|\bnr\b|nummer|bezeichnung|bewertung|inhaber|beschreibung|\/ ?(?:kind|bett|platz|gruppe)|(?:\bpro\b|\bje\b|\bper\b|\/) ?\p{L}*/iu

/** The unit a column head (or a row label) names for its cells, or `undefined` if they are something else. */
export function unitOfHead(head: string): StaffUnit | undefined {
  const named = HEAD_FULL_TIME.test(head)
    ? 'vzae'
    : HEAD_POSTS.test(head) || HEAD_PLAIN_POSTS.test(head.trim())
      ? 'stellen'
      : undefined
  if (!named || HEAD_OTHER.test(head.replace(HEAD_FULL_TIME, ' ').replace(/VZ[ÄE]?\/VZ\p{L}?/u, ' '))) return undefined
  return /(?:€|EUR|Euro|Kosten|Betrag)[^()]{0,12}(?:pro|je|\/)/i.test(head) ? undefined : named
}

/** Does a column head speak of something other than staff (money, shares, numbers of posts)? */
export function isOtherHead(head: string): boolean {
  return HEAD_OTHER.test(head)
}

/** "ein Bedarf von 3,5 VZÄ": a quantity of its own, no word on the numbers of a table. */
const COUNTED = new RegExp(`\\d\\)?(?:-| {0,2})(?:\\p{Ll}{3,20} )?(?:${FULL_TIME})(?!\\p{L})`, 'gu')

/** The unit a sentence or caption names for the numbers of the table below it ("Angaben in VZÄ"). */
export function unitOfCaption(words: string): StaffUnit | undefined {
  if (HEAD_FULL_TIME.test(words.replace(COUNTED, ' '))) return 'vzae'
  if (
    HEAD_FULL_TIME.test(words) &&
    /:\s*$|tabelle|übersicht|verteil|folgende|wie folgt|aufgeteilt|setz(?:t|en) sich/iu.test(words)
  )
    return 'vzae'
  if (
    !/verteil|aufgeteilt|aufteil|folgende|wie folgt|übersicht|anzahl|in stellen|stellenplan|darstell|setz(?:t|en) sich/i.test(
      words,
    )
  )
    return undefined
  // "stellen" in small letters is what the costs do, not what is counted.
  return /(?<!\p{L})(?:Stellen|(?:Plan|Personal|Projekt)stellen|(?:plan|personal|projekt)-?Stellen)(?:anteile?|umfänge|kapazitäten|bedarfe?)?(?!\p{L})/u.test(
    words,
  ) && !/\b(?:an|bei)\s+(?:\p{Ll}+\s+){0,2}stellen/iu.test(words)
    ? 'stellen'
    : undefined
}
