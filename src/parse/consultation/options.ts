/**
 * Steps chosen with crosses in a form: a body with its options behind it, one of them crossed (`Ortsbeirat nicht
 * erforderlich ☐ erforderlich ☒`, `Stadtrat öffentlich ☒ nicht öffentlich ☐`).
 *
 * Never guesses: a line of which no option or more than one is crossed names a body without more.
 */
import type { Span } from '../../document.ts'
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { emptyStep, type Step } from './step.ts'

const BOX = '[☐☒]'
/** A body, then options each with its box behind it. */
const OPTIONS = new RegExp(
  `^(?:[a-z]\\) +)?(?<body>\\p{Lu}[^☐☒\\t]{2,100}?)[ \\t]+(?<options>(?:(?:nicht[- ]?)?(?:erforderlich|öffentlich)|Tagesordnung [A-Z]) ${BOX}.*)$`,
  'u',
)
const OPTION = new RegExp(`(?<label>\\p{L}[\\p{L} -]{0,30}?) *(?<box>${BOX})`, 'gu')

/** The steps of a form's lines; a body that is not needed is none. */
export function optionSteps(lines: readonly Line[]): Step[] {
  return lines.flatMap((line) => {
    const match = OPTIONS.exec(line.text)
    const { body = '', options = '' } = match?.groups ?? {}
    if (!match || !isGremium(body.trim())) return []
    const crossed = [...options.matchAll(OPTION)].filter(({ groups }) => groups?.box === '☒')
    const label = crossed.length === 1 ? (crossed[0]?.groups?.label ?? '').trim() : ''
    if (/^nicht[- ]?erforderlich$/i.test(label)) return []
    const step = emptyStep()
    step.gremium = body.trim()
    const at = line.start + line.text.indexOf(body)
    step.bodySpans = [{ start: at, end: at + step.gremium.length }]
    if (/öffentlich$/i.test(label)) {
      step.oeffentlichkeit = /^nicht/i.test(label) ? 'nichtoeffentlich' : 'oeffentlich'
      step.spans.oeffentlichkeit = placeOf(line, options, crossed[0]?.index ?? 0, label)
    }
    return [step]
  })
}

function placeOf(line: Line, options: string, at: number, label: string): Span {
  const start = line.start + line.text.length - options.length + options.indexOf(label, at)
  return { start, end: start + label.length }
}
