/**
 * Steps without a Beratungsfolge: lines that address a body ("In den Jugendhilfeausschuss"), and lines that name a body
 * with its day.
 */

import { findDates, isoDate } from '../date.ts'
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { isAnswered, publicityOf, publicityWithin } from '../publicity.ts'
import { startsResult } from '../result.ts'
import { isRole } from '../role.ts'
import { columnsOf } from './columns.ts'
import { bareBody, emptyStep, type Step } from './step.ts'
import { stepsOf } from './steps.ts'
import { tokensOf } from './tokens.ts'

/** What a body is to do, before its name: `zur Vorberatung im Verwaltungsausschuss`. */
const FOR =
  /^(?<role>zu[rm] (?:Vorberatung|Beratung|Behandlung|Kenntnis(?:nahme)?|Beschlussfassung|Entscheidung|Anhörung)) (?:im|in der|in den|an den|an die|in)\s+(?=\p{Lu})/u

/** Whom a paper is for, right below its number: `Vorlage Nr. IV/34/2031` / `für den Schulausschuss`. */
const MEANT = /^für (?:den|die|das) (?=\p{Lu})/u

/** Does a line stand right above one that says whom the paper is for? */
function leads(above: Line | undefined): boolean {
  return (
    above !== undefined &&
    (/^(?:\p{L}*[Vv]orlage|Drucksache) /u.test(above.text) || MEANT.test(above.text) || isAnswered(above.text))
  )
}

function stepFor(line: Line, above: Line | undefined, below: Line | undefined): Step[] {
  const found = FOR.exec(line.text) ?? (leads(above) ? MEANT.exec(line.text) : undefined)
  const role = found?.groups?.role
  const words = found && line.text.slice(found[0].length).trim()
  const [day, ...others] = words ? findDates(words) : []
  const dated = day && !others.length && day.end >= (words?.length ?? 0) - 1 ? day : undefined
  const body = dated ? words?.slice(0, dated.start).replace(/[,\s]+(?:am|vom|den)?\s*$/u, '') : words
  if (!body || !isGremium(bareBody(body))) return []
  const step = emptyStep()
  const start = line.start + line.text.lastIndexOf(body)
  step.gremium = bareBody(body)
  step.bodySpans = [{ start, end: start + body.length }]
  if (dated) {
    step.datum = dated.iso
    step.spans.datum = { start: start + dated.start, end: start + dated.end }
  }
  if (role) {
    step.zustaendigkeit = role
    step.spans.zustaendigkeit = { start: line.start, end: line.start + role.length }
  }
  const part = below && isAnswered(below.text) ? publicityWithin(below.text) : undefined
  if (below && part) {
    step.oeffentlichkeit = part.value
    step.spans.oeffentlichkeit = { start: below.start, end: below.end }
  }
  return [step]
}

/** `zur Vorberatung im` on a line of its own: the column of the bodies was torn off. */
const FOR_ONLY = new RegExp(`${FOR.source.replace('\\s+(?=\\p{Lu})', '$')}`, 'u')

/** What bodies are to do, line below line, and further down as many bodies. */
export function pairedSteps(lines: readonly Line[]): Step[] {
  const roles = lines.flatMap((line) => {
    const role = FOR_ONLY.exec(line.text)?.groups?.role
    return role ? [{ role, start: line.start }] : []
  })
  if (roles.length < 2) return []
  const last = lines.findIndex(({ start }) => start === roles.at(-1)?.start)
  const from = lines.findIndex(({ text }, at) => at > last && isGremium(bareBody(text)))
  const bodies = from < 0 ? [] : lines.slice(from, from + roles.length)
  const next = from < 0 ? undefined : lines[from + roles.length]
  if (!bodies.every(({ text }) => isGremium(bareBody(text))) || bodies.length < roles.length) return []
  if (next && !next.gap && isGremium(bareBody(next.text))) return []
  return bodies.map((line, at) => {
    const { role = '', start = 0 } = roles[at] ?? {}
    const step = emptyStep()
    step.gremium = bareBody(line.text)
    step.bodySpans = [{ start: line.start, end: line.start + step.gremium.length }]
    step.zustaendigkeit = role
    step.spans.zustaendigkeit = { start, end: start + role.length }
    return step
  })
}

/** `An den` above the body it goes to: one line. */
function addressesJoined(text: string, lines: readonly Line[]): Line[] {
  return lines.flatMap((line, at) => {
    const [above, next] = [lines[at - 1], lines[at + 1]]
    if (above && TO.test(above.text) && above.end + 1 === line.start) return []
    if (!TO.test(line.text) || !next || line.end + 1 !== next.start) return [line]
    return [{ ...line, text: text.slice(line.start, next.end).replace(/\s/g, ' '), end: next.end }]
  })
}

const TO = /^(?:An|In) (?:den|die|das)$/u

const ADDRESS = /^(?:An|In) (?:den|die|das) \p{Lu}/u

/** Nothing but a role, a day or a publicity. */
function saysOfStep(words: string): boolean {
  if (words.length > 60) return false
  return isRole(words) || publicityOf(words) !== undefined || isoDate(words) !== undefined
}

/**
 * The steps a head names line by line.
 *
 * @param dated
 *   Whether lines that merely name a body with its day count, too.
 */
export function addressedSteps(text: string, printed: readonly Line[], dated: boolean): Step[] {
  const lines = addressesJoined(text, printed)
  let before: Line | undefined
  let addressed: Line | undefined
  const kept = lines.filter((line, at) => {
    // What the body is to do, on which day and in which part: lines below the address, one each.
    if (addressed && addressed === lines[at - 1] && !line.gap && saysOfStep(line.text)) {
      addressed = line
      before = line
      return true
    }
    // What came of it, in the line below the body and its day.
    if (before && before === lines[at - 1] && !line.gap && /^zu[rm] /.test(line.text) && isRole(line.text)) return true
    if (dated && before && before === lines[at - 1] && line.text.length < 120 && startsResult(line.text)) return true
    const own = isOwn(line, at)
    if (own) before = line
    addressed = own && ADDRESS.test(line.text) ? line : undefined
    return own
  })
  function isOwn(line: Line, at: number): boolean {
    if (/^(?:An|In) (?:den|die|das) \p{Lu}/u.test(line.text) && isGremium(bareBody(line.text))) return true
    if (/^(?:Sitzungstag|Sitzungstermin|Sitzung am|Termin|am):? /i.test(line.text))
      return /^(?:An|In) (?:den|die|das) /.test(lines[at - 1]?.text ?? '')
    if (!dated) return false
    const tokens = tokensOf(text, [line], [])
    const texts = tokens.filter(({ kind, text: words }) => kind === 'text' && !/^(?:am|den|TOP)$/.test(words))
    const dates = tokens.filter(({ kind }) => kind === 'datum')
    return (
      texts.length === 1 &&
      dates.length === 1 &&
      isGremium(bareBody(texts[0]?.text ?? '')) &&
      columnsOf(line.text) === undefined
    )
  }
  return [
    ...lines.flatMap((line, at) => stepFor(line, lines[at - 1], lines[at + 1])),
    ...stepsOf(tokensOf(text, kept, []), []).steps,
  ]
}
