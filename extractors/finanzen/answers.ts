/**
 * The yes and no of a form's question over the lines or cells it is printed in: on one line ("☐ nein ☒ ja, siehe Anlage"),
 * one answer to a line ("nein" above "x wenn ja,"), in cells, or as a mark in a cell below the heads "JA" and "NEIN".
 *
 * A mark belongs to the word in its own line or cell; where it stands alone, other lines of the paper must show the side.
 * Units: indices of lines.
 */
import { COVER } from './funds-words.ts'
import { type Marking, markingOf, marksIn, type Side, type Ticked } from './marks.ts'

export interface Answer {
  readonly marking: Marking
  readonly start: number
  readonly end: number
}

const LONGEST = 160
const MOST_LINES = 8
const WORD = /(?<![\p{L}-])(?:ja|nein)(?![\p{L}-])/iu
const MARKS = '[\\s☐☒☑□xX[\\]()\\t\\uf000-\\uf0ff]*'
const ONLY_MARKS = new RegExp(`^${MARKS}(?:ja|nein)?${MARKS}$`, 'iu')
/** A line that gives one of the answers: "x wenn ja, nachfolgend angegeben". */
const GIVES = new RegExp(`^${MARKS}(?:(?:wenn|falls|und zwar)\\s)?(ja|nein)(?![\\p{L}-])`, 'iu')
const BOX_FIRST = /^\s*(?:[☐☒☑□]|\[[\sxX]?\]|\([\sxX]?\))/u
/** Questions beside the one about money. */
const OTHER =
  /pflichtaufgabe|freiwillig|konsolidierung|vorsteuer|steuer(?:recht|lich|pflicht)|vergabe|stellenplan|personal|klima|aktivierungspflicht|genehmigung|beteiligung|bürger|gender|nachhaltig|datenschutz|öffentlichkeits/iu
const MONEY =
  /finanzielle|haushaltsmäßige|kosten(?!stelle|art|gr)|belastung|auswirkungen auf (?:den|die|das)? ?(?:haushalt|ergebnis|finanz|etat)/iu

/** The answer to the question that opens these lines, or stands `above` them; undefined if they give none. */
export function answerIn(lines: readonly string[], side: Side, above = ''): Answer | undefined {
  for (let at = 0; at < lines.length; ) {
    const first = lines.findIndex((line, n) => n >= at && WORD.test(line) && line.length <= LONGEST)
    if (first < 0) return undefined
    const start = first > 0 && isMark(lines[first - 1] ?? '') ? first - 1 : first
    const end = groupEnd(lines, first)
    const question = questionOf(lines, start, first) ?? above
    if (!asksOther(question)) {
      const marking = resolved(lines, start, first, end, side)
      return marking && { marking, start, end }
    }
    at = end
  }
  return undefined
}

/** Does a form ask something else here than what the paper costs? */
export function asksOther(question: string): boolean {
  return (OTHER.test(question) && !MONEY.test(question)) || COVER.test(question.trim())
}

/** Is a line an answer, or marks of one? Blocks of such lines go together. */
export function isAnswerLine(line: string): boolean {
  return line.length <= LONGEST && (ONLY_MARKS.test(line) || GIVES.test(line))
}

function isMark(line: string): boolean {
  return ONLY_MARKS.test(line) && /\S/.test(line)
}

/** The lines that give the answers of one question; a word that comes again opens another, unless it has its own box. */
function groupEnd(lines: readonly string[], first: number): number {
  const seen = wordsIn(lines[first] ?? '')
  let end = first + 1
  for (; end < lines.length && end - first < MOST_LINES; end++) {
    const line = lines[end] ?? ''
    const gives = line.length <= LONGEST ? GIVES.exec(line)?.[1]?.toLowerCase() : undefined
    if (gives ? seen.has(gives) && !BOX_FIRST.test(line) : !ONLY_MARKS.test(line)) break
    for (const word of wordsIn(line)) seen.add(word)
  }
  return end
}

function wordsIn(line: string): Set<string> {
  return new Set([...line.matchAll(new RegExp(WORD.source, 'giu'))].map(([word]) => word.toLowerCase()))
}

/** The words that ask: before the answer on its line, or above it. */
function questionOf(lines: readonly string[], start: number, first: number): string | undefined {
  const line = lines[first] ?? ''
  const own = line.slice(0, line.search(WORD))
  return /\p{L}{4}/u.test(own) ? own : lines.slice(0, start).findLast((words) => /\p{L}{4}/u.test(words))
}

function resolved(
  lines: readonly string[],
  start: number,
  first: number,
  end: number,
  side: Side,
): Marking | undefined {
  const below = underHeads(lines, first)
  if (below) return below
  const group = lines.slice(start, end).map(firstQuestion)
  const units = group.flatMap((line) => line.split('\t'))
  const own = ofUnits(units, side)
  if (own) return own
  for (let to = group.length; to > first - start; to--) {
    const found = markingOf(group.slice(0, to).join('\n'), side)
    if (found) return found
  }
  return undefined
}

/** "☒ Ja ☐ Nein Auswirkungen auf den Stellenplan ☐ Ja ☒ Nein": the answers before the next question on the line. */
function firstQuestion(line: string): string {
  const words = [...line.matchAll(new RegExp(WORD.source, 'giu'))]
  const [, second, third] = words
  if (!second || !third) return line
  const end = second.index + second[0].length
  const between = /^(\s*(?:[☐☒☑□xX]|\[[\sxX]?\]|\([\sxX]?\))?)[^☐☒☑□]{0,20}\p{L}{4}/u.exec(line.slice(end, third.index))
  return between ? line.slice(0, end + (between[1] ?? '').trimEnd().length) : line
}

/** Each word has its mark in its own line or cell, or none. */
function ofUnits(units: readonly string[], side: Side): Marking | undefined {
  const ticked = new Set<Ticked>()
  let marks = 0
  let boxes = 0
  let words = 0
  for (const [at, unit] of units.entries()) {
    const { word, mark, count, markBehind } = marksIn(unit)
    if (count > 1 || (word === undefined && mark !== undefined)) return undefined
    if (word === undefined) continue
    words++
    // "nein x" above "ja", where marks stand before their words.
    if (markBehind && side === 'davor' && at < units.length - 1) return undefined
    if (mark === undefined) continue
    marks++
    if (mark === 'empty') boxes++
    else ticked.add(word)
  }
  if (!marks || words < 2) return undefined
  if (ticked.size === 1) return { value: [...ticked][0] ?? null, state: 'klar' }
  if (ticked.size > 1) return { value: null, state: 'mehrdeutig' }
  return { value: null, state: boxes >= words ? 'leer' : 'verloren' }
}

/** The heads "JA | NEIN" with the mark in the row below; a lone mark there has lost its column. */
function underHeads(lines: readonly string[], first: number): Marking | undefined {
  const heads = cellsOf(lines[first] ?? '')
  const below = lines[first + 1] ?? ''
  if (!/^\s*(?:ja\s+nein|nein\s+ja)\s*$/iu.test((lines[first] ?? '').trim().split('\t').slice(-2).join(' ')))
    return undefined
  const cells = cellsOf(below)
  if (heads.length < 2 || cells.length !== heads.length)
    return /^\s*[xX]\s*$/.test(below) ? { value: null, state: 'mehrdeutig' } : undefined
  return markedColumn(heads, cells)
}

/** The head of the one marked cell; undefined if no cell, or more than one, is marked. */
export function markedColumn(heads: readonly string[], cells: readonly string[]): Marking | undefined {
  const marked = heads.flatMap((head, at) => {
    const { mark, word } = marksIn(cells[at] ?? '')
    const name = /^(ja|nein)$/iu.exec(head)?.[1]?.toLowerCase()
    return name && word === undefined && mark !== undefined && mark !== 'empty' ? [name === 'ja' ? 'ja' : 'nein'] : []
  })
  const [value, more] = marked as readonly Ticked[]
  return value && !more ? { value, state: 'klar' } : undefined
}

export function cellsOf(line: string): string[] {
  return line.split('\t').map((cell) => cell.trim())
}
