/**
 * From the cleared lines of a plain text to blocks: paragraphs, list items, tables.
 *
 * A paragraph interrupted by a page's end is put together again when its sentence is unfinished; a table interrupted
 * by one when the columns agree.
 */
import type { RawBlock, RawLine } from '../../readers/compose.ts'
import { apart, type Find, type FoundTable, type Part } from './apart.ts'
import { blankTable } from './blank-tables.ts'
import { chunksOf, wrapWidth } from './chunks.ts'
import { columnBlocks } from './column-blocks.ts'
import { withGapTable } from './gap-blocks.ts'
import { gapTable } from './gap-tables.ts'
import { gluedTable } from './glued-tables.ts'
import { standingWords } from './glued-words.ts'
import { gapsAbove } from './heads-above.ts'
import { keyedTable } from './keyed-tables.ts'
import { isBlank, type TextLine } from './lines.ts'
import { mixedTable } from './mixed-tables.ts'
import { withColumnsLevel } from './offset-columns.ts'
import { pipeTable } from './pipe-tables.ts'
import { stackedLines, stackedTable } from './stacked-tables.ts'
import { tabCells, tabTable } from './tab-tables.ts'
import { type Marked, tableBlock } from './table-block.ts'
import { tornUnderHeads } from './torn-under-heads.ts'
import { yearRows } from './year-rows.ts'

/** Read lines into blocks. */
export function blocksOfLines(lines: readonly TextLine[]): RawBlock[] {
  const width = wrapWidth(lines)
  const standing = standingWords(lines.map(({ text }) => text))
  const finds: Find[] = [
    pipeTable,
    columnBlocks,
    stackedTable,
    (own) => gluedTable(own, standing),
    keyedTable,
    mixedTable,
    stackedLines,
    yearRows,
  ]
  const parts = finds.reduce<Part[]>(
    (left, find) => apart(left, find),
    [{ lines: withoutGapsInTabs(withColumnsLevel(lines)) }],
  )
  return apart(apart(parts, tornUnderHeads, byGaps), blankTable)
    .flatMap((part) =>
      'table' in part ? [part.table] : underHeads(chunksOf(part.lines, width)).flatMap(blocksOfChunk),
    )
    .reduce<RawBlock[]>(joinTables, [])
    .map(stripMark)
}

/** Rows that make a table although an empty line follows each. */
const SPACED_ROWS = 3

/** Rows with tabs that an empty line follows one by one stand together. */
function withoutGapsInTabs(lines: readonly TextLine[]): TextLine[] {
  const width = (at: number): number => {
    const text = lines[at]?.text ?? ''
    return text.includes('\t') ? tabCells(text).length : 0
  }
  const spaced = (at: number): boolean =>
    isBlank(lines[at + 1]?.text ?? 'x') && width(at) > 1 && width(at + 2) === width(at)
  const out: TextLine[] = []
  for (let at = 0; at < lines.length; at++) {
    let rows = 1
    while (spaced(at + 2 * (rows - 1))) rows++
    if (rows < SPACED_ROWS) out.push(...lines.slice(at, at + 1))
    else {
      out.push(...lines.slice(at, at + 2 * rows - 1).filter((_, n) => n % 2 === 0))
      at += 2 * rows - 2
    }
  }
  return out
}

/** Rows that stand behind an empty line under their column heads belong to them. */
function underHeads(chunks: readonly TextLine[][]): TextLine[][] {
  return chunks.reduce<TextLine[][]>((out, chunk) => {
    const last = out.at(-1)
    const head = last?.length === 1 && !last[0]?.text.includes('\t') ? last : undefined
    if (head && gapTable([...head, ...chunk].map(({ text }) => text))?.headed) out[out.length - 1] = [...head, ...chunk]
    else out.push(chunk)
    return out
  }, [])
}

function blocksOfChunk(chunk: readonly TextLine[]): Marked[] {
  const blocks: Marked[] = []
  let at = 0
  while (at < chunk.length) {
    const run = runOf(chunk, at)
    const table = run.length > 1 ? tabTable(run.map((line) => line.text)) : undefined
    if (table) {
      blocks.push(tableBlock(table, run))
      at += run.length
      continue
    }
    const end = nextRun(chunk, at)
    blocks.push(...withGapTable(chunk.slice(at, end)))
    at = end
  }
  return blocks
}

/** Two heads in one cell, each with its year: only one blank parted their columns. */
const TWO_YEARS = /(?<!\d)(?:19|20)\d\d(?!\d).*(?<!\d)(?:19|20)\d\d(?!\d)/u

/** A torn table read by its gaps where it still has some. */
function byGaps(torn: FoundTable, lines: readonly TextLine[]): { from: number; block: Marked } {
  const head = torn.head ? [torn.head] : []
  const above = gapsAbove(lines, torn.from)
  const own = lines.slice(torn.from).filter(({ text }) => !isBlank(text))
  const columns = torn.rows[0]?.length ?? 0
  const found = gapTable([...lines.slice(above, torn.from), ...own].map(({ text }) => text))
  // Gaps between some of the cells only tell less than the values do.
  const few = (found?.rows[0]?.length ?? 0) < columns
  const glued =
    torn.head?.every(Boolean) &&
    found?.rows[0]?.some((cell, c) => !cell && TWO_YEARS.test(found.rows[0]?.[c - 1] ?? ''))
  const gaps = few || glued ? undefined : found
  const table = gaps ?? { rows: [...head, ...torn.rows], headRows: head.length, certain: false }
  return {
    from: gaps ? above : torn.from,
    block: tableBlock(table, gaps ? [...lines.slice(above, torn.from), ...own] : own),
  }
}

/** The run of lines with tabs that begins here; a line without tabs is not part of it. */
function runOf(chunk: readonly TextLine[], from: number): TextLine[] {
  const run: TextLine[] = []
  for (let at = from; at < chunk.length; at++) {
    const line = chunk[at]
    if (!line?.text.includes('\t')) break
    run.push(line)
  }
  return run
}

/** Where the next table of at least two lines begins, at least one line on. */
function nextRun(chunk: readonly TextLine[], from: number): number {
  for (let at = from + 1; at < chunk.length; at++) {
    const run = runOf(chunk, at)
    if (run.length > 1 && runOf(chunk, at - 1).length === 0 && tabTable(run.map((line) => line.text))) return at
  }
  return chunk.length
}

/** Put a table that a page's end divided together again; a repeated head is dropped. Adds to the blocks so far. */
function joinTables(blocks: RawBlock[], block: Marked): RawBlock[] {
  const last = blocks.at(-1)
  const goesOn = block.type === 'table' && last?.type === 'table' && block.afterBreak
  if (!goesOn || last.rows[0]?.length !== block.rows[0]?.length) {
    blocks.push(block)
    return blocks
  }
  const head = last.rows.slice(0, last.headRows).map(wordsOfRow)
  const again = block.rows.slice(0, last.headRows).map(wordsOfRow)
  const rows = head.length && head.join('\n') === again.join('\n') ? block.rows.slice(last.headRows) : block.rows
  blocks[blocks.length - 1] = { ...last, rows: [...last.rows, ...rows] }
  return blocks
}

function wordsOfRow(row: readonly { readonly lines: readonly RawLine[] }[]): string {
  return row.map((cell) => cell.lines.map((line) => line.text).join(' ')).join('\t')
}

function stripMark(block: Marked): RawBlock {
  const { afterBreak: _, ...rest } = block
  return rest as RawBlock
}
