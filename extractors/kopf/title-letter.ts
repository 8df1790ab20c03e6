/**
 * The subject of a letter: directly above its salutation (DIN 5008), apart from address and date; else directly below.
 */
import { isLabel } from '../../src/parse/label-parts.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import { isNoiseDate, isNoiseLine, isStamp } from './noise.ts'
import { isProse } from './prose.ts'
import { isSalutation, type Zone } from './zone.ts'

const NAMED =
  /^(?:Antrag|Anfrage|Stellungnahme|Antwort|Mitteilung|Empfehlung|Ihre? (?:Antrag|Anfrage|Schreiben))(?!\p{L})/u

/** The lines directly above the salutation; a stamp between is passed over. */
export function subjectAbove(text: string, zone: Zone): Line[] | undefined {
  const { salutation } = zone
  const closing = zone.lines.at(-1)
  if (salutation === undefined || zone.steps || !closing || text.slice(closing.end, salutation).trim()) return undefined
  const lines = zone.lines.slice(0, zone.lines.findLastIndex((line) => !isStamp(line.text)) + 1)
  const last = lines.at(-1)
  const from = lines.findLastIndex((line, at) => line.gap || (line !== last && !isNext(line, lines[at + 1])))
  // Where empty lines were lost, the subject begins at the word for the paper.
  const named = lines.findLastIndex(({ text: words }) => NAMED.test(words))
  const own = lines.slice(Math.max(0, from, lines.length - named <= 4 ? named : 0), lines.length)
  const subject = own.length <= 5 && own.some((line) => line.text.includes(' '))
  return subject && !own.some((line) => isLabel(line.text) || isAddress(line.text)) ? own : undefined
}

/** The lines set apart between the salutation and the letter's text. */
export function subjectBelow(text: string, zone: Zone): Line[] | undefined {
  if (zone.salutation === undefined || zone.steps) return undefined
  const lines = linesOf(text, { start: zone.salutation, end: Math.min(text.length, zone.salutation + 900) })
  const at = lines.findIndex((line, from) => from > 0 && !isSalutation(line.text))
  const own = lines.slice(at)
  const end = own.findIndex((line, from) => from > 0 && line.gap)
  const block = own.slice(0, end)
  const words = block.map((line) => line.text).join(' ')
  const apart = at > 0 && own[0]?.gap === true && end > 0 && block.length <= 3
  return apart && /^[\p{Lu}„"\d]/u.test(words) && words.includes(' ') && !/[,.!:]$/.test(words) && !isProse(words)
    ? block
    : undefined
}

/** Does a line follow directly upon another? */
function isNext(line: Line, next: Line | undefined): boolean {
  return next !== undefined && !next.gap && next.start - line.end <= 2
}

/** A line of an address or date, not of a subject. */
function isAddress(line: string): boolean {
  if (NAMED.test(line)) return false
  const address = /^(?:Herrn?|Frau|An |über |Vorsitzende|Postfach|\d{5} |.*\t|\p{L}[\p{L} .-]*stra(?:ß|ss)e \d)/u
  return address.test(line) || isNoiseDate(line) || (line.length < 60 && isNoiseLine(line))
}
