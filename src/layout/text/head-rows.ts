/**
 * How many of a table's first rows are column heads.
 *
 * Pure; knows no words.
 */
import { isYear, isYearWithUnit } from '../../years.ts'

const DATA =
  /^(?:ca\. |rd\. )?[-+–]?\s?(?:€\s?)?\d[\d.,]*(?:\s?(?:€|EUR|Euro|TEUR|T€|%|Mio\.?|Tsd\.?)?\*{0,3})?$|^\d{1,2}\.\d{1,2}\.\d{2,4}$/u
/** A number with words behind it, which is no year. */
const VALUE = /^[-+–]?\s?(?!(?:19|20)\d\d(?!\d|[.,]\d))(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?[^\s\d.,]/u

/**
 * How many of the first rows are column heads: the rows before the first one that holds data, at most three; a line of
 * words in the first column only names the rows below it.
 */
export function headRowsIn(rows: readonly (readonly string[])[]): number {
  if (hasValues(rows) || isForm(rows)) return 0
  const first = rows.findIndex((row) => !headsYears(row) && row.some((cell, c) => isData(cell, c === 0)))
  if (first < 0) return rows.length > 1 ? 1 : 0
  if (first > 3) return 1
  let heads = first
  const corner = (count: number): boolean => rows.slice(0, count).some((row) => row[0])
  while (heads > 1 && corner(heads - 1) && rows[heads - 1]?.slice(1).every((cell) => !cell)) heads--
  return heads
}

/** "Zielgruben | 5 Stück": the first row holds a value with its unit where all rows below do, too. */
function hasValues([first = [], ...below]: readonly (readonly string[])[]): boolean {
  return (
    below.length > 0 &&
    first.some((cell, c) => c > 0 && VALUE.test(cell) && allValues(below.map((row) => row[c] ?? '')))
  )
}

/** A label with its value, a point of a numbered list, or the beginning of a sentence, like those below it: no heads. */
function isForm([first = [], ...below]: readonly (readonly string[])[]): boolean {
  const [label = '', value = ''] = first
  const again = (shape: RegExp): boolean => shape.test(label) && below.some((row) => shape.test(row[0] ?? ''))
  if (!value || first.slice(1).every((cell) => cell.endsWith(':'))) return false
  if (first.some((cell, c) => PRICED.test(cell) && below.some((row) => PRICED.test(row[c] ?? '')))) return true
  if (again(/\p{L} \d{1,2}\.\d{1,2}\.\d{4}/u)) return true
  return (
    again(/:$/) || again(/^\d{1,2}\. \p{L}/u) || again(/^\p{Ll}/u) || (first.length === 2 && !isHeadOf(value, below))
  )
}

/** Words with an amount of money. */
const PRICED = /\d ?(?:Mio\. ?|Tsd\. ?)?(?:€|EUR|Euro)(?!\p{L})/u

/** May words head cells? Over several kinds of values two or more words are one of them. */
function isHeadOf(words: string, below: readonly (readonly string[])[]): boolean {
  const cells = below.map((row) => row[1] ?? '')
  const days = cells.filter((cell) => DAY.test(cell)).length
  return !(
    DAY.test(words) ||
    CODED.test(words) ||
    (days > 0 && days < cells.length && /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+$/u.test(words))
  )
}

/** A number of several parts with its name is a value. */
const CODED = /^\d{1,4}(?:[.-]\d{1,4}){1,4} \p{Lu}/u

/** A day, also with the name of its month. */
const DAY = /^\d{1,2}\. ?(?:\d{1,2}\. ?|\p{Lu}\p{Ll}{2,8} )\d{2,4}$/u

/** Values with their units in at least half of the cells, and nothing else. */
function allValues(cells: readonly string[]): boolean {
  const filled = cells.filter(Boolean)
  return filled.length * 2 >= cells.length && filled.every((cell) => VALUE.test(cell))
}

/** Years with the unit of their columns head them. */
function headsYears(row: readonly string[]): boolean {
  const cells = row.slice(1).filter(Boolean)
  return cells.length > 1 && cells.every(isYearWithUnit)
}

function isData(cell: string, label: boolean): boolean {
  return DATA.test(cell) && !(isYear(cell) && !label)
}
