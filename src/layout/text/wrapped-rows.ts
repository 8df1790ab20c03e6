/**
 * Rows of a table whose cells were broken over lines, put together again.
 *
 * Pure; knows the small words German phrases are joined by.
 */
import { joinedLines } from '../hyphen.ts'
import { headRowsIn } from './head-rows.ts'
import { SMALL_WORDS } from './small-words.ts'

/** Fewer lines of heads stay rows of their own: the upper may span several of the lower. */
const HEADS = 3
/** A line of a head, in characters. */
const HEAD = 32

/** Heads broken over many lines ("Fortge-" / "schriebener" / "Ansatz 2031") become one row. */
export function headsTogether(rows: readonly (readonly string[])[]): string[][] {
  const data = rows.findIndex((printed) => {
    const row = printed[0] ? printed : printed.map(withoutDay)
    return headRowsIn([row, row]) === 0
  })
  const isHead = (cell: string): boolean =>
    cell.length <= HEAD && !/\d[.,]\d|€|\d{5}|\p{L}: \p{Lu}/u.test(withoutDay(cell))
  if (data < HEADS || data > 2 * HEADS || !rows.slice(0, data).every((row) => row.every(isHead)))
    return rows.map((row) => [...row])
  const head = rows[0]?.map((_, c) => joinedLines(rows.slice(0, data).flatMap((row) => row[c] || [])))
  return [...(head ? [head] : []), ...rows.slice(data).map((row) => [...row])]
}

/** A day may stand in a head; `am` keeps its place. */
function withoutDay(cell: string): string {
  return cell.replace(/^\d{1,2}\.\d{1,2}\.(?:\d{4})?$/, 'am')
}

/** Words that cannot end a cell. */
const UNFINISHED = new RegExp(String.raw`(?:[-,/&]|\s(?:${SMALL_WORDS}))$`, 'u')

/** Does a cell go on with the one above? Numbers do only behind what breaks off, or among words that stand alone. */
function goesOnWith(last: string, cell: string, single: boolean): boolean {
  // A label stands below a label; it does not go on with it.
  if (!last || (last.endsWith(':') && cell.endsWith(':'))) return false
  if (!/\d/.test(cell) || UNFINISHED.test(last) || /\/ \p{Lu}{1,4}$|\p{Lu}\p{Ll}{2,5}\.$/u.test(last)) return true
  return single && /^\p{L}{2,}[^:]*$/u.test(cell) && /^\D+$/.test(last)
}

/** Lines that only go on with cells of the line before are put to it: its words were broken over lines. */
export function wrappedTogether(rows: readonly (readonly string[])[]): string[][] {
  const out: string[][] = []
  for (const row of rows) {
    const last = out.at(-1)
    const single = row.filter(Boolean).length === 1
    const goesOn =
      last && !row[0] && row.some(Boolean) && row.every((cell, c) => !cell || goesOnWith(last[c] ?? '', cell, single))
    const alone = last?.[0] && row[0] && last.slice(1).every((cell) => !cell)
    const broken = alone && (/^\p{Ll}/u.test(row[0] ?? '') || UNFINISHED.test(last[0] ?? ''))
    // The first line may be half of the heads, whose cells stand nearer than those below; a number begins a row.
    const joins = (cell: string, c: number): boolean =>
      !cell || (!/\d/.test(cell) && (c === 0 || (out.length > 1 && /\D$/.test(last?.[c] ?? ''))))
    const rest = last?.[0] && row[0] && UNFINISHED.test(last[0]) && row.every(joins)
    if (last && (goesOn || broken || rest))
      out[out.length - 1] = last.map((cell, c) => joinedLines([cell, row[c] ?? '']))
    else out.push([...row])
  }
  return out
}
