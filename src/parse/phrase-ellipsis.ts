/**
 * An amount whose noun stands only at the one before it: "Kosten für die Halle von 5 € sowie für den Hof in Höhe von 6 €",
 * "Die Deckung erfolgt mit 5 € aus dem Fonds und mit 6 € aus der Rücklage".
 */

import { latin } from './latin.ts'
import { phraseBeginning } from './noun-phrase.ts'
import { wordsOf } from './words.ts'

const AND_FOR = latin(
  /^\s*,?\s*(?:und|sowie|bzw\.|,)\s(für|an|aus|bei)\s(.{3,80}?)(?:\s(?:in (?:einer )?Höhe von|i\. ?H\. ?v\.|von|mit))?$/u,
)
const AND_WITH = /^[^;:]{0,120}(?:,|und|sowie)\s(?:(?:mit|in Höhe von|zu|weitere)\s?)?$/u

/**
 * @param before
 *   The phrase of the amount before.
 * @param left
 *   What stands between the two, without what only leads to the amount.
 * @param right
 *   What follows the amount.
 */
export function fromEllipsis(before: string | undefined, left: string, right: string): string | undefined {
  if (!before) return undefined
  const [, preposition = '', own = ''] = AND_FOR.exec(left) ?? []
  const words = own ? wordsOf(own) : []
  if (preposition && !words.some(({ kind }) => /^(?:verb|comma|stop|open)$/.test(kind))) {
    const head = before.split(` ${preposition} `, 1)[0] ?? ''
    const named = phraseBeginning(words)
    return head && head !== before && named && own.endsWith(named.split(' ').at(-1) ?? '')
      ? `${head} ${preposition} ${own.trim()}`
      : undefined
  }
  if (!before.startsWith('Deckung ') || !AND_WITH.test(`${left} `)) return undefined
  const source = /^(?:aus|durch)\s/u.test(right) ? wordsOf(right.slice(0, 160)) : []
  return covered(source)
}

/** "aus dem Fonds": what covers a sum. */
export function covered(source: ReturnType<typeof wordsOf>): string | undefined {
  const [preposition, article] = source
  const named = phraseBeginning(source.slice(1), preposition)
  if (!preposition || !named) return undefined
  return ['Deckung', preposition.text, ...(article?.kind === 'article' ? [article.text] : []), named].join(' ')
}
