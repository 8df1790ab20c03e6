/**
 * Amounts printed to the cent, line by line, without a unit: `1.1 Summe Erträge 61.519.604,82`.
 *
 * Only three or more of them close together: one by itself may be an area or a number of kilometres.
 * Doubts: `massstab-angenommen` unless a line above says nothing but the unit ("Euro", "in EUR").
 * Source: annual accounts of municipal enterprises that a council has to settle (§ 16 EigBG and the like), lists of bids.
 */
import type { Span } from '../../src/document.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { readMoney } from '../../src/parse/money.ts'
import { yearNamed } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import type { Found } from './text-amounts.ts'

const VALUE = /(?<=^|\s)(?<number>[-−–]?(?:\d{1,3}(?:\.\d{3})+|0),\d{2})\*{0,2}$/u
const SHAPED = /\.\d{3},/
const UNIT = /^(?:\(?in )?(?:€|EUR|Euro)\)?:?$/
/** Values that make a list; lines from one to the next; lines of a label over its value; lines the unit may stand above. */
const ROWS = 3
const APART = 6
const LABEL_LINES = 4
const UNIT_ABOVE = 12
const LONGEST = 120
/** Where an item of the list begins: its number or sign. */
const ITEM = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?\s(?=\p{L})|[-–•▪]\s)/u

interface Line {
  readonly block: Placed
  readonly span: Span
  readonly text: string
  /** Within the line. */
  readonly value: Span | undefined
}

/** The amounts of all such lists among blocks that were not read as tables. */
export function* centLineAmounts(placed: readonly Placed[]): Generator<Found> {
  const lines = placed.flatMap(linesIn)
  for (const run of runsOf(lines)) {
    const sure = lines.slice(Math.max(0, (run[0] ?? 0) - UNIT_ABOVE), run[0]).some(({ text }) => UNIT.test(text.trim()))
    for (const at of run) yield* amountAt(lines, at, sure)
  }
}

function linesIn(block: Placed): Line[] {
  return linesOf(block.text).map((span) => {
    const text = block.text.slice(span.start, span.end).trimEnd()
    const number = text.length <= LONGEST ? VALUE.exec(text)?.groups?.number : undefined
    const start = text.lastIndexOf(number ?? '')
    const alone = number && !/\d,\d/.test(text.slice(0, start)) && !readMoney(text).amounts.length
    const value = alone ? { start, end: start + number.length } : undefined
    return { block, span, text, value }
  })
}

/** Lines with values, close enough to one another. */
function runsOf(lines: readonly Line[]): number[][] {
  const runs: number[][] = []
  for (const [at, { value }] of lines.entries()) {
    if (!value) continue
    const run = runs.at(-1)
    if (run && at - (run.at(-1) ?? at) <= APART) run.push(at)
    else runs.push([at])
  }
  const shaped = (at: number): boolean => SHAPED.test(lines[at]?.text ?? '')
  return runs.filter((run) => run.filter(shaped).length >= ROWS)
}

function* amountAt(lines: readonly Line[], at: number, sure: boolean): Generator<Found> {
  const line = lines[at]
  if (!line?.value) return
  const span = { start: line.span.start + line.value.start, end: line.span.start + line.value.end }
  const amount = bareAmount(line.block.text, span, 1)
  const label = labelOf(lines, at)
  if (!amount || !label) return
  yield {
    amount,
    evidence: within(line.block, span),
    bezeichnung: label,
    jahr: yearNamed(label),
    turnus: null,
    herkunft: 'formular',
    doubts: [
      ...(sure ? [] : (['massstab-angenommen'] as const)),
      ...(amount.unclear ? (['zahl-unklar'] as const) : []),
    ],
  }
}

/**
 * The words before a value. An item goes from its number or sign over up to four lines to its value; elsewhere the words
 * of the line, with those above that they go on from.
 */
function labelOf(lines: readonly Line[], at: number): string {
  const line = lines[at]
  const words = [line?.text.slice(0, line.value?.start).trim() ?? '']
  for (let up = at - 1; up >= 0 && at - up <= LABEL_LINES && !ITEM.test(words[0] ?? ''); up--) {
    const above = lines[up]
    if (!above?.text.trim() || above.value || above.text.length > LONGEST || UNIT.test(above.text.trim())) break
    words.unshift(above.text.trim())
  }
  const begins = words.findLastIndex((words) => /^\p{Lu}/u.test(words))
  const own = ITEM.test(words[0] ?? '') ? words : words.slice(Math.max(0, begins))
  return own.filter(Boolean).join(' ').replace(ITEM, '').replace(/:$/, '')
}
