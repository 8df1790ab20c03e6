/**
 * Sums, subtotals, parts and balances of one table, down its columns and along its rows.
 */
import { type Grid, isSummand } from './grid.ts'
import { groupsOf } from './groups.ts'
import {
  evaluate,
  isExplained,
  type LaneResult,
  type Matrix,
  proved,
  type Relation,
  type Strictness,
} from './relation.ts'
import { balancesFor, type Lines, partsFor, sumsFor } from './totals.ts'
import { isValue } from './value.ts'
import { isBalance, isTotal } from './words.ts'

/** A line that is named as a total: what it is the total of must show in one column without chance, mostly hold. */
const NAMED: Strictness = { strong: 1, share: 0.5 }
/** A line that is not: several columns must agree. */
const UNNAMED: Strictness = { strong: 2, share: 0.6 }
/** Columns that no word relates: nearly all rows must agree. */
const ALONG: Strictness = { strong: 3, share: 0.8 }

export interface TableResult extends LaneResult {
  readonly row: number
  readonly column: number
}

export function columnSums(grid: Grid): TableResult[] {
  const matrix: Matrix = {
    size: grid.labels.length,
    lanes: grid.numeric,
    at: (line, lane) => grid.cells[line]?.[lane],
  }
  const lines: Lines = {
    labels: grid.labels,
    filled: grid.labels.map((_, row) => grid.numeric.some((lane) => isValue(grid.cells[row]?.[lane]))),
    summand: grid.labels.map((_, row) => isSummand(grid, row)),
  }
  const found: LaneResult[] = []
  for (const [row, label] of grid.labels.entries()) {
    if (!lines.filled[row]) continue
    const last = !lines.filled.slice(row + 1).some(Boolean)
    if (isTotal(label)) {
      const sums = sumsFor(lines, row, 'spaltensumme')
      found.push(...(proved(matrix, sums, NAMED) ?? plainly(grid, matrix, lines, row, sums)))
    } else if (isBalance(label) || /\(Saldo aus/iu.test(label))
      found.push(...(proved(matrix, balancesFor(lines, row), NAMED) ?? []))
    else if (last && grid.numeric.length > 1)
      found.push(...unnamed(matrix, sumsFor(lines, row, 'spaltensumme').slice(0, 4)))
    const parts = partsFor(lines, row).map((relation) => evaluate(matrix, relation))
    found.push(...parts.filter((results) => results.every(({ holds }) => holds)).flat())
  }
  found.push(...groupsOf(grid, matrix))
  return found.map((result) => ({ ...result, row: result.relation.target, column: result.lane }))
}

export function rowSums(grid: Grid): TableResult[] {
  const columns = grid.numeric
  if (columns.length < 3) return []
  const matrix: Matrix = {
    size: columns.length,
    lanes: grid.labels.flatMap((_, row) => (columns.some((c) => isValue(grid.cells[row]?.[c])) ? [row] : [])),
    at: (line, lane) => grid.cells[lane]?.[columns[line] ?? -1],
  }
  const labels = columns.map((column) => grid.heads[column] ?? '')
  const lines: Lines = { labels, filled: labels.map(() => true), summand: labels.map(() => true) }
  const found = columns.flatMap((_, at) => {
    const label = labels[at] ?? ''
    if (isTotal(label)) return proved(matrix, sumsFor(lines, at, 'zeilensumme'), UNNAMED) ?? []
    if (isBalance(label) && !/^(?:jahres)?ergebnis/iu.test(label))
      return proved(matrix, pairsFor(columns.length, at), UNNAMED) ?? []
    return at === columns.length - 1
      ? (proved(matrix, [...sumsFor(lines, at, 'zeilensumme'), ...pairsFor(columns.length, at)], ALONG) ?? [])
      : []
  })
  return found.map((result) => ({ ...result, row: result.lane, column: columns[result.relation.target] ?? 0 }))
}

/**
 * The last row as a sum no word names: several columns agree; or one adds up four numbers or more to the last digit and
 * most others agree as far as they go.
 */
function unnamed(matrix: Matrix, sums: readonly Relation[]): readonly LaneResult[] {
  const several = proved(matrix, sums, UNNAMED)
  if (several) return several
  const found = sums.map((relation) => evaluate(matrix, relation))
  return (
    found.find((results) => {
      const holding = results.filter(({ holds }) => holds)
      const long = holding.some((one) => one.strong && one.difference === 0 && one.terms.length >= 4)
      return long && results.length >= 3 && holding.length >= results.length * UNNAMED.share
    }) ?? []
  ).filter(({ trivial, holds }) => !trivial || !holds)
}

/** A column as the difference of two others. */
function pairsFor(width: number, target: number): Relation[] {
  const found: Relation[] = []
  for (let a = 0; a < Math.min(width, 8); a++) {
    for (let b = 0; b < Math.min(width, 8); b++) {
      if (a === b || a === target || b === target) continue
      found.push({
        art: 'saldo',
        target,
        terms: [
          { line: a, sign: 1 },
          { line: b, sign: -1 },
        ],
      })
    }
  }
  return found
}

/**
 * A total nothing proves, in a table that leaves no doubt what it is the total of: certain rows and columns, the last row
 * alone named "Summe", a number in every row above it, and no other reading of the numbers that would hold.
 */
function plainly(grid: Grid, matrix: Matrix, lines: Lines, row: number, sums: readonly Relation[]): LaneResult[] {
  const above = grid.labels.slice(0, row)
  const plain =
    grid.certain &&
    row === grid.labels.length - 1 &&
    grid.heads.some((head) => /\p{L}/u.test(head)) &&
    /^(?:gesamt-?)?(?:summe|gesamt|insgesamt|zusammen):?$/iu.test((grid.labels[row] ?? '').trim()) &&
    above.length >= 2 &&
    above.every((label, at) => lines.filled[at] && lines.summand[at] && !isTotal(label) && !isBalance(label)) &&
    !above.some((label) => /davon|darunter|nachrichtlich|abzüglich|abzgl|minus|^[-–•]|^\d+\.\d/iu.test(label))
  if (!plain) return []
  const whole = sums.find(({ terms }) => terms.length === row)
  if (!whole) return []
  return evaluate(matrix, whole).filter(
    (result) =>
      result.terms.length === row &&
      !result.trivial &&
      !result.other &&
      !result.holds &&
      !isExplained(result) &&
      !someAddUp(
        result.terms.map(({ value }) => value.milli),
        result.target.milli,
      ),
  )
}

/** More rows than these always find some that add up. */
const FEW = 14

/** Do some of the numbers add up to the total? Then it is the total of those, and the others are something else. */
function someAddUp(numbers: readonly number[], total: number): boolean {
  if (numbers.length > FEW) return true
  let sums = new Set([0])
  for (const number of numbers) sums = new Set([...sums, ...[...sums].map((sum) => sum + number)])
  return sums.has(total)
}
