/**
 * Words broken at a line end: which hyphens only divide, and which belong to the word.
 *
 * The paper's own words decide first: if it prints the joined word elsewhere, the hyphen divides; if it prints the
 * hyphenated word within a line, the hyphen stays. Then German rules: what follows in lower case is the rest of a
 * word ("Digitali-" / "sierung"); a capital or digit begins a new part ("IT-" / "Strategie"); a conjunction means that
 * a part was left out ("Personal-" / "und Sachkosten").
 */

/** How often a paper prints a word, folded to lower case. */
export type Vocabulary = ReadonlyMap<string, number>

/** In Latin letters: those of all scripts take three times as long to find. */
const WORD = /[\dA-Za-zÀ-ÖØ-öø-ɏḀ-ỿ][\dA-Za-zÀ-ÖØ-öø-ɏḀ-ỿ\u00ad-]*/g
/** Before one of these a part of a word was left out. */
const LEFT_OUT = String.raw`(?:und|oder|bzw|sowie|u|als|wie|bis)(?![\p{L}-])`
const CONJUNCTION = new RegExp(`^${LEFT_OUT}`, 'u')
/** A broken word set on one line. */
const BROKEN = new RegExp(String.raw`(\p{Ll})- (?=\p{Ll}{2,})(?!${LEFT_OUT})`, 'gu')

/** Count the words of a paper that are not broken at a line end. */
export function vocabularyOf(lines: readonly string[]): Vocabulary {
  const count = new Map<string, number>()
  for (const line of lines) {
    for (const word of line.match(WORD) ?? []) {
      const key = (word.includes('\u00ad') ? word.replaceAll('\u00ad', '') : word).toLowerCase()
      if (!key.endsWith('-')) count.set(key, (count.get(key) ?? 0) + 1)
    }
  }
  return count
}

/** Does this line end within a word? */
export function endsBroken(line: string): boolean {
  return /[\p{L}\p{N}][-\u00ad\u2010]$/u.test(line) || /\p{L}\/$/u.test(line)
}

/**
 * How a broken line and the next one are put together.
 *
 * @returns
 *   `drop`: characters to remove at the end of the first line; `glue`: whether nothing stands between the two.
 */
export function joinBroken(before: string, after: string, words: Vocabulary): { drop: number; glue: boolean } {
  if (before.endsWith('/')) return { drop: 0, glue: true }
  if (before.endsWith('\u00ad')) return { drop: 1, glue: true }
  if (/(?:^|[\s/])-[^\s-]{1,12}-$/u.test(before)) return { drop: 0, glue: false }
  if (CONJUNCTION.test(after)) return { drop: 0, glue: false }
  const head = /[\p{L}\p{N}-]*$/u.exec(before.slice(0, -1))?.[0] ?? ''
  const tail = /^[\p{L}\p{N}]*/u.exec(after)?.[0] ?? ''
  if (!head || !tail) return { drop: 0, glue: false }
  const whole = words.get((head + tail).toLowerCase()) ?? 0
  const hyphenated = words.get(`${head}-${tail}`.toLowerCase()) ?? 0
  if (whole !== hyphenated) return { drop: whole > hyphenated ? 1 : 0, glue: true }
  const continues = /^\p{Ll}/u.test(tail) && /\p{Ll}$/u.test(head)
  return { drop: continues ? 1 : 0, glue: true }
}

/** A number with its groups, or a day: what two lines of a cut figure make together. */
const WHOLE_FIGURE =
  /^[-–+]?\d{1,3}(?:\.\d{3})*(?:,\d{1,2})?(?: ?(?:€|EUR|Euro|%))?$|^(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d$/

/** Is a figure cut within itself, because its cell was too narrow for it ("231.0" / "00", "10.05.202" / "4")? */
export function isCutFigure(before: string, after: string): boolean {
  if (!/^[-–+]?\d[\d.,]*$/.test(before) || !/^[.,]?\d/.test(after)) return false
  return WHOLE_FIGURE.test(before + after) && !(WHOLE_FIGURE.test(before) && WHOLE_FIGURE.test(after))
}

/** Endings no word is: what is left of a word cut before its last syllable. */
const ENDING =
  /^(?:[bcdfghjklmnpqrstvwxyzß]{1,4}|e[nlr]?n?|te[nrs]?|ge[nrs]?|se[nrs]?|ne[nrs]?|le[nrs]?|re[nrs]|ung(?:en|s)?|ern|eln|tion(?:en)?|keit(?:en)?|heit(?:en)?|schaft(?:en)?|liche?[nrs]?)$/u
/** Endings that are words, too. */
const WORDS = /^(?:er|gern|selen)$/u

/** Is a word or figure that filled its narrow cell cut off there? The paper prints it whole, or what follows can be no word. */
export function goesOn(before: string, after: string, words: Vocabulary): boolean {
  if (isCutFigure(before, after)) return true
  const head = /\S+$/.exec(before)?.[0] ?? ''
  const tail = /^\p{Ll}+(?!\p{L})/u.exec(after)?.[0]
  if (!tail) return false
  return (ENDING.test(tail) && !WORDS.test(tail)) || (words.get((head + tail).toLowerCase()) ?? 0) > 0
}

/** A cell whose words were broken within it and set on one line ("Über- planmä- ßig"). */
export function dehyphenated(cell: string): string {
  return cell.replace(BROKEN, '$1')
}

/** Words on lines put together without a paper's own words to decide: only what goes on in lower case is glued. */
export function joinedLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const words = line.trim().replace(/ {2,}/g, ' ')
    if (!text || !words) return text || words
    if ((!endsBroken(text) && !/\p{L}\.-$/u.test(text)) || CONJUNCTION.test(words)) return `${text} ${words}`
    return /^\p{Ll}/u.test(words) && !text.endsWith('/') ? text.slice(0, -1) + words : text + words
  }, '')
}
