/**
 * Pay groups of German public service: Entgeltgruppe (E, EG), Besoldungsgruppe (A, B, R, W), Sozial- und
 * Erziehungsdienst (S, SuE), Pflege (P, KR).
 *
 * Never guesses: a letter and a number count only where the number exists in that table ("A 4711", "S 21" are none).
 *
 * Source: TVöD/TV-L (E 1 to E 15Ü, S 2 to S 18, P 5 to P 16), Bundes- und Landesbesoldungsordnungen (A 2 to A 16, B 1 to
 * B 11, R 1 to R 10, W 1 to W 3).
 */
import type { Span } from '../document.ts'

/** A pay group and where it is printed. */
export interface PayGroup extends Span {
  /** Letter, blank, number, small letter: `E 9a`, `A 11`, `S 8b`, `E 15Ü`. */
  readonly gruppe: string
}

/** Alternatives of a regular expression that matches one pay group behind a word boundary. */
export const PAY_GROUP =
  '(?:Entgeltgruppe|EntgGr\\.?|Besoldungsgruppe|BesGr\\.?|TVöD|TV-L|SuE|EG|KR|[EASBRWP])[ \\u00a0]?(?:SuE ?)?(?:[EASBRWP][ \\u00a0]?)?0?\\d{1,2}[ \\u00a0]?(?:[a-cÜü](?![\\p{L}\\d]))?(?![\\d.,]*\\d)'

const FIND = new RegExp(`(?<![\\p{L}\\d])(${PAY_GROUP})`, 'gu')
const PARTS =
  /^(?:(?:Entgeltgruppe|EntgGr\.?|Besoldungsgruppe|BesGr\.?|TVöD|TV-L) ?)?(SuE|EG|KR|[EASBRWP])?[ \u00a0]?(?:SuE ?)?([EASBRWP])?[ \u00a0]?0?(\d{1,2})[ \u00a0]?([a-cÜü])?$/u
const HIGHEST: Readonly<Record<string, number>> = { E: 15, A: 16, S: 18, B: 11, R: 10, W: 3, P: 16, KR: 12 }

/** All pay groups printed in a text, in order. */
export function payGroupsIn(text: string): PayGroup[] {
  const found: PayGroup[] = []
  for (const match of text.matchAll(FIND)) {
    const printed = match[1]?.trimEnd() ?? ''
    const gruppe = payGroupOf(printed)
    if (gruppe) found.push({ gruppe, start: match.index, end: match.index + printed.length })
  }
  return found
}

/** Read exactly one pay group ("EG 09a" is `E 9a`), or `undefined`. */
export function payGroupOf(printed: string): string | undefined {
  const words = printed.trim().replace(/\s+/g, ' ')
  const parts = PARTS.exec(words)
  if (!parts) return undefined
  const table = tableOf(words, parts[2] ?? parts[1])
  const number = Number(parts[3])
  if (!table || number < 1 || number > (HIGHEST[table] ?? 0)) return undefined
  const step = parts[4] ?? ''
  if (step && !/[ESABR]/.test(table)) return undefined
  return `${table} ${number}${step === 'ü' ? 'Ü' : step}`
}

function tableOf(words: string, letter: string | undefined): string | undefined {
  if (letter === 'EG') return 'E'
  if (letter === 'SuE') return 'S'
  if (letter) return letter
  if (/^(?:Entg|TV)/.test(words)) return 'E'
  return /^Bes/.test(words) ? 'A' : undefined
}
