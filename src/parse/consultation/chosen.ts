/**
 * Lines with a box in front of the body: `☒ Hauptausschuss 23.10.2031`, `☐ Werksausschuss`. A body whose box is empty
 * does not deal with the paper.
 *
 * Never guesses: where no box is crossed, or boxes stand in front of anything else, the lines stay.
 */
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
