/**
 * In which columns the values of a row stand whose empty cells text extraction has lost: where the sums of columns hold.
 *
 * Units: thousandths of what is printed. Never guesses: where several ways hold, or none, nothing is said.
 */
import { isYear } from '../../years.ts'

/** More ways to place values than these are not tried. */
const MOST_WAYS = 20_000

type Row = readonly string[]

/**
 * Put the values of incomplete rows under the columns where the sums in the last row hold.
 *
 * @returns
 *   The rows, placed if there is one way only; otherwise as they were.
 */
export function placedBySums(rows: readonly Row[]): Row[] {
  // A row of years heads another table.
  const again = rows.findIndex((row) => row.slice(1).every(isYear))
  if (again >= 0)
    return [...placedIn(rows.slice(0, again)), ...rows.slice(again, again + 1), ...placedBySums(rows.slice(again + 1))]
  return placedIn(rows)
}

function placedIn(rows: readonly Row[]): Row[] {
  const total = rows.at(-1)?.slice(1).map(thousandths) ?? []
  const parts = rows.slice(0, -1)
  const open = parts.filter(isOpen)
  if (parts.length < 2 || !open.length || total.some((value) => Number.isNaN(value))) return [...rows]
  const width = total.length
  const choices = open.map((row) => placesOf(row.slice(1).filter(Boolean), width))
  if (choices.reduce((count, own) => count * own.length, 1) > MOST_WAYS) return [...rows]
  if (holds(parts, total)) return [...rows]
  const fixed = sumOfRows(
    parts.filter((row) => !isOpen(row)).map((row) => row.slice(1)),
    width,
  )
  const found = waysTo(
    choices,
    total.map((value, c) => value - (fixed[c] ?? 0)),
  )
  const [way, ...more] = found
  if (!way || more.length) return [...rows]
  let next = 0
  return rows.map((row, r) => (r < parts.length && isOpen(row) ? [row[0] ?? '', ...(way[next++] ?? [])] : row))
}

/** Does the last row hold the sums of all columns above it? */
export function sumsHold(rows: readonly Row[]): boolean {
  const total = rows.at(-1)?.slice(1).map(thousandths) ?? []
  return total.length > 0 && !total.some((value) => Number.isNaN(value)) && holds(rows.slice(0, -1), total)
}

/** Do the columns add up as they are? */
function holds(parts: readonly Row[], total: readonly number[]): boolean {
  const sums = sumOfRows(
    parts.map((row) => row.slice(1)),
    total.length,
  )
  return total.every((value, c) => Math.abs(value - (sums[c] ?? 0)) < 1)
}

/** Some values, not all. */
function isOpen(row: Row): boolean {
  const filled = row.slice(1).filter(Boolean).length
  return filled > 0 && filled < row.length - 1
}

/** All ways to choose one placing per row so that the columns add up; two are enough to know that it is not one. */
function waysTo(choices: readonly (readonly Row[])[], missing: readonly number[]): Row[][] {
  const [first, ...rest] = choices
  if (!first) return missing.every((value) => Math.abs(value) < 1) ? [[]] : []
  const ways: Row[][] = []
  for (const cells of first) {
    const left = missing.map((value, c) => value - (cells[c] ? thousandths(cells[c]) : 0))
    for (const way of waysTo(rest, left)) ways.push([cells, ...way])
    if (ways.length > 1) break
  }
  return ways
}

/** All ways to put values in their order into more columns. */
function placesOf(values: readonly string[], width: number): string[][] {
  if (width < values.length) return []
  if (width === 0) return [[]]
  const [first, ...rest] = values
  const empty = placesOf(values, width - 1).map((cells) => ['', ...cells])
  return first === undefined ? empty : [...empty, ...placesOf(rest, width - 1).map((cells) => [first, ...cells])]
}

function sumOfRows(rows: readonly Row[], width: number): number[] {
  return Array.from({ length: width }, (_, c) => sumOf(rows.map((row) => (row[c] ? thousandths(row[c]) : 0))))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0)
}

/** A number as printed, in thousandths; NaN if there is none. */
export function thousandths(printed: string): number {
  const found = /^([-–−]?)\s?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,3}))?/u.exec(printed)
  if (!found) return Number.NaN
  const value = Number(found[2]?.replaceAll('.', '')) * 1000 + Number((found[3] ?? '').padEnd(3, '0'))
  return found[1] ? -value : value
}
