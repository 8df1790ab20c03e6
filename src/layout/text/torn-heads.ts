/**
 * Column heads that text extraction has closed up: lines or words put together to cells.
 *
 * Pure; knows the small words German phrases are joined by, and none of the field.
 * Source: papers saved as text from PDF.
 */
import { endsBroken, joinedLines } from '../hyphen.ts'
import { SMALL_WORDS } from './small-words.ts'

/** A column head of a few words without numbers. */
export const HEAD_CELL =
  /^(?:\p{Ll}[\p{L}.-]* )?[„"(]?\p{Lu}(?:[^\d]{0,38}[^\d/-]|[^\d]{2,30} (?:19|20)\d\d(?: \([^()\d]{1,20}\))?)$/u
/** Words and signs that cannot end a head; an inflected adjective waits for its noun (`Anteil berücksichtigter`). */
const UNFINISHED = new RegExp(
  String.raw`(?:\s(?:${SMALL_WORDS})|\.-|§ ?\d+[a-z]?|&|\s(?!(?:spät|ält|jüng|früh|höh|weit)er)\p{Ll}{4,}(?:er|es|em))$`,
  'u',
)
/** An adjective by itself belongs to the noun in the next line (`geplante`). */
const ADJECTIVE = /^(?!(?:unter|über|oder|hinter|später|älter|jünger|weiter|weniger|ohne)$)\p{Ll}{3,}(?:e|er|es)$/u

/** A year or day by itself: it closes a head. */
const TIME = /^(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d$/

/** A list, an address or a count is no column head. */
export function isHead(cell: string): boolean {
  return !/,.*,|\s(?:davon|darunter)\s/.test(cell) && !/\s(?!(?:19|20)\d\d$)\d+$/.test(cell)
}

/** Does a head go on behind a line? `before`: the line above it, which may have broken its first word. */
export function goesOn(line: string, before = ''): boolean {
  return endsBroken(line) || UNFINISHED.test(line) || (ADJECTIVE.test(line) && !endsBroken(before))
}

/** Lines as cells; one in lower case, or behind an unfinished one, goes on with the cell before. */
export function cellsByLine(lines: readonly string[]): string[] {
  return lines.reduce<string[]>((cells, line, at) => {
    const words = line.trim()
    const before = lines[at - 1]?.trim() ?? ''
    const after = TIME.test(before) && /^\p{Ll}{4,}/u.test(words)
    const begins = !goesOn(before, lines[at - 2]?.trim()) && (/^\p{Lu}/u.test(words) || ADJECTIVE.test(words) || after)
    if (begins || !cells.length) cells.push(words)
    else cells.push(joinedLines([cells.pop() ?? '', line]))
    return cells
  }, [])
}

/** Words as cells; one in lower case goes with the next, brackets and signs with the one before. */
export function cellsByWord(lines: readonly string[]): string[] {
  return joinedLines(lines)
    .split(/\s+(?![^()]*\))/)
    .reduce<string[]>((cells, word) => {
      const last = cells.at(-1)
      // What tells more of a noun stands behind it: `Kosten brutto in EUR`.
      if (cells.length > 1 && /^(?:in|je|pro)$/.test(word) && last !== undefined && /^\p{Ll}+$/u.test(last)) {
        cells.pop()
        cells[cells.length - 1] = `${cells.at(-1)} ${last} ${word}`
        return cells
      }
      const open = last !== undefined && /^\p{Ll}/u.test(last) && !/\s\p{Lu}|\)$/u.test(last)
      if (
        last !== undefined &&
        (open || /^(?:[\d(/&+-]|(?:in|je|pro|ab|bis)$)/.test(word) || /\s(?:in|je|pro|ab|bis)$/.test(last))
      )
        cells[cells.length - 1] = `${last} ${word}`
      else cells.push(word)
      return cells
    }, [])
}

/** `Ort Plätze Stellen Ist Stellen Soll`: a word that comes back begins a head of two words each time. */
export function cellsByAgain(lines: readonly string[]): string[] {
  const cells = cellsByWord(lines)
  const again = (cell: string): boolean => cells.filter((other) => other === cell).length > 1
  return cells.reduce<string[]>((out, cell, at) => {
    if (at > 0 && again(cells[at - 1] ?? '') && !again(cell)) out[out.length - 1] = `${cells[at - 1]} ${cell}`
    else out.push(cell)
    return out
  }, [])
}
