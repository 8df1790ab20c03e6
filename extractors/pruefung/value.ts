/**
 * One printed number of a table or text as an exact value, with the precision it is printed with.
 *
 * Units: `milli` are thousandths of a euro or of what is counted (integer); `ulp` is one unit of the last printed digit,
 * in the same unit.
 */

import type { Span } from '../../src/document.ts'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { decimalFrom } from '../../src/parse/number.ts'

export interface Value extends Span {
  readonly milli: number
  readonly ulp: number
  /** Printed with a currency, or in a column or table of money. */
  readonly money: boolean
  /** Counts staff: printed as it is kept, never rounded to a whole. */
  readonly staff: boolean
  /** A currency stands at the number itself. */
  readonly marked: boolean
  /** Words before the number in the same cell ("gesamt 21,9"). */
  readonly lead: string
  readonly printed: string
}

/** A cell with digits that are not exactly one number, or without any. */
export type Cell = Value | 'leer' | 'unlesbar'

const BLANK = /^(?:[-–—./\s]*|\.\/\.|n\.\s?[av]\.|k\.\s?A\.|entfällt|offen|x|[☐☒☑])$/iu
const BARE = latin(
  oneLine`
    ^(?<lead>
      (?:(?:in ?s?gesamt|gesamt|summe|netto|brutto|zusammen|ca\.|rund|rd\.|etwa|Ø):?\s+){1,2}
    )?
    (?<sign>[-−–+]|\./\.)?\s?(?<number>\d[\d.\u00a0\u202f ]*(?:,\d+|,[-–—]{1,2})?)\s?(?<unit>VZ[ÄSEWK]|VzÄ|VK|Stellen?)?\s?(?:\*+|[¹²³]|\(kw\)|kw)?$
  `,
  'u',
)

/** What is known of the numbers of a column. */
export interface Measure {
  /** Euros per counted unit. */
  readonly scale: number
  readonly money: boolean
  readonly staff: boolean
}

/** Read a cell of a column. */
export function cellOf(text: string, start: number, measure: Measure): Cell {
  if (BLANK.test(text)) return 'leer'
  const { amounts, unreadable } = readMoney(text)
  const [amount] = amounts
  if (unreadable.length || amounts.length > 1) return 'unlesbar'
  if (amount) {
    const rest = text.slice(0, amount.start) + text.slice(amount.end)
    if (/\d/.test(rest.replace(/[¹²³]|\s?\d\)$/gu, '')) || amount.unclear || amount.range) return 'unlesbar'
    const lead = text.slice(0, amount.start).trim()
    if (lead.length > 24) return 'unlesbar'
    return amountValue(text.slice(amount.start, amount.end), amount.cents, lead, start + amount.start, measure.scale)
  }
  return bareOf(text, start, measure)
}

/** A number with its currency; `scale` counts only where the number is small ("1,12 €" in a column in Mio. €). */
function amountValue(printed: string, cents: number, lead: string, start: number, scale: number): Value {
  const digits = /\d[\d.,\u00a0\u202f ]*/u.exec(printed)?.[0].trim() ?? ''
  const number = decimalFrom(digits.replace(/[.,]$/, ''))
  const small = scale > 1 && /^\d{1,4}(?:,\d{1,3})?$/u.test(digits) && !/T|M|m|k/u.test(printed)
  const milli = cents * 10 * (small ? scale : 1)
  const whole = number ? number.digits / 10 ** number.decimals : 0
  const unit = whole ? Math.abs(milli) / whole : 1000
  const ulp = Math.max(1, Math.round(unit / 10 ** (number?.decimals ?? 0)))
  const end = start + printed.length
  return { start, end, milli, ulp, money: true, staff: false, marked: true, lead, printed }
}

function bareOf(text: string, start: number, { scale, money, staff }: Measure): Cell {
  if (!/\d/.test(text)) return 'leer'
  const found = BARE.exec(text)
  const decimal = found?.groups?.number ? decimalFrom(found.groups.number.trim()) : undefined
  if (!found?.groups || !decimal || decimal.unclear) return 'unlesbar'
  const { lead = '', sign = '' } = found.groups
  const unit = (1000 * scale) / 10 ** decimal.decimals
  const milli = Math.round(decimal.digits * unit) * (sign && sign !== '+' ? -1 : 1)
  if (!Number.isSafeInteger(milli)) return 'unlesbar'
  const at = start + lead.length
  const counts = staff || found.groups.unit !== undefined
  const base = { milli: milli || 0, ulp: Math.max(1, Math.round(unit)), money, staff: counts, marked: false }
  return { ...base, start: at, end: start + text.length, lead: lead.trim(), printed: text.slice(lead.length).trim() }
}

export function isValue(cell: Cell | undefined): cell is Value {
  return cell !== undefined && typeof cell !== 'string'
}
