/**
 * What came of a paper, printed meeting by meeting behind it: `Sitzung des Gemeinderates vom 17.10.2031`, then
 * `Ergebnis: beschlossen` and the votes; or `20. Sitzung des Schulausschusses am 17.10.2031, TOP 12`, then `Beschluss:`.
 *
 * Source: papers that carry their course through the bodies ("Beschlusslauf", "Beratungsergebnisse").
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { type Line, linesOf } from '../lines.ts'
import { nominative } from './meeting.ts'
import { resultOf } from './minutes.ts'
import { isShort } from './name.ts'
import { type Step, stepOn } from './step.ts'

const MEETING =
  /^(?:Beschluss |Ergebnis )?(?:(?:aus )?der )?(?<meeting>(?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen? )?Sitzung (?:des|der) (?<body>\p{Lu}.{1,80}?)),? (?:vom|am) (?=\d)/u
const LABEL = /^(?:Abstimmungs|Beratungs)?ergebnis:/i
const DECISION = /^Beschluss:\s*/u
const ITEM = /(?<!\p{L})TOP (?<top>\d{1,3}(?:\.\d{1,3}){0,2})(?!\d)/u
/** Lines between a meeting and its result, and of the result with its votes. */
const NEAR = 3
const RESULT = 4
/** A result that is a sentence is no longer than this. */
const SENTENCE = 240

/** The meetings that are named on a line of their own and have a labelled result below. */
export function meetingResults(text: string, span: Span): Step[] {
  const lines = linesOf(text, span)
  return lines.flatMap((line, at) => {
    const step = meetingOn(line)
    if (!step) return []
    const below = lines.slice(at + 1, at + 1 + NEAR)
    const from = below.find(({ text: words }) => LABEL.test(words))
    if (!from) return decided(step, lines, at)
    const rest = lines.slice(lines.indexOf(from))
    const next = rest.findIndex(({ text: words }) => MEETING.test(words))
    const end = rest.slice(0, next < 0 ? RESULT : Math.min(next, RESULT)).at(-1)?.end ?? from.end
    const result = resultOf(text, { start: from.start, end })
    if (!result) return []
    const { ergebnis, abstimmung, spans } = result
    return [{ ...step, ergebnis, abstimmung, spans: { ...step.spans, ...spans } }]
  })
}

/** `Beschluss:` right below the meeting, and what was decided behind it or in the next line. */
function decided(step: Step, lines: readonly Line[], at: number): Step[] {
  const label = lines[at + 1]
  const found = label && DECISION.exec(label.text)
  if (!label || !found) return []
  const own = label.text.slice(found[0].length)
  const line = own ? label : lines[at + 2]
  const words = own || line?.text
  if (!line || !words || words.length > SENTENCE || MEETING.test(words)) return []
  const start = line.start + line.text.indexOf(words)
  return [{ ...step, ergebnis: words, spans: { ...step.spans, ergebnis: { start, end: start + words.length } } }]
}

function meetingOn(line: Line): Step | undefined {
  const { body, meeting } = MEETING.exec(line.text)?.groups ?? {}
  const [day] = findDates(line.text)
  const gremium = body && nominative(body.trim())
  if (!body || !gremium || !day || !(isGremium(gremium) || isShort(gremium))) return undefined
  const step = stepOn(line, body, gremium, day)
  if (meeting && /^\d/.test(meeting)) {
    step.sitzung = meeting
    const start = line.start + line.text.indexOf(meeting)
    step.spans.sitzung = { start, end: start + meeting.length }
  }
  const item = ITEM.exec(line.text)
  if (item?.groups?.top) {
    step.top = item.groups.top
    step.spans.top = { start: line.start + item.index, end: line.start + item.index + item[0].length }
  }
  return step
}
