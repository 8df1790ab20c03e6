/**
 * Labels broken over two lines of a narrow column (`Vorlagen-` / `Nummer:`, `Ressort /` / `Stadtbetrieb`), with the
 * value beside them, on either line or on both.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Source: Word forms and PDF tables with a column of labels on the left.
 */
import type { Span } from '../document.ts'
import { type Cell, type Label, type Part, wholeLabel } from './label-parts.ts'
import { cellsOf, type Line } from './lines.ts'
import { isPaperNumber } from './paper-number.ts'

/** A label put together again, with its value if there is one; the second line belongs to it. */
export function tornLabel(text: string, line: Line, next: Line | undefined): Part | undefined {
  if (!next || next.gap || next.start - line.end > 4) return undefined
  const [first, ...beside] = cellsOf(text, line)
  const [second, ...below] = cellsOf(text, next)
  if (!first || !second || beside.length > 1 || below.length > 1) return undefined
  const [head, glued] = headOf(first)
  if (!head) return undefined
  for (const rest of restsOf(second)) {
    const label = labelOf(head, rest, first)
    if (!label) continue
    const more = tail(second, rest)
    const cells = [glued, beside[0], more, below[0]].filter((cell): cell is Cell => Boolean(cell?.text))
    if (label.field === 'nummer' && cells[0] && !isPaperNumber(cells[0].text)) return undefined
    const [from, to] = [cells[0], cells.at(-1)]
    if (!from || !to) return more ? undefined : { label }
    const words = cells.map((cell) => cell.text).join(' ')
    return { label, value: { text: words, start: from.start, end: to.end } }
  }
  return undefined
}

/** The first half of a label: it ends in a hyphen or stroke; a number may stand right behind the hyphen. */
function headOf(cell: Cell): [head: string | undefined, glued: Cell | undefined] {
  if (/^\p{Lu}[\p{L} ]{2,30}(?:-| ?\/)$/u.test(cell.text)) return [cell.text, undefined]
  const apart = /^(?<head>\p{Lu}\p{L}{3,20}-) (?<value>\S.*)$/u.exec(cell.text)?.groups
  if (apart?.head && apart.value)
    return [apart.head, { text: apart.value, start: cell.end - apart.value.length, end: cell.end }]
  const glued = /^(?<head>\p{Lu}\p{L}{3,20}-)(?<value>(?=\S*\d)\p{Lu}?\S+)$/u.exec(cell.text)?.groups
  if (!glued?.head || !glued.value || !isPaperNumber(glued.value)) return [undefined, undefined]
  return [glued.head, { text: glued.value, start: cell.end - glued.value.length, end: cell.end }]
}

/** What of a cell could be the second half: all of it, or its first word. */
function restsOf(cell: Cell): string[] {
  const word = /^\p{L}+:?(?= )/u.exec(cell.text)?.[0]
  return word ? [cell.text, word] : [cell.text]
}

function labelOf(head: string, rest: string, at: Span): Label | undefined {
  const bare = head.replace(/ ?[-/]$/, '')
  const joined = head.endsWith('-') ? [bare + rest.toLowerCase(), `${bare}-${rest}`] : [`${bare}/${rest}`]
  for (const words of joined) {
    const label = wholeLabel({ text: words, start: at.start, end: at.end })
    if (label) return label
  }
  return undefined
}

function tail(cell: Cell, rest: string): Cell | undefined {
  if (rest === cell.text) return undefined
  const words = cell.text.slice(rest.length).trim()
  return { text: words, start: cell.end - words.length, end: cell.end }
}
