/**
 * The meeting of minutes or of an excerpt of them ("über die 14. Sitzung des Bauausschusses am …"), and its result.
 *
 * Reads: the sentence that names the meeting, the item ("TOP 6 …"), the part ("Öffentlicher Teil"), the lines below
 * "Abstimmungsergebnis".
 */

import type { Span } from '../../document.ts'
import { oneLine } from '../../one-line.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { latin } from '../latin.ts'
import { type Line, linesOf } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { isResult, startsResult } from '../result.ts'
import { type FoundVote, findVote } from '../vote.ts'
import { nominative } from './meeting.ts'
import { meetingPublicity } from './meeting-part.ts'
import { emptyStep, type Step } from './step.ts'

const MEETING = latin(
  oneLine`
    (?<meeting>
      (?:\d{1,3}\. |(?<=(?:zur|für die|in der|der|die) )|(?<=(?:^|\n)[ \t]{0,40}))(?:(?:nicht)?öffentlichen? |ordentlichen? |gemeinsamen? )?(?:\p{L}*sitzung|Sitzung)\s{1,40}(?:des|der) (?<body>(?:\p{Ll}{4,20}en )?\p{Lu}[^\n.;:()]{2,80}?)
    )(?= (?:der (?:\p{L}*[Ss]tadt|Gemeinde|Samtgemeinde)(?!\p{L})|des Marktes|am|vom|von)(?!\p{L})|,|\n|$)
  `,
  'u',
)
const ITEM =
  /^(?:zu(?:m|r)? )?(?:TOP|Top|Tagesordnungspunkt|Punkt|Lfd\. ?Nr\.|Beschluss-?Nr\.)(?: ?Nr\.)?:?[ \t]{0,2}(?<top>(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3})*)(?!\d)(?<part> ?(?:n\. ?ö\.|nö|ö\.|\((?:nicht)?öffentlich\)))?/u
const PART =
  /^[-–( ]*(?<closed>(?:[Nn]icht[- ]?))?[Öö]ffentlich(?:er Teil|e Sitzung|e Beratung)?[-–) ]*(?=$|Sitzungs(?:tag|datum|termin))/u

/** `Auszug aus dem Sitzungsbuch des Marktgemeinderates`, and the day behind its label. */
const EXCERPT = latin(
  oneLine`
    (?:Auszug|Abschrift) aus (?:der|dem) (?:
      [\p{L}-]*[Nn]iederschrift(?:enbuch|sbuch)?|\p{L}*[Pp]rotokoll(?:buch)?|Sitzungsbuch|Beschluss-?buch|
      Sitzungsprotokoll
    )
    (?: (?:über die|der) Sitzung)?\s(?:des|der)\s(?<body>\p{Lu}[^\n.;:()]{2,80}?)(?= (?:am|vom|von)(?!\p{L})|,|\n|$)
  `,
  'u',
)
const DAY_LABEL = /(?:Sitzungs(?:tag|datum|termin)|Sitzung am|Tag der Sitzung|Datum):?\s{1,3}/u

/** The body an excerpt of the book of meetings names, with the day behind its label. */
function excerptHead(head: string, from: number): Step | undefined {
  const named = EXCERPT.exec(head)
  const body = named?.groups?.body
  if (!named || !body) return undefined
  const gremium = nominative(body.trim())
  const rest = named.index + named[0].length
  const label = DAY_LABEL.exec(head.slice(rest))
  const day = findDates(head.slice(rest)).find(({ start }) =>
    label ? start - label.index - label[0].length < 20 && start > label.index : start < 12,
  )
  if (!isGremium(gremium) || !day) return undefined
  const step = emptyStep()
  const at = from + named.index + named[0].lastIndexOf(body)
  step.gremium = gremium
  step.bodySpans = [{ start: at, end: at + body.length }]
  step.datum = day.iso
  step.spans.datum = { start: from + rest + day.start, end: from + rest + day.end }
  return step
}

/** The meeting minutes are of; `undefined` unless its body and day are named. */
export function minutesOf(text: string, lines: readonly Line[]): Step | undefined {
  const first = lines[0]
  const last = lines.slice(0, 20).at(-1)
  if (!first || !last) return undefined
  const head = text.slice(first.start, last.end)
  const named = MEETING.exec(head)
  const { meeting, body } = named?.groups ?? {}
  if (!named || !meeting || !body) {
    const excerpt = excerptHead(head, first.start)
    if (excerpt) for (const line of lines) readLine(excerpt, line)
    return excerpt
  }
  const gremium = namedIn(body.trim().replace(/ (?:am|vom)$/, ''))
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
  if (step.top === null) blockItem(step, lines)
  if (step.top === null && /(?:Auszug|Abschrift) aus/iu.test(head)) countedItem(step, lines, at)
  const said = meetingPublicity(meeting)
  if (said && step.oeffentlichkeit === null) {
    step.oeffentlichkeit = said
    step.spans.oeffentlichkeit = { start: at, end: at + meeting.length }
  }
  return step
}

/** `staatlichen Deputation` → `Staatliche Deputation`, `gemeinsamen Ausschusses` → `Gemeinsamer Ausschuss`. */
function namedIn(body: string): string {
  const name = nominative(body)
  const adjective = /^\p{Ll}+(?=en \p{Lu})/u.exec(name)?.[0]
  if (!adjective) return name
  const ending = name === body ? 'e' : 'er'
  return adjective.charAt(0).toUpperCase() + adjective.slice(1) + ending + name.slice(adjective.length + 2)
}

function readLine(step: Step, line: Line): void {
  const item = ITEM.exec(line.text)
  const top = item?.groups?.top
  if (item && top && step.top === null) {
    step.top = top
    step.spans.top = { start: line.start, end: line.end }
    const said = publicityOf(item.groups?.part ?? '')
    if (said && step.oeffentlichkeit === null) {
      step.oeffentlichkeit = said
      step.spans.oeffentlichkeit = { start: line.start, end: line.start + item[0].length }
    }
  }
  const part = PART.exec(line.text)
  if (part && step.oeffentlichkeit === null) {
    step.oeffentlichkeit = part.groups?.closed ? 'nichtoeffentlich' : 'oeffentlich'
    step.spans.oeffentlichkeit = { start: line.start, end: line.end }
  }
}

const ITEM_LABEL = /^(?:TOP|Top|Tagesordnungs-?[Pp]unkt|Punkt der Tagesordnung)(?:-?Nr\.?)? ?:$/u
const ITEM_ALONE = /^(?:[ÖN] ?)?\d{1,3}(?:\.\d{1,3}){0,3}$/u

/** A block of labels above a block of as many values: `Tagesordnungspunkt:`, `Sitzungsteil:`, then `5`, `öffentlich`. */
function blockItem(step: Step, lines: readonly Line[]): void {
  const at = lines.findIndex(({ text }) => ITEM_LABEL.test(text))
  if (at < 0) return
  const isLabel = (line: Line | undefined): boolean => line !== undefined && /^\p{Lu}[^:]{1,40}:$/u.test(line.text)
  let [from, to] = [at, at + 1]
  while (isLabel(lines[from - 1])) from--
  while (isLabel(lines[to])) to++
  const value = lines[to + at - from]
  if (!value || !ITEM_ALONE.test(value.text) || lines.slice(to, to + at - from).some(isLabel)) return
  step.top = value.text.replace(/^[ÖN] ?/u, '')
  step.spans.top = { start: value.end - step.top.length, end: value.end }
}

/** `16 : 2`, `Abstimmungsergebnis: 16:2`, `12 : 0 Stimmen`: for and against, under a label for votes. */
function ofTwo(words: string): FoundVote | undefined {
  const match =
    /^(?:(?:Abstimmung(?:sergebnis)?|Ergebnis|Beschluss|Stimmen):? *)?(?:mit )?(?<ja>\d{1,3}) ?[:/] ?(?<nein>\d{1,3})(?: Stimmen)?\.?$/u.exec(
      words,
    )
  if (!match?.groups) return undefined
  const vote = { ja: Number(match.groups.ja), nein: Number(match.groups.nein), enthaltung: null }
  return { vote, start: words.search(/\d/), end: words.length }
}

/** The item of an excerpt is counted like a heading: `7. Neubau der Turnhalle`, soon below the meeting. */
function countedItem(step: Step, lines: readonly Line[], from: number): void {
  const below = lines.filter(({ start }) => start > from).slice(0, 8)
  const line = below.find(({ text }) => /^\d{1,3}(?:\.\d{1,3}){0,2}\.? +\p{Lu}/u.test(text))
  const top = /^\d{1,3}(?:\.\d{1,3}){0,2}/.exec(line?.text ?? '')?.[0]
  if (!line || !top || findDates(line.text.slice(0, 24)).length) return
  step.top = top
  step.spans.top = { start: line.start, end: line.start + top.length }
}

/** A labelled result anywhere below (`Abstimmung: 9 : 0`), or the sentence right before what was decided. */
export function laterResult(text: string): Step | undefined {
  const label = /^[ \t]*(?:Abstimmung(?:sergebnis)?|Beratungsergebnis):/mu.exec(text)
  const labelled = label && resultOf(text, { start: label.index, end: Math.min(text.length, label.index + 160) })
  return labelled ?? inSentence(text)
}

const DECIDED = /(?:fass(?:t|te|ten|en)|faßte?|ergeht|erging)(?!\p{L})[^\n]{0,60}\sfolgende[nr]\s{1,3}Beschluss/u
const PARTICIPLE =
  /^[\s,)]{1,3}(?:mehrheitlich |einstimmig )?(?:angenommen|beschlossen|zugestimmt|abgelehnt|empfohlen|verabschiedet)(?=\.)/u

/** `Der Antrag wird mit 12 Ja-Stimmen, 3 Nein-Stimmen und 1 Enthaltung angenommen.` before the decision itself. */
function inSentence(text: string): Step | undefined {
  const decided = DECIDED.exec(text)
  if (!decided) return undefined
  const from = Math.max(0, decided.index - 320)
  const before = text.slice(from, decided.index)
  const end = before.lastIndexOf('.')
  const begin = before.lastIndexOf('.', end - 1) + 1
  const sentence = before.slice(begin, end + 1)
  const vote = findVote(sentence.replaceAll('\n', ' '))
  const result = vote && PARTICIPLE.exec(sentence.slice(vote.end))
  if (!vote || !result || /(?:Änderungs|Geschäftsordnungs|Ergänzungs)antrag/u.test(sentence)) return undefined
  const step = emptyStep()
  const at = from + begin
  step.abstimmung = vote.vote
  step.spans.abstimmung = { start: at + vote.start, end: at + vote.end }
  step.ergebnis = result[0].trim()
  const place = at + vote.end + result[0].indexOf(step.ergebnis)
  step.spans.ergebnis = { start: place, end: place + step.ergebnis.length }
  return step
}

/** Counts one below the other: `Ja-Stimmen 7`, `Nein-Stimmen 1`, `Enthaltungen 1`. */
const VOTES = /^(?:Ja|Dafür)(?:-? ?[Ss]timmen)?:?[ \t]\d{1,3}$/u

/** The words in which a count of votes is looked for: a line, with the next ones where the count goes on. */
function blockFrom(text: string, lines: readonly Line[], at: number): string {
  const [line, next, third] = lines.slice(at, at + 3)
  if (!line) return ''
  if (VOTES.test(line.text)) return text.slice(line.start, third?.end ?? line.end)
  const goesOn =
    next && /\d(?: (?:Stimmen|Ja|Nein))?,?$|(?:dafür|dagegen|Stimmen|\)),$/u.test(line.text) && findVote(line.text)
  return goesOn && /^(?:\d{1,3} )?(?:\p{L}*[Ee]nth|dagegen|\p{L}*[Nn]ein|Gegen)/u.test(next.text)
    ? text.slice(line.start, next.end)
    : line.text
}

/** `Beratungsergebnis: Mehrheitlich dafür, 11 Stimmen dafür, …`: the result in front of the votes, behind its label. */
function beforeVote(step: Step, line: Line, until: number): void {
  const label = /^(?:Abstimmungs|Beratungs)?ergebnis: */i.exec(line.text)?.[0].length
  const words = label === undefined ? '' : line.text.slice(label, until).replace(/[\s,;:(–-]+(?:mit\s)?$/u, '')
  if (label === undefined || words.length > 60 || !startsResult(words)) return
  step.ergebnis = words
  step.spans.ergebnis = { start: line.start + label, end: line.start + label + words.length }
}

/** A result and count of votes printed in lines of their own; `undefined` if neither is. */
export function resultOf(text: string, span: Span): Step | undefined {
  const step = emptyStep()
  const lines = linesOf(text, span).slice(0, 8)
  for (const [at, line] of lines.entries()) {
    const block = blockFrom(text, lines, at)
    const vote = findVote(block) ?? ofTwo(line.text)
    if (vote && step.abstimmung === null) {
      step.abstimmung = vote.vote
      step.spans.abstimmung = { start: line.start + vote.start, end: line.start + vote.end }
      if (step.ergebnis === null) behindVote(step, line, vote.end)
      if (step.ergebnis === null) beforeVote(step, line, vote.start)
    } else if (!vote && step.ergebnis === null && line.text.length < 80 && isResult(line.text)) {
      const label = /^(?:Abstimmungs|Beratungs)?ergebnis: */i.exec(line.text)?.[0].length ?? 0
      step.ergebnis = line.text.slice(label)
      step.spans.ergebnis = { start: line.start + label, end: line.end }
    }
  }
  return step.ergebnis === null && step.abstimmung === null ? undefined : step
}

/** `Ja: 29 Nein: 0 Enthaltung: 2   mehrheitlich angenommen`: the result on the line of the votes. */
function behindVote(step: Step, line: Line, from: number): void {
  const words = line.text.slice(from).replace(/^[\s,;:–-]+/u, '')
  if (words.length > 60 || !startsResult(words) || !isResult(words)) return
  step.ergebnis = words.replace(/\.$/u, '')
  const start = line.end - words.length
  step.spans.ergebnis = { start, end: start + step.ergebnis.length }
}
