/**
 * The one place where text is written: blocks of lines in, the one text and its tree out.
 *
 * Every reader hands over the same blocks, so that offsets, separators, joined words and areas hold alike for PDF,
 * HTML, Markdown and plain text. Blocks are parted by an empty line, the items of a list and the lines of a paragraph
 * by `\n`, table rows by `\n`, cells by `\t`.
 */
import type { List, ListItem, Root, RootContent, Table, TableRow } from 'mdast'
import type { Position } from 'unist'
import { type AreaSpan, type PageStart, type Span, textNode } from '../document.ts'
import { endsBroken, goesOn, joinBroken, type Vocabulary, vocabularyOf } from '../layout/hyphen.ts'
import { lineStartsOf, positionOf } from '../position.ts'

/** A stretch of a line with its box; offsets into `RawLine.text`. */
export type Piece = AreaSpan

export interface RawLine {
  readonly text: string
  readonly page?: number
  readonly pieces?: readonly Piece[]
  /** Its only word leaves no room in a narrow cell: it may go on in the next line without a hyphen. */
  readonly full?: true
}

export interface RawCell {
  readonly lines: readonly RawLine[]
}

export type RawBlock =
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3 | 4 | 5 | 6; readonly lines: readonly RawLine[] }
  | { readonly type: 'paragraph'; readonly lines: readonly RawLine[] }
  | {
      readonly type: 'item'
      /** As printed: `1.`, `a)`, `-`, `•`. Empty if the source numbers it without printing (HTML `<ol>` prints it). */
      readonly marker: string
      /** 0 for the outermost list. */
      readonly depth: number
      readonly lines: readonly RawLine[]
    }
  | {
      readonly type: 'table'
      /** How many of the first rows are column heads (0: the table has none). */
      readonly headRows: number
      readonly rows: readonly (readonly RawCell[])[]
      readonly certain?: boolean
      readonly caption?: string
    }

export interface Composed {
  readonly text: string
  readonly tree: Root
  readonly areas: readonly AreaSpan[]
  readonly pages: readonly PageStart[]
}

/** Write the one text of a paper and the tree over it. */
export function compose(blocks: readonly RawBlock[]): Composed {
  const writer = new Writer(() => vocabularyOf(allLines(blocks).map((line) => line.text)))
  const children: RootContent[] = []
  let list: List | undefined
  for (const block of blocks) {
    if (isEmpty(block)) continue
    if (block.type === 'item' && list && restarts(list, block)) list = undefined
    writer.part(block.type === 'item' && list ? '\n' : '\n\n')
    if (block.type === 'item') {
      const item = writer.item(block)
      if (!list) {
        list = { type: 'list', ordered: /\d|^[a-z]\)/i.test(block.marker), spread: false, children: [] }
        children.push(list)
      }
      list.children.push(item)
      continue
    }
    list = undefined
    children.push(block.type === 'table' ? writer.table(block) : writer.lines(block))
  }
  for (const node of children) if (node.type === 'list') spanList(node)
  const tree: Root = { type: 'root', children }
  return writer.finish(tree)
}

/** Does an item begin a new list: numbered one again at the depth at which the list already counts? */
function restarts(list: List, item: Extract<RawBlock, { type: 'item' }>): boolean {
  if (!/^\(?1[.)]/.test(item.marker)) return false
  return list.children.some(({ data }) => data?.depth === item.depth && /^\(?\d/.test(data?.marker ?? ''))
}

function isEmpty(block: RawBlock): boolean {
  const lines = block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.lines)) : block.lines
  return lines.every((line) => line.text.trim() === '') && !(block.type === 'item' && block.marker)
}

function allLines(blocks: readonly RawBlock[]): RawLine[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => [...cell.lines])) : [...block.lines],
  )
}

function spanList(list: List): void {
  const first = list.children[0]?.position
  const last = list.children.at(-1)?.position
  if (first && last) list.position = { start: first.start, end: last.end }
}

/** State to guard: the text so far and what lies behind it. */
class Writer {
  #text = ''
  readonly #areas: AreaSpan[] = []
  readonly #pages: PageStart[] = []
  readonly #count: () => Vocabulary
  #counted: Vocabulary | undefined

  constructor(count: () => Vocabulary) {
    this.#count = count
  }

  /** The paper's own words, counted once a line ends within one. */
  get #words(): Vocabulary {
    this.#counted ??= this.#count()
    return this.#counted
  }

  part(separator: string): void {
    if (this.#text) this.#text += separator
  }

  lines(block: Extract<RawBlock, { type: 'heading' | 'paragraph' }>): RootContent {
    const span = this.#write(block.lines, '\n')
    const children = [textNode(span.text)]
    return block.type === 'heading'
      ? { type: 'heading', depth: block.depth, children, position: offsetsOf(span) }
      : { type: 'paragraph', children, position: offsetsOf(span) }
  }

  item(block: Extract<RawBlock, { type: 'item' }>): ListItem {
    const start = this.#text.length
    if (block.marker) this.#text += `${block.marker} `
    const body = this.#write(block.lines, '\n')
    const position = offsetsOf({ start, end: this.#text.length })
    return {
      type: 'listItem',
      spread: false,
      data: { marker: block.marker, depth: block.depth },
      children: [{ type: 'paragraph', children: [textNode(body.text)], position: offsetsOf(body) }],
      position,
    }
  }

  table(block: Extract<RawBlock, { type: 'table' }>): Table {
    const start = this.#text.length
    const rows: TableRow[] = block.rows.map((row, r) => {
      if (r) this.#text += '\n'
      const rowStart = this.#text.length
      const cells = row.map((cell, c) => {
        if (c) this.#text += '\t'
        const span = this.#write(cell.lines, ' ')
        return {
          type: 'tableCell' as const,
          children: [textNode(span.text)],
          position: offsetsOf(span),
        }
      })
      return { type: 'tableRow', children: cells, position: offsetsOf({ start: rowStart, end: this.#text.length }) }
    })
    const data = {
      headRows: block.headRows,
      certain: block.certain ?? true,
      ...(block.caption ? { caption: block.caption } : {}),
    }
    return { type: 'table', children: rows, data, position: offsetsOf({ start, end: this.#text.length }) }
  }

  /**
   * Write lines one after another; a word broken at a line end moves up whole. They are put together on their own:
   * looking into the whole text would copy it each time.
   */
  #write(lines: readonly RawLine[], separator: string): Span & { readonly text: string } {
    const start = this.#text.length
    let own = ''
    let open = false
    for (const [index, line] of lines.entries()) {
      const lead = line.text.length - line.text.trimStart().length
      const words = line.text.trim()
      if (!words) continue
      if (index && own) {
        const last = own.slice(own.lastIndexOf('\n') + 1)
        if (lines[index - 1]?.full && goesOn(last, words, this.#words)) {
          // one word
        } else if (open && endsBroken(last)) {
          const joined = joinBroken(last, words, this.#words)
          if (joined.drop) own = own.slice(0, -joined.drop)
          if (!joined.glue) own += separator
        } else own += separator
      }
      const at = start + own.length
      if (line.page !== undefined && this.#pages.at(-1)?.page !== line.page)
        this.#pages.push({ page: line.page, offset: at })
      for (const piece of line.pieces ?? []) {
        const from = Math.max(at, at + piece.start - lead)
        const to = Math.min(at + words.length, at + piece.end - lead)
        if (to > from) this.#areas.push({ ...piece, start: from, end: to })
      }
      own += words
      open = true
    }
    this.#text += own
    return { start, end: this.#text.length, text: own }
  }

  finish(tree: Root): Composed {
    const starts = lineStartsOf(this.#text)
    tree.position = offsetsOf({ start: 0, end: this.#text.length })
    fillPoints(tree, starts)
    const end = this.#text.length
    const areas = this.#areas
      .map((area) => ({ ...area, end: Math.min(area.end, end) }))
      .filter((area) => area.end > area.start)
    return { text: this.#text, tree, areas, pages: this.#pages }
  }
}

/** A position whose lines and columns are filled in at the end. */
function offsetsOf(span: Span): Position {
  return { start: { line: 1, column: 1, offset: span.start }, end: { line: 1, column: 1, offset: span.end } }
}

/** Lines and columns for every position of a tree that has offsets. */
function fillPoints(node: Root | RootContent | TableRow, starts: readonly number[]): void {
  const { start, end } = node.position ?? {}
  if (start && end) node.position = positionOf({ start: start.offset ?? 0, end: end.offset ?? 0 }, starts)
  if ('children' in node) for (const child of node.children) fillPoints(child as RootContent, starts)
}
