/** All calculations of the tables of a paper. */
import type { ReadPaper, RecordValue } from '../../src/extractor.ts'
import { chains } from './chain.ts'
import { type Finding, findingOf, SETTLED, sumInWords } from './finding.ts'
import { type Grid, gridOf } from './grid.ts'
import { isExplained } from './relation.ts'
import { remarks } from './remarks.ts'
import { columnSums, rowSums, type TableResult } from './table-sums.ts'
import { isValue, type Value } from './value.ts'

/** All tables of a paper that can be checked. */
export function gridsOf(paper: ReadPaper, tables: readonly RecordValue[]): Grid[] {
  return tables.flatMap((record) => gridOf(paper, record) ?? [])
}

export function* tableFindings(grids: readonly Grid[]): Generator<Finding> {
  const checked = grids.map((grid) => {
    const results = [...columnSums(grid), ...rowSums(grid), ...chains(grid), ...remarks(grid)]
    return { grid, results, proved: isProved(grid, results) }
  })
  for (const { grid, results } of checked) {
    // Two tables may have been read from one: then both must be right.
    const all = checked.every(({ grid: { span }, proved }) => proved || span.start !== grid.span.start)
    for (const [at, result] of results.entries()) {
      const finding = findingOf({ ...calculationOf(grid, result), sure: isSure(grid, result, results) })
      const whole = at === 0 && all ? [{ ...grid.span, settles: SETTLED }] : []
      yield { ...finding, verdicts: [...finding.verdicts, ...whole] }
    }
  }
}

/** Every column of numbers adds up exactly: rows and columns of the whole table are right. */
function isProved(grid: Grid, results: readonly TableResult[]): boolean {
  return grid.numeric.every((column) =>
    results.some((one) => one.column === column && one.strong && one.difference === 0 && one.terms.length > 2),
  )
}

function calculationOf(grid: Grid, result: TableResult) {
  const { relation, row, column, target, terms, expected, tolerance, strong } = result
  return {
    art: relation.art,
    gegenstand: [short(grid.labels[row]), short(grid.heads[column])].filter(Boolean).join(' · ') || null,
    rechnung: sumInWords(terms),
    place: grid.table ? { tabelle: grid.table, zeile: row + 1, spalte: column + 1 } : null,
    parts: terms.map(({ value }) => ({ start: value.start, end: value.end })),
    ...{ target, expected, tolerance, strong },
  }
}

function short(words = ''): string {
  return words.length > 100 ? `${words.slice(0, 99)}…` : words
}

/**
 * Rows and columns are certain, or the same sum over as many cells proves them in two other columns; and no slip of the
 * reading explains the difference: no lost sign, no lost scale, no two cells that changed places.
 */
function isSure(grid: Grid, result: TableResult, all: readonly TableResult[]): boolean {
  const witnesses = all.filter(
    (other) =>
      other.relation === result.relation && other.holds && other.strong && other.terms.length === result.terms.length,
  )
  if (!grid.certain && witnesses.length < 2) return false
  const { target, expected, tolerance } = result
  const long = Math.abs(expected) >= 100 * target.ulp
  const swapped = long && neighboursOf(grid, result).some(({ milli }) => milli === expected)
  const scaled =
    Math.abs(expected) > tolerance &&
    [10, 100, 1000, 0.1, 0.01, 0.001, -1].some((factor) => Math.abs(target.milli * factor - expected) <= tolerance)
  const sign = isExplained(result) && result.terms.some(({ value, sign: s }) => flips(result, s * value.milli))
  return !swapped && !scaled && !sign
}

/** The other numbers of the row and column of a checked cell, its summands left out. */
function neighboursOf(grid: Grid, { row, column, target, terms }: TableResult): Value[] {
  const cells = [...(grid.cells[row] ?? []), ...grid.cells.map((cellsOfRow) => cellsOfRow[column])]
  const own = new Set([target.start, ...terms.map(({ value }) => value.start)])
  return cells.filter(isValue).filter(({ start }) => !own.has(start))
}

function flips({ difference, tolerance }: TableResult, term: number): boolean {
  return Math.abs(difference + 2 * term) <= tolerance
}
