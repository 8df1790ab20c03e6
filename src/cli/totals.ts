/**
 * The sums of an import, and its doubts by reason.
 */
import type { Outcome } from '../store/store.ts'
import { nameOf, type PaperResult } from './paper-result.ts'

export interface Doubted {
  readonly text: string
  vorlagen: number
  stellen: number
  readonly beispiele: string[]
}

export interface Totals {
  vorlagen: number
  ok: number
  pruefen: number
  fehler: number
  readonly geschehen: Record<Outcome, number>
  beratungen: number
  betraege: number
  vzae: number
  stellen: number
  /** Calculations that do not hold, and the papers they stand in. */
  readonly rechnungen: { stellen: number; vorlagen: number; readonly beispiele: string[] }
  readonly zweifel: Map<string, Doubted>
}

const EXAMPLES = 3

export function emptyTotals(): Totals {
  const geschehen = { neu: 0, version: 0, unveraendert: 0, 'neu-gelesen': 0 }
  const counts = { beratungen: 0, betraege: 0, vzae: 0, stellen: 0 }
  const rechnungen = { stellen: 0, vorlagen: 0, beispiele: [] }
  return { vorlagen: 0, ok: 0, pruefen: 0, fehler: 0, geschehen, ...counts, rechnungen, zweifel: new Map() }
}

/** Order does not matter but for the examples, which stay the first ones by name. */
export function addTo(totals: Totals, result: PaperResult): void {
  totals.vorlagen++
  totals[result.status]++
  if (result.geschehen) totals.geschehen[result.geschehen]++
  for (const name of ['beratungen', 'betraege', 'vzae', 'stellen'] as const) totals[name] += result[name]
  if (result.rechnungen) {
    totals.rechnungen.stellen += result.rechnungen
    totals.rechnungen.vorlagen++
    addExample(totals.rechnungen.beispiele, nameOf(result))
  }
  for (const [code, { text, stellen }] of result.zweifel) {
    const doubted = totals.zweifel.get(code) ?? { text, vorlagen: 0, stellen: 0, beispiele: [] }
    doubted.vorlagen++
    doubted.stellen += stellen
    addExample(doubted.beispiele, nameOf(result))
    totals.zweifel.set(code, doubted)
  }
}

function addExample(examples: string[], name: string): void {
  examples.push(name)
  examples.sort()
  examples.splice(EXAMPLES)
}
