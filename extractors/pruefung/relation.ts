/**
 * A relation between the lines of a table ("row 5 is the sum of rows 1 to 4"), worked out in every lane that crosses
 * them (every column). Rows and columns change places for sums along a row.
 *
 * A relation is believed only where it is proved: it holds in one lane that leaves nothing to chance, or in several.
 * Then the lanes in which it does not hold are findings. Where it holds nowhere nothing is said.
 */
import type { Art } from './schema.ts'
import { type Cell, isValue, type Value } from './value.ts'

export interface Matrix {
  /** How many lines. */
  readonly size: number
  readonly lanes: readonly number[]
  at(line: number, lane: number): Cell | undefined
}

export interface Term {
  readonly line: number
  readonly sign: 1 | -1
}

export interface Relation {
  readonly art: Art
  readonly target: number
  readonly terms: readonly Term[]
}

export interface LaneResult {
  readonly relation: Relation
  readonly lane: number
  readonly target: Value
  readonly terms: readonly { readonly value: Value; readonly sign: 1 | -1 }[]
  readonly expected: number
  readonly difference: number
  readonly tolerance: number
  readonly holds: boolean
  /** Two or more numbers other than zero were added, and the result has at least three digits: no coincidence. */
  readonly strong: boolean
  readonly trivial: boolean
  /** It does not hold because it is something else than a sum: an average, a maximum, a balance counted the other way. */
  readonly other: boolean
}

/** The result of a relation in every lane where all its numbers can be read. */
export function evaluate(matrix: Matrix, relation: Relation): LaneResult[] {
  return matrix.lanes.flatMap((lane) => laneOf(matrix, relation, lane) ?? [])
}

/** The best proved of several readings of the same total; undefined if none is proved. */
export function proved(matrix: Matrix, relations: readonly Relation[], strict: Strictness): LaneResult[] | undefined {
  const found = relations
    .filter(({ terms }) => terms.length > 0)
    .map((relation) => evaluate(matrix, relation).filter(({ trivial, other }) => !trivial && !other))
    .filter((results) => isProved(results, strict))
  return found.toSorted((a, b) => scoreOf(b) - scoreOf(a))[0]
}

/** How much must hold before a relation is believed. */
export interface Strictness {
  /** Lanes that leave nothing to chance. */
  readonly strong: number
  /** Share of lanes that hold. */
  readonly share: number
}

function isProved(results: readonly LaneResult[], { strong, share }: Strictness): boolean {
  const holding = results.filter(({ holds }) => holds)
  const sure = holding.filter((one) => one.strong).length
  if (strong === 1 && holding.length && holding.length === results.length) return true
  return (sure >= strong || (strong === 1 && holding.length >= 3)) && holding.length >= results.length * share
}

function scoreOf(results: readonly LaneResult[]): number {
  const holding = results.filter(({ holds }) => holds).length
  return holding * 10 - (results.length - holding) * 10 - (results[0]?.relation.terms.length ?? 0) / 1000
}

function laneOf(matrix: Matrix, relation: Relation, lane: number): LaneResult | undefined {
  const target = matrix.at(relation.target, lane)
  if (!isValue(target)) return undefined
  const terms: { value: Value; sign: 1 | -1 }[] = []
  for (const { line, sign } of relation.terms) {
    const cell = matrix.at(line, lane)
    if (cell === 'unlesbar') return undefined
    if (isValue(cell)) terms.push({ value: cell, sign })
  }
  return terms.length ? resultOf(relation, lane, target, terms) : undefined
}

export function resultOf(
  relation: Relation,
  lane: number,
  target: Value,
  terms: LaneResult['terms'],
): LaneResult | undefined {
  if (terms.some(({ value }) => value.marked !== target.marked && value.money !== target.money)) return undefined
  const expected = terms.reduce((sum, { value, sign }) => sum + sign * value.milli, 0)
  const difference = target.milli - expected
  const tolerance = toleranceOf([target, ...terms.map(({ value }) => value)])
  const holds = Math.abs(difference) <= tolerance
  const other = !holds && isOther(relation, target, terms, expected, tolerance)
  const filled = terms.filter(({ value }) => value.milli !== 0).length
  const strong = filled >= 2 && Math.abs(target.milli) >= 100 * target.ulp
  const trivial = filled < 2 || (expected === 0 && target.milli === 0)
  return {
    ...{ relation, lane, target, terms, expected, difference, tolerance, strong, trivial, other, holds },
  }
}

/**
 * What does not hold may be something else: a "total" below its largest part is an average or a maximum, a balance of the
 * right size with the other sign follows another convention.
 */
function isOther(
  { art }: Relation,
  target: Value,
  terms: LaneResult['terms'],
  expected: number,
  tolerance: number,
): boolean {
  if (art === 'saldo') return Math.abs(target.milli + expected) <= tolerance
  const signed = terms.map(({ value, sign }) => sign * value.milli)
  const oneSign = signed.every((one) => one >= 0) || signed.every((one) => one <= 0)
  const summed = art === 'spaltensumme' || art === 'zeilensumme' || art === 'teilsumme'
  return summed && oneSign && Math.abs(target.milli) <= Math.max(...signed.map(Math.abs))
}

/**
 * Every rounded number may be off by half its last digit. Whole numbers of what is counted are not rounded beside
 * decimals (4 + 3,5 is exact), and not at all where they are small.
 */
function toleranceOf(values: readonly Value[]): number {
  const finest = Math.min(...values.map((value) => value.ulp))
  if (values.every(({ staff }) => staff)) return finest >= 1000 ? 0 : (values.length * finest) / 2
  const counts = finest >= 1000 && values.every(({ money, milli }) => !money && Math.abs(milli) < 1_000_000)
  const ulpOf = ({ ulp, money }: Value): number => (!money && ulp >= 1000 ? finest : ulp)
  return counts ? 0 : values.reduce((sum, value) => sum + ulpOf(value), 0) / 2
}

/** One number left out, or taken the other way, or twice, makes the sum right: then what is added is not understood. */
export function isExplained({ terms, difference, tolerance }: LaneResult): boolean {
  return terms.some(
    ({ value, sign }) =>
      value.milli !== 0 &&
      [-1, -2, 1].some((times) => Math.abs(difference - times * sign * value.milli) <= Math.max(tolerance, 1)),
  )
}
