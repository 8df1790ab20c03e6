/**
 * Date of a paper, with its place.
 */

import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { findDates, isoDate } from '../../src/parse/date.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { latin } from '../../src/parse/latin.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { kindOfLine, type PaperKind } from '../../src/parse/paper-kind.ts'
import { isLetterheadNumber } from '../../src/parse/paper-number.ts'
import { isUnitName } from '../../src/parse/unit-name.ts'
import type { Zone } from './zone.ts'

/** A value and where it stands. */
export interface Fact<T> extends Span {
  readonly value: T
  readonly doubts?: readonly Doubt[]
}

/** A place and a day on one line, as letters are dated (`Musterstadt, den 3. März 2025`). */
export const PLACE_AND_DAY =
  /^(?!(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend|(?:Mo|Di|Mi|Do|Fr|Sa|So)\.?),)(?<place>\p{Lu}[\p{L}.()/-]*(?: (?:am|an|der|im|in|bei|ob|a\.|d\.|\p{Lu}[\p{L}.()-]*)){0,4})(?:,| ?\/)(?: den| am)? *$/u

/** Whose signature stands on the same line as place and day. */
const OFFICE =
  /^(?:(?:Ober|Erste[r]? )?[Bb]ürgermeister(?:in)?|Stadtr[aä]t(?:in)?|Landr[aä]t(?:in)?|Dezernent(?:in)?|Beigeordnete[r]?|Der Magistrat|Magistrat|Gemeindevorstand) /u

/** The same beside the unit, where a letterhead's two columns share a line. */
const BESIDE_UNIT =
  /^(?:Dezernat|Fachbereich|Amt|Referat|Abteilung) \S+ +(?<place>\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)?), (?:den )?$/u

/** The same at a line's end, behind a number or file number. */
const BEHIND_NUMBER = latin(/\d\S* +(?<place>\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?), (?:den )?$/u)

/** The day of the paper itself. */
export function dayOf(paper: ReadPaper, zone: Zone, art: PaperKind | undefined): Fact<string> | undefined {
  const best = bestOf(zone.head, 'datum')
  const meeting = art === 'niederschrift' && bestOf(zone.head, 'gremium') !== undefined
  const labelled = meeting
    ? undefined
    : best &&
        /^vom$/i.test(best.label) &&
        !/^(?:antrag|anfrage|aenderungsantrag)$/.test(art ?? '') &&
        !isUnderKind(paper, best)
      ? undefined
      : best
  const date = labelled && findDates(labelled.text)[0]
  if (labelled && date && !namesBody(paper.text, labelled.start))
    return { value: date.iso, start: labelled.start + date.start, end: labelled.start + date.end }
  const heading = zone.lines
    .slice(0, 20)
    .find((line) => /^vom \d{1,2}\.\d{1,2}\.\d{4}, \p{Lu}{1,3} \d/u.test(line.text))
  const [said] = heading && isUnderKind(paper, heading) ? findDates(heading.text) : []
  if (heading && said) return { value: said.iso, start: heading.start + said.start, end: heading.start + said.end }
  const under = zone.lines
    .slice(0, 12)
    .find((line) => /^vom \d/u.test(line.text) && isoDate(line.text) && isUnderKind(paper, line))
  if (under) return { value: isoDate(under.text) ?? '', start: under.start + 4, end: under.end }
  const dated = datedLine(paper, zone)
  if (dated) return { value: dated.iso, start: dated.start, end: dated.end }
  const beside = standing(zone) ?? signedDay(paper)
  if (beside) return beside
  const alone = letterDay(zone) ?? loneDay(zone) ?? dayBelowColumn(zone) ?? dayBeforeSteps(zone)
  if (alone) return alone
  const last = linesOf(paper.text, { start: Math.max(0, paper.text.length - 200), end: paper.text.length }).at(-1)
  const signed = last && last.start > (zone.steps?.end ?? 0) ? isoDate(last.text) : undefined
  return last && signed ? { value: signed, start: last.start, end: last.end } : undefined
}

/** `Amt für Musterfragen (Stand: 14.09.2031)` in the letterhead. */
function standing(zone: Zone): Fact<string> | undefined {
  for (const line of zone.lines.slice(0, 12)) {
    const said = /\((?:Stand|Datum|Fassung vom):? (?=\d)/u.exec(line.text)
    const day = said && findDates(line.text).find(({ start }) => start === said.index + said[0].length)
    if (day && line.text[day.end] === ')')
      return { value: day.iso, start: line.start + day.start, end: line.start + day.end }
  }
  return undefined
}

/** The day before a signature, above what the form prints there: `12.05.2031, gez. Sommer` over `Datum, Unterschrift`. */
const SIGNED_DAY =
  /^(?<day>\d{1,2}\.\d{1,2}\.\d{4})(?:,? (?:gez\.|i\. ?[VA]\.)[^\n]{2,40})?\n+(?:Ort, ?)?Datum(?:,| ?\/| und)? ?Unterschrift(?!\p{L})/mu

function signedDay(paper: ReadPaper): Fact<string> | undefined {
  const found = paper.text.includes('Unterschrift') ? SIGNED_DAY.exec(paper.text) : null
  const day = found?.groups?.day
  const iso = day && isoDate(day)
  return found && day && iso ? { value: iso, start: found.index, end: found.index + day.length } : undefined
}

/** A letter's place and day in a cell of their own, without a comma. */
function letterDay(zone: Zone): Fact<string> | undefined {
  if (zone.salutation === undefined) return undefined
  for (const cell of zone.lines.slice(0, 12).flatMap(cellsOf)) {
    const [day, ...more] = /^\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)? (?:den )?\d/u.test(cell.text)
      ? findDates(cell.text)
      : []
    if (day && !more.length && day.end === cell.text.length && cell.text.split(' ').length <= 4)
      return { value: day.iso, start: cell.start + day.start, end: cell.end }
  }
  return undefined
}

/** A label alone at a line's end, and a day at the end of the next: two columns whose gap was lost. */
function dayBelowColumn(zone: Zone): Fact<string> | undefined {
  const lines = zone.lines.slice(0, 20)
  const at = lines.findIndex(({ text }) => /\S\s+(?:Datum|Erstellungsdatum|Vorlagendatum|Erstellt am):?$/u.test(text))
  const next = at < 0 ? undefined : lines[at + 1]
  const [day, ...more] = next && !next.gap ? findDates(next.text) : []
  return next && day && !more.length && day.end === next.text.length
    ? { value: day.iso, start: next.start + day.start, end: next.start + day.end }
    : undefined
}

/** The day a paper begins with, on a line of its own. */
const BARE_DAY = /^\d{1,2}\. ?(?:\d{1,2}\.|\p{L}{3,9}) ?(?:19|20)\d\d$/u

/** The only day of a letterhead, in a cell of its own beside the unit or as `Den 3. März 2031`, where no body stands. */
function loneDay(zone: Zone): Fact<string> | undefined {
  const [top, below] = zone.lines
  const iso0 = top && BARE_DAY.test(top.text) && !isGremium(below?.text ?? '') ? isoDate(top.text) : undefined
  if (top && iso0) return { value: iso0, start: top.start, end: top.end }
  const dated = zone.lines.slice(0, 12).filter((line) => findDates(line.text).length)
  const [line] = dated
  const bare = dated.filter(({ text }) => BARE_DAY.test(text))
  const [day] = bare
  const above = day && zone.lines[zone.lines.indexOf(day) - 1]
  const beside =
    above && !day.gap && (isUnitName(above.text) || isLetterheadNumber(above.text.split('\t').at(-1) ?? ''))
  if (beside && bare.length === 1) return { value: isoDate(day.text) ?? '', start: day.start, end: day.end }
  if (!line || dated.length > 1) return undefined
  const cells = cellsOf(line)
  const cell = cells.find(({ text }) => isoDate(text.replace(/^Den /, '')) !== undefined)
  const others = cells.filter((one) => one !== cell).map(({ text }) => text)
  const alone = cell && (others.some((text) => isUnitName(text)) || cell.text.startsWith('Den '))
  const iso = cell && isoDate(cell.text.replace(/^Den /, ''))
  return cell && alone && iso && !others.some(isGremium)
    ? { value: iso, start: cell.end - cell.text.replace(/^Den /, '').length, end: cell.end }
    : undefined
}

/** The only day of a letterhead, in a cell of its own, where the steps have days of their own, none of them before it. */
function dayBeforeSteps(zone: Zone): Fact<string> | undefined {
  const lines = zone.lines.slice(0, 14).filter((line) => findDates(line.text).length)
  const meetings = lines.filter(({ text }) => /(?<!\p{L})Sitzung(?!\p{L})/u.test(text))
  const [first] = [
    ...zone.consultations.flatMap(({ steps }) => steps.flatMap(({ datum }) => datum ?? [])),
    ...meetings.flatMap(({ text }) => findDates(text).map(({ iso }) => iso)),
  ].sort()
  if (!first) return undefined
  const dated = lines.filter((line) => !meetings.includes(line) && !/^(?:Anlagen?|Bezug)(?!\p{L})/u.test(line.text))
  const cells = dated.flatMap(cellsOf)
  const cell = cells.find(({ text }) => BARE_DAY.test(text))
  const iso = cell && isoDate(cell.text)
  const [line] = dated
  const above = zone.lines[zone.lines.indexOf(line as Line) - 1]?.text ?? ''
  if (!cell || !iso || iso > first || dated.length > 1 || cells.some(({ text }) => isGremium(text))) return undefined
  const torn = line === undefined || (!line.gap && above.length > 40)
  return torn || isGremium(above) || /:$/.test(above) ? undefined : { value: iso, start: cell.start, end: cell.end }
}

/** Does the day stand on the line below the word for the paper, as its heading's second line? */
function isUnderKind(paper: ReadPaper, { start }: Span): boolean {
  const above = paper.text.slice(0, start).split('\n').at(-2)?.trim() ?? ''
  return kindOfLine(above, paper.profile.arten) !== undefined
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
  for (const line of [...zone.lines.slice(0, 45), ...signed(paper), ...tail].flatMap(cellsOf)) {
    if (line.text.length > 90) continue
    const date = findDates(line.text)[0] ?? americanDay(line.text)
    if (!date || date.end < line.text.length - 1) continue
    const before = line.text.slice(0, date.start)
    const printed = [BESIDE_UNIT, PLACE_AND_DAY, BEHIND_NUMBER]
      .map((shape) => shape.exec(before)?.groups?.place)
      .find(Boolean)
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

/** Lines with place and day above whoever signs, behind what is resolved. */
function signed(paper: ReadPaper): Line[] {
  const lines = linesOf(paper.text, { start: 0, end: Math.min(paper.text.length, 12_000) })
  return lines.filter(({ text }, at) => {
    const [date] = text.length < 60 && /^\p{Lu}[^:]+, /u.test(text) ? findDates(text) : []
    const next = lines.slice(at + 1, at + 4)
    const [below] = next
    return (
      date?.end === text.length &&
      (next.some((line) => SIGNATURE.test(line.text)) || (/, den \d/.test(text) && NAME.test(below?.text ?? '')))
    )
  })
}

/** Who signs: `gez. Sommer`, an office, or a name below the line of place and day. */
const SIGNATURE =
  /^(?:_{5,}$|Unterschrift|gez\.|i\. ?[AV]\.|In Vertretung|Im Auftrag|(?:Der |Die )?(?:Ober|Erste[r]? )?[Bb]ürgermeister(?:in)?$|(?:Der |Die )?Landr[aä]t(?:in)?$|Beigeordnete[r]?$|Stadtr[aä]t(?:in)?$)/u

/** The name of whoever signs. */
const NAME = /^(?:(?:Dr|Prof)\. )?\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){0,2}$/u

/** `Musterstadt, 09/18/2031`: the month first, where the second number can be none. */
function americanDay(line: string): { iso: string; start: number; end: number } | undefined {
  const match = /(?<=\p{Ll}, )(?<month>0\d|1[0-2])\/(?<day>1[3-9]|2\d|3[01])\/(?<year>20\d\d)$/u.exec(line)
  const { month, day, year } = match?.groups ?? {}
  const iso = match && day && month && year ? isoDate(`${day}.${month}.${year}`) : undefined
  return match && iso ? { iso, start: match.index, end: line.length } : undefined
}

/** The cells of a line that a tab parts, each with its place. */
export function cellsOf(line: Line): Pick<Line, 'text' | 'start' | 'end'>[] {
  return [...line.text.matchAll(/[^\t]+/g)].map(({ 0: text, index }) => ({
    text,
    start: line.start + index,
    end: line.start + index + text.length,
  }))
}
