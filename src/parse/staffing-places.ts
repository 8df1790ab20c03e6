/**
 * What of a paper is read as a table and what as text: tables that came as lines of paragraphs are taken out of them.
 *
 * Reads: the blocks in order; paragraphs and headings that follow one another as one stretch.
 */
import { type Block, type Cell, headRowsOf, type PaperDocument, rowsOf, type Span, spanOf } from '../document.ts'
import { staffHeadRows } from './staffing-heads.ts'
import { type Stack, stacksIn } from './staffing-stack.ts'

export interface StaffTable {
  readonly rows: readonly (readonly Cell[])[]
  readonly headRows: number
  /** False if rows and columns are guessed. */
  readonly certain: boolean
  /** The words that lead it in, where they stand in the same block. */
  readonly above: string
}

/** A stretch of text, or a table. */
export type Place = (Span & { readonly table?: undefined }) | { readonly table: StaffTable }

/** Quantities and posts ask for the places of the same paper; they are found once. */
const known = new WeakMap<object, Map<Block, Place[]>>()

/** The places of each block, in reading order. */
export function placesOf(paper: Pick<PaperDocument, 'text'>, blocks: readonly Block[]): Map<Block, Place[]> {
  const before = known.get(paper)
  if (before && blocks.every((block) => before.has(block))) return before
  const stacks = stacksOf(paper, blocks)
  const places = new Map(blocks.map((block) => [block, placesIn(paper, block, stacks)]))
  known.set(paper, places)
  return places
}

function placesIn(paper: Pick<PaperDocument, 'text'>, block: Block, stacks: readonly Stack[]): Place[] {
  const { start, end } = spanOf(block)
  if (block.type === 'table') {
    const covering = stacks.filter((stack) => stack.start < end && stack.end > start)
    const rows = rowsOf(paper, block).filter(
      (row) =>
        !covering.some((stack) =>
          row.every((cell) => !cell.text.trim() || (cell.start < stack.end && cell.end > stack.start)),
        ),
    )
    const headRows = staffHeadRows(rows, headRowsOf(block))
    const rest = rows.length ? [{ table: { rows, headRows, certain: block.data?.certain !== false, above: '' } }] : []
    const own = covering.filter((stack) => stack.start >= start)
    return [...own.map((stack) => ({ table: { ...stack, certain: false } })), ...rest]
  }
  const places: Place[] = []
  let at = start
  for (const stack of stacks) {
    if (stack.start >= end || stack.end <= at) continue
    if (stack.start > at) places.push({ start: at, end: stack.start })
    if (stack.start >= start) places.push({ table: { ...stack, certain: false } })
    at = Math.min(end, stack.end)
  }
  if (at < end) places.push({ start: at, end })
  return places
}

/** A table without heads, put together from lines: its heads may be the lines above. */
function isLines(block: Block): boolean {
  return block.type === 'table' && headRowsOf(block) === 0 && block.data?.certain === false
}

function stacksOf(paper: Pick<PaperDocument, 'text'>, blocks: readonly Block[]): Stack[] {
  const runs: Span[][] = [[]]
  for (const block of blocks) {
    if (block.type === 'paragraph' || block.type === 'heading' || isLines(block)) runs.at(-1)?.push(spanOf(block))
    else if (runs.at(-1)?.length) runs.push([])
  }
  return runs.flatMap((run) => stacksIn(paper.text, run))
}
