/**
 * The words around a table that say what its numbers are: the line directly above it, the note directly below it, and the
 * sentence that leads it in ("… in der Übersicht (Angaben in Tsd. Euro):"), also where lines were broken within the unit,
 * or the heads of the columns or the mark of a new page stand between.
 *
 * Never guesses: a sentence that does not lead in and does not speak of its figures says nothing of the table.
 */
import { sentenceAt } from '../../src/parse/sentence.ts'
import type { Placed } from './blocks.ts'

/** A note longer than this is running text; only its nearest part is read. */
const NOTE = 160
/** How far back a lead is looked for. */
const LEAD = 420
const MOST_BLOCKS = 5
const MOST_LINES = 4

/** A page number, a mark of what is continued, a rule. */
const PAGE_MARK = /^(?:[\s.…–—_-]*\d{0,4}[\s.…–—_-]*|(?:Seite|Blatt)\s\d+(?:\s?(?:von|\/)\s?\d+)?)$/u
/** A line that only heads columns: years, units, words of few letters between them. */
const HEADS =
  /^(?:\D{0,60}\s)?(?:(?:\p{L}{1,9}\.?\s)?(?:19|20)\d\d(?:\s?ff\.?)?[\s*]*){2,12}(?:\p{L}{3,16}\.?\s?){0,2}$/u
const SAYS = /^(?:Alle )?(?:Angaben|Beträge|Werte|Zahlen)\s[^.]{2,60}\./u
/** "(Angaben in TEUR)": a note, wherever it stands. */
const SAID_OF_ALL = /^\W*(?:(?:Alle|Sämtliche)\s)?(?:Angaben|Beträge|Werte|Zahlen)(?!\p{L})/u
/** The words before a line break or a dot that a unit may follow. */
const OPEN_UNIT = /(?:(?<!\p{L})(?:in|Tsd\.?|Mio\.?|Mrd\.?|Angaben|vollen|T)|\()\s*$/u

/** Line above, note below, lead. */
export function wordsAround(placed: readonly Placed[], index: number): string[] {
  const above = blockAbove(placed, index)
  return [tail(above), noteBelow(placed[index + 1], placed[index + 2]), leadAbove(placed, index)]
}

/** The nearest block above that is more than a page mark. */
function blockAbove(placed: readonly Placed[], index: number): Placed | undefined {
  for (let at = index - 1; at >= 0 && index - at <= MOST_BLOCKS; at--) {
    const block = placed[at]
    if (!block || !PAGE_MARK.test(block.text.trim())) return block
  }
  return undefined
}

/** The last words above a table: its title or "Angaben in TEUR". */
function tail(above: Placed | undefined): string {
  if (!above || above.block.type === 'table') return ''
  if (above.text.length <= NOTE) return above.text
  const parts = above.text.slice(-LEAD).split(/\n|(?<=(?<!(?<!\p{L})(?:Tsd|Mio|Mrd|Mill|T))[.:])\s/u)
  let last = parts.pop() ?? ''
  while (parts.length && OPEN_UNIT.test(parts.at(-1) ?? '')) last = `${parts.pop()} ${last}`
  return last.slice(-NOTE)
}

/** A short note directly below a table, or the first sentence there that says what its numbers are. */
function noteBelow(below: Placed | undefined, next: Placed | undefined): string {
  // What ends with a colon is about what follows; what stands above another table is its title.
  if (!below || below.block.type === 'table' || /:\s*$/.test(below.text)) return ''
  if (next?.block.type === 'table' && !SAID_OF_ALL.test(below.text)) return ''
  return below.text.length <= NOTE ? below.text : (SAYS.exec(below.text)?.[0] ?? '')
}

/** The sentence that leads the table in, if one does. */
function leadAbove(placed: readonly Placed[], index: number): string {
  let skipped = 0
  for (let at = index - 1; at >= 0 && index - at <= MOST_BLOCKS; at--) {
    const block = placed[at]
    if (!block || block.block.type === 'table') return ''
    const window = block.text.slice(-LEAD)
    let end = window.length
    while (end > 0) {
      const start = window.lastIndexOf('\n', end - 1) + 1
      const line = window.slice(start, end).trim()
      if (line && !PAGE_MARK.test(line) && !(HEADS.test(line) && ++skipped <= MOST_LINES)) {
        const sentence = sentenceAt(window, end - 1, { start: 0, end })
        const words = window.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
        return /[:)]\s*$/.test(words) || SAID_OF_ALL.test(words) ? words.slice(-NOTE * 2) : ''
      }
      end = Math.max(0, start - 1)
    }
  }
  return ''
}
