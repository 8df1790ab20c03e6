/**
 * Lines that are no headings although their words are those of one: the end of a sentence, what a body is to do, a cell.
 */
import { type PaperDocument, quote, type Span } from '../document.ts'
import { columnsOf } from '../parse/consultation/columns.ts'
import { votesNamed } from '../parse/consultation/vote-columns.ts'
import { findDates, isoDate } from '../parse/date.ts'
import { isGremium } from '../parse/gremium.ts'
import { publicityOf } from '../parse/publicity.ts'
import { isRole } from '../parse/role.ts'
import type { Profile } from '../profiles/profile.ts'
import { kindOfHeading } from './vocabulary.ts'

type Paper = Pick<PaperDocument, 'text'>

/** A line in the middle of a sentence, `… empfiehlt folgenden` / `Beschluss:`, heads nothing. */
const OPEN = /\s(?:folgende[nmrs]?|diese[nmrs]?|den|dem|einen|zum|im)\s*$/u
/** Words an appendix is named behind: `… wird gemäß` / `Anlage 1.` */
const REFERS = /\s(?:gemäß|gem\.|siehe|s\.|laut|lt\.|als|in|aus|nach|der|die|mit|und|sowie|bzw\.|beigefügten?)\s*$/u

/** Minutes set what was decided under the end of a sentence: `… fasst folgenden` / `Beschluss`. */
const DECIDED = /(?<!\p{L})(?:fass(?:t|te|ten|en)|faßte?|ergeht|erging|ergeben)(?!\p{L}).{0,60}\sfolgende[nr]\s*$/u

/** Is a line the end of a sentence that began in the line before? */
export function isMidSentence(paper: Paper, before: Span | undefined, line: Span): boolean {
  if (before === undefined) return false
  const words = quote(paper, before)
  if (DECIDED.test(words)) return false
  if (/\s\p{Ll}+en\s*$/u.test(words) && /^\s*\p{Lu}\p{Ll}+\.\s*$/u.test(quote(paper, line))) return true
  return OPEN.test(words) || (REFERS.test(words) && /^\s*Anlagen? \d/u.test(quote(paper, line)))
}

/** The head of a form's last column, set on a line of its own above a cell: `2031 THH 10`, `612.000 €`. */
const COLUMN = /^(?:Erläuterung(?:en)?|Kosten|Finanzierung|Deckung)$/u
const CELL = /^\s*\n(?:20\d\d(?: [\p{L}\d ,.:-]{0,36})?|[\d.,]+ ?(?:€|EUR|T€|TEUR))\n/u

/** `Beschlussfassung` below a day or above a publicity is what a body is to do, not a heading. */
export function isRoleOfStep(paper: Paper, lines: readonly Span[], at: number): boolean {
  const words = (line: Span | undefined): string => (line ? quote(paper, line).trim() : '')
  return (
    isRole(words(lines[at])) &&
    (isoDate(words(lines[at - 1])) !== undefined ||
      publicityOf(words(lines[at + 1])) !== undefined ||
      endsStep(words(lines[at - 1])))
  )
}

/** `08.12.2031 Kreistag`, or what another body is to do in the row above. */
function endsStep(line: string): boolean {
  if (line.length > 120 || line.endsWith(':')) return false
  const [day, ...others] = findDates(line)
  if (!day) return ROLE_ABOVE.test(line)
  const before = line.slice(0, day.start).trim()
  const behind = line.slice(day.end).trim()
  return !others.length && !(before && behind) && isGremium(before || behind)
}

/** What only a step says: a heading of its own would say of what. */
const ROLE_ABOVE = /^(?:zur )?(?:Vorberatung|Anhörung|Kenntnisnahme|Empfehlung|Entscheidung)$/iu

/** The same where an empty line parts the cells: the line above is a day, a publicity, a body or a label. */
export function isCellBelow(paper: Paper, line: Span, extra: Profile['headings']): boolean {
  const words = quote(paper, line).trim()
  if (COLUMN.test(words)) return CELL.test(paper.text.slice(line.end, line.end + 60))
  if (!isRole(words) || words.endsWith(':')) return false
  const above = lineAbove(paper, line)
  if (isoDate(above) !== undefined || (publicityOf(above) !== undefined && above.length > 4)) return true
  return isGremium(above) || (above.endsWith(':') && !kindOfHeading(above, extra))
}

/** Is a line without a heading's words the head of a column among others: `Ja Nein Enth.`, `Status` below `Sitzungstermin`? */
export function isColumnHead(paper: Paper, line: Span): boolean {
  const words = quote(paper, line).trim()
  const heads = columnsOf(words)?.filter(Boolean).length ?? 0
  if (heads > 1 || votesNamed(words).length > 1) return true
  return heads > 0 && columnsOf(lineAbove(paper, line)) !== undefined
}

function lineAbove(paper: Paper, line: Span): string {
  const before = paper.text.slice(Math.max(0, line.start - 60), line.start).trimEnd()
  return before.split('\n').at(-1)?.trim() ?? ''
}
