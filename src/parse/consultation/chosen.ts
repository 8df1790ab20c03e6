/**
 * Lines with a box in front of the body: `☒ Hauptausschuss 23.10.2031`, `☐ Werksausschuss`. A body whose box is empty
 * does not deal with the paper. And forms in which the result is to be ticked later: what nobody ticked is none.
 *
 * Never guesses: where no box is crossed, or boxes stand in front of anything else, the lines stay.
 */

import { oneLine } from '../../one-line.ts'
import { findDates } from '../date.ts'
import { isGremium, namedBody } from '../gremium.ts'
import type { Line } from '../lines.ts'

const CROSSED = /^(?:\d{1,2}\. ?)?(?:☒|[xX](?=[ \t]))[ \t]*(?=\p{Lu})/u
const EMPTY = /^(?:\d{1,2}\. ?)?☐[ \t]*(?=\p{Lu})/u

/** Lines of the bodies that were chosen, without their boxes. */
export function chosenLines(lines: readonly Line[]): Line[] {
  const crossed = lines.filter(({ text }) => CROSSED.test(text) && namesBody(text.replace(CROSSED, '')))
  if (!crossed.length || !lines.some(({ text }) => EMPTY.test(text))) return [...lines]
  return lines.flatMap((line) => {
    if (EMPTY.test(line.text) && namesBody(line.text.replace(EMPTY, ''))) return []
    const box = crossed.includes(line) ? (CROSSED.exec(line.text)?.[0].length ?? 0) : 0
    return [box ? { ...line, text: line.text.slice(box), start: line.start + box } : line]
  })
}

function namesBody(words: string): boolean {
  const [day] = findDates(words)
  const name = (day ? words.slice(0, day.start) : words).replace(/[\t ]*(?:am|den|,)?[\t ]*$/u, '')
  return isGremium(namedBody(name).name)
}

/** Words a form offers beside each step, and the labels of its counts. */
const OFFERED = oneLine`
  (?:
    einstimmig|mehrheitlich|mit (?:Stimmen)?[Mm]ehrheit|abgesetzt|verwiesen|geändert|ungeändert|vertagt|
    abgelehnt|zurückgestellt|zurückgezogen|angenommen|ohne BE|(?:Stimmente|E)nthaltung(?:en)?|Gegenstimmen?|
    Ja-?Stimmen?|Nein-?Stimmen?|TOP
  )
`
const WHOLE = new RegExp(String.raw`^(?:${OFFERED}[:\s_.]*)+$`, 'iu')
const TAIL = new RegExp(String.raw`(?:\t+${OFFERED}[: _.]*){2,}$`, 'iu')

/** Lines without the results a form only offers: as often `einstimmig` as `mehrheitlich`, none of them ticked. */
export function withoutOffers(lines: readonly Line[]): readonly Line[] {
  const times = (word: RegExp): number => lines.filter(({ text }) => word.test(text)).length
  const offers = times(/(?<!\p{L})einstimmig(?!\p{L})/iu)
  if (!offers || offers !== times(/(?<!\p{L})mehrheitlich|mit (?:Stimmen)?mehrheit/iu)) return lines
  if (lines.some(({ text }) => /[☒]|(?:^|\s)[xX](?:\s|$)/u.test(text))) return lines
  if (!lines.some(({ text }) => WHOLE.test(text) || TAIL.test(text))) return lines
  return lines.flatMap((line) => {
    if (WHOLE.test(line.text)) return []
    const tail = TAIL.exec(line.text)?.[0].length ?? 0
    return [tail ? { ...line, text: line.text.slice(0, -tail), end: line.end - tail } : line]
  })
}
