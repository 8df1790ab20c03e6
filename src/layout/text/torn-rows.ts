/**
 * Lines that are rows of a table whose columns text extraction has closed up: a label, then one value after another.
 *
 * Units: none; values stay as printed. Knows no words but the signs of money and measure.
 * Source: papers saved as text from PDF (`Dach 12.000 € 3 40 %`, `Druckkosten33.564`, `31.01.20257.258`).
 */
import { isYear } from '../../years.ts'

export interface TornLine {
  /** What stands before the values; may be empty. */
  readonly label: string
  readonly values: readonly string[]
  /** Nothing stood between label and value. */
  readonly glued: boolean
}

const NUMBER = String.raw`(?:[-–+]|\./\. ?)?(?:\d{1,3}(?:\.\d{3})+|\d{1,9})(?:,\d{1,3}-?|,-{1,2})?`
const UNIT = String.raw`(?:€|EUR|Euro|TEUR|T€|%|VZÄ|Mio\. ?(?:€|EUR|Euro)|Tsd\. ?(?:€|EUR|Euro))`
const LAST = new RegExp(String.raw`(?:^|\s)(${NUMBER}(?: ?${UNIT})?\*{0,3})$`, 'u')
/** Negative values whose sign stands apart, all of them. */
const SIGNS = /\p{L}\)?(?: +[-–] \d[\d.,]*){2,12}$/u
const SIGNED = /(?:^|\s)([-–] \d[\d.,]*)$/u
/** An empty cell. */
const NONE = /(?:^|\s)([-–—])$/u
/** A number glued to a word, a bracket or a date; only with a thousands dot or decimal comma it is told apart. */
const GLUED =
  /(?<=[\p{L})*%.]|\b\d{1,2}\.\d{1,2}\.\d{4}|\s(?:19|20)\d\d)(?<!\d\.)(\d{1,3}(?:\.\d{3})+(?:,\d{2})?(?: ?€)?)$/u

/** A longer line is running text or damage, not a row. */
const LONGEST = 400

/** Read a line as label and values from its end; values may stand glued to the label. */
export function tornLine(line: string): TornLine {
  let rest = line.trim()
  const values: string[] = []
  if (rest.length > LONGEST) return { label: rest, values, glued: false }
  const signed = SIGNS.test(rest)
  // Where gaps still tell the cells, so do they of empty ones.
  const gapless = !/\S {3,}\S/.test(rest)
  for (;;) {
    const found =
      (signed ? SIGNED.exec(rest) : null) ?? LAST.exec(rest) ?? (signed || !gapless ? null : NONE.exec(rest))
    if (!found?.[1] || (dividesDate(rest, found[1]) && !areColumns([found[1], ...values]))) break
    values.unshift(found[1])
    rest = rest.slice(0, rest.length - found[1].length).trimEnd()
  }
  // One dash behind words is a sign of theirs; behind values, or beside another, it is an empty cell.
  const dashes = values.findIndex((value) => !isNone(value))
  if (dashes < 0 || dashes === 1) rest = [rest, ...values.splice(0, dashes < 0 ? values.length : 1)].join(' ').trim()
  if (!values.length) {
    const glued = GLUED.exec(rest)
    if (glued?.[1]) return { label: rest.slice(0, -glued[1].length).trim(), values: [glued[1]], glued: true }
  }
  return { label: rest, values, glued: false }
}

/** Lines on both sides within which rows of one table are looked for. */
const NEAR = 6
const MONEY = /\.\d{3}|,\d{2}/

/**
 * `Ansatz 2031 2.050.000,00` between rows with one number less: the year belongs to the label. Where every row holds a
 * year there, it is a column.
 */
export function withYearsInLabels(lines: readonly TornLine[]): TornLine[] {
  return lines.map((line, at) => {
    const [year = '', ...money] = line.values
    if (!isYear(year) || !money.length || !money.every((value) => MONEY.test(value))) return line
    const shorter = lines
      .slice(Math.max(0, at - NEAR), at + NEAR + 1)
      .some(
        ({ label, values }) => label && values.length === money.length && values.every((value) => MONEY.test(value)),
      )
    return shorter && /\p{L}\)?$/u.test(line.label) ? { ...line, label: `${line.label} ${year}`, values: money } : line
  })
}

/** Years or amounts side by side are columns, also behind `Jahr` or `von`. */
function areColumns(values: readonly string[]): boolean {
  return values.length > 1 && (values.every(isYear) || values.every((value) => /\.\d{3}/.test(value)))
}

/** `bis 15. 2`, `Nr. 4`, `§ 12`, `Lage 3`: the number belongs to the word before it. */
function dividesDate(line: string, value: string): boolean {
  const before = line.slice(0, line.length - value.length).trimEnd()
  return /(?:(?:^|\s)(?:Nr|Abs|Art|Ziff|Kap|Anlage|Seite|Jahr|Stand|am|ab|bis|seit|vom|von|und|auf|in|um|je|pro|der|die|das|ca)\.?|§|[,;(/&])$/iu.test(
    before,
  )
}

function isNone(value: string): boolean {
  return /^[-–—]$/.test(value)
}

/** A number with thousands, decimals or a unit: no year, no part of a head. */
export function isShaped(value: string): boolean {
  return /[.,]\d|€/.test(value)
}
