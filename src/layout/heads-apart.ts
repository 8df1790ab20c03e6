/**
 * Heads that stand left in a wide column whose numbers stand right: two columns by their places, one of heads alone and one
 * of values without a head, are one. Pure; knows no words.
 * Source: PDF from browsers, tables without rules.
 */
import type { LaidTable } from './flow.ts'

/** The table with such columns as one; a table with drawn rules has its columns from them. */
export function withHeadsOverValues(table: LaidTable): LaidTable {
  if (table.ruled || table.headRows !== 1) return table
  const [head, ...rows] = table.rows
  if (!head || rows.length < 2) return table
  const at = head.cells.findIndex(
    (cell, c) =>
      c > 0 &&
      cell.length > 0 &&
      head.cells[c + 1]?.length === 0 &&
      rows.every(({ cells }) => cells[c]?.length === 0) &&
      rows.some(({ cells }) => (cells[c + 1]?.length ?? 0) > 0),
  )
  if (at < 0) return table
  return withHeadsOverValues({
    ...table,
    columns: table.columns.filter((_, c) => c !== at + 1),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.flatMap((cell, c) =>
        c === at ? [[...cell, ...(row.cells[c + 1] ?? [])]] : c === at + 1 ? [] : [cell],
      ),
    })),
  })
}
