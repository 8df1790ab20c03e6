/**
 * Sentences and clauses of German running text.
 *
 * A dot ends a sentence only where a new one can begin behind it: not after an abbreviation ("ca.", "z. B."), an
 * ordinal ("am 3. Mai", "36. Sitzung"), an initial, or within a date or number. An empty line, and a line that opens
 * with a list marker, always begin something new.
 *
 * Units: offsets in UTF-16 code units; spans half open.
 * Reads: one block at a time; the caller says which (`within`).
 */

import type { Span } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { rememberingSpans } from './remember.ts'

/** The sentence `offset` stands in, trimmed of white space, never leaving `within`. */
export function sentenceAt(text: string, offset: number, within: Span): Span {
  const at = Math.min(Math.max(offset, within.start), within.end)
  let start = at
  while (start > within.start && !endsBefore(text, start, within)) start--
  let end = Math.max(at, start + 1)
  while (end < within.end && !endsBefore(text, end, within)) end++
  return trimmed(text, { start, end: Math.min(end, within.end) })
}

/** All sentences of a stretch of text, in order. */
export function sentencesIn(text: string, within: Span): readonly Span[] {
  return within.end - within.start === text.length ? sentencesOf(text, within) : sentencesOfPaper(text, within)
}

/** Several extractors read the same paragraphs of a paper sentence by sentence. */
const sentencesOfPaper = rememberingSpans(sentencesOf)

function sentencesOf(text: string, within: Span): Span[] {
  const spans: Span[] = []
  let start = within.start
  const add = (end: number): void => {
    const span = trimmed(text, { start, end })
    if (span.end > span.start) spans.push(span)
    start = end
  }
  const word = /\s(?=\S)/g
  word.lastIndex = within.start
  while (word.test(text) && word.lastIndex < within.end)
    if (endsBefore(text, word.lastIndex, within)) add(word.lastIndex)
  add(within.end)
  return spans
}

/**
 * The clause `offset` stands in: the part of its sentence between commas, semicolons, dashes and the brackets around
 * it. Brackets that open and close within the clause belong to it.
 */
export function clauseAt(text: string, offset: number, within: Span): Span {
  return clauseWithin(text, offset, sentenceAt(text, offset, within))
}

/** The clause `offset` stands in, where its sentence is known already. */
export function clauseWithin(text: string, offset: number, sentence: Span): Span {
  const at = Math.min(Math.max(offset, sentence.start), sentence.end)
  let start = at
  for (let depth = 0; start > sentence.start; start--) {
    const sign = text.charAt(start - 1)
    if (sign === ')') depth++
    else if (sign === '(') {
      if (depth === 0) break
      depth--
    } else if (depth === 0 && dividesAt(text, start - 1)) break
  }
  let end = at
  for (let depth = 0; end < sentence.end; end++) {
    const sign = text.charAt(end)
    if (sign === '(') depth++
    else if (sign === ')') {
      if (depth === 0) break
      depth--
    } else if (depth === 0 && dividesAt(text, end)) break
  }
  return trimmed(text, { start, end })
}

const CLOSING = /[)\]"'”“«»‘’]/
const NEVER_LAST = new Set(
  (
    'stellv bgr egr besgr entggr bj hhst hst haushaltsst abs abzgl allg ang anl art aufl az bd betr bspw bzgl bzw ca co dez dipl dr drs drucks durchschn einschl einschließl ehem entspr ev evang evtl fa ' +
    'exkl fg fr gem ggf grds hj hr hrsg ing ink inkl insb insbes insg insges jährl kalk kap kath lfd lt max mind min monatl nr ' +
    'pos prof rd sog st std str tel teilw tab abb u üpl apl versch vgl voraus voraussichtl vorauss vsl zusätzl zzgl ziff zt zzt z'
  ).split(' '),
)
const MAYBE_LAST = new Set('etc usw mio mrd tsd p.a pa u.a o.ä u.ä o.a z.t jh i.v a.d mtl'.split(' '))
const MONTH_OR_NAME = /^(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i
/** Words that open a sentence but hardly follow an ordinal or an abbreviation. */
const OPENER = latin(
  oneLine`
    ^(?:
      der|die|das|dem|den|des|dies\p{L}*|ein\p{L}{0,2}|es|er|sie|wir|im|in|am|an|auf|für|mit|bei|bis|nach|
      von|zu\p{L}?|ab|aus|aufgrund|da|dabei|dafür|daher|damit|dadurch|darin|darüber|darunter|davon|
      hier\p{L}*|insgesamt|zusätzlich|weiter\p{L}*|ferner|außerdem|sollte|somit|so|sofern|soweit|wenn|weil|
      während|nur|auch|alle|aktuell|derzeit|laut|gemäß|seit|unter|über|um|und|zudem|demnach|allerdings|
      jedoch|als|wie
    )$
  `,
  'iu',
)

/** "Anerkannt werden …", "Erforderlich ist …" */
const VERB_FIRST = /^\p{Lu}\p{Ll}+(?:t|en|ich)\s(?:ist|sind|wird|werden|wurden?|bleibt|bleiben)(?!\p{L})/u

/** Does a new sentence begin at `at`? */
function endsBefore(text: string, at: number, within: Span): boolean {
  if (!isSpaceAt(text, at - 1) || isSpaceAt(text, at)) return false
  const before = text.slice(Math.max(within.start, at - 40), at)
  const gap = before.slice(before.trimEnd().length)
  if (/\n[^\S\n]*\n/.test(gap)) return true
  // "(Stelle 4711, S⏎17)" closes its bracket.
  if (
    gap.includes('\n') &&
    opensItem(text.slice(at, at + 8)) &&
    !(CLOSES.test(text.slice(at, at + 4)) && OPEN.test(before))
  )
    return true
  if (!gap) return false
  const words = before.slice(0, before.length - gap.length)
  const closed = stripClosing(words)
  const mark = closed.at(-1)
  if (mark === '!' || mark === '?') return true
  if (mark !== '.') return false
  return !isOpenDot(closed.slice(0, -1), text.slice(at, at + 40))
}

const CLOSES = /^\d{1,2}\)/
const OPEN = /\([^()]*$/

/** As `\s` says; asked of every character of a paper. */
function isSpaceAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 160) return code === 32 || (code >= 9 && code <= 13)
  return /\s/.test(text.charAt(at))
}

function stripClosing(words: string): string {
  let end = words.length
  while (end > 0 && CLOSING.test(words.charAt(end - 1))) end--
  return words.slice(0, end)
}

function opensItem(text: string): boolean {
  return /^(?:[-–—•●▪■◦·*\uf000-\uf0ff]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)/.test(text)
}

/** Is the dot behind `before` part of an abbreviation, ordinal or initial? `after` is what follows the gap. */
function isOpenDot(before: string, after: string): boolean {
  if (/^[\p{Ll}]/u.test(after)) return true
  if (/^[,;:)\]/€%]/.test(after)) return true
  const next = /^[„"“(«]?([\p{L}]+)/u.exec(after)?.[1] ?? ''
  const last = lastWord(before).toLowerCase()
  if (/(?<!\p{L})[IVX]{1,4}$/u.test(before) && /^(?:Quartal|Halbjahr|Nachtrag|Bauabschnitt)/.test(next)) return true
  // "5 €/a. Weitere Kosten"
  if (/(?:€|EUR|Euro) ?\/ ?a$/u.test(before)) return false
  if (/^\d{1,3}$/.test(last)) return !next || !OPENER.test(next) || MONTH_OR_NAME.test(next)
  if (/(?:^|\.)\d{1,2}\.\d{1,2}$/.test(last)) return !next || !OPENER.test(next)
  if (MAYBE_LAST.has(last) || /\d ?v\. ?H$/.test(before)) return !OPENER.test(next) && !VERB_FIRST.test(after)
  if (/^\p{L}$/u.test(last) || /^(?:\p{L}{1,2}\.)+\p{L}{1,3}$/u.test(last)) return true
  // "Stellennr.", "Drucksachennr."
  return NEVER_LAST.has(last) || /\p{L}nrn?$/u.test(last)
}

/** The letters, digits and dots a text ends with. */
function lastWord(text: string): string {
  let start = text.length
  while (start > 0 && /[\p{L}\d.]/u.test(text.charAt(start - 1))) start--
  return text.slice(start)
}

/** Does the sign at `at` part two clauses? */
function dividesAt(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (sign === ';') return true
  const next = text.charAt(at + 1)
  if (sign === ',') return !/[\d–—-]/.test(next) && !(/\d/.test(text.charAt(at - 1)) && /\d/.test(next))
  if (sign === ':') return /\s/.test(next)
  return (
    (sign === '–' || sign === '—' || sign === '-') &&
    /\s/.test(next) &&
    /[^\S\n]/.test(text.charAt(at - 1)) &&
    !/\d\s*$/.test(text.slice(Math.max(0, at - 3), at))
  )
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpaceAt(text, start)) start++
  while (end > start && isSpaceAt(text, end - 1)) end--
  return { start, end }
}
