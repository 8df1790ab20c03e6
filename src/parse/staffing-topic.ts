/**
 * What a table without a unit is about: posts, by its corner, the words above it or its heading; or money.
 *
 * Never guesses: a word for posts makes numbers posts only where no word for money stands with it, and the caller looks
 * at the numbers.
 * Reads: heads and cells of one table, the block above it, the heading above that.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { leadSentence } from './staffing-lead-sentence.ts'
import type { StaffUnit } from './staffing-unit.ts'

export interface Topic {
  readonly heads: readonly string[]
  readonly body: readonly (readonly string[])[]
  readonly above: string
  readonly heading: string
}

const POSTS = latin(
  oneLine`
    (?<!\p{L})(?:
      (?:Gesamt|Nachtrags?|Teil)?-?[Ss]tellen(?:
        plan|pläne|übersicht|bedarf|entwicklung|ausstattung|bestand|besetzung|mehrung|zuwachs|aufwuchs|
        umfang|verteilung
      )(?:e?n?s)?|
      (?:Plan|Soll|Ist|Personal)stellen|Stellen(?=\s*$|\s+(?:in|im|je|nach|der|des|pro|\d)(?!\p{L}))
    )(?!\p{L}|-?[Nn]r)
  `,
  'u',
)
const STAFF =
  /(?<!\p{L})(?:Personal(?:bedarf|ausstattung|bestand|entwicklung|bemessung|stärke|kapazität(?:en)?|mehrbedarf|stand)(?:e?s)?|Personelle (?:Ausstattung|Entwicklung|Besetzung)|personelle (?:Ausstattung|Entwicklung|Besetzung))(?!\p{L})/u
const MONEY = latin(
  oneLine`
    €|
    (?<!\p{L})(?:
      T?EUR|TEuro|Euro|Tsd|Mio|Mrd|
      [\p{L}-]*(?:
        [Kk]osten|[Aa]ufw[aäe]nd(?:e|es|ungen)?|[Ee]rtr[aä]ge?s?|[Bb]etr[aä]ge?|[Zz]uschüsse?|
        [Zz]uweisung(?:en)?|[Ee]ntgelte|[Ee]innahmen|[Aa]usgaben|[Aa]uszahlung(?:en)?|[Ee]inzahlung(?:en)?|
        [Ii]nvestition(?:en)?|[Ee]inspar\p{Ll}*|[Ee]tat|[Bb]udget|[Mm]ittel|[Ff]inanz\p{Ll}*
      )|
      Haushaltsansatz|Ergebnishaushalt
    )(?!\p{L})
  `,
  'u',
)
/** Shares and ratios. */
const RATE = /%|(?<!\p{L})(?:Prozent|Quote|Anteil)(?!\p{L})/u

/** Does the corner of a table, its heads or the names of its rows, or the sentence above it speak of money? */
export function isMoneyTable({ heads, body, above }: Topic): boolean {
  const labels = body.map((row) => row.find((cell) => /\p{L}{2}/u.test(cell)) ?? '')
  return (
    MONEY.test(heads[0] ?? '') ||
    (labels.length > 1 && labels.filter((label) => MONEY.test(label)).length * 2 >= labels.length) ||
    MONEY.test(leadSentence(above))
  )
}

/** The unit of a table about posts; undefined if nothing says that it is. `counted` is what the paper counts in. */
export function unitOfTopic({ heads, above, heading }: Topic, counted: StaffUnit): StaffUnit | undefined {
  for (const words of [heads[0] ?? '', leadSentence(above), heading]) {
    if (MONEY.test(words) || RATE.test(words)) return undefined
    if (POSTS.test(words)) return 'stellen'
    if (STAFF.test(words)) return counted
  }
  return undefined
}
