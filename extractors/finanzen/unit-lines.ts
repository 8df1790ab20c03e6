/**
 * Amounts at the ends of lines below a line of column heads that ends in a unit of money: a table with empty cells whose
 * lines text extraction has kept one by one.
 *
 * Doubts: `tabelle-unsicher` always: columns are guessed. The unit is not: it stands in the head directly above.
 * Source: papers saved as text from PDF ("Mengen Euro/Mg Euro/a", then "Personal 2 Fahrer 112.500").
 */
import type { Span } from '../../src/document.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import type { Found } from './text-amounts.ts'

/** Column heads that close with a unit: no sentence, no number. */
const HEADS =
  /^\p{Lu}[^\d.!?;]{2,80}\s(?:in\s)?(T?€|T?EUR|T?Euro|(?:Tsd\.|Mio\.)\s?(?:€|EUR|Euro))(\s?\/\s?(?:a|Jahr|Monat)|\sp\.\s?a\.)?$/u
const VALUE = /(?<=^|\s)[-–−]?(?:\d{1,3}(?:\.\d{3})+|0)(?:,\d{2})?$/u
/** Values that make a table of such lines; blocks it may run over; a longer line without a value is running text. */
const ROWS = 4
const BLOCKS = 14
const LABEL = 72
/** Lines of a label over its value. */
const LINES = 4

interface Row {
  readonly block: Placed
  readonly value: Span
  readonly label: string
}

/** The amounts of all such tables in a paper. */
export function* unitLineAmounts(placed: readonly Placed[]): Generator<Found> {
  for (const [index, head] of placed.entries()) {
    const found = head.block.type === 'paragraph' ? HEADS.exec(head.text.trim()) : undefined
    const unit = found?.[1] ? unitNamed(found[1]) : undefined
    if (!found || !unit) continue
    const rows = rowsBelow(placed.slice(index + 1, index + 1 + BLOCKS))
    if (rows.length < ROWS) continue
    for (const row of rows) {
      const amount = bareAmount(row.block.text, row.value, unit.scale)
      if (amount) yield foundAt(row, amount, turnusNamed(found[0].slice(found[0].lastIndexOf(found[1] ?? ''))))
    }
  }
}

/** Lines that end in a value, with the words before it; ends where running text begins. */
function rowsBelow(blocks: readonly Placed[]): Row[] {
  const rows: Row[] = []
  let last = ''
  for (const block of blocks) {
    let label: string[] = []
    // "Kosten", "Erlöse" above a group of rows look like headings.
    if (block.block.type === 'heading' && !/^\d|[.:]$/.test(block.text) && block.text.length < LABEL / 2) continue
    if (block.block.type !== 'paragraph') return rows
    for (const line of linesOf(block.text)) {
      const text = block.text.slice(line.start, line.end).trimEnd()
      const value = VALUE.exec(text)
      if (text.length > LABEL || (!value && /^Tabelle|.{40}[.!?]$/.test(text))) return rows
      label.push(value ? text.slice(0, value.index).trim() : text.trim())
      if (!value) continue
      const words = firstWords(label.filter(Boolean).slice(-LINES).join(' '))
      last = /^\p{Lu}/u.test(words) ? words : last
      const start = line.start + value.index
      if (last && !readMoney(text).amounts.some(({ end }) => end > value.index))
        rows.push({ block, value: { start, end: start + value[0].length }, label: last })
      label = []
    }
  }
  return rows
}

/** The first cell of a row: what stands before the first number of the others ("Personal 2 Fahrer" is "Personal"). */
function firstWords(label: string): string {
  return label.replace(/(?:\s(?:bei|je|zu|à))?\s\d.*$/u, '').replace(/:$/, '')
}

function foundAt(row: Row, amount: Amount, turnus: Found['turnus']): Found {
  return {
    amount,
    evidence: within(row.block, row.value),
    bezeichnung: row.label,
    jahr: null,
    turnus,
    herkunft: 'tabelle',
    doubts: ['tabelle-unsicher', ...(amount.unclear ? (['zahl-unklar'] as const) : [])],
  }
}
