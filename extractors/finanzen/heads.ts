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
const LAST_WORDS = /(?:\s(?:(?:19|20)\d\d|später|Summe|Gesamt|gesamt|ff\.)){3,12}$/u

/** The heads of a table; `line` is what stands directly above it. */
export function headsOf(paper: ReadPaper, table: Table, line = ''): Heads {
  const rows = rowsOf(paper, table).map((row) => row.map((cell) => cell.text.replace(/\s+/g, ' ').trim()))
  const printed = headRowsOf(table)
  let count = printed
  while (count < rows.length - 1 && count < printed + 2 && namesColumns(rows[count] ?? [], count)) count++
  const width = Math.max(0, ...rows.map((row) => row.length))
  const above = count ? undefined : (headsAbove(table.data?.caption ?? '', width) ?? headsAbove(line, width))
  return above ? { rows: 0, above } : { rows: count }
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
  const line = caption.split('\n').at(-1)?.replace(/\s+/g, ' ').trim() ?? ''
  const found = LAST_WORDS.exec(` ${line}`)
  const words = found?.[0].trim().split(' ') ?? []
  if (!found || words.length !== width - 1) return undefined
  return [` ${line}`.slice(0, found.index).trim(), ...words]
}
