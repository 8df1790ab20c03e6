/**
 * The label of an amount printed in a line of its own: "Gesamtkosten (brutto) 5.000 €", "Ertrag:" above "3 T€", a label
 * wrapped over several lines, several amounts behind one label.
 *
 * Units: offsets in UTF-16 code units into the block's text.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import type { Amount } from '../../src/parse/money.ts'
import { sentencesIn } from '../../src/parse/sentence.ts'
import { wordsOf } from '../../src/parse/words.ts'
import { linesOf } from './blocks.ts'

const FILLER = latin(
  oneLine`
    (?:
      (?:^|[\s(])(?:
        ca\.?|circa|rund|rd\.|etwa|bis(?: zu)?|auf|max\.|maximal|insgesamt|in Höhe von|i\.\s?H\.\s?v\.?|von|
        mit|bei|für|zu|je|und|sowie|über|in voller Höhe|teilweise|abs\.:?|ja|nein|EUR|Euro|€|TEUR|T€|\./\.
      )|
      [\s:=–\-•☐☒☑|_]|\.{2,}|…
    )+$
  `,
  'iu',
)
/** What an answered question of a form ends with. */
export const ANSWER = /[\s:]*[☐☒☑□]?\s*(?<!\p{L})(?:ja|nein)[\s☐☒☑□xX[\]()]+(?:ja|nein)(?!\p{L}).*$/iu
/** "Ja ☐ Nein ☐": a line of a form, whatever verb its label has. */
export const OPTIONS = /(?<!\p{L})(?:ja|nein)[\s☐☒☑□xX[\]()]+(?:ja|nein)(?!\p{L})/iu
/** The answers a line of values begins with. */
export const ANSWERS =
  /^[\s☐☒☑□xX[\]()]*(?<!\p{L})(?:ja|nein)[\s☐☒☑□xX[\]()]+(?:ja|nein)(?!\p{L})(?:[\s☐☒☑□]|[xX](?=\s|$))*/iu
const UNFINISHED =
  /(?:(?:^|\s)(?:der|die|das|des|dem|den|durch|für|und|oder|von|vom|aus|bzw\.|im|in|mit|nach|zur|zum|an|einer|eines|ohne|sowie)|(?<!\s)-|[/,]|^\p{Lu}\p{Ll}+(?:lich|ig|isch|end)e[rsn]?(?:\/[rsn])?)$/u

/** "bisher 5 €, neu 6 €": two states of one thing. */
const NOW = /^(?:bisher|alt|neu|künftig|nun|jetzt)$/u

/** What begins on a line of its own below the last options. */
const BEHIND_OPTIONS = /[☐☒☑□][^☐☒☑□\n]{0,24}\n+(\p{Lu}\p{Ll}[^☐☒☑□]{50,})$/u

/** Is a sentence prose, that is, does it have a finite verb? */
export function isProse(sentence: string): boolean {
  if (OPTIONS.test(sentence)) {
    const behind = BEHIND_OPTIONS.exec(sentence)?.[1]
    return behind !== undefined && !OPTIONS.test(behind) && isProse(behind)
  }
  const words = wordsOf(sentence.replace(/\s+/g, ' '))
  const inner = words
    .slice(1)
    .filter(({ kind }) => kind === 'article' || kind === 'other' || kind === 'preposition').length
  const rows = /(?:€|EUR|Euro|p\.\s?a\.)[^\S\n]*(?:\n|$)/.test(sentence)
  const parts = words.length + 2 * words.filter(({ text }) => /^\d[\d.]*,\d/.test(text)).length
  if (!rows && parts >= 9 && inner >= 2 && /[\p{L}\d€)][.!?,;][“"]?\s*$/u.test(sentence)) return true
  if (words.length >= 14 && inner >= 4 && /\sin\s+Höhe\s+von\s/u.test(sentence)) return true
  return words.some(
    ({ kind, text }) =>
      kind === 'verb' &&
      !/^(?:kosten|folgen|geplant|eingeplant|vorgesehen|beantragt|enthalten|bewilligt|gestellt|decken|erwartet|genehmigt)$/.test(
        text,
      ),
  )
}

/**
 * @param text
 *   The block.
 * @param amounts
 *   All amounts of the block.
 * @param index
 *   Which of them.
 * @returns
 *   The label as printed, on one line; undefined if no words stand at or above the amount.
 */
export function lineLabel(text: string, amounts: readonly Amount[], index: number): string | undefined {
  const amount = amounts[index]
  if (!amount) return undefined
  // The second end of a range has the first one's label.
  if (index > 0 && amount.range && (amounts[index - 1]?.end ?? 0) > amount.start)
    return lineLabel(text, amounts, index - 1)
  const lines = linesOf(text)
  const row = lines.findLastIndex((line) => line.start <= amount.start)
  const line = lines[row]
  if (!line) return undefined
  const earlier = amounts.filter((other) => other.end <= amount.start && other.start >= line.start)
  const last = earlier.at(-1)
  const own = chosen(bare(text.slice(last ? last.end : line.start, amount.start), last !== undefined))
  if (last && !/\p{L}{2}/u.test(own)) return labelOfLast(text, amounts, amounts.indexOf(last), amount)
  if (last && NOW.test(own)) {
    const before = labelOfLast(text, amounts, amounts.indexOf(last), amount)
    return before && `${before.replace(/\s(?:bisher|alt)$/u, '')} ${own}`
  }
  let label = NOW.test(own) ? '' : own
  const colon = isLabelled(text, amount)
  const marked = /^\s*(?:[a-z]\)|\d{1,2}[.)]|[-–•*])\s+\p{L}/u.test(text.slice(line.start, amount.start))
  for (let at = row - 1; at >= 0 && !last && row - at <= 6; at--) {
    const above = lines[at]
    if (!above) break
    const words = text.slice(above.start, above.end).trim()
    if (!/\p{L}{2}/u.test(label) && OPTIONS.test(words)) {
      label = words.replace(ANSWER, '')
      break
    }
    const taken = amounts.some((other) => other.start >= above.start && other.start < above.end)
    const wraps = !/\p{L}{2}/u.test(label) || (!marked && /^[\p{Ll}(]/u.test(label)) || UNFINISHED.test(words)
    if (taken && !/\p{L}{2}/u.test(label))
      return labelOfLast(
        text,
        amounts,
        amounts.findLastIndex((other) => other.start < above.end),
        amount,
      )
    if (colon || taken || !wraps || !words || /[.;!?]$|\.\/\.|_{3}|[☐☒]/u.test(words)) break
    if (/:[\s_.…–—-]*$/.test(words) && /\p{L}{2}/u.test(label)) break
    label = `${bare(words, false)} ${label}`.trim()
  }
  const clean = lastSentence(withoutOptions(label.replace(ANSWERS, '')))
    .replace(/\s+/g, ' ')
    .replace(/^(?:Zu|Frage|Antwort)(?: (?:Frage|Punkt|Ziffer|Nr\.))? \d{1,2}(?:\.|\))?:?\s/u, '')
    .replace(/^.{4,140}:.{0,40}\s[a-z]\)\s(?=\p{L})|^[a-z]\)\s(?=\p{L})/u, '')
    .replace(/\s(?:zu Lasten|zulasten)(?:\s(?:19|20)\d\d)?$/u, '')
    .replace(/^[-–•*\d.)\s☐☒\uf000-\uf0ff]+(?=\p{L})/u, (lead) => (/^\d{3,}|\d$/.test(lead) ? lead : ''))
    .trim()
  return /\p{L}{2}/u.test(clean) &&
    !/^\p{L}{0,3}(?:\/[\p{L}\d]+)+$/u.test(clean) &&
    !/^(?:(?:hier|da)(?:von|für|zu|bei)|(?:ja|nein)(?:\s(?:ja|nein))*)$/i.test(clean)
    ? clean
    : undefined
}

/** The label of the amount before; behind its closed bracket what stood in that is no part of it ("Bau (Zuschuss: 3 €) 5 €"). */
function labelOfLast(text: string, amounts: readonly Amount[], last: number, amount: Amount): string | undefined {
  const label = lineLabel(text, amounts, last)
  const closes = /^[^(]*\)/.test(text.slice(amounts[last]?.end, amount.start))
  return closes ? label?.replace(/(?<=\p{L}{3}[^()]*)\s\([^()]*$/u, '') : label
}

/** "Befall durch Schwamm. Mehrkosten": what a sentence before the label says is no part of it. */
function lastSentence(label: string): string {
  const last = sentencesIn(label, { start: 0, end: label.length }).at(-1)
  const before = last ? label.slice(0, last.start).trim() : ''
  const sentence = (before.match(/\p{L}{2}/gu)?.length ?? 0) >= 10 && before.split(' ').length >= 5
  return last && (sentence || isProse(before)) ? label.slice(last.start) : label
}

/** "☐ in voller Höhe ☒ teilweise (Betrag angeben)" names nothing. */
export function chosen(words: string): string {
  if (!/[☐☒☑□]/u.test(words)) return words
  const options = words.replace(/\([^()]*\)/gu, '').split(/[☐☒☑□]/u)
  return options.every((option) => !/^\s*\p{Lu}/u.test(option)) ? '' : words
}

/** "☒ Ja, investiv Auszahlungen", "☒ rot ☐ grün Prognose": what stands behind the options of the line. */
function withoutOptions(label: string): string {
  const cells = label.split('\t')
  const said = cells.some((cell) => /[☐☒☑□]|(?<!\p{L})(?:ja|nein)(?!\p{L})/iu.test(cell))
  const tab = said
    ? (cells.findLast((part) => /\p{L}{3}/u.test(part.replace(/nein/iu, ''))) ?? label)
    : cells.slice(cells.findLastIndex((cell) => /^[\d\s.]+$/.test(cell)) + 1).join('\t')
  const mark = /^.*[☐☒☑□]\s*/su.exec(tab)?.[0] ?? ''
  const rest = tab.slice(mark.length)
  const option = mark ? /^\p{Ll}[\p{Ll}-]*,?\s+(?=\p{Lu})/u.exec(rest)?.[0] : ''
  return rest.slice(option?.length ?? 0).replace(/^(?:ja|nein),?\s+(?:\p{Ll}+\s+)?(?=\p{Lu}\p{Ll})/iu, '')
}

const LABELLED =
  /^\s*(?:[-–•*☐☒]\s*|[a-z]\)\s+|\d{1,2}[.)]\s+)?\p{L}[^:\n]{1,90}:\s*(?:(?:ca\.?|rund|rd\.|etwa|bis zu|max\.|\.\/\.)\s*)?$/u
const ROW_END =
  /^\s*(?:\(?(?:p\.\s?a\.|jährlich|pro Jahr|\/\s?(?:Jahr|a)(?!\p{L})|brutto|netto|einmalig|monatlich|inkl\. MwSt\.)\)?)?[^\S\n]*(?:\n|$)/u

/** Does a line end behind an amount that ends at `at`, but for "p. a." and the like? */
export function endsRow(text: string, at: number): boolean {
  return ROW_END.test(text.slice(at, at + 40))
}

/** "Folgekosten im Jahr: 500 €" alone in its line: a form's row, whatever sentence stands around it. */
export function isLabelled(text: string, amount: Amount): boolean {
  const start = text.lastIndexOf('\n', amount.start - 1) + 1
  const before = text.slice(Math.max(start, amount.start - 130), amount.start)
  return (
    LABELLED.test(before) &&
    before.lastIndexOf('(') <= before.lastIndexOf(')') &&
    sentencesIn(before, { start: 0, end: before.length }).length === 1 &&
    endsRow(text, amount.end)
  )
}

/** "530.000 €/a" alone on the line below "Jährliche Folgekosten:". */
export function isBelowLabel(text: string, amount: Amount): boolean {
  const start = text.lastIndexOf('\n', amount.start - 1) + 1
  if (!start || bare(text.slice(start, amount.start), false)) return false
  const above = text.slice(text.lastIndexOf('\n', start - 2) + 1, start - 1).trim()
  return (
    above.length <= 92 &&
    /^(?:\p{Lu}|jährlich|einmalig|monatlich|davon)[^:\t]{2,90}:$/u.test(above) &&
    endsRow(text, amount.end) &&
    !isProse(above)
  )
}

/** "2031", "ab dem Jahr 2031", "2031 ff.": when, and not what for. */
const ONLY_TIME =
  /^(?:(?:(?:ab|seit)\s(?:dem\s)?(?:\p{L}*[Jj]ahr\s)?|(?:in|für|im Jahr)\s)?(?:19|20)\d\d(?:\/(?:20)?\d\d)?(?:\s?\(?ff\.?\)?)?:?$|(?:19|20)\d\d\s*:\s*)/u

/** Words without what only leads to the amount. */
function bare(words: string, behindAmount: boolean): string {
  let out = behindAmount
    ? words.replace(/^\s*(?:\/\s?\p{L}+|[x×] \d+ \p{L}+|p\.\s?a\.?|\*+|jährlich|monatlich|brutto|netto)[.,;]?/u, '')
    : words
  out = out.replace(/^[\s,;:–•*-]+(?=\s|\p{L})/u, '')
  for (let round = 0; round < 4; round++) out = out.replace(FILLER, '')
  // "Einmalige Auszahlungen: 2031: 5 €": the first of several years of one label.
  out = out.replace(/([:\t]\s*)(?:ab |in |für |bis )?(?:19|20)\d\d$/u, '$1').replace(FILLER, '')
  return out
    .replace(ONLY_TIME, '')
    .replace(/[\s,;]+$/u, '')
    .trim()
}
