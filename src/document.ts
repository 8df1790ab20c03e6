/**
 * The vocabulary: what a paper is once it has been read, and what is said about it.
 *
 * Everything here is plain data and survives a JSON round trip.
 * Units: offsets are UTF-16 code units into `PaperDocument.text`; pages count from 1; boxes are PDF points measured
 * from the page's top left corner, as [left, top, right, bottom].
 */
import type { Heading, ListItem, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Parent } from 'unist'
import { partitionPoint } from './parse/partition-point.ts'

/** Left, top, right, bottom in points. */
export type Box = readonly [left: number, top: number, right: number, bottom: number]

/** A place on a page. */
export interface Area {
  readonly page: number
  readonly box: Box
}

/** A half-open range of the text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a stretch of the text stands on a page. */
export interface AreaSpan extends Span, Area {
  /** How sure text recognition was of these words, from 0 to 100; absent if they were printed as text. */
  readonly confidence?: number
}

/** Where a page begins in the text. Formats without pages have none. */
export interface PageStart {
  readonly page: number
  readonly offset: number
}

/** Where a paper comes from. */
export interface Source {
  /** The path or address it was read from, as given. */
  readonly path: string
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: MediaType
  /** The municipality it is said to belong to by whoever brought it; the paper itself may say more. */
  readonly kommune?: Kommune
}

export type MediaType = 'application/pdf' | 'text/html' | 'text/markdown' | 'text/plain' | 'application/octet-stream'

export interface Kommune {
  readonly name: string | null
  /** Amtlicher Gemeindeschlüssel: eight digits, as text, zeros kept. */
  readonly ags: string | null
}

/** What stands on every page and belongs to no sentence: kept, but outside the text. */
export interface Furniture {
  readonly kind: 'kopfzeile' | 'fusszeile' | 'seitenzahl' | 'navigation' | 'stempel'
  readonly page: number | null
  readonly text: string
}

/**
 * `hinweis`: worth knowing; `zweifel`: something may be wrong, a person should look; `fehler`: the paper could not be
 * read.
 */
export type Level = 'hinweis' | 'zweifel' | 'fehler'

/** Something said about a paper, for people (German) and machines (`code`). */
export interface Message {
  /** Stable, from the closed list in `src/messages.ts`. */
  readonly code: string
  readonly stufe: Level
  /** One German sentence: what, where, what to do. */
  readonly text: string
  /** The stage or extractor that says it. */
  readonly von: string
  readonly stelle?: Span
}

/** The reading of one paper. */
export interface PaperDocument {
  readonly source: Source
  /** The one text, in reading order. Blocks are parted by an empty line, lines by `\n`, table cells by `\t`. */
  readonly text: string
  /** mdast; after the sections stage with `section` nodes. Every node has a position with offsets into `text`. */
  readonly tree: Root
  /** In order of `start`. Empty for formats without pages. */
  readonly areas: readonly AreaSpan[]
  readonly pages: readonly PageStart[]
  readonly furniture: readonly Furniture[]
  /** Title, description and addresses of links a web page or PDF carries outside its text. */
  readonly meta: PaperMeta
  readonly messages: readonly Message[]
}

export interface PaperMeta {
  readonly title?: string
  readonly description?: string
  /** Host names of the page itself and of its links, most frequent first. */
  readonly hosts?: readonly string[]
  /** The program that made it ("ALLRIS net Version 4.1.7", "Microsoft Word"). */
  readonly generator?: string
  /** Pages whose words were recognised in a picture: what they say is in doubt. */
  readonly ocrPages?: readonly number[]
}

/**
 * What a stretch of a paper is about, whatever its heading says. `kopf` is all that stands before the first named
 * section; `sonstige` has a heading no profile knows.
 */
export type SectionKind =
  | 'kopf'
  | 'beratungsfolge'
  | 'beratungsverlauf'
  | 'beschlussvorschlag'
  | 'finanzen'
  | 'begruendung'
  | 'anlagen'
  | 'inhalt'
  | 'formular'
  | 'sonstige'

/** A named stretch of a paper: its heading, its blocks, the sections within it. */
export interface SectionNode extends Parent {
  type: 'section'
  kind: SectionKind
  /** The heading as printed, without its number and trailing colon; empty for the stretch before the first heading. */
  title: string
  /** The printed number of the heading ("3.4.1"), if it has one. */
  number: string | null
  depth: number
  children: (RootContent | SectionNode)[]
}

declare module 'mdast' {
  interface RootContentMap {
    section: SectionNode
  }
  interface ListItemData {
    /** The printed marker: `1.`, `a)`, `-`, `•`. */
    marker?: string
    /** 0 for the outermost list. */
    depth?: number
  }
  interface TableData {
    /** How many of the first rows are column heads. */
    headRows?: number
    /** How sure the reader is that these are rows and columns. */
    certain?: boolean
    /** The line that stands directly above the table as its heading, and the note below it. */
    caption?: string
  }
}

/** A leaf block: what an extractor looks at. */
export type Block = Heading | Paragraph | ListItem | Table

/** A cell: its words and where they stand. */
export interface Cell extends Span {
  readonly text: string
}

/** The offsets of a node. Throws if it has none: every node of a `PaperDocument` has. */
export function spanOf(node: {
  position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined
}): Span {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) throw new Error('node without offsets')
  return { start, end }
}

/** The words of a node or span, as they stand in the text. */
export function quote(paper: Pick<PaperDocument, 'text'>, span: Span): string {
  return paper.text.slice(span.start, span.end)
}

/** The leaf blocks below a node in reading order: sections and lists are opened, list items are not. */
export function* blocksOf(node: SectionNode | Root | RootContent): Generator<Block> {
  if (node.type === 'heading' || node.type === 'paragraph' || node.type === 'listItem' || node.type === 'table') {
    yield node
    return
  }
  if ('children' in node) for (const child of node.children as (RootContent | SectionNode)[]) yield* blocksOf(child)
}

/** All sections of a tree, outer before inner, in reading order. */
export function* sectionsOf(node: Root | SectionNode): Generator<SectionNode> {
  for (const child of node.children) {
    if (child.type !== 'section') continue
    yield child
    yield* sectionsOf(child)
  }
}

/** The rows of a table as cells; column heads first. */
export function rowsOf(paper: Pick<PaperDocument, 'text'>, table: Table): Cell[][] {
  return table.children.map((row) =>
    row.children.map((cell) => {
      const span = spanOf(cell)
      return { ...span, text: quote(paper, span) }
    }),
  )
}

/** How many of a table's rows are column heads. */
export function headRowsOf(table: Table): number {
  return table.data?.headRows ?? 1
}

/** The page an offset stands on, or null for a format without pages. */
export function pageAt(paper: Pick<PaperDocument, 'pages'>, offset: number): number | null {
  let page: number | null = null
  for (const start of paper.pages) if (start.offset <= offset) page = start.page
  return page
}

/** The line an offset stands on, counted from 1. */
export function lineAt(text: string, offset: number): number {
  if (text !== counted.text) counted = { text, ends: endsIn(text) }
  return partitionPoint(counted.ends, (end) => end < offset) + 1
}

/** Where the lines end of the text asked for last: every record of a paper asks. */
let counted: { readonly text: string; readonly ends: readonly number[] } = { text: '', ends: [] }

function endsIn(text: string): number[] {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return ends
}

/** A text node, as mdast phrasing content. */
export function textNode(value: string): PhrasingContent {
  return { type: 'text', value }
}
