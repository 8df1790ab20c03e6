/**
 * The options of a form's line, ticked or not: "☐ keine ☒ ja, siehe unten", "vorhanden [ ] nicht vorhanden [X]".
 *
 * Units: offsets in UTF-16 code units into the line.
 * Source: marks stand before their words or behind them; where words follow the last mark, marks stand before. So they do
 * where one tick stands between two options and the empty box is lost, unless the paper shows its marks behind.
 */
import type { Span } from '../../src/document.ts'
import type { Side } from './marks.ts'

export interface Option extends Span {
  readonly ticked: boolean
  readonly words: string
}

const MARK =
  /(?<ticked>[☒☑✓✔✗✘🗹🗷⊠\uf0fe\uf0fd\uf052\uf054\uf078\uf0fc\uf0fb]|\[\s?[xX]\s?\]|\(\s?[xX]\s?\))|[☐□▢⬜❏❑\uf06f\uf0a8\uf071\uf0a3\uf02a]|\[\s{0,2}\]|\(\s{0,2}\)/gu

/** The options of one line; none where it holds no mark. */
export function optionsOf(line: string, side?: Side): Option[] {
  const marks = [...line.matchAll(MARK)].map((found) => ({
    ticked: found.groups?.ticked !== undefined,
    start: found.index,
    end: found.index + found[0].length,
  }))
  if (!marks.length) return plainOptions(line, side)
  const before = isLone(line, marks) ? side !== 'dahinter' : standBefore(line, marks)
  return marks.map((mark, at) => {
    const from = before ? mark.end : (marks[at - 1]?.end ?? 0)
    const to = before ? (marks[at + 1]?.start ?? line.length) : mark.start
    return {
      ticked: mark.ticked,
      words: line.slice(from, to).replace(/\s+/g, ' ').trim(),
      start: Math.min(mark.start, from),
      end: Math.max(mark.end, to),
    }
  })
}

/** "x Die Finanzierung ist gesichert": a plain cross that opens the line of what it chooses. */
const OPENING_X = /^\s*[xX][^\S\n]{1,12}(?=(?:\p{Lu}|\p{Ll}{3,}\s)\p{L}+)(?!(?:ja|nein)(?!\p{L}))/iu
/** An answer of three, and the cross beside one of them. */
const ANSWER =
  /(?<x>(?<![\p{L}\d.-])[xX](?![\p{L}\d.-]))|(?<word>(?<![\p{L}-])(?:ja|nein|teilweise|teilw\.|tlw\.|zum Teil|z\. ?T\.)(?![\p{L}-]))/giu

/** The options of a line whose one mark is a plain cross: at its beginning, or beside one of three answers. */
function plainOptions(line: string, side: Side | undefined): Option[] {
  if (!/(?<!\p{L})x(?!\p{L})/iu.test(line)) return []
  const tokens = [...line.matchAll(ANSWER)]
  const answers = tokens.filter(({ groups }) => groups?.word)
  const at = tokens.findIndex(({ groups }) => groups?.x)
  if (answers.length === 3 && tokens.length === 4 && at >= 0) {
    const before = at === 0 || (at < 3 && side === 'davor')
    const chosen = before || at === 3 || side === 'dahinter' ? tokens[before ? at + 1 : at - 1] : undefined
    return chosen ? answers.map((answer) => optionAt(answer, answer === chosen)) : []
  }
  const lead = answers.length ? undefined : OPENING_X.exec(line)?.[0]
  const words = lead ? line.slice(lead.length).replace(/\s+/g, ' ').trim() : ''
  return words ? [{ ticked: true, words, start: 0, end: line.length }] : []
}

function optionAt(found: RegExpExecArray, ticked: boolean): Option {
  return { ticked, words: found[0], start: found.index, end: found.index + found[0].length }
}

/** "Ja X", "x nein": a line that is one answer with a plain cross. */
export function crossedAnswer(line: string): Option[] {
  const found = /^\s*(?:[xX]\s+(?<behind>ja|nein|teilweise)|(?<before>ja|nein|teilweise)\s+[xX])\s*$/iu.exec(
    line,
  )?.groups
  const words = found?.behind ?? found?.before
  return words ? [{ ticked: true, words, start: 0, end: line.length }] : []
}

/** "Nein ☒ wenn ja": one mark between two answers. */
function isLone(line: string, marks: readonly (Span & { ticked: boolean })[]): boolean {
  const [mark, more] = marks
  if (!mark?.ticked || more) return false
  return (
    /(?<!\p{L})(?:ja|nein)\s*$/iu.test(line.slice(0, mark.start)) &&
    /^\s*(?:(?:wenn|falls|und zwar) )?(?:ja|nein|teilweise|zum teil)(?!\p{L})/iu.test(
      line.slice(mark.end, mark.end + 24),
    )
  )
}

/** "Ja" and "Nein" tell on which side of their words the marks stand; else the words behind the last mark do. */
function standBefore(line: string, marks: readonly Span[]): boolean {
  const behind = marks.filter(({ start }) => /(?<!\p{L})(?:ja|nein)\s*$/iu.test(line.slice(0, start))).length
  const before = marks.filter(({ end }) => /^\s*(?:ja|nein)(?!\p{L})/iu.test(line.slice(end, end + 12))).length
  if (behind !== before) return before > behind
  if (behind && marks[0]) return !/(?<!\p{L})(?:ja|nein)\s*$/iu.test(line.slice(0, marks[0].start))
  return /[\p{L}\d]/u.test(line.slice(marks.at(-1)?.end))
}

/** What stands before the first mark of a line whose marks stand before their words. */
export function leadOf(line: string, side?: Side): string {
  const [first] = optionsOf(line, side)
  return first ? line.slice(0, first.start).replace(/\s+/g, ' ').trim() : ''
}
