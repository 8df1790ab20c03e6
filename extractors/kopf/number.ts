/**
 * The paper's own number, labelled or in its letterhead.
 */
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isoDate } from '../../src/parse/date.ts'
import { bestOf, type Value } from '../../src/parse/labels.ts'
import type { Line } from '../../src/parse/lines.ts'
import { isOtherPaper } from '../../src/parse/paper-kind.ts'
import {
  findPaperNumbers,
  isLetterheadNumber,
  isOwnShape,
  isPaperNumber,
  numberKey,
} from '../../src/parse/paper-number.ts'
import type { Fact } from './facts.ts'
import { isExcerpt, minutesOf } from './minutes.ts'
import { isProse } from './prose.ts'
import type { Title } from './title.ts'
import type { Zone } from './zone.ts'

/** The paper's own number: labelled, else the first number in the letterhead. */
export function numberOf(paper: ReadPaper, zone: Zone, title: Title | undefined): Fact<string> | undefined {
  if (minutesOf(paper, zone)) return undefined
  const labelled = bestOf(zone.head, 'nummer')
  const doubts: Doubt[] = labelled && contradicts(zone, labelled) ? ['mehrdeutig'] : []
  const found = labelled
    ? { value: labelled.text, start: labelled.start, end: labelled.end, doubts }
    : (bareNumber(zone, title, isExcerpt(paper)) ?? datedNumber(zone) ?? calledNumber(zone) ?? numberBelow(paper, zone))
  const letters = found && lettersAbove(zone, found.start)
  if (found && letters)
    return { ...found, value: `${letters.text} ${found.value}`, start: letters.start, end: found.end }
  if (!found) return undefined
  const prefix = paper.profile.nummerPraefix ?? prefixOf(paper.text, found.value)
  return prefix && /^\d/.test(found.value) && isOwnShape(prefix + found.value)
    ? { ...found, value: prefix + found.value }
    : found
}

/** A number's letters on the line above, broken in a narrow cell: `FB` above `11/0208`. */
function lettersAbove(zone: Zone, at: number): Line | undefined {
  const number = zone.lines.findIndex(({ start }) => start === at)
  const above = number > 0 && !zone.lines[number]?.gap ? zone.lines[number - 1] : undefined
  return above && /^(?:FB|VO|BV|V|DS|SV|VL|IV|MV|GR|GD|AN|B|I)$/.test(above.text) ? above : undefined
}

/** Is another number labelled as the paper's, that is not the same one with more or less in front or behind? */
function contradicts(zone: Zone, best: Value): boolean {
  const key = numberKey(best.text)
  return zone.head.values.some(({ field, rank, text, label }) => {
    if (field !== 'nummer' || rank > best.rank || !isOwnShape(text) || /^(?:Antrag|Anfrage)/i.test(label)) return false
    const other = numberKey(text)
    return !other.includes(key) && !key.includes(other)
  })
}

/** The first number of the letterhead; an excerpt of minutes names the papers of its item within its text, too. */
function bareNumber(zone: Zone, title: Title | undefined, excerpt: boolean): Fact<string> | undefined {
  for (const line of zone.lines) {
    if (title && line.start >= title.start && line.start < title.end) continue
    if (
      /^(?:Bezug|Bezüg|verwandte|Änderung|Ergänzung|Vorgang|Bericht zum|Frühere)/i.test(line.text) ||
      isOtherPaper(line.text) ||
      isProse(line.text) ||
      (line.text.length > 160 && line !== zone.lines[0])
    )
      continue
    const own = findPaperNumbers(line.text).find(
      ({ start }) => !isUnitOf(zone, line.start + start) && !isWithin(title, line.start + start),
    )
    const said = own && excerpt && !LEADS.test(line.text.slice(0, own.start))
    if (own && !said) return { value: own.number, start: line.start + own.start, end: line.start + own.end }
    const lone = dashedNumber(line) ?? loneNumber(line)
    if (lone && !isUnitOf(zone, lone.start)) return lone
  }
  return undefined
}

/** Nothing but a word for a paper stands before its number. */
const LEADS = /^(?:\p{L}*(?:[Vv]orlagen?|[Dd]rucksachen?)[-: ]{0,3}(?:Nr\.|[Nn]ummer)?:? ?)?$/u

/** Between dashes below an item's title: `- 101.19.842 -`; the second one may be lost. */
function dashedNumber({ text, start }: Line): Fact<string> | undefined {
  const number = /^[-–—(] ?(?<number>\d{2,4}(?:[./-]\d{2,6}){1,3})(?: ?[-–—)]|$| (?=\p{Lu}))/u.exec(text)?.groups
    ?.number
  if (!number || isoDate(number)) return undefined
  const at = start + text.indexOf(number)
  return { value: number, start: at, end: at + number.length }
}

/** The paper that is called up in the minutes of its item: `Ich rufe auf Punkt 7, Vorlage Nr. 2031/0123`. */
function calledNumber(zone: Zone): Fact<string> | undefined {
  for (const line of zone.lines) {
    const called = /(?:Vorlage|Drucksache)n?[- ]?(?:Nr\.|[Nn]ummer) ?(?=\S*\d)/u.exec(line.text)
    const own = called && findPaperNumbers(line.text).find(({ start }) => start >= called.index)
    if (own) return { value: own.number, start: line.start + own.start, end: line.start + own.end }
  }
  return undefined
}

/** Behind the day, as parliaments print it: `vom 10.03.2031, M 45`. */
function datedNumber(zone: Zone): Fact<string> | undefined {
  for (const line of zone.lines.slice(0, 20)) {
    const number = /^vom \d{1,2}\.\d{1,2}\.\d{4}, (?<number>\p{Lu}{1,3} \d{1,4}(?:\/\d{1,3})?)$/u.exec(line.text)
      ?.groups?.number
    if (number) return { value: number, start: line.end - number.length, end: line.end }
  }
  return undefined
}

/** Where the head has none: the one number that is labelled as the paper's further down or at the foot of its page. */
function numberBelow(paper: ReadPaper, zone: Zone): Fact<string> | undefined {
  const end = zone.lines.at(-1)?.end ?? 0
  const found = [...paper.text.slice(end, end + 20_000).matchAll(LABELLED)].flatMap((match) => {
    const value = match.groups?.number ?? ''
    const start = end + match.index + match[0].length - value.length
    return isPaperNumber(value) ? [{ value, start, end: start + value.length }] : []
  })
  return new Set(found.map(({ value }) => value)).size === 1 ? found[0] : undefined
}

const LABELLED = /^(?:(?:Vorlagen?|Drucksachen?)(?:[ -]{0,2}Nr\.?|nummer)|Drs\.-Nr\.) ?:\s{0,3}(?<number>\S{4,24})$/gmu

function isWithin(title: Title | undefined, at: number): boolean {
  return title !== undefined && title.start <= at && at < title.end
}

/** Does a place belong to the unit, the clerk or a file's number? */
function isUnitOf(zone: Zone, at: number): boolean {
  return zone.head.values.some(
    ({ field, start, end }) =>
      start <= at && at < end && (field === 'federfuehrend' || (field === 'sonstiges' && at - start < 2)),
  )
}

/** Words before a number at a line's end that make it something else. */
const CONTACT =
  /(?:Tel|Telefon|Telefax|Fax|Durchwahl|Zimmer|Az|AZ|Aktenzeichen|Konto|PSP\S*|Produkt\S*|Plan|Straße|Str)[.:]? *$/u

/** A number that is a whole line of the letterhead, or its end behind other words (`Gz: SWU GRDrs 678/2023`). */
function loneNumber(line: { text: string; start: number; end: number }): Fact<string> | undefined {
  if (line.text.length > 80 || /[.;!?]$/.test(line.text)) return undefined
  for (const match of line.text.matchAll(
    /(?:^|(?<=[\s\t]))(?=\S*\d)\S+$|(?:^|(?<=[\s\t]))\p{Lu}\p{L}{0,5} \S*\d\S*$|^\p{L}{0,6}[ ]?\S*\d\S*(?=\t|$)/gu,
  )) {
    if (CONTACT.test(line.text.slice(0, match.index)) || !isLetterheadNumber(match[0])) continue
    if (match.index > 0 && !isOwnShape(match[0]) && !/^\p{Lu}{2}/u.test(match[0])) continue
    return { value: match[0], start: line.start + match.index, end: line.start + match.index + match[0].length }
  }
  return undefined
}

/** The prefix the paper itself prints before other numbers built like its own; `undefined` unless there is but one. */
function prefixOf(text: string, number: string): string | undefined {
  const core = /^\d{4}\/\d{3,6}/.exec(number)?.[0]
  if (!core) return undefined
  const shape = core.replace(/\d+/g, (digits) => `\\d{${digits.length}}`)
  const others = [...text.matchAll(new RegExp(String.raw`(?<![\p{L}\d/])(\p{Lu}{1,5}/)?${shape}(?!\d)`, 'gu'))].filter(
    ([whole]) => whole !== core,
  )
  const prefixes = others.map(([, prefix]) => prefix)
  const printed = prefixes.filter((prefix): prefix is string => prefix !== undefined)
  return printed.length >= 2 && new Set(printed).size === 1 && printed.length > (prefixes.length - printed.length) * 2
    ? printed[0]
    : undefined
}
