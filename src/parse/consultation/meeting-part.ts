/**
 * Whether the name of a meeting says that it is public: `21. öffentliche Sitzung des Rates`.
 */
import type { Publicity } from '../publicity.ts'

const SAID = /(?<!\p{L})(?:nicht[- ]?)?öffentliche(?=n? (?:\p{L}+ )?(?:Sitzung|Tagung))/iu
const BOTH = /öffentliche?r? ?(?:\/|und) ?nicht|nicht[- ]?öffentliche?r? ?(?:\/|und) ?öffentl/iu

/** The publicity a meeting's name says; `undefined` if none or both. */
export function meetingPublicity(meeting: string): Publicity | undefined {
  const said = SAID.exec(meeting)
  if (!said || BOTH.test(meeting)) return undefined
  return /^nicht/i.test(said[0]) ? 'nichtoeffentlich' : 'oeffentlich'
}
