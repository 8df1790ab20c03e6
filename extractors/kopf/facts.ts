/**
 * Number, kind, date, publicity and unit of a paper, each with its place.
 */
import type { Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { findDates, isoDate } from '../../src/parse/date.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { ANSWER, type FoundKind, kindOfLine, type PaperKind } from '../../src/parse/paper-kind.ts'
import { findPaperNumbers, isOwnShape, isPaperNumber } from '../../src/parse/paper-number.ts'
import { type Publicity, publicityOf } from '../../src/parse/publicity.ts'
import type { Title } from './title.ts'
import type { Zone } from './zone.ts'

/** A value and where it stands. */
export interface Fact<T> extends Span {
  readonly value: T
}

/** The paper's own number: labelled, else the first number in the letterhead. */
export function numberOf(paper: ReadPaper, zone: Zone, title: Title | undefined): Fact<string> | undefined {
  const labelled = bestOf(zone.head, 'nummer')
  const found = labelled ? { value: labelled.text, start: labelled.start, end: labelled.end } : bareNumber(zone, title)
  if (!found) return undefined
  const prefix = paper.profile.nummerPraefix ?? prefixOf(paper.text, found.value)
  return prefix && /^\d/.test(found.value) && isOwnShape(prefix + found.value)
    ? { ...found, value: prefix + found.value }
    : found
}

function bareNumber(zone: Zone, title: Title | undefined): Fact<string> | undefined {
  for (const line of zone.lines) {
    if (title && line.start >= title.start && line.start < title.end) continue
    if (
      /^(?:Bezug|verwandte|Änderung|Ergänzung|Vorgang)/i.test(line.text) ||
      (line.text.length > 160 && line !== zone.lines[0])
    )
      continue
    const [own] = findPaperNumbers(line.text)
    if (own) return { value: own.number, start: line.start + own.start, end: line.start + own.end }
    if (/^\S+$/.test(line.text) && isPaperNumber(line.text) && isOwnShape(line.text))
      return { value: line.text, start: line.start, end: line.end }
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

/** A kind printed within a line of the letterhead. */
const KIND_WITHIN =
  /(?<![\p{L}-])(?:Beschluss|Informations|Mitteilungs|Berichts|Sitzungs|Verwaltungs)(?:vorlage|drucksache)(?!\p{L})|(?<=[–-] )Anlage \d+(?=\n|$)/u

/** What kind of paper it is. */
export function kindOf(
  paper: ReadPaper,
  zone: Zone,
  title: Title | undefined,
): Fact<{ art: PaperKind; wording: string | null }> | undefined {
  const more = paper.profile.arten
  const labelled = bestOf(zone.head, 'art')
  const byLabel = labelled && kindOfLine(labelled.text, more)
  if (labelled && byLabel)
    return {
      value: { art: settle(paper, byLabel, title), wording: labelled.text },
      start: labelled.start,
      end: labelled.end,
    }
  let plain: Fact<FoundKind> | undefined
  for (const line of linesOf(paper.text, { start: 0, end: Math.max(zone.lines.at(-1)?.end ?? 0, 200) })) {
    if (title && line.start > title.start && line.start < title.end) continue
    const kind = kindOfLine(line.text, more)
    if (!kind || (/^\p{L}+ ?Nr|^(?:Vorlage|Drucksache)n?[- ]*(?:Nr|Nummer)/u.test(line.text) && plain)) continue
    const fact = {
      value: kind,
      start: line.start,
      end: line.start + line.text.indexOf(kind.wording) + kind.wording.length,
    }
    if (!kind.plain) return { ...fact, value: { art: settle(paper, kind, title), wording: kind.wording } }
    plain ??= fact
  }
  const within = plain ? undefined : KIND_WITHIN.exec(paper.text.slice(0, 400))
  const inLine = within && kindOfLine(within[0], more)
  if (within && inLine) {
    const start = within.index
    return {
      value: { art: settle(paper, inLine, title), wording: inLine.wording },
      start,
      end: start + inLine.wording.length,
    }
  }
  const answer = ANSWER.exec(paper.text.slice(0, 3000))
  if (answer && !plain)
    return { value: { art: 'antwort', wording: null }, start: answer.index, end: answer.index + answer[0].length }
  return plain && { ...plain, value: { art: settle(paper, plain.value, title), wording: plain.value.wording } }
}

/** A motion whose title says that it changes one is an Änderungsantrag; a plain "Vorlage" needs a proposal to be one for a resolution. */
function settle(paper: ReadPaper, kind: FoundKind, title: Title | undefined): PaperKind {
  if (
    kind.art === 'antrag' &&
    title &&
    /^(?:Änderungs|Ergänzungs|Zusatz)(?:-? ?(?:\/|und) ?\p{L}+-?)?antrag/iu.test(title.text)
  )
    return 'aenderungsantrag'
  if (!kind.plain) return kind.art
  return paper.sections.some(({ kind: section }) => section === 'beschlussvorschlag') ? 'beschlussvorlage' : 'sonstige'
}

/** A place and a day on one line, as letters are dated (`Musterstadt, den 3. März 2025`). */
export const PLACE_AND_DAY =
  /^(?<place>\p{Lu}[\p{L}.()-]*(?: (?:am|an|der|im|in|bei|ob|a\.|d\.|\p{Lu}[\p{L}.()-]*)){0,4})(?:,| ?\/)(?: den| am)? *$/u

/** The day of the paper itself. */
export function dayOf(paper: ReadPaper, zone: Zone, art: PaperKind | undefined): Fact<string> | undefined {
  const best = bestOf(zone.head, 'datum')
  const labelled =
    best && /^vom$/i.test(best.label) && !/^(?:antrag|anfrage|aenderungsantrag)$/.test(art ?? '') ? undefined : best
  const date = labelled && findDates(labelled.text)[0]
  if (labelled && date) return { value: date.iso, start: labelled.start + date.start, end: labelled.start + date.end }
  const dated = datedLine(paper, zone)
  if (dated) return { value: dated.iso, start: dated.start, end: dated.end }
  const last = linesOf(paper.text, { start: Math.max(0, paper.text.length - 200), end: paper.text.length }).at(-1)
  const signed = last && last.start > (zone.steps?.end ?? 0) ? isoDate(last.text) : undefined
  return last && signed ? { value: signed, start: last.start, end: last.end } : undefined
}

/** The line that dates a paper, in its head or at its end. */
export function datedLine(
  paper: ReadPaper,
  zone: Zone,
): { iso: string; place: string; start: number; end: number; placeStart: number } | undefined {
  const tail = linesOf(paper.text, { start: Math.max(0, paper.text.length - 1500), end: paper.text.length }).slice(-12)
  for (const line of [...zone.lines.slice(0, 25), ...tail]) {
    if (line.text.length > 90) continue
    const date = findDates(line.text)[0]
    if (!date || date.end < line.text.length - 1) continue
    const place = PLACE_AND_DAY.exec(line.text.slice(0, date.start))?.groups?.place
    if (place)
      return {
        iso: date.iso,
        place,
        start: line.start + date.start,
        end: line.start + date.end,
        placeStart: line.start,
      }
  }
  return undefined
}

/** Whether the paper is public: as printed for it, else as all its steps agree. */
export function publicityOfPaper(paper: ReadPaper, zone: Zone): Fact<Publicity> | undefined {
  const labelled = bestOf(zone.head, 'oeffentlichkeit')
  if (labelled) {
    const value = publicityOf(labelled.text.replace(/\s*\(.*$/, ''))
    if (value) return { value, start: labelled.start, end: labelled.end }
  }
  for (const line of zone.lines.slice(0, 30)) {
    const word = /(?:^|[\s(-])((?:nicht[- ]?)?öffentlich)[\s)*-]*$/iu.exec(line.text)?.[1]
    if (word && line.text.length < 70) {
      const start = line.start + line.text.lastIndexOf(word)
      return { value: /^nicht/i.test(word) ? 'nichtoeffentlich' : 'oeffentlich', start, end: start + word.length }
    }
  }
  const within = /(?<=\d )(?:nicht)?öffentlich(?= \p{Lu})/u.exec(
    paper.text.slice(0, Math.min(200, zone.steps?.start ?? 200)),
  )
  if (within)
    return {
      value: within[0].startsWith('nicht') ? 'nichtoeffentlich' : 'oeffentlich',
      start: within.index,
      end: within.index + within[0].length,
    }
  const steps = zone.consultations.flatMap((consultation) => consultation.steps)
  const first = steps[0]
  const span = first?.spans.oeffentlichkeit
  return first?.oeffentlichkeit &&
    span &&
    steps.every(({ oeffentlichkeit }) => oeffentlichkeit === first.oeffentlichkeit)
    ? { value: first.oeffentlichkeit, ...span }
    : undefined
}

/** The unit printed as responsible. */
export function unitOf(paper: ReadPaper, zone: Zone): Fact<string> | undefined {
  const labelled = bestOf(zone.head, 'federfuehrend')
  if (labelled) {
    const text = labelled.text.replace(/\s*(?:\(?(?:Tel|E-Mail|Bearbeit|Frau |Herr )[^)]*\)?.*)$/u, '').trim()
    if (text) return { value: text, start: labelled.start, end: labelled.start + text.length }
  }
  const dated = datedLine(paper, zone)
  if (!dated) return undefined
  const before = linesOf(paper.text, { start: Math.max(0, dated.placeStart - 60), end: dated.placeStart }).at(-1)
  return before && /^\d{2}(?:\.\d{1,3}){1,3}$/.test(before.text)
    ? { value: before.text, start: before.start, end: before.end }
    : undefined
}
