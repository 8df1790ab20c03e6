/**
 * In which columns the values of short rows stand: in the one column whose other values are printed like them, where a row
 * adds up as all others do, or where the sums of the last row want them.
 *
 * Never guesses: where nothing tells the columns of a row, nothing is said of any. Pure; knows no words.
 */
import { placedBySums, sumsHold, thousandths } from './torn-sums.ts'

type Row = readonly string[]

/** Wider tables have too many ways to place a row. */
const WIDEST = 14
/** Full rows that tell how the values of a column are printed. */
const FULL = 3

/** Rows of a label and values, each with `width` cells; `undefined` if some cannot be placed. */
export function placedRows(printed: readonly Row[], width: number): string[][] | undefined {
  const full = printed.filter((row) => row.length === width)
  if (full.length === printed.length) return full.map((row) => [...row])
  if (width > WIDEST || full.length < FULL || full.length < printed.length * 0.6) return undefined
  const styles = Array.from({ length: width - 1 }, (_, c) => new Set(full.map((row) => styleOf(row[c + 1] ?? ''))))
  const adds = sumsWithin(full, width)
  const placed = printed.map((row) => (row.length === width ? [...row] : placedRow(row, styles, adds)))
  if (placed.every((row) => row !== undefined)) return placed
  const rows = placedBySums(printed.map((row) => [...row, ...Array<string>(width - row.length).fill('')]))
  return sumsHold(rows) ? rows.map((row) => [...row]) : undefined
}

/** With a sign, so many decimals, this unit. */
function styleOf(value: string): string {
  const sign = /^[-+–−]./u.test(value) ? '±' : ''
  return `${sign}${/,(\d+)/.exec(value)?.[1]?.length ?? 0}${/[^\d.,\s+–−-]+$/u.exec(value)?.[0] ?? ''}`
}

/** The only way to place the values of a row: by how they are printed, else where it adds up. */
function placedRow([label = '', ...values]: Row, styles: readonly ReadonlySet<string>[], adds: readonly Sum[]) {
  const ways = waysTo(values, styles).map((way) => [label, ...way])
  const proved = ways.filter((way) => adds.some((sum) => addsUp(way, sum)))
  const [way, ...more] = ways.length > 1 ? proved : ways
  return way && !more.length ? way : undefined
}

function waysTo(values: Row, styles: readonly ReadonlySet<string>[]): string[][] {
  const [style, ...more] = styles
  if (!style || values.length > styles.length) return values.length ? [] : [[]]
  const [value, ...rest] = values
  const empty = waysTo(values, more).map((way) => ['', ...way])
  return value === undefined || !style.has(styleOf(value))
    ? empty
    : [...empty, ...waysTo(rest, more).map((way) => [value, ...way])]
}

/** Two columns and the one that holds their sum. */
type Sum = readonly [number, number, number]

/** The sums of two columns that hold in all rows. */
function sumsWithin(rows: readonly Row[], width: number): Sum[] {
  const columns = Array.from({ length: width - 1 }, (_, c) => c + 1)
  return columns
    .flatMap((a) => columns.flatMap((b) => columns.map((sum): Sum => [a, b, sum])))
    .filter((sum) => sum[0] < sum[1] && sum[2] !== sum[0] && sum[2] !== sum[1] && rows.every((row) => addsUp(row, sum)))
}

function addsUp(row: Row, [a, b, sum]: Sum): boolean {
  return Math.abs(thousandths(row[a] ?? '') + thousandths(row[b] ?? '') - thousandths(row[sum] ?? '')) < 1
}
