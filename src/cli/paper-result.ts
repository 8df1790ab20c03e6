/**
 * What an import tells about one paper: all that its reports need, and no more, so that thousands can wait their turn.
 */
import { basename } from 'node:path'
import { type Bundle, recordsOf, type Status } from '../bundle.ts'
import type { Message } from '../document.ts'
import { DOUBTS } from '../doubts.ts'
import { MESSAGES } from '../messages.ts'
import type { Outcome } from '../store/store.ts'
import { failedChecks } from './checks.ts'

export interface PaperResult {
  readonly quelle: string
  readonly status: Status
  /** What the database made of it; null: nothing was written. */
  readonly geschehen: Outcome | null
  readonly nummer: string | null
  readonly kommune: string | null
  readonly betreff: string | null
  readonly nichtoeffentlich: boolean
  readonly beratungen: number
  readonly betraege: number
  readonly vzae: number
  readonly stellen: number
  /** Calculations of the paper that do not hold. */
  readonly rechnungen: number
  /** Why it should be looked at: code → sentence and number of places. */
  readonly zweifel: ReadonlyMap<string, { readonly text: string; readonly stellen: number }>
  /** Why it could not be read. */
  readonly fehler: readonly { readonly code: string; readonly text: string }[]
}

export function resultOf(bundle: Bundle, geschehen: Outcome | null): PaperResult {
  const [vorlage] = recordsOf(bundle, 'vorlage')
  const [kommune] = recordsOf(bundle, 'kommune')
  return {
    quelle: bundle.quelle,
    status: bundle.status,
    geschehen,
    nummer: textIn(vorlage?.nummer),
    kommune: textIn(kommune?.name),
    betreff: textIn(vorlage?.betreff),
    nichtoeffentlich: vorlage?.oeffentlichkeit === 'nichtoeffentlich',
    beratungen: recordsOf(bundle, 'beratungsfolge').length,
    betraege: recordsOf(bundle, 'betraege').length,
    vzae: recordsOf(bundle, 'vzae').length,
    stellen: recordsOf(bundle, 'stellen').length,
    rechnungen: failedChecks(bundle).length,
    zweifel: doubtsIn(bundle),
    fehler: bundle.meldungen.filter(({ stufe }) => stufe === 'fehler').map(({ code, text }) => ({ code, text })),
  }
}

/** A file nothing is kept of. */
export function failedResult(quelle: string, { code, text }: Pick<Message, 'code' | 'text'>): PaperResult {
  const nothing = { nummer: null, kommune: null, betreff: null, nichtoeffentlich: false }
  const counts = { beratungen: 0, betraege: 0, vzae: 0, stellen: 0, rechnungen: 0 }
  return {
    quelle,
    status: 'fehler',
    geschehen: null,
    ...nothing,
    ...counts,
    zweifel: new Map(),
    fehler: [{ code, text }],
  }
}

/** How a paper is called in a list: its number, or the name of its file. */
export function nameOf({ nummer, quelle }: Pick<PaperResult, 'nummer' | 'quelle'>): string {
  return nummer ?? basename(quelle)
}

function doubtsIn(bundle: Bundle): PaperResult['zweifel'] {
  const found = new Map<string, { text: string; stellen: number }>()
  const add = (code: string, text: string): void => {
    const known = found.get(code)
    if (known) known.stellen++
    else found.set(code, { text, stellen: 1 })
  }
  for (const { code, stufe, text } of bundle.meldungen) {
    if (stufe === 'zweifel') add(code, isKeyOf(MESSAGES, code) ? MESSAGES[code][1] : text)
  }
  for (const { zweifel } of Object.keys(bundle.daten).flatMap((key) => recordsOf(bundle, key))) {
    for (const code of zweifel) add(code, isKeyOf(DOUBTS, code) ? DOUBTS[code] : code)
  }
  return found
}

function isKeyOf<T extends object>(list: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(list, key)
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
