/** The words of a text without its amounts. */
import type { Span } from '../document.ts'

/** What stands before `end`, with a semicolon for each of these stretches: they may overlap, and come in order. */
export function withoutAmounts(text: string, amounts: readonly Span[], end: number = text.length): string {
  let out = ''
  let from = 0
  for (const span of amounts) {
    out += `${text.slice(from, span.start)};`
    from = Math.max(from, span.end)
  }
  return out + text.slice(Math.min(from, end), end)
}
