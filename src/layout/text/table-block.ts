/**
 * A table of a plain text as a block: a cell of each string, with the page and place of its line.
 */
import type { RawBlock } from '../../readers/compose.ts'
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
      row.map((cell) => ({ lines: [rawLine({ ...lines[r], text: dehyphenate(cell) })] })),
    ),
    ...(lines[0]?.afterBreak ? { afterBreak: true } : {}),
  }
}

/** Cells whose words were broken within the cell and set on one line ("Über- planmä- ßig"). */
function dehyphenate(cell: string): string {
  return cell.replace(/(\p{Ll})- (?=\p{Ll}{2,})(?!und |oder |bzw|sowie )/gu, '$1')
}
