/**
 * German numbers: "1.234.567,89", "12 000", "0,5", and number words up to twelve, tens and hundred.
 *
 * Never guesses: a number is read exactly, as digits and decimals; one that lets more than one reading is either
 * `undefined` or marked `unclear`.
 *
 * Source: DIN 1333 and DIN 5008 (dot or blank before groups of three, comma before decimals).
 */

/** Exactly `digits / 10 ** decimals`. */
export interface Decimal {
  /** All digits as one integer. */
  readonly digits: number
  readonly decimals: number
  /** True if the notation is not German and another reading is thinkable ("350.00"). */
  readonly unclear: boolean
}

const GROUP_BLANKS = /[ \u00a0\u202f\u2009]/g
const GERMAN = /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:\d+|[-–—]{1,2}))?$/
const SPACED = /^\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:,(?:\d+|[-–—]{1,2}))?$/
/** A point misprinted for the comma before two decimals: `518.549.82`. */
const LAST_DOT = /^\d{1,3}(?:\.\d{3})+\.\d{2}$/
const APOSTROPHES = /^\d{1,3}(?:['’]\d{3})+(?:[.,]\d{2})?$/
const ONE_DOT = /^\d+\.\d{1,2}$/
const ENGLISH = /^\d{1,3}(?:,\d{3})+\.\d{2}$/

/**
 * Read exactly one number without sign.
 *
 * @param text
 *   Number as printed (examples: `1.234,5`, `12 000`, `59.319,--`).
 * @returns
 *   Digits and decimals; `undefined` if `text` is not one number.
 */
export function decimalFrom(text: string): Decimal | undefined {
  if (GERMAN.test(text)) return exactly(text.replaceAll('.', ''), ',', false)
  if (SPACED.test(text)) return exactly(text.replace(GROUP_BLANKS, ''), ',', false)
  if (ONE_DOT.test(text)) return exactly(text, '.', true)
  if (ENGLISH.test(text)) return exactly(text.replaceAll(',', ''), '.', true)
  if (LAST_DOT.test(text)) return exactly(text.replace(/\.(?=\d{2}$)/, ',').replaceAll('.', ''), ',', true)
  if (APOSTROPHES.test(text)) return exactly(text.replace(/['’]/g, '').replace('.', ','), ',', true)
  return undefined
}

/** The value of a number word ("vier", "zwölf", "einhundert", "halbe", "anderthalb"); no articles ("ein" is none). */
export function wordNumber(word: string): number | undefined {
  const key = word.trim().toLowerCase()
  return Object.hasOwn(WORDS, key) ? WORDS[key] : undefined
}

/** Alternatives of a regular expression that matches one number word. */
export const NUMBER_WORDS =
  'zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|vierzig|fünfzig|hundert|einhundert|halbe[nrs]?|anderthalb|eineinhalb|zweieinhalb|dreieinhalb'

const WORDS: Readonly<Record<string, number>> = {
  null: 0,
  zwei: 2,
  zweier: 2,
  drei: 3,
  dreier: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  hundert: 100,
  einhundert: 100,
  halbe: 0.5,
  halben: 0.5,
  halber: 0.5,
  halbes: 0.5,
  anderthalb: 1.5,
  eineinhalb: 1.5,
  zweieinhalb: 2.5,
  dreieinhalb: 3.5,
}

function exactly(plain: string, mark: ',' | '.', unclear: boolean): Decimal | undefined {
  const [whole = '', printed = ''] = plain.split(mark)
  const decimals = /^\d+$/.test(printed) ? printed : ''
  const digits = Number(whole + decimals)
  return Number.isSafeInteger(digits) ? { digits, decimals: decimals.length, unclear } : undefined
}
