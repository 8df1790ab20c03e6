/**
 * Cells that came as lines or paragraphs: which can be a head, a label, a number of staff.
 *
 * Units: offsets into the paper's text.
 */
import type { Cell, Span } from '../document.ts'
import { DIGITS, isYear } from './staffing-number.ts'

/** Longest head of a column. */
export const HEAD = 40
export const LONGEST_CELL = 3 * HEAD

const NUMBER = new RegExp(`^[+\\-–−]?\\s?(?:${DIGITS})$`, 'u')

/** The lines of paragraphs as cells; with `whole`, a short paragraph is one cell. */
export function cellsIn(text: string, blocks: readonly Span[], whole: boolean): Cell[] {
  return blocks.flatMap((block) => {
    if (!whole) return linesIn(text, block)
    const words = text.slice(block.start, block.end)
    const folded = words.replace(/\s+/g, ' ').trim()
    if (folded.length > LONGEST_CELL) return linesIn(text, block)
    const start = block.start + words.length - words.trimStart().length
    return folded ? [{ text: folded, start, end: start + words.trim().length }] : []
  })
}

function linesIn(text: string, { start, end }: Span): Cell[] {
  const cells: Cell[] = []
  let at = start
  for (const line of text.slice(start, end).split('\n')) {
    const from = at + line.length - line.trimStart().length
    const plain = line.trim()
    if (plain) cells.push({ text: plain, start: from, end: from + plain.length })
    at += line.length + 1
  }
  return cells
}

/** A head that counts where the words above or below name the unit. */
export function countsIfNamed(text: string): boolean {
  return /^(?:soll|ist|(?:un)?besetzt|bisher|(?:zu)?künftig|neu|alt|anzahl|umfang|bestand|bedarf|gesamt|(?:(?:plan|ist|soll|ansatz) ?)?(?:19|20)\d\d)$/iu.test(
    text,
  )
}

/** Heads over two lines ("Stellen", "2031") as one cell each. */
export function withYearsJoined(cells: readonly Cell[]): Cell[] {
  const joined: Cell[] = []
  for (const cell of cells) {
    const before = joined.at(-1)
    if (before && isYear(cell.text) && /^(?:Plan|Soll|Ist)?-?(?:[Ss]tellen|VZ[ÄEK]|VzÄ|VK|VbE)$/u.test(before.text))
      joined[joined.length - 1] = { text: `${before.text} ${cell.text}`, start: before.start, end: cell.end }
    else joined.push(cell)
  }
  return joined
}

/** Can this be the head of a column? */
export function isHead({ text }: Cell): boolean {
  return (
    text.length <= HEAD && /^\p{L}/u.test(text) && (!/[.!?:,;]$/.test(text) || /(?:Nr|Gr|Bes|Entg|ges)\.$/.test(text))
  )
}

/** Is this a number of staff and nothing else? */
export function isNumber(cell: Cell | undefined): boolean {
  return cell !== undefined && NUMBER.test(cell.text) && !isYear(cell.text)
}

/** The same, or the dash that stands for none. */
export function isNumberOrDash(cell: Cell | undefined): boolean {
  return cell !== undefined && (isNumber(cell) || /^[-–—./]{1,3}$/.test(cell.text))
}

/** Can this name a row? */
export function isName(cell: Cell | undefined): boolean {
  return cell !== undefined && cell.text.length <= 2 * HEAD && (isYear(cell.text) || /\p{L}{2}/u.test(cell.text))
}

/** Does this say how a post stands, rather than name it? */
export function isRemark(text: string): boolean {
  return /^(?:un|nicht )?besetzt(?!\p{L})|^(?:vakant|frei|neu|Bemerkung\p{L}*|Anmerkung\p{L}*|ja|nein)$|^seit \d/iu.test(
    text,
  )
}
