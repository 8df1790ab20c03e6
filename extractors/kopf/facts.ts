/**
 * Number, kind, date, publicity and unit of a paper, each with its place.
 */
import type { SectionNode, Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { optionSteps } from '../../src/parse/consultation/options.ts'
import { findDates, isoDate } from '../../src/parse/date.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { ANSWER, type FoundKind, kindOfLine, type PaperKind } from '../../src/parse/paper-kind.ts'
import { findPaperNumbers, isLetterheadNumber, isOwnShape } from '../../src/parse/paper-number.ts'
import { type Publicity, publicityChosen, publicityOf, publicityWithin } from '../../src/parse/publicity.ts'
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
      /^(?:Bezug|Bezüg|verwandte|Änderung|Ergänzung|Vorgang|Bericht zum|Frühere)/i.test(line.text) ||
      (line.text.length > 160 && line !== zone.lines[0])
    )
      continue
    const own = findPaperNumbers(line.text).find(
      ({ start }) => !isUnitOf(zone, line.start + start) && !isWithin(title, line.start + start),
    )
    if (own) return { value: own.number, start: line.start + own.start, end: line.start + own.end }
    const lone = loneNumber(line)
    if (lone && !isUnitOf(zone, lone.start)) return lone
  }
  return undefined
}

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

/** A kind printed within a line of the letterhead. */
const KIND_WITHIN =
  /(?<![\p{L}-])(?:Beschluss|Informations|Mitteilungs|Berichts|Sitzungs|Verwaltungs)(?:vorlage|drucksache)(?!\p{L})|(?<=[–-] )Anlage \d+(?=\n|$)/u

/** A cell that is nothing but the word for a kind. */
const KIND_CELL = /^\p{L}+(?:vorlage|VORLAGE|drucksache|DRUCKSACHE)$/u

/** An excerpt of minutes says so on one line or two. */
const EXCERPT =
  /^[ \t]*(?:(?:Beschluss|Protokoll)?[Aa]uszug|A ?U ?S ?Z ?U ?G)\s{1,4}aus (?:der|dem) (?:\p{L}*[Nn]iederschrift|\p{L}*[Pp]rotokoll|Beschlussbuch|Sitzungsniederschrift)/mu

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
  const excerpt = EXCERPT.exec(paper.text.slice(0, 700))
  if (excerpt) {
    const wording = excerpt[0].replace(/\s+/g, ' ')
    const end = excerpt.index + excerpt[0].length
    return { value: { art: 'niederschrift', wording }, start: excerpt.index, end }
  }
  let plain: Fact<FoundKind> | undefined
  for (const line of linesOf(paper.text, { start: 0, end: Math.max(zone.lines.at(-1)?.end ?? 0, 200) })) {
    if (title && line.start > title.start && line.start < title.end) continue
    if ((plain || isNumberedVorlage(zone)) && paper.sections.some((section) => isHeadOf(section, line))) continue
    const cell = line.text.split('\t').find((words) => KIND_CELL.test(words))
    const kind = kindOfLine(cell ?? line.text, more)
    if (!kind || (/^\p{L}+ ?Nr|^(?:Vorlage|Drucksache)n?[- ]*(?:Nr|Nummer)/u.test(line.text) && plain)) continue
    const at = Math.max(0, line.text.indexOf(kind.wording))
    const length = line.text.includes(kind.wording) ? kind.wording.length : line.text.length
    const fact = { value: kind, start: line.start, end: line.start + at + length }
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
  plain ??= isNumberedVorlage(zone)
  return plain && { ...plain, value: { art: settle(paper, plain.value, title), wording: plain.value.wording } }
}

/** A paper that names itself only beside its number: `Vorlage Nr. 12.345`. */
function isNumberedVorlage(zone: Zone): Fact<FoundKind> | undefined {
  const number = zone.head.values.find(
    ({ field, label }) => field === 'nummer' && /^vorlage(?!\p{L}*art)/iu.test(label),
  )
  return number && { value: { art: 'sonstige', wording: 'Vorlage', plain: true }, start: number.start, end: number.end }
}

/** `Antrag` above what is to be resolved is a heading, not the kind of a paper that has named itself. */
function isHeadOf(section: SectionNode, line: Line): boolean {
  return section.kind === 'beschlussvorschlag' && section.position?.start.offset === line.start
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

/** Whose signature stands on the same line as place and day. */
const OFFICE =
  /^(?:(?:Ober|Erste[r]? )?[Bb]ürgermeister(?:in)?|Stadtr[aä]t(?:in)?|Landr[aä]t(?:in)?|Dezernent(?:in)?|Beigeordnete[r]?|Der Magistrat|Magistrat|Gemeindevorstand) /u

/** The same at a line's end, behind a number or file number. */
const BEHIND_NUMBER = /\d\S* +(?<place>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?), (?:den )?$/u

/** The day of the paper itself. */
export function dayOf(paper: ReadPaper, zone: Zone, art: PaperKind | undefined): Fact<string> | undefined {
  const best = bestOf(zone.head, 'datum')
  const labelled =
    best && /^vom$/i.test(best.label) && !/^(?:antrag|anfrage|aenderungsantrag)$/.test(art ?? '') ? undefined : best
  const date = labelled && findDates(labelled.text)[0]
  if (labelled && date && !namesBody(paper.text, labelled.start))
    return { value: date.iso, start: labelled.start + date.start, end: labelled.start + date.end }
  const dated = datedLine(paper, zone)
  if (dated) return { value: dated.iso, start: dated.start, end: dated.end }
  const last = linesOf(paper.text, { start: Math.max(0, paper.text.length - 200), end: paper.text.length }).at(-1)
  const signed = last && last.start > (zone.steps?.end ?? 0) ? isoDate(last.text) : undefined
  return last && signed ? { value: signed, start: last.start, end: last.end } : undefined
}

/** Does a line hold a body, so that its day is a meeting's? */
function namesBody(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at) + 1
  const words = text.slice(start, at).trim()
  return isGremium(words.split('\t')[0]?.trim() ?? '')
}

/** The line that dates a paper, in its head or at its end. */
export function datedLine(
  paper: ReadPaper,
  zone: Zone,
): { iso: string; place: string; start: number; end: number; placeStart: number } | undefined {
  const tail = linesOf(paper.text, { start: Math.max(0, paper.text.length - 1500), end: paper.text.length }).slice(-12)
  for (const line of [...zone.lines.slice(0, 45), ...tail].flatMap(cellsOf)) {
    if (line.text.length > 90) continue
    const date = findDates(line.text)[0]
    if (!date || date.end < line.text.length - 1) continue
    const before = line.text.slice(0, date.start)
    const printed = PLACE_AND_DAY.exec(before)?.groups?.place ?? BEHIND_NUMBER.exec(before)?.groups?.place
    const place = printed?.replace(OFFICE, '')
    if (place)
      return {
        iso: date.iso,
        place,
        start: line.start + date.start,
        end: line.start + date.end,
        placeStart: line.start + Math.max(0, before.lastIndexOf(place)),
      }
  }
  return undefined
}

/** The cells of a line that a tab parts, each with its place. */
function cellsOf(line: Line): Pick<Line, 'text' | 'start' | 'end'>[] {
  return [...line.text.matchAll(/[^\t]+/g)].map(({ 0: text, index }) => ({
    text,
    start: line.start + index,
    end: line.start + index + text.length,
  }))
}

/** Whether the paper is public: as printed for it, else as all its steps agree; a step that says nothing is not closed. */
export function publicityOfPaper(paper: ReadPaper, zone: Zone): Fact<Publicity> | undefined {
  const labelled = bestOf(zone.head, 'oeffentlichkeit')
  if (labelled) {
    const value = publicityOf(labelled.text.replace(/\s*\(.*$/, ''))
    if (value) return { value, start: labelled.start, end: labelled.end }
  }
  for (const line of zone.lines.slice(0, 40)) {
    const said = publicityChosen(line.text) ?? publicityWithin(line.text)
    if (said) return { value: said.value, start: line.start + said.start, end: line.start + said.end }
    const leading = /^[-–(]?((?:nicht[- ]?)?öffentlich)[-)]? (?=Drucksache|Vorlage|DS |Datum|Nr\.)/iu.exec(line.text)
    const word = leading?.[1] ?? /(?:^|[\s(-])((?:nicht[- ]?)?öffentlich)[\s)*-]*$/iu.exec(line.text)?.[1]
    if (word && line.text.length < 70) {
      const start = line.start + (leading ? line.text.indexOf(word) : line.text.lastIndexOf(word))
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
  const read = zone.consultations.flatMap((consultation) => consultation.steps)
  const chosen = optionSteps(linesOf(paper.text, { start: 0, end: Math.min(paper.text.length, 4000) }))
  const steps = chosen.length ? chosen : read
  const first = steps.find(({ oeffentlichkeit }) => oeffentlichkeit !== null)
  const span = first?.spans.oeffentlichkeit
  return first?.oeffentlichkeit &&
    span &&
    steps.every(({ oeffentlichkeit }) => (oeffentlichkeit ?? 'oeffentlich') === first.oeffentlichkeit)
    ? { value: first.oeffentlichkeit, ...span }
    : undefined
}
