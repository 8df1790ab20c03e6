/**
 * Cells one below the other of which extraction set some side by side, because they stood near: numbers on one line
 * (`15.248 101.147`), a year behind the first head (`Position 2031`), the last row right above the next paragraph.
 *
 * Never guesses: numbers are parted only where each of them is marked as one, by its thousands, decimals or unit. Pure;
 * knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { type Cell, isValue, kindOf, SHORTENED } from './stacked-cells.ts'

const MARKED = String.raw`(?:[-–+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,7},\d{1,4})(?: ?[€%])?)`
const SIDE_BY_SIDE = new RegExp(`^${MARKED}(?: (?:${MARKED}|[-–](?= |$)))+$`, 'u')
const EACH = new RegExp(`${MARKED}|[-–](?= |$)`, 'gu')
/** A label on one line. */
const LABEL = 60

/** The cells with those parted that stand on one line. */
export function withCellsParted(cells: readonly Cell[]): Cell[] {
  return cells.flatMap((cell, at) => {
    if (cell.kind === 'verklebt' && SIDE_BY_SIDE.test(cell.text))
      return [...cell.text.matchAll(EACH)].map(([text]) => cellOf(text.trim(), cell))
    const [, words, year] = /^(\p{Lu}[^\d]{1,40}) ((?:19|20)\d\d)$/u.exec(cell.text) ?? []
    const next = cells[at + 1]
    const goesOn = next?.kind === 'jahr' && Number(next.text.slice(0, 4)) === Number(year) + 1
    return words && year && goesOn ? [cellOf(words, cell), cellOf(year, cell)] : [cell]
  })
}

/** The cells of a last row that stand on the first lines of a paragraph: a label and its numbers, each on a line. */
export function lastRowOf(block: Cell, lines: readonly string[]): Cell[] {
  const cells: Cell[] = []
  for (let at = block.from; at < block.to; at++) {
    const text = (lines[at] ?? '').trim()
    const kind = kindOf(text)
    const value = isValue(kind) || (kind === 'verklebt' && SIDE_BY_SIDE.test(text))
    if (cells.length ? !value : kind !== 'wort' || text.length > LABEL || /[.:;!?,]$/.test(text.replace(SHORTENED, '')))
      break
    cells.push({ text, kind, from: at, to: at + 1 })
  }
  return cells.length > 1 && (cells.at(-1)?.to ?? 0) < block.to ? cells : []
}

function cellOf(text: string, { from, to }: Cell): Cell {
  return { text, kind: kindOf(text), from, to }
}
