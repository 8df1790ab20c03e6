/**
 * Groups of lines that belong together: between blank lines, over the end of a page where a sentence goes on, apart
 * from headings that stand on a line of their own in wrapped text.
 */
import { endsBroken } from '../hyphen.ts'
import { markerOf } from './items.ts'
import { isBlank, type TextLine } from './lines.ts'

/** Part lines into groups; footnotes between two halves of a sentence go behind it. */
export function chunksOf(lines: readonly TextLine[], width: number | undefined): TextLine[][] {
  return aroundFootnotes(gather(lines, width).flatMap((chunk) => offHeadings(chunk, width)))
}

/** The width at which the lines of running text are wrapped, in characters; undefined if they are not wrapped. */
export function wrapWidth(lines: readonly TextLine[]): number | undefined {
  const lengths = lines.map(({ text }) => text.trim().length).filter((length) => length > 40)
  const width = lengths.sort((a, b) => a - b)[Math.floor(lengths.length * 0.9)]
  return width !== undefined && width >= 60 && width <= 135 ? width : undefined
}

/**
 * Part a group of wrapped lines behind lines that are headings by their shape: they end although the next word would
 * have fitted, hold no sentence, and running text follows.
 */
function offHeadings(chunk: readonly TextLine[], width: number | undefined): TextLine[][] {
  if (width === undefined) return [[...chunk]]
  const groups: TextLine[][] = []
  let open: TextLine[] = []
  for (const [at, line] of chunk.entries()) {
    const next = chunk[at + 1]?.text.trim() ?? ''
    const before = chunk[at - 1]?.text
    const text = line.text.trim()
    const room = text.length + (next.split(' ')[0]?.length ?? 0) + 1 < width * 0.85
    const heading =
      room && text.length < width * 0.7 && next.length > width * 0.75 && isHeadingShaped(text, next, before)
    if (heading && open.length) {
      groups.push(open)
      open = []
    }
    open.push(line)
    if (heading) {
      groups.push(open)
      open = []
    }
  }
  if (open.length) groups.push(open)
  return groups
}

function isHeadingShaped(text: string, next: string, before: string | undefined): boolean {
  if (!/^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s+)?\p{Lu}[^\t☐☒€:]{3,}[\p{L}\d)“"]$/u.test(text)) return false
  if (/\S {3,}\S/.test(text) || !/^[„"(]?\p{Lu}/u.test(next) || /\d{2}\.\d{2}\.\d{2}/.test(text)) return false
  return before === undefined || /[.!?:]\s*$/.test(before)
}

/** Groups of lines between blank lines; an unfinished sentence holds two groups together. */
function gather(lines: readonly TextLine[], width: number | undefined): TextLine[][] {
  const chunks: TextLine[][] = []
  let open: TextLine[] = []
  let gap = false
  for (const line of lines) {
    if (isBlank(line.text)) {
      gap = gap || open.length > 0
      continue
    }
    const last = open.at(-1)
    if (gap || line.afterBreak) {
      if (last && !goesOn(last.text, line, width)) {
        chunks.push(open)
        open = []
      }
    }
    open.push(line)
    gap = false
  }
  if (open.length) chunks.push(open)
  return chunks
}

const FOOTNOTE = /^\s*[\u00b9\u00b2\u00b3\u2070-\u2079]/u

/** Footnotes between the two halves of a sentence (at a page's end) go behind it. */
function aroundFootnotes(chunks: readonly TextLine[][]): TextLine[][] {
  const out: TextLine[][] = []
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at] ?? []
    let next = at + 1
    while (FOOTNOTE.test(chunks[next]?.[0]?.text ?? '')) next++
    const rest = chunks[next]
    const [last, first] = [chunk.at(-1), rest?.[0]]
    const divided =
      next > at + 1 &&
      !FOOTNOTE.test(chunk[0]?.text ?? '') &&
      last &&
      first &&
      rest &&
      runsOn(last.text, first.text, true)
    out.push(divided ? [...chunk, ...rest] : chunk)
    if (divided) {
      out.push(...chunks.slice(at + 1, next))
      at = next
    }
  }
  return out
}

/** A full line of a text that is not wrapped, in characters. */
const UNWRAPPED = 110

/** Over an empty line a sentence goes on only behind a line that is full; over a page's end also behind a shorter one. */
function goesOn(before: string, line: TextLine, width: number | undefined): boolean {
  const pageBreak = line.afterBreak ?? false
  const full = pageBreak || endsBroken(before.trimEnd()) || before.trim().length >= (width ?? UNWRAPPED) * 0.7
  return full && runsOn(before, line.text, pageBreak)
}

/** Does the sentence of one line go on in another although something stood between? */
function runsOn(before: string, after: string, pageBreak: boolean): boolean {
  if (before.includes('\t') || after.includes('\t') || markerOf(after)) return false
  if (FOOTNOTE.test(after)) return false
  const lower = /^\s*\p{Ll}/u.test(after)
  if (endsBroken(before.trimEnd()) && lower) return true
  if (/[.:;!?)“"]\s*$/.test(before) || before.trim().length < 45) return false
  return lower || (pageBreak && !/^\s*[\p{L} /-]{2,40}:/u.test(after))
}
