/**
 * What an element holds, counted once: asked for every element of a page, it must not be counted anew each time.
 *
 * Units: letters and digits.
 */
import { fold } from './fold.ts'
import { type Shown, wordsOf } from './shown.ts'

export interface Summary {
  readonly signs: number
  /** Signs in links, buttons and choices. */
  readonly linked: number
  /** Links that say something. */
  readonly links: number
  /** Links to a place within the page, their words no note sign and no line of a printed table of contents. */
  readonly jumps: number
  /** Column heads or lists of labels and values. */
  readonly hasTable: boolean
  readonly hasHeading: boolean
}

const known = new WeakMap<Shown, Summary>()

/** Count what an element holds. */
export function summaryOf(node: Shown): Summary {
  const before = known.get(node)
  if (before) return before
  const summary = summarise(node)
  known.set(node, summary)
  return summary
}

function summarise(node: Shown): Summary {
  const inner = node.children.flatMap((child) => (typeof child === 'string' ? [] : [summaryOf(child)]))
  const words = node.children.map((child) => (typeof child === 'string' ? child : '')).join('')
  const sum = (key: 'signs' | 'linked' | 'links' | 'jumps') => inner.reduce((total, part) => total + part[key], 0)
  const some = (key: 'hasTable' | 'hasHeading') => inner.some((part) => part[key])
  const signs = signsOf(words) + sum('signs')
  const isLink = node.tag === 'a' && fold(wordsOf(node)) !== ''
  const isLinked = node.tag === 'a' || node.tag === 'button' || node.tag === 'select'
  return {
    signs,
    linked: isLinked ? signs : sum('linked'),
    links: sum('links') + (isLink ? 1 : 0),
    jumps: sum('jumps') + (isLink && isJump(node) ? 1 : 0),
    hasTable: node.tag === 'th' || node.tag === 'dl' || some('hasTable'),
    hasHeading: /^h[1-6]$/.test(node.tag) || some('hasHeading'),
  }
}

function isJump(link: Shown): boolean {
  return /^#(?!_Toc).+/.test(link.props.href ?? '') && /\p{L}{3}/u.test(wordsOf(link))
}

function signsOf(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length
}
