/**
 * From the cleared lines of a plain text to blocks: paragraphs, list items, tables.
 *
 * A paragraph interrupted by a page's end is put together again when its sentence is unfinished; a table interrupted
 * by one when the columns agree.
 */
import type { RawBlock, RawLine } from '../readers/compose.ts'
import { endsBroken } from './hyphen.ts'
import { isBlank, type TextLine } from './text-lines.ts'
import { blankTable, tabCells, tabTable } from './text-tables.ts'

/** Read lines into blocks. */
export function blocksOfLines(lines: readonly TextLine[]): RawBlock[] {
  const width = wrapWidth(lines)
  const chunks = chunksOf(lines).flatMap((chunk) => offHeadings(chunk, width))
  return aroundFootnotes(chunks).flatMap(blocksOfChunk).reduce<RawBlock[]>(joinTables, []).map(stripMark)
}

type Marked = RawBlock & { readonly afterBreak?: boolean }

/** The width at which the lines of running text are wrapped, in characters; undefined if they are not wrapped. */
function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const lengths = lines.map(({ text }) => text.trim().length).filter((length) => length > 40)
  const width = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)]
  return width !== undefined && width >= 60 && width <= 135 ? width : undefined
}

/**
 * Part a group of wrapped lines behind lines that are headings by their shape: they end although the next word would
 * have fitted, hold no sentence, and running text follows.
 */
function offHeadings(chunk: readonly TextLine[], width: number | undefined): TextLine[][] {
  if (width === undefined) return [[...chunk]]
  const groups: TextLine[][] = []
  let open: TextLine[] = []
  for (const [at, line] of chunk.entries()) {
    const next = chunk[at + 1]?.text.trim() ?? ''
    const before = chunk[at - 1]?.text
    const text = line.text.trim()
    const room = text.length + (next.split(' ')[0]?.length ?? 0) + 1 < width * 0.85
    const heading =
      room && text.length < width * 0.7 && next.length > width * 0.75 && isHeadingShaped(text, next, before)
    if (heading && open.length) {
      groups.push(open)
      open = []
    }
    open.push(line)
    if (heading) {
      groups.push(open)
      open = []
    }
  }
  if (open.length) groups.push(open)
  return groups
}

function isHeadingShaped(text: string, next: string, before: string | undefined): boolean {
  if (!/^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?\p{Lu}[^\t☐☒€:]{3,}[\p{L}\d)“"]$/u.test(text)) return false
  if (!/^[„"(]?\p{Lu}/u.test(next) || /\d{2}\.\d{2}\.\d{2}/.test(text)) return false
  return before === undefined || /[.!?:]\s*$/.test(before)
}

/** Groups of lines between blank lines; an unfinished sentence holds two groups together. */
function chunksOf(lines: readonly TextLine[]): TextLine[][] {
  const chunks: TextLine[][] = []
  let open: TextLine[] = []
  let gap = false
  for (const line of lines) {
    if (isBlank(line.text)) {
      gap = gap || open.length > 0
      continue
    }
    const last = open.at(-1)
    if (gap || line.afterBreak) {
      if (last && !runsOn(last.text, line.text, line.afterBreak ?? false)) {
        chunks.push(open)
        open = []
      }
    }
    open.push(line)
    gap = false
  }
  if (open.length) chunks.push(open)
  return chunks
}

const FOOTNOTE = /^\s*[\u00b9\u00b2\u00b3\u2070-\u2079]/u

/** Footnotes between the two halves of a sentence (at a page's end) go behind it. */
function aroundFootnotes(chunks: readonly TextLine[][]): TextLine[][] {
  const out: TextLine[][] = []
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] ?? []
    let next = at + 1
    while (FOOTNOTE.test(chunks[next]?.[0]?.text ?? '')) next++
    const rest = chunks[next]
    const [last, first] = [chunk.at(-1), rest?.[0]]
    const divided =
      next > at + 1 &&
      !FOOTNOTE.test(chunk[0]?.text ?? '') &&
      last &&
      first &&
      rest &&
      runsOn(last.text, first.text, true)
    out.push(divided ? [...chunk, ...rest] : chunk)
    if (divided) {
      out.push(...chunks.slice(at + 1, next))
      at = next
    }
  }
  return out
}

/** Does the sentence of one line go on in another although something stood between? */
function runsOn(before: string, after: string, pageBreak: boolean): boolean {
  if (before.includes('\t') || after.includes('\t') || markerOf(after)) return false
  if (FOOTNOTE.test(after)) return false
  const lower = /^\s*\p{Ll}/u.test(after)
  if (endsBroken(before.trimEnd()) && lower) return true
  if (/[.:;!?)“"]\s*$/.test(before) || before.trim().length < 45) return false
  return lower || (pageBreak && !/^\s*[\p{L} /-]{2,40}:/u.test(after))
}

function blocksOfChunk(chunk: readonly TextLine[]): Marked[] {
  const blocks: Marked[] = []
  let at = 0
  while (at < chunk.length) {
    const run = runOf(chunk, at)
    const table = run.length > 1 ? tabTable(run.map((line) => line.text)) : undefined
    const blank = !table && at === 0 ? blankTable(chunk.map((line) => line.text)) : undefined
    if (blank) return [tableBlock(blank, chunk)]
    if (table) {
      blocks.push(tableBlock(table, run))
      at += run.length
      continue
    }
    const end = nextRun(chunk, at)
    blocks.push(...linesAndItems(chunk.slice(at, end)))
    at = end
  }
  return blocks
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

function tableBlock(
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

const BULLET = /^\s*([-–•·*▪●○■□◦✓►➢❖]|o)\s+(?=\S)/u
const NUMBER = /^\s*(\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|[ivx]{1,4}\))\s+(?=\S)/u

/** The printed list marker a line begins with. */
export function markerOf(line: string): string | undefined {
  return (BULLET.exec(line) ?? NUMBER.exec(line))?.[1]
}

/** Paragraphs and items of lines without tables. */
function linesAndItems(lines: readonly TextLine[]): Marked[] {
  const blocks: { type: 'paragraph' | 'item'; marker: string; depth: number; lines: RawLine[] }[] = []
  let last: string | undefined
  for (const [at, line] of lines.entries()) {
    const marker = markerOf(line.text)
    const open = blocks.at(-1)
    if (marker && begins(marker, last, lines[at - 1]?.text)) {
      const indent = line.text.length - line.text.trimStart().length
      const depth = Math.min(3, Math.floor(indent / 2))
      const from = line.text.indexOf(marker) + marker.length
      blocks.push({ type: 'item', marker, depth, lines: [rawLine({ ...line, text: line.text.slice(from) })] })
      last = marker
    } else if (open) open.lines.push(rawLine(line))
    else blocks.push({ type: 'paragraph', marker: '', depth: 0, lines: [rawLine(line)] })
  }
  return blocks.map(({ type, marker, depth, lines: own }) =>
    type === 'item' ? { type, marker, depth, lines: own } : { type, lines: own },
  )
}

/** May an item begin here? In the middle of a wrapped paragraph `3. Quartal` or `– nach Beratung –` is none. */
function begins(marker: string, last: string | undefined, before: string | undefined): boolean {
  if (before === undefined) return true
  const ended = /[.:;!?,)]\s*$/.test(before) || before.trim().length < 60
  if (!/\d/.test(marker)) return ended || marker === last
  const number = Number(/\d+/.exec(marker)?.[0])
  const previous = last && /\d/.test(last) ? Number(/\d+/.exec(last)?.[0]) : 0
  return number === previous + 1 && (ended || previous > 0)
}

function rawLine(line: TextLine): RawLine {
  const text = line.text.includes('\t')
    ? tabCells(line.text).filter(Boolean).join('\t')
    : line.text.replace(/ {2,}/g, ' ')
  return { text, ...(line.page === undefined ? {} : { page: line.page }) }
}

/** Put a table that a page's end divided together again; a repeated head is dropped. */
function joinTables(blocks: RawBlock[], block: Marked): RawBlock[] {
  const last = blocks.at(-1)
  if (block.type !== 'table' || last?.type !== 'table' || !block.afterBreak) return [...blocks, block]
  if (last.rows[0]?.length !== block.rows[0]?.length) return [...blocks, block]
  const head = last.rows.slice(0, last.headRows).map(wordsOfRow)
  const again = block.rows.slice(0, last.headRows).map(wordsOfRow)
  const rows = head.length && head.join('\n') === again.join('\n') ? block.rows.slice(last.headRows) : block.rows
  return [...blocks.slice(0, -1), { ...last, rows: [...last.rows, ...rows] }]
}

function wordsOfRow(row: readonly { readonly lines: readonly RawLine[] }[]): string {
  return row.map((cell) => cell.lines.map((line) => line.text).join(' ')).join('\t')
}

function stripMark(block: Marked): RawBlock {
  const { afterBreak: _, ...rest } = block
  return rest as RawBlock
}
