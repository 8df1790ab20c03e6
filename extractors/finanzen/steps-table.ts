/**
 * A Beratungsfolge whose table text extraction tore into lines: put together again from its column heads and steps.
 *
 * Doubts: `tabelle-unsicher` where a step is in doubt or something among them was not read.
 */
import type { Table } from 'mdast'
import { rowsOf, type SectionNode, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { type Column, columnsOf } from '../../src/parse/consultation/columns.ts'
import { readConsultation } from '../../src/parse/consultation/read.ts'
import type { Step } from '../../src/parse/consultation/steps.ts'
import { linesOf, type Placed } from './blocks.ts'
import type { TableRecord } from './tables.ts'

export interface StepsTable {
  readonly value: TableRecord
  readonly span: Span
  readonly certain: boolean
}

/** The tables of sections that hold steps under a line of column heads, but no table. */
export function stepsTables(paper: ReadPaper, placed: readonly Placed[]): StepsTable[] {
  const tables: StepsTable[] = []
  for (const section of paper.sections) {
    if (section.kind !== 'beratungsfolge' || !section.position) continue
    const own = placed.filter((block) => block.section === section)
    if (own.some(({ block }) => block.type === 'table' && !isTorn(block, paper))) continue
    const table = tableOf(paper, section, placed)
    if (table) tables.push(table)
  }
  return tables
}

/** What the reader took for a table although none of its heads is one of a Beratungsfolge. */
export function isTorn(table: Table, paper: Pick<ReadPaper, 'text'>): boolean {
  const [head] = rowsOf(paper, table)
  return table.data?.certain === false && !head?.some((cell) => columnsOf(cell.text)?.some(Boolean))
}

function tableOf(paper: ReadPaper, section: SectionNode, placed: readonly Placed[]): StepsTable | undefined {
  const span = spanOf(section)
  const text = paper.text.slice(span.start, span.end)
  const line = linesOf(text).find(
    ({ start, end }) => (columnsOf(text.slice(start, end))?.filter(Boolean).length ?? 0) >= 3,
  )
  if (!line) return undefined
  const words = text.slice(line.start, line.end)
  const columns = withBody(columnsOf(words) ?? [])
  const heads = headsOf(words, columns.length)
  const { steps, end, unread } = readConsultation(paper.text, { start: span.start + line.start, end: span.end })
  if (!steps.length || !heads || !columns.includes('gremium')) return undefined
  const zeilen = steps.map((step) => columns.map((column) => cellOf(paper.text, step, column)))
  const start = span.start + line.start
  return {
    value: { titel: titleOf(section, placed), art: 'beratungsfolge', einheit: null, spalten: heads, zeilen },
    span: { start, end: Math.max(end, span.start + line.end) },
    certain: !unread.length && !steps.some((step) => step.crossByBlanks || step.unsure || step.vague),
  }
}

/** "Beratungsfolge der Vorlage am TOP …": the first head names no column, the bodies stand under it. */
function withBody(columns: readonly (Column | null)[]): (Column | null)[] {
  const [first, second] = columns
  return first === null && second === 'datum' && !columns.includes('gremium')
    ? ['gremium', ...columns.slice(1)]
    : [...columns]
}

/** The words of each head: where one more word makes one more column. */
function headsOf(words: string, count: number): string[] | undefined {
  const ends = [...words.matchAll(/\S+/g)].map((found) => found.index + found[0].length)
  const last = new Map<number, number>()
  for (const end of ends) {
    const found = columnsOf(words.slice(0, end))?.length
    if (found) last.set(found, end)
  }
  if (!last.has(1) && ends[0]) last.set(1, ends[0])
  const heads = Array.from({ length: count }, (_, at) => {
    const [from, to] = [at ? last.get(at) : 0, last.get(at + 1)]
    return from === undefined || to === undefined ? undefined : words.slice(from, to).trim()
  })
  return heads.every((head) => head !== undefined) ? heads : undefined
}

function cellOf(text: string, step: Step, column: Column | null): string {
  const words = (span: Span | undefined): string =>
    span ? text.slice(span.start, span.end).replace(/\s+/g, ' ').trim() : ''
  const { spans } = step
  switch (column) {
    case 'gremium':
      return step.bodySpans.map(words).join(' ') || step.gremium
    case 'datum':
      return words(spans.datum)
    case 'top':
      return words(spans.top)
    case 'status':
      return words(spans.oeffentlichkeit)
    case 'rolle':
      return words(spans.zustaendigkeit)
    case 'ergebnis':
      return spans.ergebnis ? (step.ergebnis ?? words(spans.ergebnis)) : ''
    case 'sitzung':
      return words(spans.sitzung)
    case 'oeffentlich':
      return step.oeffentlichkeit === 'oeffentlich' ? words(spans.oeffentlichkeit) : ''
    case 'nichtoeffentlich':
      return step.oeffentlichkeit === 'nichtoeffentlich' ? words(spans.oeffentlichkeit) : ''
    default:
      return ''
  }
}

/** The printed heading directly above. */
function titleOf(section: SectionNode, placed: readonly Placed[]): string | null {
  const start = spanOf(section).start
  const own = placed.find(({ span }) => span.start === start)
  const above = own?.block.type === 'heading' ? own : placed.findLast(({ span }) => span.end <= start)
  return above?.block.type === 'heading' && /beratung|sitzung/i.test(above.text)
    ? above.text.replace(/\s+/g, ' ').replace(/\s*:$/, '')
    : null
}
