/**
 * Take words out of a paper without moving what stands around them: every character becomes `█`, so that all offsets
 * and quotes still hold. Pure.
 */
import { familyOf, personalRanges, type Range, spellings } from './personal.ts'

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

/** What is taken out of a paper: its clerks, who may have been looked for already, and the stretches in `closed`. */
export function maskOf(
  text: string,
  numbers: readonly string[],
  closed: readonly Range[],
  personal: readonly Range[] = personalRanges(text, numbers),
): Mask {
  const ranges = [...personal, ...closed]
  const printed = personal.map(({ start, end }) => text.slice(start, end))
  const strong = longestFirst([
    ...printed.flatMap(spellings),
    ...closed.map(({ start, end }) => text.slice(start, end)).filter(isLong),
  ])
  const all = longestFirst([...printed, ...printed.flatMap(partsOf), ...strong])
  const names = longestFirst(printed.flatMap(namesIn))
  const words = (value: string, near = false): string => {
    const known = near ? all : strong
    const bare = known.some((one) => value.includes(one))
      ? known.reduce((now, one) => now.replaceAll(one, blank(one)), value)
      : value
    return isClean(bare) ? bare : without(bare, personalRanges(bare, numbers))
  }
  return {
    text: without(text, ranges),
    touches: (start, end) => ranges.some((one) => one.start < end && start < one.end),
    words,
    path: (value) => names.reduce((now, name) => now.replace(inPath(name), blank), withoutAddresses(value)),
  }
}

/** Short values in which nothing is to be found; most stand in very many papers. */
const clean = new Set<string>()

function isClean(value: string): boolean {
  if (value.length > 80) return false
  if (clean.has(value)) return true
  if (personalRanges(value).length > 0) return false
  if (clean.size > 50_000) clean.clear()
  clean.add(value)
  return true
}

function without(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text
  let out = ''
  let at = 0
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue
    out += text.slice(at, Math.max(at, start)) + blank(text.slice(Math.max(at, start), end))
    at = end
  }
  return out + text.slice(at)
}

/** White space stays: lines and cells keep their shape. */
function blank(words: string): string {
  return words.replace(/[^\s]/g, '█')
}

function isLong(words: string): boolean {
  return words.length >= 12
}

/** First and family name alone, as they stand in cells of their own. */
function partsOf(words: string): string[] {
  return /[\d@]/.test(words)
    ? []
    : (words.match(/\p{Lu}[\p{L}'’-]{2,}/gu) ?? []).filter((word) => !/^(?:Herrn?|Frau)$/.test(word))
}

/** What names a clerk in a path: words of names, and those of an address made of a name. */
function namesIn(words: string): string[] {
  const local = /^(\p{L}+)[._-](\p{L}{4,})@/u.exec(words)?.[2]
  if (local) return [local]
  const family = familyOf(words)
  return family ? (words.match(/\p{L}{4,}/gu) ?? []).filter((word) => !/^(?:Herrn?|Frau)$/.test(word)) : []
}

/** Paths write umlauts in many ways. */
function inPath(name: string): RegExp {
  const spelled = name
    .toLowerCase()
    .replace(/ä|ae/g, '(?:ä|ae|a|a\u0308)')
    .replace(/ö|oe/g, '(?:ö|oe|o|o\u0308)')
    .replace(/ü|ue/g, '(?:ü|ue|u|u\u0308)')
    .replace(/ß|ss/g, '(?:ß|ss)')
  return new RegExp(`(?<!\\p{L})${spelled}(?!\\p{L})`, 'giu')
}

function withoutAddresses(value: string): string {
  return value.replace(/[\p{L}\d._%+-]+@[\p{L}\d-]+\.[\p{L}\d.-]+/gu, blank)
}

function longestFirst(words: readonly string[]): string[] {
  return [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
}
