/**
 * Prüfung: the arithmetic of a paper as evidence. Sums of rows and columns, subtotals, balances, chains over years, text
 * against table, factors and percentages are worked out again; each is a record that says whether it holds.
 *
 * What holds speaks for the reading of its cells and settles their doubts about rows and columns; what does not is first
 * held against the reading (`rechnung-unstimmig` for the amounts concerned), and called the paper's own error only where
 * every number is verbatim and the table certain.
 *
 * Units: cents for money, else what the paper counts; three decimals.
 * Reads: the records `tabellen` and the tables behind them; sentences with factors and percentages.
 * Messages: `rechnung-falsch`: a calculation of the paper itself does not hold.
 * Source: none: arithmetic is the same everywhere.
 */
import { type Message, quote } from '../../src/document.ts'
import { defineExtractor } from '../../src/extractor.ts'
import { message } from '../../src/messages.ts'
import type { Finding } from './finding.ts'
import { formFindings } from './form.ts'
import { leadIns } from './lead-in.ts'
import { lineLists } from './line-lists.ts'
import { proseFindings } from './prose.ts'
import { pruefung } from './schema.ts'
import { gridsOf, tableFindings } from './table-findings.ts'
import { textAgainstTables } from './text-table.ts'

export const pruefungen = defineExtractor({
  name: 'pruefung',
  version: 2,
  summary: 'Sums, balances, chains over years, factors and percentages of a paper, worked out again.',
  reads: 'alle',
  after: ['finanzen', 'vzae'],
  records: { pruefungen: { table: 'pruefung', many: true, schema: pruefung } },
  *extract(paper, report, read) {
    const grids = gridsOf(paper, read.tabellen ?? [])
    const found = [
      ...formFindings(read.betraege ?? []),
      ...tableFindings([...grids, ...lineLists(paper)]),
      ...leadIns(paper, grids),
      ...proseFindings(paper, grids),
      ...textAgainstTables(read.betraege ?? [], grids),
    ]
    for (const finding of distinct(found).toSorted((a, b) => a.evidence.start - b.evidence.start)) {
      if (finding.value.ursache === 'vorlage') report(ownError(finding, quote(paper, finding.evidence)))
      yield finding
    }
  },
})

/** The same numbers are worked out once, whichever of them is called the sum. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>()
  return findings.filter(({ value, numbers }) => {
    const key = `${value.haelt} ${numbers.map(({ start }) => start).sort((a, b) => a - b)}`
    return seen.size < seen.add(key).size
  })
}

/** What a clerk reads: the number as printed, and what the calculation gives. */
function ownError({ value, evidence }: Finding, printed: string): Omit<Message, 'von'> {
  const { gegenstand, rechnung, erwartet, einheit } = value
  const result =
    einheit === 'cent' ? `${german(erwartet / 100)} €` : `${german(erwartet)}${einheit === 'prozent' ? ' %' : ''}`
  const subject = gegenstand ? `${gegenstand}: ` : ''
  const { von: _, ...said } = message(
    'rechnung-falsch',
    'pruefung',
    `${subject}gedruckt ${printed}; ${rechnung.endsWith('(Tabelle)') ? rechnung : `${rechnung} = ${result}`}`,
    evidence,
  )
  return said
}

function german(value: number): string {
  return value.toLocaleString('de-DE', { maximumFractionDigits: 3 })
}
