/**
 * A table that goes on behind a page's end: without heads of its own, as wide as the one before it, and nothing between
 * but the number of the page or of the paper. Its rows belong to the table before, whose heads hold for them.
 *
 * The text is not changed; what stands between the two parts is in it, but no longer in the tree.
 */
import type { Root, RootContent, Table } from 'mdast'
import { headRowsOf, type PaperDocument, spanOf } from '../document.ts'
import { isLetterheadNumber } from '../parse/paper-number.ts'

/** The tree of a document with such tables joined. */
export function withContinuedTables({ tree, text }: Pick<PaperDocument, 'tree' | 'text'>): Root {
  const children: RootContent[] = []
  for (const node of tree.children) {
    const at = children.findLastIndex((other) => other.type === 'table' || !isPageMark(wordsOf(text, other)))
    const open = at >= 0 && at < children.length - 1 ? children[at] : undefined
    if (node.type === 'table' && open?.type === 'table' && goesOn(open, node))
      children.splice(at, children.length - at, joined(open, node))
    else children.push(node)
  }
  return { ...tree, children }
}

function goesOn(before: Table, table: Table): boolean {
  return headRowsOf(table) === 0 && widthOf(table) === widthOf(before)
}

function joined(before: Table, table: Table): Table {
  const { position } = before
  const end = table.position?.end
  const certain = before.data?.certain !== false && table.data?.certain !== false
  return {
    ...before,
    children: [...before.children, ...table.children],
    data: { ...before.data, certain },
    ...(position && end ? { position: { ...position, end } } : {}),
  }
}

/** What stands between two pages: the page's number, the paper's, or nothing. */
function isPageMark(words: string): boolean {
  return /^[\s–—-]*(?:(?:Seite )?\d{1,4}(?: ?(?:von|\/) ?\d{1,4})?)?[\s–—-]*$/.test(words) || isLetterheadNumber(words)
}

function wordsOf(text: string, node: RootContent): string {
  if (node.type !== 'paragraph' && node.type !== 'heading') return 'x'
  const { start, end } = spanOf(node)
  return text.slice(start, end).trim()
}

function widthOf(table: Table): number {
  return Math.max(0, ...table.children.map((row) => row.children.length))
}
