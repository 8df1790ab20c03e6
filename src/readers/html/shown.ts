/**
 * From the parsed page to the tree of what is shown: elements with the few properties reading needs, and strings.
 *
 * Form controls become what they show (`☒`, `☐`, the value of a field), pictures of boxes too; signs of symbol fonts
 * become the signs they look like; a page inside a frame (`srcdoc`) is read where the frame stands. Scripts, styles and
 * the like show nothing and are left out.
 */
import type { Element as HastElement, Nodes } from 'hast'
import { boxOfPicture, fromSymbolFont, plainGlyphs, type SymbolFont, symbolFontOf } from './glyphs.ts'
import { parsePage } from './parse.ts'

/** An element as it is shown. */
export interface Shown {
  readonly tag: string
  /** Class names and id. */
  readonly names: readonly string[]
  /** Attributes, names in lower case without hyphens (`ariahidden`, `colspan`). */
  readonly props: Readonly<Record<string, string>>
  readonly children: readonly ShownNode[]
}

export type ShownNode = Shown | string

const UNSEEN = new Set([
  'script',
  'style',
  'template',
  'meta',
  'link',
  'base',
  'title',
  'head',
  'object',
  'embed',
  'video',
  'audio',
  'canvas',
  'map',
  'datalist',
  'colgroup',
  'col',
  'param',
  'source',
  'track',
  'frame',
  'frameset',
  'noframes',
  'applet',
])
const MAX_FRAMES = 3

/** Turn a parsed node into what it shows. */
export function shownOf(node: Nodes, font?: SymbolFont, frames = 0): ShownNode[] {
  if (node.type === 'text') return [font ? fromSymbolFont(node.value, font) : plainGlyphs(node.value)]
  if (node.type === 'root') return node.children.flatMap((child) => shownOf(child, font, frames))
  if (node.type !== 'element' || UNSEEN.has(node.tagName)) return []
  const props = propsOf(node)
  const inner =
    symbolFontOf(props.style ?? '', props.face ?? '') ?? (/font-family/i.test(props.style ?? '') ? undefined : font)
  const control = controlOf(node, props, frames)
  if (control) return control
  const children = node.children.flatMap((child) => shownOf(child, inner, frames))
  const mark = props.role === 'checkbox' || props.role === 'radio' ? boxFor(props.ariachecked === 'true') : undefined
  return [element(node.tagName, props, mark ? [mark, ...children] : children)]
}

/** An element built from its parts. */
export function element(tag: string, props: Readonly<Record<string, string>>, children: readonly ShownNode[]): Shown {
  const names = `${props.classname ?? ''} ${props.id ?? ''}`.split(/\s+/).filter(Boolean)
  return { tag, names, props, children }
}

/** All words below a node, as they stand; blanks where blocks meet. */
export function wordsOf(node: ShownNode): string {
  if (typeof node === 'string') return node
  if (node.tag === 'br') return ' '
  const inner = node.children.map(wordsOf).join('')
  return INLINE.has(node.tag) ? inner : ` ${inner} `
}

/** The elements below a node, itself included, outer before inner. */
export function* elementsIn(node: ShownNode): Generator<Shown> {
  // Without recursion: pages nest boxes hundreds deep.
  const open: ShownNode[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') continue
    yield next
    for (let at = next.children.length - 1; at >= 0; at--) open.push(next.children[at] ?? '')
  }
}

const INLINE = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'label',
  'mark',
  'nobr',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
  'img',
  'o:p',
  'st1:city',
  'st1:place',
  'st1:metricconverter',
  'rt',
  'ruby',
  'output',
  'meter',
  'progress',
])

/** Does an element run within the line? */
export function isInline(node: Shown): boolean {
  if (/(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i.test(node.props.style ?? '')) return false
  return INLINE.has(node.tag) || node.tag.includes(':')
}

function propsOf(node: HastElement): Record<string, string> {
  const props: Record<string, string> = {}
  for (const [name, value] of Object.entries(node.properties)) {
    if (value === null || value === undefined || value === false) continue
    props[name.toLowerCase()] = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value)
  }
  return props
}

/** What a form control, picture or frame shows; nothing if the node is none of these. */
function controlOf(node: HastElement, props: Record<string, string>, frames: number): ShownNode[] | undefined {
  switch (node.tagName) {
    case 'input':
      return inputOf(props)
    case 'img':
      return [boxOfPicture(`${props.alt ?? ''}`, props.src ?? '') ?? element('img', props, [])]
    case 'svg': {
      const box = boxOfPicture(props.arialabel ?? '', '')
      return box ? [box] : []
    }
    case 'select':
      return [element('select', props, node.children.flatMap((child) => shownOf(child)).filter(isSelected))]
    case 'iframe':
      return props.srcdoc && frames < MAX_FRAMES
        ? [element('div', {}, shownOf(parsePage(props.srcdoc).tree, undefined, frames + 1))]
        : []
    default:
      return undefined
  }
}

function inputOf(props: Record<string, string>): ShownNode[] {
  const type = (props.type ?? 'text').toLowerCase()
  if (type === 'checkbox' || type === 'radio') return [boxFor('checked' in props)]
  if (type === 'hidden' || type === 'file' || type === 'password' || type === 'image') return []
  const value = props.value ?? ''
  const isButton = type === 'button' || type === 'submit' || type === 'reset' || type === 'search'
  return value ? [element(isButton ? 'button' : 'span', props, [value])] : []
}

function boxFor(checked: boolean): string {
  return checked ? ' ☒ ' : ' ☐ '
}

function isSelected(option: ShownNode): boolean {
  return typeof option !== 'string' && [...elementsIn(option)].some((inner) => 'selected' in inner.props)
}
