/**
 * Drawn lines to grids: which rules cross, and which cells they part.
 *
 * Units: points. Cells that no rule parts are one cell (spanning heads, merged rows).
 */
import type { Rule } from './items.ts'

/** A ruled area. `cellOf` names the cell a slot belongs to by the index of its first slot. */
export interface Grid {
  /** Left to right, one more than there are columns. */
  readonly xs: readonly number[]
  /** Top to bottom, one more than there are rows. */
  readonly ys: readonly number[]
  /** For each slot (row * columns + column) the smallest slot of its cell. */
  readonly cells: readonly number[]
}

/** How far ends may miss each other, and lines that mean one line may lie apart. */
const REACH = 3.5
const MOST_SLOTS = 20_000
/** A drawing with more crossings than this is a plan, not a table. */
const MOST_PAIRS = 4_000_000

/** All grids of a page with at least two columns, from top to bottom. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  const flat = merged(
    rules.filter((rule) => rule.y2 - rule.y1 < 1.5 && rule.x2 - rule.x1 >= 2).map(lying),
    REACH,
  ).filter((line) => line.to - line.from >= 12)
  const upright = merged(
    rules.filter((rule) => rule.x2 - rule.x1 < 1.5 && rule.y2 - rule.y1 >= 2).map(standing),
    REACH,
  ).filter((line) => line.to - line.from >= 6)
  if (flat.length * upright.length > MOST_PAIRS) return []
  return components(flat, upright)
    .map((component) => gridOf(component.flat, component.upright))
    .filter((grid): grid is Grid => grid !== undefined)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0))
}

/** Horizontal rules as merged stretches, for tables that have no others. */
export function flatRulesOf(rules: readonly Rule[]): Rule[] {
  return merged(rules.filter((rule) => rule.y2 - rule.y1 < 1.5).map(lying), REACH).map(({ at, from, to }) => ({
    x1: from,
    x2: to,
    y1: at,
    y2: at,
  }))
}

/** A line across (`at` is its y) or down (`at` is its x). */
interface Stretch {
  readonly at: number
  readonly from: number
  readonly to: number
}

const lying = (rule: Rule): Stretch => ({ at: (rule.y1 + rule.y2) / 2, from: rule.x1, to: rule.x2 })
const standing = (rule: Rule): Stretch => ({ at: (rule.x1 + rule.x2) / 2, from: rule.y1, to: rule.y2 })

/** Stretches on one line that touch become one. */
function merged(stretches: readonly Stretch[], reach: number): Stretch[] {
  const rows: Stretch[][] = []
  for (const stretch of [...stretches].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const row = rows.at(-1)
    if (row && stretch.at - (row[0]?.at ?? 0) <= 1.6) row.push(stretch)
    else rows.push([stretch])
  }
  return rows.flatMap((row) => {
    const out: Stretch[] = []
    for (const stretch of row.sort((a, b) => a.from - b.from)) {
      const last = out.at(-1)
      if (last && stretch.from <= last.to + reach) out[out.length - 1] = { ...last, to: Math.max(last.to, stretch.to) }
      else out.push(stretch)
    }
    return out
  })
}

function components(flat: readonly Stretch[], upright: readonly Stretch[]): { flat: Stretch[]; upright: Stretch[] }[] {
  const parent = [...flat, ...upright].map((_, index) => index)
  for (const [h, across] of flat.entries()) {
    for (const [v, down] of upright.entries()) {
      const touches =
        down.at >= across.from - REACH &&
        down.at <= across.to + REACH &&
        across.at >= down.from - REACH &&
        across.at <= down.to + REACH
      if (touches) join(parent, h, flat.length + v)
    }
  }
  const found = new Map<number, { flat: Stretch[]; upright: Stretch[] }>()
  const of = (index: number) => {
    const key = rootOf(parent, index)
    const component = found.get(key) ?? { flat: [], upright: [] }
    found.set(key, component)
    return component
  }
  for (const [index, across] of flat.entries()) of(index).flat.push(across)
  for (const [index, down] of upright.entries()) of(flat.length + index).upright.push(down)
  return [...found.values()].filter((component) => component.flat.length && component.upright.length)
}

function rootOf(parent: number[], index: number): number {
  let at = index
  while (parent[at] !== at) {
    parent[at] = parent[parent[at] ?? at] ?? at
    at = parent[at] ?? at
  }
  return at
}

function join(parent: number[], a: number, b: number): void {
  const [one, two] = [rootOf(parent, a), rootOf(parent, b)]
  parent[Math.max(one, two)] = Math.min(one, two)
}

function gridOf(flat: readonly Stretch[], upright: readonly Stretch[]): Grid | undefined {
  // a table may lack its outer rules: then the ends of the others are its edge
  const xs = clustered([
    ...upright.map(({ at }) => at),
    Math.min(...flat.map(({ from }) => from)),
    Math.max(...flat.map(({ to }) => to)),
  ])
  const ys = clustered([
    ...flat.map(({ at }) => at),
    Math.min(...upright.map(({ from }) => from)),
    Math.max(...upright.map(({ to }) => to)),
  ])
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1 || columns * rows > MOST_SLOTS) return undefined
  const parent = Array.from({ length: columns * rows }, (_, index) => index)
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const [top, bottom, left, right] = [ys[r] ?? 0, ys[r + 1] ?? 0, xs[c] ?? 0, xs[c + 1] ?? 0]
      if (c + 1 < columns && !isDrawn(upright, right, top, bottom)) join(parent, r * columns + c, r * columns + c + 1)
      if (r + 1 < rows && !isDrawn(flat, bottom, left, right)) join(parent, r * columns + c, (r + 1) * columns + c)
    }
  }
  return { xs, ys, cells: parent.map((_, index) => rootOf(parent, index)) }
}

/** Is most of this border drawn? */
function isDrawn(stretches: readonly Stretch[], at: number, from: number, to: number): boolean {
  let covered = 0
  for (const stretch of stretches) {
    if (Math.abs(stretch.at - at) <= REACH)
      covered += Math.max(0, Math.min(to, stretch.to) - Math.max(from, stretch.from))
  }
  return covered >= 0.6 * (to - from)
}

function clustered(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length === 0 || value - (out.at(-1) ?? 0) > REACH) out.push(value)
  }
  return out
}

/** Between which two edges a value lies, from 0. */
export function slotOf(edges: readonly number[], value: number): number {
  const next = edges.findIndex((edge) => edge > value)
  return next < 0 ? edges.length - 2 : Math.max(0, next - 1)
}
