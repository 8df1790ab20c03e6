/**
 * Cells of a row that are not what they look like: a number torn over two of them, a count, a year or a running number among
 * amounts, an amount whose unit has a cell of its own.
 */
import type { Cell } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { type ColumnFact, isBareNumber } from '../../src/parse/table-facts.ts'
import { isYear } from '../../src/years.ts'
import { isAmountOnly } from './row-label.ts'

/** "ca. 2. | 100.000 €": a number torn over two cells is read in the second. */
export function withoutTears(paper: ReadPaper, row: readonly Cell[]): readonly Cell[] {
  const torn = (c: number): boolean =>
    /\s\d{1,3}\.$/u.test(row[c]?.text ?? '') && /^\d{3}(?:[.,]|\s?(?:€|EUR|Euro))/u.test(row[c + 1]?.text ?? '')
  if (!row.some((_, c) => torn(c))) return row
  return row.map((cell, c) => {
    const before = c > 0 && torn(c - 1) ? row[c - 1] : undefined
    if (torn(c)) return { ...cell, text: '' }
    return before ? { ...cell, start: before.start, text: paper.text.slice(before.start, cell.end) } : cell
  })
}

/** "Bieter | 2 | 529.764,00 €": a plain number beside an amount with its unit counts something; a year is none either. */
export function isCount(row: readonly Cell[], c: number): boolean {
  const text = row[c]?.text.trim() ?? ''
  if (!/^\d{1,4}$/.test(text) || text === '0') return false
  return isYear(text) || row.some((other, at) => at !== c && readMoney(other.text).amounts.length > 0)
}

/** "17,750": posts or shares are printed to the thousandth, whole euros never are. */
export function isCountToThousandths(text: string): boolean {
  return /^\D{0,3}\d{1,3},\d{3}$/.test(text.trim())
}

/** "Ansatz | 2031 | 2.050.000,00": beside an amount printed with points or decimals a year is no amount. */
export function isYearBeside(row: readonly Cell[], c: number): boolean {
  return (
    isYear(row[c]?.text.trim() ?? '') &&
    row.some(({ text }, other) => other !== c && isBareNumber(text) && /\.\d{3}|,\d{2}$/.test(text)) &&
    !row.some(({ text }, other) => other !== c && /^\d{4,}$/.test(text.trim()))
  )
}

/** "1" in a column of thousands: a running number or a count that slipped there more likely than an amount. */
export function isStray(rows: readonly (readonly Cell[])[], r: number, c: number): boolean {
  return /^[1-9]\d?$/.test(rows[r]?.[c]?.text.trim() ?? '') && rows.some((row) => /\d\.\d{3}/.test(row[c]?.text ?? ''))
}

const PARTED_MINUS = /^[-−–]\s{1,6}(?=\d)/u

/**
 * "- 5.000 €" as a whole cell is a minus where others of its column have no dash; where all have one it may lead items of
 * a list.
 */
export function isPartedMinus(rows: readonly (readonly Cell[])[], r: number, c: number): boolean {
  if (!PARTED_MINUS.test(rows[r]?.[c]?.text.trim() ?? '')) return false
  return rows.some((row) => /^[^-−–\p{L}]{0,3}\d/u.test(row[c]?.text.trim() ?? ''))
}

/** The amount of such a cell: below nothing, and clear. */
export function withMinus(text: string, amount: Amount): Amount {
  const dash = /^\s*[-−–]\s+/u.exec(text)?.[0].length
  if (dash !== amount.start || !/^\s*$/.test(text.slice(amount.end)) || amount.cents <= 0) return amount
  return { ...amount, start: text.search(/\S/), cents: -amount.cents, sign: '-', unclear: false }
}

const SMALL = /^\d{1,2}(?:,\d{1,2})?$/
const LARGE = /^\d{1,3}(?:\.\d{3})+(?:,\d{2})?$/

/** Without heads of their own, columns of small numbers beside one of thousands more likely count posts than money. */
export function smallColumns(rows: readonly (readonly Cell[])[]): ReadonlySet<number> {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, c) =>
    rows.map((row) => row[c]?.text.trim() ?? '').filter((text) => isBareNumber(text)),
  )
  const are = (texts: readonly string[], shape: RegExp): boolean =>
    texts.length > 1 && texts.length * 2 > rows.length && texts.every((text) => shape.test(text))
  if (!columns.some((texts) => are(texts, LARGE))) return new Set()
  return new Set(
    columns.flatMap((texts, c) => (are(texts, SMALL) && texts.some((text) => text.includes(',')) ? [c] : [])),
  )
}

const UNIT_ALONE = /^(?:T€|TEUR|€|EUR|Euro|(?:Mio|Tsd)\. ?(?:€|EUR|Euro))$/u

/** `408.450,50 | €`: the unit has a cell of its own behind the number. */
export function countedIn(column: ColumnFact | undefined, row: readonly Cell[], c: number): ColumnFact | undefined {
  const beside = row[c + 1]?.text.trim() ?? ''
  if (!column || !UNIT_ALONE.test(beside) || !isBareNumber(row[c]?.text ?? '') || isYear(row[c]?.text.trim() ?? ''))
    return column
  return { ...column, kind: 'geld', unit: unitNamed(beside) ?? null, bare: true }
}

/** "102 %", "8,5 von 10 Punkten": a value that is no amount. */
const SHARE = /^\d{1,3}(?:,\d{1,3})?\s?(?:%|Prozent|(?:von \d{1,3} )?Punkten?)$/u

/** As many values as columns: none of them can stand in another's, however the columns were found. */
export function isFull([, ...values]: readonly Cell[]): boolean {
  return values.length > 1 && values.every(({ text }) => isBareNumber(text) || isAmountOnly(text) || SHARE.test(text))
}

/** "Los 2 Rollläden 1. Firma A" among numbered rows: the title of the rows below stuck to the first of them. */
const WITH_TITLE = /^[^\d].*\p{L}{3,} \d{1,2}\. \p{Lu}/u

/** "Plan 2031 Plan 2032 Erlöse": the heads of columns stuck to the first label below them. */
const WITH_HEADS = /(?<!\d)(?:19|20)\d\d \p{Lu}.{0,40} (?:19|20)\d\d \p{Lu}/u

/** Does a label hold a title, or heads? */
export function titleFinder(rows: readonly (readonly Cell[])[]): (label: string | undefined) => boolean {
  const numbered = rows.some(([first]) => /^\d{1,2}\. ?\p{Lu}/u.test(first?.text ?? ''))
  return (label = '') => (numbered && WITH_TITLE.test(label)) || WITH_HEADS.test(label)
}
