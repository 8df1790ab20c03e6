/**
 * Noun phrases in German text: the one that ends, or begins, at a place.
 *
 * Reads: words with their kinds (`words.ts`). Attributes behind the noun (genitive, "für die Schule") belong to the
 * phrase; one set before it ("die für die Schule nötigen Mittel") is moved behind it.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { nominative } from './nominative.ts'
import type { Word } from './words.ts'

const MOST_WORDS = 12
const GENITIVE = /^(?:der|des|eines|einer|dieser|dieses|ihrer|seiner|aller|unserer)$/i
export const MONEY = latin(
  oneLine`
    (?:
      kosten|mittel|betrag|beträge|zuschuss|zuschüsse|summe|aufwand|aufwendungen|ausgaben?|einnahmen?|
      erträge?|ertrag|budget|auszahlung(?:en)?|einzahlung(?:en)?|investition(?:en)?|förderung|
      zuwendung(?:en)?|preise?|miete|bedarf|gelder|volumen|überschuss|defizit|gebühr(?:en)?|erlöse?|
      entgelte?|beiträge?|beitrag|einsparung(?:en)?|kredit|darlehen|finanzierung|wert|gesamtsumme|
      schlussrechnung|zins|festbetrag
    )n?s?$
  `,
  'iu',
)

/** The noun phrase that ends with the last of these words, in the nominative; undefined if they end otherwise. */
export function phraseEnding(words: readonly Word[]): string | undefined {
  let last = words.length - 1
  while (last >= 0 && isQuoteMark(words[last])) last--
  if (words[last]?.kind === 'close') return bracketed(words, last)
  if (!isNominal(words[last])) return undefined
  let first = last
  let conjunction = false
  let closed = false
  for (let at = last - 1; at >= 0 && last - at < MOST_WORDS * 2; at--) {
    const word = words[at]
    const right = words[at + 1]
    const left = words[at - 1]
    if (!word || !right) break
    if (word.kind === 'noun' || word.kind === 'number') {
      if (endsOther(words, at, last) || isApart(words, at)) break
      if (!closed) first = at
    } else if (word.kind === 'adjective') {
      if (
        right.kind !== 'noun' &&
        right.kind !== 'adjective' &&
        right.kind !== 'conjunction' &&
        right.kind !== 'number' &&
        !isQuoteMark(right)
      )
        break
      if (!closed) first = at
      // An adjective behind a noun opens a phrase of its own, unless an attribute stands before it with its article.
      closed ||= left?.kind === 'noun' || (left?.kind === 'number' && words[at - 2]?.kind !== 'article')
    } else if (word.kind === 'article') {
      if (!closed) first = at
      if (
        (ownPhrase(words, at, last) && !isSource(words, at - 1)) ||
        !(
          left?.kind === 'preposition' ||
          left?.kind === 'conjunction' ||
          ((left?.kind === 'noun' || isOrdered(words, at - 1)) && GENITIVE.test(word.text))
        )
      )
        break
    } else if (word.kind === 'preposition') {
      if (left?.kind === 'article') {
        const moved = movedAttribute(words, at - 1, last)
        if (moved) return moved
      }
      if (
        left?.kind !== 'noun' &&
        left?.kind !== 'close' &&
        !isQuoteMark(left) &&
        !(word.text === 'für' && isOrdered(words, at - 1))
      )
        break
      if (
        ownPhrase(words, at, last) &&
        !isSource(words, at) &&
        !/^(?:von|für|an|einschließlich|einschl\.|inklusive|inkl\.)$/.test(word.text)
      )
        break
      if (!closed) first = at
    } else if (word.kind === 'conjunction') {
      if (!isNominal(left) && left?.kind !== 'adjective' && !left?.text.endsWith('-')) break
      conjunction = true
    } else if (word.kind === 'comma') {
      if (!conjunction || !isNominal(left)) break
    } else if (word.kind === 'other' && /^(?:adjective|other)$/.test(right.kind) && !closed && hasArticle(words, at))
      first = at
    else if (!isQuoteMark(word) || (right.kind === 'noun' && MONEY.test(right.text))) break
  }
  return finish(words.slice(first, last + 1), words[first - 1])
}

/** The noun phrase these words begin with, in the nominative; undefined if they begin otherwise. */
export function phraseBeginning(words: readonly Word[], before?: Word): string | undefined {
  let end = 0
  let noun = -1
  let conjunction = false
  for (; end < words.length && end < MOST_WORDS; end++) {
    const word = words[end]
    const next = words[end + 1]
    if (!word) break
    if (word.kind === 'noun') {
      if (noun < 0) noun = end
    } else if (word.kind === 'number') {
      if (noun < 0 && next?.kind !== 'noun' && next?.kind !== 'adjective') break
    } else if (word.kind === 'article' || word.kind === 'adjective') {
      if (word.kind === 'adjective' && noun >= 0 && words[end - 1]?.kind === 'noun') break
      if (!next || !/^(?:noun|adjective|number|other)$/.test(next.kind)) break
      if (word.kind === 'article' && words[end - 1]?.kind === 'noun' && !GENITIVE.test(word.text)) break
    } else if (word.kind === 'preposition') {
      const span = word.text === 'bis' && words[end - 1]?.kind === 'number' && next?.kind === 'number'
      if (noun < 0 || (!span && /^(?:als|ab|bis|seit|um|je|pro)$/.test(word.text))) break
      if (!next || !/^(?:noun|adjective|article|number|other)$/.test(next.kind)) break
    } else if (word.kind === 'conjunction') {
      if (noun < 0 || !next || !/^(?:noun|adjective)$/.test(next.kind)) break
      conjunction = true
    } else if (!isQuoteMark(word)) break
  }
  if (noun < 0 && !conjunction) return undefined
  while (
    end > 0 &&
    words[end - 1]?.kind !== 'noun' &&
    words[end - 1]?.kind !== 'number' &&
    !isQuoteMark(words[end - 1])
  )
    end--
  return finish(words.slice(0, end), before)
}

/** "die noch nicht vergebenen Lose": adverbs between an article and its participle; "hierfür", "sehr" add nothing. */
function hasArticle(words: readonly Word[], adverb: number): boolean {
  let at = adverb
  if (/^(?:hier|da)\p{L}+$|^(?:sehr|so|als|wie|sich)$/u.test(words[at]?.text ?? '')) return false
  while (adverb - at < 3 && words[at]?.kind === 'other' && /^\p{Ll}/u.test(words[at]?.text ?? '')) at--
  return words[at]?.kind === 'article'
}

function isNominal(word: Word | undefined): boolean {
  return word?.kind === 'noun' || word?.kind === 'number'
}

function isQuoteMark(word: Word | undefined): boolean {
  return word !== undefined && /^[„“"«»‚‘]$/.test(word.text)
}

/** "in der Schule Mittel", "des Haushalts Verträge": a noun behind a finished one begins a phrase of its own. */
function endsOther(words: readonly Word[], at: number, last: number): boolean {
  const right = words[at + 1]
  if (words[at]?.kind !== 'noun' || at + 1 > last || right?.kind !== 'noun') return false
  // "die Unterdeckung Friedhofsgebühren": of what it is stands behind it without an article.
  if (isBalance(words[at])) return false
  const genitive = /s$/.test(words[at]?.text ?? '') && /^(?:des|eines)$/i.test(words[at - 1]?.text ?? '')
  return (
    MONEY.test(right.text) ||
    (genitive && /(?:ungen|üsse|äge|äufe|arbeiten|nahmen|ionen|schüsse|gaben)$/u.test(right.text))
  )
}

/** "Mehrerträge bei den Gebühren", "Mittel aus dem Fonds": where the money of the noun before comes from. */
function isSource(words: readonly Word[], at: number): boolean {
  const left = words[at - 1]
  return (
    /^(?:aus|bei)$/.test(words[at]?.text ?? '') &&
    left?.kind === 'noun' &&
    MONEY.test(left.text) &&
    !/^(?:Summe|Gesamt)/u.test(left.text)
  )
}

/** "Nachtrag Nr. 2 des Büros", "Bauabschnitt 3 der Schule": a number that belongs to the noun before it; no year. */
function isOrdered(words: readonly Word[], at: number): boolean {
  return /^\d{1,2}$/.test(words[at]?.text ?? '') && words[at - 1]?.kind === 'noun'
}

/** "im Haushalt 2031 Mittel": a number behind a noun belongs to it and not to the money behind. */
function isApart(words: readonly Word[], at: number): boolean {
  const right = words[at + 1]
  return (
    /^\d/.test(words[at]?.text ?? '') &&
    words[at - 1]?.kind === 'noun' &&
    right?.kind === 'noun' &&
    MONEY.test(right.text)
  )
}

function isBalance(word: Word | undefined): boolean {
  return /(?:deckung|[Ff]ehlbetrag|[Dd]efizit)(?:en|s|es)?$/u.test(word?.text ?? '')
}

/** Only the article and adjectives stand before a money noun: what comes before it is another phrase. */
function ownPhrase(words: readonly Word[], article: number, last: number): boolean {
  // "die Überdeckung aus 2031 bei der Friedhofsgebühr": where it arose.
  if (words[article - 1]?.text === 'bei' && words.slice(Math.max(0, article - 5), article).some(isBalance)) return false
  return (
    MONEY.test(words[last]?.text ?? '') &&
    words.slice(article + 1, last).every((word) => word.kind === 'adjective' || word.kind === 'number')
  )
}

/** "Der Zuschuss (ohne Planung)": what stands before the bracket. */
function bracketed(words: readonly Word[], close: number): string | undefined {
  const open = words.findLastIndex((word, at) => at < close && word.kind === 'open')
  return open > 0 ? phraseEnding(words.slice(0, open)) : undefined
}

/** "Die für den Bau nötigen Mittel" → "Mittel für den Bau". */
function movedAttribute(words: readonly Word[], article: number, last: number): string | undefined {
  let participle = -1
  for (let at = last; at > article; at--)
    if (words[at]?.kind === 'adjective' && words[at + 1]?.kind === 'noun' && words[at - 1]?.kind !== 'article')
      participle = at
  for (let at = article + 2; at < last; at++) {
    const word = words[at]
    if (word?.kind === 'adjective' && words[at - 1]?.kind === 'noun' && words[at + 1]?.kind === 'noun') participle = at
  }
  if (participle <= article + 1) return undefined
  const head = joined(words.slice(participle + 1, last + 1))
  const attribute = joined(words.slice(article + 1, participle))
  if (head && /(?:^|\s)Verfügung$/.test(attribute)) return nominative(words[article]?.text.toLowerCase() ?? '', head, 0)
  return head ? `${nominative(words[article]?.text.toLowerCase() ?? '', head, 0)} ${attribute}` : undefined
}

function finish(words: readonly Word[], before: Word | undefined): string | undefined {
  let first = 0
  let article = before?.kind === 'preposition' ? before.text.toLowerCase() : ''
  while (first < words.length) {
    const word = words[first]
    if (!word || !/^(?:article|preposition|conjunction|comma)$/.test(word.kind)) break
    article = word.text.toLowerCase()
    first++
  }
  const kept = words.slice(first)
  const nounAt = kept.findIndex((word) => word.kind === 'noun')
  if (nounAt < 0) return undefined
  const opens = kept[0]
  const text = nominative(article, joined(kept), nounAt)
  return opens?.kind === 'adjective' && /^\p{Lu}/u.test(opens.text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text
}

/** Words as printed, folded to single blanks. */
function joined(words: readonly Word[]): string {
  let out = ''
  for (const word of words) {
    const tight =
      word.kind === 'comma' ||
      word.kind === 'close' ||
      /[„(]$/.test(out) ||
      (/^[“"»]$/.test(word.text) && /[„«]/.test(out))
    out += out && !tight ? ` ${word.text}` : word.text
  }
  return out
}
