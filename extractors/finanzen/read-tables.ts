/**
 * The tables among a paper's blocks: what their heads and surroundings say, and the whole table as a record unless it is
 * a form.
 */
import type { Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import type { TableFacts } from '../../src/parse/table-facts.ts'
import type { Placed } from './blocks.ts'
import { factsOf } from './cell-amounts.ts'
import { isTorn } from './steps-table.ts'
import { type TableRecord, tableRecord } from './tables.ts'
import { wordsAround } from './words-around.ts'

export interface ReadTable {
  readonly facts: TableFacts
  /** The whole table; undefined if it is a form. */
  readonly value: TableRecord | undefined
  readonly certain: boolean
}

/** For every block that is a table, by index: what it says; but for those `taken` otherwise. */
export function readTables(
  paper: ReadPaper,
  placed: readonly Placed[],
  taken: readonly { readonly span: Span }[] = [],
): Map<number, ReadTable> {
  const tables = new Map<number, ReadTable>()
  for (const [index, block] of placed.entries()) {
    const table = block.block
    if (table.type !== 'table' || (block.section?.kind === 'beratungsfolge' && isTorn(table, paper))) continue
    if (taken.some(({ span }) => span.start < block.span.end && block.span.start < span.end)) continue
    const around = wordsAround(placed, index)
    const facts = factsOf(paper, table, around)
    const value = tableRecord(paper, table, facts, block, placed[index - 1], around)
    tables.set(index, { facts, value, certain: table.data?.certain !== false })
  }
  return tables
}
