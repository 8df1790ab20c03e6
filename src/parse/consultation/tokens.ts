/**
 * The words of a Beratungsfolge, each with its kind: bodies, dates, roles, results, crosses.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: a line or table cell; knows nothing of steps.
 */
import type { Span } from '../../document.ts'
import { cellsOf, type Line } from '../lines.ts'
import { isHalfResult } from '../result.ts'
import type { Vote } from '../vote.ts'
import { rolesJoined } from './broken-role.ts'
import { wholeCell } from './cell.ts'
import type { Column } from './columns.ts'
import { dashedCells } from './dashed.ts'
import { CROSS } from './patterns.ts'
import { scan } from './scan.ts'

export type Kind =
  | 'text'
  | 'datum'
  | 'top'
  | 'status'
  | 'kreuz'
  | 'rolle'
  | 'ergebnis'
  | 'stimmen'
  | 'sitzung'
  | 'zustand'

export interface Token extends Span {
  readonly kind: Kind
  readonly text: string
  readonly iso?: string
  /** The last day of a range. */
  readonly until?: string
  readonly vote?: Vote
  /** Running number of its line, from 0. */
  readonly line: number
  /** Does its line stand behind an empty line? */
  readonly gap: boolean
  /** Blanks between it and what stands before it on its line; 0 at a line's beginning. */
  readonly blanks: number
  /** It stands in one of several cells of a row. */
  readonly cell?: true
  /** The head of its column, in a table with heads. */
  readonly column?: Column | null
  /** It is the whole name of a body: it does not go on from the line before. */
  readonly whole?: boolean
  /** Only its place says that it is a body. */
  readonly unsure?: boolean
}

/** The tokens of lines, with the heads of their columns where the lines are rows of a table. */
export function tokensOf(text: string, lines: readonly Line[], columns: readonly (Column | null)[]): Token[] {
  const tokens = rolesJoined(readLines(text, lines, columns)).flatMap((token) => resultApart(token, columns))
  const day = columns.indexOf('datum')
  if (day < 1 || columns[day - 1] !== 'top') return tokens
  return tokens.map((token, at) => {
    const next = tokens[at + 1]
    const item = token.kind === 'text' && NUMBER.test(token.text) && next?.kind === 'datum' && next.line === token.line
    return item ? { ...token, kind: 'top' } : token
  })
}

/** `abgesetzt 2`, or `2` behind a day: behind the column of results that of roles holds codes. */
function resultApart(token: Token, columns: readonly (Column | null)[]): Token[] {
  if (token.kind === 'top' && /^\d$/.test(token.text) && columns.at(-1) === 'rolle' && !columns.includes('top'))
    return [{ ...token, kind: 'rolle' }]
  const code = columns.indexOf('rolle') > columns.indexOf('ergebnis') ? /\p{L} (?<code>\d)$/u.exec(token.text) : null
  if (token.kind !== 'ergebnis' || !code?.groups?.code) return [token]
  const text = token.text.slice(0, -2)
  return [
    { ...token, text, end: token.end - 2 },
    { ...token, kind: 'rolle', text: code.groups.code, start: token.end - 1, gap: false, blanks: 1 },
  ]
}

/** An item of the agenda alone. */
const NUMBER = /^\d{1,3}(?:\.\d{1,3}){0,3}$/

function readLines(text: string, lines: readonly Line[], columns: readonly (Column | null)[]): Token[] {
  let before: Token | undefined
  return lines.flatMap((line, number) => {
    const tabbed = cellsOf(text, line)
    const cells = (tabbed.length === 1 && dashedCells(line)) || tabbed
    if (cells.length === 1) {
      const found =
        halfResult(line, lines[number + 1], number) ??
        closesBracket(before, line, number) ??
        scan(line.text, line.start, number, line.gap, before)
      before = found.at(-1) ?? before
      return found
    }
    return cells.flatMap((cell, at): Token[] => {
      const column = columns.length === cells.length ? (columns[at] ?? null) : undefined
      const place = {
        line: number,
        gap: line.gap && at === 0,
        blanks: at ? 1 : 0,
        cell: true as const,
        ...(column === undefined ? {} : { column }),
      }
      if (!cell.text) return []
      if (column?.startsWith('kreuz:')) {
        if (!CROSS.test(cell.text)) return []
        return [{ kind: 'rolle', ...place, text: column.slice('kreuz:'.length), start: cell.start, end: cell.end }]
      }
      const whole = wholeCell(cell.text, column)
      if (whole) return [{ ...whole, ...place, text: cell.text, start: cell.start, end: cell.end }]
      return scan(cell.text, cell.start, number, line.gap && at === 0).map((token) => ({
        ...token,
        cell: true as const,
        ...(column === undefined ? {} : { column }),
      }))
    })
  })
}

/** `vom Einreicher` above `zurückgezogen`. */
function halfResult(line: Line, next: Line | undefined, number: number): Token[] | undefined {
  if (!next || next.gap || !isHalfResult(line.text, next.text)) return undefined
  const { text, start, end, gap } = line
  return [{ kind: 'ergebnis', text, start, end, line: number, gap, blanks: 0 }]
}

/** A bracket left open on the line before closes here: what stands in it belongs to the body, whatever it says. */
function closesBracket(before: Token | undefined, line: Line, number: number): Token[] | undefined {
  const close = line.text.indexOf(')')
  if (
    before?.kind !== 'text' ||
    before.line !== number - 1 ||
    !/\([^()]*$/.test(before.text) ||
    close < 0 ||
    close > 60
  )
    return undefined
  const end = line.start + close + 1
  const held: Token = {
    kind: 'text',
    text: line.text.slice(0, close + 1),
    start: line.start,
    end,
    line: number,
    gap: false,
    blanks: 0,
  }
  const rest = line.text.slice(close + 1)
  const shift = rest.length - rest.trimStart().length
  return rest.trim() ? [held, ...scan(rest.trim(), end + shift, number, false, held)] : [held]
}
