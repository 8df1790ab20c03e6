/**
 * Shown elements to blocks, in reading order: block elements part paragraphs, `<br>` parts lines, an empty line parts
 * paragraphs too; inline elements join what they divide ("Die Mit<b>tel</b>").
 */
import { type Draft, headingDepth, linesOfBlock, paragraph } from '../drafts.ts'
import { fold, foldInner } from './fold.ts'
import { markersOf } from './lists.ts'
import { definitionPairs, pairOfBoxes } from './pairs.ts'
import { printedItem } from './printed-item.ts'
import { isInline, type Shown, type ShownNode } from './shown.ts'
import { asTable } from './table/box.ts'
import { tableDrafts } from './table/table.ts'

interface Context {
  readonly strong: boolean
  readonly pre: boolean
  /** Of the list the words stand in; -1: in none. */
  readonly depth: number
}

/** What is open while walking: the line being written, the list item it belongs to. */
interface Flow {
  readonly drafts: Draft[]
  open: string
  plain: boolean
  /** The item whose first words are still to come. */
  marker: string | undefined
  /** Where the item stands that further paragraphs belong to. */
  item: number | undefined
}

/** Read elements into blocks. */
export function draftsOf(nodes: readonly ShownNode[], context: Partial<Context> = {}): Draft[] {
  const flow: Flow = { drafts: [], open: '', plain: false, marker: undefined, item: undefined }
  const full: Context = { strong: false, pre: false, depth: -1, ...context }
  for (const node of nodes) walk(node, flow, full)
  flush(flow, full)
  return flow.drafts
}

function walk(node: ShownNode, flow: Flow, context: Context): void {
  if (typeof node === 'string') {
    write(node, flow, context)
    return
  }
  const inner = contextIn(node, context)
  const special = SPECIAL[node.tag] ?? (node.props.role === 'heading' ? heading : undefined)
  const drafts = special ? undefined : drawnTable(node)
  if (special) special(node, flow, inner)
  else if (drafts) block(flow, context, drafts)
  else if (isInline(node)) walkAll(node.children, flow, inner, node.tag)
  else {
    flush(flow, context)
    walkAll(node.children, flow, inner)
    flush(flow, inner)
  }
}

/** A table or pair that is built from boxes. */
function drawnTable(node: Shown): Draft[] | undefined {
  const table = asTable(node)
  return table ? tableDrafts(table) : pairOfBoxes(node)
}

function walkAll(nodes: readonly ShownNode[], flow: Flow, context: Context, tag = ''): void {
  // Two links side by side are two words although nothing stands between them; so are a label and its value.
  if (tag === 'a' && flow.open.endsWith(LINK_END)) flow.open += ' '
  if (tag && /\p{L}:\u200c?$/u.test(flow.open) && /^\s*\p{L}/u.test(firstWords(nodes))) flow.open += ' '
  for (const node of nodes) walk(node, flow, context)
  if (tag === 'a' && flow.open !== '' && !/\s$/.test(flow.open)) flow.open += LINK_END
}

/** Marks the end of a link until the line is written; shown nowhere. */
const LINK_END = '\u200c'

function firstWords(nodes: readonly ShownNode[]): string {
  for (const node of nodes) {
    const words = typeof node === 'string' ? node : firstWords(node.children)
    if (words.trim()) return words
  }
  return ''
}

function contextIn(node: Shown, context: Context): Context {
  const style = node.props.style ?? ''
  const strong =
    /^(?:b|strong|u|th)$/.test(node.tag) ||
    /font-weight\s*:\s*(?:bold|[6-9]00)|text-decoration[^;]{0,40}:\s*underline/i.test(style) ||
    (context.strong && !/font-weight\s*:\s*(?:normal|[1-4]00)/i.test(style))
  const pre =
    context.pre ||
    node.tag === 'pre' ||
    node.tag === 'textarea' ||
    /white-space\s*:\s*(?:pre|break-spaces)/i.test(style)
  return { ...context, strong, pre }
}

const SPECIAL: Readonly<Record<string, (node: Shown, flow: Flow, context: Context) => void>> = {
  br: (_node, flow) => {
    flow.open += '\n'
  },
  hr: (_node, flow, context) => flush(flow, context),
  img: (node, flow, context) => {
    if (isPictureOfWord(node)) write(` ${node.props.alt ?? ''} `, flow, context)
  },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  legend: heading,
  summary: heading,
  ul: list,
  ol: list,
  menu: list,
  dir: list,
  li: (node, flow, context) => list({ ...node, tag: 'ul', children: [node] }, flow, context),
  table: (node, flow, context) => block(flow, context, tableDrafts(node)),
  dl: (node, flow, context) => block(flow, context, definitionPairs(node)),
}

/** A picture that stands for a word of the paper ("öffentlich"), not for a link or logo: told by its size in words. */
function isPictureOfWord(node: Shown): boolean {
  return /^(?:nicht[- ]?)?öffentlich$|^(?:ja|nein)$/iu.test((node.props.alt ?? '').trim())
}

function write(text: string, flow: Flow, context: Context): void {
  const words = context.pre ? text.split('\n').map(foldInner).join('\n') : foldInner(text)
  if (!context.strong && words.trim()) flow.plain = true
  flow.open += words
}

function block(flow: Flow, context: Context, drafts: readonly Draft[]): void {
  flush(flow, context)
  flow.drafts.push(...drafts)
}

const MAX_HEADING = 300
const DEPTH_UNMARKED = 5

function heading(node: Shown, flow: Flow, context: Context): void {
  flush(flow, context)
  const inner = draftsOf(node.children, { strong: true })
  const level = Number(/^h([1-6])$/.exec(node.tag)?.[1] ?? node.props.arialevel ?? DEPTH_UNMARKED)
  const lines = inner.flatMap((draft) => linesWithMarker(draft))
  const isPlain = inner.every((draft) => draft.block.type === 'paragraph' || draft.block.type === 'item')
  if (!isPlain || lines.join(' ').length > MAX_HEADING) flow.drafts.push(...inner)
  else if (lines.length) {
    const block = {
      type: 'heading' as const,
      depth: headingDepth(level || DEPTH_UNMARKED),
      lines: lines.map((text) => ({ text })),
    }
    flow.drafts.push({ block, strong: true })
  }
}

/** The lines of a block; a list marker stands before the first. */
export function linesWithMarker(draft: Draft): string[] {
  const [first = '', ...rest] = linesOfBlock(draft.block)
  return draft.block.type === 'item' && draft.block.marker
    ? [`${draft.block.marker} ${first}`, ...rest]
    : [first, ...rest]
}

function list(node: Shown, flow: Flow, context: Context): void {
  flush(flow, context)
  const outer = { marker: flow.marker, item: flow.item }
  const inner = { ...context, depth: context.depth + 1 }
  for (const { child, marker } of markersOf(node)) {
    if (marker === undefined) {
      walk(child, flow, inner)
      continue
    }
    flush(flow, inner)
    flow.marker = marker
    flow.item = undefined
    if (typeof child !== 'string') walkAll(child.children, flow, contextIn(child, inner))
    flush(flow, inner)
    flow.marker = undefined
    flow.item = undefined
  }
  flow.marker = outer.marker
  flow.item = outer.item
}

/** End the open lines: they become an item, belong to the item before, or are paragraphs. */
function flush(flow: Flow, context: Context): void {
  const groups = groupsOf(flow.open)
  const strong = !flow.plain
  flow.open = ''
  flow.plain = false
  for (const lines of groups) {
    const last = flow.drafts.at(-1)
    if (flow.marker !== undefined) {
      const item = {
        type: 'item' as const,
        marker: flow.marker,
        depth: Math.max(0, context.depth),
        lines: lines.map((text) => ({ text })),
      }
      flow.drafts.push({ block: item, strong })
      flow.marker = undefined
      flow.item = flow.drafts.length
    } else if (flow.item === flow.drafts.length && last?.block.type === 'item') {
      const more = { ...last.block, lines: [...last.block.lines, ...lines.map((text) => ({ text }))] }
      flow.drafts[flow.drafts.length - 1] = { ...last, block: more }
    } else flow.drafts.push({ block: printedItem(lines, markersBefore(flow)) ?? paragraph(lines), strong })
  }
}

/** Markers count on over paragraphs between the items, so the last few are enough. */
function markersBefore(flow: Flow): string[] {
  return flow.drafts
    .slice(-30)
    .flatMap(({ block: { type, ...rest } }) => (type === 'item' && 'marker' in rest ? [rest.marker] : []))
}

/** Lines parted by `\n`, groups of lines by an empty one. */
function groupsOf(open: string): string[][] {
  const groups: string[][] = [[]]
  for (const line of open.split('\n')) {
    const text = fold(line.replaceAll(LINK_END, ''))
    if (text) groups.at(-1)?.push(text)
    else if (groups.at(-1)?.length) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}
