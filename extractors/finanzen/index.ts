/**
 * Finanzen: the paper's effect on the budget, every amount of money in it, every table.
 *
 * Units: euro cents (integer, unit applied, negative as printed); years as printed.
 * Reads: the whole paper; forms in sections of kind `finanzen`.
 * Messages: `betrag-unlesbar`: a number with a currency cannot be read and is left out.
 * Source: finance forms and notations listed in `samples/` and the cases beside this file.
 */
import type { Table } from 'mdast'
import { headRowsOf, rowsOf, type Span } from '../../src/document.ts'
import { type CandidateOf, defineExtractor, type ReadPaper, type Report } from '../../src/extractor.ts'
import { namesIn } from '../../src/parse/actor.ts'
import type { TableFacts } from '../../src/parse/table-facts.ts'
import { bareAmounts } from './bare-amounts.ts'
import { type Placed, placedBlocks } from './blocks.ts'
import { cellAmounts } from './cell-amounts.ts'
import { centLineAmounts } from './cent-lines.ts'
import { tornForms } from './columns.ts'
import { financeForm } from './form.ts'
import { formEntries } from './form-entries.ts'
import { carriedBefore } from './head-line.ts'
import { yearOfLead } from './item-lead.ts'
import { cleanLabel } from './label-clean.ts'
import { artInList, type ListPlace, moneyLists } from './money-lists.ts'
import { type ReadTable, readTables } from './read-tables.ts'
import { type Art, artOf, betrag, finanzangabe, tabelle } from './schema.ts'
import { stepsTables } from './steps-table.ts'
import { isAmountList, isPairs, splitTables, type TableRecord } from './tables.ts'
import { type Found, textAmounts } from './text-amounts.ts'
import { timeLineAmounts } from './time-lines.ts'
import { unitLineAmounts } from './unit-lines.ts'
import { yearUnitLineAmounts } from './year-unit-lines.ts'

/** How much of the block before is read for what leads lines in. */
const LEAD = 160

const records = {
  finanzen: { table: 'finanzangabe', many: false, schema: finanzangabe },
  betraege: { table: 'betrag', many: true, schema: betrag },
  tabellen: { table: 'tabelle', many: true, schema: tabelle },
} as const

export const finanzen = defineExtractor({
  name: 'finanzen',
  version: 10,
  summary: 'Effect on the budget, amounts of money, tables.',
  reads: 'alle',
  records,
  *extract(paper, report) {
    const placed = placedBlocks(paper)
    const found = [...contents(paper, placed, report)]
    const { value, evidence, fields, doubts } = financeForm(paper, placed, statedAmounts(found), effectIn(placed))
    yield { kind: 'finanzen', value, evidence, doubts, ...(fields ? { fields } : {}) }
    yield* found
  },
})

/** Rows of years below "Ertrag [€]", "Aufwand [€]": what the paper does to the budget. */
function effectIn(placed: readonly Placed[]): Span | undefined {
  const found = placed.flatMap((block) => [...yearUnitLineAmounts(block)])
  return found.find(
    ({ amount, bezeichnung }) =>
      amount.cents !== 0 && /ertr[aä]g|aufw[aä]nd|aufwendung|einzahlung|auszahlung/iu.test(bezeichnung ?? ''),
  )?.evidence
}

/** Where amounts stand that are not nothing and no limit. */
function statedAmounts(found: readonly CandidateOf<typeof records>[]): Span[] {
  return found.flatMap(({ kind, value, evidence }) =>
    kind === 'betraege' && 'cent' in value && value.cent !== 0 && !Array.isArray(evidence) && 'start' in evidence
      ? [evidence]
      : [],
  )
}

function* contents(
  paper: ReadPaper,
  placed: readonly Placed[],
  report: Report,
): Generator<CandidateOf<typeof records>> {
  const torn = tornForms(placed)
  const names = namesIn(paper.text)
  const lists = moneyLists(placed, torn.labels)
  const steps = stepsTables(paper, placed)
  const tables = readTables(paper, placed, steps)
  for (const { value, span, certain } of steps)
    yield { kind: 'tabellen', value, evidence: span, doubts: certain ? [] : ['tabelle-unsicher'] }
  const entries = formEntries(placed)
  const taken = new Set<number>()
  const lines = placed.filter((_, index) => !tableAt(paper, placed, index, tables))
  const years = placed.flatMap((block) => [...yearUnitLineAmounts(block)])
  for (const found of [...years, ...unitLineAmounts(placed), ...centLineAmounts(lines)]) {
    if (taken.has(found.evidence.start)) continue
    taken.add(found.evidence.start)
    yield candidate(paper, cleaned(found))
  }
  for (const [index, block] of placed.entries()) {
    const above = placed[index - 1]
    const read = tableAt(paper, placed, index, tables)
    if (!read || block.block.type !== 'table') {
      for (const found of textAmounts(
        block,
        above,
        torn.labels,
        names,
        (before, row) => carriedBefore(placed, index, before, row),
        (at) => yearOfLead(placed, index, at),
        report,
      ))
        yield candidate(paper, listed(found, lists.get(found.evidence.start)), lists.get(found.evidence.start))
      for (const found of withoutUnit(paper, placed, index, tables, [
        ...(torn.bare.get(block) ?? []),
        ...(entries.get(block) ?? []),
      ]))
        if (!taken.has(found.evidence.start)) yield candidate(paper, cleaned(found))
      continue
    }
    const { facts, value, certain } = read
    for (const table of value ? splitTables(value) : [])
      yield { kind: 'tabellen', value: table, evidence: block.span, doubts: certain ? [] : ['tabelle-unsicher'] }
    if (value?.art === 'beratungsfolge') continue
    for (const found of cellAmounts(paper, block.block, facts, report)) {
      const head =
        headRowsOf(block.block) && above?.block.type !== 'heading' ? undefined : carriedBefore(placed, index, '', '')
      yield candidate(paper, {
        ...found,
        ...(found.bezeichnung === null && value ? namedByTitle(value, found) : {}),
        jahr: found.jahr ?? head?.jahr ?? null,
        turnus: found.turnus ?? head?.turnus ?? null,
      })
    }
  }
}

/** "2031 | 2032" over one row of amounts without words: the title of the table names them. */
function namedByTitle({ titel, zeilen }: TableRecord, { doubts }: Found): Partial<Found> {
  if (!titel || zeilen.length > 1 || zeilen.flat().some((cell) => /\p{L}{4}/u.test(cell))) return {}
  const { label, unsure } = cleanLabel(titel, 'tabelle')
  return label && !unsure
    ? { bezeichnung: label, doubts: doubts.filter((doubt) => doubt !== 'beschriftung-unsicher') }
    : {}
}

/** The table a block is read as; undefined for text, and for a form whose lines are read one by one. */
function tableAt(
  paper: ReadPaper,
  placed: readonly Placed[],
  index: number,
  tables: ReadonlyMap<number, ReadTable>,
): ReadTable | undefined {
  const block = placed[index]
  const read = tables.get(index)
  if (!read || block?.block.type !== 'table') return undefined
  return read.value || isHeaded(block.block, read.facts) || isList(paper, block) ? read : undefined
}

/** Amounts of a block that print no unit, each once, in the order of the text. */
function withoutUnit(
  paper: ReadPaper,
  placed: readonly Placed[],
  index: number,
  tables: ReadonlyMap<number, ReadTable>,
  entries: readonly Found[],
): Found[] {
  const block = placed[index]
  const found = new Map<number, Found>()
  const lead = placed[index - 1]?.text.slice(-LEAD) ?? ''
  const lines = block ? [...timeLineAmounts(block, lead)] : []
  const all = [...lines, ...entries, ...bareAmounts(paper, placed, index, tables)]
  for (const one of all) if (!found.has(one.evidence.start)) found.set(one.evidence.start, one)
  return [...found.values()].sort((a, b) => a.evidence.start - b.evidence.start)
}

/** Labels with one amount each outside a form; "Haushaltsjahr 2031:" is a label of a form. */
function isList(paper: ReadPaper, { block, section }: Placed): boolean {
  if (block.type !== 'table') return false
  const rows = rowsOf(paper, block).map((row) => row.map((cell) => cell.text))
  if (!headRowsOf(block) && isPairs(rows)) return true
  if (section?.kind === 'finanzen') return false
  return isAmountList(rows) && rows.every(([label = '']) => /\p{L}{2}/u.test(label) && !label.trim().endsWith(':'))
}

/** A form whose heads stand over its amounts, not before them. */
function isHeaded(table: Table, facts: TableFacts): boolean {
  return headRowsOf(table) > 0 && facts.columns.filter(({ kind }) => kind === 'geld').length >= 2
}

/** An amount named by a line of a form: the line's words, cleaned. */
function cleaned(found: Found): Found {
  const { label, unsure } = cleanLabel(found.bezeichnung ?? '', found.herkunft)
  const doubted = unsure && !found.doubts.includes('beschriftung-unsicher')
  return { ...found, bezeichnung: label, doubts: doubted ? [...found.doubts, 'beschriftung-unsicher'] : found.doubts }
}

/** An amount in a list: the sum has the name of the list, and never that of its last line. */
function listed(found: Found, place: ListPlace | undefined): Found {
  if (place?.sumOf === undefined) return found
  const doubts = found.doubts.filter((doubt) => doubt !== 'beschriftung-unsicher')
  return place.sumOf === null
    ? { ...found, bezeichnung: null, doubts: [...doubts, 'beschriftung-unsicher'] }
    : { ...found, bezeichnung: place.sumOf, doubts }
}

/** The kinds of money that is spent or comes in; what they amount to "bis zu" is an estimate where a forecast says it. */
const FLOWS: ReadonlySet<Art> = new Set([
  'ertrag',
  'aufwand',
  'einzahlung',
  'auszahlung',
  'folgekosten',
  'gesamtkosten',
])

/** "./. Landeszuweisung | 58.000": the row is taken off, with or without a sign at its numbers. */
const REDUCES = /^\s*\.\/\.\s?\p{L}/u

function artIn(label: string | null, threshold: boolean, sense: Found['sense'], place: ListPlace | undefined): Art {
  const plain = artOf(label, false)
  if (sense === 'saved' && FLOWS.has(plain)) return 'unbestimmt'
  return artInList(label, threshold && !(sense === 'forecast' && FLOWS.has(plain)), place)
}

function candidate(
  paper: ReadPaper,
  { amount, evidence, bezeichnung, jahr, turnus, herkunft, doubts, sense }: Found,
  place?: ListPlace,
): CandidateOf<typeof records> {
  return {
    kind: 'betraege',
    value: {
      cent: REDUCES.test(bezeichnung ?? '') ? -Math.abs(amount.cents) : amount.cents,
      bezeichnung,
      jahr,
      turnus,
      ungefaehr: amount.approx,
      art: artIn(bezeichnung, amount.threshold, sense, place),
      herkunft,
      zitat: paper.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' ').trim(),
    },
    evidence,
    doubts,
  }
}
