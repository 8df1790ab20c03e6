/**
 * A noun that says nothing by itself ("Kosten", "Mittel") with what it is for or comes from, printed directly behind the
 * amount ("Mehrerträge von 5 € aus Erstattungen") or before the noun ("ist für die Räumung mit Kosten von 5 € zu rechnen").
 *
 * Never taken: times, other amounts, more than a few words.
 */

import { oneLine } from '../one-line.ts'
import { isActor } from './actor.ts'
import { latin } from './latin.ts'
import { phraseBeginning } from './noun-phrase.ts'
import { TIME } from './phrase-verb.ts'
import { type Word, wordsOf } from './words.ts'

const GENERIC = latin(
  oneLine`
    ^(?:(?:weitere|zusätzliche|außerplanmäßige|überplanmäßige|erforderliche|notwendige|benötigte|entstehende)[nrs]? )?(?:Mehr|Minder|Gesamt|Folge|Finanz|Haushalts|Deckungs|Förder|Sach|Personal|Projekt)?(?:
      [Kk]osten|[Mm]ittel|[Aa]usgaben?|[Aa]ufw[aä]nd|[Aa]ufwendungen|[Ee]innahmen|[Ee]rträge|[Gg]elder|
      [Bb]udget|[Pp]reise?|[Zz]uschuss|[Zz]uschüsse|[Ee]ntgelt|[Ww]ertgrenze|[Bb]edarf|[Ee]insparung(?:en)?|[Ee]rsparnis|
      [Zz]uwendung(?:en)?|[Ff]örderung|[Mm]iete|[Hh]onorar|[Aa]uftrag|[Aa]uszahlung(?:en)?|[Bb]ereitstellung|[Vv]olumen|
      [Ee]rhöhung|[Bb]elastung|[Ee]ntlastung
    )$
  `,
  'u',
)
const MOST_WORDS = 9
/** Brackets, and words that point at what was said before. */
const UNCLEAR = /^(?:\(|(?:dies|ihr|sein|solch)\p{L}*)$/u

/** What comes about by something, or is so much against something. */
const CHANGES = /(?:^|\s)(?:Einsparung(?:en)?|Ersparnis|Erhöhung|Belastung|Entlastung)$/u
/** What is given to some end ("Mittel von 5 € zur Sanierung"). */
const GIVEN = /(?:[Mm]ittel|[Zz]usch[uü]ss(?:e)?|[Zz]uwendung(?:en)?|[Ff]örderung)$/u
/** "Schuljahr 2031/2032" */
const YEARS = /^(?:\p{Ll}+ )?\p{L}*(?:[Jj]ahre?[ns]?|[Hh]aushalte?s?|Semester|Zeitraum) [\d/–-]+$/u
/** What was named before. */
const POINTS =
  /^(?:Maßnahmen?|Vorhaben|Deckung|Verfügung|Kenntnis|Folge|Verwendung|Auszahlung|Ansatz|Beschluss|Stand)(?!\p{L})|(?<!\p{L})(?:Die|Der|Das|Für|Im|In|Bei)$/u
/**
 * The phrase with its complement, if it needs one and one is printed.
 *
 * @param follows
 *   Does `left` begin behind another amount? What stands there first may be that one's.
 */
export function withComplement(phrase: string, left: string, right: string, follows: boolean): string {
  if (!GENERIC.test(phrase)) return phrase
  const complement = behind(right, phrase) ?? before(left, phrase, follows)
  const head = phrase.split(' ').at(-1)?.toLowerCase() ?? ''
  return complement && !complement.toLowerCase().includes(head) ? `${phrase} ${complement}` : phrase
}

/** "5 € für die Räumung", "5 € aus Erstattungen" */
function behind(right: string, phrase: string): string | undefined {
  const opening = GIVEN.test(phrase) ? /^(?:für|aus|gegenüber|zur) /u : /^(?:für|aus|gegenüber) /u
  return opening.test(right) ? printed(right, wordsOf(right.slice(0, 160))) : undefined
}

/** "für die Räumung mit Kosten von 5 €", "aus dem Fonds fließen Mittel von": what belongs to no other noun. */
function before(left: string, phrase: string, follows: boolean): string | undefined {
  const opening = CHANGES.test(phrase) ? /^(?:für|aus|durch|gegenüber)$/iu : /^(?:für|aus)$/iu
  if (!/(?:^|\s)(?:für|aus|durch|gegenüber)\s/iu.test(left)) return undefined
  const words = wordsOf(left)
  const at = words.findLastIndex(
    ({ text }, index) => opening.test(text) && !/^(?:noun|number|close)$/.test(words[index - 1]?.kind ?? ''),
  )
  const head = phrase.split(' ').at(-1)?.slice(0, -1) ?? ''
  let end = words.findLastIndex(({ text }) => text.startsWith(head))
  const between = words.slice(at, end > at ? end : words.length)
  if (at < 0 || (follows && at === 0) || between.some(({ kind }) => /^(?:comma|stop|open)$/.test(kind)))
    return undefined
  while (end > at && /^(?:adjective|article|preposition|other)$/.test(words[end - 1]?.kind ?? '')) end--
  return printed(left, end > at ? words.slice(at, end) : words.slice(at))
}

/** Preposition, article and noun phrase as printed. */
function printed(text: string, words: readonly Word[]): string | undefined {
  const [preposition, next] = words
  const phrase = phraseBeginning(words.slice(1), preposition)?.replace(
    / (?:(?:im|in|ab|bis|zum|seit) .*|zur Verfügung)$/u,
    '',
  )
  if (!preposition || !phrase || TIME.test(phrase)) return undefined
  const count = wordsOf(phrase).length + (next?.kind === 'article' ? 2 : 1)
  const own = words.slice(0, count)
  if (count > MOST_WORDS || own.some(({ kind, text: word }) => kind === 'number' || UNCLEAR.test(word)))
    return undefined
  if (POINTS.test(phrase) || YEARS.test(phrase) || isActor(phrase)) return undefined
  const found = text.slice(preposition.start, own.at(-1)?.end)
  return /[„“"«»]/u.test(found) && !QUOTED.test(found) ? undefined : found.charAt(0).toLowerCase() + found.slice(1)
}

const QUOTED = /^[^„“"«»]*[„"»][^„“"«»]+[“"«]$/u
