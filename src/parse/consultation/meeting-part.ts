/**
 * What the name of a meeting says: whether it is public (`21. öffentliche Sitzung des Rates`), and whose it is.
 */
import { isGremium } from '../gremium.ts'
import type { Publicity } from '../publicity.ts'
import { nominative } from './meeting.ts'

const SAID = /(?<!\p{L})(?:nicht[- ]?)?öffentliche(?=n? (?:\p{L}+ )?(?:Sitzung|Tagung))/iu
const BOTH = /öffentliche?r? ?(?:\/|und) ?nicht|nicht[- ]?öffentliche?r? ?(?:\/|und) ?öffentl/iu

/** The publicity a meeting's name says; `undefined` if none or both. */
export function meetingPublicity(meeting: string): Publicity | undefined {
  const said = SAID.exec(meeting)
  if (!said || BOTH.test(meeting)) return undefined
  return /^nicht/i.test(said[0]) ? 'nichtoeffentlich' : 'oeffentlich'
}

const OF = /(?:[Ss]itzung|Tagung) (?:des|der) (?<body>\p{Lu}.{1,90})$/u

/** The body a meeting's name ends in: `5. Sitzung des Schulausschusses`; where its words stand, and in the nominative. */
export function bodyOfMeeting(meeting: string): { name: string; printed: string } | undefined {
  const printed = OF.exec(meeting)?.groups?.body
  const name = printed && nominative(printed)
  return name && isGremium(name) ? { name, printed } : undefined
}
