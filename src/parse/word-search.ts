/**
 * Searches that begin where they can succeed. A pattern that opens with any letters (`\p{L}*[Vv]orlage …`) is otherwise
 * tried at every word of a paper and walks through it each time.
 *
 * Gives what `text.matchAll` would, in its order. The patterns are sticky (flag `y`), the signs global (flag `g`).
 * Units: offsets in UTF-16 code units.
 */

const LETTER = /\p{L}/u

/** Matches that begin with the first letter of a word in which `sign` is found. */
export function* matchesAtWords(text: string, sign: RegExp, pattern: RegExp): Generator<RegExpExecArray> {
  let from = 0
  let tried = -1
  for (const { index } of text.matchAll(sign)) {
    let start = index
    while (start > 0 && LETTER.test(text.charAt(start - 1))) start--
    if (start < from || start === tried) continue
    tried = start
    const match = matchAt(text, pattern, start)
    if (!match) continue
    yield match
    from = start + match[0].length
  }
}

/** Matches that begin at most `reach` characters before a place where `sign` is found. */
export function* matchesNear(text: string, sign: RegExp, reach: number, pattern: RegExp): Generator<RegExpExecArray> {
  let from = 0
  for (const { index } of text.matchAll(sign)) {
    for (let start = Math.max(from, index - reach); start <= index; start++) {
      from = start + 1
      const match = matchAt(text, pattern, start)
      if (!match) continue
      yield match
      from = start + match[0].length
      start = from - 1
    }
  }
}

function matchAt(text: string, pattern: RegExp, at: number): RegExpExecArray | null {
  if (!pattern.sticky)
    throw new TypeError(`not sticky, would search to the end each time: ${pattern.source.slice(0, 60)}`)
  pattern.lastIndex = at
  return pattern.exec(text)
}
