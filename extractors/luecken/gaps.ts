/**
 * Stretches of a text with numbers like those of tables that nothing was read from.
 *
 * Two signs: cells and lines that hold nothing but a number with parted thousands, decimals or a unit, several close
 * together; and numbers printed to the cent, which only money is. Counts, years, days and measures are neither.
 *
 * Units: offsets in UTF-16 code units.
 */
import type { Span } from '../../src/document.ts'
import { cellsOf, linesOf } from '../../src/parse/lines.ts'
import { withinOneOf } from '../../src/parse/within.ts'

/** A stretch from its first number to its last. */
export interface Gap extends Span {
  readonly numbers: number
}

const CELL =
  /^[-–−+]?\s?\d{1,3}(?:\.\d{3})*(?:,(?:\d{1,2}|-{1,2}))?(?:\s?(?:€|EUR|Euro|T€|TEUR|VZÄ|VZE|VZW|VZS|VK|Stellen))?$/u
const SHAPED = /\.\d{3}|,[\d-]|\p{L}|€/u
const TO_THE_CENT =
  /(?<![\d.,])\d{1,3}(?:\.\d{3})+,(?:\d{2}|-{1,2})(?!\d)(?!\s?(?:m²|m2|m³|qm|ha|km|kWh|MWh|Mg|t|l|%|\p{L}*(?:kilometer|[Pp]unkte?|[Ss]tunden?))(?!\p{L}))/gu
/** Cells that make a stretch; lines between two of them; amounts to the cent that make one. */
const CELLS = 4
const APART = 6
const AMOUNTS = 2

/** The stretches in order; `read`: where records are printed. */
export function gapsIn(text: string, read: readonly Span[]): Gap[] {
  const isRead = withinOneOf(read)
  const amounts = [...text.matchAll(TO_THE_CENT)]
    .map(({ index, 0: number }) => ({ start: index, end: index + number.length }))
    .filter((span) => !isRead(span))
  const cells = cellsLeft(text, isRead)
  const stretches = stretchesOf(text, cells).filter(({ numbers }) => numbers >= CELLS)
  const others = amounts.filter((span) => !stretches.some((own) => own.start <= span.start && span.end <= own.end))
  if (others.length >= AMOUNTS) stretches.push(...stretchesOf(text, others))
  return stretches.sort((a, b) => a.start - b.start)
}

function cellsLeft(text: string, isRead: (span: Span) => boolean): Span[] {
  if (!/\d[.,]\d/.test(text)) return []
  return linesOf(text)
    .flatMap((line) => cellsOf(text, line))
    .filter((cell) => cell.text.length <= 24 && CELL.test(cell.text) && SHAPED.test(cell.text) && !isRead(cell))
}

/** Numbers with no more than some lines between them. */
function stretchesOf(text: string, numbers: readonly Span[]): Gap[] {
  const gaps: Gap[] = []
  for (const { start, end } of numbers) {
    const last = gaps.at(-1)
    const between = last ? text.slice(last.end, start).split('\n').length - 1 : 0
    if (last && between <= APART) gaps[gaps.length - 1] = { start: last.start, end, numbers: last.numbers + 1 }
    else gaps.push({ start, end, numbers: 1 })
  }
  return gaps
}
