/**
 * What stands around an amount of money and changes its meaning: "ca.", "bis zu", "./.".
 *
 * Reads: some 60 characters on either side.
 */
import { latin } from './latin.ts'

/** Words that only lead on to the amount. */
export const FILLER =
  '(?:(?:je|jeweils|insgesamt|weiteren?|zusätzlich(?:e[nrsm]?)?|noch|nur|derzeit|voraussichtlich|um|von|auf|mit|in Höhe von|zwischen|eine[mnr] (?:Betrag|Summe|Zuschuss|Zuwendung|Beitrag|Pauschale))\\s+)'
/** Words for "about". */
export const ABOUT =
  'ca\\.?|rd\\.?|circa|zirka|rund|etwa|ungefähr|knapp|gut|fast|nahezu|annähernd|schätzungsweise|geschätzte?[nr]?|überschlägig|größenordnungsmäßig|(?:in )?(?:der|einer) Größenordnung von|über den Daumen|etwas (?:über|unter|mehr als|weniger als)'
const APPROX = latin(`(?:(?:^|[^\\p{L}])(?:${ABOUT})\\s{0,3}|[~≈∼]\\s?)${FILLER}{0,2}$`, 'iu')
const LIMIT =
  'bis zu|bis (?:einschließlich|maximal|höchstens)|max\\.?|maximal|höchstens|mindestens|mind\\.|min\\.|(?:mehr|weniger|höher|niedriger) als|oberhalb von|unterhalb von|unter|ab|(?:von|auf|mit) über|Wertgrenze von|Obergrenze von'
const THRESHOLD = latin(
  `(?:^|[^\\p{L}])(?:${LIMIT})\\s+(?:insgesamt\\s+|netto\\s+|brutto\\s+|(?:${ABOUT})\\s+)?$`,
  'iu',
)
/** Kinds of things, not one of them: what stands behind "über" bounds them ("für Lieferungen über 5 €"). */
const BOUNDED =
  /(?<!\p{L})(?:Lieferungen|\p{L}*[Ll]eistungen|Vergaben|(?:Rechts)?[Gg]eschäften?|Beträgen?|\p{L}*[Uu]msätzen?|\p{L}*[Ww]erten?|(?<!ein )Einkommen|Wertgrenzen?) (?:von )?(?:über|bis|ab)\s+(?:netto |brutto )?$/u
/** "ist bis 5 € zuständig", "über 5 € hinaus" */
const BOUND_BEHIND =
  /^\s?(?:\(?(?:netto|brutto)\)? )?(?:bis (?:zu |einschließlich )?[\d.,]+ ?(?:€|EUR|Euro) )?(?:zuständig|hinaus)(?!\p{L})/u
/** "…, die 5 € überschreiten", "ab einem Aufwand des Projekts von 5 €" */
const PASSED =
  /^\s?(?:\(?(?:netto|brutto)\)? )?(?:nicht )?(?:über|unter)(?:schreite[tn]?|schritten|steigen|steigt)(?!\p{L})/u
const FROM_A =
  /(?<!\p{L})ab eine[mr] (?:\p{Ll}+ )?\p{Lu}\p{L}+(?: (?:des|der) (?:\p{Ll}+ )?\p{Lu}\p{L}+)? von (?:über )?$/u
const NEGATIVE = /(?:\.\/\.|(?:^|[^\p{L}])minus)\s{0,3}$/iu

/** "5 € (geschätzt)" */
const APPROX_BEHIND = /^\s?(?:\((?:netto|brutto)\)\s?)?\((?:grob )?(?:geschätzt|ca\.|überschlägig|Schätzung)\)/u

/** Is the amount between `before` and `after` printed as approximate? */
export function isApprox(before: string, after: string): boolean {
  return APPROX.test(before.slice(-48)) || APPROX_BEHIND.test(after.slice(0, 40))
}

/** Is the amount behind `before` a limit rather than a sum? */
export function isThreshold(before: string, after: string): boolean {
  const last = before.slice(-64)
  if (THRESHOLD.test(last) || FROM_A.test(last.replace(/\s+/g, ' '))) return true
  if (PASSED.test(after.slice(0, 40).replace(/\s+/g, ' ')) && !/(?<!\p{L})um (?:\p{L}+\.? )?$/u.test(last)) return true
  if (!/(?:über|bis|ab)\s+(?:netto |brutto )?$/u.test(last)) return false
  return BOUND_BEHIND.test(after.slice(0, 64).replace(/\s+/g, ' ')) || BOUNDED.test(last.replace(/\s+/g, ' '))
}

const TO = /^\s*(?:\(?(?:netto|brutto)\)?\s*)?(?:bis(?: zu| einschließlich)?|[-–—])\s*$/u

/** Are two amounts, each with its unit, the ends of one range ("5 € bis 6 €")? */
export function isRange(between: string, low: number, high: number): boolean {
  return between.length < 24 && low > 0 && high > low && high <= 50 * low && TO.test(between)
}

/** Does `before` end in "./." or "minus"? */
export function isReduction(before: string): boolean {
  return NEGATIVE.test(before.slice(-12))
}
