/**
 * Ruled areas that only arrange: a letterhead or form whose cells hold lines that were meant to end where they end, a
 * label above its value, an address, an answer for each line. Their cells are read one after another, as text.
 *
 * A table wraps its words: a line of a cell ends where the next word has no room. One sign does not do; most cells of
 * several lines must break early, and the table be low, without heads and figures.
 *
 * Units: points.
 * Source: letterheads drawn as a grid (Word forms), forms with small labels above their values.
 */
import { endsEarly } from './blocks.ts'
import { cellText, isFigure, type LaidTable } from './flow.ts'
import type { Line } from './lines.ts'

const MOST_ROWS = 6
/** Share of all filled cells, and of those with several lines, that must break early. */
const EARLY = { filled: 0.3, tall: 0.6 }

/** Does this table only arrange? */
export function isArranged(table: LaidTable): boolean {
  if (!table.ruled || table.headRows > 0 || table.rows.length > MOST_ROWS) return false
  const cells = table.rows.flatMap((row) =>
    row.cells.flatMap((lines, column) =>
      lines.length ? [{ lines, right: table.columns[column + 1] ?? table.x2 }] : [],
    ),
  )
  if (cells.some(({ lines }) => lines.length === 1 && isFigure(cellText(lines)))) return false
  const tall = cells.filter(({ lines }) => lines.length > 1)
  const early = tall.filter(({ lines, right }) => breaksEarly(lines, right)).length
  return early >= EARLY.tall * tall.length && early >= EARLY.filled * cells.length && early > 0
}

/** Its first line ends although the first word of the second had room. */
function breaksEarly([first, second]: readonly Line[], right: number): boolean {
  return first !== undefined && second !== undefined && endsEarly(first, second, right)
}
