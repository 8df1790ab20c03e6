/**
 * White space and invisible signs as HTML shows them: every run of white space is one blank, hard blanks are blanks,
 * soft hyphens and zero-width signs are not shown.
 */

const BLANKS = /[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Fold the white space of a stretch of text; a blank at its ends stays one blank. */
export function foldInner(text: string): string {
  return text.replace(INVISIBLE, '').replace(BLANKS, ' ')
}

/** Fold and trim. */
export function fold(text: string): string {
  return foldInner(text).trim()
}
