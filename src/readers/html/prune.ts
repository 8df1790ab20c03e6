/**
 * Part a page into the paper and the site around it: what is navigation leaves the text and is kept as furniture.
 *
 * First single elements are taken out; then, if a `<main>` or an element named like one holds most of what is left,
 * what stands outside it goes too, but for tables, fields of the head and, if the main part has none, the page's heading.
 */
import type { Furniture } from '../../document.ts'
import { fold } from './fold.ts'
import { factsOf, isNavigation, type PageFacts } from './navigation.ts'
import { isLabel } from './pairs.ts'
import { element, elementsIn, type Shown, type ShownNode, wordsOf } from './shown.ts'
import { summaryOf } from './summary.ts'

export interface Pruned {
  readonly content: Shown
  readonly furniture: readonly Furniture[]
}

/** Take the site out of a page. */
export function prune(body: Shown): Pruned {
  const removed: string[] = []
  const kept = without(body, [], factsOf(body), removed)
  const main = mainOf(kept)
  const content = main ? onlyMain(kept, main, removed) : kept
  return { content, furniture: removed.map((text) => ({ kind: 'navigation', page: null, text })) }
}

function without(node: Shown, parents: readonly Shown[], facts: PageFacts, removed: string[]): Shown {
  const children: ShownNode[] = []
  for (const child of node.children) {
    if (typeof child === 'string') children.push(child)
    else if (isNavigation(child, [...parents, node], facts)) drop(child, removed, children)
    else children.push(without(child, [...parents, node], facts, removed))
  }
  return { ...node, children }
}

/** What is taken out of a line leaves a blank, so that the words around it do not grow together. */
function drop(node: Shown, removed: string[], rest: ShownNode[]): void {
  const text = fold(wordsOf(node))
  if (text === '') return
  removed.push(text)
  rest.push(' ')
}

const MAIN_NAME =
  /^(?:main|main[-_]?content|content|content[-_]?main|page[-_]?content|contentbereich|inhalt(?:sbereich)?|seiteninhalt|allriscontainer|readout|rim[-_]?content|ris[-_]?content|smc[-_]?content|smccontent)$/i
const BULK = 0.6

/** The outermost element that is the main part and holds the bulk of the words that are no links. */
function mainOf(body: Shown): Shown | undefined {
  const all = plainLength(body)
  const isBulk = (node: Shown) => plainLength(node) >= all * BULK
  const nodes = [...elementsIn(body)].filter((node) => node !== body)
  const marked = nodes.find((node) => (node.tag === 'main' || node.props.role === 'main') && isBulk(node))
  return marked ?? nodes.find((node) => node.names.some((name) => MAIN_NAME.test(name)) && isBulk(node))
}

function plainLength(node: Shown): number {
  const { signs, linked } = summaryOf(node)
  return signs - linked
}

function onlyMain(body: Shown, main: Shown, removed: string[]): Shown {
  const hasHeading = holds(main, (node) => node.tag === 'h1')
  const isPart = (node: Shown): boolean =>
    node === main || node.tag === 'table' || node.tag === 'dl' || (!hasHeading && node.tag === 'h1') || isField(node)
  const keep = (node: Shown): ShownNode[] => {
    if (isPart(node)) return [node]
    if (holds(node, isPart)) {
      return [
        element(
          node.tag,
          node.props,
          node.children.flatMap((child) => (typeof child === 'string' ? strip(child) : keep(child))),
        ),
      ]
    }
    return strip(node)
  }
  const strip = (node: ShownNode): ShownNode[] => {
    const text = fold(wordsOf(node))
    if (text) removed.push(text)
    return []
  }
  return { ...body, children: keep(body).flatMap((node) => (typeof node === 'string' ? [node] : node.children)) }
}

/** Two boxes, the first a label with its colon: a field of the paper's head, set beside the main part. */
function isField(node: Shown): boolean {
  const parts = node.children.filter((child) => typeof child !== 'string' || fold(child) !== '')
  const [label, value] = parts
  if (parts.length !== 2 || !label || !value || typeof label === 'string' || typeof value === 'string') return false
  const { signs, linked } = summaryOf(value)
  return signs > 0 && signs < LONG_VALUE && linked === 0 && isLabel(wordsOf(label))
}

/** A value longer than this is a text of its own. */
const LONG_VALUE = 400

function holds(node: Shown, test: (inner: Shown) => boolean): boolean {
  for (const inner of elementsIn(node)) if (test(inner)) return true
  return false
}
