/**
 * The lines of a stretch of text, as a person would break them: at line ends, and, where a whole paper stands on one
 * line, before every heading word that a colon follows.
 *
 * Source: papers whose line ends text extraction has lost.
 */
import type { SectionKind, Span } from '../document.ts'
import { kindOfHeading } from './vocabulary.ts'

/** Longer lines than this hold more than a paragraph. */
const LONG = 500
const WORDS = 6

/** The lines of a span of the text. */
export function linesIn(text: string, span: Span, extra: Readonly<Record<string, SectionKind>>): Span[] {
  const lines: Span[] = []
  for (let start = span.start; start <= span.end; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 || stop > span.end ? span.end : stop
    lines.push(...(end - start > LONG ? brokenAtHeadings(text, { start, end }, extra) : [{ start, end }]))
    start = end + 1
  }
  return lines
}

function brokenAtHeadings(text: string, line: Span, extra: Readonly<Record<string, SectionKind>>): Span[] {
  const cuts = [line.start]
  for (
    let colon = text.indexOf(':', line.start);
    colon >= 0 && colon < line.end;
    colon = text.indexOf(':', colon + 1)
  ) {
    const from = headingBefore(text, Math.max(line.start, cuts.at(-1) ?? 0), colon, extra)
    if (from !== undefined && from > line.start) cuts.push(from)
  }
  if (cuts.length < 3) return [line]
  return cuts.map((start, at) => ({ start, end: cuts[at + 1] ?? line.end }))
}

/** Where the heading word before a colon begins: the longest that is known, of at most six words. */
function headingBefore(
  text: string,
  from: number,
  colon: number,
  extra: Readonly<Record<string, SectionKind>>,
): number | undefined {
  const words = [...text.slice(Math.max(from, colon - 90), colon).matchAll(/\S+/g)].slice(-WORDS)
  const offset = Math.max(from, colon - 90)
  for (const word of words) {
    const start = offset + word.index
    const kind = /^\p{Lu}/u.test(word[0]) ? kindOfHeading(text.slice(start, colon), extra) : undefined
    if (kind && kind !== 'formular' && kind !== 'inhalt') return start
  }
  return undefined
}
