/**
 * The year an amount (or quantity) is tied to: printed in its sentence, row or column head.
 *
 * Never guesses: a range ("2022 bis 2025", "2022/23", "bis 2028"), a list of years and a year that belongs to a name
 * ("Masterplan 2015") or to the date of another paper ("Vertrag vom 3.4.2019") tie nothing.
 *
 * Units: offsets in UTF-16 code units.
 */

import type { Span } from '../document.ts'
import { latin } from './latin.ts'
import { wordsOf } from './words.ts'
import { type YearMention, yearsIn } from './year-mentions.ts'

/**
 * The year tied to what stands at `at`.
 *
 * @param sentence
 *   The sentence.
 * @param at
 *   Where the amount stands in it.
 * @param others
 *   Where the other amounts of the sentence stand, in order.
 */
export function yearOf(sentence: string, at: Span, others: readonly Span[]): number | null {
  const mentions = yearsIn(sentence)
  if (!mentions.length || LATER.test(sentence.slice(at.end))) return null
  const own = bracketYear(sentence, at, mentions)
  if (own !== undefined) return own
  const paired = pairedYear(sentence, at, others, mentions)
  if (paired !== undefined) return paired
  const next = Math.min(sentence.length, ...others.filter((other) => other.start >= at.end).map((other) => other.start))
  const last = Math.max(0, ...others.filter((other) => other.end <= at.start).map((other) => other.end))
  // Behind a semicolon another matter is dealt with.
  const from = Math.max(0, at.end - 4)
  const ends = sentence.slice(from).search(/; |\p{Ll}{3}\. +\p{Lu}/u)
  const stop = ends < 0 ? -1 : from + ends
  const until = stop < 0 ? next : Math.min(next, stop)
  const behind = mentions.find((mention) => mention.start >= at.end && mention.end <= until)
  const before = mentions.findLast(
    (mention) => mention.end <= at.start && mention.start >= last && !isOfLast(sentence, last, mention),
  )
  if (before?.year && DIRECTLY.test(folded(sentence.slice(before.end, at.start)))) return before.year
  // "Ansatz 2031 mit 5 €, … bis 2033 …": words between tell that the end is another matter's.
  if (before?.year && behind?.year === null && endsElsewhere(folded(sentence.slice(at.end, behind.start))))
    return before.year
  if (VORJAHR.test(folded(sentence.slice(Math.max(0, at.start - 40), at.start)))) return null
  const close =
    behind !== undefined &&
    near(sentence, at.end, behind.start) &&
    !/^\s?:/.test(sentence.slice(behind.end, next)) &&
    !opensBracket(sentence, at.end, behind, next)
  const far = behind && !before && !leads(sentence, behind, next) && isSaidOf(sentence.slice(at.end, behind.start))
  if (behind && (close || far)) return behind.year
  if (before && (AFTERWARDS.test(sentence.slice(before.end, at.start)) || isOtherClause(sentence, before, at)))
    return null
  if (before) return before.year
  const first = Math.min(...others.map((other) => other.start), at.start)
  const opening = mentions.findLast((mention) => mention.end <= first)
  if (opening)
    return NOW.test(sentence.slice(opening.end, at.start)) ||
      FOLLOWS.test(sentence.slice(opening.end, at.start)) ||
      hasOwnAmount(sentence, opening, others) ||
      isBracketed(sentence, opening, others, at)
      ? null
      : opening.year
  const years = new Set(mentions.map((mention) => mention.year))
  const lone = mentions.length === 1 && mentions[0] !== behind ? [...years][0] : undefined
  if (lone !== undefined && stop >= 0 && (mentions[0]?.start ?? 0) > stop) return null
  if (lone !== undefined && sentence.slice(mentions[0]?.end, at.start).includes('; ')) return null
  if (lone !== undefined && ofAnother(sentence, at, others, mentions[0])) return null
  return lone ?? null
}

/** "Für 2031 und 2032 werden 5 € bzw. 6 € bereitgestellt": each year has its amount. */
function pairedYear(
  sentence: string,
  at: Span,
  others: readonly Span[],
  mentions: readonly YearMention[],
): number | undefined {
  const [years, more] = mentions
  const [other, third] = others
  if (!years || more || years.year !== null || !other || third || years.end > Math.min(at.start, other.start))
    return undefined
  const [, first, second] = PAIR.exec(sentence.slice(years.start, years.end)) ?? []
  const between = folded(sentence.slice(Math.min(at.end, other.end), Math.max(at.start, other.start)))
  if (!first || !second || !/^,? (?:bzw\.|beziehungsweise|respektive) (?:(?:ca\.|rund|rd\.|etwa) )?$/u.test(between))
    return undefined
  return Number(at.start < other.start ? first : second)
}

const PAIR = /^((?:19|20)\d\d)\s(?:und|bzw\.|sowie)\s(?:\p{L}+\s){0,2}((?:19|20)\d\d)$/u

/** "2031 (saldiert 5 €", "2031 in Höhe von 5 €": nothing stands between the year and its amount. */
const DIRECTLY =
  /^\s?(?:\(\s?|in Höhe von |i\. ?H\. ?v\. ?)(?:(?:ca\.|rund|rd\.|etwa|noch|saldiert|insgesamt|voraussichtlich|in Höhe von|i\. ?H\. ?v\.) ){0,2}$/u

/** "Vorjahr 5 €", "im Vorjahr: rund 5 €": the year before the printed one. */
const VORJAHR =
  /(?<!\p{L})Vorjahr(?:e?s|en)?(?:(?:wert|ansatz|ergebnis|betrag)\p{Ll}*)?:? (?:(?:noch|ca\.|rund|rd\.|etwa|mit|von|bei|lag bei|betrug) ){0,2}$/u

/** Words of their own stand between an amount and the end that is named behind it. */
function endsElsewhere(between: string): boolean {
  return /^(?:[^\d]*\p{L}{4}|[^\d]*[),;]\s)[^\d]*\sbis (?:zum |zum Ende |Ende |einschließlich )?[^\p{L}]*$/u.test(
    between,
  )
}

/** "(rund 5 €, Basis 2031)": the year that closes the bracket the amount stands in. */
function bracketYear(sentence: string, at: Span, mentions: readonly YearMention[]): number | undefined {
  const close = sentence.indexOf(')', at.end)
  if (close < 0 || close - at.end > 60 || !/\([^()]*$/u.test(sentence.slice(Math.max(0, at.start - 80), at.start)))
    return undefined
  const last = mentions.find(({ start, end }) => start >= at.end && end === close)
  const between = last ? folded(sentence.slice(at.end, last.start)) : ''
  return last?.year && /^,? ?(?:\p{L}+\.? ?){0,3}:? ?$/u.test(between) && !/\s(?:bis|vor)\s/u.test(between)
    ? last.year
    : undefined
}

function folded(text: string): string {
  return text.replace(/\s+/g, ' ')
}

/** "5 € in 2031 und danach 6 €": of another time than the year before. */
const AFTERWARDS =
  /(?<!\p{L})(?:danach|anschließend|(?:in den|für die) Folgejahren?|(?:im|ab dem) Folgejahr|dauerhaft)(?!\p{L})/u

/** "…; hiervon 5 €": part of what the words before the semicolon name. */
const PART_OF = /(?<!\p{L})(?:hier|da)(?:von|runter|rin)(?!\p{L})/iu
/** "… und ermächtigt die Kämmerin": a second predicate. */
const PREDICATE = latin(
  /\s(?:und|sowie)\s(?:(?:wird|werden|wurden?|ist|sind|hat|haben|soll|sollen)(?!\p{L})|\p{Ll}{2,20}t(?:,|\s(?:die|der|das|den|dem|eine?[nmr]?|sich|auf|in|zu[rm]?|mit|nach)\s))/u,
)
/** "…; außerdem 7 €", "…; ein Platz kostet 7 €": something else. */
const FOLLOWS = /;\s(?:(?:außerdem|zudem|ferner|daneben|eine?)(?!\p{L})|\p{Lu}[\p{L}-]{3,40}:)/u
/** "5 €, die 2031 fällig werden": what a relative clause says is said of the amount. */
const RELATIVE = /^[^,;:]{0,60}, (?:die|der|das|welche[rs]?) /u
const FURTHER = /[;:]|,\s|\s(?:und|sowie|bzw\.|davon|zzgl\.|zuzüglich|zu \p{Ll}+en)\s/u
/** "5 € (Preisstand: 2031)", "5 € Haushaltsjahr: 2031" */
const IN_BRACKET = /^(?:\s(?:jährlich|monatlich|netto|brutto))?\s?(?:\((?:\p{L}+:? ){1,3}|\p{L}*[Jj]ahr: )$/u

/** Is a year farther behind an amount said of it: no comma, no "und", or one relative clause between? */
function isSaidOf(between: string): boolean {
  const words = folded(between).replace(/\([^()]*\)/gu, '')
  if (IN_BRACKET.test(words)) return true
  const rest = words.replace(RELATIVE, ' ')
  return rest.length <= 200 && !FURTHER.test(rest)
}

/** Does the amount stand in another clause than the year before it, one that a year at the sentence's beginning does not open? */
function isOtherClause(sentence: string, mention: Span, at: Span): boolean {
  const between = folded(sentence.slice(mention.end, at.start))
  const stop = between.lastIndexOf('; ')
  if (stop >= 0) return !PART_OF.test(between.slice(stop))
  return PREDICATE.test(between) && wordsOf(sentence.slice(0, mention.start)).some(({ kind }) => kind === 'verb')
}

/** "5 € (2031) sowie insgesamt 9 €": a year alone in brackets is the amount's before it. */
function isOfLast(sentence: string, last: number, mention: Span): boolean {
  return (
    last > 0 &&
    /^\s?\((?:in |ab |für )?$/.test(sentence.slice(last, mention.start)) &&
    sentence.charAt(mention.end) === ')'
  )
}

/** "… im Jahr 2031 und um 80 € in den Folgejahren" */
const LATER = /^ (?:in|für) (?:den|die) (?:\p{Ll}+ )?Folgejahren?(?!\p{L})/u

/** "500 € (2031 anteilig 200 €)": the year opens a bracket with an amount of its own. */
function opensBracket(sentence: string, from: number, mention: Span, next: number): boolean {
  return (
    next < sentence.length &&
    sentence.slice(from, mention.start).includes('(') &&
    !/\)|\s[–-]\s/u.test(sentence.slice(mention.end, next))
  )
}

/** "Gegenüber der Schätzung von 2031 (60 €) steigen die Kosten auf 80 €": the bracket behind the year holds its amount. */
function hasOwnAmount(sentence: string, mention: Span, others: readonly Span[]): boolean {
  return others.some(
    ({ start }) =>
      start > mention.end && start - mention.end <= 12 && /^\s?\(\D*$/.test(sentence.slice(mention.end, start)),
  )
}

/** "(Ansatz 2031: 60 €) wird mit 5 € gerechnet": a bracket that holds the year and its amount ends before. */
function isBracketed(sentence: string, mention: Span, others: readonly Span[], at: Span): boolean {
  const open = sentence.lastIndexOf('(', mention.start)
  const close = sentence.indexOf(')', mention.end)
  if (open < 0 || close < 0 || close > at.start || sentence.slice(open, mention.start).includes(')')) return false
  return others.some(({ start, end }) => start > mention.end && end <= close)
}

const FINITE = /^(?:ist|sind|war|waren|wird|werden|wurden?|hat|haben|soll|sollen)$/u

/** "214 €, denen 150 € in 2031 gegenüberstehen": the year directly behind another amount, a clause away, is that one's. */
function ofAnother(sentence: string, at: Span, others: readonly Span[], mention: YearMention | undefined): boolean {
  const owner = mention && others.findLast((other) => other.end <= mention.start)
  if (!owner || owner.start < at.end || mention.start - owner.end > 40) return false
  // "5 € sind in Höhe von 4 € im Haushalt 2031 enthalten"
  if (wordsOf(sentence.slice(at.end, owner.start)).some(({ kind, text }) => kind === 'verb' && FINITE.test(text)))
    return true
  // "5 € sind veranschlagt, die übrigen 6 € sind 2031 anzumelden"
  if (/\p{Ll}(?:t|en),\s+(?:der|die|das|den)(?!\p{L})[^,;]*$/u.test(sentence.slice(at.end, owner.start))) return true
  return (
    mention.start - owner.end <= 10 &&
    /,\s+(?:de[rmn]|die|das|denen|dessen|deren|wovon|davon|während|wobei)(?!\p{L})/u.test(
      sentence.slice(at.end, owner.start),
    )
  )
}

/** What is said of another time than the year at the sentence's beginning. */
const NOW = latin(
  /(?<!\p{L})(?:(?:im|in diesem|des)\s+laufenden\s+\p{L}*[Jj]ahre?s?|im\s+(?:Vor|Folge)jahr|bislang|inzwischen|mittlerweile|nunmehr|heute|jetzt|künftig|zukünftig|derzeit|aktuell)(?!\p{L})/iu,
)

/** The one year a column head, row label or form label names; null for none, several or a range. */
export function yearNamed(label: string): number | null {
  const plain = /^\D{0,40}((?:19|20)\d\d)\D{0,40}$/.exec(label.replaceAll('\n', ' '))
  const stand = /^Stand:? \d{1,2}\. ?\d{1,2}\. ?((?:19|20)\d\d)$/.exec(label.replaceAll('\n', ' ').trim())
  if (stand) return Number(stand[1])
  const month = /(?:^|[\s(])(?:0?[1-9]|1[0-2])\/((?:19|20)\d\d)\)?$/.exec(label)
  if (month && (label.match(/(?:19|20)\d\d/g) ?? []).length === 1) return Number(month[1])
  // "2032 ff." begins a time without an end; only "ab 2032" names the year it begins with.
  if (/(?:19|20)\d\d\s?ff(?!\p{L})/u.test(label) && !/(?<!\p{L})ab(?!\p{L})/iu.test(label)) return null
  const mentions = yearsIn(label)
  const years = new Set(mentions.map((mention) => mention.year))
  if (years.size === 1) return [...years][0] ?? null
  if (years.size > 1 || !plain) return null
  return /^(?:\s*(?:Ist|Soll|Plan|FPL|HPL|HHPL|HR|HH|Ansatz|Jahr|RE|VE|Prognose|Überplanmäßig in|Betrag|Summe|Kosten|in)?\s*)(?:19|20)\d\d(?:\s*(?:\(?(?:in )?(?:€|EUR|Euro|TEUR|T€)\)?|\*+))?\s*$/iu.test(
    label,
  )
    ? Number(plain[1])
    : null
}

/** Nothing but a few words without a comma between the amount and what follows. */
function near(sentence: string, from: number, to: number): boolean {
  const between = sentence.slice(from, to)
  if (/^[\s),]*(?:und|sowie|bzw\.)\s/.test(between)) return false
  return between.length <= 60 && !/[;:]|,\s|\s(?:davon|zzgl\.|zuzüglich|sowie|zu \p{Ll}+en)\s/u.test(between)
}

/** "…, ab 2032 auf 5 €": a mention that stands directly before the next amount. */
function leads(sentence: string, mention: Span, next: number): boolean {
  const between = sentence.slice(mention.end, next)
  return next < sentence.length && between.length <= 24 && (/^\s?:\s/.test(between) || !/[,;:]/.test(between))
}
