/**
 * Where a paper says who deals with it: its Beratungsfolge, a Beratungsverlauf with results, lines that address bodies
 * ("In den …"), or the labels of a single meeting.
 */
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { addressedSteps, pairedSteps } from '../../src/parse/consultation/addressed.ts'
import { withRolesNamed } from '../../src/parse/consultation/deciding.ts'
import { decidedInForms } from '../../src/parse/consultation/decision-form.ts'
import { excerptOf } from '../../src/parse/consultation/excerpt.ts'
import { isFar, isOdd } from '../../src/parse/consultation/judge.ts'
import { meantFor, meetingOf, meetingPart } from '../../src/parse/consultation/meeting.ts'
import { laterResult, minutesOf, resultOf } from '../../src/parse/consultation/minutes.ts'
import { canBeBody } from '../../src/parse/consultation/name.ts'
import { readOnlyItem } from '../../src/parse/consultation/only-item.ts'
import { optionSteps } from '../../src/parse/consultation/options.ts'
import type { Consultation } from '../../src/parse/consultation/read.ts'
import { headSpan, linesOutside } from '../../src/parse/consultation/regions.ts'
import { meetingResults } from '../../src/parse/consultation/results.ts'
import { sittingRows } from '../../src/parse/consultation/sitting-rows.ts'
import type { Step } from '../../src/parse/consultation/step.ts'
import { wholeConsultation } from '../../src/parse/consultation/whole.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { isChoice } from '../../src/parse/result.ts'

export interface Read {
  readonly steps: readonly { readonly step: Step; readonly doubts: readonly Doubt[] }[]
  /** Dates without a body, lines that are no step. */
  readonly unread: readonly Span[]
}

/** Words of a sentence or a remark in brackets, not of a body's name. */
const SENTENCE =
  /^\(|^(?:Wir|Ich|Sie|Es|Bitte) |(?<!\p{L})(?:bitten|bittet|wird|werden|wurden?|hat|haben|ist|sind|soll|sollen)(?!\p{L})/u

/** How far a form that chooses the bodies is looked for. */
const HEAD = 4000

/** All steps of a paper, in its order. */
export function consultationsOf(paper: ReadPaper): Read {
  const lines = linesOf(paper.text, { start: 0, end: Math.min(paper.text.length, HEAD) })
  const chosen = [...optionSteps(lines), ...pairedSteps(lines)]
  if (chosen.length) return { steps: chosen.map((step) => ({ step, doubts: [] })), unread: [] }
  const { regions, read, taken } = wholeConsultation(paper.text, paper.sections)
  if (read.some(({ none }) => none) && read.every(({ steps }) => !steps.length)) return { steps: [], unread: [] }
  const head = linesOutside(linesOf(paper.text, headSpan(paper.text, paper.sections)), taken)
  const steps = addressedSteps(paper.text, head, false)
  const sittings = read.some(({ steps: found }) => found.length) ? [] : sittingRows(head)
  steps.push(...sittings)
  for (const { steps: found } of read) for (const step of found) if (canBeBody(step.gremium)) mergeInto(steps, step)
  const results = meetingResults(paper.text, { start: 0, end: paper.text.length })
  for (const decided of decidedInForms(paper.text)) results.push(decided)
  for (const result of results) {
    const same = steps.find(({ gremium, datum }) => datum === result.datum && sameBody(gremium, result.gremium))
    if (same) fill(same, result)
  }
  const listed = paper.sections.some(({ kind }) => kind === 'beratungsverlauf')
  if (!steps.length && listed) steps.push(...results)
  const excerpt = steps.length ? undefined : excerptOf(head)
  if (excerpt) {
    const result = regions.map((span) => resultOf(paper.text, span)).find((found) => found !== undefined)
    if (result) fill(excerpt, result)
    steps.push(excerpt)
  }
  const meeting = meetingOf(paper.text, head)
  if (meeting) mergeMeeting(steps, meeting)
  const meant = steps.length ? undefined : meantFor(head)
  if (meant) steps.push(meant)
  if (!steps.length) steps.push(...addressedSteps(paper.text, head, true))
  const minutes = minutesOf(paper.text, head)
  if (minutes && !steps.length) {
    const below = regions.map((span) => resultOf(paper.text, span)).find((found) => found !== undefined)
    const result = below ?? laterResult(paper.text)
    if (result) fill(minutes, result)
    steps.push(minutes)
  }
  withRolesNamed(steps, lines)
  const part = meetingPart(paper.text, head)
  const only = steps.length === 1 ? steps[0] : undefined
  if (part && only && !only.oeffentlichkeit) fill(only, part)
  if (only && only.datum !== null && only.top === null) readOnlyItem(only, head)
  const named = steps
    .filter((step) => !SENTENCE.test(step.gremium) && !isPlaceAndDay(step, paper.text))
    .map((step) => withoutChoice(step, paper.text))
  return { steps: named.map((step) => ({ step, doubts: doubtsOf(step, named) })), unread: unreadOf(read) }
}

/** `Ulmerode, den 3. März 2031` above a signature below the steps. */
function isPlaceAndDay({ gremium, bodySpans, spans, zustaendigkeit, ergebnis }: Step, text: string): boolean {
  const [body] = bodySpans
  if (!body || !spans.datum || zustaendigkeit || ergebnis || isGremium(gremium)) return false
  const printed = text.slice(body.start, spans.datum.start)
  return /^\p{Lu}[^,\n]{1,40},(?: den)?\s?$/u.test(printed) && text[body.start - 1] === '\n'
}

/** A result of which the form still offers several is none, unless one of them is ticked. */
function withoutChoice(printed: Step, text: string): Step {
  const step = { ...printed, gremium: printed.gremium.replace(/\s+[☐☒]$/u, '') }
  const { ergebnis: span, ...spans } = step.spans
  if (!step.ergebnis || !span) return step
  const offered = text.slice(Math.max(0, span.start - 2), span.end)
  if (!/[☐☒]/u.test(step.ergebnis)) return isChoice(step.ergebnis) ? { ...step, ergebnis: null, spans } : step
  const [ticked, ...more] = offered.matchAll(/(?<=☒\s*)[^☐☒\s](?:[^☐☒]*[^☐☒\s])?/gu)
  if (!ticked || more.length) return { ...step, ergebnis: null, spans }
  const start = Math.max(0, span.start - 2) + ticked.index
  const end = start + ticked[0].length
  return { ...step, ergebnis: ticked[0].replace(/\s+/g, ' '), spans: { ...spans, ergebnis: { start, end } } }
}

/** One body on one day is one step: a list of results adds to it. */
function mergeInto(steps: Step[], step: Step): void {
  const same = steps.find(
    (other) =>
      sameBody(other.gremium, step.gremium) &&
      (other.datum === step.datum || other.datum === null || step.datum === null),
  )
  if (!same) steps.push(step)
  else fill(same, step)
}

/** The meeting a paper names in its head is one of its steps, or its only one. */
function mergeMeeting(steps: Step[], meeting: Step): void {
  const same = steps.find(
    ({ datum, gremium }) =>
      datum !== null && datum === meeting.datum && (!meeting.gremium || sameBody(gremium, meeting.gremium)),
  )
  if (same) fill(same, meeting)
  else if (meeting.gremium && !steps.length) steps.push(meeting)
}

function fill(into: Step, from: Step): void {
  for (const field of [
    'datum',
    'oeffentlichkeit',
    'zustaendigkeit',
    'top',
    'sitzung',
    'ergebnis',
    'abstimmung',
  ] as const) {
    if (into[field] !== null || from[field] === null) continue
    Object.assign(into, { [field]: from[field] })
    const span = from.spans[field]
    if (span) into.spans[field] = span
  }
}

function sameBody(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) =>
    name
      .toLowerCase()
      .replace(/[^\p{L}\d]+/gu, ' ')
      .trim(),
  )
  return x === y
}

/** A body's name that holds what another column says. */
const SWALLOWED =
  /[☐☒\t]|\d{1,2}\.\d{1,2}\.|(?<!\p{L})(?:(?:nicht)?öffentlich|Vorberatung|Entscheidung|Beschlussfassung|Kenntnisnahme|TOP)(?!\p{L})/iu

function doubtsOf(step: Step, all: readonly Step[]): Doubt[] {
  const result = /^\p{Ll}+ und \p{Lu}/u.test(step.ergebnis ?? '')
  const column = result || step.crossByBlanks || step.unsure || SWALLOWED.test(step.gremium) || isOdd(step, all)
  return [
    ...(column ? (['spalte-unsicher'] as const) : []),
    ...(step.vague || isFar(step, all) ? (['datum-unklar'] as const) : []),
  ]
}

/** What stands among steps and is none: only what holds a date is worth a clerk's look. */
function unreadOf(read: readonly Consultation[]): Span[] {
  return read.flatMap(({ unread }) =>
    unread.filter(({ kind }) => kind === 'datum').map(({ start, end }) => ({ start, end })),
  )
}
