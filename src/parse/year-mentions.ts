/**
 * Years as they stand in a text, and which of them may tie an amount: not a year that belongs to a name, to the date of
 * another paper or of an act; a range or list blocks.
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
  `(?<![\\d.,/])(?<range>${YEAR}\\s?(?:[/–—‐-]\\s?(?:${YEAR}|\\d\\d(?!\\d))|(?:,\\s?${YEAR})*\\s(?:bis|und|u\\.|sowie|oder|bzw\\.)\\s(?:in\\s|im Jahr\\s|zum Jahr\\s|für\\s|(?:zum\\s)?Ende\\s|einschließlich\\s)?${YEAR}|(?:,\\s?${YEAR})+))(?!\\d|\\.\\d)` +
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
      jahre?s?|haushalte?s?|haushaltsplane?s?|wirtschaftsplane?s?|stellenplane?s?|
      \p{L}{0,12}entwurf(?:s|es)?|finanzplan|lasten|nachtrag|ansatz|budget|[^\p{L}]ist|[^\p{L}]soll|[^\p{L}]plan|
      planung|(?:kalkulations|abrechnungs|bewilligungs|förder)zeitraum(?:s|es)?|prognose|ergebnis|kosten|aufwand|aufwendungen|ausgaben|einnahmen|erträge?n?|mittel|
      investition(?:en)?|zuschuss|zuschüsse|abschluss|abwicklung|bedarf|defizit|fehlbetrag|überschuss|saldo|
      volumen|ermächtigung(?:en)?|deckung(?:en)?|basis|[^\p{L}]stand|belastung|entlastung|anmeldung|förderung|zuweisung(?:en)?|
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
  /(?:^|[^\p{L}])(?:in|für|ab|seit|im|zum|nach|von|je|pro|zu|um|über|ca\.|Plan|Ist|aus|gegenüber|per|davon|dann|sich|fällig|wurden?|waren?|sind|werden)$/iu
const OTHER_DATE = /(?:^|[^\p{L}])(?:vom|am|(?<!(?:ab|seit|zum)\s)(?:dem|den)|beschlossen|Stand:?|datiert)\s*$/iu
const UNTIL = latin(
  /(?:^|[^\p{L}])(?:bis(?:\s(?:zum|Ende|Anfang|einschließlich|ins Jahr|zum Jahr))?|vor|nach|bis \d{1,2}\.\d{1,2}\.)\s*(?:(?:dem |zum )?(?:\p{L}{1,20})?jahr\p{L}{0,2}\s*)?$/iu,
)

/** "über das Jahr 2031 hinaus": a time without an end. */
const BEYOND = /(?<!\p{L})über (?:das|den|die) (?:\p{L}+ )?$/u
/** "die Halle aus dem Jahr 1971", "das Gutachten aus dem Jahre 2031": the year of a thing or paper, where money has none. */
const OF_THING = /(?<!\p{L})(?<thing>\p{Lu}[\p{L}-]+) aus dem Jahre? $/u
const OF_MONEY =
  /(?:mittel|rest|reste|rücklagen?|überschuss|überschüsse|deckung(?:en)?|betr[aä]g\p{Ll}*|ergebnis(?:se)?|ermächtigung(?:en)?|ans[aä]tz\p{Ll}*|ansatz|erlöse?n?|kosten|ertr[aä]ge?n?|einnahmen?|ausgaben?|auszahlung(?:en)?|einzahlung(?:en)?|aufwendungen|aufwand|defizite?|saldo|forderung(?:en)?|verbindlichkeit(?:en)?|übertragung(?:en)?|übertr[aä]ge?|vortr[aä]ge?|steuern?|gebühren?|zuschuss|zuschüssen?|zuwendung(?:en)?|zuweisung(?:en)?|gelder|euro|eur|verlust(?:e|en)?|gewinn(?:e|en)?|kredite?s?|darlehens?|anleihen?|raten?|zahlung(?:en)?|preis(?:e|en)?|wert(?:e|en)?|zahl(?:en)?)$/iu

/** "zum 31.12.2031 ausgelaufen": the day on which something came to its end. */
const ENDED =
  /^\s(?:\p{Ll}+\s)?(?:ausgelaufen|ausläuft|auslaufen|endete?n?|beendet|abgelaufen|gekündigt|außer Kraft|aufgelöst)(?!\p{L})/u
/** "wurden im April 2031 aufgefordert": when something was said or decided, not what an amount is of. */
const ACT =
  /^\s(?:(?:bereits|schon|einstimmig|erneut|noch|zuletzt)\s)?(?:aufgefordert|beauftragt|beschlossen|verabschiedet|gefasst|eingereicht|vorgestellt|vorgelegt|informiert|mitgeteilt|unterzeichnet|gegründet|veröffentlicht|berichtet|angekündigt|gebeten)(?!\p{L})/u
/** "Der Rat hat 2031 insgesamt …", "und 2031 bei …": what leads from a year on to its amount. */
const LEADS_ON =
  /^\s(?:insgesamt|rund|rd\.|ca\.|etwa|voraussichtlich|zusätzlich|noch|nur|knapp|über|letztmal[si]g?|letztmals|erstmal[si]g?|erstmals|einmalig|weitere|dann|nochmals|lediglich|maximal|jeweils)\s/u
/** "… und 2032 5 €": the amount itself. */
const AMOUNT_BEHIND = /^\s(?:-\s?)?\d[\d.,]*(?:,-{1,2})?\s?(?:€|EUR|Euro|T€|TEUR|Tsd|Mio|Mrd)/u
/** "in die Haushaltsplanung 2031 ff.": plans without an end. */
const AND_ON = /^\s?ff(?!\p{L})/u
const PLANS = /(?:planung|pläne|haushalte?)\s$/iu
/** "der Stadt 2031 insgesamt …": who gets or pays it stands before the year. */
const WHOSE =
  /(?<!\p{L})(?:de[rmn]|die) (?:Stadt|Gemeinde|Kommune|Verwaltung|Land|Bund|\p{L}*[Kk]reis|Verein|Verband|Bezirk|Träger|Trägern)$/u
/** "… verursachten 2031 einen Aufwand": a verb in the past before the year, the noun behind it. */
const PAST = /(?<!\p{L})\p{Ll}{4,}te?n?$/u
const NOUN_BEHIND = /^\s(?:einen?|eine[mrs]|de[nmr]|die|das|(?:\p{Ll}+e[nrs]?\s)?\p{Lu}\p{Ll}+kosten)\s/u
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
      if (UNTIL.test(before) || isOpen(text, span.end, before) || isBeyond(text, span.end, before))
        mentions.push({ ...span, year: null })
      else if (isOfThing(before)) continue
      else if (
        (ties(before) || leadsOn(text, span.end, before)) &&
        !isNumberOf(text, span, before) &&
        !ACT.test(text.slice(span.end, span.end + 40))
      )
        mentions.push({ ...span, year })
    }
  }
  return foldRanges(text, mentions)
}

function isOpen(text: string, end: number, before: string): boolean {
  return AND_ON.test(text.slice(end, end + 5)) && PLANS.test(before)
}

function isBeyond(text: string, end: number, before: string): boolean {
  return /^\shinaus(?!\p{L})/u.test(text.slice(end, end + 9)) && BEYOND.test(before.replace(/\s+/g, ' '))
}

function isOfThing(before: string): boolean {
  const thing = /aus/.test(before) ? OF_THING.exec(before.replace(/\s+/g, ' '))?.groups?.thing : undefined
  return thing !== undefined && !OF_MONEY.test(thing)
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
  if (LISTS_ON.test(before.trimEnd()) && (AMOUNT_BEHIND.test(after) || LEADS_ON.test(after))) return true
  if (LEADS_ON.test(after) && WHOSE.test(before.trimEnd().replace(/\s+/g, ' '))) return true
  if (NOUN_BEHIND.test(after) && PAST.test(before.trimEnd())) return true
  return (
    (LEADS_ON.test(after) && /(?:^|\s)\p{Ll}+$/u.test(before.trimEnd())) ||
    (LISTS_ON.test(before.trimEnd()) &&
      /^\s\((?:\p{Ll}+\.?\s){0,2}\d[\d.,]*\s(?:Euro|EUR|€|T|Mio)|^\s(?:auf|bei|mit)\s|^\s\(\p{L}[^()\d]{2,30}\)\s\d|^\s[–-]\s[^–\d.;]{3,60}\s[–-]\s(?:auf|bei|mit)\s/u.test(
        after,
      )) ||
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
