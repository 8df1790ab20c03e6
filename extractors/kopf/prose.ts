/**
 * Lines of running text: sentences, speech, what happened in the hall. None of them is a title.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { wordsOf } from '../../src/parse/words.ts'

/** Who speaks or is spoken to: a title is written by nobody. In quotation marks it may be a motto. */
const SPOKEN = /(?<![\p{L}„"“«»])(?:ich|wir|mir|mich|uns|euch|Ich|Wir|Ihnen|Damen und Herren)(?!\p{L})/u

/** `(Beifall bei der Fraktion)`, `(Beginn: 15.30 Uhr)`: a line in brackets, or one that opens or closes such. */
const IN_BRACKETS = /^\([^()]*\)$|^\((?:Beifall|Zuruf|Heiterkeit|Lachen|Unruhe|Beginn|Ende|Zwischenruf|Glocke)/u

/** Who speaks, then what: `Bürgermeisterin Ada Sommer: Guten Abend`. */
const SPEAKER =
  /^(?:(?:Ober|Erste[r]? )?(?:[Bb]ürgermeister|Stadtr[aä]t|Ratsmitglied|Ratsherr|Ratsfrau|Vorsitzende|Beigeordnete|Stadtverordnete|Landr[aä]t|Stadtpräsident|Stadtdirektor)\p{L}*|Herrn?|Frau|StR\.?) [^:]{3,60}: \p{Lu}/u

/** Finite verbs that make a sentence of a line with a full stop; others stand in titles as participles. */
const FINITE = latin(
  oneLine`
    (?<!\p{L})(?:
      ist|sind|war|waren|wird|werden|wurde|wurden|hat|haben|kann|können|soll|sollen|muss|müssen|möge|liegt|
      liegen|steht|stehen|gibt|geht|nimmt|fasst|fragt|bittet|verweist|weist|erläutert|begründet|erklärt|
      teilt|stellt|stimmt|lehnt|dankt|eröffnet|begrüßt|beschließt|empfiehlt|beantragt|sieht|findet|finden
    )(?!\p{L})
  `,
  'u',
)

/** Is a line, or the lines of a run folded, running text? */
export function isProse(text: string): boolean {
  const words = text.trim()
  if (IN_BRACKETS.test(words) || SPEAKER.test(words) || SPOKEN.test(words)) return true
  return isSentence(words)
}

/** A sentence with its verb: it ends in a full stop, or it breaks off after so many words that it can be no heading. */
function isSentence(text: string): boolean {
  if (!FINITE.test(text) || /^[„"“»]/u.test(text)) return false
  if (/[^.]\.$/u.test(text) && text.split(' ').length > 2) return true
  return text.length > 110 && /\p{Ll}{3,}[.!] \p{Lu}/u.test(text) && wordsOf(text).some(({ kind }) => kind === 'verb')
}
