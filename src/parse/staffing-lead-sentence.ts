/**
 * The sentence that leads to a table: the last one of the block above it.
 */
import { sentencesIn } from './sentence.ts'
import { viewOf } from './staffing-view.ts'

/** How far back it is looked for. */
const LONGEST = 500

/** The last sentence of what stands above, white space as blanks. */
export function leadSentence(above: string): string {
  const words = viewOf(above).trim().slice(-LONGEST)
  const last = sentencesIn(words, { start: 0, end: words.length }).at(-1)
  return last ? words.slice(last.start, last.end) : words
}
