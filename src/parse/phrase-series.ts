/**
 * Amounts that follow one another in a sentence: which of them share a phrase, because nothing that names stands between
 * ("5 € und weitere 6 €", "aus 2031 (5 €) und aus 2032 (6 €)", "5 € monatlich (60 € im Jahr)").
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { wordsOf } from './words.ts'

/** ") und aus 2032 (saldiert", ", für 2032 in Höhe von": the same thing of the next year. */
const NEXT_YEAR = latin(
  oneLine`
    ^[\s),;]*(?:(?:und|sowie|bzw\.|aber)\s)?(?:auch\s)?
    (?:(?:aus|für|in|ab|von)\s)?(?:(?:dem |im |das )?(?:\p{L}*[Jj]ahr(?:e|es)?|Jahren)\s)?
    (?:19|20)\d\d\s?(?:\(|:|in Höhe von|i\. ?H\. ?v\.|mit|von|auf)\s*
    (?:(?:ca\.|rund|rd\.|etwa|saldiert|voraussichtlich|insgesamt|noch)\s*){0,2}$
  `,
  'u',
)
/** " monatlich (", " (entspricht rund": the same amount in other terms. */
const RESTATED = latin(
  oneLine`
    ^\s*(?:(?:netto|brutto|monatlich|jährlich|mtl\.|p\. ?a\.|p\. ?m\.|pro (?:Jahr|Monat)|im (?:Jahr|Monat)|je (?:Jahr|Monat))\s)?
    \(\s?(?:(?:das )?(?:entspricht|entsprechen|sind|ergibt)\s|=\s?|d\. ?h\.\s|also\s|derzeit\s|aktuell\s|bzw\.\s|ca\.\s|rund\s|rd\.\s|etwa\s|jährlich\s|monatlich\s|brutto\s|netto\s){0,3}$
  `,
  'u',
)
/** "verbleibenden AMOUNT": another part of the whole than the one before. */
const REST =
  /(?<!\p{L})(?:verbleibend|restlich|übrig|fehlend|überschießend|darüberliegend)e[nrs]?\s(?:(?:ca\.|rund|rd\.|etwa)\s)?$/u

/**
 * Is this one more amount of the same thing?
 *
 * @param segment
 *   What stands between the two, without the unit and turnus of the first; brackets without amounts are blank.
 * @param left
 *   The same without what only leads to the amount.
 * @param behind
 *   As `segment`, but as printed.
 * @param between
 *   All that is printed between the two.
 */
export function goesOn(segment: string, left: string, behind: string, between: string): boolean {
  if (inSeries(between)) return true
  if (/^[\s,;]*(?:19|20)\d\d:\s*$/.test(segment)) return !behind.includes('(')
  if (/(?:davon|hiervon|[(:])/.test(segment) || behind.includes('(') || isRest(segment)) return false
  if (/^\s*,?\s*(?:bei|für|mit) [^,;.]{2,60}\s(?:also|somit|mithin|insgesamt)\s(?:\p{Ll}+\.?\s)?$/u.test(segment))
    return true
  if (/(?:und|sowie|,|bzw\.)\s+(?:weiteren?|nochmals)\s+(?:ca\.\s|rund\s|etwa\s)?(?:€|EUR|Euro)?\s?$/iu.test(segment))
    return true
  const last = left.split(/,(?=\s|$)/).at(-1) ?? ''
  return !wordsOf(last).some(
    (word) => word.kind === 'noun' && !/^(?:Höhe|Jahre?|Haushaltsjahr|Folgejahre?n?|Jahren)$/.test(word.text),
  )
}

/** Does nothing stand between two amounts but the next year, or that the second says the first in other terms? */
export function inSeries(between: string): boolean {
  return NEXT_YEAR.test(between) || RESTATED.test(between)
}

/** "5 €/m² = 60 €": no longer by the unit the first was counted by. */
export function isTotal(between: string): boolean {
  return RESTATED.test(between) || between.includes('=')
}

/** "die bis zum Defizit von 5 € verbleibenden 6 €": what they are, nothing says. */
export function isRest(segment: string): boolean {
  return REST.test(segment)
}

/** "2 € für Heizung sowie 3 € für Reinigung": each amount has its purpose behind it. */
export function isDistributed(segment: string, right: string): boolean {
  return /^\s*für\s[^;.]{2,80}\s(?:und|sowie|bzw\.)\s(?:\p{Ll}+\.?\s)?$/u.test(segment) && /^für\s/u.test(right)
}
