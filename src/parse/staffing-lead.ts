/**
 * Heading lines that stand in one paragraph with the sentence below them.
 *
 * Units: offsets into the paragraph.
 */
import type { Span } from '../document.ts'

/** "3.1 Bestand", "Begründung:": a line above what follows. */
const HEADING =
  /^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}\.? \p{Lu}[^.!?:;]{2,70}|[a-z]\) \p{Lu}[^.!?:;,]{2,60}|\p{Lu}\p{L}{4,30}:)\s*$/u

/** Where the words of a sentence begin behind heading lines ("3.1 Bestand⏎Die Leitung …"). */
export function behindHeadings(raw: string, { start, end }: Span, mention: Span): Span {
  let from = start
  for (let at = start; at < mention.start; ) {
    const stop = raw.indexOf('\n', at)
    if (stop < 0 || stop >= mention.start) break
    if (HEADING.test(raw.slice(at, stop))) from = stop + 1
    at = stop + 1
  }
  return { start: from, end }
}
