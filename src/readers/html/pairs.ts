/**
 * Labels and their values: `<dl>`, pairs of boxes, rows of form tables; each pair becomes a paragraph "Label: Value".
 */
import { type Draft, paragraph } from '../drafts.ts'
import { draftsOf, linesWithMarker } from './flow.ts'
import { fold } from './fold.ts'
import { isInline, type Shown, type ShownNode, wordsOf } from './shown.ts'

/** Above this the value is a text of its own: the label stands on a line above it. */
const MAX_VALUE = 500
const MAX_LABEL = 80

/** The label and value of a pair as blocks. */
export function pairDrafts(label: string, values: readonly Draft[]): Draft[] {
  const words = fold(label).replace(/\s*:+$/, '')
  if (!words) return [...values]
  const head = /[.!?…)\]]$/.test(words) && !fold(label).endsWith(':') && /[.!?]$/.test(words) ? words : `${words}:`
  if (values.length === 0) return [{ block: paragraph([head]) }]
  const isText = values.every((value) => value.block.type === 'paragraph')
  const lines = values.flatMap(linesWithMarker)
  if (!isText || lines.join(' ').length > MAX_VALUE) return [{ block: paragraph([head]) }, ...values]
  const [first = '', ...rest] = lines
  return [{ block: paragraph([`${head} ${first}`, ...rest]) }]
}

/** Does this read as a label: short, one line, ending in a colon? */
export function isLabel(text: string): boolean {
  const words = fold(text)
  return words.length <= MAX_LABEL && /\p{L}.{0,80}:$/u.test(words)
}

/** The pairs of a definition list; a term with several values has them on lines of one paragraph. */
export function definitionPairs(list: Shown): Draft[] {
  const parts = list.children.flatMap((child) =>
    typeof child !== 'string' && child.tag === 'div' ? child.children : [child],
  )
  const drafts: Draft[] = []
  let label: string[] = []
  let values: Draft[] = []
  const close = () => {
    drafts.push(...pairDrafts(label.join(', '), values))
    label = []
    values = []
  }
  for (const part of parts) {
    if (typeof part !== 'string' && part.tag === 'dt') {
      if (values.length) close()
      const words = fold(wordsOf(part))
      if (words) label.push(words)
    } else if (typeof part !== 'string' && part.tag === 'dd') {
      values.push(...draftsOf(part.children))
      if (!label.length && values.length) close()
    } else if (typeof part === 'string' ? fold(part) : true) {
      if (label.length || values.length) close()
      drafts.push(...draftsOf([part]))
    }
  }
  if (label.length || values.length) close()
  return drafts
}

const LABEL_NAME = /(?:^|[-_])(?:label|key|name|title|term|bezeichnung|colhead|head)(?:$|[-_])|Title$|Label$/
const COLUMN_NAME =
  /^(?:col|column|grid|cell|spalte|small|medium|large|xs|sm|md|lg)[-_\d]|^(?:col|cell|label|value|wert|key)$|[-_](?:col|cell|label|value)$|Label$|Value$/i

/** Two boxes side by side, the first of them a label: a form set without a table. */
export function pairOfBoxes(node: Shown): Draft[] | undefined {
  if (isInline(node)) return undefined
  const parts = node.children.filter((child) => typeof child !== 'string' || fold(child) !== '')
  const [label, value] = parts
  if (parts.length !== 2 || !isBox(label) || !isBox(value)) return undefined
  const words = fold(wordsOf(label))
  if (!words || words.length > MAX_LABEL || holdsBlocks(label)) return undefined
  const [only, ...others] = label.children.filter((child) => typeof child !== 'string' || fold(child) !== '')
  const isMarked =
    only !== undefined && typeof only !== 'string' && !others.length && /^(?:label|strong|b)$/.test(only.tag)
  const isNamed = isMarked || label.tag === 'label' || label.names.some((name) => LABEL_NAME.test(name))
  if (!isLabel(words) && !isNamed) return undefined
  const isSideBySide = [label, value].every(
    (box) => box.tag === 'label' || box.names.some((name) => COLUMN_NAME.test(name)),
  )
  return isSideBySide && !holdsHeading(value) ? pairDrafts(words, draftsOf(value.children)) : undefined
}

function isBox(node: ShownNode | undefined): node is Shown {
  return node !== undefined && typeof node !== 'string' && /^(?:div|span|label|strong|b|p)$/.test(node.tag)
}

function holdsBlocks(node: Shown): boolean {
  return node.children.some((child) => typeof child !== 'string' && (!isInline(child) || holdsBlocks(child)))
}

function holdsHeading(node: Shown): boolean {
  return node.children.some((child) => typeof child !== 'string' && (/^h[1-6]$/.test(child.tag) || holdsHeading(child)))
}
