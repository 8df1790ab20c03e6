/**
 * From the cleared lines of a plain text to blocks: paragraphs, list items, tables.
 *
 * A paragraph interrupted by a page's end is put together again when its sentence is unfinished; a table interrupted
 * by one when the columns agree.
 */
import type { RawBlock, RawLine } from '../../readers/compose.ts'
import { chunksOf, wrapWidth } from './chunks.ts'
import { withGapTable } from './gap-blocks.ts'
import { gapTable } from './gap-tables.ts'
import { gluedTable } from './glued-tables.ts'
import { standingWords } from './glued-words.ts'
import { keyedTable } from './keyed-tables.ts'
import { isBlank, type TextLine } from './lines.ts'
import { mixedTable } from './mixed-tables.ts'
import { withColumnsLevel } from './offset-columns.ts'
import { pipeTable } from './pipe-tables.ts'
import { stackedLines, stackedTable } from './stacked-tables.ts'
import { tabCells, tabTable } from './tab-tables.ts'
import { type Marked, tableBlock } from './table-block.ts'
import { type TornTable, tornTable } from './torn-tables.ts'
import { yearRows } from './year-rows.ts'

/** Read lines into blocks. */
export function blocksOfLines(lines: readonly TextLine[]): RawBlock[] {
  const width = wrapWidth(lines)
  const standing = standingWords(lines.map(({ text }) => text))
  return apart([{ lines: withoutGapsInTabs(withColumnsLevel(lines)) }], pipeTable)
    .flatMap((part) => apart([part], stackedTable))
    .flatMap((part) => apart([part], (own) => gluedTable(own, standing)))
    .flatMap((part) => apart([part], keyedTable))
    .flatMap((part) => apart([part], mixedTable))
    .flatMap((part) => apart([part], stackedLines))
    .flatMap((part) => apart([part], yearRows))
    .flatMap((part) => ('torn' in part ? [part] : partsOf(part.lines)))
    .flatMap((part) => ('torn' in part ? [part.torn] : underHeads(chunksOf(part.lines, width)).flatMap(blocksOfChunk)))
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

type Part = { readonly lines: readonly TextLine[] } | { readonly torn: Marked }

type Find = (lines: readonly string[]) => TornTable | undefined

/** So many lines are searched at once for the next table, more where none is found; so many behind it must be known. */
const SEARCHED = { lines: 400, behind: 100 }

/** The first table from a line on. In a long text what it takes to find it does not grow with all that follows. */
function nextTable(lines: readonly string[], from: number, find: Find): TornTable | undefined {
  for (let count = SEARCHED.lines; ; count *= 8) {
    const found = find(lines.slice(from, from + count))
    if (from + count >= lines.length || (found && found.to + SEARCHED.behind <= count)) return found
  }
}

/** Parts with the tables that `find` finds among their lines taken out of them, in order. */
function apart(parts: readonly Part[], find: Find): Part[] {
  return parts.flatMap((part): Part[] => {
    if ('torn' in part) return [part]
    return around(part.lines, find, (found, lines) => {
      const head = found.head ? [found.head] : []
      const table = { rows: [...head, ...found.rows], headRows: head.length, certain: found.certain ?? false }
      return { from: found.from, block: tableBlock(table, lines.slice(found.from, found.to)) }
    })
  })
}

/** The tables among lines and the lines between them; `take` is handed each with the lines from the end of the last. */
function around(
  all: readonly TextLine[],
  find: Find,
  take: (found: TornTable, lines: readonly TextLine[]) => { readonly from: number; readonly block: Marked },
): Part[] {
  const texts = all.map(({ text }) => text.trimEnd())
  const parts: Part[] = []
  let at = 0
  while (at < all.length) {
    const found = nextTable(texts, at, find)
    if (!found) break
    const { from, block } = take(found, all.slice(at, at + found.to))
    if (from > 0) parts.push({ lines: all.slice(at, at + from) })
    parts.push({ torn: block })
    at += found.to
  }
  return at < all.length ? [...parts, { lines: all.slice(at) }] : parts
}

/** Torn tables and the lines between them, in order. */
function partsOf(all: readonly TextLine[]): Part[] {
  return around(all, tornTable, (torn, lines) => {
    const head = torn.head ? [torn.head] : []
    const above = gapsAbove(lines, torn.from)
    const own = lines.slice(torn.from).filter(({ text }) => !isBlank(text))
    const columns = torn.rows[0]?.length ?? 0
    const found = gapTable([...lines.slice(above, torn.from), ...own].map(({ text }) => text))
    // Gaps between some of the cells only tell less than the values do.
    const gaps = (found?.rows[0]?.length ?? 0) < columns ? undefined : found
    const table = gaps ?? { rows: [...head, ...torn.rows], headRows: head.length, certain: false }
    return {
      from: gaps ? above : torn.from,
      block: tableBlock(table, gaps ? [...lines.slice(above, torn.from), ...own] : own),
    }
  })
}

/** Most lines of heads above a table. */
const HEAD_LINES = 5

/** Where lines set with gaps begin directly above a line: the column heads of its table. */
function gapsAbove(lines: readonly TextLine[], from: number): number {
  const hasGap = (at: number): boolean => /\S {2,}\S|^ {12,}\S|^ {2,}\S.{0,30}$/.test(lines[at]?.text ?? '')
  // The name of a group of rows may stand between the heads and its rows.
  const group = /^\p{Lu}[\p{L} -]{3,40}$/u.test(lines[from - 1]?.text.trimEnd() ?? '') && hasGap(from - 2)
  let top = group ? from - 1 : from
  while (top > 0 && from - top < HEAD_LINES && hasGap(top - 1)) top--
  return top
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
