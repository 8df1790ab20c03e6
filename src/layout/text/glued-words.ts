/**
 * Words of several cells that text extraction has glued together (`… mit LeiterMusterbau GmbHTyp B 4`): the places
 * where one cell may end and the next begin, and the one way to divide all rows of a table.
 *
 * A place is a line's end, or a joint: a capital directly behind a small letter or the capitals of an abbreviation. A
 * joint counts only if the word on either side stands by itself elsewhere in the paper; `DoKa` is no joint.
 * Never guesses: where one row cannot be divided, none is.
 */

/** A capital directly behind a word, a number, a bracket or an abbreviation; a line's end. */
const JOINT = /(?<=\p{Ll})(?=\p{Lu})|(?<=[\d).%])(?=\p{Lu}\p{Ll})|(?<=\p{Lu}{2})(?=\p{Lu}\p{Ll})|\n/gu
/** An abbreviation in which another may begin (`AGMB`). */
const CAPITALS = /(?<![\p{L}\d])\p{Lu}{3,8}(?![\p{L}\d])/gu
const MOST_JOINTS = 9

/** Words that stand by themselves, in lower case as printed. */
export type Standing = ReadonlySet<string>

/** All words of a paper that nothing is glued to. */
export function standingWords(lines: readonly string[]): Standing {
  return new Set(lines.flatMap((line) => line.match(/(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu) ?? []))
}

/** Where cells may end, as offsets; a line's end is the offset of its `\n`. */
export function jointsOf(words: string, standing: Standing): number[] {
  return [...words.matchAll(JOINT)].flatMap(({ 0: found, index }) => {
    const before = /\p{L}+$/u.exec(words.slice(0, index))?.[0] ?? ''
    const after = /^\p{L}+/u.exec(words.slice(index).replace(JOINT_WITHIN, ' '))?.[0] ?? ''
    return found === '\n' || standing.has(ownWord(before)) || standing.has(after) ? [index] : []
  })
}

/** What follows a joint ends at the next one. */
const JOINT_WITHIN = /(?<=\p{L}\p{Ll})(?=\p{Lu})/gu

/** The last word of letters run together: behind the last joint in it. */
function ownWord(letters: string): string {
  return letters.split(/(?<=\p{Ll})(?=\p{Lu})/u).at(-1) ?? letters
}

/** Divide the words of every row into cells; a last row of sums keeps its words in one. */
export function dividedWords(
  rows: readonly string[],
  count: number,
  standing: Standing,
  summed: boolean,
): string[][] | undefined {
  if (count === 1) return rows.map((words) => [plain(words)])
  const divided: (string[] | undefined)[] = rows.map((words) => exactly(words, jointsOf(words, standing), count))
  const last = rows.length - 1
  if (summed && !divided[last] && !jointsOf(rows[last] ?? '', standing).length)
    divided[last] = [plain(rows[last] ?? ''), ...Array<string>(count - 1).fill('')]
  const sure = divided.filter((row) => row !== undefined)
  if (sure.length * 2 < rows.length) return undefined
  const filled = divided.map((row, r) => row ?? byNeighbours(rows[r] ?? '', count, standing, sure))
  return filled.every((row) => row !== undefined) ? filled : undefined
}

/** As many joints as cells need. */
function exactly(words: string, joints: readonly number[], count: number): string[] | undefined {
  return joints.length === count - 1 ? cutAt(words, joints) : undefined
}

/** The one way to divide that the cells of other rows speak for. */
function byNeighbours(
  words: string,
  count: number,
  standing: Standing,
  sure: readonly (readonly string[])[],
): string[] | undefined {
  const known = Array.from({ length: count }, (_, c) => new Set(sure.map((row) => row[c] ?? '').filter(Boolean)))
  const openings = Array.from(
    { length: count },
    (_, c) => new Set([...(known[c] ?? [])].map((cell) => cell.split(' ')[0] ?? '')),
  )
  const joints = jointsOf(words, standing)
  const within = joints.length < count - 1 ? abbreviationsIn(words, openings) : []
  const prefix = [...(known[0] ?? [])].filter((cell) => words.startsWith(cell)).map((cell) => cell.length)
  const all = [...new Set([...joints, ...within, ...(joints.length ? [] : prefix)])].toSorted((a, b) => a - b)
  if (all.length > MOST_JOINTS) return undefined
  const ways = choicesOf(all, count - 1).map((cuts) => cutAt(words, cuts))
  const scored = ways.map((cells) => ({ cells, score: scoreOf(cells, known, openings) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const [found, ...more] = scored.filter(({ score }) => score === best)
  if (found && best > 0) return more.length ? undefined : found.cells
  const [cut, ...others] = all
  return cut !== undefined && !others.length ? sameTwice(words, cut, count) : undefined
}

/** Whole cells that other rows print in the same column, and openings that they share. */
function scoreOf(
  cells: readonly string[],
  known: readonly ReadonlySet<string>[],
  openings: readonly ReadonlySet<string>[],
): number {
  return cells.reduce(
    (sum, cell, c) => sum + (known[c]?.has(cell) ? 2 : c > 0 && openings[c]?.has(cell.split(' ')[0] ?? '') ? 1 : 0),
    0,
  )
}

/** Where in an abbreviation the opening word of a later column begins (`AG` + `MB`). */
function abbreviationsIn(words: string, openings: readonly ReadonlySet<string>[]): number[] {
  return [...words.matchAll(CAPITALS)].flatMap(({ 0: letters, index }) =>
    [...letters.slice(2)].flatMap((_, n) =>
      openings.slice(1).some((column) => column.has(letters.slice(n + 2))) ? [index + n + 2] : [],
    ),
  )
}

/** Behind the first cell the same words twice (`entfällt entfällt`) fill two cells. */
function sameTwice(words: string, cut: number, count: number): string[] | undefined {
  const twice = /^(\S.*?) \1$/u.exec(plain(words.slice(cut)))?.[1]
  return twice && count === 3 ? [plain(words.slice(0, cut)), twice, twice] : undefined
}

function cutAt(words: string, cuts: readonly number[]): string[] {
  return [0, ...cuts].map((from, n) => plain(words.slice(from, cuts[n])))
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}

/** All choices of so many of the places, in order. */
function choicesOf(places: readonly number[], count: number): number[][] {
  if (count === 0) return [[]]
  return places.flatMap((place, n) => choicesOf(places.slice(n + 1), count - 1).map((rest) => [place, ...rest]))
}
