/**
 * Finanzen: the paper's effect on the budget, every amount of money in it, every table.
 *
 * Units: euro cents (integer, unit applied, negative as printed); years as printed.
 * Reads: the whole paper; forms in sections of kind `finanzen`.
 * Messages: `betrag-unlesbar`: a number with a currency cannot be read and is left out.
 * Source: finance forms and notations listed in `samples/` and the cases beside this file.
 */
import { type CandidateOf, defineExtractor, type ReadPaper, type Report } from '../../src/extractor.ts'
import { type Placed, placedBlocks } from './blocks.ts'
import { cellAmounts, factsOf } from './cell-amounts.ts'
import { tornLabels } from './columns.ts'
import { financeForm } from './form.ts'
import { artOf, betrag, finanzangabe, tabelle } from './schema.ts'
import { tableRecord } from './tables.ts'
import { type Found, textAmounts } from './text-amounts.ts'

const records = {
  finanzen: { table: 'finanzangabe', many: false, schema: finanzangabe },
  betraege: { table: 'betrag', many: true, schema: betrag },
  tabellen: { table: 'tabelle', many: true, schema: tabelle },
} as const

/** A note longer than this is running text; only its nearest part is read. */
const NOTE = 160

export const finanzen = defineExtractor({
  name: 'finanzen',
  version: 1,
  summary: 'Effect on the budget, amounts of money, tables.',
  reads: 'alle',
  records,
  *extract(paper, report) {
    const placed = placedBlocks(paper)
    const { value, evidence, fields, doubts } = financeForm(paper, placed)
    yield { kind: 'finanzen', value, evidence, doubts, ...(fields ? { fields } : {}) }
    yield* contents(paper, placed, report)
  },
})

function* contents(
  paper: ReadPaper,
  placed: readonly Placed[],
  report: Report,
): Generator<CandidateOf<typeof records>> {
  const torn = tornLabels(placed)
  for (const [index, block] of placed.entries()) {
    const above = placed[index - 1]
    if (block.block.type !== 'table') {
      for (const found of textAmounts(block, above, torn, report)) yield candidate(paper, found)
      continue
    }
    const table = block.block
    const facts = factsOf(paper, table, [tail(above), headOf(placed[index + 1])])
    const value = tableRecord(paper, table, facts, block, above)
    if (value) {
      yield {
        kind: 'tabellen',
        value,
        evidence: block.span,
        doubts: table.data?.certain === false ? ['tabelle-unsicher'] : [],
      }
    }
    if (value?.art === 'beratungsfolge') continue
    for (const found of cellAmounts(paper, table, facts, report)) yield candidate(paper, found)
  }
}

function candidate(
  paper: ReadPaper,
  { amount, evidence, bezeichnung, jahr, turnus, herkunft, doubts }: Found,
): CandidateOf<typeof records> {
  return {
    kind: 'betraege',
    value: {
      cent: amount.cents,
      bezeichnung,
      jahr,
      turnus,
      ungefaehr: amount.approx,
      art: artOf(bezeichnung, amount.threshold),
      herkunft,
      zitat: paper.text.slice(evidence.start, evidence.end).replace(/\s+/g, ' ').trim(),
    },
    evidence,
    doubts,
  }
}

/** The last words above a table: its title or "Angaben in TEUR". */
function tail(above: Placed | undefined): string {
  if (!above || above.block.type === 'table') return ''
  return above.text.length <= NOTE ? above.text : (above.text.split(/\n|(?<=[.:])\s/).at(-1) ?? '').slice(-NOTE)
}

/** A short note directly below a table. */
function headOf(below: Placed | undefined): string {
  return below && below.block.type !== 'table' && below.text.length <= NOTE ? below.text : ''
}
