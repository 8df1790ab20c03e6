/**
 * Tables of a plain text whose cells stand between upright strokes, with or without rules of dashes: as Markdown writes
 * them, as programs print them, as text is typed.
 *
 * What can't be told for sure stays lines. Pure; knows no words.
 */

import type { FoundTable } from './apart.ts'
import { headRowsIn } from './head-rows.ts'
import { wrappedTogether } from './wrapped-rows.ts'

/** `|---|---:|`, `+-----+-----+`. */
const RULE = /^[|+](?:\s*:?[-=]{2,}:?\s*[|+]?)+$/u
/** Rows of a table; columns of one without strokes at its sides, which running text may have too. */
const ROWS = 2
const OPEN_COLUMNS = 3

/** The first table between strokes among lines. */
export function pipeTable(lines: readonly string[]): FoundTable | undefined {
  for (let from = 0; from < lines.length; from++) {
    const to = endOf(lines, from)
    if (to - from < ROWS) continue
    const table = tableOf(lines.slice(from, to))
    if (table) return { from, to, ...table }
    from = to - 1
  }
  return undefined
}

function endOf(lines: readonly string[], from: number): number {
  let to = from
  while (lines[to]?.includes('|') || (to > from && RULE.test(lines[to]?.trim() ?? '')) || opens(lines, to)) to++
  return to
}

/** A rule over the first row. */
function opens(lines: readonly string[], at: number): boolean {
  return RULE.test(lines[at]?.trim() ?? '') && (lines[at + 1]?.includes('|') ?? false)
}

function tableOf(lines: readonly string[]): Pick<FoundTable, 'head' | 'rows' | 'certain'> | undefined {
  const printed = lines.map((line) => line.trim())
  const rows = printed.filter((line) => !RULE.test(line)).map(cellsOf)
  const width = rows[0]?.length ?? 0
  const closed = printed.every((line) => /^[|+].*[|+]$/u.test(line))
  if (rows.length < ROWS || width < (closed ? 2 : OPEN_COLUMNS) || rows.some((row) => row.length !== width))
    return undefined
  const rule = printed.findIndex((line, n) => n > 0 && RULE.test(line))
  const marked = printed.slice(0, Math.max(0, rule)).filter((line) => !RULE.test(line)).length
  const body = wrappedTogether(rows)
  const heads =
    marked && marked < rows.length ? wrappedTogether(rows.slice(0, marked)) : body.slice(0, headRowsIn(body))
  const head = heads[0]?.map((_, c) =>
    heads
      .map((row) => row[c] ?? '')
      .filter(Boolean)
      .join(' '),
  )
  return {
    head,
    rows: marked && marked < rows.length ? wrappedTogether(rows.slice(marked)) : body.slice(heads.length),
    certain: closed,
  }
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^\||\|$/gu, '')
    .split('|')
    .map((cell) => cell.replace(/\s+/g, ' ').trim())
}
