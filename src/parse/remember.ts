/**
 * Answers kept for texts that are asked about again and again: by several extractors, or line by line from several places.
 */

/** About what one paper asks; more would hold on to the papers before. */
const MOST = 512

/** The same function; what it said of the last few hundred texts is not worked out again. Its answers are not changed. */
export function remembering<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= MOST) known.clear()
    const now = answer(text)
    known.set(text, now)
    return now
  }
}
