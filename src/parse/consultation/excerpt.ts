/**
 * The meeting an excerpt of minutes names by labels: `Gremium:`, `Datum:`, `Uhrzeit:`, `TOP:`, `Beschluss:`, each on its
 * line; the item also in the line above that begins with the day (`12.04.2032 - Ö 7.2 Haushaltssatzung`).
 *
 * Never guesses: body and day are named, and a label only a meeting has (`Sitzung`, `Uhrzeit`, `TOP`, `Raum`) beside them.
 * Source: web pages of ALLRIS and SessionNet on one item of a meeting.
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { startsResult } from '../result.ts'
import { emptyStep, type Step } from './step.ts'

const LABELS = {
  gremium: /^Gremium:\s*(?=\S)/u,
  datum: /^(?:Datum|Sitzungsdatum|Termin):\s*(?=\S)/u,
  sitzung: /^(?:Sitzung|Bezeichnung):\s*(?=\S)/u,
  top: /^(?:TOP|Tagesordnungspunkt):\s*(?=\S)/u,
  ergebnis: /^(?:Beschluss|Beschlussart|Ergebnis|Beratungsergebnis):\s*(?=\S)/u,
  oeffentlichkeit: /^(?:Status|Öffentlichkeit|Sitzungsteil):\s*(?=\S)/u,
} as const
const OF_MEETING = /^(?:Sitzung|Uhrzeit|Zeit|Raum|Ort|Beginn|TOP):/u
const TITLE =
  /^(?<day>\d{1,2}\.\d{1,2}\.\d{4}) ?[-–] ?(?:(?<part>[ÖN]) ?)?(?<top>\d{1,3}(?:\.\d{1,3}){0,3}) (?=\p{Lu})/u
const ITEM = /^(?:(?<part>[ÖN]) ?)?(?<top>\d{1,3}(?:\.\d{1,3}){0,3})$/u
/** How far apart the labels stand. */
const NEAR = 14

type Labelled = { readonly text: string } & Span

/** The meeting of an excerpt; `undefined` if it is none. */
export function excerptOf(lines: readonly Line[]): Step | undefined {
  const at = lines.findIndex(({ text }) => LABELS.gremium.test(text))
  const block = lines.slice(Math.max(0, at - NEAR), at + NEAR)
  if (at < 0 || !block.some(({ text }) => OF_MEETING.test(text))) return undefined
  const body = labelled(block, LABELS.gremium)
  const day = labelled(block, LABELS.datum)
  const [date] = day ? findDates(day.text) : []
  if (!body || !day || !date || !isGremium(body.text)) return undefined
  const step = emptyStep()
  step.gremium = body.text
  step.bodySpans = [body]
  step.datum = date.iso
  step.spans.datum = { start: day.start + date.start, end: day.start + date.end }
  const meeting = labelled(block, LABELS.sitzung)
  if (meeting && /[Ss]itzung|Tagung/.test(meeting.text)) set(step, 'sitzung', meeting.text, meeting)
  const result = labelled(block, LABELS.ergebnis)
  if (result && startsResult(result.text)) set(step, 'ergebnis', result.text, result)
  const status = labelled(block, LABELS.oeffentlichkeit)
  if (status)
    setPart(step, publicityOf(status.text) === 'nichtoeffentlich' ? 'N' : publicityOf(status.text) && 'Ö', status)
  readItem(step, block)
  return step
}

function readItem(step: Step, block: readonly Line[]): void {
  const item = labelled(block, LABELS.top)
  const title = block.find(({ text }) => findDates(TITLE.exec(text)?.groups?.day ?? '')[0]?.iso === step.datum)
  const place = item && ITEM.test(item.text) ? item : title
  const { part, top } = (place === title ? TITLE : ITEM).exec(place?.text ?? '')?.groups ?? {}
  if (!place || !top) return
  set(step, 'top', top, place)
  setPart(step, part, place)
}

function labelled(block: readonly Line[], label: RegExp): Labelled | undefined {
  for (const line of block) {
    const found = label.exec(line.text)
    if (!found) continue
    const text = line.text.slice(found[0].length).trim()
    const start = line.start + line.text.indexOf(text, found[0].length)
    return { text, start, end: start + text.length }
  }
  return undefined
}

function set(step: Step, field: 'sitzung' | 'ergebnis' | 'top', value: string, { start, end }: Span): void {
  step[field] = value
  step.spans[field] = { start, end }
}

function setPart(step: Step, letter: string | undefined, { start, end }: Span): void {
  if (!letter || step.oeffentlichkeit) return
  step.oeffentlichkeit = letter === 'N' ? 'nichtoeffentlich' : 'oeffentlich'
  step.spans.oeffentlichkeit = { start, end }
}
