/**
 * The cells of a text whose tables were set one cell below the other: short blocks between empty lines, and what kind of
 * value each holds. Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { joinedLines } from '../hyphen.ts'

/** Longer cells are running text, in characters and lines. */
const CELL = { length: 80, lines: 4 }
/** `verklebt`: several values in one cell, whose parts nothing tells. */
export type Kind = 'zahl' | 'jahr' | 'tag' | 'leer' | 'wort' | 'verklebt'

export interface Cell {
  readonly text: string
  readonly kind: Kind
  /** Lines of the input: from, to (exclusive). */
  readonly from: number
  readonly to: number
}

/** A word cut short at the end of a head. */
export const SHORTENED = /(?<!\p{L})(?:Nr|Anz|Abt|Std|Tsd|Mio|ff|lfd|max|p\. ?a)\.$/u

const NUMBER =
  /^[-–−+]?\s?(?:€ ?|EUR ?)?(?:\d{1,3}(?:[. ]\d{3})+|\d{1,7})(?:,\d{1,4}-?|,-{1,2})?\s?(?:€|EUR|Euro|TEUR|T€|%|Mio\.? ?€|VZÄ|Std\.)?(?: p\. ?a\.)?\*{0,3}$/u
const YEAR = /^(?:19|20)\d\d\*?$/
const DAY = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/
/** Numbers side by side, or a number before words that are no unit of it. */
const GLUED = /^[-–+]?\d[\d.,]*\s+[-–+]?\d[\d.,]*(?:\s|$)|^\d[\d.]*,\d+ (?!€|%|h\b|VZ|Std|Stellen)\p{L}/u
const NONE = /^[-–—./]{1,4}$/

function kindOf(text: string): Kind {
  if (YEAR.test(text)) return 'jahr'
  if (NONE.test(text)) return 'leer'
  if (DAY.test(text)) return 'tag'
  if (NUMBER.test(text)) return 'zahl'
  return GLUED.test(text) ? 'verklebt' : 'wort'
}

/** Runs of short cells between running text; the last line of a paragraph may be the first cell. */
export function runsOf(lines: readonly string[]): Cell[][] {
  const runs: Cell[][] = []
  let open: Cell[] = []
  for (const block of blocksOf(lines)) {
    if (block.text.includes('\t')) open = []
    else if (isShort(block, lines)) {
      if (!open.length) runs.push(open)
      // A title stands directly above the first head.
      open.push(open.length ? block : (leadOf(block, lines) ?? block))
      continue
    }
    open = []
    const lead = leadOf(block, lines)
    if (lead) {
      open = [lead]
      runs.push(open)
    }
  }
  return runs.filter((run) => run.length >= 6)
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

/** The last line of a paragraph, where the line above it has ended. */
function leadOf(block: Cell, lines: readonly string[]): Cell | undefined {
  const from = block.to - 1
  const text = (lines[from] ?? '').trim()
  const above = (lines[from - 1] ?? '').trim()
  const ended = /[.:!?)]$/.test(above) || above.length < 50
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
    const text = joinedLines(lines.slice(from, at).map((line) => line.trim()))
    blocks.push({ text, kind: kindOf(text), from, to: at })
    from = -1
  }
  return blocks
}
