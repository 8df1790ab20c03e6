/**
 * The post numbers that belong to a quantity of staff: in the brackets behind it ("1,0 VZÄ (Stelle 4711)"), before the
 * brackets it stands in ("Stelle 4711 (1,0 VZÄ)"), or in the column of post numbers of its row.
 *
 * Reads: the text around one quantity; a number without a cue word counts only in a shape the paper establishes.
 */
import type { PaperDocument, Span } from '../../src/document.ts'
import { postColumnOf, postNumbersIn, postNumbersOfCell } from '../../src/parse/post-number.ts'
import type { StaffTable } from '../../src/parse/staffing-heads.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'

type Text = Pick<PaperDocument, 'text'>

/** How far a bracket may stand from the quantity it explains. */
const NEAR = 60
const LONGEST = 160

/** The posts of one quantity, each once, in order; `table` is the table it stands in, if it does. */
export function postsAt(
  paper: Text,
  block: Span,
  table: StaffTable | undefined,
  quantity: Span,
  shapes: ReadonlySet<string>,
): string[] {
  const beside = table ? postsInRow(table, quantity) : []
  const found = beside.length
    ? beside
    : [...behind(paper, block, quantity, shapes), ...before(paper, block, quantity, shapes)]
  return [...new Set(found)]
}

function behind(paper: Text, block: Span, { end }: Span, shapes: ReadonlySet<string>): string[] {
  const stop = Math.min(block.end, end + NEAR + LONGEST)
  const words = viewOf(paper.text.slice(end, stop))
  const bracket = /^[^()\d.;:]{0,60}\((?<within>[^()]{2,160})\)/u.exec(words)
  if (!bracket?.groups?.within) return []
  const open = bracket[0].length - bracket.groups.within.length - 2
  return postNumbersIn(`x ${words.slice(open, bracket[0].length)}`, shapes).map(({ nummer }) => nummer)
}

function before(paper: Text, block: Span, { start, end }: Span, shapes: ReadonlySet<string>): string[] {
  const from = Math.max(block.start, start - NEAR)
  const words = viewOf(paper.text.slice(from, start))
  const head = /(?<cue>(?:Plan)?[Ss]telle[^()]{1,40}?)\s?\((?:mit |zu |je |= ?)?$/u.exec(words)?.groups?.cue
  const closed = /^[^()]{0,60}\)/u.test(viewOf(paper.text.slice(end, end + NEAR + 1)))
  return head && closed ? postNumbersIn(head, shapes).map(({ nummer }) => nummer) : []
}

/** The number under "Stellennummer" in the row of the quantity. */
function postsInRow({ rows, headRows }: StaffTable, { start, end }: Span): string[] {
  const column = postColumnOf(rows, headRows)
  const row = rows.slice(headRows).find((cells) => cells.some((cell) => cell.start <= start && end <= cell.end))
  const printed = viewOf(row?.[column]?.text ?? '').trim()
  return postNumbersOfCell(printed).map(({ nummer }) => nummer)
}
