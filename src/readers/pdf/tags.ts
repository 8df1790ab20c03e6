/**
 * The structure a tagged PDF brings (Word, LibreOffice and browsers write it): which cell of which table a stretch of
 * marked content belongs to. Whether it is true is for the layout to judge.
 *
 * Source: ISO 32000, logical structure; the roles Table, TR, TH and TD, whatever other elements stand between them.
 */
import type { CellTag } from '../../layout/items.ts'

/** By the id of the marked content. */
export type CellTags = ReadonlyMap<string, CellTag>

/** Tables counted so far, and the tags of each. */
interface Found {
  /** Undefined for one that only arranges others. */
  readonly tables: (Map<string, CellTag> | undefined)[]
}

/** Where in a table an element stands. */
interface Place {
  readonly table: number
  row: number
  cell: number
}

/** The cells in the engine's structure tree of a page. Of nested tables only the inner ones are tables. */
export function cellTagsOf(tree: unknown): CellTags {
  const found: Found = { tables: [] }
  visit(tree, undefined, undefined, found)
  return new Map(found.tables.flatMap((tags) => (tags ? [...tags] : [])))
}

function visit(node: unknown, place: Place | undefined, tag: CellTag | undefined, found: Found): void {
  if (!isNode(node)) return
  if (node.type === 'content' && typeof node.id === 'string') {
    if (tag) found.tables[tag.table]?.set(node.id, tag)
    return
  }
  const children = Array.isArray(node.children) ? node.children : []
  if (node.role === 'Table') {
    // what holds another table only arranges it
    if (place) found.tables[place.table] = undefined
    const inner: Place = { table: found.tables.push(new Map()) - 1, row: -1, cell: -1 }
    for (const child of children) visit(child, inner, undefined, found)
    return
  }
  if (place && node.role === 'TR') {
    place.row++
    place.cell = -1
  }
  const isCell = place && place.row >= 0 && (node.role === 'TH' || node.role === 'TD')
  const own = isCell ? cellOf(node, place) : tag
  for (const child of children) visit(child, place, own, found)
}

function cellOf(node: Node, place: Place): CellTag {
  place.cell++
  const { table, row, cell } = place
  const head = node.role === 'TH' && node.scope !== 'Row'
  return { table, row, cell, head, rowSpan: spanOf(node.rowSpan), columnSpan: spanOf(node.colSpan) }
}

function spanOf(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1 ? value : 1
}

type Node = Readonly<Record<string, unknown>>

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null
}
