/**
 * Tables whose columns text extraction has closed up to single blanks, with words, codes and numbers in turn
 * (`AB 3 Empfang 1,50 E 6 82.100 € befristet`): what stands alike line for line tells the columns.
 *
 * A code is capitals with a number (`E 9c`, `FB 21`), a number has a comma, thousands or a sign of money, and numbers of
 * several parts (`32-0117`, `36-0042, 36-0043`) may open a row. Words before the first value are as many cells as the heads
 * ask for only if they are as many words in every row.
 * Never guesses: a row that is not like the first ends the table; without heads the lines stay lines. Knows no words.
 * Source: papers saved as text from PDF in the order of their contents (`pdftotext -raw`).
 */
import { joinedLines } from '../hyphen.ts'
import type { FoundTable } from './apart.ts'
import { SHORTENED } from './stacked-cells.ts'
import { cellsByLine, cellsByWord } from './torn-heads.ts'
import { sumsHold } from './torn-sums.ts'

type Kind = 'w' | 'nr' | 'code' | 'zahl'
interface Part {
  readonly kind: Kind
  readonly text: string
}

const ROWS = 3
/** Rows that a sum below them proves. */
const SUMMED = 2
const HEAD_LINES = 4
/** Lines a row is broken over; empty lines and a page's end between two rows. */
const ROW_LINES = 4
const GAP = 4
const LONGEST = 140
/** A remark below its row. */
const REMARK = { lines: 3, length: 40 }
/** A head on a line of its own. */
const HEAD = 30
const PART =
  /(?<!\S)(?:(?<code>\p{Lu}{1,4} \d{1,3}[a-zS]?(?: ?\/ ?\p{Lu}{1,4} \d{1,3}[a-z]?)?)|(?<zahl>[-–+]?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,6},\d{1,3}|0)(?: ?(?:€|EUR|Euro|T€|TEUR|%))?))(?=\s|$)/gu

/** `32-0117`, `10.24.011, 10.24.012` before words. */
const NUMBERS = /^\d{1,4}(?:[-/.]\d{1,5}){1,3}(?:, ?\d{1,4}(?:[-/.]\d{1,5}){1,3}){0,4}(?= \p{Lu}[\p{L}-])/u

/** The first such table among lines. */
export function mixedTable(lines: readonly string[]): FoundTable | undefined {
  const rows = lines.map(partsOf)
  for (let at = 1; at < lines.length; at++) {
    if (!isMixed(rows[at] ?? [])) continue
    const run = runFrom(lines, rows, at)
    if (run.rows.length < ROWS && !run.proved) continue
    const table = withHead(lines, at, run)
    if (table) return table
  }
  return undefined
}

/** Words, codes and numbers of a line, in order. */
function partsOf(line: string): Part[] {
  const words = line.trim()
  if (!words || words.length > LONGEST || /\t| {2,}/.test(words)) return []
  const parts: Part[] = []
  let end = 0
  const put = (to: number): void => {
    const text = words.slice(end, to).trim()
    if (text) parts.push({ kind: 'w', text })
  }
  const opens = NUMBERS.exec(words)?.[0] ?? ''
  if (opens) parts.push({ kind: 'nr', text: opens })
  end = opens.length
  for (const found of words.matchAll(PART)) {
    if (found.index < end) continue
    put(found.index)
    parts.push({ kind: found.groups?.code ? 'code' : 'zahl', text: found[0] })
    end = found.index + found[0].length
  }
  put(words.length)
  return parts
}

/** Words first, a number among the rest, and more than a label with numbers. */
function isMixed(parts: readonly Part[]): boolean {
  const [first] = parts
  return (
    (first?.kind === 'w' || ((first?.kind === 'code' || first?.kind === 'nr') && parts[1]?.kind === 'w')) &&
    parts.length > 2 &&
    parts.some(({ kind }) => kind === 'zahl') &&
    (parts.slice(1).some(({ kind }) => kind !== 'zahl') || first.kind !== 'w')
  )
}

/** The kinds of a row without the words behind its last value. */
function shapeOf(parts: readonly Part[]): string {
  const kinds = parts.map(({ kind }) => kind)
  return (kinds.at(-1) === 'w' ? kinds.slice(0, -1) : kinds).join(' ')
}

interface Run {
  readonly shape: readonly Kind[]
  readonly rows: readonly (readonly string[])[]
  readonly to: number
  /** Its last row holds the sums of the rows above. */
  readonly proved: boolean
}

/** Rows of one shape, also broken over lines, words that go on below them, and a sum with nothing but its numbers. */
function runFrom(lines: readonly string[], all: readonly Part[][], from: number): Run {
  const shape = shapeOf(all[from] ?? [])
  const kinds = shape.split(' ') as Kind[]
  const rows: string[][] = []
  let to = from
  let proved = false
  for (let at = from; at < lines.length; ) {
    if (!lines[at]?.trim() && at - to < GAP) {
      at++
      continue
    }
    const taken = rowLines(lines, at, shape)
    const goes = !taken && at === to && goesOn(lines[at] ?? '', rows.at(-1), rowLines(lines, at + 1, shape) > 0)
    const remark = taken || goes || at !== to ? 0 : remarkLines(lines, at, rows.at(-1), shape)
    const parts = partsOf(joinedLines(lines.slice(at, at + Math.max(1, taken))))
    if (taken) rows.push([...parts.map(({ text }) => text), ...(parts.length === kinds.length ? [''] : [])])
    else if (goes) rows.push(joinedRow(rows.pop() ?? [], lines[at] ?? ''))
    else if (remark)
      rows.push([
        ...(rows.pop() ?? []).slice(0, -1),
        joinedLines(lines.slice(at, at + remark).map((line) => line.trim())),
      ])
    else {
      const sum = rows.length >= SUMMED ? sumRow(all[at] ?? [], kinds) : undefined
      if (sum) rows.push(sum)
      proved = sum !== undefined && sumsHold(rows.map((row) => ['', ...row.filter((_, c) => kinds[c] === 'zahl')]))
      if (sum) to = at + 1
      break
    }
    at += Math.max(1, taken, remark)
    to = at
  }
  return { shape: kinds, rows, to, proved }
}

/** How many lines from here on are one row of a shape; the first of several holds no number yet. */
function rowLines(lines: readonly string[], at: number, shape: string): number {
  const most = shape.split(' ').filter((kind) => kind !== 'w').length > 1 ? ROW_LINES : 1
  for (let count = 1; count <= most; count++) {
    const own = lines.slice(at, at + count)
    if (own.length < count || own.some((line) => !line.trim())) return 0
    if (shapeOf(partsOf(joinedLines(own))) === shape) return count
    if (own.some((line) => partsOf(line).some(({ kind }) => kind === 'zahl'))) return 0
  }
  return 0
}

/** Lines below a row whose last cell holds nothing yet, with the next row below them: how many its remark takes. */
function remarkLines(lines: readonly string[], at: number, last: readonly string[] | undefined, shape: string): number {
  if (!last || last.at(-1) || shape.split(' ').length < 3) return 0
  for (let count = 1; count <= REMARK.lines; count++) {
    const line = lines[at + count - 1]?.trim() ?? ''
    const value = partsOf(line).some(({ kind }) => kind === 'zahl' || kind === 'code')
    if (!line || line.length > REMARK.length || value || /:$/.test(line)) return 0
    if (rowLines(lines, at + count, shape)) return count
  }
  return 0
}

/** The last words of a row break off, and the next line brings their end before the next row. */
function goesOn(line: string, last: readonly string[] | undefined, rowFollows: boolean): boolean {
  const words = last?.at(-1) ?? ''
  return rowFollows && line.trim() !== '' && line.length < 40 && /\s\p{Ll}+$|^\p{Ll}+$|-$/u.test(words)
}

function joinedRow(row: readonly string[], line: string): string[] {
  return [...row.slice(0, -1), joinedLines([row.at(-1) ?? '', line])]
}

function sumRow(parts: readonly Part[], shape: readonly Kind[]): string[] | undefined {
  const [label, ...values] = parts
  const columns = shape.flatMap((kind, at) => (kind === 'zahl' ? [at] : []))
  if (label?.kind !== 'w' || values.length !== columns.length || values.some(({ kind }) => kind !== 'zahl'))
    return undefined
  const row = Array<string>(shape.length + 1).fill('')
  row[0] = label.text
  for (const [n, column] of columns.entries()) row[column] = values[n]?.text ?? ''
  return row
}

/** The table under heads that fit; words before the first value are parted where the heads ask for it. */
function withHead(lines: readonly string[], at: number, run: Run): FoundTable | undefined {
  const remarks = run.rows.some((row) => row.at(-1))
  const width = run.shape.length + (remarks ? 1 : 0)
  for (let from = at - 1; from >= Math.max(0, at - HEAD_LINES) && isHeadLine(lines[from] ?? ''); from--) {
    const head = headsIn(lines.slice(from, at))
    if (/[/&,-]$/.test((lines[from - 1] ?? '').trim())) continue
    const count = head.length - width + 1
    // Without a code only as many single words as heads tell a row from a sentence.
    if (count < (run.shape.includes('code') ? 1 : 2) || (count > 1 && run.shape[0] !== 'w')) continue
    const rows = run.rows.map((row) => partedRow(remarks ? row : row.slice(0, -1), count, run.shape))
    if (!rows.every((row) => row !== undefined)) continue
    return { from, to: run.to, head, rows }
  }
  const below = headsBelow(lines, at, width)
  if (below && run.shape.some((kind) => kind !== 'w' && kind !== 'zahl'))
    return { ...below, to: run.to, rows: run.rows.map((row) => (remarks ? [...row] : row.slice(0, -1))) }
  // Codes tell the columns also where the heads cannot be parted.
  const rows = run.rows.map((row) => (remarks ? [...row] : row.slice(0, -1)))
  const listed = rows.some((row) => row.some((cell) => cell.endsWith(':')))
  return run.shape.indexOf('code') > 0 && !listed ? { from: at, to: run.to, head: undefined, rows } : undefined
}

function partedRow(row: readonly string[], count: number, shape: readonly Kind[]): string[] | undefined {
  const [first = '', ...rest] = row
  const words = first.split(' ')
  if (count > 1 && !words.every((word) => /^\p{Lu}[^\d]*$/u.test(word))) return undefined
  const sum = shape.some((kind, at) => kind !== 'zahl' && at > 0 && !row[at])
  if (words.length === 1 && (sum || count > 1)) return [first, ...Array<string>(count - 1).fill(''), ...rest]
  if (count === 1) return [...row]
  return words.length === count ? [...words, ...rest] : undefined
}

function isHeadLine(line: string): boolean {
  const words = line.trim()
  return (
    words !== '' &&
    words.length < 110 &&
    !/[.!?:;,\t]$|\t|^\d/.test(words.replace(SHORTENED, '')) &&
    !partsOf(line).some(({ kind }) => kind === 'zahl')
  )
}

/** Heads one below the other, as many as columns, behind the end of a sentence or an empty line. */
function headsBelow(
  lines: readonly string[],
  at: number,
  width: number,
): Pick<FoundTable, 'from' | 'head'> | undefined {
  for (let from = at - 1; from >= 0 && from >= at - 3 * width; from--) {
    const line = lines[from]?.trim() ?? ''
    if (!line || line.length > HEAD || /[:;!?]$/.test(line) || partsOf(line).some(({ kind }) => kind === 'zahl')) break
    const above = lines[from - 1]?.trim() ?? ''
    const opens = !above || /[.:!?]$/.test(above) || above.length > HEAD
    const head = opens && from <= at - width ? cellsByLine(lines.slice(from, at)) : []
    if (head.length === width) return { from, head }
  }
  return undefined
}

/** Heads as words; both sides of a stroke are one. */
function headsIn(lines: readonly string[]): string[] {
  return cellsByWord([joinedLines(lines).replace(/ \/ /g, '\u0001')]).map((cell) => cell.replace('\u0001', ' / '))
}
