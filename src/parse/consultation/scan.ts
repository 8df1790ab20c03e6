/**
 * Read the words of a line or cell from left to right: what is a day, a role, a publicity, an item, a result; what is
 * nothing else is text.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 */
import { type FoundDate, findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { publicityOf } from '../publicity.ts'
import { startsResult } from '../result.ts'
import { isRole, roleAtStart } from '../role.ts'
import { findVote } from '../vote.ts'
import {
  CLOCK,
  CROSS,
  IN_BRACKETS,
  LETTER,
  LINKS,
  MEETING,
  PUBLIC,
  PUBLIC_IN_BRACKETS,
  STATE,
  STATE_FIRST,
  TOP,
  WEEKDAY,
  WHOSE,
} from './patterns.ts'
import type { Kind, Token } from './tokens.ts'

/** Read a line from left to right; what is nothing else is text. */
export function scan(words: string, offset: number, line: number, gap: boolean, previous?: Token): Token[] {
  const tokens: Token[] = []
  const dates = findDates(words)
  let from = 0
  let at = 0
  const push = (kind: Kind, start: number, end: number, more: Partial<Token> = {}): void => {
    const raw = words.slice(start, end)
    const within = /^[^,]{6,30}, /.test(words.slice(end))
    const text =
      kind === 'text' ? raw.replace(/^[\s:|,;–•·-]+|[\s:|;–]+$/g, '').replace(within ? /,$/ : /$^/, '') : raw.trim()
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
  if (
    publicity &&
    mayEnd(rest.slice(publicity[0].length)) &&
    (publicity[0].length > 2 || !before || endsRow(rest, before))
  ) {
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
  const numbered = before && isGremium(before) ? NUMBERED.exec(rest) : null
  if (numbered) return { kind: 'sitzung', length: numbered[0].length }
  const code = /^\p{Lu}\p{L}*\/\d{2,3}\/[IVX]+(?=\s|$)/u.exec(rest)
  if (code) return { kind: 'sitzung', length: code[0].length }
  if (/\([^)]*$/.test(before)) return undefined
  const bracketed = IN_BRACKETS.exec(rest)
  if (bracketed?.[1] && startsResult(bracketed[1])) {
    return { kind: 'ergebnis', length: bracketed[0].length, more: { text: bracketed[1] } }
  }
  if (!before && last && sameLine && bracketed?.[1] && saysOfStep(bracketed[1])) return { kind: 'zustand', length: 1 }
  const role = roleAtStart(rest)
  if (role && !before && WHERE.test(rest.slice(role.length))) return { kind: 'rolle', length: role.length }
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

/** `Bauausschuss 14. Sitzung zur Vorberatung`: the running number of the meeting behind its body. */
const NUMBERED = /^\d{1,3}\. (?:\p{L}+ )?(?:Sitzung|Tagung)(?=$|[ ,;)])(?! (?:de[rs]|am) )/u

/** `Anhörung im Ortsbeirat`, `Beratung in der Ratsversammlung`, `Anhörung am 05.05.2031`: body or day behind the role. */
const WHERE = /^ (?:(?:im|in (?:der|dem)|durch (?:den|die|das)) \p{Lu}|am \d)/u

/** `(Vorberatung)`, `(öffentlich, Entscheidung)` behind a day: its words are read as those outside of brackets. */
function saysOfStep(words: string): boolean {
  return words.split(/[,;/] ?| [-–] /).every((part) => isRole(part) || publicityOf(part) !== undefined)
}

/** Does a text begin with nothing but the day of the week until a day begins? */
function isWeekday(rest: string, until: number): boolean {
  return until > 0 && until < 20 && WEEKDAY.exec(rest.slice(0, until))?.[0].length === until
}

/** `Samtgemeinderat Ö`: a letter that ends a row behind a body alone. */
function endsRow(rest: string, before: string): boolean {
  return /^(?:Ö|NÖ)$/.test(rest) && isGremium(before)
}

/** Can a word of a closed list end here? What follows must not go on with the phrase. */
function mayEnd(rest: string): boolean {
  return /^(?:$|[),;:.]|\s*$|\s+(?:[\p{Lu}\d(–-]|zur|zum|beratend|beschließend|entscheidend|empfehlend|vorberatend|anhörend|einstimmig|mehrheitlich|ungeändert|geändert|abgesetzt|vertagt|zurück|(?:nicht[- ]?)?öffentlich|n?ö(?:\s|$)|x(?:\s|$)))/u.test(
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
