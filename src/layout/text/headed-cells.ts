/**
 * Cells one below the other whose heads were set so near that no empty line parts them from the first row: head and value
 * in one block, column for column (`Standort` / `Mühle`, then `Plätze` / `40`, then `Stellen` / `5,5`).
 *
 * Put in the order of all others: the heads, then the first row. Never guesses: every block but the first holds words above
 * one value, and the first a label below its head. Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { joinedLines } from '../hyphen.ts'
import { type Cell, isValue, kindOf } from './stacked-cells.ts'
import { goesOn } from './torn-heads.ts'

/** Blocks of a head and a value side by side that are no chance; lines of a head. */
const COLUMNS = 2
const HEAD = { lines: 3, length: 60 }

/** The blocks with such heads and first rows parted into cells; what stands above the first head stays a block. */
export function withHeadsParted(blocks: readonly Cell[], lines: readonly string[]): Cell[] {
  const out: Cell[] = []
  for (let at = 0; at < blocks.length; at++) {
    const first = blocks[at]
    if (!first) continue
    const columns: (readonly [Cell, Cell])[] = []
    for (let next = at + 1; next < blocks.length; next++) {
      const parts = headOverValue(blocks[next], lines)
      if (!parts) break
      columns.push(parts)
    }
    const corner = columns.length >= COLUMNS ? headOverLabel(first, lines) : undefined
    if (!corner) {
      out.push(first)
      continue
    }
    const [above, head, label] = corner
    out.push(...above, head, ...columns.map(([own]) => own), label, ...columns.map(([, value]) => value))
    at += columns.length
  }
  return out
}

function headOverValue(block: Cell | undefined, lines: readonly string[]): readonly [Cell, Cell] | undefined {
  const count = block ? block.to - block.from : 0
  if (!block || count < 2 || count > 1 + HEAD.lines || block.kind !== 'wort') return undefined
  const head = cellOf(lines, block.from, block.to - 1)
  const value = cellOf(lines, block.to - 1, block.to)
  const words = head.kind === 'wort' && /^[\p{L}(]/u.test(head.text) && head.text.length <= HEAD.length
  return words && !/[.!?:;]$/.test(head.text) && isValue(value.kind) && value.kind !== 'leer'
    ? [head, value]
    : undefined
}

/** The last lines of a block as a head and the label below it, and what stands above them. */
function headOverLabel(block: Cell, lines: readonly string[]): readonly [Cell[], Cell, Cell] | undefined {
  let from = block.to - 1
  while (from > block.from && goesOn(lines[from - 1]?.trim() ?? '')) from--
  const top = from - 1
  const above = (lines[top - 1] ?? '').trim()
  if (top < block.from || (top > block.from && !/[.:!?)]$/.test(above))) return undefined
  const [head, label] = [cellOf(lines, top, from), cellOf(lines, from, block.to)]
  const fit = [head, label].every(({ text }) => text.length <= HEAD.length && !/[.!?:;,]$/.test(text))
  if (!fit || head.kind !== 'wort' || isValue(label.kind)) return undefined
  return [top > block.from ? [cellOf(lines, block.from, top)] : [], head, label]
}

function cellOf(lines: readonly string[], from: number, to: number): Cell {
  const text = joinedLines(lines.slice(from, to).map((line) => line.trim()))
  return { text, kind: kindOf(text), from, to }
}
