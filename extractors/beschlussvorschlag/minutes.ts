/**
 * Whole minutes hold what was resolved on many items: none of it is the paper's own proposal.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'

const HEAD = 900
const EXCERPT = /auszug|abschrift|A ?U ?S ?Z ?U ?G/iu
/** The line above an item of the agenda. */
const ITEM = /^(?:(?:zu )?(?:TOP|Top|Tagesordnungspunkt|Punkt) ?[ÖN]? ?\d{1,3}|\d{1,2}(?:\.\d{1,2})?[.)]? \p{Lu})/u

/** Is the paper the minutes of a meeting with several items? */
export function isWholeMinutes({ text, profile }: ReadPaper): boolean {
  const head = text.slice(0, HEAD)
  if (!/niederschrift|protokoll/i.test(head) || EXCERPT.test(head)) return false
  const lines = linesOf(text, { start: 0, end: Math.min(text.length, HEAD) })
  const kind = lines.map(({ text: line }) => kindOfLine(line, profile.arten)).find((found) => found && !found.plain)
  return kind?.art === 'niederschrift' && linesOf(text).filter(({ text: line }) => ITEM.test(line)).length > 2
}
