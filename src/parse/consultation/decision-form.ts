/**
 * The form in which a body's decision is noted, mostly at a paper's end, one beside the other for several bodies:
 * `Beschluss des Magistrats vom 12.05.2031 TOP 4` above `( x ) beschlossen ( ) abgelehnt ( ) zurückgestellt`.
 *
 * Never guesses: body and day are named, and exactly one of the results is crossed.
 * Source: Word forms of Hessian towns.
 */
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { cellsOf, type Line, linesOf } from '../lines.ts'
import { startsResult } from '../result.ts'
import { nominative } from './meeting.ts'
import { type Step, stepOn } from './step.ts'

const HEAD =
  /^(?:Beschluss|Votum|Ergebnis|Empfehlung|Beratungsergebnis) (?:des|der) (?<body>\p{Lu}.{2,90}?) (?:vom|am) (?=\d)/u
const ITEM = /(?:TOP|Tagesordnungspunkt)(?: ?Nr\.)? ?(?<top>\d{1,3}(?:\.\d{1,3}){0,2})(?!\d)/u
const OPTION = /(?<box>[☐☒]|\( {0,2}[xX]? {0,2}\)|\[ {0,2}[xX]? {0,2}\]) *(?<words>\p{L}[^☐☒([\t\n]{2,60})/gu
/** Lines of results below the head. */
const LINES = 7

type Cell = Omit<Line, 'gap'>

/** What bodies decided, as far as their forms were filled in. */
export function decidedInForms(text: string): Step[] {
  if (!/(?:Beschluss|Votum|Ergebnis|Empfehlung|Beratungsergebnis) de[rs] .{2,90} (?:vom|am) \d/u.test(text)) return []
  const lines = linesOf(text)
  return lines.flatMap((line, at) =>
    cellsOf(text, line).flatMap((cell, column): Step[] => {
      const step = headOf(cell)
      if (!step) return []
      const several = line.text.includes('\t')
      const below = lines.slice(at + 1, at + 1 + (several ? 1 : LINES))
      const cells = below.map((row) => (several ? cellsOf(text, row)[column] : row))
      const end = cells.findIndex((one) => !one || HEAD.test(one.text))
      return withResult(step, cells.slice(0, end < 0 ? cells.length : end) as Cell[])
    }),
  )
}

function headOf(cell: Cell): Step | undefined {
  const body = HEAD.exec(cell.text)?.groups?.body
  const [day] = findDates(cell.text)
  const gremium = body && nominative(body)
  if (!body || !day || !gremium || !isGremium(gremium)) return undefined
  const step = stepOn(cell, body, gremium, day)
  const item = ITEM.exec(cell.text)
  if (item?.groups?.top) {
    step.top = item.groups.top
    step.spans.top = { start: cell.start + item.index, end: cell.start + item.index + item[0].length }
  }
  return step
}

function withResult(step: Step, cells: readonly Cell[]): Step[] {
  const options = cells.flatMap((cell) =>
    [...cell.text.matchAll(OPTION)].map((match) => {
      const words = (match.groups?.words ?? '').trim()
      const start = cell.start + match.index + match[0].indexOf(words)
      return { words, crossed: /[☒xX]/.test(match.groups?.box ?? ''), start, end: start + words.length }
    }),
  )
  const crossed = options.filter((option) => option.crossed)
  const [only] = crossed
  if (options.length < 2 || crossed.length !== 1 || !only || !startsResult(only.words)) return []
  return [{ ...step, ergebnis: only.words, spans: { ...step.spans, ergebnis: { start: only.start, end: only.end } } }]
}
