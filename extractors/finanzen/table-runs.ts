/**
 * Tables and their continuations: a table without heads that follows one of as many columns, with nothing but the number
 * of the page or of the paper between, goes on with its rows and its heads hold.
 */
import type { Table } from 'mdast'
import { headRowsOf, rowsOf, type Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isLetterheadNumber, isOwnShape } from '../../src/parse/paper-number.ts'
import type { TableFacts } from '../../src/parse/table-facts.ts'
import type { Placed } from './blocks.ts'
import { factsOf } from './cell-amounts.ts'
import { isTorn } from './steps-table.ts'
import { type TableRecord, tableRecord } from './tables.ts'
import { wordsAround } from './words-around.ts'

export interface TableRun {
  /** Index of the block the table begins with. */
  readonly head: number
  readonly facts: TableFacts
  /** The whole table; undefined if it is a form. */
  value: TableRecord | undefined
  span: Span
  certain: boolean
}

/** For every block that is a table, by index: the table it is, or goes on with; but for those `taken` otherwise. */
export function tableRuns(
  paper: ReadPaper,
  placed: readonly Placed[],
  taken: readonly { readonly span: Span }[] = [],
): Map<number, TableRun> {
  const runs = new Map<number, TableRun>()
  let open: { run: TableRun; width: number; broken: boolean } | undefined
  for (const [index, block] of placed.entries()) {
    if (block.block.type !== 'table') {
      if (!isPageMark(block.text)) open = undefined
      else if (open) open.broken = true
      continue
    }
    const table = block.block
    const width = widthOf(table)
    const certain = table.data?.certain !== false
    if (open?.run.value && open.broken && headRowsOf(table) === 0 && width === open.width) {
      const rows = rowsOf(paper, table).map((row) => row.map((cell) => cell.text.replace(/\s+/g, ' ').trim()))
      const { run } = open
      if (run.value) run.value = { ...run.value, zeilen: [...run.value.zeilen, ...rows] }
      run.span = { start: run.span.start, end: block.span.end }
      run.certain &&= certain
      runs.set(index, run)
      open.broken = false
      continue
    }
    if (block.section?.kind === 'beratungsfolge' && isTorn(table, paper)) continue
    if (taken.some(({ span }) => span.start < block.span.end && block.span.start < span.end)) continue
    const around = wordsAround(placed, index)
    const facts = factsOf(paper, table, around)
    const run: TableRun = {
      head: index,
      facts,
      value: tableRecord(paper, table, facts, block, placed[index - 1], around),
      span: block.span,
      certain,
    }
    runs.set(index, run)
    open = { run, width, broken: false }
  }
  return runs
}

/** What stands between two pages: the page's number, the paper's, or nothing. */
function isPageMark(text: string): boolean {
  return (
    /^[\s–—-]*(?:(?:Seite )?\d{1,4}(?: ?(?:von|\/) ?\d{1,4})?)?[\s–—-]*$/.test(text) ||
    isOwnShape(text.trim()) ||
    isLetterheadNumber(text)
  )
}

function widthOf(table: Table): number {
  return Math.max(0, ...table.children.map((row) => row.children.length))
}
