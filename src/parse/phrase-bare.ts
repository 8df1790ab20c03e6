/**
 * A noun of money that says nothing by itself and that nothing in its clause explains: "es entstehen Kosten von 5 €",
 * "Die Aufwendungen hierfür betragen 5 €". Led by its article alone ("Die Kosten betragen 5 €") it stands for what the paper
 * speaks of.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

const BARE = latin(
  oneLine`
    ^(?:(?:weitere|zusätzliche)[nrs]? )?(?:Kosten|Mittel|Preise?|Zuschuss|Zuschüsse|Zuwendung(?:en)?|Förderung|Miete|
    Betrag|Beträge|Summe|Ausgaben|Investitionen|Aufwendungen|Aufwand|Anteil|Ansatz|Pauschale|Wert|Volumen)$
  `,
  'u',
)
/** "hierfür", "wofür": what it is for was said before. */
const FOR_IT = /(?<!\p{L})(?:hier|da|wo)(?:für|raus|durch)(?!\p{L})/iu
/** "Die Mittel stehen im Plan mit 5 €": those that stand there. */
const WHERE_FROM = /\s(?:sind|stehen|werden|wurden)\s/u
/** "Erträge von 5 € und Aufwendungen von 6 €": the one is told by the other. */
const PAIRED = /^Auf/u

/** Is it unclear what the amount is for? */
export function isUnexplained(phrase: string, left: string): boolean {
  if (!BARE.test(phrase)) return false
  const noun = phrase.split(' ').at(-1) ?? ''
  const at = left.search(new RegExp(`(?<!\\p{L})${noun.slice(0, -1)}`, 'u'))
  if (at < 0) return false
  const before = left.slice(0, at)
  if (FOR_IT.test(left.slice(at)) || (phrase === 'Mittel' && WHERE_FROM.test(left.slice(at)))) return true
  return !/(?:^|\s)(?:die|der|das|den|dem|des)\s(?:(?!eine?[nmrs]?\s)\p{Ll}+\s)?$/iu.test(before) && !PAIRED.test(noun)
}

/** "sind bei einer Besetzung ab Juli AMOUNT nötig": on what condition. */
export function isCondition(phrase: string, left: string): boolean {
  const said = /(?<!\p{L})bei eine[rm] (?:\p{Ll}+ )?(\p{Lu}[\p{L}-]+)(?!.*\s(?:von|mit)$)[^,;:()]{0,50}$/u.exec(
    left,
  )?.[1]
  return said !== undefined && phrase.startsWith(said)
}
