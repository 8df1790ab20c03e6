/**
 * Rows of cells one below the other of which some are short, because extraction prints nothing for an empty cell: labels
 * tell the rows apart. Pure; knows no words.
 */

import { placedRows } from './short-rows.ts'
import { type Cell, isLabel, isValue } from './stacked-cells.ts'

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
  const rows = printed.some((row) => row.length < width) ? placedRows(printed, width) : undefined
  return rows && { rows, used, whole: false }
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
