/**
 * What is looked at to read an amount: its block, or a window of a long one, and its sentence with the other amounts in
 * it. Windows and sentences are shared by the amounts in them, so that time grows with the length of a block only.
 *
 * Units: offsets in UTF-16 code units into the view's text.
 */
import type { Span } from '../../src/document.ts'
import type { Amount } from '../../src/parse/money.ts'
import { type TiedPhrase, tiedPhrasesOf } from '../../src/parse/phrase.ts'
import { sentenceAt } from '../../src/parse/sentence.ts'
import { endsRow, isProse } from './line-label.ts'
import { itemLabel } from './list-items.ts'

export interface View {
  readonly text: string
  readonly amounts: readonly Amount[]
  /** Where the view begins in the block. */
  readonly start: number
  /** The view is the whole block. */
  readonly whole: boolean
}

/** A sentence, the amounts in it (offsets into its words) and the phrase of each. */
export interface AmountSentence extends Span {
  readonly words: string
  readonly inner: readonly Span[]
  readonly prose: boolean
  readonly phrases: () => readonly (TiedPhrase | undefined)[]
}

/** Longer blocks are looked at through windows. */
const LONGEST = 4000
const STEP = 1000
const BEFORE = 1200
const BEHIND = 500

/** The views of a block's amounts, one after another. */
export function viewer(text: string, amounts: readonly Amount[]): (at: number) => View {
  const whole: View = { text, amounts, start: 0, whole: true }
  let last: View | undefined
  return (at) => {
    const amount = amounts[at]
    if (!amount || text.length <= LONGEST) return whole
    const step = Math.floor(amount.start / STEP) * STEP
    const from = Math.max(0, step - BEFORE)
    const line = text.indexOf('\n', from)
    const start = from > 0 && line >= 0 && line < step - 200 ? line + 1 : from
    const end = Math.min(text.length, Math.max(step + STEP, amount.end) + BEHIND)
    if (last?.start === start && start + last.text.length >= end) return last
    last = { text: text.slice(start, end), amounts: near(amounts, at, start, end), start, whole: false }
    return last
  }
}

function near(amounts: readonly Amount[], at: number, start: number, end: number): Amount[] {
  let first = at
  while ((amounts[first - 1]?.start ?? -1) >= start) first--
  const found: Amount[] = []
  for (let n = first; n < amounts.length; n++) {
    const other = amounts[n]
    if (!other || other.end > end) break
    found.push({ ...other, start: other.start - start, end: other.end - start })
  }
  return found
}

/** As many amounts that each end their line are no sentence. */
const ROWS = 3

/** The sentences of a block's amounts, one after another; `cells`: each row of the block is one by itself. */
export function sentenceReader(
  cells: boolean,
  names: ReadonlySet<string>,
): (view: View, amount: Amount) => AmountSentence {
  let last: { view: View; sentence: AmountSentence } | undefined
  return (view, amount) => {
    if (last?.view === view && last.sentence.start <= amount.start && amount.start < last.sentence.end)
      return last.sentence
    last = { view, sentence: readSentence(view, amount, cells, names) }
    return last.sentence
  }
}

/** A row of cells is no part of the sentence that another row begins. */
function rowOf(text: string, amount: Amount): Span {
  const start = text.lastIndexOf('\n', amount.start - 1) + 1
  const stop = text.indexOf('\n', amount.end)
  return { start, end: stop < 0 ? text.length : stop }
}

/** A line that is an item of a list is no part of the sentences around it. */
function betweenItems(text: string, amounts: readonly Amount[], amount: Amount): Span {
  if (!text.includes(':')) return { start: 0, end: text.length }
  const own = itemLabel(text, amounts, amount) !== undefined
  const items = amounts
    .filter((other) => itemLabel(text, amounts, other) !== undefined)
    .map((other) => rowOf(text, other))
  if (!items.length) return { start: 0, end: text.length }
  if (own) return rowOf(text, amount)
  const before = items.findLast((item) => item.end <= amount.start)
  const behind = items.find((item) => item.start >= amount.end)
  return { start: before?.end ?? 0, end: behind?.start ?? text.length }
}

const CHOICE = /[☐☒☑□]|\[[ xX]?\]/u

/** A line of boxes to tick ends what stands above: a sentence begins on the line below it. */
function belowChoices(text: string, amount: Amount, bounds: Span): Span {
  const line = text.lastIndexOf('\n', amount.start - 1)
  const above = text.slice(bounds.start, Math.max(bounds.start, line))
  if (!CHOICE.test(above)) return bounds
  let start = bounds.start
  for (let at = above.indexOf('\n'), from = 0; from <= above.length; at = above.indexOf('\n', from)) {
    const stop = at < 0 ? above.length : at
    if (
      CHOICE.test(above.slice(from, stop)) &&
      /^\n?\p{Lu}/u.test(text.slice(bounds.start + stop, bounds.start + stop + 2))
    )
      start = bounds.start + stop
    from = stop + 1
  }
  return { start, end: bounds.end }
}

/** What a sentence begins with, and a row hardly does. */
const OPENS =
  /^(?:Für|Im|In|Die|Der|Das|Den|Dem|Es|Hierfür|Dafür|Damit|Diese[rs]?|Eine?[nrs]?|Bei|Mit|Nach|Zur|Zum|Aus)\s\p{L}/u

/** Rows that each end in an amount end above a line that opens a sentence. */
function belowRows(text: string, amounts: readonly Amount[], amount: Amount, bounds: Span): Span {
  const rows = amounts.filter(
    (other) => other.start >= bounds.start && other.end <= amount.start && endsRow(text, other.end),
  )
  const last = rows.at(-1)
  if (!last || rows.length < ROWS - 1) return bounds
  const line = text.indexOf('\n', last.end) + 1
  return line > 0 && line < amount.start && OPENS.test(text.slice(line, line + 24))
    ? { start: line, end: bounds.end }
    : bounds
}

function readSentence(
  { text, amounts }: View,
  amount: Amount,
  cells: boolean,
  names: ReadonlySet<string>,
): AmountSentence {
  const bounds = cells ? rowOf(text, amount) : betweenItems(text, amounts, amount)
  const below = belowRows(text, amounts, amount, belowChoices(text, amount, bounds))
  const { start, end } = sentenceAt(text, amount.start, below)
  const words = text.slice(start, Math.max(end, amount.end))
  const inner = amounts
    .filter((other) => other.start >= start && other.start < end)
    .map((other) => ({ start: other.start - start, end: other.end - start }))
  let phrases: readonly (TiedPhrase | undefined)[] | undefined
  return {
    start,
    end,
    words,
    inner,
    prose: !(inner.length >= ROWS && inner.every(({ end: at }) => endsRow(text, start + at))) && isProse(words),
    phrases: () => {
      phrases ??= tiedPhrasesOf(words, inner, names)
      return phrases
    },
  }
}
