/**
 * Where the column heads stand above the first row of a table whose columns are closed up: cells on lines of their own,
 * words of the lines above, or lines that still have their gaps.
 *
 * Never guesses: as many heads as columns, or none.
 */
import { anchoredAbove } from './anchored-heads.ts'
import type { TextLine } from './lines.ts'
import { cellsByAgain, cellsByLine, cellsByWord, goesOn, HEAD_CELL, isHead } from './torn-heads.ts'
import { isShaped, type TornLine } from './torn-rows.ts'

interface Head {
  readonly from: number
  readonly cells: readonly string[]
}

/** Lines of heads: with gaps, broken over lines, in words. */
const LINES = { gaps: 5, broken: 12, words: 4 }

/** Column heads above a row: `width + 1` cells, each beginning on its own line, or as words of the lines above. */
export function headAbove(
  lines: readonly string[],
  torn: readonly TornLine[],
  at: number,
  width: number,
): Head | undefined {
  const anchored = anchoredAbove(lines, at, width)
  if (anchored) return anchored
  for (let from = at - width - 1; from >= 0 && from >= at - LINES.broken && holdHeads(lines, torn, from, at); from--) {
    if (goesOn(lines[from - 1]?.trim() ?? '', lines[from - 2]?.trim())) continue
    const cells = cellsByLine(lines.slice(from, at))
    const short = width > 1 ? cells.slice(1).every(isHead) : cells.every((cell) => HEAD_CELL.test(cell))
    if (cells.length === width + 1 && short && /^\p{Lu}/u.test(lines[from]?.trim() ?? '')) return { from, cells }
  }
  return headInWords(lines, torn, at, width)
}

/** Column heads as words of the lines above a row. */
export function headInWords(
  lines: readonly string[],
  torn: readonly TornLine[],
  at: number,
  width: number,
): Head | undefined {
  for (let from = at - 1; from >= 0 && from >= at - LINES.words && holdHeads(lines, torn, from, at); from--) {
    const above = lines[from - 1]
    if (above?.trim() && !/[.:!?]$/.test(above.trim()) && from > at - 3) continue
    const own = lines.slice(from, at)
    const cells = [cellsByWord(own), cellsByAgain(own)].find(
      (found) => found.length === width + 1 && found.every((cell) => HEAD_CELL.test(cell)),
    )
    if (cells) return { from, cells }
  }
  return undefined
}

/** May the lines from here to the first row be column heads? */
function holdHeads(lines: readonly string[], torn: readonly TornLine[], from: number, at: number): boolean {
  return lines
    .slice(from, at)
    .every(
      (line, n) =>
        line.trim() &&
        !line.includes('\t') &&
        line.length < 110 &&
        !/[.!?:;]$/.test(line.trim()) &&
        !torn[from + n]?.glued &&
        !torn[from + n]?.values.some(isShaped),
    )
}

/** Where lines set with gaps begin directly above a line: the column heads of its table. */
export function gapsAbove(lines: readonly TextLine[], from: number): number {
  const hasGap = (at: number): boolean => /\S {2,}\S|^ {12,}\S|^ {2,}\S.{0,30}$/.test(lines[at]?.text ?? '')
  // The name of a group of rows, or the unit of all, may stand between the heads and its rows.
  const group =
    /^\p{Lu}[\p{L} -]{3,40}$|^ ?in \S{1,6}$/u.test(lines[from - 1]?.text.trimEnd() ?? '') && hasGap(from - 2)
  let top = group ? from - 1 : from
  while (top > 0 && from - top < LINES.gaps && hasGap(top - 1)) top--
  return top
}
