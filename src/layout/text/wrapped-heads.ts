/**
 * Column heads over several lines, of which a line's end tells nothing: it may break a head or part two of them.
 *
 * What a head may begin with: a capital, or a word that opens one (`davon besetzt`). If that is more often than there are
 * columns, as many beginnings of lines are none. Never guesses: if one could choose which, there are no heads.
 * Pure; knows the small words German phrases are joined by, and none of the field.
 * Source: papers saved as text from PDF in the order of their contents (`pdftotext -raw`).
 */
import { endsBroken, joinedLines } from '../hyphen.ts'
import { SMALL_WORDS } from './small-words.ts'

/** Words that go on with the head before them, and such as the next word goes on with. */
const GOES_ON = /^(?:[(/\d&+%€-]|(?:in|je|pro|ab|bis|am|zum|zur|lt\.|laut|und|der|des|p\.)$)/u
const UNFINISHED = new RegExp(String.raw`(?:^|\s)(?:${SMALL_WORDS}|/|&)$`, 'u')
/** In lower case a head begins with these only. */
const OPENS = /^(?:davon|darunter|dar\.|dav\.)$/u

interface Word {
  readonly text: string
  readonly begins: boolean
  /** The first of its line, and no other sign tells that a head begins. */
  readonly mayGoOn: boolean
}

/** The heads in these lines, one for each of `width` columns. */
export function wrappedHeads(lines: readonly string[], width: number): string[] | undefined {
  const words = wordsOf(lines)
  const more = words.filter(({ begins }) => begins).length - width
  const open = words.filter(({ mayGoOn }) => mayGoOn).length
  if (more < 0 || (more > 0 && more !== open) || !words[0]?.begins) return undefined
  const cells: string[][] = []
  for (const { text, begins, mayGoOn } of words) {
    if (begins && !(more && mayGoOn)) cells.push([text])
    else cells.at(-1)?.push(text)
  }
  const heads = cells.map((own) => joinedLines(own))
  return heads.every((cell) => cell.length < 60 && /\p{L}/u.test(cell) && !OPENS.test(cell)) ? heads : undefined
}

function wordsOf(lines: readonly string[]): Word[] {
  const words: Word[] = []
  let before = ''
  for (const line of lines)
    for (const [at, text] of line.trim().split(/\s+/).entries()) {
      const goesOn = GOES_ON.test(text) || UNFINISHED.test(before) || (at === 0 && endsBroken(before))
      const begins = !goesOn && (/^[\p{Lu}„"]/u.test(text) || OPENS.test(text))
      words.push({ text, begins, mayGoOn: begins && at === 0 && words.length > 0 && !OPENS.test(text) })
      before = text
    }
  return words
}
