/**
 * What a cell of a table of steps holds, told by its own words: a body, a day, a role, whether it is public, an item, a
 * meeting, a result, votes, a cross; also two of them in one cell (`öffentlich - Entscheidung`, `25.07.2031 Vorberatung`).
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Never guesses: a bare number or a cross says nothing without its column; words nobody knows are text.
 */
import type { Span } from '../../document.ts'
import { findDates } from '../date.ts'
import { isGremium, namedBody } from '../gremium.ts'
import { publicityOf } from '../publicity.ts'
import { isResult, startsResult } from '../result.ts'
import { isRole } from '../role.ts'
import { findVote } from '../vote.ts'
import { isShort } from './name.ts'
import { CLOCK, CROSS, MEETING, STATE, WEEKDAY } from './patterns.ts'
import { bareBody } from './step.ts'

export type Held =
  | 'datum'
  | 'kreuz'
  | 'leerkasten'
  | 'status'
  | 'rolle'
  | 'ergebnis'
  | 'stimmen'
  | 'top'
  | 'zahl'
  | 'sitzung'
  | 'zustand'
  | 'gremium'
  | 'text'

export interface Piece extends Span {
  readonly held: Held
  readonly text: string
}

const ITEM = /^(?:(?:TOP|Top)\.? ?(?:[ÖN] ?)?|[ÖN] ?)\d{1,3}(?:\.\d{1,3}){0,3}$|^\d{1,3}(?:\.\d{1,3}){1,3}$/u
const NUMBER = /^\d{1,3}$/
/** `Ö 14. Sitzung des Schulausschusses`: the letter of the part before the meeting's name. */
const PART_FIRST = /^(?:Ö|N|NÖ|ö|n|nö)\s+(?=\d{1,3}\.)/u
const NOTHING = /^(?:[-–—./_ ]*|entfällt|n\. ?n\.|noch offen|offen|wird noch bekannt gegeben)$/iu

/** What a cell holds; nothing for an empty one. */
export function piecesOf(cell: Span & { readonly text: string }): Piece[] {
  const words = cell.text.trim()
  if (!words || NOTHING.test(words)) return []
  const held = heldBy(words)
  if (held) return [{ held, text: words, start: cell.start, end: cell.end }]
  const part = PART_FIRST.exec(words)
  if (part && MEETING.test(words.slice(part[0].length))) {
    const [letter] = words.split(/\s/, 1)
    const end = cell.start + (letter?.length ?? 0)
    return [
      { held: 'status', text: letter ?? '', start: cell.start, end },
      ...piecesOf({ text: words.slice(part[0].length), start: cell.start + part[0].length, end: cell.end }),
    ]
  }
  const dates = findDates(words)
  const [day] = dates
  if (day && dates.length === 1) return aroundDay(cell, day)
  return twoIn(cell) ?? [{ held: 'text', text: words, start: cell.start, end: cell.end }]
}

/** What a whole cell is, if it is one thing. */
function heldBy(words: string): Held | undefined {
  if (/^(?:☐|\[ ?\])$/.test(words)) return 'leerkasten'
  if (CROSS.test(words) && words.length === 1) return 'kreuz'
  if (publicityOf(words)) return 'status'
  if (STATE.test(words) || /^(?:PA|NA)$/.test(words)) return 'zustand'
  if (isRole(words)) return 'rolle'
  if (ITEM.test(words)) return 'top'
  if (NUMBER.test(words)) return 'zahl'
  if (findDates(words).length) return undefined
  if (MEETING.test(words)) return 'sitzung'
  const vote = findVote(words)
  if (vote && vote.end - vote.start > words.length - 4) return 'stimmen'
  if (startsResult(words) || (isResult(words) && words.length < 80)) return 'ergebnis'
  const { name } = namedBody(bareBody(words))
  if (isGremium(name) || (isShort(name) && name.length < 40)) return 'gremium'
  return undefined
}

/** A day with a weekday before it, a time behind it, or with something else beside it. */
function aroundDay(cell: Span & { readonly text: string }, day: Span): Piece[] {
  const words = cell.text
  const before = words
    .slice(0, day.start)
    .replace(WEEKDAY, '')
    .replace(/(?:^|\s)(?:(?:Sitzung|Tagung|Termin)? ?(?:am|den|vom|der)?:?)?[\s(]*$/u, '')
  const behind = words.slice(day.end)
  const clock = CLOCK.exec(behind)?.[0].length ?? 0
  const rest = behind.slice(clock).replace(/^[\s,;()–-]+/, '')
  const piece: Piece = {
    held: 'datum',
    text: words.slice(day.start, day.end),
    start: cell.start + day.start,
    end: cell.start + day.end,
  }
  const at = cell.start + words.length - rest.length
  const first = before.trim()
    ? piecesOf({ text: before.trim(), start: cell.start, end: cell.start + before.length })
    : []
  const last =
    /\p{L}|\d/u.test(rest) && !WEEKDAY_ALONE.test(rest) ? piecesOf({ text: rest, start: at, end: cell.end }) : []
  return [...first, piece, ...last]
}

const WEEKDAY_ALONE = /^(?:Mo|Di|Mi|Do|Fr|Sa|So|\p{L}{3,9}tag|Mittwoch)\.?\)?$/u

/** Two things in one cell, each of them known by itself and neither a body. */
function twoIn(cell: Span & { readonly text: string }): Piece[] | undefined {
  const words = cell.text
  for (let at = words.search(/[\s,;/(–-]/); at > 0; ) {
    const { first, second } = splitAt(words, at)
    const [a, b] = [heldBy(first), heldBy(second)]
    if (a && b && a !== b && TWO.has(a) && TWO.has(b)) {
      const from = words.lastIndexOf(second)
      return [
        { held: a, text: first, start: cell.start, end: cell.start + first.length },
        { held: b, text: second, start: cell.start + from, end: cell.start + from + second.length },
      ]
    }
    const next = words.slice(at + 1).search(/[\s,;/(–-]/)
    at = next < 0 ? 0 : at + 1 + next
  }
  return undefined
}

const TWO: ReadonlySet<Held> = new Set(['status', 'rolle', 'ergebnis', 'top', 'stimmen', 'zustand'])

function splitAt(words: string, at: number): { first: string; second: string } {
  const first = words.slice(0, at).replace(/[\s,;/(–-]+$/, '')
  const second = words
    .slice(at)
    .replace(/^[\s,;/(–-]+/, '')
    .replace(/^([^()]*)\)$/, '$1')
  return { first, second }
}
