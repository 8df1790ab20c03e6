/**
 * Words that stand side by side on the lines of a letterhead or form: label and value, left column and right. Where they
 * stand apart, a tab parts them.
 *
 * Never guesses: narrow gaps count only where words of the next line or the line before begin in the same column, as
 * those of justified text do not; words whose last is broken at the line's end go on below and are no cell.
 * Units: columns in characters.
 * Source: texts saved with their layout (`pdftotext -layout`).
 */
import { isBlank, type TextLine } from './lines.ts'

/** A gap this wide parts words by itself. */
const WIDE = 8
/** Lines with more gaps than this are justified or rows of a table that was not one. */
const MOST = 4

/** A lone cross on a line: which of two columns it stands in only the blanks before it tell. */
export const CROSSED = /\S +[xX](?: |$)/

/** The same lines, parted by tabs. */
export function partedLines(lines: readonly TextLine[]): TextLine[] {
  const gaps = lines.map(({ text }) => gapsOf(text))
  return lines.map((line, at) => {
    const own = gaps[at] ?? []
    if (
      own.length === 0 ||
      own.length > MOST ||
      line.text.includes('\t') ||
      isBlank(line.text) ||
      CROSSED.test(line.text)
    )
      return line
    const beside = [...(gaps[at - 1] ?? []), ...(gaps[at + 1] ?? [])]
    const cuts = own.filter(({ from, to }) => to - from >= WIDE || beside.some((gap) => gap.to === to))
    return cuts.length ? { ...line, text: cut(line.text, cuts) } : line
  })
}

interface Gap {
  readonly from: number
  readonly to: number
}

function gapsOf(text: string): Gap[] {
  if (/\p{Ll}-\s*$/u.test(text)) return []
  return [...text.matchAll(/(?<=\S) {3,}(?=\S)/g)].map(({ 0: blanks, index }) => ({
    from: index,
    to: index + blanks.length,
  }))
}

function cut(text: string, gaps: readonly Gap[]): string {
  const ends = [0, ...gaps.map(({ to }) => to)]
  return ends.map((from, at) => text.slice(from, gaps[at]?.from)).join('\t')
}
