/**
 * The meeting of minutes or of an excerpt of them ("über die 14. Sitzung des Bauausschusses am …"), and its result.
 *
 * Reads: the sentence that names the meeting, the item ("TOP 6 …"), the part ("Öffentlicher Teil"), the lines below
 * "Abstimmungsergebnis".
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { type Line, linesOf } from '../lines.ts'
import { isResult } from '../result.ts'
import { findVote } from '../vote.ts'
import { nominative } from './meeting.ts'
import { emptyStep, type Step } from './step.ts'

const MEETING =
  /(?<meeting>(?:\d{1,3}\. |(?<=(?:zur|für die|in der|der|die) ))(?:(?:nicht)?öffentlichen? |ordentlichen? |gemeinsamen? )?(?:\p{L}*sitzung|Sitzung)\s{1,40}(?:des|der) (?<body>\p{Lu}[^\n.;:()]{2,80}?))(?= (?:der (?:\p{L}*[Ss]tadt|Gemeinde|Samtgemeinde)(?!\p{L})|des Marktes|am|vom|von)(?!\p{L})|,|\n|$)/u
const ITEM = /^(?:zu(?:m|r)? )?(?:TOP|Tagesordnungspunkt|Punkt) ?(?<top>(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3})*)(?!\d)/u
const PART = /^[-–( ]*(?<closed>(?:[Nn]icht[- ]?))?[Öö]ffentlich(?:er Teil|e Sitzung)?[-–) ]*$/u

/** The meeting minutes are of; `undefined` unless its body and day are named. */
export function minutesOf(text: string, lines: readonly Line[]): Step | undefined {
  const first = lines[0]
  const last = lines.slice(0, 20).at(-1)
  if (!first || !last) return undefined
  const head = text.slice(first.start, last.end)
  const named = MEETING.exec(head)
  const { meeting, body } = named?.groups ?? {}
  if (!named || !meeting || !body) return undefined
  const gremium = nominative(body.trim().replace(/ (?:am|vom)$/, ''))
  const day = findDates(head.slice(named.index)).find(({ start }) => start < meeting.length + 160)
  if (!isGremium(gremium) || !day) return undefined
  const step = emptyStep()
  const at = first.start + named.index
  const bodyAt = at + meeting.length - body.length
  step.gremium = gremium
  step.bodySpans = [{ start: bodyAt, end: bodyAt + body.length }]
  if (/^\d/.test(meeting)) {
    step.sitzung = meeting.replace(/\s+/g, ' ')
    step.spans.sitzung = { start: at, end: at + meeting.length }
  }
  step.datum = day.iso
  step.spans.datum = { start: at + day.start, end: at + day.end }
  for (const line of lines) readLine(step, line)
  return step
}

function readLine(step: Step, line: Line): void {
  const top = ITEM.exec(line.text)?.groups?.top
  if (top && step.top === null) {
    step.top = top
    step.spans.top = { start: line.start, end: line.end }
  }
  const part = PART.exec(line.text)
  if (part && step.oeffentlichkeit === null) {
    step.oeffentlichkeit = part.groups?.closed ? 'nichtoeffentlich' : 'oeffentlich'
    step.spans.oeffentlichkeit = { start: line.start, end: line.end }
  }
}

/** A result and count of votes printed in lines of their own; `undefined` if neither is. */
export function resultOf(text: string, span: Span): Step | undefined {
  const step = emptyStep()
  for (const line of linesOf(text, span).slice(0, 8)) {
    const vote = findVote(line.text)
    if (vote && step.abstimmung === null) {
      step.abstimmung = vote.vote
      step.spans.abstimmung = { start: line.start + vote.start, end: line.start + vote.end }
    } else if (!vote && step.ergebnis === null && line.text.length < 80 && isResult(line.text)) {
      const label = /^(?:Abstimmungs|Beratungs)?ergebnis: */i.exec(line.text)?.[0].length ?? 0
      step.ergebnis = line.text.slice(label)
      step.spans.ergebnis = { start: line.start + label, end: line.end }
    }
  }
  return step.ergebnis === null && step.abstimmung === null ? undefined : step
}
