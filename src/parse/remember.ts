/**
 * Answers kept for words that are asked about again and again: by several extractors, or line by line from several places.
 * What is asked must be told by the words alone; nobody changes an answer.
 */
import type { Span } from '../document.ts'

/** About what one paper asks; more would hold on to the papers before. */
const MOST = 512

/** The same function; what it said of the last few hundred texts is not worked out again. */
export function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Answer
    if (known.size >= MOST) known.clear()
    const now = answer(text)
    known.set(text, now)
    return now
  }
}

/** The same function; what it said of stretches of the text asked about last is not worked out again. */
export function rememberingSpans<Answer>(
  answer: (text: string, span: Span) => Answer,
): (text: string, span: Span) => Answer {
  let asked = { text: '', known: new Map<string, Answer>() }
  return (text, span) => {
    if (asked.text !== text) asked = { text, known: new Map() }
    const key = `${span.start}-${span.end}`
    const now = asked.known.get(key) ?? answer(text, span)
    asked.known.set(key, now)
    return now
  }
}
