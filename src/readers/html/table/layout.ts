/**
 * Tables that only arrange, and forms: unfolded in reading order, labels put to their values.
 */
import { type Draft, paragraph } from '../../drafts.ts'
import { isLabel, pairDrafts } from '../pairs.ts'
import type { Shown } from '../shown.ts'
import { draftsOfCell, linesOfCell, type TableCell, type TableRow, tableRowsOf, tablesIn } from './rows.ts'

/** Above this a cell of one line is a text of its own and not a word beside others. */
const SHORT = 60

/** Unfold a table that only arranges. */
export function layoutDrafts(rows: readonly TableRow[]): Draft[] {
  return rows.flatMap((row) => rowDrafts(row.cells, false)).map((draft) => ({ ...draft, arranged: true }))
}

/** Read a form: in each row labels and values alternate. */
export function formDrafts(rows: readonly TableRow[]): Draft[] {
  return rows.flatMap((row) => rowDrafts(row.cells, true)).map((draft) => ({ ...draft, arranged: true }))
}

function rowDrafts(cells: readonly TableCell[], form: boolean): Draft[] {
  const drafts: Draft[] = []
  const filled = cells.filter((cell) => cell.text)
  if (
    form &&
    filled.length > 1 &&
    !filled.some((cell) => isLabel(cell.text)) &&
    !cells.some((cell) => tablesIn(cell).length)
  ) {
    return markedRow(filled)
  }
  const isLine = !form && filled.length > 1 && !filled.some((cell) => isLabel(cell.text)) && filled.every(isShort)
  if (isLine) return lineOf(filled)
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    const next = cells[at + 1]
    if (!cell) continue
    const zipped = next && parallel(cell, next)
    if (zipped) {
      drafts.push(...zipped)
      at++
    } else if (next && isLabel(cell.text) && !isLabel(next.text)) {
      drafts.push(...pairDrafts(cell.text, draftsOfCell(next)))
      at++
    } else drafts.push(...draftsOfCell(cell))
  }
  return drafts
}

/** A row of a form without a colon: the first cell is the label, what follows its value on the same line. */
function markedRow(cells: readonly TableCell[]): Draft[] {
  const [label, ...values] = cells
  if (!label) return []
  const isText = values.every((value) => linesOfCell(value).length === 1)
  if (/^[☒☐]/.test(label.text) || label.text.length > 80) return isText ? lineOf(cells) : cells.flatMap(draftsOfCell)
  const lines = values.flatMap(linesOfCell)
  return pairDrafts(label.text, isText ? [{ block: paragraph([lines.join(' ')]) }] : values.flatMap(draftsOfCell))
}

function lineOf(cells: readonly TableCell[]): Draft[] {
  const strong = cells.every((cell) => draftsOfCell(cell).every((draft) => draft.strong))
  return [{ block: paragraph([cells.flatMap(linesOfCell).join(' ')]), strong }]
}

function isShort(cell: TableCell): boolean {
  return cell.text.length <= SHORT && tablesIn(cell).length === 0 && linesOfCell(cell).length === 1
}

/** Two tables of one column and equally many rows side by side: labels here, values there. */
function parallel(left: TableCell, right: TableCell): Draft[] | undefined {
  const labels = columnIn(left)
  const values = columnIn(right)
  if (!labels || !values || labels.length < 2 || labels.length !== values.length) return undefined
  return labels.flatMap((label, r) => {
    const value = values[r]
    return label.text ? pairDrafts(label.text, value ? draftsOfCell(value) : []) : value ? draftsOfCell(value) : []
  })
}

function columnIn(cell: TableCell): TableCell[] | undefined {
  const [table, ...others] = tablesIn(cell)
  if (!table || others.length || wordsDiffer(cell, table)) return undefined
  const rows = tableRowsOf(table)
  return rows.every((row) => row.cells.length === 1) ? rows.flatMap((row) => [...row.cells]) : undefined
}

/** Is there something in the cell beside the table? */
function wordsDiffer(cell: TableCell, table: Shown): boolean {
  const inside = tableRowsOf(table).flatMap((row) => row.cells.map((inner) => inner.text))
  return inside.filter(Boolean).join(' ').replace(/\s/g, '') !== cell.text.replace(/\s/g, '')
}
