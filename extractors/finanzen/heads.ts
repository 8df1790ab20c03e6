/**
 * Which rows of a table are column heads, also where extraction lost them: a row of years or units under the heads or in
 * their place ("2031 TEUR | 2032 TEUR"), a line of years above a table without heads.
 *
 * Source: heads over two lines, of which the second names only years or units; heads set in running text above the rows.
 */
import type { Table } from 'mdast'
import { headRowsOf, rowsOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'

export interface Heads {
  /** How many rows of the table are heads. */
  readonly rows: number
  /** Heads that stand above the table instead. */
  readonly above?: readonly string[]
}

const YEAR = '(?:19|20)\\d\\d'
const UNIT = '\\(?(?:in )?(?:T(?:sd\\.)? ?(?:€|EUR|Euro)|Mio\\. ?(?:€|EUR|Euro)|€|EUR|Euro)\\)?'
const TIME = `(?:(?:Plan|Ist|Soll|Ansatz|ab|in|bis|von) )?${YEAR}(?: (?:bis|-|–) ${YEAR}| ?ff\\.?)?|\\((?:0?[1-9]|1[0-2])/${YEAR}\\)`
const HEAD_CELL = new RegExp(`^(?:(?:${TIME})(?: ${UNIT})?|${UNIT})$`, 'u')
/** A column of time or of sums, in a line of heads: "Plan 2031", "RE 2030", "bis 2029", "2032 ff.", "später", "Gesamt". */
const TIME_WORD =
  '(?:(?:Plan|Ist|IST|Soll|SOLL|Ansatz|RE|VE|HH|HHJ|HJ|HPL|FPL|HAR|AO|E|Ergebnis|Rechnung|Prognose|Entwurf|Haushalt|bis|ab|vor) )?(?:19|20)\\d\\d(?: ?ff\\.?)?|später|spätere Jahre|Folgejahre|Summe|Gesamt|gesamt|insgesamt'
const LAST_WORDS = new RegExp(`(?:\\s(?:${TIME_WORD})){2,12}$`, 'u')
const ONE_WORD = new RegExp(`\\s(${TIME_WORD})(?=\\s|$)`, 'gu')

/** The heads of a table; `line` is what stands directly above it. */
export function headsOf(paper: ReadPaper, table: Table, line = ''): Heads {
  const rows = rowsOf(paper, table).map((row) => row.map((cell) => unmarked(cell.text)))
  const printed = headRowsOf(table)
  let count = printed
  while (count < rows.length - 1 && count < printed + 2 && namesColumns(rows[count] ?? [], count)) count++
  const width = Math.max(0, ...rows.map((row) => row.length))
  const above = count ? undefined : (headsAbove(table.data?.caption ?? '', width) ?? headsAbove(line, width))
  return above ? { rows: 0, above } : { rows: count }
}

/** Heads within the body: a table begun below another without a line between ("Kosten in Euro | 2031 | 2032"). */
export function headsWithin(rows: readonly (readonly string[])[], from: number): number[] {
  const found: number[] = []
  for (let at = from; at < rows.length - 1; at++) {
    const cells = (rows[at] ?? []).slice(1).map(unmarked).filter(Boolean)
    const years = cells.flatMap((cell) => (HEAD_CELL.test(cell) ? (/(?:19|20)\d\d/.exec(cell)?.[0] ?? []) : []))
    if (years.length >= 2 && years.length === cells.length && new Set(years).size === years.length) found.push(at)
  }
  return found
}

/** Nothing but years and units behind the first cell, which only the first row of heads fills. */
function namesColumns(row: readonly string[], before: number): boolean {
  const cells = row.slice(1).filter(Boolean)
  const corner = row[0] ?? ''
  if (before > 0 && corner) return false
  return cells.length >= 2 && !/\d{3}/.test(corner) && cells.every((cell) => HEAD_CELL.test(cell))
}

/** "Angaben in EUR 2031 2032 2033 Gesamt": as many last words as the table has columns of numbers. */
function headsAbove(caption: string, width: number): readonly string[] | undefined {
  const found = timeHeads(caption.split('\n').at(-1) ?? '')
  return found?.words.length === width - 1 ? [found.corner, ...found.words] : undefined
}

/** The columns of time and sums a line ends with, and the words before them. */
export function timeHeads(printed: string): { readonly corner: string; readonly words: readonly string[] } | undefined {
  // Two columns of time at least, each with its digits.
  if (!/\d\S*\s.*\d/s.test(printed)) return undefined
  const line = ` ${unmarked(printed)}`
  const found = LAST_WORDS.exec(line)
  const words = [...(found?.[0] ?? '').matchAll(ONE_WORD)].map(([, word = '']) => word)
  if (!found || words.filter((word) => /\d/.test(word)).length < 2) return undefined
  return { corner: line.slice(0, found.index).trim(), words }
}

/** "2031*", "2030¹", "2029 2)": a head without the marks of its footnotes. */
function unmarked(head: string): string {
  return head
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/(?<=(?:19|20)\d\d)(?:\s?\*{1,3}\)?|[¹²³⁴⁵⁶]+\)?|\s?\d\))(?=\s|$)/gu, '')
}
