/**
 * What speaks against words being the name of one body: it breaks off, its brackets do not close, it names two bodies,
 * it is a sentence.
 *
 * Units: a fault is a weight; 0 is none, 3 and more is a name that cannot be right.
 */

import { oneLine } from '../../one-line.ts'
import { isGremium, isUnfinished } from '../gremium.ts'
import { latin } from '../latin.ts'

/** A body's noun that no genitive, "und" or hyphen ties to the words before it. */
const HEAD = latin(
  oneLine`
    (?<!
      \p{L}|-|(?:und|oder|sowie|u\.|der|des|die|den|dem|im|in|von|vom|am|an|mit|bei|zum|zur|für|&|/) |, |
      [(/-]
    )(?:
      \p{Lu}\p{L}*(?:ausschuss|ausschuß|beirat|vertretung|versammlung|kommission|deputation|rat)|
      (?:Haupt|Finanz|Bau|Sozial|Kultur|Schul)[- ]?,? (?:und|u\.) \p{L}+ausschuss|Ausschuss|Ausschuß|Rat|
      Senat|Magistrat|Kreistag|Bürgerschaft|BVV|SVV
    )(?!\p{L})
  `,
  'gu',
)
/** Words that are no body though they end like one. */
const NO_HEAD = /^(?:Landrat|Stadtrat|Referat|Dezernat|Vorrat|Monat|Baurat|Antrag|Beirat)$/u
/** What another column says, or a meeting's name. */
const STRANGE =
  /[☐☒\t?!]|\d{1,2}\.\d{1,2}\.|(?<!\p{L})(?:(?:nicht[- ]?)?öffentlich|Sitzung|Tagung|TOP|vom (?:Einreicher|Antragsteller)|vertagt|zurückgestellt|zurückgezogen|abgesetzt|beschlossen|zugestimmt|Vorberatung|Entscheidung|Beschlussfassung|Kenntnisnahme|Anhörung)(?!\p{L})/iu
/** `FA Finanzen`, `BV Nord`, `OBR 5`, `SVV`: a body's short name. */
const SHORT = /^\p{Lu}[\p{Lu}ÄÖÜ]{1,5}(?: |-|$|\/)/u

/** How much speaks against a name. */
export function nameFault(name: string): number {
  const words = name.trim()
  if (!/\p{L}{2}/u.test(words)) return 9
  let fault = 0
  if (isUnfinished(words)) fault += 3
  if (count(words, '(') !== count(words, ')')) fault += 4
  if (/^(?:\p{Ll}|[)&/,])/u.test(words)) fault += 4
  if (headsIn(words) > 1) fault += 4
  if (isLate(words)) fault += 1.5
  if (STRANGE.test(words)) fault += 4
  if (words.length > 130) fault += 4
  if (/[.:;]$/.test(words) && !/\p{Lu}\.$|\be\.V\.$/u.test(words)) fault += 2
  if (!isGremium(words)) fault += SHORT.test(words) ? 0.3 : 1
  return fault
}

/** Words of a form, a signature or a count, and no body's name. */
const NO_BODY =
  /(?<!\p{L})(?:Abstimmungsergebnis|Beratungsergebnis|Anwesend|Für die Richtigkeit|Auszugs?|i\. ?[AV]\.|gez\.|Unterschrift|Beschluss-?(?:Nr|nummer)|Stimmen(?:thaltung)?|Ausfertigung|Tel\.|Az\.)(?!\p{L})|@|§/u
/** A body's name has no more words than this, one without a body's noun far fewer. */
const WORDS = 18
const PLAIN = 7

/** Can words be the name of one body at all? */
export function canBeBody(name: string): boolean {
  const words = name.split(/\s+/).length
  return (
    !NO_BODY.test(name) && words <= WORDS && (words <= PLAIN || isGremium(name) || opensName(name) || headsIn(name) > 0)
  )
}

/** Does a text begin with a short name? */
export function isShort(words: string): boolean {
  return SHORT.test(words)
}

/** `Sozial- und Gesundheitsausschuss`, `Technischer Ausschuss`: the words in front of the noun. */
const BEFORE_NOUN = latin(
  /^(?:\p{Lu}\p{L}*-(?:, \p{Lu}\p{L}*-)*,? (?:und|u\.|&) |\p{Lu}\p{Ll}*(?:sch|lich|ig|sam|roß|ert|end|al|weilig|lein|eit)(?:er|e|es) )(?=\p{Lu})/u,
)

/** Does a name begin with these words: with a body's noun, a short name, or words that only stand in front of a noun? */
export function opensName(words: string): boolean {
  if (SHORT.test(words)) return true
  const bare = words.replace(BEFORE_NOUN, '')
  return isGremium(/^[^\s,(]+/.exec(bare)?.[0] ?? '') || /^(?:Ausschuss|Ausschuß|Dienstberatung|Die |Der )/.test(words)
}

/** Does a name's noun come behind words that cannot stand in front of one (`Abwasser Verbandsversammlung`)? */
function isLate(words: string): boolean {
  return /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(words) && !opensName(words) && headsIn(words.replace(/^\S+ /, '')) === 1
}

/** How many bodies words name one behind the other. */
export function headsIn(name: string): number {
  const bare = name.replace(/\([^()]*\)?/g, ' ( ')
  return [...bare.matchAll(HEAD)].filter(
    ({ 0: word, index }) => !(index > 0 && NO_HEAD.test(word) && word !== 'Stadtrat'),
  ).length
}

function count(words: string, sign: string): number {
  return words.split(sign).length - 1
}
