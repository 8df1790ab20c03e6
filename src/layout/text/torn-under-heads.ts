/**
 * Torn tables whose column heads `torn-tables.ts` does not know: one line of as many heads as columns, or a line of years,
 * above rows whose first label holds no part of them.
 */
import type { FoundTable } from './apart.ts'
import { headsOver } from './blank-heads.ts'
import { tornTable } from './torn-tables.ts'

/** The first torn table among lines, with its heads. */
export function tornUnderHeads(lines: readonly string[]): FoundTable | undefined {
  const torn = tornTable(lines)
  const [first = []] = torn?.rows ?? []
  // Years within a label are the rest of heads over it.
  if (!torn || torn.head || /(?:19|20)\d\d.*\p{L}/u.test(first[0] ?? '')) return torn
  const columns = first.length
  const heads = headsOver(lines, torn.from, { widths: [columns, columns - 1], sure: false })
  const printed = lines.slice(heads?.from ?? torn.from, torn.from).filter((line) => line.trim())
  const years = heads?.cells.slice(1 - columns).every((cell) => /^(?:19|20)\d\d/.test(cell))
  if (!heads || (printed.length !== 1 && !years)) return torn
  return { ...torn, from: heads.from, head: [...Array<string>(columns - heads.cells.length).fill(''), ...heads.cells] }
}
