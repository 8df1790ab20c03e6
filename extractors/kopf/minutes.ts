/**
 * Whole minutes of a meeting, as against an excerpt on one item: their items have titles and numbers, they have none
 * but their heading.
 */
import type { ReadPaper } from '../../src/extractor.ts'
import { bestOf } from '../../src/parse/labels.ts'
import { type Line, linesOf } from '../../src/parse/lines.ts'
import type { Zone } from './zone.ts'

/** An excerpt of minutes says so on one line or two. */
export const EXCERPT =
  /^[ \t]*(?:(?:Beschluss|Protokoll)?[Aa]uszug|A ?U ?S ?Z ?U ?G)\s{1,4}(?:aus|über) (?:der|dem|die|das|den) (?:[\p{L}-]*[Nn]iederschrift|\p{L}*[Pp]rotokoll|Beschlussbuch|Sitzungsbuch|\p{L}*[Ss]itzungsbuch|\p{L}*[Ss]itzung)/mu

/** `10. Sitzung vom 16. September 2031`, `3. öffentliche Sitzung des Rates`. */
const MEETING =
  /^.{0,2}?\d{1,3}\. (?:(?:nicht)?[Öö]ffentliche |konstituierende |ordentliche |außerordentliche |Sonder-?)?\p{L}*[Ss]itzung (?:vom|des|der|am)(?!\p{L})/u
/** When it began and ended. */
const TIMES = /^\(?(?:Sitzungs)?[Bb]eginn(?: der Sitzung)? ?:.*(?:Ende|\d[.:]\d{2} ?Uhr)/u
const HEADING =
  /^(?:Ergebnis|Wort|Kurz|Beschluss|Verhandlungs|Sitzungs)?-?(?:[Nn]iederschrift|[Pp]rotokoll)(?: (?:Nr\. \S+ )?(?:über|der|des|zur|von)(?!\p{L})|$)/u

export interface Minutes {
  /** The heading that names the meeting, over the lines it was wrapped to. */
  readonly heading: readonly Line[]
  /** Where the minutes say what they are. */
  readonly sign: Line
}

/** Is the paper an excerpt on one item? */
export function isExcerpt(paper: ReadPaper): boolean {
  return EXCERPT.test(paper.text.slice(0, 900))
}

/** The heading of whole minutes; `undefined` if the paper is none. */
export function minutesOf(paper: ReadPaper, zone: Zone): Minutes | undefined {
  if (isExcerpt(paper) || bestOf(zone.head, 'art')) return undefined
  const lines = linesOf(paper.text, { start: 0, end: Math.min(paper.text.length, 900) }).slice(0, 14)
  const at = lines.findIndex(({ text }) => HEADING.test(text))
  const meeting = lines.find(({ text }) => MEETING.test(text))
  const times = lines.some(({ text }) => TIMES.test(text))
  const sign = lines[at] ?? (times ? meeting : undefined)
  const number = bestOf(zone.head, 'nummer')
  if (sign && number && number.start < sign.start) return undefined
  if (!sign || (at >= 0 && !meeting && !times && !/ /.test(sign.text) && !/^über /.test(lines[at + 1]?.text ?? '')))
    return undefined
  const heading = at < 0 ? [] : headingFrom(lines, at)
  return { heading: heading.some(({ text }) => / /.test(text)) ? heading : [], sign }
}

/** The heading's lines up to where and when the meeting was. */
function headingFrom(lines: readonly Line[], at: number): Line[] {
  const own: Line[] = []
  for (const line of lines.slice(at, at + 4)) {
    if (
      own.length &&
      (line.gap ||
        /^(?:am |vom |\p{L}+tag,|Sitzungs\p{L}+|Ort|Datum|Beginn|Ende|Anwesen|Tag|Zeit|Raum|Vorsitz)/u.test(line.text))
    )
      break
    own.push(line)
  }
  return own
}
