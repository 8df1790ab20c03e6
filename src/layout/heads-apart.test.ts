import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LaidTable } from './flow.ts'
import { withHeadsOverValues } from './heads-apart.ts'

/** A table whose filled cells hold one line each; what the line says does not matter. */
function tableOf(...rows: readonly string[]): LaidTable {
  const cells = rows.map((row) => ({ cells: [...row].map((sign) => (sign === 'x' ? [{}] : [])) }))
  return {
    kind: 'table',
    ruled: false,
    certain: true,
    headRows: 1,
    columns: [0, 50, 90],
    x2: 120,
    rows: cells,
  } as never
}

test('a column of a head alone and one of values without a head are one', () => {
  const table = withHeadsOverValues(tableOf('xx-', 'x-x', 'x-x'))
  assert.deepEqual(table.columns, [0, 50])
  assert.ok(table.rows.every(({ cells }) => cells.length === 2 && cells[1]?.length === 1))
})

test('a column with a value of its own stays', () => {
  assert.equal(withHeadsOverValues(tableOf('xx-', 'x-x', 'xx-')).columns.length, 3)
})
