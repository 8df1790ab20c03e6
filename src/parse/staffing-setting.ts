/**
 * Where a quantity of staff stands, and what a rule for its subject is.
 *
 * Reads: one searchable text (`viewOf`).
 */
import type { Span } from '../document.ts'

/** Where a quantity stands: everything in one searchable text (`viewOf`). */
export interface Setting {
  readonly view: string
  readonly mention: Span & { readonly unitStart: number }
  /** The sentence of the mention. */
  readonly sentence: Span
  /** End of the quantity before it in the same sentence, else the sentence's start. */
  readonly from: number
  /** Start of the next quantity in the same sentence, else the sentence's end. */
  readonly to: number
  /** The sentence before, within the same block; empty if there is none. */
  readonly previous: string
  /** The heading above, for a pronoun that refers to it. */
  readonly heading: string
  /** What the quantity before it in the same sentence is for. */
  readonly last: string | null
  /** Whether that name is doubted. */
  readonly lastUnsure?: boolean
  /** The same of a quantity in this sentence or the one before. */
  readonly carried: string | null
}

export interface Words extends Setting {
  readonly before: string
  /** Since the quantity before it. */
  readonly near: string
  readonly after: string
}

export type Rule = (words: Words) => string | null

/** Several blanks as one. */
export function oneBlank(words: string): string {
  return words.replace(/ {2,}/g, ' ')
}
