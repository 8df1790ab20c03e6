/**
 * Which lines belong to the value of the line above: titles go on to their end, units while their words are unfinished.
 */
import { isoDate } from './date.ts'
import { isUnfinished } from './gremium.ts'
import { labelIn } from './label-parts.ts'
import type { Value } from './labels.ts'
import type { Line } from './lines.ts'
import { endsTitle } from './title-end.ts'

/** Does a value go on in this line? A title until the next gap; a unit only while its words are unfinished. */
export function continues(
  open: { value: Value; line: number },
  line: Line,
  lines: readonly Line[],
  number: number,
): boolean {
  const last = lines[number - 1]
  const adjoins = last !== undefined && line.start - last.end < 5
  if (open.line !== number - 1 || !adjoins || line.gap || /\S\t+\S/.test(line.text)) return false
  const { field, text } = open.value
  if (field !== 'betreff' && (/^[^:]{2,40}:$/.test(line.text) || isoDate(line.text))) return false
  if (field === 'betreff') return !endsTitle(text, line, lines[number + 1])
  if (field !== 'federfuehrend' && field !== 'sonstiges' && field !== 'gremium') return false
  if (/^(?:und|oder|der|für|im|in|zur)\s|^\p{Ll}/u.test(line.text) || isUnfinished(text) || /\+$/.test(text))
    return true
  const next = lines[number + 1]
  if (!next || next.start - line.end > 4 || line.text.length >= 50 || text.length >= 60) return false
  if (field === 'federfuehrend' && UNIT.test(line.text) && !labelIn(line.text)) return true
  if (line.text.length >= 40) return false
  if (isCode(text) && (next.gap || /\d/.test(text) || line.text.includes(' '))) return false
  return (
    next.gap ||
    (field !== 'gremium' &&
      line.text.split(' ').length <= 2 &&
      next.text.length >= 20 &&
      /^[\p{Lu}„"\d]/u.test(next.text) &&
      labelIn(next.text) === undefined)
  )
}

/** `40 Fachbereich Schule`, `Amt für Umwelt`: a unit below the one it belongs to. */
const UNIT =
  /^(?:\d{1,4}(?:[./]\d+)* )?(?:Fachbereich|Fachdienst|Referat|Abteilung|Sachgebiet|Fachamt|Amt) (?=\p{Lu}|für |\d)/u

/** `Dez. 5`, `Referat 2`, `51.72`: nothing is missing. */
function isCode(text: string): boolean {
  return /^(?:\p{L}+\.? ?)?[\dIVX]+(?:[./]\d+)*$/u.test(text) || /^[\p{L}.]{1,8}$/u.test(text)
}

/** Is this line the rest of a free line too long to have ended there (a title that was wrapped)? */
export function goesOn(last: Line | undefined, line: Line, before: Line | undefined): boolean {
  return last !== undefined && last === before && !line.gap && last.text.length >= 40 && !/[\t]/.test(last.text)
}

export function joined(before: string, after: string): string {
  return /\p{L}[/]$/u.test(before) ? before + after : `${before} ${after}`
}
