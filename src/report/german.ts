/**
 * Numbers, days and words as German readers expect them. Pure.
 */
const SPACE = '\u00a0'
const UNITS: Readonly<Record<string, string>> = { Prozent: '%' }
const SINGLE: Readonly<Record<string, string>> = { Tage: 'Tag', Stellen: 'Stelle', Schritte: 'Schritt' }

export function number(value: number, decimals = 3): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: decimals })
}

/** A figure with its unit: „1.240.000 €“, „1,5 VZÄ“, „14 Tage“. */
export function quantity(value: number, unit: string): string {
  const [, money, rest = ''] = /^(Euro)(.*)$/.exec(unit) ?? []
  if (money) return `${amount(value)}${SPACE}€${rest}`
  const name = (value === 1 ? SINGLE[unit] : UNITS[unit]) ?? unit
  return `${number(value)}${SPACE}${name}`
}

/** „14.05.2031“ from „2031-05-14“. */
export function day(iso: string | null): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '') ?? []
  return year ? `${date}.${month}.${year}` : ''
}

/** „1 Vorlage“, „12 Vorlagen“. */
export function counted(count: number, one: string, many: string): string {
  return `${number(count)}${SPACE}${count === 1 ? one : many}`
}

/** Cut between words where it can be; never within a letter. */
export function shortened(text: string, length: number): string {
  const signs = [...text]
  if (signs.length <= length) return text
  const kept = signs.slice(0, length - 1).join('')
  const gap = kept.lastIndexOf(' ')
  return `${(gap > length / 2 ? kept.slice(0, gap) : kept).trimEnd()}…`
}

function amount(value: number): string {
  return Number.isInteger(value)
    ? number(value, 0)
    : value.toLocaleString('de-DE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
}
