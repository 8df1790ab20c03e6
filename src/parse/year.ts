/**
 * The year an amount (or quantity) is tied to: printed in its sentence, row or column head.
 *
 * Never guesses: a range ("2022 bis 2025", "2022/23", "bis 2028"), a list of years and a year that belongs to a name
 * ("Masterplan 2015") or to the date of another paper ("Vertrag vom 3.4.2019") tie nothing.
 *
 * Units: offsets in UTF-16 code units.
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { wordsOf } from './words.ts'

/** A mention of time; `year` is null for a range or list, which blocks rather than ties. */
export interface YearMention extends Span {
  readonly year: number | null
}

const YEAR = '(?:19|20)\\d\\d'
const MONTH = '(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)'
const MENTION = new RegExp(
  // range, double budget, list: 2022/23, 2022/2023, 2022-2025, 2022 bis 2025, 2021 und 2022, 2023, 2024 und 2025
  `(?<![\\d.,/])(?<range>${YEAR}\\s?(?:[/–—‐-]\\s?(?:${YEAR}|\\d\\d(?!\\d))|(?:,\\s?${YEAR})*\\s(?:bis|und|u\\.|sowie|oder|bzw\\.)\\s(?:in\\s|im Jahr\\s|zum Jahr\\s|für\\s)?${YEAR}))(?!\\d|\\.\\d)` +
    // both ends of a span of dates, also with short years: 1.1.24 bis 30.09.24
    `|(?<![\\d.])\\d{1,2}\\.\\d{1,2}\\.(?<from>(?:20)?\\d\\d)\\s?(?:bis(?: zum)?|[–—‐-])\\s?\\d{1,2}\\.\\d{1,2}\\.(?<to>(?:20)?\\d\\d)(?!\\d)` +
    // date: 01.03.2024, 1.3.24 is none
    `|(?<![\\d.])\\d{1,2}\\.\\s?\\d{1,2}\\.\\s?(?<date>${YEAR})(?!\\d)` +
    // the same with the months' names: 1. Mai bis 28. Juni 2024
    `|(?<![\\d.])\\d{1,2}\\.\\s?${MONTH}(?:\\s(?<since>${YEAR}))?\\s(?:bis(?: zum)?|[–—‐-])\\s\\d{1,2}\\.\\s?${MONTH}\\s(?<until>${YEAR})(?!\\d)` +
    // day with the month's name, and a month that dates a paper: vom 3. März 2024, vom Mai 2021
    `|(?:(?<![\\d.])\\d{1,2}\\.\\s?|(?<=(?<!\\p{L})vom\\s))${MONTH}\\s(?<day>${YEAR})(?!\\d)` +
    `|(?<![\\d.,/\\p{L}-])(?<year>${YEAR})(?![\\d/]|[.,]\\d)`,
  'gu',
)
const TIME_NOUN = latin(
  oneLine`
    (?:
      jahre?s?|haushalte?s?|haushaltsplane?s?|wirtschaftsplane?s?|stellenplane?s?|planentwurfs?|
      haushaltsentwurfs?|finanzplan|lasten|nachtrag|ansatz|budget|[^\p{L}]ist|[^\p{L}]soll|[^\p{L}]plan|
      planung|prognose|ergebnis|kosten|aufwand|aufwendungen|ausgaben|einnahmen|erträge?n?|mittel|
      investition(?:en)?|zuschuss|zuschüsse|abschluss|abwicklung|bedarf|defizit|fehlbetrag|überschuss|saldo|
      volumen|ermächtigung(?:en)?|belastung|entlastung|anmeldung|förderung|zuweisung(?:en)?|
      auszahlung(?:en)?|einzahlung(?:en)?|steuern?|januar|februar|märz|april|mai|juni|juli|august|september|
      oktober|november|dezember|frühjahr|sommer|herbst|winter|anfang|mitte|ende|quartal|halbjahr|HH|HPL|
      HHPL|HHJ|HJ|GJ|TEUR|EUR|Euro|€
    )$
  `,
  'iu',
)
/** "Baujahr 1978": the year of a thing, not of money. */
const NAMING_YEAR =
  /(?<!\p{L})(?:(?:Bau|Gründungs|Errichtungs|Herstellungs|Geburts|Erscheinungs)jahr(?:e|es|en)?|Jahrgang|Bj\.?|EZ|Erstzulassung):?$/u
const PREPOSITION =
  /(?:^|[^\p{L}])(?:in|für|ab|seit|im|zum|nach|von|je|pro|zu|um|über|ca\.|Plan|Ist|aus|gegenüber|per|davon|sich|fällig|wurden?|waren?|sind|werden)$/iu
const OTHER_DATE = /(?:^|[^\p{L}])(?:vom|am|(?<!(?:ab|seit|zum)\s)(?:dem|den)|beschlossen|Stand:?|datiert)\s*$/iu
const UNTIL = latin(
  /(?:^|[^\p{L}])(?:bis(?:\s(?:zum|Ende|Anfang|einschließlich|ins Jahr|zum Jahr))?|vor|bis \d{1,2}\.\d{1,2}\.)\s*(?:(?:dem |zum )?(?:\p{L}{1,20})?jahr\p{L}{0,2}\s*)?$/iu,
)

/** "zum 31.12.2031 ausgelaufen": the day on which something came to its end. */
const ENDED =
  /^\s(?:\p{Ll}+\s)?(?:ausgelaufen|ausläuft|auslaufen|endete?n?|beendet|abgelaufen|gekündigt|außer Kraft|aufgelöst)(?!\p{L})/u
/** "Der Rat hat 2031 insgesamt …", "und 2031 bei …": what leads from a year on to its amount. */
const LEADS_ON = /^\s(?:insgesamt|rund|rd\.|ca\.|etwa|voraussichtlich|zusätzlich|noch|nur|knapp|über)\s/u
const LISTS_ON = /(?:,|(?<!\p{L})(?:und|sowie))$/u

/** Mentions of years in a text that may tie something. */
export function yearsIn(text: string): YearMention[] {
  const mentions: YearMention[] = []
  for (const found of text.matchAll(MENTION)) {
    const span = { start: found.index, end: found.index + found[0].length }
    const before = text.slice(Math.max(0, span.start - 40), span.start)
    if (found.groups?.range) mentions.push({ ...span, year: sameYear(found.groups.range) })
    else if (found.groups?.from) mentions.push({ ...span, year: yearOfSpan(found.groups.from, found.groups.to ?? '') })
    else if (found.groups?.until)
      mentions.push({ ...span, year: yearOfSpan(found.groups.since ?? found.groups.until, found.groups.until) })
    else if (found.groups?.date || found.groups?.day) {
      if (!OTHER_DATE.test(before) && !ENDED.test(text.slice(span.end, span.end + 24)))
        mentions.push({ ...span, year: UNTIL.test(before) ? null : Number(found.groups.date ?? found.groups.day) })
    } else {
      const year = Number(found.groups?.year)
      if (UNTIL.test(before)) mentions.push({ ...span, year: null })
      else if ((ties(before) || leadsOn(text, span.end, before)) && !isNumberOf(text, span, before))
        mentions.push({ ...span, year })
    }
  }
  return foldRanges(text, mentions)
}

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
  const close =
    behind !== undefined &&
    near(sentence, at.end, behind.start) &&
    !/^\s?:/.test(sentence.slice(behind.end, next)) &&
    !opensBracket(sentence, at.end, behind, next)
  if (behind && (close || (!before && !leads(sentence, behind, next)))) return behind.year
  if (before && AFTERWARDS.test(sentence.slice(before.end, at.start))) return null
  if (before) return before.year
  if (behind && !leads(sentence, behind, next)) return behind.year
  const first = Math.min(...others.map((other) => other.start), at.start)
  const opening = mentions.findLast((mention) => mention.end <= first)
  if (opening)
    return NOW.test(sentence.slice(opening.end, at.start)) ||
      hasOwnAmount(sentence, opening, others) ||
      isBracketed(sentence, opening, others, at)
      ? null
      : opening.year
  const years = new Set(mentions.map((mention) => mention.year))
  const lone = mentions.length === 1 && mentions[0] !== behind ? [...years][0] : undefined
  if (lone !== undefined && stop >= 0 && (mentions[0]?.start ?? 0) > stop) return null
  if (lone !== undefined && ofAnother(sentence, at, others, mentions[0])) return null
  return lone ?? null
}

/** "5 € in 2031 und danach 6 €": of another time than the year before. */
const AFTERWARDS =
  /(?<!\p{L})(?:danach|anschließend|(?:in den|für die) Folgejahren?|(?:im|ab dem) Folgejahr|dauerhaft)(?!\p{L})/u

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

/** "214 €, denen 150 € in 2031 gegenüberstehen": the year directly behind another amount, a clause away, is that one's. */
function ofAnother(sentence: string, at: Span, others: readonly Span[], mention: YearMention | undefined): boolean {
  const owner = mention && others.findLast((other) => other.end <= mention.start)
  if (!owner || owner.start < at.end || mention.start - owner.end > 40) return false
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
  /(?<!\p{L})(?:(?:im|in diesem) laufenden \p{L}*[Jj]ahr|im (?:Vor|Folge)jahr|bislang|inzwischen|mittlerweile|nunmehr|heute|jetzt|künftig|zukünftig|derzeit|aktuell)(?!\p{L})/iu,
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
  if (/^\s*(?:und|sowie|bzw\.)\s/.test(between)) return false
  return between.length <= 60 && !/[;:]|,\s|\s(?:davon|zzgl\.|zuzüglich|sowie|zu \p{Ll}+en)\s/u.test(between)
}

/** "…, ab 2032 auf 5 €": a mention that stands directly before the next amount. */
function leads(sentence: string, mention: Span, next: number): boolean {
  const between = sentence.slice(mention.end, next)
  return next < sentence.length && between.length <= 24 && (/^\s?:\s/.test(between) || !/[,;:]/.test(between))
}

/** "2000 Finanzen" at a row's start is the number of a budget. */
function isNumberOf(text: string, span: Span, before: string): boolean {
  return (
    !before.trim() &&
    /^\s\p{Lu}/u.test(text.slice(span.end, span.end + 2)) &&
    !/^\s(?:EUR|Euro|TEUR)/.test(text.slice(span.end))
  )
}

function leadsOn(text: string, end: number, before: string): boolean {
  const after = text.slice(end, end + 48)
  return (
    (LEADS_ON.test(after) && /(?:^|\s)\p{Ll}+$/u.test(before.trimEnd())) ||
    (LISTS_ON.test(before.trimEnd()) && /^\s(?:auf|bei|mit)\s|^\s\(\p{L}[^()\d]{2,30}\)\s\d/u.test(after)) ||
    (/[Jj]ahren$/.test(before.trimEnd()) && /^\s(?:mit\s|auf\s|\(\d[\d.,]*\s(?:Euro|EUR|€|T))/.test(after))
  )
}

function ties(before: string): boolean {
  const words = before.trimEnd()
  if (NAMING_YEAR.test(words)) return false
  if (!words || /[(:;,]$/.test(words) || words.length < before.length - 3) return true
  if (before.endsWith('\n') || /\t$/.test(before)) return true
  return PREPOSITION.test(words) || TIME_NOUN.test(` ${words}`) || isFullVerb(words)
}

/** "Die Kosten betrugen 2031 …"; "haben 2031 stattgefunden" says nothing of money. */
function isFullVerb(words: string): boolean {
  const last = wordsOf(words.slice(-40)).at(-1)
  return (
    last?.kind === 'verb' &&
    !/^(?:ha(?:t|ben|tte|tten)|soll\p{L}*|k[aöo]nn\p{L}*|m[uü]ss\p{L}*|dürf\p{L}*|darf|w[io]ll\p{L}*|steht|stehen)$/u.test(
      last.text,
    )
  )
}

/** "01.01.2025 - 31.03.2025" within one year is that year; over several it ties nothing. */
function foldRanges(text: string, mentions: readonly YearMention[]): YearMention[] {
  const out: YearMention[] = []
  for (const mention of mentions) {
    const last = out.at(-1)
    const between = last ? text.slice(last.end, mention.start) : ''
    if (last && /^\s?(?:bis(?: zum)?|[-–—‐])\s?$/u.test(between)) {
      out[out.length - 1] = { start: last.start, end: mention.end, year: last.year === mention.year ? last.year : null }
    } else out.push(mention)
  }
  return out
}

/** The year both ends of a span of dates lie in, printed with two digits or four. */
function yearOfSpan(from: string, to: string): number | null {
  return from.slice(-2) === to.slice(-2) ? 2000 + Number(to.slice(-2)) : null
}

function sameYear(range: string): number | null {
  const years = [...range.matchAll(/(?:19|20)\d\d/g)].map(([year]) => Number(year))
  return years.length === 2 && years[0] === years[1] ? (years[0] ?? null) : null
}
