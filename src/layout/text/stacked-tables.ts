/**
 * Tables whose cells text extraction has set one below the other, an empty line after each: heads, then row for row.
 *
 * What makes it a table is its period: after as many heads as there are columns, each row has a label and, column for
 * column, cells of the same kind. Pure; knows no words.
 * Never guesses: a row with fewer cells is placed only where it has as many values as there are columns of numbers,
 * else the table ends before it.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */

import type { FoundTable } from './apart.ts'
import { labelsBehind } from './stacked-behind.ts'
import { type Cell, isLabel, isValue, type Kind, kindOf, SHORTENED } from './stacked-cells.ts'
import { withHeadParted } from './stacked-heads.ts'
import { fits, fitsWithWords, kindsOf, shortRow } from './stacked-rows.ts'
import { lineRunsOf, runsOf } from './stacked-runs.ts'
import { rowsByLabel } from './stacked-short.ts'

const COLUMNS = { least: 2, most: 10 }
/** Rows that make a table; of two columns, where labels with values are often a form, more. */
const ROWS = { usual: 2, pairs: 3 }

/** The first such table among lines. */
export function stackedTable(lines: readonly string[]): FoundTable | undefined {
  for (const cells of runsOf(lines)) {
    const run = withYears(cells)
    const tables = run.flatMap((_, start) => {
      const table =
        start + 6 <= run.length
          ? (tableFrom(run.slice(start), start === 0) ?? withHeadParted(run.slice(start), (cells) => tableFrom(cells)))
          : undefined
      return table ? [{ table, start, last: start + table.used === run.length }] : []
    })
    // Rows that begin one cell off leave some over: the table that takes most, and ends where the cells do, is it.
    const [best] = tables.sort((a, b) => b.table.used + (b.last ? 2 : 0) - a.table.used - (a.last ? 2 : 0))
    if (!best) continue
    const { used: _, ...table } = best.table
    // What stands right before the heads may be one of them, and what stands behind the rows one with lost cells.
    const short = isShortRow(run.slice(best.start + best.table.used))
    return {
      ...table,
      certain: table.certain === true && mayBeTitle(run[best.start - 1]) && !short && !areNumbered(table),
    }
  }
  return undefined
}

/**
 * The first such table without empty lines between its cells: it takes all lines from one end of a sentence or empty line
 * to the next, and holds nothing but labels, numbers and codes; never certain.
 */
export function stackedLines(lines: readonly string[]): FoundTable | undefined {
  for (const run of lineRunsOf(lines)) {
    const cells = withYears(run)
    const table = tableFrom(cells)
    if (!table || table.used < cells.length || (table.head?.length ?? 0) < 3) continue
    const words = [table.head?.[0] ?? '', ...table.rows.map(([label]) => label ?? '')]
    const values = table.rows.every((row) => row.slice(1).every((cell) => !cell || kindOf(cell) !== 'wort'))
    if (values && words.every((text) => /^(?:[\p{Lu}\d]|$)/u.test(text))) return { ...table, certain: false }
  }
  return undefined
}

/** A label and values left over where the rows end. */
function isShortRow([label, ...next]: readonly Cell[]): boolean {
  return label?.kind === 'wort' && label.text.length <= 60 && next.slice(0, 3).some(({ kind }) => kind === 'zahl')
}

/** `200 Erdbau` below `KG`, `Gewerk` and `Ansatz Prognose`: numbers closed up with their words, so that the heads are one off. */
function areNumbered({ head = [], rows }: FoundTable): boolean {
  return (
    rows.every(([label = '']) => /^\d{1,4}\.? \p{L}/u.test(label) || !/\d/.test(label)) &&
    rows.filter(([label = '']) => /^\d/.test(label)).length > 1 &&
    head.slice(1).some((text) => /^\p{Lu}\p{Ll}{3,} \p{Lu}\p{Ll}{3,}$/u.test(text))
  )
}

function mayBeTitle(cell: Cell | undefined): boolean {
  return cell === undefined || cell.kind !== 'wort' || cell.text.length > 30 || /[.:!?]$/.test(cell.text)
}

/** `Stellen` over `2031`, `Stellen` over `2032`: a head that comes back with another year is one cell with it. */
function withYears(cells: readonly Cell[]): Cell[] {
  const headsYear = (at: number): boolean => cells[at]?.kind === 'wort' && cells[at + 1]?.kind === 'jahr'
  const pairs = cells.flatMap((cell, at) => (headsYear(at) ? [{ text: cell.text, year: cells[at + 1]?.text }] : []))
  const out: Cell[] = []
  for (let at = 0; at < cells.length; at++) {
    const [cell, year] = [cells[at], cells[at + 1]]
    if (!cell) continue
    const joins =
      year && headsYear(at) && pairs.some(({ text, year: other }) => text === cell.text && other !== year.text)
    out.push(joins ? { ...cell, text: `${cell.text} ${year.text}`, to: year.to } : cell)
    if (joins) at++
  }
  return out
}

/** The longest table that begins with this cell; `opens`: no other cell stands before it. */
function tableFrom(all: readonly Cell[], opens = false): (FoundTable & { readonly used: number }) | undefined {
  const found: (Rows & { readonly last: Cell })[] = []
  for (let width = COLUMNS.least; width <= COLUMNS.most; width++) {
    for (const heads of [width, width - 1]) {
      const own = all.slice(0, heads)
      const cornerless = heads < width
      const words = cornerless && !own.every(({ kind }) => kind === 'jahr')
      if (!heads || !areHeads(own, cornerless) || (words && (!opens || heads < 2))) continue
      const cells = withHeadsOnce(all, heads)
      const rows = rowsBehind(cells, heads, width)
      const last = cells[(rows?.used ?? 0) - 1]
      // Words are no less than all heads where nothing stands above them and enough rows of numbers below.
      if (rows && last && !(words && !areNumbers(rows.rows))) found.push({ ...rows, used: all.indexOf(last) + 1, last })
    }
  }
  const best = found.sort((a, b) => b.used - a.used)[0]
  const [first] = all
  return best && first
    ? { from: first.from, to: best.last.to, head: best.head, rows: best.rows, certain: best.whole, used: best.used }
    : undefined
}

/** Cells without the heads that come back at the top of a page. */
function withHeadsOnce(cells: readonly Cell[], heads: number): readonly Cell[] {
  if (heads < 2) return cells
  const again = (at: number): boolean =>
    at >= heads && cells.slice(0, heads).every(({ text }, c) => cells[at + c]?.text === text)
  const out: Cell[] = []
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at]
    if (again(at)) at += heads - 1
    else if (cell) out.push(cell)
  }
  return out.length < cells.length ? out : cells
}

/** Rows of a label and numbers that are no chance. */
function areNumbers(rows: readonly (readonly string[])[]): boolean {
  return (
    rows.length >= ROWS.pairs &&
    rows.every(
      ([label = '', ...values]) =>
        kindOf(label) === 'wort' &&
        values.every((cell) => ['zahl', 'leer'].includes(kindOf(cell))) &&
        values.filter((cell) => kindOf(cell) === 'zahl').length * 2 > values.length,
    )
  )
}

interface Rows {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How many cells it takes, heads included. */
  readonly used: number
  /** No row had to be placed. */
  readonly whole: boolean
}

/** `Refin.`, `Bem.`: a word cut short by itself. */
const ABBREVIATED = /^\p{Lu}\p{L}{1,7}\.$/u

/** `Ist 30.09.`: the day a column was counted. */
const DAY_AT_END = /(?<!\d)\d{1,2}\.\s?\d{1,2}\.$/u

/** `VO/0577/31`, `DS 31-1134`: a paper whose figures a column holds. */
const NUMBERED = /^\p{Lu}{1,4}[ /-]\d{2,5}(?:[/-]\d{1,5}){1,2}$/u

/** Words or years that may head columns; without a head above the labels one of the others ends with a year. */
function areHeads(cells: readonly Cell[], cornerless: boolean): boolean {
  return (
    cells.every(
      ({ kind, text }) =>
        kind === 'jahr' ||
        (kind === 'wort' &&
          text.length <= 60 &&
          !/[.!?;:]$/.test(text.replace(SHORTENED, '').replace(ABBREVIATED, '').replace(DAY_AT_END, '')) &&
          !/\d{3}/.test(text.replace(/(?<!\d)(?:19|20)\d\d(?!\d)/g, '').replace(NUMBERED, ''))),
    ) &&
    (!cornerless || cells.some(({ text }) => /(?:19|20)\d\d\*?$/.test(text))) &&
    cells.some(({ kind }) => kind === 'wort' || cornerless)
  )
}

/** Rows of one period behind the heads. */
function rowsBehind(cells: readonly Cell[], heads: number, width: number): Rows | undefined {
  const head = cells.slice(0, heads).map(({ text }) => text)
  const kinds = kindsOf(cells.slice(heads, heads + width))
  // A code of digits before the words that tell what it is.
  const numbered = kinds[0] === 'zahl' && kinds[1] === 'wort' && /^\d{1,6}$/.test(cells[heads]?.text ?? '')
  if (kinds.length < width || kinds.includes('verklebt')) return undefined
  const short = isLabel(kinds[0]) && kinds.slice(1).some(isLabel) ? rowsByLabel(cells.slice(heads), width) : undefined
  if (short) return { ...short, head: heads < width ? ['', ...head] : head, used: heads + short.used }
  if (!isLabel(kinds[0]) && !numbered) return undefined
  const numbers = kinds.flatMap((kind, c) => (c > 0 && (kind === 'zahl' || kind === 'leer') ? [c] : []))
  if (!numbers.length || (kinds[0] === 'jahr' && cells.slice(0, heads).some(({ kind }) => kind === 'jahr')))
    return undefined
  const found =
    numbers.length === width - 1
      ? labelsWithValues(cells.slice(heads), width - 1)
      : periodicRows(cells.slice(heads), kinds, numbers)
  const least = width === 2 || numbered ? ROWS.pairs : ROWS.usual
  if (!found || found.rows.length < least || isForm(found.rows)) return undefined
  const labels = found.rows.map(([label]) => label ?? '')
  if (isLabel(kinds[0]) && kinds[0] !== 'wort' && labels.some((label, at) => at > 0 && label <= (labels[at - 1] ?? '')))
    return undefined
  return { ...found, head: heads < width ? ['', ...head] : head, used: heads + found.used }
}

/** Rows with cells of several kinds, each like the first; a last one may be a sum with nothing but label and numbers. */
function periodicRows(
  cells: readonly Cell[],
  kinds: readonly Kind[],
  numbers: readonly number[],
): Omit<Rows, 'head'> | undefined {
  const width = kinds.length
  const rows: string[][] = []
  let at = 0
  const odd = (): boolean =>
    rows.length >= ROWS.usual &&
    fitsWithWords(cells.slice(at, at + width), kinds) &&
    (at + width === cells.length || fits(cells.slice(at + width, at + 2 * width), kinds))
  while (fits(cells.slice(at, at + width), kinds) || odd()) {
    rows.push(cells.slice(at, at + width).map(({ text }) => text))
    at += width
  }
  const sum = rows.length >= ROWS.usual ? shortRow(cells.slice(at), numbers, width) : undefined
  return sum
    ? { rows: [...rows, sum], used: at + 1 + numbers.length, whole: numbers.length === 1 }
    : { rows, used: at, whole: true }
}

/**
 * Rows of a label and numbers. A label that was printed lower than its values stands behind the values of the next row
 * or at the end: if one row of values has no label before it and one label no values behind it, they belong together.
 */
function labelsWithValues(cells: readonly Cell[], count: number): Omit<Rows, 'head'> | undefined {
  const rows: { label: string | undefined; values: readonly Cell[] | undefined; to: number }[] = []
  let at = 0
  while (at < cells.length) {
    const label = isLabel(cells[at]?.kind) ? cells[at] : undefined
    const from = label ? at + 1 : at
    const values = cells.slice(from, from + count)
    const full = values.length === count && values.every(({ kind }) => isValue(kind))
    if (full && (!label || rows.length === 0 || label.kind === cells[0]?.kind)) {
      at = from + count
      rows.push({ label: label?.text, values, to: at })
    } else if (label && rows.some((row) => row.label === undefined) && !rows.some((row) => !row.values)) {
      at++
      rows.push({ label: label.text, values: undefined, to: at })
    } else break
  }
  const orphan = rows.find((row) => !row.values)
  const nameless = rows.filter((row) => row.label === undefined).length
  const end =
    nameless === (orphan ? 1 : 0)
      ? rows.length
      : Math.max(
          0,
          rows.findIndex((row) => row.label === undefined),
        )
  const kept = rows.slice(0, end)
  const behind = end < rows.length ? labelsBehind(cells, count, kept.length) : undefined
  if (behind) return behind
  return {
    rows: kept.flatMap(({ label, values }) =>
      values ? [[label ?? orphan?.label ?? '', ...values.map(({ text }) => text)]] : [],
    ),
    used: kept.at(-1)?.to ?? 0,
    whole: !orphan || end < rows.length,
  }
}

/** `Datum:` over `3.2.2031`: labels and values of a form. */
function isForm(rows: readonly (readonly string[])[]): boolean {
  return rows.filter(([label]) => label?.endsWith(':')).length > rows.length / 3
}
