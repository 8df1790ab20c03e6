/**
 * What a table element is: data in rows and columns, labels with values, or only an arrangement.
 *
 * Markup is trusted where it says something (`<th>`, `<thead>`, `role=presentation`); otherwise the content decides:
 * columns of short cells are data, first columns of labels are forms, headings and texts in cells are arrangement.
 */
import { isLabel } from '../pairs.ts'
import type { Shown } from '../shown.ts'
import { holds, isStrong, linesOfCell, type TableCell, type TableRow, tableRowsOf, tablesIn } from './rows.ts'

export type TableKind = 'daten' | 'verbund' | 'formular' | 'anordnung'

/** A text this long in a cell of a table without heads is no cell of data. */
const LONG = 800

/** What kind of table these rows are; `framed`: it is drawn with lines. */
export function kindOf(table: Shown, rows: readonly TableRow[], framed = false): TableKind {
  const filled = rows.filter((row) => row.cells.some((cell) => cell.text))
  const heads = headRowsByMarkup(rows)
  const body = rows.slice(heads)
  const isHeaded = heads > 0 && body.some((row) => row.cells.length > 1 || row.cells.some((cell) => cell.colSpan === 1))
  const columns = Math.max(0, ...filled.map((row) => row.cells.length))
  const cells = rows.flatMap((row) => row.cells)
  if (cells.some((cell) => tablesIn(cell).some(hasSeveralCells))) {
    return isHeaded && columns > 1 && cells.every(isPlainOrTables) ? 'verbund' : 'anordnung'
  }
  if (columns < 2 || /^(?:presentation|none)$/.test(table.props.role ?? ''))
    return isForm(filled) ? 'formular' : 'anordnung'
  if (isForm(filled)) return 'formular'
  if (isHeaded && filled.length > heads) return 'daten'
  if (filled.length < 2 || cells.some((cell) => holds(cell, /^(?:h[1-6]|dl)$/) || cell.text.length > LONG))
    return 'anordnung'
  // A box beside words is an answer to tick; boxes alone in their cells are marks in columns.
  if (cells.some((cell) => /[☒☐]\s*\p{L}/u.test(cell.text))) return 'formular'
  if (!framed && isLetterhead(filled)) return 'anordnung'
  const columnsFilled = new Set(filled.flatMap((row) => row.cells.flatMap((cell, at) => (cell.text ? [at] : []))))
  return columnsFilled.size < 2 ? 'anordnung' : 'daten'
}

/** Rows of a letterhead: two or three, without lines or heads, a cell with several lines beside one with fewer, no numbers. */
function isLetterhead(rows: readonly TableRow[]): boolean {
  const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.text))
  const lines = (row: TableRow): number[] =>
    row.cells.filter((cell) => cell.text).map((cell) => linesOfCell(cell).length)
  const uneven = rows.some((row) => new Set(lines(row)).size > 1 && Math.max(...lines(row)) > 2)
  return rows.length <= 3 && uneven && !cells.some((cell) => isNumeric(cell.text))
}

/** How many of the first rows are heads by their markup. */
export function headRowsByMarkup(rows: readonly TableRow[]): number {
  let heads = 0
  while (rows[heads]?.head) heads++
  if (heads) return heads === rows.length ? 0 : heads
  while (isHeadRow(rows[heads])) heads++
  return heads === rows.length ? 0 : heads
}

function isHeadRow(row: TableRow | undefined): boolean {
  const filled = row?.cells.filter((cell) => cell.text) ?? []
  return filled.length > 0 && filled.every((cell) => cell.head) && (row?.cells.length ?? 0) > 1
}

/** A cell of words only, or of tables only that could be columns of the table around them. */
function isPlainOrTables(cell: TableCell): boolean {
  const tables = tablesIn(cell)
  if (holds(cell, /^(?:h[1-6]|dl|caption)$/)) return false
  if (tables.length === 0) return true
  const inside = tables.flatMap((table) => tableRowsOf(table).flatMap((row) => row.cells))
  const words = inside.map((inner) => inner.text).join('')
  const isWhole = words.replace(/\s/g, '') === cell.text.replace(/\s/g, '')
  return isWhole && cell.colSpan === 1 && cell.rowSpan === 1 && inside.every((inner) => tablesIn(inner).length === 0)
}

function hasSeveralCells(table: Shown): boolean {
  let cells = 0
  const count = (node: Shown): void => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'td' || child.tag === 'th') cells++
      count(child)
    }
  }
  count(table)
  return cells > 1
}

/** Labels and values side by side: in most rows every first cell of a pair reads as a label or is marked as one. */
function isForm(rows: readonly TableRow[]): boolean {
  const paired = rows.filter((row) => row.cells.length > 1)
  if (!paired.length || paired.some((row) => row.head)) return false
  const isEven = paired.every((row) => row.cells.length % 2 === 0 || row.cells.length === 3)
  const labelled = paired.filter((row) => isLabel(row.cells[0]?.text ?? '') && !row.cells[1]?.head)
  if (labelled.length >= paired.length * 0.6) return true
  if (!isEven || paired.some((row) => row.cells.length !== 2)) return false
  return paired.every((row) => isMarkedLabel(row.cells[0]) && !isMarkedLabel(row.cells[1]))
}

const LABEL_NAME = /label|(?:^|[-_])head|tablehead|title|^kb\d|bezeichn|colname/i

/** A row head or a cell whose class says so, or bold beside a plain one. */
function isMarkedLabel(cell: TableCell | undefined): boolean {
  if (!cell) return false
  return cell.text === '' || cell.text.length <= 80
    ? cell.head || cell.node.names.some((name) => LABEL_NAME.test(name)) || (cell.text !== '' && isStrong(cell))
    : false
}

/** An amount, count or share: mostly digits. */
export function isNumeric(text: string): boolean {
  if (isDate(text)) return false
  return /^[^\p{L}]{0,6}(?:ca\. |rd\. |€ |EUR |TEUR |T€ )?[-–+±]?\d[\d.,\s'-]{0,30}(?:€|%|EUR|Euro|TEUR|T€|Mio\.? ?€?|Mio\.? (?:EUR|Euro)|VZÄ|VZS|Stellen?)?\*{0,3}$/u.test(
    text,
  )
}

/** A day, alone or at the beginning. */
export function isDate(text: string): boolean {
  return /^\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{2}|\d{4})(?!\d)/.test(text)
}
