/**
 * Tables under one line of four heads, whose rows are a label, an amount, words, and keys with numbers
 * (`Ergebnishaushalt 5.000 € Miete der` / `Halle` / `Kostenstelle: 4711.10` / `Sachkonto: 520`): what text extraction has
 * closed up is told apart by the amount before and the first key behind the words.
 *
 * Never guesses: where a row is otherwise, the lines stay lines. Knows no words.
 * Source: papers saved as text from PDF that say to which accounts an amount is booked.
 */
import { joinedLines } from '../hyphen.ts'
import type { FoundTable } from './apart.ts'
import { cellsByWord, HEAD_CELL } from './torn-heads.ts'

const AMOUNT = String.raw`[-–]?\d{1,3}(?:\.\d{3})*(?:,(?:\d{2}|-{1,2}))?\s?(?:€|EUR|Euro)`
const ROW = new RegExp(String.raw`^(\p{Lu}[^\d€]{2,60}?)\s+(${AMOUNT})(?:\s+(\S.*))?$`, 'u')
/** A key with its number; without a colon the number must be a long one. */
const KEY = /(?<!\S)\p{Lu}[\p{L}-]{1,30}(?::\s*(?=\d)|\s+(?=\d[\d.]{5,}))/u
const KEYS = /^(?:\p{Lu}[\p{L}-]{1,30}:?\s+\d[\d./]*[,;]?(?:\s+|$))+$/u
const CELLS = 4
const HEAD = 90
const ROW_LINES = 9

/** The first such table among lines. */
export function keyedTable(lines: readonly string[]): FoundTable | undefined {
  for (const [at, line] of lines.entries()) {
    const head = headIn(line)
    if (!head || !ROW.test(lines[at + 1]?.trim() ?? '')) continue
    const found = rowsBelow(lines, at + 1)
    if (found) return { from: at, to: found.to, head, rows: found.rows }
  }
  return undefined
}

function headIn(line: string): string[] | undefined {
  const words = line.trim()
  if (!words || words.length > HEAD || words.includes('\t') || /[.!?:;,]$/.test(words)) return undefined
  const cells = cellsByWord([words])
  return cells.length === CELLS && cells.slice(1).every((cell) => HEAD_CELL.test(cell)) ? cells : undefined
}

/** Rows up to an empty line or the next heads; undefined if one of them is not one. */
function rowsBelow(lines: readonly string[], from: number): { rows: string[][]; to: number } | undefined {
  const rows: string[][] = []
  let to = from
  while (ROW.test(lines[to]?.trim() ?? '')) {
    let end = to + 1
    while (
      lines[end]?.trim() &&
      end - to < ROW_LINES &&
      !ROW.test(lines[end]?.trim() ?? '') &&
      !headIn(lines[end] ?? '')
    )
      end++
    const row = rowOf(lines.slice(to, end))
    if (!row) return undefined
    rows.push(row)
    to = end
  }
  return { rows, to }
}

function rowOf(lines: readonly string[]): string[] | undefined {
  const [first = '', ...rest] = lines.map((line) => line.trim())
  const [, label = '', amount = '', opening = ''] = ROW.exec(first) ?? []
  const words = joinedLines([opening, ...rest].filter(Boolean))
  const key = KEY.exec(words)
  if (!key) return undefined
  const [text, keys] = [words.slice(0, key.index).trim(), words.slice(key.index)]
  return /\p{L}{3}/u.test(text) && KEYS.test(keys) ? [label.trim(), amount, text, keys] : undefined
}
