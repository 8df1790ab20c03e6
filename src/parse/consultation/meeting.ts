/**
 * The meeting a paper names in its head: labels for body, day and item without a Beratungsfolge.
 *
 * Reads: `Gremium: Termin: TOP:` with their values beside or below them; "Sitzung des Gemeinderats am 3. März 2025".
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium, namedBody } from '../gremium.ts'
import { bestOf, readHead, type Value } from '../labels.ts'
import type { Line } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { isRole } from '../role.ts'
import { emptyStep, type Step, stepOn } from './step.ts'

const NUMBERED = /^(?:\d{1,3}\. ?)?(?:(?:nicht)?öffentliche )?(?:\p{L}*[Ss]itzung)(?: (?:des|der))? +/u

/**
 * The meeting of a head.
 *
 * @returns
 *   `undefined` if no body is named, or nothing but a body.
 */
export function meetingOf(text: string, lines: readonly Line[]): Step | undefined {
  const head = readHead(text, lines)
  const body = bestOf(head, 'gremium')
  const day = bestOf(head, 'termin')
  const top = bestOf(head, 'top')
  if (!body && !day) return undefined
  const step = emptyStep()
  if (body) nameOf(step, body)
  if (!step.gremium && !day) return undefined
  if (step.gremium && !day && !top && !step.sitzung) return undefined
  const date = day && findDates(day.text)[0]
  if (day && date) set(step, 'datum', date.iso, { start: day.start + date.start, end: day.start + date.end })
  if (top) set(step, 'top', top.text, top)
  const role = roleBelow(lines)
  if (role && step.zustaendigkeit === null) {
    step.zustaendigkeit = role.text
    step.spans.zustaendigkeit = { start: role.start, end: role.end }
  }
  const status = head.values.find(
    ({ field, rank, text: words }) => field === 'oeffentlichkeit' && rank === 2 && publicityOf(words),
  )
  if (status) set(step, 'oeffentlichkeit', publicityOf(status.text) ?? null, status)
  return step
}

/** What the body is to do, behind a label or right below it. */
const ROLE_LABEL =
  /^(?:Beratungs(?:aktion|art|zweck|ziel|form)|Zuständigkeit|Art der (?:Beratung|Behandlung)|Beschlusskompetenz):\s*/iu

function roleBelow(lines: readonly Line[]): Line | undefined {
  const at = lines.findIndex(({ text }) => ROLE_LABEL.test(text))
  const label = lines[at]
  if (!label) return undefined
  const length = ROLE_LABEL.exec(label.text)?.[0].length ?? 0
  const own = { ...label, text: label.text.slice(length), start: label.start + length }
  const said = own.text ? own : lines[at + 1]
  return said && isRole(said.text) ? said : undefined
}

/** Whether the meeting's part ("Sitzungsteil") is public, as a step of which nothing else is known. */
export function meetingPart(text: string, lines: readonly Line[]): Step | undefined {
  const head = readHead(text, lines)
  const part = head.values.find(
    ({ field, label, text: words }) =>
      field === 'oeffentlichkeit' && /^sitzungsteil/i.test(label) && publicityOf(words),
  )
  if (!part) return undefined
  const step = emptyStep()
  set(step, 'oeffentlichkeit', publicityOf(part.text) ?? null, part)
  return step
}

/** `Unterlage für die 1. Lesung des Finanzausschusses zur nichtöffentlichen Behandlung am 3. März 2025`. */
const SENTENCE =
  /^\p{Lu}\p{Ll}{2,20} für die (?<role>(?:\d{1,2}\. )?(?:Lesung|Vorberatung|Beratung)) (?:des|der) (?<body>\p{Lu}[\p{L} ,-]{3,90}?) (?:zur|in) (?<part>(?:nicht)?öffentlichen) (?:Behandlung|Sitzung|Beratung) am (?=\d)/u

/** A cell of the head: `Beschlussorgan | Schulausschuss Sitzung am 11.10.2031 TOP`. */
const ROW = /^Beschlussorgan:?\s+(?<body>\p{Lu}[\p{L} ,-]{3,90}?)\s+Sitzung am (?=\d)/u

/** `Beschluss des Schulausschusses vom 11.10.2031 (SB)`, and in the next line `Öffentliche Sitzung`. */
const DECISION = /^(?:Beschluss|Bekanntgabe) (?:des|der) (?<body>\p{Lu}[\p{L} ,-]{3,90}?) vom (?=\d)/u
const PART = /^(?:nicht)?öffentliche Sitzung$/iu
const CODE = /\((?<code>\p{Lu}{2})\)$/u

/** The meeting that is to decide, with its part in the next line. */
function decisionOn(line: Line, below: Line | undefined): Step | undefined {
  const said = DECISION.exec(line.text)
  const body = said?.groups?.body ?? ''
  const date = said && findDates(line.text).find(({ start }) => start === said[0].length)
  const gremium = nominative(body)
  if (!date || !below || !PART.test(below.text) || !isGremium(gremium)) return undefined
  const step = stepOn(line, body, gremium, date)
  set(step, 'oeffentlichkeit', /^nicht/i.test(below.text) ? 'nichtoeffentlich' : 'oeffentlich', below)
  const code = CODE.exec(line.text)?.groups?.code
  if (!code) return step
  step.zustaendigkeit = code
  step.spans.zustaendigkeit = { start: line.end - code.length - 1, end: line.end - 1 }
  return step
}

/** The meeting a line of the head says the paper is meant for. */
export function meantFor(lines: readonly Line[]): Step | undefined {
  for (const [at, line] of lines.entries()) {
    const decision = decisionOn(line, lines[at + 1])
    if (decision) return decision
    const said = SENTENCE.exec(line.text) ?? ROW.exec(line.text)
    const { role = '', body = '', part = '' } = said?.groups ?? {}
    const date = said && findDates(line.text).find(({ start }) => start === said[0].length)
    const name = nominative(body)
    if (!said || !date || !isGremium(name)) continue
    const span = (words: string): Span => {
      const start = line.start + line.text.indexOf(words)
      return { start, end: start + words.length }
    }
    const step = stepOn(line, body, name, date)
    if (role) {
      step.zustaendigkeit = role
      step.spans.zustaendigkeit = span(role)
    }
    if (part) set(step, 'oeffentlichkeit', part.startsWith('nicht') ? 'nichtoeffentlich' : 'oeffentlich', span(part))
    return step
  }
  return undefined
}

/** `54. Plenarsitzung Gemeinderat`: the body is what remains without the meeting's number and word. */
function nameOf(step: Step, value: Value): void {
  const numbered = NUMBERED.exec(value.text)
  const words = numbered ? value.text.slice(numbered[0].length) : value.text
  const { name, role, publicity } = namedBody(
    numbered && /(?:des|der) +$/.test(numbered[0]) ? nominative(words) : words,
  )
  if (!isGremium(name)) return
  step.gremium = name
  const start = value.start + value.text.indexOf(words)
  step.bodySpans = [{ start, end: value.end }]
  step.zustaendigkeit = role
  step.oeffentlichkeit = publicity
  if (numbered) set(step, 'sitzung', value.text, value)
}

/** `Gemeinderats` → `Gemeinderat`, `Jugendhilfeausschusses` → `Jugendhilfeausschuss`. */
export function nominative(body: string): string {
  return body.replace(
    /((?:^|[\s-])[\p{L}-]*(?:rat|beirat|ausschuss|ausschuß|kreistag|senat|vorstand))(?:e?s)(?=\s|$)/iu,
    '$1',
  )
}

function set(
  step: Step,
  field: 'datum' | 'top' | 'sitzung' | 'oeffentlichkeit',
  value: string | null,
  span: Span,
): void {
  Object.assign(step, { [field]: value })
  step.spans[field] = { start: span.start, end: span.end }
}
