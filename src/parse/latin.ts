/**
 * Patterns with the letters of the Latin script only: in them `\p{L}`, `\p{Lu}` and `\p{Ll}` mean letters from A to ɏ
 * and from Ḁ to ỿ.
 *
 * Those of all scripts are hundreds of ranges, and each process compiles them anew for every place they stand at, most
 * slowly beside flag `i`. For long patterns, and for those that name letters often, this took a quarter of the time a
 * small paper takes.
 */

const FROM_TO: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x24f],
  [0x1e00, 0x1eff],
]
const CHARACTERS = FROM_TO.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)),
)
const LETTERS: Readonly<Record<string, string>> = {
  L: 'A-Za-zªµºÀ-ÖØ-öø-ɏḀ-ỿ',
  Lu: CHARACTERS.filter((one) => /\p{Lu}/u.test(one)).join(''),
  Ll: CHARACTERS.filter((one) => /\p{Ll}/u.test(one)).join(''),
}

/** An escaped character, a class, or letters by themselves. */
const PIECE = /\\[^p]|\[(?:\\.|[^\]\\])*\]|\\p\{L[ul]?\}/g

/**
 * The pattern of a source, or of another pattern, with Latin letters. What needs no flag `u` then is compiled without it:
 * beside flag `i` that takes half the time.
 */
export function latin(pattern: string | RegExp, flags = typeof pattern === 'string' ? 'u' : pattern.flags): RegExp {
  const printed = typeof pattern === 'string' ? pattern : pattern.source
  const source = printed.replace(PIECE, (piece) => {
    const named = piece.replace(/\\p\{(L[ul]?)\}/g, (_, kind: string) => LETTERS[kind] ?? '')
    return piece.startsWith('\\p') ? `[${named}]` : named
  })
  return new RegExp(source, NEEDS_UNICODE.test(source) ? flags : flags.replace('u', ''))
}

/** Properties of characters, and characters of two units. */
const NEEDS_UNICODE = /\\[pP]\{|\\u\{|[\u{10000}-\u{10ffff}]/u
