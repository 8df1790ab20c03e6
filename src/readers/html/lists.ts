/**
 * The markers a browser prints before list items: `1.`, `a)`, `•`.
 *
 * Numbers carry a dot, letters and Roman numerals a bracket, as papers print them. A list without signs
 * (`list-style: none`) has none here either.
 */
import { fold } from './fold.ts'
import type { Shown, ShownNode } from './shown.ts'

/** The children of a list with their markers; a child that is no item has none. */
export function markersOf(list: Shown): { child: ShownNode; marker?: string }[] {
  const kind = kindOf(list)
  let number = wholeNumber(list.props.start) ?? 1
  return list.children
    .filter((child) => typeof child !== 'string' || fold(child) !== '')
    .map((child) => {
      if (typeof child === 'string' || child.tag !== 'li') return { child }
      number = wholeNumber(child.props.value) ?? number
      const own = /list-style(?:-type)?\s*:\s*([a-z-]{1,30})/i.exec(child.props.style ?? '')?.[1]
      return { child, marker: marker(own ?? child.props.type ?? kind, number++) }
    })
}

function kindOf(list: Shown): string {
  const styled = /list-style(?:-type)?\s*:\s*([a-z-]{1,30})/i.exec(list.props.style ?? '')?.[1]
  return styled ?? list.props.type ?? (list.tag === 'ol' ? '1' : 'disc')
}

function marker(kind: string, number: number): string {
  switch (kind) {
    case '1':
    case 'decimal':
      return `${number}.`
    case 'a':
    case 'lower-alpha':
    case 'lower-latin':
      return `${letters(number)})`
    case 'A':
    case 'upper-alpha':
    case 'upper-latin':
      return `${letters(number).toUpperCase()})`
    case 'i':
    case 'lower-roman':
      return `${roman(number)})`
    case 'I':
    case 'upper-roman':
      return `${roman(number).toUpperCase()})`
    case 'none':
      return ''
    default:
      return '•'
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,6}$/.test(text.trim()) ? Number(text) : undefined
}

function letters(number: number): string {
  let text = ''
  for (let rest = Math.max(1, number); rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(97 + ((rest - 1) % 26)) + text
  }
  return text
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  let rest = Math.max(1, Math.min(3999, number))
  let text = ''
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign
  }
  return text
}
