/**
 * Cells that were set one below the other, and what kind of value each holds. Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import { MARKED_YEAR } from '../../years.ts'

/** `code`: a pay group or the short name of a unit; `verklebt`: several values in one cell, whose parts nothing tells. */
export type Kind = 'zahl' | 'jahr' | 'tag' | 'leer' | 'wort' | 'code' | 'verklebt'

export interface Cell {
  readonly text: string
  readonly kind: Kind
  /** Lines of the input: from, to (exclusive). */
  readonly from: number
  readonly to: number
  /** Its lines where it has several. */
  readonly lines?: readonly string[]
}

/** A word cut short at the end of a head. */
export const SHORTENED = /(?<!\p{L})(?:Nr|Anz|Abt|Std|Tsd|Mio|ff|lfd|max|p\. ?a)\.$/u

const NUMBER =
  /^(?:[-–−+]|\.\/\.)?\s?(?:€ ?|EUR ?)?(?:\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)|\d{1,7})(?:,\d{1,4}-?|,-{1,2})?\s?(?:€|EUR|Euro|TEUR|T€|%|Mio\.? ?€|VZÄ|Std\.)?(?: p\. ?a\.)?\*{0,3}$/u
const JAHR = new RegExp(`^${MARKED_YEAR}$`, 'u')
const DAY = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})$/
/** Numbers side by side, or a number before words that are no unit of it. */
const GLUED = /^[-–+]?\d[\d.,]*\s+[-–+]?\d[\d.,]*(?:\s|$)|^\d[\d.]*,\d+ (?!€|%|h\b|VZ|Std|Stellen)\p{L}/u
/** `E 9c`, `A 12 / E 11`. */
const CODE = /^\p{Lu}{1,4} ?\d{1,3}[a-zS]?(?: ?[/,–-] ?(?:\p{Lu}{1,4} ?)?\d{1,3}[a-z]?)*$/u
/** Nothing, or that nothing is known. */
const NONE = /^(?:[-–—./]{1,4}|[kK]\. ?A\.|n\. ?[bvn]\.|entf\.|entfällt)$/u

export function kindOf(text: string): Kind {
  if (JAHR.test(text)) return 'jahr'
  if (NONE.test(text)) return 'leer'
  if (DAY.test(text)) return 'tag'
  if (NUMBER.test(text)) return 'zahl'
  if (CODE.test(text)) return 'code'
  return GLUED.test(text) ? 'verklebt' : 'wort'
}

export function isLabel(kind: Kind | undefined): boolean {
  return kind === 'wort' || kind === 'jahr' || kind === 'tag'
}

export function isValue(kind: Kind): boolean {
  return kind === 'zahl' || kind === 'leer' || kind === 'jahr'
}
