/**
 * Laid-out blocks to the blocks every reader hands over.
 */
import type { Piece, RawBlock, RawCell, RawLine } from '../readers/compose.ts'
import { isArranged } from './arranged.ts'
import type { LaidBlock, TextBlock } from './blocks.ts'
import { cellText, type LaidTable } from './flow.ts'
import { withHeadsOverValues } from './heads-apart.ts'
import { isCutFigure } from './hyphen.ts'
import type { Line } from './lines.ts'

const CAPTION_LETTERS = 150

/** Turn blocks into raw blocks, in order; a heading right above a table is its caption as well. */
export function rawBlocksOf(blocks: readonly LaidBlock[]): RawBlock[] {
  return blocks.flatMap((block, index) => {
    if (block.kind !== 'table') return [textBlockOf(block)]
    return isArranged(block)
      ? cellsAsText(block)
      : [tableOf(withHeadsOverValues(block), captionOf(blocks[index - 1], block))]
  })
}

/** The cells of an area that only arranges, each a paragraph of its own. */
function cellsAsText(table: LaidTable): RawBlock[] {
  return table.rows.flatMap((row) =>
    row.cells
      .filter((lines) => lines.length > 0)
      .map((lines): RawBlock => ({ type: 'paragraph', lines: lines.map((line) => rawLine(line, '\t')) })),
  )
}

function textBlockOf(block: TextBlock): RawBlock {
  const [first, ...rest] = block.lines
  const lines = first ? [behind(rawLine(first, '\t'), block.at), ...rest.map((line) => rawLine(line, '\t'))] : []
  if (block.kind === 'heading') return { type: 'heading', depth: depthOf(block.depth), lines }
  if (block.kind === 'item') return { type: 'item', marker: block.marker, depth: block.depth, lines }
  return { type: 'paragraph', lines }
}

function depthOf(depth: number): 1 | 2 | 3 | 4 | 5 | 6 {
  if (depth <= 1) return 1
  if (depth === 2) return 2
  if (depth === 3) return 3
  if (depth === 4) return 4
  return depth === 5 ? 5 : 6
}

function tableOf(table: LaidTable, caption: string | undefined): RawBlock {
  const rows = table.rows.map((row) =>
    row.cells.map((cell, column): RawCell => {
      const right = table.columns[column + 1] ?? table.x2
      const isFull = (line: Line, next: Line | undefined) =>
        (table.ruled && fills(line, table.columns[column] ?? 0, right)) ||
        (next !== undefined && isCutFigure(cellText([line]), cellText([next])))
      return {
        lines: cell.map((line, at) => ({
          ...rawLine(line, ' '),
          ...(isFull(line, cell[at + 1]) ? { full: true } : {}),
        })),
      }
    }),
  )
  return { type: 'table', headRows: table.headRows, certain: table.certain, rows, ...(caption ? { caption } : {}) }
}

function captionOf(above: LaidBlock | undefined, table: LaidTable): string | undefined {
  if (!above || above.kind === 'table' || above.lines.length > 2 || table.headRows === 0) return undefined
  const last = above.lines.at(-1)
  if (!last || last.page !== table.rows[0]?.cells.flat()[0]?.page) return undefined
  const text = above.lines.map((line) => rawLine(line, ' ').text).join(' ')
  const isTitle =
    above.kind === 'heading' || (above.lines.length === 1 && last.segments.length === 1 && !/[☐☒:]|[.;,]$/u.test(text))
  return isTitle && text.length <= CAPTION_LETTERS ? text : undefined
}

/** A single word that leaves no room for another letter between the rules of its cell. */
function fills(line: Line, left: number, right: number): boolean {
  const text = line.segments[0]?.text ?? ''
  const letter = Math.max((line.x2 - line.x1) / Math.max(1, text.length), 0.45 * line.size)
  const room = right - line.x2 - Math.max(0, line.x1 - left)
  return line.segments.length === 1 && /^\S*\p{L}{3}$/u.test(text) && room < 1.1 * letter && line.x2 < right
}

/** A line's words with the boxes of its pieces. */
function rawLine(line: Line, separator: string): RawLine {
  let text = ''
  const pieces: Piece[] = []
  for (const segment of line.segments) {
    if (text) text += separator
    for (const piece of segment.pieces)
      pieces.push({ ...piece, start: text.length + piece.start, end: text.length + piece.end })
    text += segment.text
  }
  return { text, page: line.page, pieces }
}

/** The line from an offset on. */
function behind(line: RawLine, at: number): RawLine {
  if (at === 0) return line
  const pieces = (line.pieces ?? [])
    .filter((piece) => piece.end > at)
    .map((piece) => ({ ...piece, start: Math.max(0, piece.start - at), end: piece.end - at }))
  return { ...line, text: line.text.slice(at), pieces }
}
