/**
 * Labels of a row of heads whose gaps were lost: `Vorlage-Nr. Datum Status Federführend`. Their values follow in one line,
 * too, or in cells.
 *
 * Never guesses: the words are labels from the first to the last, and two of them, or one where they are long, ask for what
 * has a form (a number, a day, whether the paper is public); heads of a Beratungsfolge are none.
 */
import type { Span } from '../document.ts'
import { type Label, wholeLabel } from './label-parts.ts'

/** Words of one label at most. */
const WORDS = 4
/** So many characters of nothing but labels are no words of a title. */
const LONG = 24
const TYPED: readonly string[] = ['nummer', 'datum', 'oeffentlichkeit']
const OF_STEPS: readonly string[] = ['gremium', 'termin', 'top']

/** The labels a cell is made of; `undefined` unless it is made of several. */
export function labelRun(cell: Span & { readonly text: string }): Label[] | undefined {
  const { text, start } = cell
  if (text.length > 90 || !/^\p{Lu}.* \p{Lu}/u.test(text) || /[:\t]|\d/.test(text)) return undefined
  const words = [...text.matchAll(/\S+/g)]
  const found: Label[] = []
  for (let at = 0; at < words.length; ) {
    const label = longest(words.slice(at, at + WORDS), text, start)
    if (!label) return undefined
    found.push(label.label)
    at += label.count
  }
  const fields = found.map(({ field }) => field)
  const typed = new Set(fields.filter((field) => TYPED.includes(field)))
  const sure = typed.size >= 2 || (typed.size > 0 && text.length >= LONG)
  return found.length > 1 && sure && !fields.some((field) => OF_STEPS.includes(field)) ? found : undefined
}

function longest(
  words: readonly RegExpExecArray[],
  text: string,
  offset: number,
): { label: Label; count: number } | undefined {
  for (let count = words.length; count > 0; count--) {
    const [first, last] = [words[0], words[count - 1]]
    if (!first || !last) continue
    const end = last.index + last[0].length
    const own = text.slice(first.index, end)
    const label = wholeLabel({ text: own, start: offset + first.index, end: offset + end })
    if (label) return { label, count }
  }
  return undefined
}
