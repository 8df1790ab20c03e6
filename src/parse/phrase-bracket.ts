/**
 * The noun directly before a bracket that holds an amount: it names the amount, wherever the verb of the sentence stands.
 */

import { phraseEnding } from './noun-phrase.ts'
import { PLAN, TIME } from './phrase-verb.ts'
import { wordsOf } from './words.ts'

/** The year the amount carries anyway. */
const IN_YEAR =
  /\s(?:(?:aus|für|in|im|von|ab)\s)?(?:(?:dem|den|das|die)\s)?(?:\p{L}*[Jj]ahr(?:e|en|es)?\s)?(?:19|20)\d\d$/u

/** "in Höhe von 50 % der Kosten" */
const SHARE_OF =
  /\s(?:(?:in (?:einer |der )?(?:Höhe|Größenordnung) )?(?:von|über|zu|mit)\s)(?:(?:ca\.|rund|etwa|bis zu)\s)?\d{1,3}(?:,\d+)?\s?(?:%|Prozent|v\. ?H\.)\s(?:de[rs]|von|an den)\s[^,;:()]{3,100}$/u

const ADVERBIAL = /\s(?:im|in|über|durch|nach|bei|auf|mit|aus|ab|am|an|unter)\s/u

/** "Überdeckungen aus den Jahren 2031 (AMOUNT", "Zuschuss von 50 % der Kosten (AMOUNT": the noun before the bracket. */
export function fromBracket(left: string): string | undefined {
  const said = /^([\s\S]*[^\s(])\s?\((?:\s?\p{Ll}{3,20}|(?:Preis|Kosten)?[Ss]tand [\d/.]{4,10}:?)?$/u.exec(left)?.[1]
  if (!said) return undefined
  const words = wordsOf(
    said
      .replace(IN_YEAR, '')
      .replace(SHARE_OF, '')
      .replace(/\s(?:ca\.|rund|rd\.|etwa)(?=\s\d)/u, ''),
  )
  const phrase = words.at(-1)?.kind === 'noun' ? phraseEnding(words) : undefined
  return phrase && !ADVERBIAL.test(phrase) && !TIME.test(phrase) && !PLAN.test(phrase) ? phrase : undefined
}

/** "wurde beurkundet (Kaufpreis AMOUNT", "(Anlagen: 3 €, Wartung AMOUNT": what names the amount inside the bracket. */
export function insideBracket(left: string): string | undefined {
  return /(?:\(|^[^()]{0,20},\s)(?!\p{L}*[Ss]tand(?!\p{L}))(\p{Lu}\p{Ll}[\p{L}-]+)(?: (?:19|20)\d\d)?:?$/u.exec(
    left.includes('(') ? left : '',
  )?.[1]
}
