/**
 * What a verb, or a word of change, makes of an amount: "um 5 € erhöht" is how much is added and not the thing that is
 * raised, "mit 5 € bezuschusst" the grant and not the thing that got it.
 *
 * A noun of change is the name ("Aufstockung des Budgets um 5 €"). Where only the verb says it, the thing keeps its name as
 * printed, and that it is the amount's is in doubt.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { phraseBeginning } from './noun-phrase.ts'
import { wordsOf } from './words.ts'

/** What an amount is of the thing its phrase names: what is added to or taken from it, or granted for it. */
export type Change = 'change' | 'grant'

const VERB = new RegExp(
  oneLine`
    (?<!\p{L})(?:
      (?:zu )?erhöh(?:t|en|te|ten|end|zu)?(?:e[nrsm]?)?|
      (?:ge|an|ange|zu)?(?:steig(?:t|en|ern|ert)|stieg(?:en)?|stiege)|
      reduzier(?:t|en|te|ten)|verringer(?:t|n|te|ten)|vermindert?n?|
      (?:ab|zu|abzu|abge|ge)?(?:senkt?e?n?|sinkt?e?n?|gesunken|sank(?:en)?)|
      (?:zu |ge)?kürz(?:t|en|te|ten)|angehoben|anzuheben|anheben|aufgestockt|aufzustocken|aufstocken|
      entlaste(?:t|n|te|ten)|über(?:schritten|schreitet|schreiten)|unter(?:schritten|schreitet|schreiten)|
      verbesser(?:t|n|te|ten)|verschlechter(?:t|n|te|ten)
    )(?!\p{L})
  `,
  'iu',
)
/** Only behind the amount: before it an adjective belongs to another noun. */
const COMPARATIVE = /(?<!\p{L})(?:teurer|höher|billiger|günstiger|niedriger|geringer)(?:e[nrsm]?)?(?!\p{L})/iu
/** "um AMOUNT", "um bis zu AMOUNT" */
const BY =
  /(?<!\p{L})um\s(?:(?:ca\.|rund|rd\.|etwa|circa|knapp|gut|weitere|jeweils|insgesamt|bis zu|voraussichtlich)\s){0,2}$/u
/** A noun of change already names what the amount is. */
const NOUN = latin(
  oneLine`
    (?<!\p{L})\p{L}*(?:[Ee]rhöhung|[Ss]teigerung|[Aa]nstieg|[Zz]unahme|[Aa]ufstockung|[Aa]nhebung|[Rr]eduzierung|[Rr]eduktion|
    [Vv]erringerung|[Vv]erminderung|[Ss]enkung|[Kk]ürzung|[Rr]ückgang|[Aa]npassung|[Ee]ntlastung|[Vv]erbesserung|
    [Vv]erschlechterung|[Üü]berschreitung|[Uu]nterschreitung|[Ee]insparung(?:en)?|[Ee]rsparnis|[Aa]ufschlag|[Mm]ehr\p{L}+|[Mm]inder\p{L}+)(?!\p{L})
  `,
  'u',
)
/** "wurde mit AMOUNT aus dem Programm bezuschusst" */
const WITH = /(?<!\p{L})mit\s(?:(?:ca\.|rund|rd\.|etwa|circa|bis zu|maximal|insgesamt|jeweils|jährlich)\s){0,2}$/u
const GRANTED = /(?<!\p{L})(?:(?:mit)?bezuschuss(?:t|en)|(?:mit)?gefördert|fördern)(?!\p{L})/u
/** "Das Land fördert den Neubau mit AMOUNT" */
const GRANTS = /(?<!\p{L})(?:fördert|fördern|förderte|bezuschusst|bezuschussen)\s[^,;:]{3,140}$/u
/** "AMOUNT günstiger", "AMOUNT weniger als": what lies between two things. */
const COMPARED = /^\s?(?:günstiger|teurer|billiger|niedriger|höher|weniger|mehr)(?!\p{L})/u
/** "um AMOUNT unter dem Ansatz": what lies between two amounts. */
const APART = /^\s?(?:unter|über)\s(?:de[rmn]|den)\s/u
/** "gegenüber dem Entwurf (AMOUNT": what another is compared with. */
const COMPARED_WITH = /(?<!\p{L})(?:gegenüber|im Vergleich zu[mr]?|statt)\s[^,;()]{2,50}\(\s?$/u
/** "AMOUNT Aufwand einzusparen": what is not spent. */
const SAVED = /(?<!\p{L})(?:einzusparen|eingespart|einsparen|einspart|einsparten)(?!\p{L})/u
const CLAUSE_END = /[.;:,](?=\s|$)/u

/**
 * @param left
 *   What stands before the amount, behind the one before it.
 * @param rest
 *   What follows the amount in its sentence.
 * @returns
 *   What the amount is of the thing its phrase names; undefined if it is just its amount.
 */
export function changeOf(left: string, rest: string): Change | undefined {
  const clause = rest.split(CLAUSE_END, 1)[0]?.slice(0, 200) ?? ''
  if (COMPARED.test(rest) || SAVED.test(clause) || (BY.test(left) && APART.test(rest))) return 'change'
  if (BY.test(left))
    return VERB.test(clause) || COMPARATIVE.test(clause) || VERB.test(left.slice(-120)) ? 'change' : undefined
  if (!WITH.test(left)) return undefined
  return GRANTED.test(clause) || GRANTS.test(left.slice(-160)) ? 'grant' : undefined
}

/** Is the amount that of what the phrase is compared with? */
export function isCompared(left: string): boolean {
  return COMPARED_WITH.test(left)
}

/** Is the amount what is added to, taken from or granted for the thing, and the phrase names the thing alone? */
export function hidesChange(phrase: string, change: Change | undefined): boolean {
  if (!change || phrase.endsWith(')') || NOUN.test(phrase)) return false
  return !(/zusch|förder|zuwend/iu.test(phrase) && change === 'grant')
}

/** "eine Aufstockung des Budgets ab 2031 um AMOUNT": the noun of change with what it changes. */
export function fromChange(left: string): string | undefined {
  const by = BY.exec(left)
  if (!by) return undefined
  const words = wordsOf(left.slice(0, by.index))
  const at = words.findLastIndex(({ kind, text }) => kind === 'noun' && NOUN.test(text))
  const behind = words.slice(at + 1)
  if (at < 0 || behind.length > 9 || behind.some(({ kind }) => /^(?:verb|comma|stop|open|close)$/.test(kind)))
    return undefined
  let start = at
  while (words[start - 1]?.kind === 'adjective' || words[start - 1]?.kind === 'article') start--
  const phrase = phraseBeginning(words.slice(start), words[start - 1])
  return phrase?.replace(/ (?:in|im|ab|für|von|zum) (?:(?:Jahr|Haushaltsjahr) )?[\d.]*(?:19|20)\d\d$/u, '')
}
