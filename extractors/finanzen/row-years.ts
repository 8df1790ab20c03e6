/**
 * The year of an amount in a line of amounts: that of the line of years above it, cell by cell; of its own line; of a line
 * "Jahr 2031" above it.
 *
 * Units: offsets in UTF-16 code units into the block's text.
 */
import type { Span } from '../../src/document.ts'
import type { Amount } from '../../src/parse/money.ts'
import { yearOf } from '../../src/parse/year.ts'
import { linesOf, type Placed } from './blocks.ts'

/** In a torn table: a line of years above a line with as many amounts. */
export function columnYear(
  text: string,
  amounts: readonly Amount[],
  amount: Amount,
  above: Placed | undefined,
): number | null {
  const line = lineOf(text, amount)
  const row = amounts.filter((other) => other.start >= line.start && other.start <= line.end)
  if (row.length < 2) {
    const words = text.slice(line.start, line.end)
    const own = yearOf(words, { start: amount.start - line.start, end: amount.end - line.start }, [])
    return own ?? headYear(text.slice(0, line.start), above)
  }
  const before = `${above && !/[.!?]\s*$/.test(above.text) ? `${above.text}\n` : ''}${text.slice(0, line.start)}`
  const heads = before
    .split('\n')
    .map((words) => [...words.matchAll(/(?<![\d.,/])(?:19|20)\d\d(?![\d./,-])/g)].map(([year]) => Number(year)))
  const head = heads.findLast((years) => years.length >= 2)
  const cells = head ? rowCells(text, row, line) : []
  if (head) return head.length === cells.length ? (head[cells.indexOf(amount)] ?? null) : null
  const own = /^\s*((?:19|20)\d\d)\s+(?=\d)/u.exec(text.slice(line.start, amount.end))
  return own ? Number(own[1]) : null
}

/** The amounts of a line with the dashes that stand for empty cells between and behind them. */
function rowCells(text: string, row: readonly Amount[], line: Span): (Amount | undefined)[] {
  const cells: (Amount | undefined)[] = []
  let from = line.start
  for (const amount of [...row, undefined]) {
    const between = text.slice(from, Math.max(from, amount?.start ?? line.end))
    for (const _ of between.matchAll(/(?<!\S)[-–—](?=\s|$)/g)) cells.push(undefined)
    if (amount) cells.push(amount)
    from = amount?.end ?? from
  }
  return cells
}

/** A line "Jahr 2018 …" above holds for the lines below it. */
function headYear(before: string, above: Placed | undefined): number | null {
  const lines = `${above && above.text.length < 80 ? above.text : ''}\n${before}`.split('\n')
  const head = lines
    .map((line) => /^(?:Haushaltsjahr|Jahr) ((?:19|20)\d\d)(?![\d/–-])/u.exec(line)?.[1])
    .findLast(Boolean)
  return head ? Number(head) : null
}

/** The line an amount stands on. */
export function lineOf(text: string, amount: Amount): Span {
  return linesOf(text).findLast((line) => line.start <= amount.start) ?? { start: 0, end: text.length }
}
