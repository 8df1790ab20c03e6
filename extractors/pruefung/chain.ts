/**
 * Chains over years: what there was plus what came and went is what there is; the end of one year is the beginning of
 * the next.
 *
 * Believed only where at least three steps hold (two for beginnings and ends) and at most a third does not.
 */
import type { Grid } from './grid.ts'
import { type LaneResult, type Relation, resultOf } from './relation.ts'
import type { TableResult } from './table-sums.ts'
import { type Cell, isValue } from './value.ts'
import { type YearLine, yearColumns, yearRows } from './years.ts'

const BEGIN = /anfang|(?<!\d)0?1\.\s?(?:0?1\.|Januar)|jahresbeginn|vortrag/iu
const END = /(?<!\p{L})ende|endbestand|31\.\s?(?:12\.|Dezember)|jahresende|schlussbestand/iu
const CAME = /^(?:zug[aä]ng|zuführung|neuaufnahme|aufnahme|einzahlung|zuwachs)/iu
const WENT = /^(?:abg[aä]ng|entnahme|tilgung|auszahlung|verbrauch|auflösung)/iu

export function chains(grid: Grid): TableResult[] {
  return [...stockAndFlow(grid), ...withinTheYear(grid), ...endAndBegin(grid)]
}

/** Rows are years: one column is the stock, the others what is added in the year, or one of them what is taken. */
function stockAndFlow(grid: Grid): TableResult[] {
  const years = yearRows(grid)
  if (years.length < 4 || grid.numeric.length < 2) return []
  for (const stock of grid.numeric) {
    const others = grid.numeric.filter((column) => column !== stock)
    const single = others.flatMap((column): Flow[][] => [[{ column, sign: 1 }], [{ column, sign: -1 }]])
    for (const flows of [others.map((column): Flow => ({ column, sign: 1 })), ...single]) {
      const steps = stepsOf(grid, years, stock, flows)
      if (isChain(steps, 3)) return steps
    }
  }
  return []
}

interface Flow {
  readonly column: number
  readonly sign: 1 | -1
}

function stepsOf(grid: Grid, years: readonly YearLine[], stock: number, flows: readonly Flow[]): TableResult[] {
  return years.slice(1).flatMap(({ line }, at) => {
    const before = years[at]?.line ?? -1
    return step(grid, { row: line, column: stock }, [
      { cell: grid.cells[before]?.[stock], sign: 1 },
      ...flows.map(({ column, sign }) => ({ cell: grid.cells[line]?.[column], sign })),
    ])
  })
}

/** Columns are years: what there was at the beginning, came and went is what there is at the end. */
function withinTheYear(grid: Grid): TableResult[] {
  const [begin, came, went, end] = [BEGIN, CAME, WENT, END].map((words) =>
    grid.labels.findIndex((label) => words.test(label)),
  )
  const rows = [begin, came, went]
  if (end === undefined || end < 0 || rows.includes(-1) || new Set([...rows, end]).size < 4) return []
  const found = yearColumns(grid).flatMap(({ line: column }) =>
    step(
      grid,
      { row: end, column },
      rows.map((row, at) => ({ cell: grid.cells[row ?? -1]?.[column], sign: at === 2 ? -1 : 1 })),
    ),
  )
  return isChain(found, 2) ? found : []
}

/** A line "Stand 01.01." and a line "Stand 31.12." that cross the years. */
function endAndBegin(grid: Grid): TableResult[] {
  const columns = yearColumns(grid)
  const rows = yearRows(grid)
  const found: TableResult[] = []
  if (columns.length) {
    const begin = grid.labels.findIndex((label) => BEGIN.test(label))
    const end = grid.labels.findIndex((label) => END.test(label))
    if (begin >= 0 && end >= 0 && begin !== end)
      found.push(
        ...columns.slice(1).flatMap(({ line }, at) => {
          const before = columns[at]?.line ?? -1
          return step(grid, { row: begin, column: line }, [{ cell: grid.cells[end]?.[before], sign: 1 }])
        }),
      )
  } else if (rows.length) {
    const begin = grid.numeric.find((column) => BEGIN.test(grid.heads[column] ?? ''))
    const end = grid.numeric.find((column) => END.test(grid.heads[column] ?? ''))
    if (begin !== undefined && end !== undefined && begin !== end)
      found.push(
        ...rows
          .slice(1)
          .flatMap(({ line }, at) =>
            step(grid, { row: line, column: begin }, [{ cell: grid.cells[rows[at]?.line ?? -1]?.[end], sign: 1 }]),
          ),
      )
  }
  return isChain(found, 2) ? found : []
}

function isChain(steps: readonly LaneResult[], least: number): boolean {
  const holding = steps.filter(({ holds }) => holds)
  const moving = holding.filter(({ target, terms }) => target.milli !== terms[0]?.value.milli || least === 2)
  return holding.length >= least && moving.length >= 2 && holding.length * 3 >= steps.length * 2
}

function step(
  grid: Grid,
  { row, column }: { row: number; column: number },
  parts: readonly { readonly cell: Cell | undefined; readonly sign: 1 | -1 }[],
): TableResult[] {
  const target = grid.cells[row]?.[column]
  if (!isValue(target) || !isValue(parts[0]?.cell) || parts.some(({ cell }) => cell === 'unlesbar')) return []
  const relation: Relation = { art: 'kette', target: row, terms: [] }
  const terms = parts.flatMap(({ cell, sign }) => (isValue(cell) ? [{ value: cell, sign }] : []))
  const result = resultOf(relation, column, target, terms)
  return result ? [{ ...result, row, column }] : []
}
