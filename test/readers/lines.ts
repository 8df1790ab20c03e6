/** Blocks as short lines, so that a test can say what a reader gives: `h2 …`, `p …`, `item 1. …`, `row a | b`. */
import type { RawBlock } from '../../src/readers/compose.ts'

/** One line per block; a table has one per row and one before them for what is said of it. */
export function asLines(blocks: readonly RawBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [`${nameOf(block)} ${block.lines.map((line) => line.text).join(' / ')}`]
    const head = `table ${block.headRows}${block.certain === false ? '?' : ''} ${block.caption?.replace('\n', ' / ') ?? ''}`
    return [
      head.trim(),
      ...block.rows.map(
        (row) => `row ${row.map((cell) => cell.lines.map((line) => line.text).join(' / ')).join(' | ')}`,
      ),
    ]
  })
}

function nameOf(block: Exclude<RawBlock, { type: 'table' }>): string {
  if (block.type === 'heading') return `h${block.depth}`
  if (block.type === 'paragraph') return 'p'
  return `${'>'.repeat(block.depth)}item ${block.marker}`
}
