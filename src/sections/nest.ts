/**
 * The flat tree of a reader becomes nested, named sections.
 *
 * A heading known by its words begins a section of that kind, never within another; any other heading begins one of
 * kind `sonstige`, within the section before it if it is deeper. What stands before the first heading is `kopf`. The
 * text is not changed.
 */
import type { Heading, Root } from 'mdast'
import { type PaperDocument, type SectionNode, spanOf } from '../document.ts'
import { lineStartsOf, positionOf } from '../position.ts'
import type { Profile } from '../profiles/profile.ts'
import { SHAPED } from './headings.ts'
import { type Opening, stepsOf } from './steps.ts'

/** Nest the tree of a document. */
export function nest(paper: PaperDocument, profile: Pick<Profile, 'headings'>): Root {
  const starts = lineStartsOf(paper.text)
  const steps = stepsOf(paper, profile)
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
    if (step.open.kind !== 'sonstige' && step.open.heading && continues(paper, stack, step.open)) {
      const point = sectionOf({ ...step.open, depth: (stack[0]?.depth ?? 1) + 1 })
      point.children.push(step.open.heading)
      stack.splice(1)
      stack[0]?.children.push(point)
      stack.push(point)
      continue
    }
    const section = sectionOf(leaves(step.open, stack) ? { ...step.open, depth: 1 } : step.open)
    if (step.open.heading) section.children.push(step.open.heading)
    while (stack.length && (section.kind !== 'sonstige' || (stack.at(-1)?.depth ?? 0) >= section.depth)) stack.pop()
    const parent = stack.at(-1)
    if (parent && parent !== first && parent.kind !== 'kopf') parent.children.push(section)
    else root.children.push(section)
    stack.push(section)
  }
  root.children = root.children.filter((node) => node !== first || first.children.length > 0)
  for (const node of root.children) if (node.type === 'section') place(node, starts)
  return root
}

/** How far into a text an unknown heading still belongs to the head. */
const HEAD = 2500

/** Headings without a known name before the first named section (title, "Grunddaten") belong to the head. */
function isHead(paper: PaperDocument, inner: SectionNode, heading: Heading): boolean {
  return inner.kind === 'kopf' && spanOf(heading).start < Math.min(HEAD, paper.text.length / 2)
}

/** A numbered heading within a proposal that counts on from its points ("I. …", then "II. Finanzielle Auswirkungen"). */
function continues(paper: PaperDocument, stack: readonly SectionNode[], open: Opening): boolean {
  const proposal = stack[0]
  const before = numberBefore(open.number)
  if (proposal?.kind !== 'beschlussvorschlag' || !before || !open.heading || numberBefore(proposal.number)) return false
  if (/^I[.)]$/.test(proposal.number ?? '') && /^[IVX]/.test(before)) return false
  const from = proposal.children[0]?.position?.end.offset ?? 0
  const lines = paper.text.slice(from, spanOf(open.heading).start).split('\n')
  return lines.some((line) => line.trimStart().startsWith(`${before} `))
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII']

function numberBefore(number: string | null): string | undefined {
  const match = /^([IVX]+|\d{1,2})([.)])$/.exec(number ?? '')
  if (!match?.[1]) return undefined
  const before = /\d/.test(match[1]) ? String(Number(match[1]) - 1) : ROMAN[ROMAN.indexOf(match[1]) - 1]
  return before && before !== '0' ? `${before}${match[2]}` : undefined
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
