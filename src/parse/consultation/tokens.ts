/**
 * The words of a Beratungsfolge, each with its kind: bodies, dates, roles, results, crosses.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: a line or table cell; knows nothing of steps.
 */
import type { Span } from '../../document.ts'
import { type FoundDate, findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { cellsOf } from '../lines.ts'
import { startsResult } from '../result.ts'
import { roleAtStart } from '../role.ts'
import { findVote, type Vote } from '../vote.ts'
import { wholeCell } from './cell.ts'
import type { Column } from './columns.ts'
import { CLOCK, CROSS, IN_BRACKETS, LETTER, LINKS, MEETING, PUBLIC, PUBLIC_IN_BRACKETS, STATE, STATE_FIRST, TOP, WEEKDAY, WHOSE } from './patterns.ts'

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
  const tokens = readLines(text, lines, columns)
  const day = columns.indexOf('datum')
  if (day < 1 || columns[day - 1] !== 'top') return tokens
  return tokens.map((token, at) => {
    const next = tokens[at + 1]
    const item = token.kind === 'text' && NUMBER.test(token.text) && next?.kind === 'datum' && next.line === token.line
    return item ? { ...token, kind: 'top' } : token
  })
}

/** An item of the agenda alone. */
const NUMBER = /^\d{1,3}(?:\.\d{1,3}){0,3}$/

function readLines(text: string, lines: readonly Line[], columns: readonly (Column | null)[]): Token[] {
  let before: Token | undefined
  return lines.flatMap((line, number) => {
    const cells = cellsOf(text, line)
    if (cells.length === 1) {
      const found = closesBracket(before, line, number) ?? scan(line.text, line.start, number, line.gap, before)
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

/** Read a line from left to right; what is nothing else is text. */
function scan(words: string, offset: number, line: number, gap: boolean, previous?: Token): Token[] {
  const tokens: Token[] = []
  const dates = findDates(words)
  let from = 0
  let at = 0
  const push = (kind: Kind, start: number, end: number, more: Partial<Token> = {}): void => {
    const raw = words.slice(start, end)
    const within = end < words.length
    const text = kind === 'text' ? raw.replace(/^[\s:|,;–•·-]+|[\s:|;–]+$/g, '').replace(within ? /,$/ : /$^/, '') : raw.trim()
    if (!text || (kind === 'text' && !/[\p{L}\d]/u.test(text))) return
    const place = start + raw.indexOf(text)
    const before = words.slice(0, place)
    const blanks = before.length - before.trimEnd().length
    tokens.push({
      kind,
      text,
      start: offset + place,
      end: offset + place + text.length,
      line,
      gap: gap && place === 0,
      blanks,
      ...more,
    })
  }
  while (at < words.length) {
    const rest = words.slice(at)
    const found = tokenAt(rest, at, dates, tokens.at(-1) ?? previous, spoken(words.slice(from, at)), tokens.length > 0)
    if (found) {
      push('text', from, at)
      push(found.kind, at, at + found.length, found.more)
      at += found.length
      from = at
      continue
    }
    const next = /^\S+\s*/.exec(rest)
    at += next?.[0].length ?? 1
  }
  push('text', from, words.length)
  return tokens
}

/** Words in front of a place; a comma or dash alone is none. */
function spoken(before: string): string {
  const words = before.trim()
  return /^[,;|]$/.test(words) ? '' : words
}

interface Found {
  readonly kind: Kind
  readonly length: number
  readonly more?: Partial<Token>
}

function tokenAt(
  rest: string,
  at: number,
  dates: readonly FoundDate[],
  last: Token | undefined,
  before: string,
  sameLine: boolean,
): Found | undefined {
  if (/^\s/.test(rest)) return undefined
  const date = dates.find(({ start }) => start === at || isWeekday(rest, start - at))
  if (date && !/(?:^|\s)(?:vom|auf|bis|seit|zum)$/.test(before))
    return {
      kind: 'datum',
      length: date.end - at + (CLOCK.exec(rest.slice(date.end - at))?.[0].length ?? 0),
      more: { iso: date.iso, ...(date.until ? { until: date.until } : {}) },
    }
  if (STATE.test(rest)) return { kind: 'zustand', length: rest.length }
  const state = before ? null : STATE_FIRST.exec(rest)
  if (state) return { kind: 'zustand', length: state[0].length }
  if (
    !before &&
    (last?.kind === 'ergebnis' || last?.kind === 'sitzung') &&
    sameLine &&
    LINKS.test(` ${rest}`) &&
    rest.length < 12
  )
    return { kind: 'zustand', length: rest.length }
  const cross = CROSS.exec(rest)
  if (cross) return { kind: 'kreuz', length: cross[0].length }
  const enclosed = PUBLIC_IN_BRACKETS.exec(rest)
  if (enclosed) return { kind: 'status', length: enclosed[0].length }
  const publicity = PUBLIC.exec(rest) ?? (before ? null : LETTER.exec(rest))
  if (publicity && mayEnd(rest.slice(publicity[0].length)) && (publicity[0].length > 2 || !before)) {
    return { kind: 'status', length: publicity[0].length }
  }
  const vote = /^[\d(\p{Lu}]/u.test(rest) ? findVote(untilDate(rest, at, dates)) : undefined
  if (vote && (vote.start === 0 || /^\($/.test(rest.slice(0, vote.start)))) {
    const close = rest.startsWith('(') && rest[vote.end] === ')' ? 1 : 0
    return { kind: 'stimmen', length: vote.end + close, more: { vote: vote.vote } }
  }
  if (!before && (last?.kind === 'datum' || last?.kind === 'status')) {
    const top = TOP.exec(rest)
    if (top && !MEETING.test(rest)) return { kind: 'top', length: top[0].length }
  }
  if (!before || last?.kind === 'datum') {
    if (MEETING.test(rest))
      return { kind: 'sitzung', length: untilResult(untilDate(rest, at, dates).replace(LINKS, '')) }
  }
  const code = /^\p{Lu}\p{L}*\/\d{2,3}\/[IVX]+(?=\s|$)/u.exec(rest)
  if (code) return { kind: 'sitzung', length: code[0].length }
  if (/\([^)]*$/.test(before)) return undefined
  const bracketed = IN_BRACKETS.exec(rest)
  if (bracketed?.[1] && startsResult(bracketed[1])) {
    return { kind: 'ergebnis', length: bracketed[0].length, more: { text: bracketed[1] } }
  }
  const role = roleAtStart(rest)
  if (
    role &&
    !(last?.kind === 'ergebnis' && (!before || sameLine)) &&
    !/[^\s–-]\s*[-–]$/.test(before) &&
    !/^ zu[rm] /.test(rest.slice(role.length)) &&
    mayEnd(rest.slice(role.length))
  )
    return {
      kind: 'rolle',
      length: role.length + (at === 0 && WHOSE.test(rest.slice(role.length)) ? rest.length - role.length : 0),
    }
  if (startsResult(rest)) return { kind: 'ergebnis', length: resultLength(rest, at, dates) }
  return undefined
}

/** Does a text begin with nothing but the day of the week until a day begins? */
function isWeekday(rest: string, until: number): boolean {
  return until > 0 && until < 20 && WEEKDAY.exec(rest.slice(0, until))?.[0].length === until
}

/** Can a word of a closed list end here? What follows must not go on with the phrase. */
function mayEnd(rest: string): boolean {
  return /^(?:$|[),;:.]|\s*$|\s+(?:[\p{Lu}\d(–-]|zur|zum|beratend|beschließend|entscheidend|empfehlend|vorberatend|anhörend|einstimmig|mehrheitlich|ungeändert|geändert|abgesetzt|vertagt|zurück|(?:nicht[- ]?)?öffentlich|x(?:\s|$)))/u.test(
    rest,
  )
}

function untilDate(rest: string, at: number, dates: readonly FoundDate[]): string {
  const next = dates.find(({ start }) => start > at)
  return next ? rest.slice(0, next.start - at) : rest
}

/** The name of a meeting goes on until its result begins. */
function untilResult(words: string): number {
  for (const match of words.matchAll(/(?<=\s)\S+/gu)) {
    if (match.index > 8 && startsResult(words.slice(match.index))) return match.index
  }
  return words.length
}

/** A result goes on until the next body with its date, a count of votes, or the line's end. */
function resultLength(rest: string, at: number, dates: readonly FoundDate[]): number {
  const next = dates.find(({ start }) => start > at && !/(?:vom|auf|bis|am|zum|den) $/.test(rest.slice(0, start - at)))
  const words = next ? rest.slice(0, next.start - at) : rest
  const vote = findVote(words)
  let end = vote && vote.start > 3 ? vote.start : words.replace(LINKS, '').length
  while (end > 0 && /[\s(,;:–-]/.test(words[end - 1] ?? '') && !/\p{Ll}-$/u.test(words.slice(0, end))) end--
  if (!next) return end
  for (const match of words.matchAll(/(?<=\s)\p{Lu}\S*/gu))
    if (isGremium(words.slice(match.index))) return Math.min(end, match.index)
  return end
}
