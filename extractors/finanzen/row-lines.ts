/**
 * Rows of a table that stayed lines of running text: "FB 52 Wasserrecht 1,00 A 11 68.000 € befristet", one below another.
 * What a row says is said of its own amount only; a sentence around it says nothing.
 *
 * Source: tables of posts and costs saved as text, whose lines could not be divided into cells.
 */
import type { Amount } from '../../src/parse/money.ts'
import { isProse } from './line-label.ts'

const LONGEST = 120
/** Columns between the name of a row and its amount: how many posts, of what grade. */
const COLUMNS =
  /(?:\s+(?:\d{1,3},\d{1,3}|\d{1,3}|(?:EG|E|A|S|B|TVöD|Bes\.?-?Gr\.)\s?\d{1,2}\s?[a-zü]{0,2}|VZ[ÄSEWK]|VzÄ|VK|Stellen?|[–-]))+$/u

/** At least one of them is a number of posts or a grade: "Bieter 1" is a name. */
const OF_POSTS = /\s(?:\d{1,3},\d{1,3}|(?:EG|E|A|S|TVöD)\s?\d{1,2}\s?[a-zü]{0,2})(?=\s|$)/u

/** Is the amount alone on a line of few words, with lines of the same kind around it? */
export function isInRows(text: string, amounts: readonly Amount[], amount: Amount): boolean {
  const own = lineAt(text, amount.start)
  if (!isRow(text, amounts, own)) return false
  let count = 1
  for (const step of [-1, 1] as const) {
    let line = own
    for (let far = 0; far < 3; far++) {
      const at = step < 0 ? line.start - 2 : line.end + 1
      if (at < 0 || at >= text.length) break
      line = lineAt(text, at)
      if (isRow(text, amounts, line)) count++
    }
  }
  return count >= 3
}

/** Several amounts and no word on one line: cells of a table, whatever sentence begins below. */
export function isBareLine(text: string, amounts: readonly Amount[], amount: Amount): boolean {
  const { start, end } = lineAt(text, amount.start)
  if (end - start > LONGEST) return false
  const inside = amounts.filter((other) => other.start >= start && other.end <= end)
  if (inside.length < 2) return false
  let rest = ''
  let from = start
  for (const other of inside) {
    rest += text.slice(from, Math.max(from, other.start))
    from = other.end
  }
  return !/\p{L}{2}/u.test(rest + text.slice(from, end))
}

/** The name of a row without the columns behind it. */
export function withoutColumns(label: string): string {
  const name = OF_POSTS.test(label) ? label.replace(COLUMNS, '').trim() : label
  return /\p{L}{3}/u.test(name) ? name : label
}

interface Line {
  readonly start: number
  readonly end: number
}

function lineAt(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1
  const stop = text.indexOf('\n', at)
  return { start, end: stop < 0 ? text.length : stop }
}

/** A name, numbers of other columns, one amount, at most a few words behind it. */
function isRow(text: string, amounts: readonly Amount[], { start, end }: Line): boolean {
  const line = text.slice(start, end)
  if (line.length > LONGEST || /[.;:!?]\s*$/.test(line)) return false
  const inside = amounts.filter((amount) => amount.start >= start && amount.end <= end)
  const [only] = inside
  if (inside.length !== 1 || !only) return false
  const before = line.slice(0, only.start - start).trim()
  return OF_POSTS.test(` ${before}`) && COLUMNS.test(` ${before}`) && /^[\p{Lu}\d]/u.test(before) && !isProse(line)
}
