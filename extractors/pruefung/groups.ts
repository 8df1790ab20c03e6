/**
 * A list in groups without a word for it: rows that begin with a code ("1000 Hauptverwaltung") carry the sum of the rows
 * below them. Believed only where at least three groups hold and most do.
 *
 * Source: lists of measures by budget or unit, each headed by its number, name and sum.
 */
import type { Grid } from './grid.ts'
import { evaluate, type LaneResult, type Matrix } from './relation.ts'
import { isValue } from './value.ts'
import { isTotal } from './words.ts'

const CODE = /^\d{2,6}(?:\.\d+)*\s\p{L}/u

export function groupsOf(grid: Grid, matrix: Matrix): LaneResult[] {
  const rows = grid.labels.flatMap((label, row) =>
    grid.numeric.some((lane) => isValue(grid.cells[row]?.[lane])) && !isTotal(label) ? [row] : [],
  )
  const heads = rows.filter((row) => CODE.test(grid.labels[row] ?? ''))
  if (heads.length < 3 || heads.length * 2 > rows.length + heads.length || rows[0] !== heads[0]) return []
  const results = heads.flatMap((head, at) => {
    const end = heads[at + 1] ?? grid.labels.length
    const terms = rows.filter((row) => row > head && row < end).map((line) => ({ line, sign: 1 as const }))
    return evaluate(matrix, { art: 'teilsumme', target: head, terms })
  })
  const holding = results.filter(({ holds, target }) => holds && target.milli !== 0).length
  if (holding < 3 || holding * 10 < results.length * 7) return []
  const total = grid.labels.findLastIndex((label) => isTotal(label))
  const whole =
    total < 0
      ? []
      : evaluate(matrix, {
          art: 'spaltensumme',
          target: total,
          terms: heads.map((line) => ({ line, sign: 1 as const })),
        }).filter(({ holds }) => holds)
  return [...results.filter(({ trivial, other }) => !trivial && !other), ...whole]
}
