/**
 * Column heads above rows whose cells single blanks part: the words of the lines above, one cell for each column.
 *
 * Never guesses: as many heads as columns, or none. Pure; knows the small words German phrases are joined by.
 */
import { endsBroken, joinedLines } from '../hyphen.ts'
import { joins, NUMBERED, SENTENCE } from './blank-rows.ts'
import { SMALL_WORDS } from './small-words.ts'

export interface Heads {
  readonly from: number
  readonly cells: readonly string[]
  /** Several heads stand in the first cell. */
  readonly merged?: boolean
}

/** How many heads would fit, the likeliest first. */
export interface Fit {
  readonly widths: readonly number[]
  /** True: the first of them for certain, as the rows themselves show all columns. */
  readonly sure: boolean
}

const HEAD = { lines: 9, length: 110, cell: 70 }
const SMALL = new RegExp(`^(?:${SMALL_WORDS}|p\\.|u\\.|bzw\\.|inkl\\.|zzgl\\.|vor|seit)$`, 'u')
const YEAR = /^(?:(?:bis|ab|vor)[ \u00a0])?\(?(?:19|20)\d\d(?:\/(?:\d\d|(?:19|20)\d\d))?\*{0,2}\)?$/u
const DAY = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/u
/** A line of years is one of heads by itself. */
const TIMES = /^(?:(?:19|20)\d\d(?:\/\d\d)?\*{0,2} ?){2,}$/u
const UNIT = /^(?:-? ?in )?(?:T|Tsd\. |Mio\. )?(?:€|EUR|Euro)-?$/u
const JOINS_BEFORE = /^(?:[(/&+%€–-]|[IVX]{1,3}\.?$|\d)/u
const ADJECTIVE =
  /^(?:(?!(?:bisher|später|unter|über|hinter|oder|ohne|weniger|immer|heute|pauschale?)$)\p{Ll}{2,}(?:e|er|es|en|em)|Ge\p{L}+te[rs]?|\p{L}+(?:lich|ig|isch|ell|onal|bar|sam|iert|zt)e[rs]?|(?:Neu|Alt|Offen|Frei|Erwartet|Verbleibend|Weiter)e[rs]?)$/u
/** A number with thousands or a unit is none of a head. */
const AMOUNT = /\d\.\d{3}|\d,\d|\d ?(?:€|EUR|Euro|%)|(?<!\d|\.)(?!(?:19|20)\d\d(?!\d))\d{3,}/u

/**
 * Heads in the lines above a row that an empty line, a sentence or a colon stands above; an empty line may part them from
 * it where they are many.
 */
export function headsOver(lines: readonly string[], row: number, fit: Fit): Heads | undefined {
  const widest = Math.max(...fit.widths)
  const at = !lines[row - 1]?.trim() && widest > 2 ? row - 1 : row
  for (let from = at - 1; from >= 0 && at - from <= HEAD.lines; from--) {
    const line = lines[from]?.trim() ?? ''
    const ended = /[.!?;:]$/.test(line.replace(/\d{2}\.\d{2}\.$|p\. ?a\.$/, ''))
    if (
      !line ||
      line.length > HEAD.length ||
      /[\t☐☒:]/u.test(line) ||
      ended ||
      AMOUNT.test(line.replace(/\b\d{1,2}\.\d{1,2}\.(?=\d{4})/g, ''))
    )
      return undefined
    const own = lines.slice(from, at)
    const words = joinedLines(own)
    // A title may hold a dash between its words.
    if (SENTENCE.test(words) || (widest < 4 && / [-–] \p{L}/u.test(words))) return undefined
    const above = lines[from - 1]?.trim() ?? ''
    const opens = !above || /[.:!?]$/.test(above) || above.length >= HEAD.length * 0.7 || NUMBERED.test(above)
    if (!opens || endsBroken(above)) continue
    return headsIn(own, words, from, fit)
  }
  return undefined
}

function headsIn(own: readonly string[], words: string, from: number, { widths, sure }: Fit): Heads | undefined {
  const ways = [cellsOf(words, true), cellsOf(words, false)]
  const parts = (before: string, line: string): boolean => !joins(before, line) && !TIMES.test(line)
  const wrapped = own.slice(1).filter((line, n) => parts(own[n]?.trim() ?? '', line.trim())).length
  for (const width of widths) {
    // A line's end may part two heads or break one: then one head less would fit, too.
    if (wrapped && (width < 3 || widths.includes(width - 1)) && !(sure && width > 2)) continue
    const cells = ways.find((found) => found.length === width && areHeads(found))
    if (cells) return { from, cells }
  }
  // What stands before the heads of the values names the words of the rows: of the only one, or of those that name years.
  const values = sure ? 0 : (widths[0] ?? 0) - 1
  const all = (values > 1 ? ways[1] : ways[0]) ?? []
  const [names, last] = [all.slice(0, -values), all.slice(-values)]
  const told = values > 1 ? ofYears(last) && !names.some((cell) => /\d/.test(cell)) : values === 1 && !wrapped
  if (!told || names.length < 2 || names.length > 4 || !areHeads(all)) return undefined
  return { from, cells: [names.join(' '), ...last], merged: true }
}

/** `Vorschlag (2031)`, `Erwartung (2031)`: words with a year each. */
function ofYears(cells: readonly string[]): boolean {
  return cells.every((cell) => /\p{L}{3}.* \(?(?:19|20)\d\d\)?$/u.test(cell))
}

function areHeads(cells: readonly string[]): boolean {
  const time = cells.findIndex((cell) => YEAR.test(cell))
  return (
    cells.every(isHead) &&
    (time < 0 || cells.slice(time).every((cell) => YEAR.test(cell) || /^(?:Gesamt|Summe|gesamt)$/.test(cell)))
  )
}

function isHead(cell: string): boolean {
  if (YEAR.test(cell) || DAY.test(cell)) return true
  const years = new Set(cell.match(/(?:19|20)\d\d/g))
  return (
    cell.length <= HEAD.cell &&
    (/^(?:%|[\p{Lu}€„(§#-].*(?:\p{L}|%|€|\)|\d|-))$/u.test(cell) || ADJECTIVE.test(cell.split(' ')[0] ?? '')) &&
    !/,$/.test(cell) &&
    /\p{L}{2}|%|€/u.test(cell) &&
    !SMALL.test(cell.split(' ').at(-1) ?? '') &&
    // `Summe (Euro) %`: two heads or one.
    !/(?<!in|Anteil|Angaben) %$/.test(cell) &&
    years.size < 2
  )
}

/** Words as heads; `years`: a year by itself is one. */
function cellsOf(words: string, years: boolean): string[] {
  const cells: string[][] = []
  let before = ''
  let open = 0
  const bound = words
    .replace(/^-in (?=\S{1,5}- )/, '-in\u00a0')
    .replace(/(?<!\S)(bis|ab|vor) (?=(?:19|20)\d\d(?!\S))/g, '$1\u00a0')
  for (const word of bound.split(' ')) {
    const inside = open > 0
    open += (word.match(/\(/g)?.length ?? 0) - (word.match(/\)/g)?.length ?? 0)
    const goesOn =
      inside ||
      SMALL.test(word) ||
      SMALL.test(before) ||
      before.endsWith('/') ||
      ADJECTIVE.test(before) ||
      /^(?:\d{1,2}|[–-])$/.test(before) ||
      UNIT.test(word) ||
      (!DAY.test(word) &&
        !(years && YEAR.test(word)) &&
        !(word === '%' && before.endsWith(')')) &&
        (JOINS_BEFORE.test(word) || (!ADJECTIVE.test(word) && /^\p{Ll}/u.test(word))))
    const last = cells.at(-1)
    if (goesOn && last) last.push(word)
    else cells.push([word])
    before = word
  }
  return cells.map((own) => joinedLines(own).replaceAll('\u00a0', ' '))
}

/** Nothing but the unit of the values below. */
export function isUnit(line: string): boolean {
  return UNIT.test(line.trim())
}
