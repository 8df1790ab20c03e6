/**
 * Units of money around a number: currency and scale, before or behind it.
 *
 * Units: `scale` in euros per counted unit (TEUR: 1000, Cent: 0.01).
 * Source: notations seen in council papers: `€ 5.000`, `TEUR 500`, `1.118 T Euro`, `3,1 Mio. EUR`, `38 T€`, `50 Cent`.
 */
import { latin } from './latin.ts'

export interface Unit {
  readonly scale: number
  /** Characters the unit takes, white space between it and the number included. */
  readonly length: number
  readonly currency: boolean
}

const THOUSAND = 'T(?:sd|SD)?\\.?|tsd\\.?|[Tt]ausend|k'
const MILLION = 'M|[Mm]io\\.?|MIO\\.?|Mill\\.|[Mm]illion(?:en)?'
const TRILLION = '[Bb]illionen?|Bio\\.'
const BILLION = '[Mm]rd\\.?|MRD\\.?|[Mm]illiarden?'
const SCALE = `${THOUSAND}|${MILLION}|${BILLION}|${TRILLION}`
const CURRENCY = '€(?!-\\p{L})|EUR(?!\\p{L}|-\\p{L})|Euros?(?!\\p{L}|-\\p{L})|EURO(?!\\p{L}|-\\p{L})'

const BEHIND = latin(`^(\\s{0,3})(?:(${SCALE})?([\\s-]{0,2})(?:${CURRENCY})|(Cents?|ct)(?![\\p{L}]))`, 'u')
const SCALE_BEHIND = latin(`^\\s{0,2}(${MILLION}|${BILLION})(?!\\p{L})`, 'u')
const BEFORE = latin(`(?:^|[^\\p{L}\\d€-])(?:(${SCALE})?[\\s-]?(?:€|EUR|Euro|EURO))[\\s:]{0,3}$`, 'u')

/** The unit printed directly behind a number; `text` begins at the number's end. */
export function unitBehind(text: string): Unit | undefined {
  const window = text.slice(0, 32)
  const found = BEHIND.exec(window)
  if (!found) return undefined
  if (found[4]) return { scale: 0.01, length: found[0].length, currency: true }
  return { scale: scaleOf(found[2]), length: found[0].length, currency: true }
}

/** "Mio." and the like behind a number, where the currency stands elsewhere. */
export function scaleBehind(text: string): Unit | undefined {
  const found = SCALE_BEHIND.exec(text.slice(0, 20))
  return found ? { scale: scaleOf(found[1]), length: found[0].length, currency: false } : undefined
}

/** The unit printed directly before a number; `text` ends at the number's start or sign. */
export function unitBefore(text: string): Unit | undefined {
  const found = BEFORE.exec(text.slice(-20))
  // A row of units heads columns: what stands below it is the label of the first row.
  if (!found || UNITS_IN_ROW.test(text.slice(-24))) return undefined
  const lead = /^[\p{L}€]/u.test(found[0]) ? 0 : 1
  return { scale: scaleOf(found[1]), length: found[0].length - lead, currency: true }
}

/** `TEUR TEUR`, and the line ends. */
const UNITS_IN_ROW = /(?<!\p{L})(TEUR|T€|EUR|Euro|€)\s\1\s*\n\s*$/u

/** A unit as named in a column head, caption or note ("TEUR", "in Mio. €", "Angaben in Euro"). */
export function unitNamed(text: string): { scale: number; printed: string } | undefined {
  const found = NAMED.exec(text)
  return found ? { scale: scaleOf(found[1]), printed: found[0].trim() } : undefined
}

const NAMED = new RegExp(
  `(?<![\\p{L}\\d])(?:(${SCALE})[\\s-]{0,2})?(?:€|EUR(?!\\p{L})|Euro(?!\\p{L})|EURO(?!\\p{L}))`,
  'u',
)

function scaleOf(word: string | undefined): number {
  if (!word) return 1
  if (/^(?:t|k)/i.test(word)) return 1e3
  if (/^bi/i.test(word)) return 1e12
  return /^mrd|^milliard/i.test(word) ? 1e9 : 1e6
}
