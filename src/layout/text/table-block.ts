/**
 * A table of a plain text as a block: a cell of each string, with the page and place of its line.
 */
import type { RawBlock } from '../../readers/compose.ts'
import { dehyphenated } from '../hyphen.ts'
import { rawLine } from './items.ts'
import type { TextLine } from './lines.ts'

/** A block, and whether a page's end stands before it. */
export type Marked = RawBlock & { readonly afterBreak?: boolean }

export function tableBlock(
  table: { rows: readonly (readonly string[])[]; headRows: number; certain: boolean },
  lines: readonly TextLine[],
): Marked {
  return {
    type: 'table',
    headRows: table.headRows,
    certain: table.certain,
    rows: table.rows.map((row, r) =>
      row.map((cell) => ({ lines: [rawLine({ ...lines[r], text: dehyphenated(cell) })] })),
    ),
    ...(lines[0]?.afterBreak ? { afterBreak: true } : {}),
  }
}
