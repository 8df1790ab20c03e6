/**
 * Counts of votes: `Ja: 6, Nein: 3, Enthaltungen: 0`, `49/18/0`, `2 Ja-, 12 Gegenstimmen und 3 Stimmenthaltungen`.
 *
 * Units: counts of members; null where the text does not say it. "einstimmig" beside a count of Ja says that nobody
 * voted against or abstained, unless it is printed.
 * Never guesses: `1/6/3` counts only as a whole, in brackets or behind a word for a vote.
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { remembering } from './remember.ts'

export interface Vote {
  readonly ja: number | null
  readonly nein: number | null
  readonly enthaltung: number | null
}

export interface FoundVote extends Span {
  readonly vote: Vote
}

const TRIPLE =
  /(?<lead>(?:Votum|Abstimmung(?:sergebnis)?|Ergebnis|Stimmen|Ja\/Nein\/Enth(?:altung(?:en)?)?\.?):? *)?(?<![\d/.])(?<ja>\d{1,3}) ?[/:] ?(?<nein>\d{1,3}) ?[/:] ?(?<enth>\d{1,3})(?![\d/.])/giu
/** Who voted so stands in brackets behind the count: `4 dagegen (XYZ), 2 Enthaltungen`. */
const WHO = String.raw`(?: ?\([^()\d]{2,80}\))?`
const GAP = String.raw`${WHO}[\s,;:|./()–+-]{0,6}(?:und |bei |sowie |gegen )?`
const NUMBER_FIRST = latin(
  oneLine`
    (?<![\d.,/])(?<ja>\d{1,3}) ?(?:x ?)?(?:Ja|dafür|Für-?stimmen|Stimmen dafür|Stimmen mit Ja)(?!\p{L}{8})(?:-? ?Stimmen?|-)?(?:
      ${GAP}(?<nein>\d{1,3}|keine) ?(?:x ?)?(?:
        Nein(?:-? ?[Ss]timmen?|-)?|Gegenstimmen?|dagegen|Stimmen dagegen|Stimmen mit Nein|Gegen-
      )
    )?(?:${GAP}(?<enth>\d{1,3}|keine)\s?(?:x ?)?(?:Stimmenthaltung(?:en)?|Enthaltung(?:en)?|Enth\.))?
  `,
  'giu',
)
const WORD_FIRST = latin(
  oneLine`
    (?<!\p{L})(?:Ja(?:-?[Ss]timmen)?|Dafür):?[ \t]?(?<ja>\d{1,3})(?:
      ${GAP}(?:Nein(?:-?[Ss]timmen)?|Gegenstimmen|Dagegen):?[ \t]?(?<nein>\d{1,3})
    )?(?:
      ${GAP}(?:Stimmenthaltung(?:en)?|Enthaltung(?:en)?|Enth\.?):?[ \t]?(?<enth>\d{1,3})
    )?
  `,
  'giu',
)

/**
 * The first count of votes in a text.
 *
 * @returns
 *   `undefined` if there is none. A triple of bare numbers counts if it is the whole text, stands in brackets, or a word
 *   for votes leads it.
 */
export const findVote = remembering((text: string): FoundVote | undefined => {
  if (!/\d/.test(text)) return undefined
  const worded = /ja|für/i.test(text) ? [...text.matchAll(WORD_FIRST), ...text.matchAll(NUMBER_FIRST)] : []
  const found = [...worded, ...text.matchAll(TRIPLE)]
    .filter(({ groups, 0: whole }) => groups?.nein !== undefined || groups?.enth !== undefined || isAlone(whole, text))
    .filter(
      ({ groups, 0: whole, index }) =>
        !isTriple(whole) ||
        groups?.lead ||
        whole.trim() === text.trim().replace(/^\(|\)$/g, '') ||
        (text[index - 1] === '(' && text[index + whole.length] === ')'),
    )
    .sort((a, b) => b[0].length - a[0].length)[0]
  if (!found) return undefined
  const unanimous = /einstimmig|einmütig/i.test(text)
  const rest = unanimous ? 0 : null
  const vote = {
    ja: countOf(found.groups?.ja) ?? null,
    nein: countOf(found.groups?.nein) ?? rest,
    enthaltung: countOf(found.groups?.enth) ?? rest,
  }
  return { vote, start: found.index, end: found.index + found[0].trimEnd().length }
})

/** A count of Ja alone is a vote only if it says "Stimmen" or the text says the rest. */
function isAlone(whole: string, text: string): boolean {
  return /stimme/i.test(whole) || /einstimmig|einmütig/i.test(text)
}

function isTriple(whole: string): boolean {
  return !/\b(?:ja|nein|dafür)\b/i.test(whole) || /Ja\/Nein/i.test(whole)
}

function countOf(printed: string | undefined): number | undefined {
  return printed === undefined ? undefined : /^keine$/i.test(printed) ? 0 : Number(printed)
}
