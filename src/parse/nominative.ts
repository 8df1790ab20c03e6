/**
 * A noun phrase put into the nominative, without its article: "den zusätzlichen Mitteln" → "zusätzliche Mittel".
 *
 * The article tells case and gender where it can; else the noun's ending. What cannot be told stays as printed.
 */

const FEMININE =
  /(?:ung|heit|keit|schaft|ion|tät|ik|ur|ie|enz|anz|hilfe|summe|miete|rate|gebühr|reserve|lage|umlage|pauschale|steuer|last|rücklage|spende|grenze|höhe|fläche|stelle)$/iu
const NEUTER =
  /(?:chen|ment|um|budget|volumen|defizit|ergebnis|darlehen|honorar|entgelt|konto|kapital|projekt|programm|angebot|guthaben|vermögen|geld|gehalt|jahr|haus)$/iu
const PLURAL_DATIVE =
  /(mittel|gelder|zuschüsse|zuschläge|beträge|erträge|aufträge|beiträge|kredite|preise|erlöse|container|anteile|verluste|gewinne|überschüsse|fehlbeträge|entgelte|ansätze|verträge|projekte|angebote|honorare|bescheide|vermerke)n$/iu
const PLURAL =
  /(?:en|mittel|gelder|zuschüsse|träge|kredite|preise|erlöse|kosten|entgelte|ansätze|güsse|projekte|angebote|anteile)$/iu

/**
 * @param article
 *   The article or preposition with article that stands before the phrase, lower case, or the empty string.
 * @param phrase
 *   Adjectives, noun and what follows the noun.
 * @param nounAt
 *   Which word of `phrase` (by blanks) is the head noun.
 */
export function nominative(article: string, phrase: string, nounAt: number): string {
  const words = phrase.split(' ')
  const noun = words[nounAt]
  if (noun === undefined) return phrase
  const head = headNoun(article, noun)
  const ending = endingFor(article, head)
  return words
    .map((word, at) => (at === nounAt ? head : at < nounAt ? adjective(word, ending, article) : word))
    .join(' ')
}

function headNoun(article: string, noun: string): string {
  const plural = PLURAL_DATIVE.exec(noun)
  if (plural && article !== 'die') return noun.slice(0, -1)
  if (/^(?:des|eines|seines|ihres|dieses)$/.test(article)) {
    if (/(?:ses)$/.test(noun)) return noun.slice(0, -2)
    return noun.replace(/([^s])(?:es|s)$/u, (all, letter: string) =>
      all.endsWith('es') && !/[dtgk]es$/.test(noun) ? `${letter}e` : letter,
    )
  }
  return noun
}

/** Adverbs that end as adjectives do. */
const ADVERB =
  /^(?:bisher|immer|weiter|ferner|früher|später|zugrunde|heute|gerade|beinahe|zuvor|\p{L}+weise|seitens|wegen|neben|eben|gegen|vier|sieben|zusammen|daneben)$/u

type Ending = 'er' | 'e' | 'es' | undefined

function endingFor(article: string, noun: string): Ending {
  const plural = PLURAL.test(noun) && !FEMININE.test(noun)
  if (/^(?:die|diese|jene|eine|einer|keine|keiner|ihre|seine|zur|alle)$/.test(article)) return 'e'
  if (/^(?:das|dieses|jenes)$/.test(article)) return 'es'
  if (/^(?:einen|keinen|seinen|ihren|diesen)$/.test(article)) return plural ? 'e' : 'er'
  if (article === 'den') return plural || /(?:el|e)$/.test(noun) ? 'e' : 'er'
  if (/^(?:dem|des|einem|eines|diesem|zum|im|vom|beim|am|seinem|ihrem)$/.test(article))
    return NEUTER.test(noun) ? 'es' : 'er'
  return plural || FEMININE.test(noun) ? 'e' : undefined
}

function adjective(word: string, ending: Ending, article: string): string {
  if (!/^\p{Ll}.*(?:e|en|er|es|em)$/u.test(word) || ADVERB.test(word)) return word
  // "der neue Zuschuss" is masculine and nominative, "der neuen Mittel" and "der neuen Stelle" are neither.
  if (/^(?:der|dieser|jener)$/.test(article)) return word.replace(/(?:en|e)$/u, word.endsWith('en') ? 'e' : 'er')
  if (ending === undefined || (/^(?:ein|kein|sein|ihr)$/.test(article) && /(?:er|es)$/.test(word))) return word
  return word.replace(/(?:en|er|es|em|e)$/u, ending)
}
