/**
 * The lines of a stretch of text with their places.
 *
 * Units: offsets are UTF-16 code units into the text.
 */
import type { Span } from '../document.ts'

/** A line without the blanks around it; the tabs of empty cells stay. */
export interface Line extends Span {
  readonly text: string
  /** Is it parted from the line before by an empty line? The first line of a stretch is. */
  readonly gap: boolean
}

/** The lines of a stretch that hold something. */
export function linesOf(text: string, span: Span = { start: 0, end: text.length }): Line[] {
  const lines: Line[] = []
  let gap = true
  let at = span.start
  for (const raw of text.slice(span.start, span.end).split('\n')) {
    const outer = raw.startsWith(' ') || raw.endsWith(' ')
    const words = raw.trim() ? (outer ? raw.replace(/^ +| +$/g, '') : raw) : ''
    if (words) {
      const start = at + raw.indexOf(words)
      lines.push({ text: words, start, end: start + words.length, gap })
    }
    gap = words === ''
    at += raw.length + 1
  }
  return lines
}

/** The cells of a line of a table, with their places; a line without tabs is one cell. */
export function cellsOf(text: string, line: Span): (Span & { readonly text: string })[] {
  let at = line.start
  return text
    .slice(line.start, line.end)
    .split('\t')
    .map((raw) => {
      const words = raw.trim()
      const start = at + (words ? raw.indexOf(words) : 0)
      at += raw.length + 1
      return { text: words, start, end: start + words.length }
    })
}
