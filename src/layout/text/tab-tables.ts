/**
 * Tables of a plain text whose columns are parted by tabs, and how many of a table's first rows are column heads.
 *
 * What can't be told for sure stays lines. Pure; knows no words.
 * Source: texts saved from Word and web pages.
 */

export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  readonly headRows: number
  readonly certain: boolean
}

/** Signs that lead the items of a list, for a class; Symbol and Wingdings put theirs into the private area. */
export const BULLETS = String.raw`–•·▪●○■□◦✓►➢❖\uf0b7\uf0a7\uf0d8\uf076\uf0e0\uf0e8\uf02d-`
const BULLET = new RegExp(`^[${BULLETS}]$`, 'u')

/** The cells of a line parted by tabs. */
export function tabCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.replace(/ {2,}/g, ' ').trim())
}

/**
 * Read consecutive lines as a table with tabs between the cells.
 *
 * @returns
 *   The table, or `undefined` if the lines are not one: fewer than two rows, or check boxes with their labels.
 */
export function tabTable(lines: readonly string[]): TextTable | undefined {
  const rows = lines.map(tabCells)
  const width = Math.max(...rows.map((row) => row.length))
  if (rows.length < 2 || width < 2) return undefined
  if (rows.some((row) => /^[☐☒]$/u.test(row[0] ?? '')) || rows.every(isPoint)) return undefined
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const kept = even[0]?.map((_, c) => c).filter((c) => even.some((row) => row[c] !== '')) ?? []
  if (kept.length < 2) return undefined
  const trimmed = even.map((row) => kept.map((c) => row[c] ?? ''))
  return { rows: trimmed, headRows: headRowsIn(trimmed), certain: true }
}

/** What leads an item of a list. */
export function isBullet(text: string): boolean {
  return BULLET.test(text)
}

/** A bullet, or `1.` before a sentence: a point of a list. */
function isPoint([marker = '', words = '', ...more]: readonly string[]): boolean {
  if (!more.every((cell) => !cell)) return false
  return isBullet(marker) || (/^(?:\d{1,2}|[a-z])[.)]$/.test(marker) && words.length > 40 && /[.;,]$/.test(words))
}

const DATA =
  /^(?:ca\. |rd\. )?[-+–]?\s?(?:€\s?)?\d[\d.,]*(?:\s?(?:€|EUR|Euro|TEUR|T€|%|Mio\.?|Tsd\.?)?\*{0,3})?$|^\d{1,2}\.\d{1,2}\.\d{2,4}$/u
const YEAR = /^(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?$/

/** A number with words behind it, which is no year. */
const VALUE = /^[-+–]?\s?(?!(?:19|20)\d\d(?!\d|[.,]\d))(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?\s?[^\s\d.,]/u

/** Years with the unit of their columns (`2032 EUR`) head them. */
const YEAR_AND_UNIT = /^(?:ab )?(?:19|20)\d\d(?: ?ff\.?)?(?: \([^()]{2,12}\))? \(?(?:in )?(?:€|EUR|Euro|TEUR|T€)\)?$/u

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

function headsYears(row: readonly string[]): boolean {
  const cells = row.slice(1).filter(Boolean)
  return cells.length > 1 && cells.every((cell) => YEAR_AND_UNIT.test(cell))
}

function isData(cell: string, label: boolean): boolean {
  return DATA.test(cell) && !(YEAR.test(cell) && !label)
}
