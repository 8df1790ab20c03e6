/**
 * The steps through a flat tree: which nodes open a section, which belong to the open one. A paragraph, list or
 * heading that holds a heading line is divided.
 */
import type { Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import { type PaperDocument, quote, rowsOf, type SectionKind, type Span, spanOf, textNode } from '../document.ts'
import { lineStartsOf, positionOf } from '../position.ts'
import type { Profile } from '../profiles/profile.ts'
import { brokenHeading, LETTERHEAD, namedHeading, shapedHeading, titleOf } from './headings.ts'
import { labelledParts } from './label-rows.ts'
import { linesIn } from './lines.ts'
import { isCellBelow, isColumnHead, isMidSentence, isRoleOfStep } from './no-headings.ts'
import { areConsultationHeads, kindOfHeading } from './vocabulary.ts'

export interface Opening {
  readonly kind: SectionKind
  readonly title: string
  readonly number: string | null
  readonly depth: number
  readonly heading?: Heading
}

export type Step = { readonly open: Opening } | { readonly node: RootContent }

/** The steps of a document in reading order. */
export function stepsOf(paper: PaperDocument, profile: Pick<Profile, 'headings'>): Step[] {
  const maker = new Maker(paper, profile, lineStartsOf(paper.text))
  return paper.tree.children.flatMap((node, at) => maker.steps(node, paper.tree.children[at + 1]))
}

/** How a resolution is asked for. */
const PETITION =
  /^\s*(?:Der|Die|Das) \p{Lu}[\p{L} -]{2,50} (?:wird (?:gebeten|beauftragt|ermächtigt)|wolle|möge|nimmt|beschließt|stimmt|empfiehlt|beauftragt|genehmigt|bestellt|wählt)(?!\p{L})/u

/** Depth of a section without a heading line of its own: every heading ends it. */
const DEEPEST = 6

/** The depth at which most headings known by their words stand in a tree; 1 if the reader marked none. */
function depthOfNamed(paper: PaperDocument, extra: Profile['headings']): number {
  const depths = paper.tree.children.flatMap((node) =>
    node.type === 'heading' && namedHeading(quote(paper, spanOf(node)), LETTERHEAD, extra) ? [node.depth] : [],
  )
  const times = (depth: number): number => depths.filter((other) => other === depth).length
  return depths.reduce<number>((best, depth) => (times(depth) > times(best) ? depth : best), depths[0] ?? 1)
}

/** State to guard: what the steps of one node need of the paper. */
class Maker {
  readonly #paper: PaperDocument
  readonly #extra: Profile['headings']
  readonly #starts: readonly number[]
  /** How deep a heading is that only its words show: as deep as those the reader marked. */
  readonly #depth: number
  /** Whether the row of a form has opened the section we are in. */
  #inForm = false

  constructor(paper: PaperDocument, profile: Pick<Profile, 'headings'>, starts: readonly number[]) {
    this.#paper = paper
    this.#extra = profile.headings
    this.#starts = starts
    this.#depth = depthOfNamed(paper, profile.headings)
  }

  /** Where a line stands; above a petition even an ambiguous word can be nothing but its heading. */
  #placeOf({ start, end }: Span): number {
    return start <= LETTERHEAD && PETITION.test(this.#paper.text.slice(end, end + 120)) ? LETTERHEAD + 1 : start
  }

  steps(node: RootContent, next: RootContent | undefined): Step[] {
    switch (node.type) {
      case 'heading':
        this.#inForm = false
        return this.#heading(node)
      case 'paragraph':
        return this.#paragraph(node, next)
      case 'list':
        return this.#list(node, next)
      case 'table':
        return this.#table(node)
      default:
        return [{ node }]
    }
  }

  #heading(node: Heading): Step[] {
    const span = spanOf(node)
    const words = quote(this.#paper, span)
    const named = namedHeading(words.replaceAll('\n', ' '), this.#placeOf(span), this.#extra)
    if (named && named.length < words.length && named.length > 0) {
      const cut = span.start + named.length
      const rest = this.#piece({ start: cut, end: span.end })
      return [this.#open(named, node.depth, { start: span.start, end: cut }), ...(rest ? [{ node: rest }] : [])]
    }
    if (named?.length === 0) return [this.#open(named, DEEPEST), { node }]
    const kind = named?.kind ?? 'sonstige'
    const number = named?.number ?? /^\s*(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s/.exec(words)?.[1] ?? null
    const title = words.replace(/^\s*\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+/, '').replace(/[\s:,]+$/, '')
    return [{ open: { kind, title, number, depth: node.depth, heading: node } }]
  }

  #paragraph(node: Paragraph, next: RootContent | undefined): Step[] {
    const span = spanOf(node)
    const lines = linesIn(this.#paper.text, span, this.#extra)
    const only = lines.length === 1 ? lines[0] : undefined
    const steps = this.#lines(lines)
    if (steps) return steps
    const shaped =
      only &&
      !isCellBelow(this.#paper, only, this.#extra) &&
      !isColumnHead(this.#paper, only) &&
      shapedHeading(quote(this.#paper, only), this.#textOf(next))
    if (shaped) return [this.#open({ kind: 'sonstige', ...shaped }, shaped.depth, span)]
    return [{ node }]
  }

  #list(node: List, next: RootContent | undefined): Step[] {
    const alone = node.children.length === 1 ? node.children[0] : undefined
    if (alone) {
      const span = spanOf(alone)
      const words = quote(this.#paper, span)
      const numbered = !words.includes('\n') && /^\d/.test(words) && !isCellBelow(this.#paper, span, this.#extra)
      const shaped = numbered ? shapedHeading(words, this.#textOf(next)) : undefined
      const named = namedHeading(words.split('\n')[0] ?? '', this.#placeOf(span), this.#extra)
      if (shaped && !named) return [this.#open({ kind: 'sonstige', ...shaped }, shaped.depth, span)]
    }
    const steps: Step[] = []
    let items: ListItem[] = []
    const flush = (): void => {
      if (items.length) steps.push({ node: this.#sublist(node, items) })
      items = []
    }
    for (const item of node.children) {
      const found = this.#lines(linesIn(this.#paper.text, spanOf(item), this.#extra))
      if (found) {
        flush()
        steps.push(...found)
      } else items.push(item)
    }
    flush()
    return steps
  }

  #table(node: Table): Step[] {
    const labelled = this.#form(node)
    if (labelled) return labelled
    const rows = rowsOf(this.#paper, node).map((row) => row.map((cell) => cell.text))
    const at = rows.findIndex(([first, ...others], row) => row > 0 && first && this.#headsSteps(first, others))
    if (at > 0 && at < rows.length - 1) return this.#divided(node, at)
    const head = rows[0] ?? []
    const found = areConsultationHeads(head)
    if (found)
      return [{ open: { kind: 'beratungsfolge', title: 'Beratungsfolge', number: null, depth: DEEPEST } }, { node }]
    const kind = head[0] && head.length > 1 ? kindOfHeading(head[0], this.#extra) : undefined
    if (kind === 'finanzen')
      return [{ open: { kind, title: titleOf(head[0] ?? ''), number: null, depth: DEEPEST } }, { node }]
    return [{ node }]
  }

  /** A form whose labels open sections; what other labels say behind one is a section without a name. */
  #form(node: Table): Step[] | undefined {
    const parts = labelledParts(this.#paper, node, this.#extra, this.#inForm)
    return parts?.flatMap((part): Step[] => {
      if (part.kind !== undefined) {
        this.#inForm = true
        const content = this.#piece(part.content)
        return [this.#open({ ...part, number: null }, this.#depth, part.label), ...(content ? [{ node: content }] : [])]
      }
      const rows = { node: this.#subtable(node, node.children.slice(part.from, part.to)) }
      return this.#inForm ? [{ open: { kind: 'sonstige', title: '', number: null, depth: this.#depth } }, rows] : [rows]
    })
  }

  /** `Beratungsfolge:` alone in its row. */
  #headsSteps(first: string, others: readonly string[]): boolean {
    return !others.some(Boolean) && kindOfHeading(first, this.#extra) === 'beratungsfolge'
  }

  /** A web page's table that holds the head's rows, then the heading of the steps in a row of its own, then theirs. */
  #divided(node: Table, at: number): Step[] {
    const title = quote(this.#paper, spanOf(node.children[at] ?? node)).trim()
    const above = this.#subtable(node, node.children.slice(0, at))
    const heading = this.#subtable(node, node.children.slice(at, at + 1))
    const rest = this.#subtable(node, node.children.slice(at + 1))
    const named = areConsultationHeads(rowsOf(this.#paper, rest)[0]?.map((cell) => cell.text) ?? [])
    const below = { ...rest, data: { ...rest.data, headRows: named ? 1 : 0 } }
    const open = { kind: 'beratungsfolge', title: titleOf(title), number: null } as const
    return [{ node: above }, this.#open(open, this.#depth, spanOf(heading)), ...this.#table(below)]
  }

  #subtable(table: Table, rows: Table['children']): Table {
    const start = spanOf(rows[0] ?? table).start
    const end = spanOf(rows.at(-1) ?? table).end
    return { ...table, children: rows, position: positionOf({ start, end }, this.#starts) }
  }

  /** Lines with headings among them: the steps; undefined if there are none. */
  #lines(lines: readonly Span[]): Step[] | undefined {
    const steps: Step[] = []
    let from = lines[0]?.start ?? 0
    const end = lines.at(-1)?.end ?? 0
    for (const [at, line] of lines.entries()) {
      if (line.start < from) continue
      const both = brokenHeading(this.#paper.text, line, lines[at + 1], this.#extra)
      const named = both ?? namedHeading(quote(this.#paper, line), this.#placeOf(line), this.#extra)
      if (!named || isMidSentence(this.#paper, lines[at - 1], line) || isRoleOfStep(this.#paper, lines, at)) continue
      if (lines.length === 1 && isCellBelow(this.#paper, line, this.#extra)) continue
      const before = this.#piece({ start: from, end: line.start })
      if (before) steps.push({ node: before })
      steps.push(
        this.#open(
          named,
          named.length ? this.#depth : DEEPEST,
          named.length ? { start: line.start, end: line.start + named.length } : undefined,
        ),
      )
      from = line.start + named.length
    }
    if (!steps.length) return undefined
    const rest = this.#piece({ start: from, end })
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

  #piece(span: Span): Paragraph | undefined {
    const tight = this.#tight(span)
    if (tight.start >= tight.end) return undefined
    return {
      type: 'paragraph',
      children: [textNode(quote(this.#paper, tight))],
      position: positionOf(tight, this.#starts),
    }
  }

  #sublist(list: List, items: ListItem[]): List {
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
