/**
 * Quantities between which something changes: "von 1,5 VZÄ auf 2,0 VZÄ angehoben", "um 0,15 VK auf dann 0,5 VK".
 *
 * What stood before is neither new nor planned; what will stand is planned, what stands since says nothing.
 *
 * Reads: the words of one sentence around a quantity (`viewOf`).
 */
import type { Span } from '../../src/document.ts'

const SOME = '(?:(?:rund|ca\\.|etwa|insgesamt|bisher|derzeit|dann|künftig|nunmehr|zusammen|mindestens|bis zu) )*'
const NUMBER = '\\d[\\d.,]*(?: ?\\p{L}[\\p{L}-]*)?(?: ?\\([^()]{1,40}\\))?'
const FROM_BEFORE = new RegExp(`(?<!\\p{L})[Vv]on ${SOME}$`, 'u')
const TO_BEHIND = new RegExp(`^${NUMBER},? auf ${SOME}\\d`, 'u')
const TO_BEFORE = new RegExp(`(?<!\\p{L})(?:[Vv]on|[Uu]m) ${SOME}${NUMBER},? auf ${SOME}$`, 'u')
const CHANGES =
  /(?<!\p{L})(?:\p{L}*(?:erhöh|angehoben|anheb|aufgestock|aufstock|reduzier|verringer|vermind|gesenkt|senk|gekürzt|kürz|ausgeweitet|ausweit|erweiter|steig|wächst|sinkt))/iu
/** "soll auf n VZÄ erhöht werden": what stood before is not said, or said elsewhere. */
const PLANS =
  /(?<!\p{L})(?:soll|sollen|wird|werden|wurden?|ist|sind|muss|müssen)(?!\p{L})[^.;]{0,60} auf [\p{Ll} ]{0,20}$/u
const RAISED =
  /^(?: ?\([^()]{1,40}\))? (?:zu )?(?:erhöh|angehoben|anzuheben|aufgestock|aufzustock|reduzier|verringer|gesenk|abgesenk|gekürz|ausgeweit|auszuweit|erweiter)/u
const PAST = /(?<!\p{L})(?:wurden?|worden|hat|haben|hatten?|stieg(?:en)?|sank(?:en)?|wuchs(?:en)?)(?!\p{L})/u

export type Change = 'from' | 'to-come' | 'reached'

/** Which end of a change a quantity is; undefined if it is none. */
export function changeAt(view: string, mention: Span, sentence: Span): Change | undefined {
  const before = view.slice(Math.max(sentence.start, mention.start - 90), mention.start)
  const to = before.includes(' auf ') && TO_BEFORE.test(before)
  const raised =
    !to &&
    / auf $|(?<= auf )[\p{Ll} ]{1,20}$/u.test(before) &&
    RAISED.test(view.slice(mention.end, Math.min(sentence.end, mention.end + 60))) &&
    PLANS.test(before)
  if (raised) return PAST.test(before) ? 'reached' : 'to-come'
  const from = !to && FROM_BEFORE.test(before) && TO_BEHIND.test(view.slice(mention.start, mention.end + 90))
  if (!to && !from) return undefined
  const words = view.slice(sentence.start, sentence.end)
  if (!CHANGES.test(words)) return undefined
  if (from) return 'from'
  return PAST.test(words) ? 'reached' : 'to-come'
}
