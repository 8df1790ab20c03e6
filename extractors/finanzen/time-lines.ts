/**
 * Amounts in lines below a line of columns of time that stayed running text: "Angaben in TEUR bis 2029 2030 2031 Gesamt",
 * then "Auszahlungen 180,0 850,0 2.150,0 3.180,0".
 *
 * Only where the line of heads, or the sentence that leads it in, prints the unit, and only lines with exactly as many
 * values as heads. Words without values below such a line go on with its label.
 * Doubts: `tabelle-unsicher` always.
 * Source: tables of forms whose rows were too uneven to be found as a table.
 */
import type { Span } from '../../src/document.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { type NamedUnit, unitAround } from '../../src/parse/table-facts.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { yearNamed } from '../../src/parse/year.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { timeHeads } from './heads.ts'
import type { Found } from './text-amounts.ts'

const VALUES = /(?:(?<=\s)(?:[-−–+]?\d[\d.]*(?:,\d+)?|[-−–]{1,2}|\.\/\.)\s*){2,12}$/u
const VALUE = /[-−–+]?\d[\d.]*(?:,\d+)?|[-−–]{1,2}|\.\/\./gu
const LONGEST = 160

interface Heads {
  readonly words: readonly string[]
  readonly unit: NamedUnit
  readonly turnus: Found['turnus']
}

/** The amounts of such lines in one block; `lead` is what the block before ends with. */
export function* timeLineAmounts(placed: Placed, lead: string): Generator<Found> {
  if (placed.block.type !== 'paragraph') return
  const lines = linesOf(placed.text)
  let heads: Heads | undefined
  for (const [n, line] of lines.entries()) {
    const text = placed.text.slice(line.start, line.end).trimEnd()
    if (text.length > LONGEST) heads = undefined
    else {
      const above = n ? placed.text.slice(Math.max(0, line.start - LONGEST), line.start) : lead
      const next = headsIn(text.trim(), above)
      if (next) heads = next
      else if (heads) {
        const row = rowIn(text, heads.words.length)
        if (row) yield* amountsOf(placed, line, row, goesOn(placed, lines, n, row.label), heads)
        else if (!/^\s*\p{Ll}|\)\s*$/u.test(text)) heads = undefined
      }
    }
  }
}

function headsIn(text: string, above: string): Heads | undefined {
  const found = timeHeads(text)
  if (!found || found.words.length < 3) return undefined
  const unit = unitAround([found.corner]) ?? unitAround([above.split('\n').slice(-3).join(' ')])
  return unit ? { words: found.words, unit, turnus: turnusNamed(found.corner) } : undefined
}

interface Row {
  readonly label: string
  readonly values: readonly Span[]
}

/** A label and exactly as many values as heads, a dash for an empty one. */
function rowIn(text: string, count: number): Row | undefined {
  const found = VALUES.exec(text)
  const label = found ? text.slice(0, found.index).trim() : ''
  if (!found || !/^\p{L}.*\p{L}/u.test(label)) return undefined
  const values = [...found[0].matchAll(VALUE)].map((value) => {
    const start = found.index + value.index
    return { start, end: start + value[0].trimEnd().length }
  })
  return values.length === count ? { label, values } : undefined
}

/** "Einzahlungen (Zuwendungen" above "des Freistaates)" is one label. */
function goesOn(placed: Placed, lines: readonly Span[], n: number, label: string): string {
  const next = lines[n + 1]
  const words = next ? placed.text.slice(next.start, next.end).trim() : ''
  const open = label.lastIndexOf('(') > label.lastIndexOf(')')
  const more = words.length > 0 && words.length <= 60 && !/\d/.test(words)
  return more && (open || /^\p{Ll}/u.test(words)) ? `${label} ${words}` : label
}

function* amountsOf(placed: Placed, line: Span, row: Row, label: string, heads: Heads): Generator<Found> {
  for (const [c, value] of row.values.entries()) {
    const span = { start: line.start + value.start, end: line.start + value.end }
    const amount = bareAmount(placed.text, span, heads.unit.scale)
    if (!amount) continue
    yield {
      amount,
      evidence: within(placed, span),
      bezeichnung: label.replace(/:$/, ''),
      jahr: yearNamed(heads.words[c] ?? ''),
      turnus: heads.turnus,
      herkunft: 'tabelle',
      doubts: ['tabelle-unsicher', ...(amount.unclear ? (['zahl-unklar'] as const) : [])],
    }
  }
}
