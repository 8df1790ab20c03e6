/**
 * What the sentence or title above a table says of all its numbers: their status and year.
 *
 * Reads: the block above; only its last sentence counts.
 */
import { leadSentence } from '../../src/parse/staffing-lead-sentence.ts'
import { hasVerb } from '../../src/parse/staffing-phrase.ts'
import { type StaffStatus, statusFrom } from '../../src/parse/staffing-status.ts'
import { soleYear } from '../../src/parse/staffing-year.ts'
import { staffMentionsIn } from '../../src/parse/vzae.ts'

/** What names staff and one year above a table dates its numbers; the year of a plan only names the plan. */
export function yearAbove(above: string): number | null {
  const words = leadSentence(above).replace(PLAN_OF, ' ')
  return /stelle|vz|vollzeit|kapazit/i.test(words) ? soleYear(words) : null
}

const PLAN_OF = /(?:für den|zum|im) \p{L}*(?:[Ss]tellenplan|[Hh]aushalt)(?:e?s)? (?:19|20)\d\d(?:\/(?:\d\d){1,2})?/giu

/** A sentence that speaks of the table below it; a title has no verb. */
const INTRODUCES = /:\s*$|folgend|wie folgt|tabelle|übersicht|verteil|aufgeteilt|setz(?:t|en) sich|dargestellt/iu

/** What the sentence above a table says of all its numbers; that something is spread over it makes no row a total. */
export function inherited(block: string): StaffStatus | null {
  // Only the sentence that leads to the table speaks of its numbers.
  const above = leadSentence(block)
  if (!INTRODUCES.test(above) && (hasVerb(above) || staffMentionsIn(above).length)) return null
  const status = statusFrom(above)
  return status === 'gesamt' ? null : status
}
