/**
 * Years as papers print them: alone, two of them, with the unit of a column, with a mark.
 *
 * Pure; knows no words but the signs of money.
 */

/** A year, for patterns. */
export const YEAR = String.raw`(?:19|20)\d\d`
/** `2031`, also starred or as a draft (`2031 (Entwurf)`), for patterns. */
export const MARKED_YEAR = String.raw`${YEAR}(?:\*| \(\p{L}+\))?`

const ALONE = new RegExp(`^${YEAR}$`)
/** A footnote's mark: `2031*`, `2031 ¹`, `2031 2)`. */
const NOTE = String.raw`(?: ?(?:\*{1,3}|[¹²³⁴-⁹])\)?| \d\))?`
const ONE_OR_TWO = new RegExp(String.raw`^${YEAR}(?:\s?[/–-]\s?(?:\d\d|${YEAR}))?${NOTE}$`, 'u')
const UNIT = String.raw`(?:T€|TEUR|€|EUR|Euro|Mio\.? ?(?:€|EUR|Euro))`
const WITH_UNIT = new RegExp(String.raw`^(?:ab )?${YEAR}(?: ?ff\.?)?(?: \([^()]{2,12}\))? ?\(?(?:in )?${UNIT}\)?$`, 'u')

/** `2031` and nothing else. */
export function isYear(text: string): boolean {
  return ALONE.test(text)
}

/** `2031`, `2031/32`, `2031 – 2032`, perhaps with a footnote's mark. */
export function isYearOrTwo(text: string): boolean {
  return ONE_OR_TWO.test(text)
}

/** `2032 EUR`, `ab 2034 (Plan) in T€`: the head of a column. */
export function isYearWithUnit(text: string): boolean {
  return WITH_UNIT.test(text)
}
