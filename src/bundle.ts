/**
 * The bundle: one paper, everything read from it, everything said about it. JSON; what workers return, what
 * `extract --json` prints, what the store writes. The record keys and their shapes come from the extractors.
 */
import type { Level } from './document.ts'

export type Status = 'ok' | 'pruefen' | 'fehler'

/** Where a record is printed: its proof. */
export interface Beleg {
  /** Verbatim: `text.slice(von, bis)`. */
  readonly zitat: string
  /** UTF-16 offsets into the paper's text. */
  readonly von: number
  readonly bis: number
  /** From 1; null for formats without pages. */
  readonly seite: number | null
  /** Line of the paper's text, from 1. */
  readonly zeile: number
  /** Boxes on pages, in points from the top left: left, top, right, bottom. */
  readonly flaechen: readonly { readonly seite: number; readonly kasten: readonly [number, number, number, number] }[]
  readonly extraktor: string
  readonly version: number
}

/** What stands on every record beside its own fields. */
export interface RecordFrame {
  /** Unique within the paper and stable for the same reading: `betraege-3`. */
  readonly id: string
  /** From the closed list in `src/doubts.ts`; empty: certain. */
  readonly zweifel: readonly string[]
  readonly beleg: Beleg
  /** Proofs of single fields, where they are not within `beleg`. */
  readonly belege?: Readonly<Record<string, Beleg>>
}

export type RecordValue = RecordFrame & Readonly<Record<string, unknown>>

export interface Meldung {
  readonly code: string
  readonly stufe: Level
  readonly text: string
  /** Stage or extractor. */
  readonly von: string
  readonly stelle: {
    readonly zitat: string
    readonly von: number
    readonly bis: number
    readonly seite: number | null
    readonly zeile: number
  } | null
}

export interface Bundle {
  /** Path as given. */
  readonly quelle: string
  readonly sha256: string
  readonly bytes: number
  readonly medientyp: string
  /** Version of the reading: program and extractors. Two equal ones give equal bundles for equal bytes. */
  readonly lesart: string
  readonly profil: string
  readonly vendor: string | null
  readonly status: Status
  readonly meldungen: readonly Meldung[]
  /** The one text; empty if nothing could be read. */
  readonly text: string
  readonly seiten: number | null
  /** By record key: a list for kinds with many, an object or null for the others. */
  readonly daten: Readonly<Record<string, readonly RecordValue[] | RecordValue | null>>
}

/** The records of one key as a list, whether there are many or one. */
export function recordsOf(bundle: Bundle, key: string): readonly RecordValue[] {
  const value = bundle.daten[key]
  if (!value) return []
  return Array.isArray(value) ? value : [value as RecordValue]
}
