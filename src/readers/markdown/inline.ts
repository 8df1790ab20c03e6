/**
 * Phrasing content to the text that is printed: marks go, words stay, line breaks stay line breaks.
 *
 * A single star within a word is a star of the paper (`Bürger*innen`, `2*3`), whatever Markdown makes of it; a tag no
 * HTML knows is text (`<Betrag>`).
 */
import type { PhrasingContent } from 'mdast'
import { fold } from '../html/fold.ts'

/** The lines of phrasing content; `source` is the text its positions point into. */
export function linesOfPhrasing(nodes: readonly PhrasingContent[], source: string): string[] {
  const text = nodes.map((node) => printed(node, source)).join('')
  return withBoxes(text)
    .split('\n')
    .map(fold)
    .filter((line) => line !== '')
}

/** Is every word of this bold? */
export function isStrong(nodes: readonly PhrasingContent[]): boolean {
  const filled = nodes.filter((node) => node.type !== 'text' || /[\p{L}\p{N}]/u.test(node.value))
  return (
    filled.length > 0 &&
    filled.every((node) => node.type === 'strong' || (node.type === 'emphasis' && isStrong(node.children)))
  )
}

/** `[x]` and `[ ]` standing alone are boxes. */
function withBoxes(text: string): string {
  return text.replace(/(?<![^\s(])\[([xX ])\](?=\s|$)/g, (_, mark: string) => (mark === ' ' ? '☐' : '☒'))
}

function printed(node: PhrasingContent, source: string): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value
    case 'break':
      return '\n'
    case 'html':
      return printedTag(node.value)
    case 'image':
    case 'imageReference':
      return ''
    case 'footnoteReference':
      return `[${node.label ?? node.identifier}]`
    case 'emphasis':
      return aroundStar(node, source, node.children.map((child) => printed(child, source)).join(''))
    case 'linkReference':
    case 'link':
    case 'strong':
    case 'delete':
      return node.children.map((child) => printed(child, source)).join('')
    default:
      return ''
  }
}

/** Emphasis that begins or ends within a word is none: its stars are printed. */
function aroundStar(node: PhrasingContent, source: string, text: string): string {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  if (start === undefined || end === undefined) return text
  const before = start > 0 ? source.slice(start - 1, start) : ''
  const after = source.slice(end, end + 1)
  const isWithin = /[\p{L}\p{N}€%]/u.test(before) || /[\p{L}\p{N}]/u.test(after)
  const mark = source.slice(start, start + 1)
  return isWithin ? `${mark}${text}${mark}` : text
}

const TAG =
  /^<\/?(?:a|abbr|b|big|cite|code|del|div|em|font|i|ins|label|li|mark|o:p|ol|p|s|small|span|strong|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|wbr|img|form|center|h[1-6])(?:[\s/][^>]{0,2000})?>$/i

function printedTag(tag: string): string {
  if (/^<br\s{0,3}\/?>$/i.test(tag)) return '\n'
  if (/^<input\s[^>]{0,500}type\s{0,3}=\s{0,3}["']?(?:checkbox|radio)/i.test(tag))
    return /\schecked\b/i.test(tag) ? ' ☒ ' : ' ☐ '
  if (tag.startsWith('<!--')) return ''
  return TAG.test(tag) ? '' : tag
}
