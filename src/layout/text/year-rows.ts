/**
 * Tables turned on their side: each row is a year and its values on one line, below heads whose gaps are lost
 * (`Jahr Ansatz in EUR Ergebnis in EUR`, then `2031 95.000 101.220`).
 *
 * Never guesses: without as many heads as columns the lines stay lines; a row with fewer values is placed or ends them.
 * Pure; knows no words but those that German phrases are joined by.
 * Source: papers saved as text from PDF in the order of their contents (`pdftotext -raw`).
 */
import { MARKED_YEAR } from '../../years.ts'
import { joinedLines } from '../hyphen.ts'
import type { FoundTable } from './apart.ts'
import { placedRows } from './short-rows.ts'
import { cellsByWord } from './torn-heads.ts'
import { tornLine } from './torn-rows.ts'
import { wrappedHeads } from './wrapped-heads.ts'

/** Rows that make a table; of many columns, which as many heads hardly fit by chance, fewer. */
const ROWS = { usual: 3, wide: 2 }
const WIDE = 5
const HEAD = { lines: 6, length: 110 }
const YEAR = new RegExp(String.raw`^\s*(${MARKED_YEAR}(?: \([^()\d]{1,20}\))?) (?=[-–−+\d])`, 'u')
/** Words that go on with the head before them. */
const JOINS = /^(?:in|je|pro|ab|bis|am|zum|lt\.|laut|[(/\d&+-].*)$/u

/** The head of a column of years needs no end of a sentence above it. */
const NAMES_YEARS = /^(?:\p{Lu}\p{Ll}+)?[Jj]ahr$|^Stichtag$|^Stand$/u

/** Small words of a sentence: no heads. */
const SENTENCE =
  /(?<!\p{L})(?:[DdEe](?:ie|er|as|en|em|s)|Im|ist|sind|war(?:en)?|wird|werden|wurden?|hat|haben|sich)(?!\p{L})/u

/** The first such table among lines. */
export function yearRows(lines: readonly string[]): FoundTable | undefined {
  for (let at = 1; at < lines.length; at++) {
    if (!YEAR.test(lines[at] ?? '')) continue
    const printed = rowsFrom(lines, at)
    const width = Math.max(...printed.map((row) => row.length))
    const least = width < WIDE ? ROWS.usual : ROWS.wide
    const rows = printed.length >= least && width > 2 ? placedRows(printed, width) : undefined
    const head = rows && headAbove(lines, at, width)
    if (rows && head) return { ...head, to: at + rows.length, rows }
    at += Math.max(0, printed.length - 1)
  }
  return undefined
}

/** Lines of a later year than the one above, and values. */
function rowsFrom(lines: readonly string[], from: number): string[][] {
  const rows: string[][] = []
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const year = YEAR.exec(line)?.[1]
    const { label, values } = tornLine(year ? `x ${line.trim().slice(year.length)}` : '')
    if (!year || label !== 'x' || !values.length || year <= (rows.at(-1)?.[0] ?? '')) break
    rows.push([year, ...values])
  }
  return rows
}

/** As many heads as columns in the lines above, which a sentence, a heading or an empty line stands before. */
function headAbove(lines: readonly string[], at: number, width: number): Pick<FoundTable, 'from' | 'head'> | undefined {
  for (let from = at - 1; from >= 0 && from >= at - HEAD.lines; from--) {
    const line = lines[from]?.trim() ?? ''
    if (!line || line.length > HEAD.length || /[.!?:;]$/.test(line.replace(/\d{2}\.\d{2}\.$/, ''))) return undefined
    const own = lines.slice(from, at)
    const words = joinedLines(own)
    if (SENTENCE.test(words)) return undefined
    // What goes on with a word of the line above is no first head.
    if (!/^[\p{Lu}(]/u.test(line)) continue
    const ways =
      own.length > 2
        ? [wrappedHeads(own, width)]
        : [cellsByWord([words]), oneByOne(words), withCounts(oneByOne(words)), wrappedHeads(own, width)]
    const head = ways.find((cells) => cells?.length === width)
    const above = lines[from - 1]?.trim() ?? ''
    const opens = !above || above.length > HEAD.length || /[.!?:;]$/.test(above) || NAMES_YEARS.test(head?.[0] ?? '')
    if (!opens) continue
    if (head?.every((cell) => cell.length < 40 && /\p{L}/u.test(cell) && !/^(?:davon|darunter)$/.test(cell)))
      return { from, head }
  }
  return undefined
}

/** What is counted goes on with what it counts. */
const COUNT = /^(?:Summe|Anzahl|Zahl|Anteil)$/u

/** Heads in which a word for a count and the noun behind it are one. */
function withCounts(cells: readonly string[]): string[] {
  return cells.reduce<string[]>((out, cell) => {
    const last = out.at(-1) ?? ''
    if (COUNT.test(last) && /^\p{Lu}/u.test(cell)) out[out.length - 1] = `${last} ${cell}`
    else out.push(cell)
    return out
  }, [])
}

/** Every word a head, but for those that go on with the one before. */
function oneByOne(words: string): string[] {
  return words.split(/\s+/).reduce<string[]>((cells, word) => {
    const last = cells.at(-1)
    if (last !== undefined && (JOINS.test(word) || /(?:^|\s)(?:in|je|pro|ab|bis|am|zum)$/.test(last)))
      cells[cells.length - 1] = `${last} ${word}`
    else cells.push(word)
    return cells
  }, [])
}
