/**
 * Rows of a table that stand under each other within one printed row, because nobody drew or tagged what parts them.
 *
 * Units: points.
 */
import { cellText, isFigure, type TableRow } from './flow.ts'
import { isCutFigure } from './hyphen.ts'
import type { Line } from './lines.ts'

/** A row of stacked lines with a figure in each, and as many labels: the rules between them were just not drawn. */
export function unstacked<Row extends TableRow>(row: Row): Row[] {
  const filled = row.cells.filter((cell) => cell.length > 0)
  const count = filled[0]?.length ?? 0
  if (filled.length < 2 || count < 2 || filled.some((cell) => cell.length !== count)) return [row]
  const figures = filled.filter((cell) => cell.every((line) => isFigure(cellText([line]))))
  const level = filled.every((cell) =>
    cell.every((line, index) => Math.abs(line.y - (filled[0]?.[index]?.y ?? 0)) < 0.4 * line.size),
  )
  if (figures.length === 0 || !level || figures.some(holdsCut)) return [row]
  return Array.from({ length: count }, (_, index) => {
    const cells = row.cells.map((cell) => cell.slice(index, index + 1))
    const y = filled[0]?.[index]?.y ?? row.y1
    return { ...row, cells, y1: y - (filled[0]?.[index]?.size ?? 10), y2: y }
  })
}

/** Several figures under each other in one cell beside other cells of several lines: perhaps several rows. */
export function isStacked(row: TableRow): boolean {
  const tall = row.cells.filter((cell) => cell.length > 1 && !holdsCut(cell))
  const follows = (cell: readonly Line[]) =>
    cell.some((line, index) => index > 0 && [line, cell[index - 1] ?? line].every((one) => isAmount(cellText([one]))))
  return tall.length > 1 && tall.some(follows)
}

/** Two of its lines are one figure. */
function holdsCut(cell: readonly Line[]): boolean {
  return cell.some((line, index) => index > 0 && isCutFigure(cellText([cell[index - 1] ?? line]), cellText([line])))
}

function isAmount(text: string): boolean {
  return isFigure(text) && /\d/.test(text) && !/^\d{1,2}\.\d{1,2}\.\d{2,4}$/.test(text)
}
