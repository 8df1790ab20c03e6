/**
 * Lines of names above as many lines of amounts: a table saved column by column ("Fa. Muster" / "Fa. Beispiel", then
 * "5 €" / "6 €"). The names are given to the amounts in their order; where the counts differ, none is.
 */
import type { Amount } from '../../src/parse/money.ts'
import { linesOf } from './blocks.ts'
import { isProse } from './line-label.ts'

const LONGEST = 90
/** A line that begins a name and is none that goes on. */
const WHOLE = /^[\p{Lu}\d].*[^\s,/&-]$/u

/** The name of an amount in such lines; null if lines of names stand above that cannot be counted off; else undefined. */
export function stackedLabel(
  text: string,
  amounts: readonly Amount[],
  amount: Amount,
  above: string,
): string | null | undefined {
  if (amounts.length < 2 || above.length > amounts.length * LONGEST * 2) return undefined
  const lines = linesOf(text).filter(({ start, end }) => text.slice(start, end).trim())
  if (lines.length !== amounts.length || !lines.every((line, at) => isOnly(text, amounts[at], line))) return undefined
  const names = above
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (names.length < 2 || isProse(above)) return undefined
  const counted = names.length === amounts.length && names.every((name) => name.length <= LONGEST && WHOLE.test(name))
  return counted ? (names[amounts.indexOf(amount)] ?? null) : null
}

/** Nothing but the amount stands on the line. */
function isOnly(text: string, amount: Amount | undefined, { start, end }: { start: number; end: number }): boolean {
  return (
    amount !== undefined &&
    amount.start >= start &&
    amount.end <= end &&
    !/\p{L}{2}/u.test(text.slice(start, amount.start) + text.slice(amount.end, end))
  )
}
