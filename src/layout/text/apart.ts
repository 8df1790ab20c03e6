/**
 * Tables taken out of the lines among which they are found, one kind after the other.
 */
import type { TextLine } from './lines.ts'
import { type Marked, tableBlock } from './table-block.ts'

/** A table among lines, as those who look for one hand it over. */
export interface FoundTable {
  /** Lines of the input it takes: from, to (exclusive). */
  readonly from: number
  readonly to: number
  readonly head: readonly string[] | undefined
  readonly rows: readonly (readonly string[])[]
  /** True: arithmetic proves rows and columns. */
  readonly certain?: boolean
}

export type Find = (lines: readonly string[]) => FoundTable | undefined

/** Lines, or a table that was found among them. */
export type Part = { readonly lines: readonly TextLine[] } | { readonly table: Marked }

/** Where a table's block begins, told from what was found and the lines from the end of the table before. */
type Take = (found: FoundTable, lines: readonly TextLine[]) => { readonly from: number; readonly block: Marked }

/** The parts with the tables that `find` finds among their lines taken out of them, in order. */
export function apart(parts: readonly Part[], find: Find, take: Take = asFound): Part[] {
  return parts.flatMap((part) => ('table' in part ? [part] : tablesAmong(part.lines, find, take)))
}

function tablesAmong(all: readonly TextLine[], find: Find, take: Take): Part[] {
  const texts = all.map(({ text }) => text.trimEnd())
  const parts: Part[] = []
  let at = 0
  while (at < all.length) {
    const found = nextTable(texts, at, find)
    if (!found) break
    const { from, block } = take(found, all.slice(at, at + found.to))
    if (from > 0) parts.push({ lines: all.slice(at, at + from) })
    parts.push({ table: block })
    at += found.to
  }
  return at < all.length ? [...parts, { lines: all.slice(at) }] : parts
}

/** So many lines are searched at once for the next table, more where none is found; so many behind it must be known. */
const SEARCHED = { lines: 400, behind: 100 }

/** The first table from a line on. In a long text what it takes to find it does not grow with all that follows. */
function nextTable(lines: readonly string[], from: number, find: Find): FoundTable | undefined {
  for (let count = SEARCHED.lines; ; count *= 8) {
    const found = find(lines.slice(from, from + count))
    if (from + count >= lines.length || (found && found.to + SEARCHED.behind <= count)) return found
  }
}

function asFound({ from, to, head, rows, certain = false }: FoundTable, lines: readonly TextLine[]) {
  const heads = head ? [head] : []
  return {
    from,
    block: tableBlock({ rows: [...heads, ...rows], headRows: heads.length, certain }, lines.slice(from, to)),
  }
}
