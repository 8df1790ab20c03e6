/**
 * Values of records as people read them: money in euros, dates as in German papers, the rest as it is.
 */
import type { RecordValue } from '../bundle.ts'
import { oneLine } from './terminal.ts'

const FRAME = new Set(['id', 'zweifel', 'beleg', 'belege'])
const LABELS: Readonly<Record<string, string>> = {
  kommune: 'Kommune',
  vorlage: 'Vorlage',
  beratungsfolge: 'Beratungsfolge',
  beschlussvorschlag: 'Beschlussvorschlag',
  finanzen: 'Finanzielle Auswirkungen',
  betraege: 'Beträge',
  tabellen: 'Tabellen',
  vzae: 'VZÄ',
  stellen: 'Stellen',
  verweise: 'Verweise',
  abschnitte: 'Abschnitte',
  pruefungen: 'Prüfungen',
}

export function labelOf(key: string): string {
  return LABELS[key] ?? key
}

/** The fields of a record that come from its extractor. */
export function fieldsIn(record: RecordValue): [string, unknown][] {
  return Object.entries(record).filter(([name]) => !FRAME.has(name))
}

export function shown(name: string, value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (name === 'cent' && typeof value === 'number') return euros(value)
  if (typeof value === 'number') return value.toLocaleString('de-DE', { maximumFractionDigits: 3, useGrouping: false })
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value.split('-').reverse().join('.') : oneLine(value)
  if (Array.isArray(value)) return value.length ? value.map((one) => shown('', one)).join(' | ') : '–'
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([, inner]) => inner !== null)
    .map(([inner, content]) => `${inner} ${shown(inner, content)}`)
    .join(', ')
}

function euros(cent: number): string {
  const whole = Math.round(Math.abs(cent))
  const sign = cent < 0 ? '−' : ''
  return `${sign}${Math.trunc(whole / 100).toLocaleString('de-DE')},${String(whole % 100).padStart(2, '0')} €`
}
