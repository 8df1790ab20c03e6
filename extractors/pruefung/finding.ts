/**
 * From a calculation to a record: what is expected and found, whether it holds, and if not, who is to blame.
 *
 * A calculation that holds speaks for the reading of its cells; one that does not is first held against the reading.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { Verdict } from '../../src/extractor.ts'
import type { PruefungValue } from './schema.ts'
import type { Value } from './value.ts'

export interface Calculation {
  readonly art: PruefungValue['art']
  readonly gegenstand: string | null
  readonly rechnung: string
  readonly target: Value
  readonly parts: readonly Span[]
  readonly expected: number
  readonly tolerance: number
  readonly place: { readonly tabelle: string; readonly zeile: number; readonly spalte: number } | null
  /** Rows and columns are sure, and no slip of the reading explains the difference. */
  readonly sure: boolean
  /** The numbers leave nothing to chance: if it holds, cells and columns are read right. */
  readonly strong: boolean
}

export interface Finding {
  readonly kind: 'pruefungen'
  readonly value: PruefungValue
  readonly evidence: Span
  readonly doubts: readonly Doubt[]
  readonly verdicts: readonly Verdict[]
  /** Where all its numbers stand. */
  readonly numbers: readonly Span[]
}

/** What an exact sum settles about its cells. */
export const SETTLED: readonly Doubt[] = ['tabelle-unsicher', 'spalte-unsicher']

export function findingOf(one: Calculation): Finding {
  const { art, gegenstand, rechnung, target, parts, place, expected, tolerance } = one
  const haelt = Math.abs(target.milli - expected) <= tolerance
  const ursache = haelt ? null : one.sure ? 'vorlage' : 'lesung'
  const cells = [{ start: target.start, end: target.end }, ...parts]
  // Cents are hundredths of what thousandths are kept of.
  const unit = target.money ? 10 : 1000
  return {
    kind: 'pruefungen',
    value: {
      ...{ art, gegenstand, rechnung, haelt, ursache },
      ...{ tabelle: place?.tabelle ?? null, zeile: place?.zeile ?? null, spalte: place?.spalte ?? null },
      einheit: target.money ? 'cent' : 'zahl',
      erwartet: rounded(expected / unit),
      gefunden: rounded(target.milli / unit),
      differenz: rounded((target.milli - expected) / unit),
      toleranz: rounded(tolerance / unit),
    },
    evidence: { start: target.start, end: target.end },
    numbers: cells,
    doubts: ursache === 'lesung' ? ['rechnung-unstimmig'] : [],
    verdicts: cells.flatMap((cell): Verdict[] => {
      if (ursache === 'lesung') return [{ ...cell, casts: 'rechnung-unstimmig' }]
      return haelt && one.strong && target.milli === expected ? [{ ...cell, settles: SETTLED }] : []
    }),
  }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0
}

/** "1,5 + 2 − 0,5": the numbers as printed, at most a dozen. */
export function sumInWords(terms: readonly { readonly value: Value; readonly sign: 1 | -1 }[]): string {
  const shown = terms.length > 14 ? terms.slice(0, 12) : terms
  const words = shown
    .map(({ value, sign }, at) => {
      const printed = value.printed.replace(/\s+/g, ' ').replace(/^\+ ?/, '')
      const bracketed = /^[-−–]/.test(printed) && at > 0 ? `(${printed})` : printed
      return `${at > 0 || sign < 0 ? (sign < 0 ? '− ' : '+ ') : ''}${bracketed}`
    })
    .join(' ')
  return shown.length < terms.length ? `${words} + … (${terms.length} Zahlen)` : words
}
