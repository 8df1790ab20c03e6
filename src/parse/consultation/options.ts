/**
 * Steps chosen with crosses in a form: a body with its options, each with its box behind it (`Ortsbeirat nicht
 * erforderlich ☐ erforderlich ☒`) or in front (`Magistrat ☐ Tagesordnung A ☒ Tagesordnung B`); whether it meets in
 * public may be chosen in the line below.
 *
 * Never guesses: a line of which no option or more than one is crossed names a body without more.
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { publicityChosen, publicityOf } from '../publicity.ts'
import { isRole } from '../role.ts'
import { bareBody, emptyStep, type Step } from './step.ts'

const LABEL = String.raw`(?:(?:nicht[- ]?)?(?:erforderlich|öffentlich)|Tagesordnung [A-Z])`
/** A body, then options each with its box behind it, or each with its box in front. */
const OPTIONS = new RegExp(
  String.raw`^(?:[a-z]\) +)?(?<body>\p{Lu}[^☐☒\t]{2,100}?)[ \t]+(?<options>${LABEL} *[☐☒].*|[☐☒] *${LABEL}.*)$`,
  'u',
)
const BEHIND = /(?<label>\p{L}[\p{L} -]{0,30}?) *(?<box>[☐☒])/gu
const BEFORE = /(?<box>[☐☒]) *(?<label>\p{L}[\p{L} -]{0,30}\p{L})/gu

/** The steps of a form's lines; a body that is not needed is none. */
export function optionSteps(lines: readonly Line[]): Step[] {
  return lines.flatMap((line, at) => {
    const match = OPTIONS.exec(line.text)
    const { body = '', options = '' } = match?.groups ?? {}
    const dated = match && /\d/.test(body) ? datedStep(line, body, options) : undefined
    if (dated) return [dated]
    if (!match || !isGremium(body.trim())) return []
    const found = [...options.matchAll(/^[☐☒]/u.test(options) ? BEFORE : BEHIND)]
    const crossed = found.filter(({ groups }) => groups?.box === '☒')
    const label = crossed.length === 1 ? (crossed[0]?.groups?.label ?? '').trim() : ''
    if (/^nicht[- ]?erforderlich$/i.test(label)) return []
    const step = emptyStep()
    step.gremium = body.trim()
    const from = line.start + line.text.indexOf(body)
    step.bodySpans = [{ start: from, end: from + step.gremium.length }]
    if (/öffentlich$/i.test(label)) {
      step.oeffentlichkeit = /^nicht/i.test(label) ? 'nichtoeffentlich' : 'oeffentlich'
      step.spans.oeffentlichkeit = placeOf(line, options, crossed[0]?.index ?? 0, label)
    } else partBelow(step, lines[at + 1])
    return [step]
  })
}

/** `Bauausschuss am 05.05.2031 ☒ öffentlich ☐ nichtöffentlich ☐ Beschluss ☒ Vorberatung`: the body's day, and two choices. */
function datedStep(line: Line, body: string, options: string): Step | undefined {
  const [day, ...more] = findDates(body)
  const gremium = bareBody(body.slice(0, day?.start ?? 0).replace(/[,\s]+(?:am|vom|den)?\s*$/u, ''))
  if (!day || more.length || !isGremium(gremium)) return undefined
  const step = emptyStep()
  const from = line.start + line.text.indexOf(gremium)
  step.gremium = gremium
  step.bodySpans = [{ start: from, end: from + gremium.length }]
  step.datum = day.iso
  const at = line.start + line.text.indexOf(body)
  step.spans.datum = { start: at + day.start, end: at + day.end }
  const found = [...options.matchAll(/^[☐☒]/u.test(options) ? BEFORE : BEHIND)].map(({ groups, index }) => ({
    label: (groups?.label ?? '').trim(),
    crossed: groups?.box === '☒',
    index,
  }))
  const parts = found.filter(({ label, crossed }) => crossed && publicityOf(label))
  const roles = found.filter(({ label, crossed }) => crossed && isRole(label))
  const [part, role] = [parts[0], roles[0]]
  if (part && parts.length === 1) {
    step.oeffentlichkeit = publicityOf(part.label) ?? null
    step.spans.oeffentlichkeit = placeOf(line, options, part.index, part.label)
  }
  if (role && roles.length === 1) {
    step.zustaendigkeit = role.label
    step.spans.zustaendigkeit = placeOf(line, options, role.index, role.label)
  }
  return step
}

/** `☒ öffentlich ☐ nicht öffentlich` right below the body. */
function partBelow(step: Step, below: Line | undefined): void {
  const chosen = below && !below.gap ? publicityChosen(below.text) : undefined
  if (!below || !chosen || !/^[☐☒]/u.test(below.text)) return
  step.oeffentlichkeit = chosen.value
  step.spans.oeffentlichkeit = { start: below.start + chosen.start, end: below.start + chosen.end }
}

function placeOf(line: Line, options: string, at: number, label: string): Span {
  const start = line.start + line.text.length - options.length + options.indexOf(label, at)
  return { start, end: start + label.length }
}
