/**
 * Tables of staff whose rows are lines of plain words: what stands before the numbers names the row, the numbers are
 * printed with decimals, what stands behind them is a remark. Their heads are one line, or came one below the other.
 *
 * Units: offsets into the paper's text.
 * Never guesses: all rows hold as many numbers; the heads above the numbers must come out even; a head or the words
 * above say that staff is counted.
 * Source: papers saved by pdftotext -raw or copied from a viewer, where the gaps between columns are lost.
 */
import type { Cell } from '../document.ts'
import { endsWithGroup, headsOf, tabbedHeads, tornHeads } from './staffing-line-heads.ts'
import { hasVerb } from './staffing-phrase.ts'
import { isTotal } from './staffing-status.ts'
import { unitOfTopic } from './staffing-topic.ts'
import { unitOfCaption, unitOfHead } from './staffing-unit.ts'

/** Lines one table may have. */
const MOST = 120
const LONGEST = 110
/** Lines without a number that one row may run over. */
const BROKEN = 2
/** Below so many lines without a number a table has begun, page numbers aside: torn heads run over no more. */
const HEADS = 16
const DECIMAL =
  /(?<![\d.,:/§]|\d-)(?:[+\-–] ?)?\d{1,3}(?:\.\d{3})*,\d{1,3}(?![\d.,:/]|\p{L}| ?(?:€|EUR|Euro|T€|TEUR|Mio|%|Prozent|Std|Stunden|m²|ha|km))/gu
const UNIT_BEHIND = /^ ?\(?(?:V[Zz]|VK|VbE|Voll|(?:Plan)?[Ss]telle|FTE)/u
const FURNITURE = /^[-–] ?\d{1,3} ?[-–]$|^Seite \d{1,3}(?: (?:von|\/) \d{1,3})?$/u

export interface LineTable {
  readonly rows: Cell[][]
  /** The words that lead it in. */
  readonly above: string
}

interface Line {
  readonly lead: Cell
  readonly numbers: readonly Cell[]
  readonly tail: Cell
}

/** The table whose heads begin at a line, or undefined. */
export function linesTableAt(cells: readonly Cell[], at: number): LineTable | undefined {
  const head = cells[at]
  if (!head || head.text.length > LONGEST || !/^\p{Lu}/u.test(head.text) || isLine(head)) return undefined
  if (!isAboveLines(cells, at)) return undefined
  const above = wordsAbove(cells, at)
  const several = tabbedHeads(cells, at, isLine) ?? tornHeads(cells, at, isLine)
  for (const { heads, next } of [...(several ? [several] : []), { heads: headsOf(head), next: at + 1 }]) {
    if (next === at + 1 && (/(?<!\d)[.:;!?]$/u.test(head.text) || speaks(head.text))) continue
    if (!namesStaff(heads, above)) continue
    const lines = rowsFrom(cells, next)
    const rows = lines && tableOf(heads, lines)
    if (rows) return { rows, above }
  }
  return undefined
}

/** Does a line with numbers come soon enough? In running text none does, and nothing else needs to be asked. */
function isAboveLines(cells: readonly Cell[], at: number): boolean {
  let left = HEADS
  for (let next = at + 1; left > 0; next++) {
    const cell = cells[next]
    if (!cell) return false
    if (isLine(cell)) return true
    if (!FURNITURE.test(cell.text)) left--
  }
  return false
}

function isLine(cell: Cell): boolean {
  return numbersIn(cell).length > 0
}

/** Participles of heads and labels are no verbs of a sentence. */
function speaks(words: string): boolean {
  return hasVerb(
    words.replace(
      /(?<!\p{L})(?:un)?(?:besetzt|befristet|gesperrt|beantragt|bewilligt|genehmigt|gesamt|geplant|neu)(?!\p{L})/gu,
      ' ',
    ),
  )
}

/** The lines before, without page numbers, as far as they may lead the table in. */
function wordsAbove(cells: readonly Cell[], at: number): string {
  const words = cells
    .slice(Math.max(0, at - 4), at)
    .filter(({ text }) => !FURNITURE.test(text))
    .slice(-3)
    .map(({ text }) => text)
    .join(' ')
  return words.split(/[.!?] (?=\p{Lu})/u).at(-1) ?? ''
}

function namesStaff(heads: readonly Cell[], above: string): boolean {
  return (
    heads.some(({ text }) => unitOfHead(text) !== undefined) ||
    unitOfCaption(above) !== undefined ||
    unitOfTopic({ heads: heads.map(({ text }) => text), body: [], above, heading: '' }, 'stellen') !== undefined
  )
}

/** The lines that hold as many numbers as the first, up to the total; undefined below two (one number: three). */
function rowsFrom(cells: readonly Cell[], from: number): Line[] | undefined {
  const rows: Line[] = []
  let pending: Cell[] = []
  let count = 0
  for (const cell of cells.slice(from, from + MOST)) {
    if (FURNITURE.test(cell.text)) continue
    const line = lineOf(cell, pending)
    if (!line) {
      pending.push(cell)
      if (pending.length > BROKEN || cell.text.length > LONGEST / 2 || /[.:!?]$/u.test(cell.text)) break
      continue
    }
    pending = []
    count ||= line.numbers.length
    if (line.numbers.length > count || (line.numbers.length < count && count - line.numbers.length > 1)) break
    if (!isRow(line)) break
    rows.push(line)
    if (isTotal(line.lead.text)) break
  }
  const full = rows.filter(({ numbers }) => numbers.length === count).length
  return full >= (count > 1 ? 2 : 3) ? rows : undefined
}

function lineOf(cell: Cell, pending: readonly Cell[]): Line | undefined {
  const numbers = numbersIn(cell)
  const first = numbers[0]
  const last = numbers.at(-1)
  if (!first || !last) return undefined
  const before = cut(cell, 0, first.start - cell.start)
  const [opens] = pending
  const lead =
    !before.text && opens
      ? { text: pending.map(({ text }) => text).join(' '), start: opens.start, end: pending.at(-1)?.end ?? opens.end }
      : before
  return { lead, numbers, tail: cut(cell, last.end - cell.start, cell.text.length) }
}

function isRow({ lead, numbers, tail }: Line): boolean {
  return (
    (/^(?:\p{Lu}|\d)/u.test(lead.text) || isTotal(lead.text)) &&
    lead.text.length <= LONGEST &&
    tail.text.length <= LONGEST &&
    !/[.;:!?] \p{Lu}\p{Ll}+ \p{Ll}/u.test(lead.text) &&
    !/[.;]$/u.test(tail.text) &&
    !UNIT_BEHIND.test(tail.text) &&
    !speaks(lead.text) &&
    (numbers.length === 1 || /^[-–—.\d, /*]*$/u.test(tail.text))
  )
}

/** Heads and rows as one table, if as many heads stand above the numbers as there are. */
function tableOf(heads: readonly Cell[], lines: readonly Line[], counts = 0): Cell[][] | undefined {
  const count = Math.max(...lines.map(({ numbers }) => numbers.length))
  if (count === 1) return oneNumber(heads, lines)
  const width = Math.max(...lines.map(({ numbers, tail }) => numbers.length + (tail.text ? 1 : 0)))
  const named = lines.filter(({ lead }) => !isTotal(lead.text))
  const grouped = named.length > 0 && named.every(({ lead }) => endsWithGroup(lead.text))
  const labels = heads.length - width
  if (labels !== (grouped ? 2 : 1)) return counts > 0 ? undefined : withCounts(heads, lines, counts)
  const label = heads[0]
  if (!label) return undefined
  const rows = lines.map(({ lead, numbers, tail }) => {
    const cells = [withoutGroup(lead), ...numbers, ...(tail.text ? [tail] : [])]
    const empty = { text: '', start: lead.end, end: lead.end }
    return [...cells, ...Array.from({ length: width + 1 - cells.length }, () => empty)]
  })
  return [[label, ...heads.slice(labels)], ...rows]
}

/** "Grundschulen 29 14,80 13,55": what is counted in whole numbers stands before the decimals. */
function withCounts(heads: readonly Cell[], lines: readonly Line[], counts: number): Cell[][] | undefined {
  const shifted = lines.map((line) => {
    const at = /\s\d{1,5}$/u.exec(line.lead.text)?.index
    if (at === undefined) return undefined
    const whole = cut(line.lead, at, line.lead.text.length)
    return { ...line, lead: cut(line.lead, 0, at), numbers: [whole, ...line.numbers] }
  })
  const all = shifted.flatMap((line) => (line ? [line] : []))
  return all.length === lines.length ? tableOf(heads, all, counts + 1) : undefined
}

/** One number among words: below the one head that counts staff. */
function oneNumber(heads: readonly Cell[], lines: readonly Line[]): Cell[][] | undefined {
  const counted = heads.flatMap(({ text }, at) => (unitOfHead(text) ? [at] : []))
  const [at] = counted
  const head = at === undefined ? undefined : heads[at]
  const first = heads[0]
  if (!at || counted.length > 1 || !head || !first) return undefined
  const behind = heads.slice(at + 1)
  const empty = { text: '', start: head.end, end: head.end }
  const rest = behind[0]
    ? { text: behind.map(({ text }) => text).join(' '), start: behind[0].start, end: behind.at(-1)?.end ?? head.end }
    : empty
  const label = {
    text: heads
      .slice(0, at)
      .map(({ text }) => text)
      .join(' '),
    start: first.start,
    end: head.start,
  }
  const rows = lines.map(({ lead, numbers: [number], tail }) => [named(lead, at), number ?? empty, tail])
  return [[label, head, rest], ...rows]
}

/** "Musterschule Nord A" below "Schule Bezirk Gruppe": the first of as many words as there are heads. */
function named(lead: Cell, heads: number): Cell {
  const words = lead.text.split(' ')
  if (heads > 1 && words.length === heads) return cut(lead, 0, words[0]?.length ?? 0)
  // "FB 14 Einbürgerung": the unit has a column of its own.
  const unit = /^(?:\p{Lu}{1,4} ?\d{1,3}(?:[./-]\d{1,3})*|\d{1,2}(?:[./-]\d{1,3})*)\s+(?=\p{Lu}\p{L})/u.exec(lead.text)
  const post = /,? \(?(?:Plan)?[Ss]telle(?:n-?Nr\.?)? \d/u.exec(lead.text)
  return cut(lead, unit?.[0].length ?? 0, post?.index ?? lead.text.length)
}

function withoutGroup(lead: Cell): Cell {
  const group = endsWithGroup(lead.text)
  return group ? cut(lead, 0, lead.text.length - group.length) : lead
}

/** A line is asked for its numbers from every line that may be a head above it. */
const known = new WeakMap<Cell, readonly Cell[]>()

function numbersIn(cell: Cell): readonly Cell[] {
  if (!/,\d/.test(cell.text)) return []
  const before = known.get(cell)
  if (before) return before
  const numbers = [...cell.text.matchAll(DECIMAL)].map((match) => cut(cell, match.index, match.index + match[0].length))
  known.set(cell, numbers)
  return numbers
}

/** A part of a cell without the blanks around it. */
function cut(cell: Cell, from: number, to: number): Cell {
  const part = cell.text.slice(from, to)
  const start = cell.start + from + part.length - part.trimStart().length
  return { text: part.trim().replace(/\s/g, ' '), start, end: start + part.trim().length }
}
