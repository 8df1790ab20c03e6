/**
 * mdast to blocks: headings, paragraphs, items with their printed markers, tables; raw HTML through the HTML reader;
 * footnotes at the end.
 */
import type { Definition, FootnoteDefinition, List, ListItem, Root, RootContent, Table } from 'mdast'
import { visit } from 'unist-util-visit'
import { blocksOfLines } from '../../layout/text/blocks.ts'
import { linesOf } from '../../layout/text/lines.ts'
import type { RawBlock, RawCell } from '../compose.ts'
import { type Draft, linesOfBlock, paragraph } from '../drafts.ts'
import { readHtml } from '../html.ts'
import { isStrong, linesOfPhrasing } from './inline.ts'

/** Two lines on end with tabs between words: a table as it was copied from a page, which Markdown has no word for. */
const TABBED = /\S[^\S\n]*\t.*\n.*\t[^\S\n]*\S/

interface Context {
  readonly source: string
  /** Of the list the blocks stand in; -1: in none. */
  readonly depth: number
  /** Identifiers some link in the text refers to. */
  readonly referred: ReadonlySet<string>
}

/** Read a parsed Markdown text into blocks. */
export function draftsOfMarkdown(tree: Root, source: string): Draft[] {
  const referred = new Set<string>()
  const notes: FootnoteDefinition[] = []
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') referred.add(node.identifier)
    if (node.type === 'footnoteDefinition') notes.push(node)
  })
  const context = { source, depth: -1, referred }
  return [...draftsOfAll(tree.children, context), ...notes.flatMap((note) => footnote(note, context))]
}

function draftsOfAll(nodes: readonly RootContent[], context: Context): Draft[] {
  const drafts: Draft[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (!node) continue
    if (node.type === 'html') {
      const last = endOfTable(nodes, at)
      drafts.push(...htmlBlocks(sourceOf(node, nodes[last] ?? node, context.source)))
      at = last
      continue
    }
    const tabbed = tabbedFrom(nodes, at, context.source)
    if (tabbed) {
      drafts.push(...tabbed.drafts)
      at = tabbed.last
    } else drafts.push(...draftsOfNode(node, context))
  }
  return drafts
}

/** Rows of a copied table that begin with "1." or a dash, which Markdown takes for the items of a list. */
function tabbedFrom(
  nodes: readonly RootContent[],
  first: number,
  source: string,
): { drafts: Draft[]; last: number } | undefined {
  let last = first
  while (adjoins(nodes[last], nodes[last + 1], source)) last++
  const [from, to] = [nodes[first], nodes[last]]
  const run = nodes.slice(first, last + 1)
  if (!from || !to || !run.some(({ type }) => type === 'list') || !run.every(isText)) return undefined
  const rows = linesOf(indentOf(from, source) + sourceOf(from, to, source))
  if (rows.length < 2 || !rows.every((row) => CELLS.test(row.replace(MARKER, '')))) return undefined
  return { drafts: blocksOfLines(rows.map((text) => ({ text }))).map((block) => ({ block })), last }
}

const MARKER = /^\s*(?:[-*+]|\d{1,9}[.)])\s+/
const CELLS = /\t[^\S\n]*\S/

function isText({ type }: RootContent): boolean {
  return type === 'paragraph' || type === 'list'
}

/** No empty line stands between two nodes. */
function adjoins(node: RootContent | undefined, next: RootContent | undefined, source: string): boolean {
  if (!node || !next || !isText(node) || !isText(next)) return false
  const between = source.slice(node.position?.end.offset ?? 0, next.position?.start.offset ?? 0)
  return (between.match(/\n/g) ?? []).length === 1
}

/** A first cell that is empty is a tab before a paragraph's first word. */
function indentOf(node: RootContent, source: string): string {
  const start = node.position?.start.offset ?? 0
  return /[ \t]*$/.exec(source.slice(Math.max(0, start - 40), start))?.[0] ?? ''
}

function draftsOfNode(node: RootContent, context: Context): Draft[] {
  switch (node.type) {
    case 'heading': {
      const lines = linesOfPhrasing(node.children, context.source)
      const isUnderlined = lines.length > 1
      // Several lines over a rule are a paragraph that a rule follows.
      if (isUnderlined) return lines.length ? [{ block: paragraph(lines) }] : []
      return [{ block: { type: 'heading', depth: node.depth, lines: lines.map((text) => ({ text })) }, strong: true }]
    }
    case 'paragraph': {
      const printed = indentOf(node, context.source) + sourceOf(node, node, context.source)
      if (TABBED.test(printed))
        return blocksOfLines(linesOf(printed).map((text) => ({ text }))).map((block) => ({ block }))
      return [{ block: paragraph(linesOfPhrasing(node.children, context.source)), strong: isStrong(node.children) }]
    }
    case 'list':
      return listDrafts(node, context)
    case 'table':
      return [{ block: tableBlock(node, context) }]
    case 'blockquote':
      return quoted(draftsOfAll(node.children, context))
    case 'code':
      return [{ block: paragraph(node.value.split('\n')) }]
    case 'thematicBreak':
      return starsOf(sourceOf(node, node, context.source))
    case 'definition':
      return context.referred.has(node.identifier) ? [] : [{ block: paragraph([definitionText(node, context)]) }]
    default:
      return []
  }
}

function listDrafts(list: List, context: Context): Draft[] {
  const inner = { ...context, depth: context.depth + 1 }
  const printed = list.children.map((item) => markerOf(item, context.source))
  const isCounted = list.ordered && printed.length > 1 && printed.every((marker) => marker === printed[0])
  return list.children.flatMap((item, at) => {
    const sign = (printed[at] ?? '').slice(-1)
    return itemDrafts(item, isCounted ? `${(list.start ?? 1) + at}${sign}` : (printed[at] ?? ''), inner)
  })
}

function markerOf(item: ListItem, source: string): string {
  return /^(?:[-*+]|\d{1,9}[.)])/.exec(sourceOf(item, item, source))?.[0] ?? ''
}

/** A number no list has ("2021. Danach …") stays with its text. */
const MAX_NUMBER = 3

function itemDrafts(item: ListItem, marker: string, context: Context): Draft[] {
  const box = item.checked === true ? '☒ ' : item.checked === false ? '☐ ' : ''
  const [first, ...rest] = draftsOfAll(item.children, context)
  const isText = first?.block.type === 'paragraph'
  const words = isText ? linesOfBlock(first.block) : []
  const lines = [`${box}${words[0] ?? ''}`, ...words.slice(1)]
  const others = isText || !first ? rest : [first, ...rest]
  while (others[0]?.block.type === 'paragraph') lines.push(...linesOfBlock((others.shift() as Draft).block))
  if (marker.length > MAX_NUMBER + 1)
    return [{ block: paragraph([`${marker} ${lines[0] ?? ''}`, ...lines.slice(1)]) }, ...others]
  const block: RawBlock = { type: 'item', marker, depth: context.depth, lines: lines.map((text) => ({ text })) }
  return [{ block }, ...others]
}

function tableBlock(table: Table, context: Context): RawBlock {
  const rows = table.children.map((row) =>
    row.children.map(
      (cell): RawCell => ({ lines: linesOfPhrasing(cell.children, context.source).map((text) => ({ text })) }),
    ),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const full = rows.map((row) => Array.from({ length: width }, (_, at): RawCell => row[at] ?? { lines: [] }))
  const [head, ...body] = full
  const isEmpty = head?.every((cell) => cell.lines.length === 0) ?? true
  return { type: 'table', headRows: isEmpty ? 0 : 1, rows: isEmpty ? body : full, certain: true }
}

/** `> 50.000 Euro` at the beginning of a line is an amount, not a quotation. */
function quoted(drafts: readonly Draft[]): Draft[] {
  const [first, ...rest] = drafts
  if (first?.block.type !== 'paragraph') return [...drafts]
  const [line = '', ...others] = linesOfBlock(first.block)
  return /^\d/.test(line) ? [{ ...first, block: paragraph([`> ${line}`, ...others]) }, ...rest] : [...drafts]
}

/** A row of stars is printed, a drawn line is not. */
function starsOf(source: string): Draft[] {
  return source.trim().startsWith('*') ? [{ block: paragraph([source.trim()]) }] : []
}

function definitionText(node: Definition, context: Context): string {
  return sourceOf(node, node, context.source)
}

function footnote(note: FootnoteDefinition, context: Context): Draft[] {
  const [first, ...rest] = draftsOfAll(note.children, context)
  const mark = `[${note.label ?? note.identifier}]`
  if (first?.block.type !== 'paragraph') return [{ block: paragraph([mark]) }, ...(first ? [first] : []), ...rest]
  const [line = '', ...others] = linesOfBlock(first.block)
  return [{ block: paragraph([`${mark} ${line}`, ...others]) }, ...rest]
}

/** Where the raw table that begins here ends: empty lines within it make several nodes of it. */
function endOfTable(nodes: readonly RootContent[], from: number): number {
  let open = 0
  for (let at = from; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.type !== 'html') continue
    open += [...node.value.matchAll(/<table[\s>]/gi)].length - [...node.value.matchAll(/<\/table\s*>/gi)].length
    if (open <= 0) return at
  }
  return from
}

function htmlBlocks(source: string): Draft[] {
  return readHtml(source).blocks.map((block) => ({ block }))
}

function sourceOf(first: RootContent, last: RootContent, source: string): string {
  return source.slice(first.position?.start.offset ?? 0, last.position?.end.offset ?? 0)
}
