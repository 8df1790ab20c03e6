/**
 * Rows of cells one below the other of which some are short, because extraction prints nothing for an empty cell: labels
 * tell the rows apart, and a value stands in the one column whose other values are printed like it, or where the sums of
 * the last row want it.
 *
 * Never guesses: where neither tells the column, there are no such rows. Pure; knows no words.
 */
import { type Cell, isLabel, isValue } from './stacked-cells.ts'
import { placedBySums, sumsHold } from './torn-sums.ts'

/** Full rows that tell how the values of a column are printed. */
const FULL = 3

/** Rows of `width` cells from the first cell on, at least one of them short; `used`: how many cells they take. */
export function rowsByLabel(
  cells: readonly Cell[],
  width: number,
): { rows: string[][]; used: number; whole: boolean } | undefined {
  const printed: string[][] = []
  let used = 0
  for (let at = 0; at < cells.length; ) {
    const label = cells[at]
    let to = at + 1
    while (to < cells.length && to - at < width && isValue(cells[to]?.kind ?? 'wort') && !opensRow(cells, at, to)) to++
    if (!label || !isLabel(label.kind) || to === at + 1 || (label.kind !== cells[0]?.kind && label.kind !== 'wort'))
      break
    printed.push(cells.slice(at, to).map(({ text }) => text))
    at = to
    used = to
  }
  const full = printed.filter((row) => row.length === width)
  if (full.length < FULL || full.length === printed.length || full.length < printed.length * 0.6) return undefined
  const styles = Array.from({ length: width - 1 }, (_, c) => new Set(full.map((row) => styleOf(row[c + 1] ?? ''))))
  const placed = printed.map((row) => (row.length === width ? row : placedByStyle(row, styles)))
  if (placed.every((row) => row !== undefined)) return { rows: placed, used, whole: false }
  const padded = printed.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const rows = placedBySums(padded).map((row) => [...row])
  return sumsHold(rows) ? { rows, used, whole: false } : undefined
}

/** The next year below a year is the next row. */
function opensRow(cells: readonly Cell[], row: number, at: number): boolean {
  const [label, cell] = [cells[row], cells[at]]
  return (
    label?.kind === 'jahr' &&
    cell?.kind === 'jahr' &&
    Number(cell.text.slice(0, 4)) === Number(label.text.slice(0, 4)) + 1
  )
}

/** With a sign, so many decimals, this unit. */
function styleOf(value: string): string {
  const sign = /^[-+–−]./u.test(value) ? '±' : ''
  return `${sign}${/,(\d+)/.exec(value)?.[1]?.length ?? 0}${/[^\d.,\s+–−-]+$/u.exec(value)?.[0] ?? ''}`
}

/** A short row with each value in a column of its style, if there is one way only. */
function placedByStyle([label = '', ...values]: readonly string[], styles: readonly ReadonlySet<string>[]) {
  const ways = waysTo(values, styles)
  const [way] = ways
  return way && ways.length === 1 ? [label, ...way] : undefined
}

function waysTo(values: readonly string[], styles: readonly ReadonlySet<string>[]): string[][] {
  const [style, ...more] = styles
  if (!style || values.length > styles.length) return values.length ? [] : [[]]
  const [value, ...rest] = values
  const empty = waysTo(values, more).map((way) => ['', ...way])
  return value === undefined || !style.has(styleOf(value))
    ? empty
    : [...empty, ...waysTo(rest, more).map((way) => [value, ...way])]
}
