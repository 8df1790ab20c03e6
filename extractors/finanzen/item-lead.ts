/**
 * The year of the words that lead items in: "Der Wirtschaftsplan 2031 wird festgesetzt a) mit Erträgen von 5 €, b) …", "Im
 * Haushalt 2031 sind veranschlagt: - Miete: 5 €".
 *
 * Only where the words run on into the items, and name one year; an item with a time of its own keeps that.
 */
import { yearsIn } from '../../src/parse/year-mentions.ts'
import type { Placed } from './blocks.ts'

/** An item's marker and how it goes on. */
const ITEM = /^\s*(?:([a-z])\)|(\d{1,2})[.)]|[-–•*])\s+/u
/** Items further up than this have other leads. */
const MOST_BLOCKS = 12
const MOST_TEXT = 1500
const LONGEST = 320

/**
 * @param placed
 *   All blocks.
 * @param index
 *   The block the item stands in.
 * @param at
 *   Where the item's sentence begins in the block.
 * @returns
 *   The year, or null if no words lead the item in or they name none or several.
 */
export function yearOfLead(placed: readonly Placed[], index: number, at: number): number | null {
  const own = placed[index]
  if (!own) return null
  const line = own.text.lastIndexOf('\n', at) + 1
  const item = ITEM.exec(own.text.slice(line))
  if (!item || line + item[0].length < at) return null
  const words = own.text.slice(line + item[0].length)
  if (/(?:19|20)\d\d/.test(/^[^\n]*/.exec(words)?.[0] ?? '')) return null
  const lead = leadOf(above(placed, index, line), item)
  if (!lead || (!/:$/.test(lead) && !/^\p{Ll}/u.test(words))) return null
  const [said, ...more] = yearsIn(lead)
  // The day of a meeting is no time of the money.
  return said && !more.length && said.end - said.start === 4 ? said.year : null
}

/** The text above the item: of its block, and of the items before it with what leads them in. */
function above(placed: readonly Placed[], index: number, line: number): string {
  let text = placed[index]?.text.slice(0, line) ?? ''
  for (let n = index - 1; n >= 0 && index - n <= MOST_BLOCKS && text.length < MOST_TEXT; n--) {
    const next = placed[n + 1]
    const block = placed[n]
    if (!block || next?.block.type !== 'listItem' || block.section !== next.section || block.block.type === 'table')
      break
    text = `${block.text}\n${text}`
  }
  return text
}

/** The sentence that runs on into the first of the items. */
function leadOf(before: string, item: RegExpExecArray): string | undefined {
  const first = item[1] ? /(?:^|\n)\s*a\)\s/gu : item[2] ? /(?:^|\n)\s*1[.)]\s/gu : undefined
  const isFirst = item[1] === 'a' || item[2] === '1'
  const start = first && !isFirst ? [...before.matchAll(first)].at(-1)?.index : first ? before.length : dashes(before)
  const words = start === undefined ? '' : before.slice(0, start).trimEnd()
  if (!words || /[.!?;]$/.test(words)) return undefined
  const sentence = words
    .split(/(?<=\p{L}{3}[.!?])\s+(?=\p{Lu})|\n\s*\n|\n(?=\s*(?:[a-z]\)|\d{1,2}[.)]|[-–•*])\s)/u)
    .at(-1)
  return sentence && sentence.length <= LONGEST ? sentence : undefined
}

/** Where a run of items with dashes begins, below a line that ends with a colon. */
function dashes(before: string): number | undefined {
  const colon = before.search(/:\s*(?:\n\s*[-–•*]\s[^\n]*(?:\n(?!\s*[-–•*]\s)[^\n.:!?]*)*)*\s*$/u)
  return colon < 0 ? undefined : colon + 1
}
