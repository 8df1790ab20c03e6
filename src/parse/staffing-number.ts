/**
 * How many: the numbers that stand before a unit of staff ("10,5", "10.50", "½", "drei", "eine halbe", "- 0,65").
 *
 * A staffing figure printed with a dot and one or two decimals ("10.50") is read as a decimal: nothing else is
 * thinkable. Three digits behind a dot are thousands, unless the number begins with a zero ("0.430").
 */
import { decimalFrom, NUMBER_WORDS, wordNumber } from './number.ts'

export interface StaffNumber {
  /** At most three decimals. */
  readonly wert: number
  /** True if more than one reading is thinkable or decimals were rounded off. */
  readonly unclear: boolean
}

/** Alternatives that match digits or a fraction, without sign. */
export const DIGITS =
  '(?:\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?|\\d{1,6}(?:[.,]\\d{1,4})?)(?: ?[½¼¾]| [13]/[24](?!\\d))?|[½¼¾]|[13]/[24](?!\\d)'

/** Alternatives that match a number word other than an article. */
export const PLAIN_WORD = either(NUMBER_WORDS)
/** Alternatives that match a number word, the article included. */
export const NUMBER_WORD = `(?:[Ee]ine[rnms]? )?(?:halbe[nrs]?|dreiviertel)|[Ee]ine[rnms]?|[Ee]in|${PLAIN_WORD}`

const FRACTIONS: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '1/2': 0.5,
  '1/4': 0.25,
  '3/4': 0.75,
}

/** Read exactly one number of staff without sign, or `undefined`. */
export function staffNumberOf(printed: string): StaffNumber | undefined {
  const text = printed.trim().replace(/\s+/g, ' ')
  if (isArticle(text)) return { wert: 1, unclear: false }
  if (/halbe[nrs]?$/i.test(text)) return { wert: 0.5, unclear: false }
  if (/dreiviertel$/i.test(text)) return { wert: 0.75, unclear: false }
  const word = wordNumber(text)
  if (word !== undefined) return { wert: word, unclear: false }
  const parts = /^(\d[\d.,]*)? ?([½¼¾]|[13]\/[24])?$/.exec(text)
  const fraction = parts?.[2] ? FRACTIONS[parts[2]] : undefined
  if (!parts?.[1]) return fraction === undefined ? undefined : { wert: fraction, unclear: false }
  if (/^0\.\d{3}$/.test(parts[1])) return { wert: Number(parts[1]), unclear: false }
  const decimal = decimalFrom(parts[1])
  if (!decimal) return /^\d+[.,]\d{3,4}$/.test(parts[1]) ? rounded(Number(parts[1].replace(',', '.'))) : undefined
  const value = rounded(decimal.digits / 10 ** decimal.decimals + (fraction ?? 0))
  return { wert: value.wert, unclear: value.unclear || (/^\d+\.\d{3}$/.test(parts[1]) && value.wert > 9999) }
}

/** "ein", "eine", …: a quantity only where the words around it say so. */
export function isArticle(printed: string): boolean {
  return /^ein(?:e[rnms]?)?$/i.test(printed.trim())
}

function rounded(value: number): StaffNumber {
  const wert = Math.round(value * 1000) / 1000
  return { wert, unclear: Math.abs(wert - value) > 1e-9 }
}

/** The words with a capital as well. */
function either(words: string): string {
  return words
    .split('|')
    .map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`)
    .join('|')
}
