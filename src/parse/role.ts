/**
 * Zuständigkeit: what a body is to do with a paper, as printed, and its meaning.
 *
 * Never guesses: a wording none of the meanings fits (`Bestätigung`) is a role without meaning.
 * Source: LAYOUTS of ALLRIS, SessionNet, SD.NET and Word forms.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { remembering } from './remember.ts'

export type Role = 'anhoerung' | 'beratung' | 'vorberatung' | 'empfehlung' | 'entscheidung' | 'kenntnisnahme'

/** Stems in the order in which they decide: what is named first wins over what it contains. */
const MEANINGS: readonly (readonly [RegExp, Role])[] = [
  [/ohne (?:beratung|beschluss)/, 'kenntnisnahme'],
  [/vorberat|vorbereit|^vb$|^vorb\./, 'vorberatung'],
  [/empfehl|^empf\./, 'empfehlung'],
  [/kenntnis|information|unterrichtung|mitteilung|^(?:kenntn|kts|inf)\.|^bericht(?:erstattung)?$/, 'kenntnisnahme'],
  [/anhörung|anhoerung|angehört|^anh\./, 'anhoerung'],
  [/entscheid|beschlu(?:ss|ß)|beschließ|(?:^|\s)entsch\.|^beschl/, 'entscheidung'],
  [/beratung|berat|behandl|\blesung/, 'beratung'],
]

/** What stands before the noun: `endgültige Beschlussfassung`, `zur erneuten Beratung`. */
const KIND = String.raw`(?:(?:[Aa]bschlie(?:ß|ss)ende|[Ee]ndgültige|[Ee]rneute|[Nn]ochmalige|[Ww]eitere|[Ff]achliche|[Ff]ormelle|[Vv]orläufige|[Gg]emeinsame|[Ee]rste|[Zz]weite|[Aa]lleinige|[Ll]etztmalige|[Ff]ederführende|[Ii]nhaltliche|[Ee]mpfehlende|[Bb]eschlie(?:ß|ss)ende|[Vv]orberatende|[Ee]ntscheidende)n? )?`
const NOUN = oneLine`
  ${KIND}(?:
    (?:Vor|Mit|Nach|Erst|End|Weiter|Senats|Ausschuss)?[Bb]eratung(?:en)?|
    (?:End|Letzt|Vor|Grundsatz|Eil)?[Ee]ntscheid(?:ung(?:en)?)?|Beschlussfassung(?:en)?|
    Beschluss(?:empfehlung)?|Behandlung|(?:Vor)?[Aa]nhörung(?:en)?|Kenntnisnahme|Kenntnisgabe|Kenntnis|
    Information|Empfehlung(?:sbeschluss)?|Bestätigung|Stellungnahme|Unterrichtung|Vorbereitung|Einbringung|
    (?:\d\. )?Lesung|Genehmigung
  )
`
const TAIL = String.raw`(?: (?:in (?:nicht[- ]?)?öffentlicher Sitzung|ohne Beratung|ohne Beschluss|(?:an|durch) (?:den|die) (?:\p{L}*[Rr]at|Kreistag|\p{L}*[Aa]usschuss|\p{L}*(?:versammlung|vertretung)|Bürgerschaft|Magistrat)))?`
const SHARE = String.raw`(?: ?\((?:federführend|mitberatend|abschließend|beratend)\))?`
/** Abbreviated in narrow columns. */
const SHORT = String.raw`(?:VB(?!\p{L})|Endg\. ?[Ee]ntsch\.(?: ?Stelle)?|(?:Vorb|Entsch|Beschl(?:ussf)?|Kenntn|Kts|Empf|Anh)\.)`
const FULL = String.raw`(?:(?:(?:zur|zum|Zur|Zum) )?${NOUN}(?: ?(?:und|mit|/|,) ?(?:zur |zum )?${NOUN})?${TAIL}|vorberatend|beratend|beschließend|beschliessend|entscheidend|empfehlend|zuständig|anhörend|${SHORT})${SHARE}`
const AT_START = latin(String.raw`^${FULL}(?![\p{L}\d-])`, 'u')
const WHOLE = latin(String.raw`^[(\s]*${FULL}[\s).]*$`, 'iu')

/** Is a cell nothing but a role? */
export const isRole = remembering((text: string): boolean => {
  return text.length < 90 && WHOLE.test(text.trim())
})

/** The role a text begins with, or `undefined`. */
export function roleAtStart(text: string): string | undefined {
  return AT_START.exec(text.slice(0, 120))?.[0]
}

/**
 * The meaning of a role.
 *
 * @param text
 *   Wording as printed.
 * @param more
 *   Further wordings (lower case) of this house → meaning.
 */
export function meaningOfRole(text: string, more: Readonly<Record<string, string>> = {}): Role | null {
  const low = text.trim().toLowerCase()
  const own = more[low]
  const known = MEANINGS.find(([, role]) => role === own)
  if (known) return known[1]
  return MEANINGS.find(([stem]) => stem.test(low))?.[1] ?? null
}
