/**
 * The years of columns that their joined heads do not name plainly: words that end in a year, years of two digits side by
 * side, a year in one of several rows of heads.
 *
 * Never guesses: a plan's name, a state, a day or an end has a year that is not its column's.
 */
import { cellsAbove, headOf, MONEY } from './head-cells.ts'
import { yearNamed } from './year.ts'

/** The year of each column; `undefined` where none of these forms names one. */
export function columnYears(head: readonly (readonly string[])[], width: number): (number | undefined)[] {
  const heads = Array.from({ length: width }, (_, at) => headOf(head, at))
  const [short, compared] = [shortYears(heads), comparedYears(heads)]
  return heads.map((_, at) => short[at] ?? compared[at] ?? yearOfRows(head, at))
}

/** "Baubeschluss 2031", "PK 2031 in €": words, a year, at most the unit. */
const WORDS_AND_YEAR =
  /^(?<words>\p{Lu}[\p{L}.-]{1,30}(?: \p{L}[\p{L}.-]{1,24}){0,2}) (?<year>(?:19|20)\d\d)(?: [([]?(?:in )?(?:T?€|T?EUR|Tsd\. ?€|Mio\. ?€|Euro)[)\]]?)?$/u
/** Words whose year is that of a plan's name, of a state or of an end. */
const NO_YEAR_OF_ITS_OWN =
  /^(?:Leitbild|Masterplan|Bis|Vor|Seit|Stand|Nach|Anlage|Vorlage|Agenda|Richtlinie|Konzept)$|(?:programm|stand|basis|tarif|satzung|plan|gesetz)$/iu
const PAID = /^PK$|^SK$|etat$|refinanz|erstattung|umlage/iu

/** Heads that end in years of their own compare these; one alone has its own if its words name money. */
function comparedYears(heads: readonly string[]): (number | undefined)[] {
  const found = heads.map((head) => {
    const { words = '', year } = WORDS_AND_YEAR.exec(head)?.groups ?? {}
    return year && !words.split(' ').some((word) => NO_YEAR_OF_ITS_OWN.test(word))
      ? { words, year: Number(year) }
      : undefined
  })
  const single = found.filter((head) => head && !head.words.includes(' ')).length
  return found.map((head) => {
    if (!head) return undefined
    const compared = single > 1 && !head.words.includes(' ')
    return compared || MONEY.test(head.words) || PAID.test(head.words) ? head.year : undefined
  })
}

/** The one year a row of heads names above a column by itself, whatever stands in the rows over or below it. */
function yearOfRows(head: readonly (readonly string[])[], at: number): number | undefined {
  if (head.length < 2) return undefined
  const years = new Set(cellsAbove(head, at).map((cell) => (BARE_YEAR.test(cell) ? yearNamed(cell) : null)))
  years.delete(null)
  const [year, ...more] = years
  return more.length ? undefined : (year ?? undefined)
}

/** Nothing but a year, the word for it, or what a budget calls one. */
const BARE_YEAR =
  /^(?:(?:Haushalts|Plan|Rechnungs|Wirtschafts)?jahr |Ansatz |Plan |Ergebnis |Soll |Ist |HH |HHJ )?(?:19|20)\d\d$/iu

/** "Belastung 22", "Belastung 23": two digits are years where the same words stand over consecutive ones. */
function shortYears(heads: readonly string[]): (number | undefined)[] {
  const parts = heads.map((head) => /^(\p{L}[\p{L} .-]*?)\s?'?(\d\d)$/u.exec(head))
  return parts.map((part) => {
    if (!part) return undefined
    const mates = parts.filter((other) => other?.[1] === part[1]).map((other) => Number(other?.[2]))
    const year = Number(part[2])
    return mates.includes(year - 1) || mates.includes(year + 1) ? 2000 + year : undefined
  })
}
