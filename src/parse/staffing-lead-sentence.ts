/**
 * The sentence that leads to a table: the last one of the block above it.
 */
import { sentencesIn } from './sentence.ts'
import { viewOf } from './staffing-view.ts'

/** How far back it is looked for. */
const LONGEST = 500

/** A line that ends with several numbers is the row of another table. */
const ROW = /(?:^|\s)[+-]?\d[\d.,]{0,12}\s+[+-]?\d[\d.,]{0,12}\s*$/

/** The last sentence of what stands above, white space as blanks. */
export function leadSentence(above: string): string {
  const lines = above.trim().slice(-LONGEST).split('\n')
  const words = viewOf(
    lines.slice(lines.findLastIndex((line, at) => at < lines.length - 1 && ROW.test(line)) + 1).join(' '),
  )
  const last = sentencesIn(words, { start: 0, end: words.length }).at(-1)
  return last ? words.slice(last.start, last.end) : words
}
