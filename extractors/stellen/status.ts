/**
 * How a post stands: what is said of it in the clause, the bracket or the sentence around its number, and in those beside.
 *
 * Units: offsets of `number` and `sentence` into `view`, those of `near` into the text.
 */
import type { Span } from '../../src/document.ts'
import type { PostNumber } from '../../src/parse/post-number.ts'
import { clauseAt, sentenceAt } from '../../src/parse/sentence.ts'
import { type PostStatus, postStatus } from '../../src/parse/staffing-post.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'

interface Place {
  readonly text: string
  /** The stretch that is read, and where it begins in the text. */
  readonly view: string
  readonly start: number
  /** As much of the text as may speak of the post. */
  readonly near: Span
  readonly sentence: Span
  readonly number: PostNumber
  /** All numbers of the stretch. */
  readonly numbers: readonly PostNumber[]
}

/** The status of the post whose number stands there; `below`: the words under it, where the number stands in a heading. */
export function statusOf(place: Place, below?: () => string): PostStatus | null {
  const { text, view, start, near, sentence, number, numbers } = place
  const at = start + number.start
  const clause = clauseAt(text, at, near)
  return (
    (/^(?: ?\(|, )neu\)/u.test(view.slice(number.to, number.to + 8)) ? 'neu' : null) ??
    postStatus(withoutOthers(view, { start: clause.start - start, end: clause.end - start }, number, numbers)) ??
    postStatus(clauseOfBracket(place)) ??
    postStatus(aroundBracket(view.slice(sentence.start, number.start))) ??
    postStatus(withoutOthers(view, segmentAt(view, sentence, number), number, numbers)) ??
    postStatus(ofOthers(place)) ??
    (below ? statusBelow(below()) : null) ??
    blockedBehind(view.slice(sentence.end, sentence.end + 120)) ??
    (number.from <= sentence.start + 1 ? postStatus(sentenceBefore(text, sentence.start + start, near)) : null)
  )
}

/** "Die Leitung (Stelle 4711) ist besetzt, die Stelle 4712 nicht": the clause around the bracket a number stands in. */
function clauseOfBracket({ text, view, sentence, number, near, start }: Place): string {
  const open = view.lastIndexOf('(', number.start)
  if (open <= sentence.start || view.slice(open, number.start).includes(')')) return ''
  const clause = clauseAt(text, start + open - 1, near)
  return viewOf(text.slice(clause.start, clause.end))
}

/** "die unbesetzten Stellen A und B sowie die Stelle C": the state is said of the first ones only. */
function ofOthers({ view, sentence, number: own, numbers }: Place): string {
  // What stands behind a semicolon with a number of its own is said of that one.
  const part = segmentAt(view, sentence, own)
  const apart = ({ start }: Span): boolean =>
    (start < part.start && start >= sentence.start) || (start >= part.end && start < sentence.end)
  if (numbers.some(apart)) return ''
  const words = withoutOthers(view, sentence, own, numbers)
  const others = numbers.some(({ start }) => start >= sentence.start && start < own.from)
  return others && /(?:und|sowie)(?: [^,;()]{0,40})? (?:die|der) $/u.test(view.slice(sentence.start, own.from))
    ? words.replace(/(?:un|nicht )?(?:besetzte|vakante|freie|gesperrte|neue)n? (?:Plan)?[Ss]tellen/gu, ' ')
    : words
}

/** "2 Stellen sind im Verfahren (Stellen-Nr. 10.1": the clause that leads into the bracket a number stands in. */
function aroundBracket(before: string): string {
  const open = before.lastIndexOf('(')
  return open < 0 || before.includes(')', open)
    ? ''
    : (before
        .slice(0, open)
        .split(/[,;:] /u)
        .at(-1) ?? '')
}

/** The part of a sentence between semicolons. */
function segmentAt(view: string, sentence: Span, { start, end }: Span): Span {
  const before = view.lastIndexOf('; ', start)
  const behind = view.indexOf('; ', end)
  return {
    start: Math.max(sentence.start, before + 1),
    end: behind < 0 ? sentence.end : Math.min(sentence.end, behind),
  }
}

/** A stretch without the brackets that stand behind other numbers and speak of those posts. */
function withoutOthers(view: string, { start, end }: Span, own: PostNumber, numbers: readonly PostNumber[]): string {
  let words = view.slice(start, end)
  for (const { start: at, end: stop } of numbers) {
    if (at === own.start || stop < start || stop > end) continue
    const bracket = /^ ?\([^()]*\)/u.exec(view.slice(stop, end))?.[0]
    if (bracket) words = words.replace(bracket, ' '.repeat(bracket.length))
  }
  return words
}

/** "… zu besetzen. Die Sperrvermerke sind aufzuheben.": said of the posts of the sentence before. */
function blockedBehind(next: string): PostStatus | null {
  return /^\s*(?:Der|Die) (?:Sperrvermerke?|(?:Wiederb|B)esetzungssperren?) (?:ist|sind|wird|werden|soll|sollen|kann|können)(?!\p{L})/u.test(
    next,
  )
    ? 'gesperrt'
    : null
}

/** A number that opens its own sentence belongs to the one before. */
function sentenceBefore(text: string, start: number, within: Span): string {
  if (start - within.start < 2) return ''
  const span = sentenceAt(text, start - 2, within)
  return viewOf(text.slice(span.start, Math.min(span.end, start)))
}

/** Under a heading that names the post, the first sentence that speaks of its being filled. */
function statusBelow(words: string): PostStatus | null {
  const view = viewOf(words)
  const match =
    /(?:Stelle|Stabsstelle|Aufgabe|Position|Funktion|Leitung|Sie|Er)\b[^.]{0,60} (?:ist|sind|wird|wurde|konnte)\b[^.]{0,80}?(?:\d\d\.\d\d\.\d{2,4}[^.]{0,60})?besetzt/u.exec(
      view,
    )
  return match ? postStatus(match[0]) : null
}
