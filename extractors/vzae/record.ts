/**
 * The record: one quantity of full-time equivalents or posts.
 */
import { z } from 'zod'
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import { payGroupsIn } from '../../src/parse/pay-group.ts'
import { STAFF_STATUS } from '../../src/parse/staffing-status.ts'

/** What the words at the quantity say. */
const quantity = z.strictObject({
  wert: z
    .number()
    .refine((wert) => Math.abs(wert * 1000 - Math.round(wert * 1000)) < 1e-6, 'mehr als drei Nachkommastellen')
    .describe('Quantity, at most three decimals; negative where a minus is printed')
    .meta({ speicher: 'tausendstel' }),
  einheit: z.enum(['vzae', 'stellen']).describe('Full-time equivalents or posts, by the wording'),
  ungefaehr: z.boolean().describe('True if printed as about so many'),
  bezug: z.string().min(1).nullable().describe('Who or what it is for, from its own sentence or row'),
  status: z.enum(STAFF_STATUS).nullable().describe('Filled, vacant, planned, new, moved, or a printed total'),
  jahr: z.int().min(1900).max(2199).nullable().describe('Year printed in the same sentence, row or column head'),
  zitat: z.string().min(1).describe('As printed, white space folded'),
  entgeltgruppe: z.string().min(1).nullable().describe('Pay group printed beside it, as letter and number'),
  befristet: z.boolean().nullable().describe('True if limited in time, false if permanent, null if not said'),
  vermerk: z.enum(['kw', 'ku']).nullable().describe('Note of the staffing plan: to be dropped or converted'),
})

export const vzaeSchema = quantity.extend({
  stellen: z
    .array(z.string().min(1))
    .meta({ kindtabelle: 'vzaestelle' })
    .describe('Numbers of the posts in the brackets behind it, around it, or in its row'),
})

export type VzaeValue = z.input<typeof quantity>

export interface VzaeProposal {
  readonly kind: 'vzae'
  readonly value: VzaeValue
  readonly evidence: Span
  readonly doubts: Doubt[]
}

/** White space folded and marks of emphasis dropped: how a quote reads on one line. */
export function folded(words: string): string {
  return words.replaceAll('*', '').replace(/\s+/g, ' ').trim()
}

/** Limited in time or permanent, as far as the words say. */
export function limitedBy(words: string): boolean | null {
  if (/unbefristet|dauerhaft|auf Dauer/i.test(words)) return false
  return /(?<!un|ent)befrist(?:et|ung)/i.test(words) ? true : null
}

/** The note of the staffing plan the words name. */
export function noteIn(words: string): 'kw' | 'ku' | null {
  const match = /(?<![\p{L}\d])(kw|ku|KW|KU)(?:-?[Vv]ermerk| |$|[,.;)]|\d)/u.exec(words)
  return match && !/^KW \d/.test(words.slice(match.index)) ? (match[1]?.toLowerCase() === 'kw' ? 'kw' : 'ku') : null
}

/** The pay group the words name, or null if they name none or several. */
export function payGroupWithin(words: string): string | null {
  const groups = payGroupsIn(words)
  return groups.every(({ gruppe }) => gruppe === groups[0]?.gruppe) ? (groups[0]?.gruppe ?? null) : null
}
