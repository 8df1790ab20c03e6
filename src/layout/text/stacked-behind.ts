/**
 * Cells one below the other whose last labels were printed lower than their values: they stand behind all of them, one
 * block each or closed up as the lines of one. Pure; knows no words.
 *
 * Never guesses: only where there are as many labels as rows without one, and never certain.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { type Cell, isValue, kindOf } from './stacked-cells.ts'

interface RowsBehind {
  readonly rows: readonly (readonly string[])[]
  readonly used: number
  readonly whole: false
}

/** The last rows have no labels before them, and behind the last of them stand as many: in their order. */
export function labelsBehind(cells: readonly Cell[], count: number, named: number): RowsBehind | undefined {
  const from = named * (count + 1)
  const end = cells.findIndex(({ kind }, at) => at >= from && !isValue(kind))
  const nameless = (end - from) / count
  if (end < 0 || nameless < 2 || !Number.isInteger(nameless)) return undefined
  const labels = cells.slice(end, end + nameless)
  const [closed] = labels
  const parted = closed?.lines?.length === nameless ? closed.lines : undefined
  const texts = parted ?? labels.map(({ text }) => text)
  const used = end + (parted ? 1 : nameless)
  if (texts.length < nameless || texts.some((text) => kindOf(text) !== 'wort') || isValue(cells[used]?.kind ?? 'wort'))
    return undefined
  const rowAt = (start: number): string[] => cells.slice(start, start + count).map(({ text }) => text)
  return {
    rows: [
      ...Array.from({ length: named }, (_, n) => [cells[n * (count + 1)]?.text ?? '', ...rowAt(n * (count + 1) + 1)]),
      ...texts.map((text, n) => [text, ...rowAt(from + n * count)]),
    ],
    used,
    whole: false,
  }
}
