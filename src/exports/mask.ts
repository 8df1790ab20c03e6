/**
 * Take words out of a paper without moving what stands around them: every character becomes `█`, so that all offsets
 * and quotes still hold. Pure.
 */
import { personalRanges, type Range, spellings } from './personal.ts'

export interface Mask {
  /** The text of the paper without them. */
  readonly text: string
  /** Does a stretch of the text touch something that was taken out? */
  touches(start: number, end: number): boolean
  /** Any other words of the same paper without them; `near`: words that stood right there, so that short ones go, too. */
  words(value: string, near?: boolean): string
  /** A path or address of the paper without them: there even a family name alone names a clerk. */
  path(value: string): string
}

/** What is taken out of a paper: its clerks, and the stretches in `closed`. */
export function maskOf(text: string, numbers: readonly string[], closed: readonly Range[]): Mask {
  const personal = personalRanges(text, numbers)
  const ranges = [...personal, ...closed]
  const printed = personal.map(({ start, end }) => text.slice(start, end))
  const strong = longestFirst([
    ...printed.flatMap(spellings),
    ...closed.map(({ start, end }) => text.slice(start, end)).filter(isLong),
  ])
  const all = longestFirst([...printed, ...strong])
  const names = personal.flatMap(({ start, end }) => text.slice(start, end).match(/\p{L}{4,}/gu) ?? [])
  const masked = ranges.reduce(
    (now, { start, end }) => now.slice(0, start) + blank(now.slice(start, end)) + now.slice(end),
    text,
  )
  const words = (value: string, near = false): string =>
    (near ? all : strong).reduce(
      (now, one) => now.replaceAll(one, blank(one)),
      personalRanges(value, numbers).reduce(
        (now, { start, end }) => now.slice(0, start) + blank(now.slice(start, end)) + now.slice(end),
        value,
      ),
    )
  return {
    text: masked,
    touches: (start, end) => ranges.some((one) => one.start < end && start < one.end),
    words,
    path: (value) =>
      longestFirst(names).reduce((now, name) => now.replace(new RegExp(name, 'giu'), blank), words(value)),
  }
}

/** White space stays: lines and cells keep their shape. */
function blank(words: string): string {
  return words.replace(/[^\s]/g, '█')
}

function isLong(words: string): boolean {
  return words.length >= 12
}

function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}
