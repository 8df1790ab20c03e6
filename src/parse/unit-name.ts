/**
 * Names of units of an administration: `Amt für Umwelt`, `FB 3 - Soziales`, `Dezernat III / Amt 61`,
 * `10-2 Haupt- und Personalamt, Organisation`, `I/FB 10-101-we`.
 *
 * Never guesses: a name needs a noun for a unit (or its abbreviation with a number); a whole house (`Landratsamt`), an
 * association of municipalities (`Amt Neudorf`) and a post of honour (`Ehrenamt`) are none.
 * Source: letterheads and forms of cities, districts and small municipalities.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

/** Nouns for units that stand in front of a number or a name. */
export const UNIT_NOUN = oneLine`
  (?:
    (?:Zentral|Haupt|Unter)?(?:[Rr]eferat|[Aa]bteilung)|Dezernat|
    Fach(?:bereich|dienst|gebiet|gruppe|referat|stelle|amt)|Geschäfts(?:bereich|kreis)|
    Stabs?(?:sstelle|stelle|bereich|abteilung)|Eigenbetrieb|Regiebetrieb|Ressort|Sachgebiet|
    Stadt(?:dienst|betrieb|amt)|Servicebereich|Servicestelle|Aufgabenbereich|Produktbereich|Direktion|
    Organisationseinheit|Dienststelle
  )
`
/** Their abbreviations, which need a number. */
const SHORT = String.raw`(?:FB|FD|FG|FA|FBL|SG|GB|SD|StA|OE|EB|ZD|VB|GE|Dez\.?|Abt\.?|Ref\.?|Amt|Team|Bereich|Dezernate?)`
/** Number or letters of a unit: `61`, `IV`, `10-2`, `1.103`, `32/2`, `ZB1`. */
const CODE = String.raw`(?:(?:[IVX]{1,4}|\d{1,4}\p{Lu}?|\p{Lu}{1,3}\d{0,2})(?:[./-](?:\d{1,4}|[IVX]{1,4}|\p{Lu}{1,2}|\p{Ll}{1,3})(?!\p{L})){0,4}(?![\p{L}\d]))`
/** Nouns that end so are units by themselves: `Hauptamt`, `Haupt- und Personalamt`, `Stadtkämmerei`. */
const COMPOUND = oneLine`
  (?:
    (?:\p{Lu}[\p{L}-]*-,? (?:und |u\. )?){0,3}(?!
      (?:Ehren|Landrats|Bürgermeister|Bezirks|Landes|Bundes|Kreisverwaltungs)\p{L}*amt
    )\p{Lu}\p{L}*(?:amt|referat|dezernat|fachbereich|fachdienst|abteilung|kämmerei)(?!\p{L})|
    (?:Kämmerei|(?:Bau|Finanz|Haupt|Ordnungs|Personal|Schul|Sozial|Liegenschafts)verwaltung)(?!\p{L})
  )
`
const WORDS = String.raw`\p{Lu}[\p{L}\d ,&+()/.-]{2,80}`
const FOR = String.raw`(?:für|der|des|zur) (?=[^\d(]{3})[\p{L}\d ,&+()/.-]{3,90}`
const NAMED = oneLine`
  (?:
    (?:Amt|Büro|Stabsstelle|Stabstelle|Zentralstelle|Koordinierungsstelle|Beauftragter?) ${FOR}|
    Büro (?:Stadtrat|Gemeinderat|Kreistag|Landrat|Oberbürgermeister(?:in)?|Bürgermeister(?:in)?)|
    ${UNIT_NOUN} (?:${FOR}|${WORDS})|${COMPOUND}(?:, ${WORDS})?|(?:FB|FD|FG|GB|SG|EB) ${WORDS}|
    Zentrale Dienste
  )
`
const NUMBERED = String.raw`(?:(?:${UNIT_NOUN}|${SHORT})(?: |(?=\d))${CODE}(?:(?: ?[-–:,/] ?| )(?:${WORDS}|${CODE}))?)`
const PART = String.raw`(?:${NUMBERED}|(?:${CODE}(?: ?[-–/:] ?| ))?${NAMED})`
const UNIT = latin(String.raw`^(?:${CODE} ?[/-] ?)?${PART}$`, 'u')
/** A cheap sign that some noun or abbreviation is there. */
const SIGN =
  /[Aa]mt|[Rr]eferat|[Dd]ezernat|[Aa]bteilung|[Bb]ereich|dienst|gebiet|gruppe|stelle|kreis |betrieb|Ressort|Direktion|einheit|[Kk]ämmerei|verwaltung|Büro|Team|Zentrale|FB|FD|FG|FA|SG|GB|SD|StA|OE|EB|ZD|VB|GE|Dez|Abt|Ref/
/** Words of a sentence or title, which no name of a unit holds. */
const OTHER = latin(
  oneLine`
    (?<!\p{L})(?:
      ist|sind|wird|werden|wurde|wurden|hat|haben|soll|sollen|bei|beim|hier|zum|nach|mit|Antrag|Anfrage|
      Bericht|Neubau|Erweiterung|Sanierung|Besetzung|Vorlage|Sitzung|Ausschuss|Fraktion|Tel\.?|Telefon|Datum
    )(?!\p{L})|
    \d{1,2}\.\d{1,2}\.\d{2,4}|\d{5,}|/\d{4}|[;!?…]
  `,
  'u',
)

/** Does a text name a unit, and nothing else? */
export function isUnitName(text: string): boolean {
  return text.length > 2 && text.length < 110 && SIGN.test(text) && !OTHER.test(text) && UNIT.test(text)
}

/** Does a unit hold others, so that one named beside it says more? */
export function isBroadUnit(text: string): boolean {
  return /^(?:Dezernat|Dez\.?|Geschäftsbereich|Geschäftskreis|Ressort|GB)(?!\p{L})[^/]*$/u.test(text)
}
