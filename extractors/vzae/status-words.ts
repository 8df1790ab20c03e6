/**
 * Which words of a sentence speak of one quantity of staff: its clause, what stands behind it, what stands outside the
 * brackets.
 */
import type { Span } from '../../src/document.ts'
import { hasVerb } from '../../src/parse/staffing-phrase.ts'
import type { StaffStatus } from '../../src/parse/staffing-status.ts'

export interface StatusPlace {
  readonly view: string
  readonly mention: Span
  readonly sentence: Span
  readonly clause: Span
  /** The other quantities of the sentence. */
  readonly neighbours: readonly Span[]
  /** End of the quantity before, start of the next, within the sentence. */
  readonly from: number
  readonly to: number
  readonly cell: boolean
  /** True for the second number of "3 von 5 Stellen". */
  readonly whole: boolean
  /** The paragraph that leads a list in. */
  readonly lead: string
  /** What the quantity before had, and whether it stands in the same sentence. */
  readonly last: { readonly base: StaffStatus | null; readonly near: boolean } | undefined
}

/** The part of its sentence between semicolons. */
export function segmentOf({ view, mention, sentence }: StatusPlace): string {
  const start = Math.max(sentence.start, view.lastIndexOf('; ', mention.start) + 1)
  const stop = view.indexOf('; ', mention.end)
  return view.slice(start, stop < 0 ? sentence.end : Math.min(stop, sentence.end))
}

/** The words behind a quantity that are its own: up to the next one, or to what joins the two. */
export function tailOf({ view, mention, sentence, to }: StatusPlace): string {
  const words = view.slice(mention.end, Math.min(to, mention.end + 130))
  return to < sentence.end || /, (?:von|davon|wovon|darunter)/u.test(words)
    ? (words.split(/,? (?:und|sowie|während|wovon|davon) |[,;] /u)[0] ?? '')
    : words
}

/** The clause without brackets in which another quantity stands, and without what is said of its subject next. */
export function clauseWords({ view, clause, mention, neighbours }: StatusPlace): string {
  const words = view
    .slice(clause.start, clause.end)
    .replace(/\([^()]*\)/gu, (bracket, at: number) =>
      neighbours.some((other) => other.start >= clause.start + at && other.end <= clause.start + at + bracket.length)
        ? ' '.repeat(bracket.length)
        : bracket,
    )
  const before = words.slice(0, mention.start - clause.start)
  const next = NEXT_VERB.exec(words.slice(mention.end - clause.start))
  return next && hasVerb(before) ? words.slice(0, mention.end - clause.start + next.index) : words
}

/** "beträgt 0,75 VZÄ und soll … erhöht werden" */
const NEXT_VERB = / und (?:soll|sollen|wird|werden|wurden?|kann|können|muss|müssen)(?!\p{L})/u

/** Where all quantities of a sentence stand in brackets, what it says without them; else nothing. */
export function outsideBrackets({ view, sentence, neighbours }: StatusPlace): string {
  const words = view.slice(sentence.start, sentence.end)
  const brackets = [...words.matchAll(/\([^()]*\)/gu)].map(({ index, 0: bracket }) => ({
    start: sentence.start + index,
    end: sentence.start + index + bracket.length,
  }))
  const within = neighbours.every(({ start, end }) => brackets.some((one) => one.start <= start && end <= one.end))
  return within && !/[;:] /.test(words) ? words.replace(/ ?\([^()]*\)/gu, '') : ''
}
