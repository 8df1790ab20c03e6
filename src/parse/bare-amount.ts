/**
 * A number without a unit that its column, heading or form says is an amount.
 *
 * Units: cents; `scale` in euros per counted unit; offsets in UTF-16 code units.
 */
import type { Span } from '../document.ts'
import type { Amount } from './money.ts'
import { centsFromCell } from './table-facts.ts'

/** The amount at a span of a text; `undefined` if no single number stands there. */
export function bareAmount(text: string, span: Span, scale: number): Amount | undefined {
  const read = centsFromCell(text.slice(span.start, span.end), scale)
  return (
    read && {
      start: span.start,
      end: span.end,
      cents: read.cents,
      approx: false,
      threshold: false,
      range: false,
      turnus: null,
      sign: read.cents < 0 ? '-' : null,
      unclear: read.unclear,
      assumed: true,
      gluedYear: null,
    }
  )
}
