/**
 * The unit that answers for a paper: labelled, or a line of the letterhead that names one.
 */

import type { ReadPaper } from '../../src/extractor.ts'
import { oneLine } from '../../src/one-line.ts'
import { isoDate } from '../../src/parse/date.ts'
import { isLabel, labelIn } from '../../src/parse/label-parts.ts'
import { latin } from '../../src/parse/latin.ts'
import { cellsOf, linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isOwnShape } from '../../src/parse/paper-number.ts'
import { publicityOf } from '../../src/parse/publicity.ts'
import { isUnitName } from '../../src/parse/unit-name.ts'
import { datedLine, type Fact } from './facts.ts'
import { isExcerpt } from './minutes.ts'
import type { Title } from './title.ts'
import { freeUnit, UNFINISHED } from './unit-free.ts'
import type { Zone } from './zone.ts'

/** The unit printed as responsible. */
export function unitOf(paper: ReadPaper, zone: Zone, title: Title | undefined): Fact<string> | undefined {
  const units = zone.head.values
    .filter(({ field, text }) => field === 'federfuehrend' && !isoDate(text) && !publicityOf(text))
    .filter(({ text, below }) => !UNFILLED.test(text) && !(below && /(?<!\d)(?:19|20)\d\d(?!\d)/.test(text)))
    .filter(({ text, below }) => !below || !(isHeading(paper, text) || kindOfLine(text)))
    .sort((a, b) => a.rank - b.rank || breadth(a.label) - breadth(b.label) || a.start - b.start)
  const labelled =
    units.find(({ text }) => !isPerson(text) && !HEAD_OF.test(text)) ??
    units.find(({ text }) => !isPerson(text)) ??
    units.find(({ text }) => !TITLED.test(text))
  if (labelled) {
    const text = withoutFile(ownWords(labelled.text), labelled.label)
    if (text) return wrapped(paper, zone, { value: text, start: labelled.start, end: labelled.start + text.length })
  }
  const clerk = zone.head.values.find(
    ({ label, text }) => OF_CLERK.test(label) && (isUnitName(text) || CODED_UNIT.test(text)),
  )
  if (clerk) return wrapped(paper, zone, { value: clerk.text, start: clerk.start, end: clerk.end })
  // Who sends an excerpt of minutes is not who answers for the item.
  if (isExcerpt(paper)) return undefined
  const beside = unitBesideTown(zone)
  if (beside) return beside
  const free = freeUnit(paper, zone, title)
  if (free) return wrapped(paper, zone, free)
  const dated = datedLine(paper, zone)
  if (!dated) return undefined
  const before = linesOf(paper.text, { start: Math.max(0, dated.placeStart - 60), end: dated.placeStart }).at(-1)
  return before && /^\d{2}(?:\.\d{1,3}){1,3}$/.test(before.text)
    ? { value: before.text, start: before.start, end: before.end }
    : undefined
}

/** "Dez." whose number nobody wrote. */
const UNFILLED = /^(?:Dez|Dezernat|Amt|FB|FD|Fachbereich|Fachdienst|Abt|Abteilung|Ref|Referat)\.?(?:\s*[_…-]+)?$/u

/** Is a value no unit but the heading of the section that follows upon an empty label? */
function isHeading(paper: ReadPaper, text: string): boolean {
  if (
    /^(?:Beratungen|Beratungs(?:folge|verlauf|gang)|Sitzungen|Termine|Gremien|Dokumente|Anlagen?|Vorlagentext)$/.test(
      text,
    )
  )
    return true
  return paper.sections.some(({ title }) => title === text)
}

/** `10 - Hauptamt/10 03 00`, where the label asks for unit and file. */
function withoutFile(text: string, label: string): string {
  return /A[zZ]|Aktenzeichen|Zeichen/.test(label) ? text.replace(/ ?[/,;] ?\d[\d ./-]*$/u, '').trim() : text
}

/** A letterhead on one line: `Stadt Musterdorf Referat Bauen und Wohnen GZ: 61-04`, `STADT MUSTERDORF - Organisationseinheit - 540 Büro für Planung`. */
function unitBesideTown(zone: Zone): Fact<string> | undefined {
  const asked = zone.lines.slice(0, 6).findIndex(({ text }) => ASKS.test(text))
  const answer = asked >= 0 ? zone.lines[asked + 1] : undefined
  if (answer && !answer.gap && /^\p{Lu}|^\d/u.test(answer.text) && answer.text.length < 90)
    return { value: firstCell(answer.text), start: answer.start, end: answer.start + firstCell(answer.text).length }
  for (const line of zone.lines.slice(0, 4)) {
    const cell = firstCell(line.text)
    const found = BESIDE_TOWN.exec(cell)?.groups
    const unit = (found?.unit ?? found?.unit2)?.trim()
    if (unit)
      return {
        value: unit,
        start: line.start + line.text.indexOf(unit),
        end: line.start + line.text.indexOf(unit) + unit.length,
      }
  }
  return undefined
}

/** What a form asks for, between dashes or brackets on its own line. */
const ASKS =
  /^(?:[-–] ?|\()(?:Organisationseinheit|Dienststelle|Fachbereich|Amt|Dezernat|Fachdienst)(?:\/\p{L}+)?(?: ?[-–]|\))$/u

const BESIDE_TOWN = latin(
  oneLine`
    ^(?:\p{L}+ )?(?:\p{L}*[Ss]tadt|STADT|Gemeinde|GEMEINDE|Landkreis|Kreis) \p{Lu}[\p{L}-]+ (?:
      [-–] (?:Organisationseinheit|Dienststelle|Fachbereich|Amt) [-–] (?<unit>\S.{2,70}?)|
      (?<unit2>(?:Referat|Dezernat|Fachbereich|Fachdienst|Amt) .{3,70}?)
    )(?= G[Zz]:| A[Zz]\.?:|$)
  `,
  'u',
)

/** A unit's words without the clerk, and without what of the next column stands behind them. */
function ownWords(value: string): string {
  let text = value.replace(/\s*(?:\(?(?:Tel|E-Mail|Bearbeit|Frau |Herr )[^)]*\)?.*)$/u, '').trim()
  for (let turn = 0; turn < 3; turn++) {
    const last = /^(?<words>.*\S)\s+(?<end>\S+)$/u.exec(text)?.groups
    if (!last?.words || !last.end) break
    const foreign = /^(?:nicht)?öffentlich$/iu.test(last.end) || isoDate(last.end) !== undefined || isOwnShape(last.end)
    const label =
      /^(?<words>.*\S)\s+(?:Datum|Status|Erstellungsdatum|Vorlagen?-?Nr\.?|Drucksachen?-?Nr\.?|Az\.?|nicht)$/u.exec(
        text,
      )?.groups
    if (!foreign && !label?.words) break
    text = foreign ? last.words : (label?.words ?? text)
  }
  return text
}

/** What a name goes on with. */
const REST = /^(?:und|sowie|u\.) \p{Lu}/u
/** A unit with its number, whose name stands below. */
const ENDS_IN_CODE = /(?:Bereich|bereich|Abteilung|Amt|[Dd]ienst|Referat) \d{1,3}(?:\.\d{1,2})?$/u

/** A name broken behind a comma, a hyphen or "und" goes on below: in the same column, or in the next line if it is short. */
function wrapped(paper: ReadPaper, zone: Zone, unit: Fact<string>): Fact<string> {
  const open = UNFINISHED.test(unit.value)
  const code = ENDS_IN_CODE.test(unit.value)
  const at = zone.lines.findIndex((line) => line.start <= unit.start && line.end >= unit.end)
  const own = at < 0 ? zone.lines.findIndex((line) => line.end >= unit.end) : at
  const [line, next] = [zone.lines[own], zone.lines[own + 1]]
  if (!line || !next) return unit
  const cells = cellsOf(paper.text, line)
  const column = cells.findIndex(({ start, end }) => start <= unit.start && end >= unit.end)
  const below = cellsOf(paper.text, { ...next, end: next.start + next.text.trimEnd().length })
  const last = column === cells.length - 1
  const cell = below.length > 1 ? (last ? below.at(-1) : below[column]) : below[0]
  if (!cell?.text || cell.text.length >= 60 || isLabel(cell.text) || labelIn(cell.text) || isoDate(cell.text))
    return unit
  if (next.gap && cells.length < 2) return unit
  if (!open && (next.gap || !(REST.test(cell.text) || (code && isUnitName(`${unit.value} ${cell.text}`))))) return unit
  const more = { value: `${unit.value} ${cell.text}`, start: unit.start, end: cell.end }
  return wrapped(paper, { ...zone, lines: zone.lines.slice(own + 1) }, more)
}

/** Of two units the paper names, the one within the other answers for it. */
function breadth(label: string): number {
  return /^(?:Dezernat|Geschäftsbereich|Ressort)/.test(label) ? 1 : 0
}

/** Labels of clerks, beside which some houses print the unit. */
const OF_CLERK = /^(?:Verfass|Bearbeit|Sachbearbeit|Auskunft|Ansprech|Dezernent|Referent|Berichterstatt)/iu

/** A unit with its letters or number in front (`SP - Soziales und Pflege`), where others print the clerk. */
const CODED_UNIT = /^(?:\p{Lu}{2,5}(?:[/ ]\p{Lu}{1,3})?|\d{1,3}(?:[./]\d{1,3}){0,3}) [-–] \p{Lu}[\p{L} ,-]{3,60}$/u

/** A letterhead set as a table holds the unit in the first cell of its row. */
function firstCell(line: string): string {
  return line.split('\t')[0]?.trim() ?? ''
}

/** Who heads the administration signs every paper: a unit beside it says more. */
const HEAD_OF =
  /^(?:(?:Der|Die) )?(?:(?:Ober|Erste[r]? |Samtgemeinde|Verbandsgemeinde|Gemeinde|Stadt)?[Bb]ürgermeister|Landrat|Landrät|Magistrat|Stadtverwaltung|Gemeindeverwaltung|Verwaltung|Kreisverwaltung|Amtsdirektor|Amtsvorsteher)(?:\/?-?in)?$/u

/** A clerk, by title. */
const TITLED = /^(?:Herrn?|Frau|Dr\.|Prof\.|StR'?in|Stadtr[aä]t(?:in)?|Bürgermeister(?:in)?|Beigeordnete[r]?) /u

/** Is a unit's value the name of a person: two or three capitalised words none of which is a unit's? */
function isPerson(text: string): boolean {
  if (TITLED.test(text)) return true
  return (
    /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?: \p{Lu}\.)?(?: \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}$/u.test(text) &&
    !/amt|bereich|dienst|referat|dezernat|abteilung|stadt|büro|betrieb|verwaltung|stelle|wesen|planung|steuerung|service|fraktion|haus|werk|soziale|bau|schul|kultur|recht|finanz|gemeinde|kreis/iu.test(
      text,
    )
  )
}
