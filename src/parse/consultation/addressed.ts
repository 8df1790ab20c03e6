/**
 * Steps without a Beratungsfolge: lines that address a body ("In den Jugendhilfeausschuss"), and lines that name a body
 * with its day.
 */

import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { columnsOf } from './columns.ts'
import { bareBody, type Step } from './step.ts'
import { stepsOf } from './steps.ts'
import { tokensOf } from './tokens.ts'

/**
 * The steps a head names line by line.
 *
 * @param dated
 *   Whether lines that merely name a body with its day count, too.
 */
export function addressedSteps(text: string, lines: readonly Line[], dated: boolean): Step[] {
  const kept = lines.filter((line, at) => {
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
  })
  return stepsOf(tokensOf(text, kept, []), []).steps
}
