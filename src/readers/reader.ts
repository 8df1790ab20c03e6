/**
 * What a reader is: bytes of one format in, blocks out. The pipeline turns the blocks into a `PaperDocument`.
 *
 * A reader never throws because of the paper: what it cannot read it says in `messages`. If one of them is a `fehler`,
 * the paper counts as failed.
 */
import type { Furniture, MediaType, Message, PaperMeta } from '../document.ts'
import type { RawBlock } from './compose.ts'

export interface Limits {
  /** Pages read of one paper; of one without pages as many characters as they would hold. */
  readonly pages: number
  /** Megabytes of one file. */
  readonly megabytes: number
  /** Seconds for one paper. */
  readonly seconds: number
  /** Whether pages without text are read by text recognition; nobody said: never. */
  readonly ocr?: OcrMode
  /** Hears that pages are about to be recognised, which has `OCR_SECONDS` of its own. */
  readonly recognising?: () => void
}

/** `auto`: pages without text, if the machine can; `immer`: also pictures that have text; it is said if it cannot. */
export type OcrMode = 'auto' | 'nie' | 'immer'

/** Seconds for one paper beside its own if pages of it have to be recognised. */
export const OCR_SECONDS = 900

export const DEFAULT_LIMITS: Limits = { pages: 2000, megabytes: 200, seconds: 120 }

export interface Reading {
  readonly blocks: readonly RawBlock[]
  readonly furniture: readonly Furniture[]
  readonly meta: PaperMeta
  readonly messages: readonly Message[]
}

export interface Reader {
  readonly mediaType: MediaType
  read(bytes: Uint8Array, limits: Limits): Promise<Reading> | Reading
}
