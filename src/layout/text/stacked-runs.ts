/**
 * The runs of cells of a text whose tables were set one cell below the other: short blocks between running text.
 * Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { joinedLines } from '../hyphen.ts'
import { lastRowOf, withCellsParted } from './glued-cells.ts'
import { withHeadsParted } from './headed-cells.ts'
import { type Cell, kindOf, SHORTENED } from './stacked-cells.ts'

/** Longer cells are running text, in characters and lines. */
const CELL = { length: 80, lines: 4 }

/** Runs of short cells between running text; the last line of a paragraph may be the first cell. */
export function runsOf(lines: readonly string[]): Cell[][] {
  const runs: Cell[][] = []
  let open: Cell[] = []
  for (const block of withHeadsParted(blocksOf(lines), lines)) {
    if (block.text.includes('\t')) open = []
    else if (isShort(block, lines)) {
      if (!open.length) runs.push(open)
      // A title stands directly above the first head.
      open.push(open.length ? block : (leadOf(block, lines) ?? block))
      continue
    }
    // The last row may stand right above the next paragraph.
    if (open.length) open.push(...lastRowOf(block, lines))
    open = []
    const lead = leadOf(block, lines)
    if (lead) {
      open = [lead]
      runs.push(open)
    }
  }
  return runs.map(withCellsParted).filter((run) => run.length >= 6)
}

/** A line that may be a cell by itself. */
const LINE = 60

/** Runs of lines each of which may be a cell, without an empty line between them. */
export function lineRunsOf(lines: readonly string[]): Cell[][] {
  const runs: Cell[][] = [[]]
  for (const [at, line] of lines.entries()) {
    const text = line.trim()
    const cell = text && text.length <= LINE && !/\t| {2,}|[☐☒]|[.:;!?,]$/u.test(text.replace(SHORTENED, ''))
    if (cell) runs.at(-1)?.push({ text, kind: kindOf(text), from: at, to: at + 1 })
    else if (runs.at(-1)?.length) runs.push([])
  }
  return runs.filter((run) => run.length >= 8)
}

function isShort(block: Cell, lines: readonly string[]): boolean {
  const prose = block.text.length > 40 && /\p{Ll}[.!?]$/u.test(block.text)
  const count = block.to - block.from
  const ended = lines.slice(block.from, block.to - 1).some((line) => /[.:!?]$/.test(line.trim().replace(SHORTENED, '')))
  return (
    block.text.length <= CELL.length &&
    count <= CELL.lines &&
    !prose &&
    !ended &&
    !/[☐☒]/u.test(block.text) &&
    !(count > 1 && lines.slice(block.from, block.to).every((line) => kindOf(line.trim()) !== 'wort'))
  )
}

/** The last line of a paragraph, also with a unit below it (`Aufwand` / `in TEUR`), where the line above it has ended. */
function leadOf(block: Cell, lines: readonly string[]): Cell | undefined {
  const unit = /^(?:in \S{1,5}|\([^()]{1,14}\))$/u.test((lines[block.to - 1] ?? '').trim())
  // `Ergebnis` over `2031`, where the paragraph above has ended.
  const year =
    /^(?:(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.)$/.test((lines[block.to - 1] ?? '').trim()) &&
    /^\p{Lu}[\p{L}. ]{2,24}$/u.test((lines[block.to - 2] ?? '').trim()) &&
    /[:)]$/.test((lines[block.to - 3] ?? '').trim())
  const from = block.to - ((unit || year) && block.to - block.from > 2 ? 2 : 1)
  const text = joinedLines(lines.slice(from, block.to).map((line) => line.trim()))
  // Below a long title the unit is a head by itself: `Folgekosten der Verlagerung im Ergebnisplan` / `in TEUR`.
  if (unit && text.length > 40) {
    const own = (lines[block.to - 1] ?? '').trim()
    return { text: own, kind: kindOf(own), from: block.to - 1, to: block.to }
  }
  const above = (lines[from - 1] ?? '').trim()
  const before = (lines[from - 2] ?? '').trim()
  const ended = /[.:!?)]$/.test(above) || above.length < 50 || (above.length < 70 && /[.:!?]$/.test(before))
  return from > block.from &&
    ended &&
    text.length <= 40 &&
    /^(?:[\p{Lu}(]|(?:19|20)\d\d\*?$)/u.test(text) &&
    !/[.!?:;,]$/.test(text.replace(SHORTENED, ''))
    ? { text, kind: kindOf(text), from, to: block.to }
    : undefined
}

/** Lines that follow one another without an empty line. */
function blocksOf(lines: readonly string[]): Cell[] {
  const blocks: Cell[] = []
  let from = -1
  for (let at = 0; at <= lines.length; at++) {
    const filled = (lines[at] ?? '').trim() !== ''
    if (filled && from < 0) from = at
    if (filled || from < 0) continue
    const own = lines.slice(from, at).map((line) => line.trim())
    const text = joinedLines(own)
    blocks.push({ text, kind: kindOf(text), from, to: at, ...(own.length > 1 ? { lines: own } : {}) })
    from = -1
  }
  return blocks
}
