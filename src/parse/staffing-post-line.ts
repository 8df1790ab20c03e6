/**
 * What a post is called on the line of its number, where lines are rows or entries: "4711 Kassenleitung EG 9b 1,00",
 * and "Kasse: zusätzlich 0,5 VZÄ, Stelle 4711" above a line of the same form.
 *
 * Reads: a block with its line breaks kept, all other white space as blanks.
 */
import type { PostNumber } from './post-number.ts'

const GRADE = String.raw`(?:EG|EGr\.?|E|A|S|B|Bes\.?-?Gr\.?) ?\d`
/** A name between the number that opens a line and its pay group. */
const ROW = new RegExp(`^ {1,40}(?<name>\\p{Lu}[^\\d\\n,;:()]{2,60}?) {1,40}${GRADE}`, 'u')
/** A name that opens a line before a colon. */
const ENTRY = /^ *(?:[-–•*] )?(?<name>\p{Lu}[^:\n\d]{2,60}): /u

/** The name, or null if the line is no row and no entry. */
export function nameOnLine(lines: string, { start, end }: PostNumber): string | null {
  const from = lines.lastIndexOf('\n', start - 1) + 1
  const before = lines.slice(from, start)
  if (/^ *(?:\d[\d.]* +)?$/u.test(before)) return ROW.exec(lines.slice(end, end + 140))?.groups?.name?.trim() ?? null
  const name = ENTRY.exec(before)?.groups?.name
  return name && !/;|\p{Ll}{3,}\. /u.test(before) && hasNeighbour(lines, from, end) ? name : null
}

/** Is the line before or behind an entry too? */
function hasNeighbour(lines: string, from: number, end: number): boolean {
  const above = from > 0 ? lines.slice(lines.lastIndexOf('\n', from - 2) + 1, from - 1) : ''
  const next = lines.indexOf('\n', end)
  return ENTRY.test(above) || (next >= 0 && ENTRY.test(lines.slice(next + 1, next + 120)))
}
