/**
 * Tables whose columns text extraction has closed up to single blanks, put together again from the rows' values.
 *
 * Found where at least three lines follow one another that all hold a label and the same number of values; lines
 * without values between them are the label's first lines. The column heads are the words directly above, if they can
 * be parted into as many cells. Such a table is never certain.
 * Source: papers saved as text from PDF.
 */
import { isYear, YEAR } from '../../years.ts'
import { joinedLines } from '../hyphen.ts'
import { anchoredHeads } from './anchored-heads.ts'
import type { FoundTable } from './apart.ts'
import { codedRows } from './coded-rows.ts'
import { mostFrequent } from './counts.ts'
import { headAbove, headInWords } from './heads-above.ts'
import { isShaped, type TornLine, tornLine, withYearsInLabels } from './torn-rows.ts'
import { placedBySums } from './torn-sums.ts'

/** Rows that make a table: with several values each, with one value each, with values glued to their label. */
const ROWS = 3
const SINGLE_ROWS = 4
const GLUED_ROWS = 6
/** Lines and characters of a wrapped label; of one in a table that glued values have proved. */
const LABEL = { lines: 4, length: 420 }
const PROVED_LABEL = { lines: 12, length: 900 }

/** A row's number on a line of its own. */
const ORDINAL = /^\d{1,2}\.$/
const YEARS = new RegExp(String.raw`(?<!\d)${YEAR}(?!\d|[.,]\d)`, 'g')

/** A year for each column, and no other number. */
function isLineOfYears(line: string, width: number): boolean {
  return line.match(YEARS)?.length === width && !/\d/.test(line.replace(YEARS, ''))
}

/** A question of a form ends the rows above it. */
const BOXES = /[☐☒☑□]|\( ?[xX]? ?\) ?(?:ja|nein)(?!\p{L})/iu
/** Empty lines that may stand between two rows. */
const GAP = 2

const DAY_WITHIN = /\p{L} \d{1,2}\.\d{1,2}\.\d{4}(?: |$)/u

/** The first torn table among lines; empty lines may stand between its rows, lines with tabs end it. */
export function tornTable(lines: readonly string[]): FoundTable | undefined {
  const torn = withYearsInLabels(withoutCounts(lines.map(tornLine)))
  for (let at = 0; at < lines.length; at++) {
    if (!torn[at]?.values.length) continue
    const width = widthFrom(torn, at)
    if (anchoredHeads(lines[at] ?? '', width) && torn[at]?.values.length !== width) continue
    const from = labelAbove(lines, torn, at, width)
    const run = runFrom(lines, torn, from, width)
    if (!run) continue
    const table = codedRows(lines, from, run) ?? withHead(lines, torn, from, width, run)
    if (table) return table
    at = run.to - 1
  }
  return undefined
}

/** Where the label of a first row begins that stands on lines of its own above its values: behind heads or an empty line. */
function labelAbove(lines: readonly string[], torn: readonly TornLine[], at: number, width: number): number {
  if (torn[at]?.label || (torn[at]?.values.length ?? 0) < 2) return at
  let begin = at
  for (let from = at - 1; from > 0 && at - from <= LABEL.lines; from--) {
    if (!lines[from]?.trim() || torn[from]?.values.length) break
    if (!lines[from - 1]?.trim()) return begin < at ? begin : from
    if (headInWords(lines, torn, from, width)?.from === from - 1) begin = from
  }
  return begin
}

/** Where values stand glued to their labels, a plain count at a line's end ("für 10" / "Monate") is no value. */
function withoutCounts(torn: readonly TornLine[]): TornLine[] {
  if (torn.filter(({ glued }) => glued).length < GLUED_ROWS) return [...torn]
  return torn.map((line) =>
    line.label && line.values.length === 1 && !/[.,€]/.test(line.values[0] ?? '')
      ? { label: `${line.label} ${line.values[0]}`, values: [], glued: false }
      : line,
  )
}

interface Run {
  readonly rows: readonly (readonly string[])[]
  readonly to: number
}

/** The most frequent number of values among the next lines that have any. */
function widthFrom(torn: readonly TornLine[], at: number): number {
  const counts = torn
    .slice(at, at + 12)
    .map(({ values }) => values.length)
    .filter(Boolean)
  return mostFrequent(counts)
}

/** Rows with up to `width` values from a line on; undefined if they are too few or do not look like rows. */
function runFrom(lines: readonly string[], torn: readonly TornLine[], from: number, width: number): Run | undefined {
  const rows: string[][] = []
  let label: string[] = []
  let to = from
  let full = 0
  let gap = 0
  let proofs = 0
  let bareRow = false
  for (let at = from; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.includes('\t') || BOXES.test(line)) break
    if (!line.trim()) {
      if (++gap > GAP || label.length) break
      continue
    }
    const { label: words, values, glued } = torn[at] ?? { label: '', values: [] }
    const most = proofs >= GLUED_ROWS ? PROVED_LABEL : LABEL
    // A line of years over the next rows heads another table.
    if (rows.length > 0 && label.length > 0 && width > 1 && isLineOfYears(line, width)) break
    if (values.length > width || label.length > (gap ? 2 : most.lines)) break
    const several = rows.length > 0 && values.length > 1 && words !== '' && !values.some(isYear)
    const bare = !several && values.length < width && values.every((value) => /^\d{1,4}$/.test(value))
    if (values.length === 0 || bare) {
      // `Dezernat I` above its values and `(Personal)` below them are one label.
      const last = rows.at(-1)
      if (last && bareRow && width > 1 && label.length === 0 && /^\s*\([^()]{2,60}\)\s*$/u.test(line)) {
        last[0] = joinedLines([last[0] ?? '', words])
        to = at + 1
        continue
      }
      if (/[.!?:]$/.test(words) && !ORDINAL.test(words) && label.length === 0 && (width > 1 || gap)) break
      label.push(lines[at] ?? '')
      continue
    }
    const whole = joinedLines([...label, words])
    if (
      !/\p{L}/u.test(whole) ||
      whole.length > most.length ||
      (width > 1 && whole.length > 130 && /[.!?] \p{Lu}\p{Ll}/u.test(whole))
    )
      break
    if (values.length === width) full++
    if (glued) proofs++
    rows.push([whole, ...values, ...Array<string>(width - values.length).fill('')])
    bareRow = !words && label.length > 0
    label = []
    gap = 0
    to = at + 1
  }
  if (rows.filter(([label]) => /^\d{1,4}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}/u.test(label ?? '')).length > rows.length / 3)
    return undefined
  // A day within what would be a label parts cells that nothing parts here.
  if (width === 1 && rows.filter(([label]) => DAY_WITHIN.test(label ?? '')).length > rows.length / 2) return undefined
  // `Label: value` line by line is a form, not a table.
  if (width === 1 && rows.filter(([label]) => label?.endsWith(':')).length > rows.length / 3) return undefined
  // Empty cells in some rows and values of another kind in others: their columns are not told by counting.
  if (rows.some((row) => row.includes('-')) && rows.some((row) => !row.at(-1) && /\d,\d|\d ?[%€]/.test(row[0] ?? '')))
    return undefined
  const enough = width > 1 ? full >= ROWS : full >= (proofs >= full / 2 ? GLUED_ROWS : SINGLE_ROWS)
  return enough && full >= rows.length * 0.6 ? { rows: placedBySums(rows), to } : undefined
}

/** "bis 2031", "2032", …: the word in the corner belongs to the first year. */
const UP_TO = /^(?:bis|ab|vor|seit|Ist|Plan)$/u

/** The table with its column heads and the label lines that stand between them and the first value. */
function withHead(
  lines: readonly string[],
  torn: readonly TornLine[],
  at: number,
  width: number,
  run: Run,
): FoundTable | undefined {
  const years = run.rows[0]?.slice(1) ?? []
  if (width > 1 && years.every(isYear)) {
    const [corner = '', first = '', ...more] = run.rows[0] ?? []
    const head = UP_TO.test(corner) ? ['', `${corner} ${first}`, ...more] : run.rows[0]
    return { from: at, to: run.to, head, rows: run.rows.slice(1) }
  }
  const top = width > 1 && lines[at - 1]?.trim() === '' ? at - 1 : at
  for (let lead = 0; lead <= (top === at ? 2 : 0) && lead < at; lead++) {
    if (lead && !leadsLabel(lines[at - lead] ?? '', torn[at - lead])) break
    const head = headAbove(lines, torn, top - lead, width)
    if (!head) continue
    const [first, ...rest] = run.rows
    const label = joinedLines([...lines.slice(at - lead, at), first?.[0] ?? ''])
    return { from: head.from, to: run.to, head: head.cells, rows: [[label, ...(first?.slice(1) ?? [])], ...rest] }
  }
  const glued = torn.slice(at, run.to).some((line) => line.glued)
  return width > 1 || glued ? { from: at, to: run.to, head: undefined, rows: run.rows } : undefined
}

/** May a line above the first value be the beginning of its label? */
function leadsLabel(line: string, torn: TornLine | undefined): boolean {
  return /^\s*[^\p{Ll}\s]/u.test(line) && !torn?.values.some(isShaped) && (torn?.values.length ?? 0) < 2
}
