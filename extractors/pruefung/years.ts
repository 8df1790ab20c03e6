/** Which rows or columns of a table are years, one after another. */
import type { Grid } from './grid.ts'

/** A line of the table (row or column) and its year, in the order of the years. */
export interface YearLine {
  readonly year: number
  readonly line: number
}

const YEAR = /^(?:(?:Ist|Plan|Soll|Ansatz|HR|Jahr|Stand|Haushalt|HH|RE|Ergebnis|Prognose)\s)?((?:19|20)\d\d)$/iu

/** Rows that begin with a year; empty if fewer than three follow one another. */
export function yearRows(grid: Grid): YearLine[] {
  const found = grid.texts.flatMap((row, line) => {
    const year = YEAR.exec(row[0]?.trim() ?? '')?.[1]
    return year ? [{ year: Number(year), line }] : []
  })
  return consecutive(found) && found.length >= 3 ? found : []
}

/** Columns of numbers that are headed by a year. */
export function yearColumns(grid: Grid): YearLine[] {
  const found = grid.numeric.flatMap((line) => {
    const year = YEAR.exec(grid.heads[line]?.trim() ?? '')?.[1]
    return year ? [{ year: Number(year), line }] : []
  })
  return consecutive(found) && found.length >= 3 ? found : []
}

function consecutive(lines: readonly YearLine[]): boolean {
  return lines.every(({ year }, at) => at === 0 || year === (lines[at - 1]?.year ?? 0) + 1)
}
