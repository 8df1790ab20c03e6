/**
 * The year a quantity of staff is tied to by the words of its own clause or cell ("seit 01.01.2024", "ab 2016").
 *
 * Never guesses: a double budget (2022/23), a span of years, or the date of a resolution sets none.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

const NO_YEAR = latin(
  oneLine`
    (?<![\d./])(?:\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ ))?(?:19|20)\d\d bis (?:zum |Ende )?(?:\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ ))?(?:19|20)\d\d|
    (?<!\p{L})(?:
      bis(?: einschließlich| mindestens| längstens| spätestens)?(?: zum| Ende| Mitte| Anfang)?|über den
    ) \d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ )(?:19|20)\d\d|
    (?<!\p{L})bis(?: Ende| Mitte| Anfang)? (?:19|20)\d\d(?!\p{L})|
    (?<!\p{L})bis zum Jahr (?:19|20)\d\d (?=auf )|
    (?<!un)befrist\p{L}* (?:\p{Ll}+ ){0,2}bis (?:einschließlich |mindestens |längstens |spätestens )?(?:zum |Ende |Mitte |Anfang )?(?:Jahresende |Jahr |Schuljahr |\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ )|\p{Lu}\p{Ll}+ )?(?:19|20)\d\d|
    (?<!\p{L})(?:
      im Vergleich (?:zu[mr]?|mit(?: de[mr])?)|gegenüber(?: de[mrn])?|verglichen mit(?: de[mr])?|
      statt(?: im)?
    ) (?:\p{L}+ ){0,3}(?:19|20)\d\d|
    zum \d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ )(?:19|20)\d\d (?:aus(?!\p{L})|auslauf|ausgelaufen|endet|befristet)|
    (?:19|20)\d\d ?(?:/|/ ?20)\d{2,4}|\b[A-ZÄÖÜ]{1,5}[/-]\d{2,4}/\d[\d/-]*|(?:19|20)\d\d/[A-ZÄÖÜ]{1,4}/\d+|(?:19|20)\d\d/\d(?!\d)|
    \d{3,}/(?:19|20)\d\d(?:-(?:19|20)\d\d)?|(?:19|20)\d\d/\d{3,}|
    (?:vom|(?<!(?:waren|war|sind|ist) )am|v\.) \d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ )(?:19|20)\d\d(?! waren \d)|
    (?<!\p{L})vom (?:
      Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
    ) (?:19|20)\d\d|
    beschluss\p{L}* (?:zu[mr]?|für) (?:den |dem )?\p{L}*haushalt\p{L}* (?:19|20)\d\d|
    (?:
      (?:haushalts)?begleitbeschluss\p{L}*|vorlage|beschluss\p{L}*|satzung|
      \p{L}*(?:bericht|prüfung|gutachten|untersuchung|umfrage)|gesetz|strategie|konzept|quartier|
      kw(?:-Vermerk)?(?: zum)?
    ) (?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d
  `,
  'giu',
)
const YEAR =
  /(?<![\d.,/])(?:\d{1,2}\. ?\d{1,2}\. ?)?(20\d\d|19[5-9]\d)(?![\d%]| ?(?:€|EUR|Euro|Stück|Personen)|[.,]\d{3})|(?<!\d)\d{1,2}\.\d{1,2}\.(20\d\d)(?=\d)|(?<!\d)\d{1,2}\.\d{1,2}\.(\d\d)(?!\d)/gu

/** All years printed in a stretch of words that can be tied to a quantity, with their offsets. */
export function yearsIn(words: string): { jahr: number; at: number }[] {
  if (!/\d\d/.test(words)) return []
  const clean = words.replace(NO_YEAR, (match) => ' '.repeat(match.length))
  return [...clean.matchAll(YEAR)].map((match) => ({
    jahr: Number(match[1] ?? match[2] ?? `20${match[3]}`),
    at: match.index,
  }))
}

/** "(Stand 01.02.2031)" or ", zum 01.07.2031" at the end of a sentence dates all its quantities. */
export function yearOfStand(sentence: string): number | null {
  const found =
    /\((?:Stand|Stichtag):? (?:\p{L}+ )?(?:\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ ))?((?:19|20)\d\d)\)[.;]?\s*$/u.exec(
      sentence,
    )
  const since =
    /, (?:jeweils |alle |beide )?(?:zum|ab|ab dem|mit Wirkung (?:zum|vom|ab)) (?:\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ ))?((?:19|20)\d\d)[.;]?\s*$/u.exec(
      sentence,
    )
  const year = found?.[1] ?? since?.[1]
  return year ? Number(year) : null
}

/** The one year of a stretch of words, or null if there is none or more than one. */
export function soleYear(words: string): number | null {
  const years = new Set(yearsIn(words).map(({ jahr }) => jahr))
  const [first] = years
  return years.size === 1 && first !== undefined ? first : null
}

/**
 * The year of a quantity at `at` to `end` in `words`: the only one, the one directly behind it, or the last one since
 * the quantity before it (`from`).
 */
export function yearFor(words: string, at: number, from = 0, end = at): number | null {
  const sole = soleYear(words)
  if (sole !== null) return sole
  const years = yearsIn(words)
  const behind = /^ ?\(?(?:für|ab|in|im|zum|seit)(?: dem| das)?(?: Jahre?)? ?/u.exec(words.slice(end))
  const next = behind && years.find((year) => year.at >= end && year.at <= end + behind[0].length)
  if (next) return next.jahr
  const since = years.filter((year) => year.at >= from && year.at < at)
  return new Set(since.map(({ jahr }) => jahr)).size === 1 ? (since[0]?.jahr ?? null) : null
}
