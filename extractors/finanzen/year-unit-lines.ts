/**
 * Rows of years below a line of heads that each end in their unit, where both stayed running text: "Haushaltsjahr Ertrag
 * [€] Aufwand [€]", then "2031 178.500 402.750".
 *
 * Only lines with exactly one value to each head, a dash for an empty one.
 * Source: heads of papers that print budget, product and effect before the proposal.
 */
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import type { Found } from './text-amounts.ts'

const HEADS = /^(?:Haushaltsjahr|HH-?Jahr|HHJ|Jahr|Wirtschaftsjahr)\s+(\p{L}.{3,140})$/u
const UNIT = /\s?[[(](?:in\s)?(?:T€|€|TEUR|EUR|Euro|(?:Tsd\.|Mio\.)\s?(?:€|EUR|Euro))[\])]/gu
const ROW = /^\s*((?:19|20)\d\d):?((?:\s+(?:[-−–]?\s?\d[\d.]*(?:,\d+)?|[-−–]{1,2}))+)\s*$/u
const VALUE = /[-−–]?\d[\d.]*(?:,\d+)?|[-−–]{1,2}/gu

interface Head {
  readonly words: string
  readonly scale: number
}

/** The amounts of such rows in one block. */
export function* yearUnitLineAmounts(placed: Placed): Generator<Found> {
  if (placed.block.type === 'table' || !/[[(](?:in\s)?(?:T€|€|TEUR|EUR|Euro|Tsd|Mio)/u.test(placed.text)) return
  let heads: readonly Head[] | undefined
  for (const line of linesOf(placed.text)) {
    const text = placed.text.slice(line.start, line.end)
    const next = headsIn(text)
    const row = heads && !next ? ROW.exec(text) : undefined
    if (!row || !heads) {
      heads = next
      continue
    }
    const from = line.start + text.indexOf(row[2] ?? '', (row[1] ?? '').length)
    const values = [...(row[2] ?? '').matchAll(VALUE)]
    if (values.length !== heads.length) continue
    for (const [at, { 0: printed, index }] of values.entries()) {
      const span = { start: from + index, end: from + index + printed.length }
      const amount = bareAmount(placed.text, span, heads[at]?.scale ?? 1)
      if (!amount) continue
      yield {
        amount,
        evidence: within(placed, span),
        bezeichnung: heads[at]?.words ?? null,
        jahr: Number(row[1]),
        turnus: null,
        herkunft: 'formular',
        doubts: amount.unclear ? ['zahl-unklar'] : [],
      }
    }
  }
}

/** The heads of a line, each with its own unit; undefined unless the line ends in one. */
function headsIn(line: string): readonly Head[] | undefined {
  const found = HEADS.exec(line.trim().replace(/\s+/g, ' '))?.[1]
  const units = found ? [...found.matchAll(UNIT)] : []
  const last = units.at(-1)
  if (!found || !last || last.index + last[0].length !== found.length) return undefined
  return units.map((unit, at) => {
    const before = units[at - 1]
    const words = found.slice(before ? before.index + before[0].length : 0, unit.index).trim()
    return { words, scale: unitNamed(unit[0])?.scale ?? 1 }
  })
}
