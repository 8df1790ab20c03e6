/**
 * The flat tree of a reader becomes nested, named sections.
 *
 * A heading known by its words begins a section of that kind; any other heading begins one of kind `sonstige`, within
 * the section before it if it is deeper. What stands before the first heading is `kopf`. The text is not changed: a
 * paragraph that holds a heading line is divided into nodes.
 */
import type { Heading, List, ListItem, Paragraph, Root, RootContent, Table } from 'mdast'
import {
  type PaperDocument,
  quote,
  rowsOf,
  type SectionKind,
  type SectionNode,
  type Span,
  spanOf,
  textNode,
} from '../document.ts'
import { lineStartsOf, positionOf } from '../position.ts'
import type { Profile } from '../profiles/profile.ts'
import { namedHeading, SHAPED, shapedHeading } from './headings.ts'
import { areConsultationHeads, kindOfHeading } from './vocabulary.ts'

interface Opening {
  readonly kind: SectionKind
  readonly title: string
  readonly number: string | null
  readonly depth: number
  readonly heading?: Heading
}

type Step = { readonly open: Opening } | { readonly node: RootContent }

/** Nest the tree of a document. */
export function nest(paper: PaperDocument, profile: Pick<Profile, 'headings'>): Root {
  const starts = lineStartsOf(paper.text)
  const steps = paper.tree.children.flatMap((node, at) =>
    stepsOf(paper, profile, starts, node, paper.tree.children[at + 1]),
  )
  const root: Root = { type: 'root', children: [], ...(paper.tree.position ? { position: paper.tree.position } : {}) }
  const first = sectionOf({ kind: 'kopf', title: '', number: null, depth: 0 })
  const stack: SectionNode[] = [first]
  root.children.push(first)
  for (const step of steps) {
    if ('node' in step) {
      stack.at(-1)?.children.push(step.node)
      continue
    }
    const inner = stack.at(-1)
    if (step.open.kind === 'sonstige' && step.open.heading && inner && isHead(paper, inner, step.open.heading)) {
      inner.children.push(step.open.heading)
      continue
    }
    const section = sectionOf(leaves(step.open, stack) ? { ...step.open, depth: 1 } : step.open)
    if (step.open.heading) section.children.push(step.open.heading)
    while (stack.length && (stack.at(-1)?.depth ?? 0) >= section.depth) stack.pop()
    const parent = stack.at(-1)
    if (parent && parent !== first && parent.kind !== 'kopf') parent.children.push(section)
    else root.children.push(section)
    stack.push(section)
  }
  root.children = root.children.filter((node) => node !== first || first.children.length > 0)
  for (const node of root.children) if (node.type === 'section') place(node, starts)
  return root
}

/** How far into a text an unknown heading still belongs to the letterhead. */
const LETTERHEAD = 2500

/** Headings without a known name before the first named section (title, "Grunddaten") belong to the head. */
function isHead(paper: PaperDocument, inner: SectionNode, heading: Heading): boolean {
  return inner.kind === 'kopf' && spanOf(heading).start < Math.min(LETTERHEAD, paper.text.length / 2)
}

/** An unnumbered heading found by its form ends a proposal; numbered ones are its points. */
function leaves(open: Opening, stack: readonly SectionNode[]): boolean {
  return (
    open.kind === 'sonstige' &&
    open.number === null &&
    open.depth === SHAPED &&
    stack.some(({ kind }) => kind === 'beschlussvorschlag')
  )
}

function sectionOf({ kind, title, number, depth }: Opening): SectionNode {
  return { type: 'section', kind, title, number, depth, children: [] }
}

/** Give a section the position of what is in it. */
function place(section: SectionNode, starts: readonly number[]): void {
  for (const child of section.children) if (child.type === 'section') place(child, starts)
  const spans = section.children.filter((child) => child.position).map((child) => spanOf(child))
  const start = spans[0]?.start ?? 0
  section.position = positionOf({ start, end: spans.at(-1)?.end ?? start }, starts)
}

function stepsOf(
  paper: PaperDocument,
  profile: Pick<Profile, 'headings'>,
  starts: readonly number[],
  node: RootContent,
  next: RootContent | undefined,
): Step[] {
  const maker = new Maker(paper, profile, starts)
  switch (node.type) {
    case 'heading':
      return maker.heading(node)
    case 'paragraph':
      return maker.paragraph(node, next)
    case 'list':
      return maker.list(node, next)
    case 'table':
      return maker.table(node)
    default:
      return [{ node }]
  }
}

/** State to guard: what the steps of one node need of the paper. */
class Maker {
  readonly #paper: PaperDocument
  readonly #extra: Profile['headings']
  readonly #starts: readonly number[]

  constructor(paper: PaperDocument, profile: Pick<Profile, 'headings'>, starts: readonly number[]) {
    this.#paper = paper
    this.#extra = profile.headings
    this.#starts = starts
  }

  heading(node: Heading): Step[] {
    const span = spanOf(node)
    const words = quote(this.#paper, span)
    const named = namedHeading(words.replaceAll('\n', ' '), span.start, this.#extra)
    if (named && named.length < words.length && named.length > 0) {
      const cut = span.start + named.length
      const rest = this.#paragraph({ start: cut, end: span.end })
      return [this.#open(named, node.depth, { start: span.start, end: cut }), ...(rest ? [{ node: rest }] : [])]
    }
    if (named?.length === 0) return [this.#open(named, node.depth), { node }]
    const kind = named?.kind ?? kindOfHeading(words, this.#extra) ?? 'sonstige'
    const number = named?.number ?? /^\s*(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s/.exec(words)?.[1] ?? null
    const title = words.replace(/^\s*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+/, '').replace(/[\s:,]+$/, '')
    return [{ open: { kind, title, number, depth: node.depth, heading: node } }]
  }

  paragraph(node: Paragraph, next: RootContent | undefined): Step[] {
    const span = spanOf(node)
    const lines = linesIn(this.#paper, span)
    const only = lines.length === 1 ? lines[0] : undefined
    const steps = this.#lines(lines)
    if (steps) return steps
    const shaped = only && shapedHeading(quote(this.#paper, only), this.#textOf(next))
    if (shaped) return [this.#open({ kind: 'sonstige', ...shaped }, shaped.depth, span)]
    return [{ node }]
  }

  list(node: List, next: RootContent | undefined): Step[] {
    const alone = node.children.length === 1 ? node.children[0] : undefined
    if (alone) {
      const span = spanOf(alone)
      const words = quote(this.#paper, span)
      const shaped = !words.includes('\n') && /^\d/.test(words) ? shapedHeading(words, this.#textOf(next)) : undefined
      const named = namedHeading(words.split('\n')[0] ?? '', span.start, this.#extra)
      if (shaped && !named) return [this.#open({ kind: 'sonstige', ...shaped }, shaped.depth, span)]
    }
    const steps: Step[] = []
    let items: ListItem[] = []
    const flush = (): void => {
      if (items.length) steps.push({ node: this.#list(node, items) })
      items = []
    }
    for (const item of node.children) {
      const found = this.#lines(linesIn(this.#paper, spanOf(item)))
      if (found) {
        flush()
        steps.push(...found)
      } else items.push(item)
    }
    flush()
    return steps
  }

  table(node: Table): Step[] {
    const head = rowsOf(this.#paper, node)[0]?.map((cell) => cell.text) ?? []
    const found = areConsultationHeads(head)
    if (found) return [{ open: { kind: 'beratungsfolge', title: 'Beratungsfolge', number: null, depth: 1 } }, { node }]
    const kind = head[0] && head.length > 1 ? kindOfHeading(head[0], this.#extra) : undefined
    if (kind === 'finanzen') return [{ open: { kind, title: head[0] ?? '', number: null, depth: 1 } }, { node }]
    return [{ node }]
  }

  /** Lines with headings among them: the steps; undefined if there are none. */
  #lines(lines: readonly Span[]): Step[] | undefined {
    const steps: Step[] = []
    let from = lines[0]?.start ?? 0
    const end = lines.at(-1)?.end ?? 0
    for (const line of lines) {
      const named = namedHeading(quote(this.#paper, line), line.start, this.#extra)
      if (!named) continue
      const before = this.#paragraph({ start: from, end: line.start })
      if (before) steps.push({ node: before })
      steps.push(this.#open(named, 1, named.length ? { start: line.start, end: line.start + named.length } : undefined))
      from = line.start + named.length
    }
    if (!steps.length) return undefined
    const rest = this.#paragraph({ start: from, end })
    return rest ? [...steps, { node: rest }] : steps
  }

  #open(found: { kind: SectionKind; title: string; number: string | null }, depth: number, span?: Span): Step {
    const { kind, title, number } = found
    if (!span) return { open: { kind, title, number, depth } }
    const tight = this.#tight(span)
    const heading: Heading = {
      type: 'heading',
      depth: Math.min(6, Math.max(1, depth)) as Heading['depth'],
      children: [textNode(quote(this.#paper, tight))],
      position: positionOf(tight, this.#starts),
    }
    return { open: { kind, title, number, depth, heading } }
  }

  #paragraph(span: Span): Paragraph | undefined {
    const tight = this.#tight(span)
    if (tight.start >= tight.end) return undefined
    return {
      type: 'paragraph',
      children: [textNode(quote(this.#paper, tight))],
      position: positionOf(tight, this.#starts),
    }
  }

  #list(list: List, items: ListItem[]): List {
    const start = spanOf(items[0] ?? list).start
    const end = spanOf(items.at(-1) ?? list).end
    return { ...list, children: items, position: positionOf({ start, end }, this.#starts) }
  }

  #tight(span: Span): Span {
    const words = quote(this.#paper, span)
    const lead = words.length - words.trimStart().length
    return { start: span.start + lead, end: span.start + Math.max(lead, words.trimEnd().length) }
  }

  #textOf(node: RootContent | undefined): string | undefined {
    return node?.position && node.type !== 'list' ? quote(this.#paper, spanOf(node)) : undefined
  }
}

function linesIn(paper: PaperDocument, span: Span): Span[] {
  const lines: Span[] = []
  for (let start = span.start; start <= span.end; ) {
    const stop = paper.text.indexOf('\n', start)
    const end = stop < 0 || stop > span.end ? span.end : stop
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}
