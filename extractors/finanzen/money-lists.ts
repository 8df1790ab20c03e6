/**
 * Lists of label and amount, a line each, below a heading ("Ausgaben" / "Werbung 500 €" / "Büro 400 €" / "900 €"): a line
 * with nothing but the sum of those above it is what the heading names, and income or cost of the heading are those of
 * every line.
 *
 * Never guesses: a bare amount right below such lines that is not their sum has no label, least of all that of the line above.
 * Units: offsets in UTF-16 code units into the paper's text.
 */
import { readMoney } from '../../src/parse/money.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { endsRow, isProse } from './line-label.ts'
import { type Art, artOf } from './schema.ts'

export interface ListPlace {
  /** The amount is the sum of the list, and this its heading; null: it is not, or the list has none. */
  readonly sumOf?: string | null
  /** Which side of the budget the heading says. */
  readonly side?: 'ertrag' | 'aufwand'
}

const LONGEST = 110
const LEAST = 2
/** A heading that says which side the amounts below it are on. */
const SIDE =
  /^(?:[\dIVX]{1,3}[.)]\s|[a-z]\)\s)?(?:(?:geplante|voraussichtliche|erwartete|kalkulierte)\s)?(?:(?<income>Einnahmen|Erträge|Erlöse)|(?<cost>Ausgaben|Aufwendungen|Kosten))\s*:?$/iu
const ONLY_AMOUNT = /^[\s=]*(?:(?:ca|rd)\.\s*|rund\s+|Σ\s*)?$/iu

interface List {
  readonly head: string | undefined
  readonly side: 'ertrag' | 'aufwand' | undefined
  rows: { readonly at: number; readonly cents: number }[]
}

/** The amounts of such lists, by their offset; but for those `named` otherwise. */
export function moneyLists(placed: readonly Placed[], named: ReadonlyMap<number, unknown>): Map<number, ListPlace> {
  const found = new Map<number, ListPlace>()
  let list: List | undefined
  for (const block of placed) {
    if (block.block.type === 'table') {
      list = undefined
      continue
    }
    const { amounts } = readMoney(block.text)
    let touching = false
    for (const line of linesOf(block.text)) {
      const text = block.text.slice(line.start, line.end)
      if (!text.trim()) continue
      const own = amounts.filter(({ start }) => start >= line.start && start < line.end)
      const [amount, more] = own
      const row = amount && !more && text.length <= LONGEST && endsRow(block.text, amount.end) ? amount : undefined
      const at = row ? within(block, row).start : 0
      const before = row ? block.text.slice(line.start, row.start) : ''
      if (row && ONLY_AMOUNT.test(before)) {
        const place = list && sumPlace(list, row.cents, touching)
        if (place) found.set(at, place)
        list = undefined
      } else if (row && /\p{L}{3}/u.test(before) && !isProse(text)) {
        list ??= { head: undefined, side: undefined, rows: [] }
        list.rows.push({ at, cents: row.cents })
        if (list.side) found.set(at, { side: list.side })
      } else list = own.length ? undefined : opened(text.trim())
      touching = list !== undefined && list.rows.length > 0
    }
  }
  for (const at of named.keys()) found.delete(at)
  return found
}

function opened(text: string): List | undefined {
  if (text.length > 60 || !/^[\p{Lu}\d]/u.test(text) || /[.;,!?]$/.test(text) || isProse(text)) return undefined
  const { income, cost } = SIDE.exec(text)?.groups ?? {}
  return { head: text.replace(/\s*:$/, ''), side: income ? 'ertrag' : cost ? 'aufwand' : undefined, rows: [] }
}

/** A bare amount below rows; undefined where it need not belong to them. */
function sumPlace({ head, side, rows }: List, cents: number, touching: boolean): ListPlace | undefined {
  if (rows.length < LEAST) return undefined
  const sum = rows.reduce((total, row) => total + row.cents, 0)
  const ofSide = side ? { side } : {}
  if (sum === cents) return { sumOf: head ?? null, ...ofSide }
  return touching && rows.length > LEAST ? { sumOf: null, ...ofSide } : undefined
}

/** What a label alone says the other way round, or not at all, the heading of its list decides. */
export function artInList(bezeichnung: string | null, threshold: boolean, place: ListPlace | undefined): Art {
  const own = artOf(bezeichnung, threshold)
  if (!place?.side || own === 'schwelle') return own
  const other: readonly Art[] =
    place.side === 'aufwand' ? ['ertrag', 'einzahlung', 'folgekosten'] : ['aufwand', 'folgekosten', 'auszahlung']
  return own === 'unbestimmt' || other.includes(own) ? place.side : own
}
