/**
 * Tables of a plain text whose columns are parted by tabs.
 *
 * What can't be told for sure stays lines. Pure; knows no words.
 * Source: texts saved from Word and web pages.
 */

import { isBullet } from '../../bullets.ts'
import { headRowsIn } from './head-rows.ts'

export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  readonly headRows: number
  readonly certain: boolean
}

/** The cells of a line parted by tabs. */
export function tabCells(line: string): string[] {
  return line.split('\t').map((cell) => cell.replace(/ {2,}/g, ' ').trim())
}

/**
 * Read consecutive lines as a table with tabs between the cells.
 *
 * @returns
 *   The table, or `undefined` if the lines are not one: fewer than two rows, or check boxes with their labels.
 */
export function tabTable(lines: readonly string[]): TextTable | undefined {
  const rows = lines.map(tabCells)
  const width = Math.max(...rows.map((row) => row.length))
  if (rows.length < 2 || width < 2) return undefined
  if (rows.some((row) => /^[☐☒]$/u.test(row[0] ?? '')) || rows.every(isPoint)) return undefined
  const even = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const kept = even[0]?.map((_, c) => c).filter((c) => even.some((row) => row[c] !== '')) ?? []
  if (kept.length < 2) return undefined
  const trimmed = even.map((row) => kept.map((c) => row[c] ?? ''))
  return { rows: trimmed, headRows: headRowsIn(trimmed), certain: true }
}

/** A bullet, or `1.` before a sentence: a point of a list. */
function isPoint([marker = '', words = '', ...more]: readonly string[]): boolean {
  if (!more.every((cell) => !cell)) return false
  return isBullet(marker) || (/^(?:\d{1,2}|[a-z])[.)]$/.test(marker) && words.length > 40 && /[.;,]$/.test(words))
}
