/**
 * What came of a paper, printed meeting by meeting behind it: `Sitzung des Gemeinderates vom 17.10.2031`, then
 * `Ergebnis: beschlossen` and the votes.
 *
 * Source: papers that carry their course through the bodies ("Beschlusslauf").
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { type Line, linesOf } from '../lines.ts'
import { nominative } from './meeting.ts'
import { resultOf } from './minutes.ts'
import { emptyStep, type Step } from './step.ts'

const MEETING =
  /^(?:Beschluss |Ergebnis )?(?:(?:aus )?der )?(?:\d{1,3}\. )?(?:(?:nicht)?öffentlichen? )?Sitzung (?:des|der) (?<body>\p{Lu}.{2,80}?) (?:vom|am) (?=\d)/u
const LABEL = /^(?:Abstimmungs|Beratungs)?ergebnis:/i
/** Lines between a meeting and its result, and of the result with its votes. */
const NEAR = 3
const RESULT = 4

/** The meetings that are named on a line of their own and have a labelled result below. */
export function meetingResults(text: string, span: Span): Step[] {
  const lines = linesOf(text, span)
  return lines.flatMap((line, at) => {
    const step = meetingOn(line)
    const from = step ? lines.slice(at + 1, at + 1 + NEAR).find(({ text: words }) => LABEL.test(words)) : undefined
    if (!step || !from) return []
    const rest = lines.slice(lines.indexOf(from))
    const next = rest.findIndex(({ text: words }) => MEETING.test(words))
    const end = rest.slice(0, next < 0 ? RESULT : Math.min(next, RESULT)).at(-1)?.end ?? from.end
    const result = resultOf(text, { start: from.start, end })
    if (!result) return []
    const { ergebnis, abstimmung, spans } = result
    return [{ ...step, ergebnis, abstimmung, spans: { ...step.spans, ...spans } }]
  })
}

function meetingOn(line: Line): Step | undefined {
  const body = MEETING.exec(line.text)?.groups?.body
  const [day] = body ? findDates(line.text) : []
  const gremium = body && nominative(body.trim())
  if (!body || !gremium || !day || !isGremium(gremium)) return undefined
  const step = emptyStep()
  const at = line.start + line.text.indexOf(body)
  step.gremium = gremium
  step.bodySpans = [{ start: at, end: at + body.length }]
  step.datum = day.iso
  step.spans.datum = { start: line.start + day.start, end: line.start + day.end }
  return step
}
