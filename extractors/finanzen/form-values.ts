/**
 * The cells of a form torn column by column: amounts, signs that stand for an empty cell ("-", "keine"), and words, in the
 * order they are printed below the heads.
 *
 * The lines of one cell belong together: years that follow each other, parts of the budget, brutto and netto. Where one of
 * them comes again, the next cell begins. Words that name money stay with their own amount, other words are remarks.
 * Units: offsets in UTF-16 code units into the paper's text.
 */
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { yearOf } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import {
  BARE,
  BUDGET,
  bareWords,
  EMPTY,
  ENDS,
  isLabel,
  isRemark,
  MEANT,
  MONEY,
  NAMED_BEHIND,
  NAMES,
  TIME,
  UNFINISHED,
} from './form-value-words.ts'
import { ANSWERS, isProse } from './line-label.ts'

export interface Value {
  readonly amount: Amount
  readonly placed: Placed
  /** Where it begins in the paper's text. */
  readonly at: number
  readonly cents: number
  readonly year: number | null
  /** The part of the budget printed at it, "Ergebnis-HH". */
  readonly budget: string
  /** How it is meant: brutto, netto, a time that is no year. */
  readonly meant: string
  /** Nothing but the amount and how it is meant stands on its line. */
  readonly plain: boolean
  /** The currency is not printed. */
  readonly bare: boolean
}

/** One cell: its values, none for a sign that stands for an empty one; or a remark; or an amount with words of its own. */
export type Slot = { readonly values: Value[] } | 'remark' | 'owned'

const MOST_BLOCKS = 5
const LONGEST = 110
/** The cells of the lines from `rest` of a block on, and in the blocks below, until something else begins. */
export function slotsOf(placed: readonly Placed[], index: number, rest: number): Slot[] {
  const slots: Slot[] = []
  let above = ''
  let open = 0
  for (const [n, block] of placed.slice(index, index + 1 + MOST_BLOCKS).entries()) {
    const from = n ? 0 : rest
    const { amounts } = readMoney(block.text)
    const before = slots.length
    const lines = linesOf(block.text)
    for (const [at, line] of lines.entries()) {
      if (line.start < from) continue
      const text = withoutAnswers(block.text.slice(line.start, line.end))
      if (ENDS.test(text.trim()) || text.length > LONGEST || (text.length > 40 && isProse(text))) return slots
      const below = block.text.slice(lines[at + 1]?.start ?? block.text.length, lines[at + 1]?.end).trim()
      readLine({ block, text, start: line.start, amounts, above, below }, slots)
      // What goes on from the line before, or in its brackets, names nothing below it.
      if (text.trim()) above = open > 0 || UNFINISHED.test(above) ? '' : text.trim()
      open = Math.max(0, open + depthOf(text))
    }
    if (n && slots.length === before) break
  }
  return slots
}

function depthOf(line: string): number {
  return line.split('(').length - line.split(')').length
}

/** The line without "Ja ☒ Nein ☐" before its values, at the same length. */
function withoutAnswers(line: string): string {
  return line.replace(ANSWERS, (answers) => ' '.repeat(answers.length))
}

interface Line {
  readonly block: Placed
  readonly text: string
  readonly start: number
  readonly amounts: readonly Amount[]
  /** The lines above and below it. */
  readonly above: string
  readonly below: string
}

function readLine(line: Line, slots: Slot[]): void {
  const { text, start, amounts } = line
  const printed = amounts.filter((amount) => amount.start >= start && amount.start < start + text.length)
  const found = [...printed.map((amount) => ({ amount, bare: false })), ...bareIn(line, printed)].sort(
    (a, b) => a.amount.start - b.amount.start,
  )
  let from = 0
  for (const [at, { amount, bare }] of found.entries()) {
    const own = Math.max(from, amount.start - start)
    const stop = (found[at + 1]?.amount.start ?? start + text.length) - start
    const signed = amount.sign === null ? '' : text.slice(amount.start - start).replace(/^([-–])\S.*/su, '')
    const ahead = text.slice(from, own) + signed
    const behind = text.slice(amount.end - start, stop)
    addEmpty(ahead, slots)
    const value = valueAt(line, amount, ahead, at === found.length - 1 ? behind : '', bare)
    const dated = value?.plain === true && (value.year !== null || value.meant !== '')
    if (!value || (dated && slots.at(-1) === 'owned')) slots.push('owned')
    else addValue(value, slots)
    from = Math.max(from, amount.end - start)
  }
  const last = text.slice(from)
  addEmpty(last, slots)
  if (found.length === 0 && isRemark(last)) slots.push('remark')
}

/** Numbers with their thousands parted or to the cent that print no currency. */
function bareIn({ block, text, start }: Line, printed: readonly Amount[]): { amount: Amount; bare: boolean }[] {
  if (!/\d\.\d{3}|\d,\d{2}/.test(text)) return []
  return [...text.matchAll(BARE)].flatMap(({ 0: number, index }) => {
    const span = { start: start + index, end: start + index + number.length }
    const taken = printed.some((amount) => amount.start < span.end && span.start < amount.end)
    const amount = taken ? undefined : bareAmount(block.text, span, 1)
    return amount ? [{ amount, bare: true }] : []
  })
}

function addEmpty(words: string, slots: Slot[]): void {
  for (const _ of words.matchAll(EMPTY)) slots.push({ values: [] })
}

/** The value, unless words of its own name it. */
function valueAt(line: Line, amount: Amount, ahead: string, behind: string, bare: boolean): Value | undefined {
  const words = bareWords(ahead)
  const aloneBefore = !/\p{L}{3}/u.test(words)
  if ((!aloneBefore && NAMES.test(words)) || NAMED_BEHIND.test(bareWords(behind).trimStart())) return undefined
  if (aloneBefore && MONEY.test(line.below) && /^\p{Lu}\p{Ll}+$/u.test(line.below)) return undefined
  const above = aloneBefore && !readMoney(line.above).amounts.length ? line.above : ''
  const part = BUDGET.exec(ahead)?.[0] ?? BUDGET.exec(behind)?.[0] ?? BUDGET.exec(above)?.[0] ?? ''
  if (!part && isLabel(above)) return undefined
  const at = { start: amount.start - line.start, end: amount.end - line.start }
  const year = yearOf(line.text, at, []) ?? (part ? yearIn(above) : null)
  const rest = bareWords(`${ahead} ${behind}`)
  return {
    amount,
    placed: line.block,
    at: within(line.block, amount).start,
    cents: amount.cents,
    year,
    budget: part,
    meant: (MEANT.exec(behind) ?? [...`${behind} ${ahead}`.matchAll(TIME)][0] ?? [''])[0].toLowerCase(),
    plain: aloneBefore && !/\p{L}{3}|\d{2}/u.test(rest),
    bare,
  }
}

function yearIn(words: string): number | null {
  const found = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(words)
  return found ? Number(found[1]) : null
}

/** The value's cell is the last one, if what is printed at both goes on there. */
function addValue(value: Value, slots: Slot[]): void {
  const last = slots.at(-1)
  if (typeof last === 'object' && goesOn(last.values, value)) last.values.push(value)
  else slots.push({ values: [value] })
}

function goesOn(cell: readonly Value[], next: Value): boolean {
  const last = cell.at(-1)
  if (!last) return false
  if (last.amount.range && next.amount.range && cell.length === 1) return true
  if (last.budget || next.budget) {
    if (!last.budget || !next.budget) return false
    if (last.budget !== next.budget) return !cell.some(({ budget }) => budget === next.budget)
    return follows(last, next)
  }
  if (last.year !== null && next.year !== null) return follows(last, next)
  if (next.year !== null && last.meant === '') return false
  return last.meant !== '' && next.meant !== '' && !cell.some(({ meant }) => meant === next.meant)
}

function follows(last: Value, next: Value): boolean {
  return last.year !== null && next.year !== null && next.year > last.year
}
