/**
 * Rows that begin with a number of their own (`300 Bauwerk 2.874.150,00` below `KG Bezeichnung Kosten brutto in EUR`): two
 * columns of a table whose gaps are lost, where the heads are one more than label and values need.
 *
 * Never guesses: every row but sums at the end begins with such a number, higher than the one before, and the line above
 * parts into as many heads. Pure; knows no words.
 * Source: cost tables by groups, saved as text in the order of their contents (`pdftotext -raw`).
 */
import type { FoundTable } from './apart.ts'
import { cellsByWord } from './torn-heads.ts'

const CODE = /^(\d{1,4}) (\p{Lu}.*)$/u
/** Rows with a number. */
const ROWS = 3
/** Rows without one at the end. */
const SUMS = 3
const HEAD = 110

/** The table of such rows that begin at a line, with their heads in the line above. */
export function codedRows(
  lines: readonly string[],
  at: number,
  run: { readonly rows: readonly (readonly string[])[]; readonly to: number },
): FoundTable | undefined {
  const parted = run.rows.map((row) => CODE.exec(row[0] ?? ''))
  const count = parted.findIndex((found) => !found)
  const coded = count < 0 ? parted.length : count
  const codes = parted.slice(0, coded).map((found) => Number(found?.[1]))
  const rising = codes.every((code, n) => n === 0 || code > (codes[n - 1] ?? 0))
  if (coded < ROWS || parted.length - coded > SUMS || !rising || parted.slice(coded).some(Boolean)) return undefined
  const line = lines[at - 1]?.trim() ?? ''
  const width = (run.rows[0]?.length ?? 0) + 1
  const head = line.length < HEAD && !/[.!?:;,\t]$|\t/.test(line) ? headsIn(line, width) : undefined
  if (!head) return undefined
  const rows = run.rows.map(([label = '', ...values], r) => {
    const found = parted[r]
    return found ? [found[1] ?? '', found[2] ?? '', ...values] : ['', label, ...values]
  })
  return { from: at - 1, to: run.to, head, rows }
}

/** As many heads as columns; a word in lower case before a noun is one by itself only where one is missing. */
function headsIn(line: string, width: number): string[] | undefined {
  const cells = cellsByWord([line])
  const open = cells.filter((cell) => OPEN.test(cell))
  const all = cells.length === width - 1 && open.length === 1 ? cells.flatMap(parted) : cells
  const words = all.slice(0, 2).every((cell) => /^\p{Lu}[\p{L}.-]*$/u.test(cell))
  const alone = all === cells ? all : all.filter((cell) => !open[0]?.startsWith(cell))
  const begun = alone.every((cell) => cell.length < 40 && /^[\p{Lu}\d]/u.test(cell))
  return all.length === width && words && begun ? all : undefined
}

const OPEN = /^\p{Ll}+ \p{Lu}\p{L}+$/u

function parted(cell: string): string[] {
  return OPEN.test(cell) ? cell.split(' ') : [cell]
}
