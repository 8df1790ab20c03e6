/**
 * Tables whose cells single blanks part, too short or too plain for `torn-tables.ts`: at least two rows that end in values
 * of the same number and kinds, below as many heads as columns; without heads only where rows are numbered or a unit
 * stands above them; one row below years.
 *
 * Never guesses: where heads and rows do not agree the lines stay lines. Such a table is never certain.
 * Source: papers saved as text from PDF (`Firmen Endpreis (brutto) Prozent`, then `1. Firma A, Ort 12.345,67 € 100 %`).
 */
import { isYear } from '../../years.ts'
import type { FoundTable } from './apart.ts'
import { type Heads, headsOver, isUnit } from './blank-heads.ts'
import { type Row, rowsFrom, SUM } from './blank-rows.ts'
import { type ValueLine, valueLine } from './blank-values.ts'
import { gapTable } from './gap-tables.ts'
import { placedBySums } from './torn-sums.ts'

/** A running number or rank before the words of a row. */
const RUNNING = /^(?=(\d{1,3}))(\d{1,3}[.)]?) (?=\S)(.*)$/u
/** Lines of the first row's label above its values. */
const LEAD = 4
/** How many rows may have fewer values, for each that has all. */
const SHORT = 0.5
/** Rows of a label and one amount, below a unit alone or below words that a title may be as well. */
const PLAIN = 3

/** The first such table among lines. */
export function blankTable(lines: readonly string[]): FoundTable | undefined {
  const read = lines.map(valueLine)
  for (let at = 0; at < lines.length; at++) {
    if (!mayBegin(read[at])) continue
    let longest = at + 1
    for (let lead = 0; lead <= LEAD && at - lead >= 0; lead++) {
      if (lead && !lines[at - lead]?.trim()) break
      if (lead && read[at - lead]?.values.length && mayBegin(read[at - lead])) break
      const rows = rowsFrom(lines, read, at - lead, at)
      const table = tableOf(lines, rows)
      if (table) return table
      longest = Math.max(longest, rows.at(-1)?.to ?? 0)
    }
    at = longest - 1
  }
  return undefined
}

function mayBegin(line: ValueLine | undefined): boolean {
  return line?.values.some(({ kind }) => kind !== 'leer') ?? false
}

function tableOf(lines: readonly string[], rows: readonly Row[]): FoundTable | undefined {
  const first = rows.find(({ values }) => values.length)
  if (!first || !rows[0]) return undefined
  const width = first.values.length
  const full = rows.filter(({ values }) => values.length === width)
  const short = rows.filter(({ values }) => values.length && values.length < width)
  const keyed = full.every(({ label }) => !label)
  if ((keyed && width < 2) || (!keyed && full.some(({ label }) => !label))) return undefined
  if (!keyed && new Set(full.map(({ label }) => label)).size < full.length) return undefined
  const running = isRunning(full)
  const years = full.every(({ values }) => isYear(values[0]?.text.replace(/\*+$/, '') ?? ''))
  const columns = width + (keyed ? 0 : running ? 2 : 1)
  const plain = full.every(({ label }) => !/\p{L}/u.test(label))
  const head = headOf(lines, rows[0].from, width, columns, keyed && years, plain)
  if (!isTable(full, head, keyed, running)) return undefined
  if (short.length && (!head || keyed || running || full.length < 2 || short.length > full.length * SHORT))
    return undefined
  const end = rows.at(-1)?.to ?? 0
  if (keepsGaps(lines.slice(head?.from ?? rows[0].from, end))) return undefined
  if (full.length === 1 && valueLine(lines[end] ?? '').values.length > 1) return undefined
  const parted = running && head?.cells.length === columns
  return {
    from: head?.from ?? rows[0].from,
    to: rows.at(-1)?.to ?? first.to,
    head: head && [
      ...Array<string>((keyed ? width : width + (parted ? 2 : 1)) - head.cells.length).fill(''),
      ...head.cells,
    ],
    certain:
      head !== undefined &&
      !head.merged &&
      !short.length &&
      !isCutOff(lines, end, full) &&
      (width > 1 || running || keyed || full.length >= PLAIN),
    rows: placedBySums(
      rows.map(({ label, values }) => {
        const [, , number = '', name = label] = parted ? (RUNNING.exec(label) ?? []) : []
        const cells = [
          ...values.map(({ text }) => text),
          ...Array<string>(values.length ? width - values.length : 0).fill(''),
        ]
        if (!cells.length) return [label, ...Array<string>(width - (keyed ? 1 : parted ? -1 : 0)).fill('')]
        return keyed ? cells : parted ? [number, name, ...cells] : [label, ...cells]
      }),
    ),
  }
}

/** Do rows follow that are none of the table's: the next number, an amount on the next line? */
function isCutOff(lines: readonly string[], end: number, rows: readonly Row[]): boolean {
  const below = lines[end]?.trim() ?? ''
  const number = Number(RUNNING.exec(rows.at(-1)?.label ?? '')?.[1])
  if (number && new RegExp(`^${number + 1}[.)]? \\S`).test(below)) return true
  return /\d ?(?:€|EUR|Euro)(?!\p{L})|\d\.\d{3}(?!\d)/u.test(below) && below.length < 80 && !/[.;:]$/.test(below)
}

/** Lines that are a table by the gaps between their cells, heads and all, tell more by these. */
function keepsGaps(lines: readonly string[]): boolean {
  const gaps = lines.filter((line) => /\S {2,}\S/.test(line.trim())).length
  return gaps * 2 > lines.length && (gapTable(lines)?.rows[0]?.every(Boolean) ?? false)
}

function headOf(
  lines: readonly string[],
  at: number,
  width: number,
  columns: number,
  years: boolean,
  plain: boolean,
): Heads | undefined {
  const opens = !lines[at - 2]?.trim() || /[.:]$/.test(lines[at - 2]?.trim() ?? '')
  const unit = at > 0 && width === 1 && opens && isUnit(lines[at - 1] ?? '')
  if (unit) return { from: at - 1, cells: [lines[at - 1]?.trim() ?? ''] }
  if (years && width === 2)
    for (const from of [at - 1, at - 2]) {
      const named = /^((?:\p{L}+j|J)ahr) (\p{Lu}.{3,60})$/u.exec(
        lines
          .slice(Math.max(0, from), at)
          .map((line) => line.trim())
          .join(' '),
      )
      if (named) return { from, cells: [named[1] ?? '', named[2] ?? ''] }
    }
  const widths = [
    columns,
    ...(columns > width + 1 ? [width + 1] : []),
    ...(width > 1 && columns > width ? [width] : []),
  ]
  return headsOver(lines, at, { widths, sure: plain || columns !== width + 1 })
}

/** Do the labels begin with 1, 2, 3 … or with ranks? */
function isRunning(rows: readonly Row[]): boolean {
  const own = rows.length > 1 && SUM.test(rows.at(-1)?.label ?? '') ? rows.slice(0, -1) : rows
  const numbers = own.map(({ label }) => Number(RUNNING.exec(label)?.[1]))
  return numbers[0] === 1 && numbers.every((number, r) => number <= r + 1 && number >= (numbers[r - 1] ?? 1))
}

/** `1 Firma A` below a head for the rank: `1.` may be the beginning of the name as well. */
function isRank(row: Row | undefined, { cells }: Heads): boolean {
  return row !== undefined && /^1 \p{Lu}/u.test(row.label) && cells.length === row.values.length + 2
}

function isTable(full: readonly Row[], head: Heads | undefined, keyed: boolean, running: boolean): boolean {
  const values = full.flatMap((row) => row.values)
  const width = full[0]?.values.length ?? 0
  const kinds = new Set(full[0]?.values.map(({ kind }) => kind))
  if (values.every(({ kind }) => kind === 'jahr' || kind === 'leer')) return false
  if (values.some(({ kind }) => kind === 'antwort') && (width < 2 || kinds.size > 1)) return false
  if (head && isUnit(head.cells[0] ?? '') && head.cells.length === 1) return full.length >= PLAIN && kinds.has('bruch')
  if (head && width === 1 && kinds.has('geld') && !running && full.length < PLAIN) return false
  if (head && width === 1 && kinds.has('zahl') && head.cells.at(-1)?.includes('(')) return false
  // One row is enough where it is the first of a ranking, or under a head for each of its many amounts.
  if (head && running && kinds.has('geld') && (kinds.size > 1 || isRank(full[0], head))) return true
  if (head && !keyed && width > 2 && kinds.size === 1 && kinds.has('geld')) return true
  if (head)
    return full.length > 1 || (width > 1 && head.cells.slice(-width).every((cell) => isYear(cell.replace(/\*+$/, ''))))
  return !keyed && running && width > 1 && full.length > 1 && kinds.size > 1 && kinds.has('geld')
}
