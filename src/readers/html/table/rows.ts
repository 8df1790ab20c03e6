/**
 * The rows and cells of a table element, with what markup says of them; head rows first, foot rows last.
 */
import { type Draft, linesOfBlock } from '../../drafts.ts'
import { draftsOf } from '../flow.ts'
import { fold } from '../fold.ts'
import { elementsIn, type Shown, wordsOf } from '../shown.ts'

export interface TableCell {
  readonly node: Shown
  /** Marked as a head: `<th>`. */
  readonly head: boolean
  readonly colSpan: number
  readonly rowSpan: number
  /** What is printed, on one line. */
  readonly text: string
}

export interface TableRow {
  readonly cells: readonly TableCell[]
  /** Stands in `<thead>`. */
  readonly head: boolean
}

const MAX_SPAN = 100

/** The rows of a table; those of tables within its cells are not among them. */
export function tableRowsOf(table: Shown): TableRow[] {
  const parts: Record<'head' | 'body' | 'foot', TableRow[]> = { head: [], body: [], foot: [] }
  const collect = (node: Shown, part: 'head' | 'body' | 'foot'): void => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'tr') parts[part].push(rowOf(child, part === 'head'))
      else if (child.tag === 'thead') collect(child, 'head')
      else if (child.tag === 'tfoot') collect(child, 'foot')
      else if (child.tag !== 'caption') collect(child, part)
    }
  }
  collect(table, 'body')
  return [...parts.head, ...parts.body, ...parts.foot]
}

function rowOf(row: Shown, head: boolean): TableRow {
  const cells = row.children.flatMap((child) => {
    if (typeof child === 'string' || (child.tag !== 'td' && child.tag !== 'th')) return []
    const isHead = child.tag === 'th' || child.props.role === 'columnheader'
    return [
      {
        node: child,
        head: isHead,
        colSpan: span(child.props.colspan),
        rowSpan: span(child.props.rowspan),
        text: fold(wordsOf(child)),
      },
    ]
  })
  return { cells, head }
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(number) ? Math.max(1, Math.min(MAX_SPAN, number)) : 1
}

/** What cells hold is asked for several times at every level of nested tables; it is read once. */
const known = new WeakMap<Shown, { inner?: Draft[]; whole?: Draft[] }>()

/** The blocks in a cell. */
export function draftsOfCell(cell: TableCell): Draft[] {
  const memory = memoryOf(cell)
  memory.inner ??= draftsOf(cell.node.children)
  return memory.inner
}

function memoryOf(cell: TableCell): { inner?: Draft[]; whole?: Draft[] } {
  const memory = known.get(cell.node) ?? {}
  known.set(cell.node, memory)
  return memory
}

/** The lines printed in a cell, list markers included. */
export function linesOfCell(cell: TableCell): string[] {
  return draftsOfCell(cell).flatMap(({ block }) => {
    const [first = '', ...rest] = linesOfBlock(block)
    return block.type === 'item' && block.marker ? [`${block.marker} ${first}`, ...rest] : [first, ...rest]
  })
}

/** The tables directly within a cell that show something. */
export function tablesIn(cell: TableCell): Shown[] {
  const found: Shown[] = []
  const look = (node: Shown): void => {
    for (const child of node.children) {
      if (typeof child === 'string') continue
      if (child.tag === 'table') found.push(child)
      else look(child)
    }
  }
  look(cell.node)
  return found.filter((table) => tableRowsOf(table).length > 0)
}

/** Is everything in this cell bold, underlined or a head? */
export function isStrong(cell: TableCell): boolean {
  if (cell.head || cell.text === '') return cell.head
  const memory = memoryOf(cell)
  memory.whole ??= draftsOf([cell.node])
  return memory.whole.every((draft) => draft.strong)
}

/** Is there an element of one of these names in the cell? */
export function holds(cell: TableCell, tags: RegExp): boolean {
  for (const node of elementsIn(cell.node)) if (node !== cell.node && tags.test(node.tag)) return true
  return false
}
