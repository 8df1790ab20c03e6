/**
 * Tables built from boxes: roles (`role=row`, `role=cell`) or class names (`…table-row`, `…table-cell`) instead of `<tr>` and `<td>`.
 *
 * Source: ARIA table roles; SessionNet 5 (`smc-table-row`), Bootstrap-like `table-row`/`table-cell` names, inline styles.
 */
import { fold } from '../fold.ts'
import { element, type Shown, type ShownNode } from '../shown.ts'

const ROW = /(?:^|[-_])(?:table[-_]?row|tr|trow)$/i
const CELL = /(?:^|[-_])(?:table[-_]?cell|td|th|tcell)$/i

/** The table an element with boxes for rows and cells is, or nothing. */
export function asTable(node: Shown): Shown | undefined {
  if (node.tag === 'table' || node.tag === 'span') return undefined
  const rows = rowsIn(node)
  return rows.length ? element('table', node.props, rows) : undefined
}

/** All rows, if the element holds nothing but rows and groups of rows. */
function rowsIn(node: Shown): Shown[] {
  const rows: Shown[] = []
  for (const child of node.children) {
    if (typeof child === 'string') {
      if (fold(child)) return []
      continue
    }
    const inner = isRow(child) ? [rowOf(child)] : child.props.role === 'rowgroup' ? rowsIn(child) : []
    if (inner.length === 0) return []
    rows.push(...inner)
  }
  return rows
}

function isRow(node: Shown): boolean {
  const cells = node.children.filter((child): child is Shown => typeof child !== 'string')
  const isNamed =
    node.tag !== 'tr' &&
    (node.props.role === 'row' || isStyled(node, 'table-row') || node.names.some((name) => ROW.test(name)))
  return (
    isNamed &&
    cells.length > 0 &&
    cells.every(isCell) &&
    node.children.every((child) => typeof child !== 'string' || !fold(child))
  )
}

function isCell(node: Shown): boolean {
  const role = node.props.role ?? ''
  return (
    /^(?:cell|gridcell|columnheader|rowheader)$/.test(role) ||
    isStyled(node, 'table-cell') ||
    node.names.some((name) => CELL.test(name))
  )
}

function isStyled(node: Shown, display: string): boolean {
  return (node.props.style ?? '').replace(/\s/g, '').toLowerCase().includes(`display:${display}`)
}

function rowOf(node: Shown): Shown {
  const cells = node.children.flatMap((child): ShownNode[] => {
    if (typeof child === 'string') return []
    const role = child.props.role
    const isHead =
      role === 'columnheader' ||
      role === 'rowheader' ||
      child.names.some((name) => /(?:^|[-_])(?:th|cell-?head)$/i.test(name))
    return [element(isHead ? 'th' : 'td', child.props, child.children)]
  })
  return element('tr', node.props, cells)
}
