/**
 * The unit that answers for a paper: labelled, or a line of the letterhead that names one.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import { isoDate } from '../../src/parse/date.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isOwnShape } from '../../src/parse/paper-number.ts'
import { publicityOf } from '../../src/parse/publicity.ts'
import { datedLine, type Fact } from './facts.ts'
import type { Title } from './title.ts'
import { isUnitLine } from './unit-line.ts'
import type { Zone } from './zone.ts'

/** The unit printed as responsible. */
export function unitOf(paper: ReadPaper, zone: Zone, title: Title | undefined): Fact<string> | undefined {
  const units = zone.head.values
    .filter(({ field, text }) => field === 'federfuehrend' && !isoDate(text) && !publicityOf(text))
    .sort((a, b) => a.rank - b.rank || breadth(a.label) - breadth(b.label) || a.start - b.start)
  const labelled = units.find(({ text }) => !isPerson(text)) ?? units.find(({ text }) => !TITLED.test(text))
  if (labelled) {
    const text = ownWords(labelled.text)
    if (text) return { value: text, start: labelled.start, end: labelled.start + text.length }
  }
  const clerk = zone.head.values.find(({ label, text }) => label === 'Sachbearbeitung' && CODED_UNIT.test(text))
  if (clerk) return { value: clerk.text, start: clerk.start, end: clerk.end }
  const beside = unitBesideTown(zone)
  if (beside) return beside
  const free = zone.lines
    .slice(0, 14)
    .find(
      (line) =>
        !zone.head.values.some(
          ({ start }) => start >= line.start && start < line.start + firstCell(line.text).length,
        ) &&
        line.text.length < 110 &&
        isUnitLine(firstCell(line.text)) &&
        !line.text.split(/[\s/,]+/).every((word) => isLabel(word)) &&
        !(title && line.start >= title.start && line.start < title.end) &&
        (!title || line.start < title.start) &&
        !kindOfLine(line.text),
    )
  if (free) {
    const value = firstCell(free.text).replace(/\s+(?:(?:nicht)?öffentlich|Datum:.*|Tel.*|Vorlage .*\d)$/u, '')
    return longer(paper, zone, { value, start: free.start, end: free.start + value.length })
  }
  const dated = datedLine(paper, zone)
  if (!dated) return undefined
  const before = linesOf(paper.text, { start: Math.max(0, dated.placeStart - 60), end: dated.placeStart }).at(-1)
  return before && /^\d{2}(?:\.\d{1,3}){1,3}$/.test(before.text)
    ? { value: before.text, start: before.start, end: before.end }
    : undefined
}

/** A letterhead on one line: `Stadt Musterdorf Referat Bauen und Wohnen GZ: 61-04`, `STADT MUSTERDORF - Organisationseinheit - 540 Büro für Planung`. */
function unitBesideTown(zone: Zone): Fact<string> | undefined {
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

const BESIDE_TOWN =
  /^(?:\p{L}+ )?(?:\p{L}*[Ss]tadt|STADT|Gemeinde|GEMEINDE|Landkreis|Kreis) \p{Lu}[\p{L}-]+ (?:[-–] (?:Organisationseinheit|Dienststelle|Fachbereich|Amt) [-–] (?<unit>\S.{2,70}?)|(?<unit2>(?:Referat|Dezernat|Fachbereich|Fachdienst|Amt) .{3,70}?))(?= G[Zz]:| A[Zz]\.?:|$)/u

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

/** A name broken behind a comma, a hyphen or "und" goes on in the lines below. */
function longer(paper: ReadPaper, zone: Zone, unit: Fact<string>): Fact<string> {
  const next = zone.lines.find((line) => line.start > unit.end)
  const goesOn = /[,-]$|\sund$/.test(unit.value) && next && !next.gap && next.text.length < 60 && !isLabel(next.text)
  if (!goesOn) return unit
  const value = `${unit.value} ${firstCell(next.text)}`
  return longer(paper, zone, { value, start: unit.start, end: next.start + firstCell(next.text).length })
}

/** Of two units the paper names, the one within the other answers for it. */
function breadth(label: string): number {
  return /^(?:Dezernat|Geschäftsbereich|Ressort)/.test(label) ? 1 : 0
}

/** A unit with its letters in front (`SP - Soziales und Pflege`), where others print the clerk. */
const CODED_UNIT = /^\p{Lu}{2,5} [-–] \p{Lu}[\p{L} ,-]{3,60}$/u

/** A letterhead set as a table holds the unit in the first cell of its row. */
function firstCell(line: string): string {
  return line.split('\t')[0]?.trim() ?? ''
}

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
