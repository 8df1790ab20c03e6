/**
 * A table of a plain text as a block: a cell of each string, with the page and place of its line.
 */
import type { RawBlock } from '../../readers/compose.ts'
import { dehyphenated } from '../hyphen.ts'
import { rawLine } from './items.ts'
import type { TextLine } from './lines.ts'

/** A block, and whether a page's end stands before it. */
export type Marked = RawBlock & { readonly afterBreak?: boolean }

/** The block of a table; heads that come back at the top of a page are no rows. */
export function tableBlock(
  table: { rows: readonly (readonly string[])[]; headRows: number; certain: boolean },
  lines: readonly TextLine[],
): Marked {
  const [head = []] = table.headRows === 1 ? table.rows : []
  const again = (row: readonly string[], r: number): boolean =>
    r > 0 && head.length > 1 && head.slice(1).every(Boolean) && row.every((cell, c) => cell === head[c])
  return {
    type: 'table',
    headRows: table.headRows,
    certain: table.certain,
    rows: table.rows.flatMap((row, r) =>
      again(row, r) ? [] : [row.map((cell) => ({ lines: [rawLine({ ...lines[r], text: dehyphenated(cell) })] }))],
    ),
    ...(lines[0]?.afterBreak ? { afterBreak: true } : {}),
  }
}
