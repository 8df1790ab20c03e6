/**
 * The year of an amount that stands alone on its line below a year alone on its own: a table whose cells were saved one
 * below the other ("2031", "500 €", "2032", "700 €").
 *
 * Never guesses: where the run of years and amounts begins with an amount, or years follow one another, none is tied.
 */

const YEAR = /^\s*((?:19|20)\d\d)(?:\s?ff\.?)?:?\s*$/u
const AMOUNT = /^\s*[-−–+]?\s?\d[\d.,]*\s?(?:(?:T|Tsd\.|Mio\.)\s?)?(?:€|EUR|Euro)?(?:\s?\/\s?(?:a|Jahr))?\s*$/u

/** The year in the line above `at`, where an amount begins its line. */
export function yearAbove(text: string, at: number): number | null {
  const lines = text.slice(0, at).split('\n')
  if (lines.pop()?.trim()) return null
  const year = YEAR.exec(lines.at(-1) ?? '')?.[1]
  if (!year) return null
  for (let n = lines.length - 1; n >= 0; n -= 2) {
    const before = lines[n - 1] ?? ''
    if (!YEAR.test(lines[n] ?? '') || YEAR.test(before)) return null
    if (!AMOUNT.test(before)) break
  }
  return Number(year)
}
