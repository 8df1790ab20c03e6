/**
 * A money noun that stands alone ("Kosten", "Zuwendung") with what its own clause says of it: whose it is ("vier Helfer,
 * deren Stundensatz"), who grants it ("Das Land hat eine Zuwendung von 5 €"), what causes it ("Der Umbau verursacht Kosten
 * von 5 €").
 *
 * Never taken: what an earlier sentence says, who only pays or gets, a subject whose genitive cannot be told.
 */

import { oneLine } from '../one-line.ts'
import { isActor } from './actor.ts'
import { genitiveOf } from './genitive.ts'
import { latin } from './latin.ts'
import { phraseBeginning, phraseEnding } from './noun-phrase.ts'
import { TIME } from './phrase-verb.ts'
import { type Word, wordsOf } from './words.ts'

/** A noun of money, or of what is counted in it, with nothing but adjectives. */
const ALONE = latin(
  oneLine`
    ^(?:\p{Ll}+ ){0,2}\p{L}*(?:[Kk]osten|[Mm]ittel|[Aa]ufw[aä]nd|[Aa]ufwendungen|[Aa]usgaben|[Ee]innahmen|[Ee]rträge|
      [Ee]ntgelt|[Pp]reis|[Hh]onorar|[Ss]atz|[Aa]nsatz|[Aa]ngebot|[Aa]uftragswert|[Aa]uszahlung|[Vv]olumen|[Bb]udget|[Mm]iete|[Bb]edarf|[Ee]rsparnis|[Ee]insparung(?:en)?|
      [Aa]uszahlung(?:en)?|[Zz]uwendung(?:en)?|[Zz]uschuss|[Zz]uschüsse|[Ff]örderung|[Ff]estbetrag|[Zz]uweisung(?:en)?|
      [Ee]rstattung(?:en)?|[Pp]auschale|[Ff]inanzhilfen?|[Bb]eihilfen?)$
  `,
  'u',
)
/** What is granted. */
const GRANT =
  /(?:^|\s)(?:Zuwendung(?:en)?|Zusch[uü]ss(?:e)?|Förderung|Fördermittel|Festbetrag|Zuweisung(?:en)?|Erstattung(?:en)?|Pauschale|Finanzhilfen?|Beihilfen?)$/u
/** Who grants, in the nominative or behind "vom": a name behind it belongs to it. */
const GIVER = latin(
  oneLine`
    (?:^|(?<!\p{L}(?:an|auf|für|durch|gegen|über|um|ohne|in))\s)(?:[Dd]as|[Dd]er|[Vv]om)\s((?:Land|Bund|Freistaat|(?:Land)?[Kk]reis)(?:\s\p{Lu}[\p{L}-]+){0,2})(?=\s\p{Ll})
  `,
  'u',
)
const CAUSES =
  /^(?:verursacht|verursachen|verursachte|verursachten|erfordert|erfordern|hat|haben|hatte|hätte|hätten|bedingt|bedingen|bringt|bringen)$/u
/** The subject of what a grant does: it was granted, it does not cause. */
const NOT_CAUSED = /(?:mittel|erträge|einnahmen|satz|preis)$/iu

/** The phrase, or with what belongs to it. */
export function withClause(phrase: string, left: string): string {
  if (!ALONE.test(phrase)) return phrase
  const words = wordsOf(left)
  const stem = phrase.split(' ').at(-1)?.slice(0, -1) ?? ''
  const at = words.findLastIndex(({ text }) => text.startsWith(stem))
  if (at < 1) return phrase
  const bracket = ofBracket(phrase, left)
  if (bracket) return `${phrase} (${bracket})`
  const attribute =
    ofRelative(words, at) ?? ofGiver(phrase, left) ?? toReceiver(phrase, words, at) ?? ofCause(phrase, words, at)
  return attribute && !attribute.includes(stem) ? `${phrase} ${attribute}` : phrase
}

/** "Los 1 an die Firma, zum Preis von 5 €": an award that is no sentence names what it is for at its beginning. */
export function atPrice(words: readonly Word[]): string | undefined {
  const at = words.findIndex(({ text }) => /^zum?$/u.test(text))
  if (at < 1 || !/^\p{L}*(?:[Pp]reis|[Ss]umme)$/u.test(words.at(-1)?.text ?? '')) return undefined
  const before = words.slice(0, at).filter(({ kind }) => kind !== 'comma')
  return before.some(({ kind }) => kind === 'verb' || kind === 'stop' || kind === 'other')
    ? undefined
    : phraseBeginning(before)
}

/** "Das Land fördert den Neubau mit 5 €": what the verb makes of the giver. */
export function grantOf(left: string): string | undefined {
  const giver = FUNDS.test(left) ? giverIn(left) : undefined
  return giver && `Förderung ${giver}`
}

const FUNDS = /(?<!\p{L})fördert\s[^,;:]{0,140}(?<!\p{L})mit(?:\s\p{Ll}+){0,3}\s*$/u

/** "Das Gutachten (Kosten: 5 €)": what the noun before the bracket names. */
function ofBracket(phrase: string, left: string): string | undefined {
  if (!left.includes('(')) return undefined
  const [, before, said] = /^(.*\S)\s?\((?:\p{Ll}+ )?(\p{Lu}\p{L}+)(?: (?:19|20)\d\d)?:?$/u.exec(left) ?? []
  if (!before || said !== phrase) return undefined
  const named = phraseEnding(wordsOf(before.replace(/ durch (?:die|den|das|eine?n?) [^()]{3,60}$/u, '')))
  if (!named || TIME.test(named) || isActor(named)) return undefined
  const own = named.replace(/^(?:Zuge?|Rahmen|Entwicklung|Bereich) (?:des|der) /u, '')
  return own.split(' ').length > 4 ? /\p{Lu}\S*/u.exec(own)?.[0] : own
}

/** "vier Helferinnen, deren Stundensatz": the pronoun tells the gender. */
function ofRelative(words: readonly Word[], at: number): string | undefined {
  let opens = at - 1
  while (words[opens]?.kind === 'adjective') opens--
  const pronoun = words[opens]?.text
  if (pronoun !== 'deren' && pronoun !== 'dessen') return undefined
  let end = words[opens - 1]?.kind === 'preposition' ? opens - 2 : opens - 1
  if (words[end]?.kind !== 'comma') return undefined
  while (/^(?:verb|other|adjective|article|preposition)$/.test(words[end - 1]?.kind ?? '')) end--
  const named = phraseEnding(words.slice(0, end))
  if (!named || TIME.test(named)) return undefined
  const [, count, counted] = /^(?:.* )?(\d[\d.,]*) (\p{Lu}.*)$/u.exec(named) ?? []
  if (count && counted && count !== '1') return `von ${count} ${counted}`
  return genitiveOf(pronoun === 'deren' ? 'die' : 'das', counted ?? named)
}

/** "Das Land Muster gewährt einen Zuschuss" */
function ofGiver(phrase: string, left: string): string | undefined {
  return GRANT.test(phrase) ? giverIn(left) : undefined
}

/** The giver a clause names, in the genitive. */
function giverIn(left: string): string | undefined {
  const [, giver] = GIVER.exec(left) ?? []
  if (!giver) return undefined
  const [head = '', ...name] = giver.split(' ')
  const own = genitiveOf('das', head)
  return own && [own, ...name].join(' ')
}

/** "neue Träger", "Zoologische Garten": the adjective would change with its case. */
const INFLECTED = /^\p{Ll}|^\p{L}+(?:isch|lich|ig)er? \p{Lu}/u
const GETS = /^(?:erhält|erhalten|erhielt|erhielten|bekommt|bekommen|bekam|bekamen)$/u

/** "Das Amt erhielt Zuwendungen von 5 €" */
function toReceiver(phrase: string, words: readonly Word[], at: number): string | undefined {
  if (!GRANT.test(phrase)) return undefined
  const verb = words.findLastIndex(({ kind }, index) => index < at && kind === 'verb')
  if (!GETS.test(words[verb]?.text ?? '')) return undefined
  const stop = words.findLastIndex(
    ({ kind, text }, index) => index < verb && (/^(?:comma|stop)$/.test(kind) || text === 'und'),
  )
  const joins = words[stop]?.text === 'und' && isNoun(words[stop - 1])
  const opens = joins ? 0 : stop + 1
  const own = words.slice(opens, verb)
  const receiver = phraseBeginning(own)
  if (!receiver || TIME.test(receiver) || receiver.split(' ').length > MOST_WORDS) return undefined
  const first = own[0]
  if (first?.kind !== 'article') return isNoun(first) ? `an ${receiver}` : undefined
  const article = first.text.toLowerCase()
  if (article === 'der') return INFLECTED.test(receiver) ? undefined : `an den ${receiver}`
  return article === 'die' || article === 'das' ? `an ${article} ${receiver}` : undefined
}

function isNoun(word: Word | undefined): boolean {
  return word?.kind === 'noun'
}

/** "Der Umbau der Halle verursacht Kosten": subject, verb, and no other noun before its object. */
function ofCause(phrase: string, words: readonly Word[], at: number): string | undefined {
  if (GRANT.test(phrase) || NOT_CAUSED.test(phrase)) return undefined
  const verb = words.findLastIndex(({ kind }, index) => index < at && kind === 'verb')
  const opens = words.findLastIndex(({ kind }, index) => index < verb && (kind === 'comma' || kind === 'stop')) + 1
  const article = words[opens]
  if (!CAUSES.test(words[verb]?.text ?? '') || article?.kind !== 'article') return undefined
  if (words.slice(verb + 1, at).some(({ kind }) => kind === 'noun' || kind === 'preposition')) return undefined
  const subject = phraseBeginning(words.slice(opens, verb))
  if (!subject || isActor(subject) || TIME.test(subject) || subject.split(' ').length > MOST_WORDS) return undefined
  return genitiveOf(article.text.toLowerCase(), subject)
}

const MOST_WORDS = 7
