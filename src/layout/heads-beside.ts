/**
 * Heads set to the left over figures set to the right: a head and its figures never stand under each other, and look like
 * two columns. Where heads and columns of figures come in turn, each two are one.
 *
 * Never guesses: as many such heads as columns of figures, one after the other, no line holds both.
 */
import { isFigure } from './flow.ts'
import type { Line } from './lines.ts'
import type { Column } from './row-breaks.ts'
import { columnOf } from './rows.ts'

/** The columns of these lines, with heads and figures put together. */
export function withHeadsBeside(lines: readonly Line[], columns: readonly Column[]): Column[] {
  const body = lines.findIndex(({ segments }) => segments.slice(1).filter(({ text }) => isFigure(text)).length >= 2)
  if (body < 1 || body > 2 || lines.length - body < 2) return [...columns]
  const isHead = columns.map(() => false)
  const isBody = columns.map(() => false)
  for (const [index, line] of lines.entries()) {
    for (const { x1, x2 } of line.segments) (index < body ? isHead : isBody)[columnOf(x1, x2, columns)] = true
  }
  const single = columns.flatMap((_, at) => (isHead[at] !== isBody[at] ? [at] : []))
  const pairs = single.flatMap((at, n) => (n % 2 === 0 ? [[at, single[n + 1] ?? at] as const] : []))
  const inTurn = pairs.every(([one, two]) => two === one + 1 && isHead[one] !== isHead[two])
  if (pairs.length < 2 || single.length % 2 === 1 || !inTurn || !areFigures(lines.slice(body), columns, pairs)) {
    return [...columns]
  }
  return columns.flatMap((column, at) => {
    const pair = pairs.find(([one, two]) => one === at || two === at)
    const other = pair && columns[pair[1]]
    if (!pair || !other) return [column]
    return pair[0] === at ? [{ x1: column.x1, x2: other.x2 }] : []
  })
}

function areFigures(
  body: readonly Line[],
  columns: readonly Column[],
  pairs: readonly (readonly [number, number])[],
): boolean {
  return body.every(({ segments }) =>
    segments.every(({ x1, x2, text }) => {
      const at = columnOf(x1, x2, columns)
      return isFigure(text) || !pairs.some(([one, two]) => one === at || two === at)
    }),
  )
}
