/**
 * A noun phrase put behind the noun it belongs to: "das Land" → "des Landes", "die neue Stelle" → "der neuen Stelle".
 *
 * Never guesses: the article says which form it is; nouns of the weak declension ("der Präsident") give undefined.
 */

const WEAK = /(?:[aeiou]nt|ist|oge|ege|graf|rat|herr|urkunde)$/u
const ADJECTIVE = /^(?!vier$|sieben$)\p{Ll}{2,}e[rsnm]?$/u
/** "des Landes", "des Kreises", but "des Umbaus" */
const LONG = /(?:[sßxz]|and|und|eld|echt)$/u

/**
 * @param article
 *   The article it is printed with in the nominative (`der`, `die`, `das`, `ein`, `eine`, lower case), or the genitive
 *   article that is known from elsewhere (`des`).
 * @param phrase
 *   Adjectives, noun and what follows the noun, in the nominative.
 */
export function genitiveOf(article: string, phrase: string): string | undefined {
  const words = phrase.split(' ')
  const at = words.findIndex((word) => /^\p{Lu}/u.test(word))
  const noun = words[at]
  if (noun === undefined) return undefined
  const feminine = article === 'die' || article === 'eine'
  if (!feminine && (WEAK.test(noun) || !/\p{Ll}$/u.test(noun) || /(?:ung|heit|keit|schaft|ion)$/u.test(noun)))
    return undefined
  const head = feminine ? noun : `${noun}${LONG.test(noun) ? 'es' : 's'}`
  const own = words.map((word, index) =>
    index === at ? head : index < at && ADJECTIVE.test(word) ? word.replace(/e[rsnm]?$/u, 'en') : word,
  )
  const first = article.startsWith('ein') ? (feminine ? 'einer' : 'eines') : feminine ? 'der' : 'des'
  return `${first} ${own.join(' ')}`
}
