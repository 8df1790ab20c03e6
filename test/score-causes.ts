/**
 * `npm run score -- --ursachen`: every error that is left on the annotated papers, beside the cause that is written down
 * for it in docs/fehler.md. Prints a row for each error nobody has explained yet, and each explained one that is gone.
 *
 * An error is named by paper, field and place: the proof's first words, or the number of a table.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Compared } from './score-gold.ts'
import { type Finding, isPlain } from './score-match.ts'

const LIST = join(import.meta.dirname, '../docs/fehler.md')
/** The first characters of a proof: an amount, never a sentence of the paper. */
const PLACE = 20

/** What is wrong in annotated papers, each as the first cells of its row: `| paper | field | place |`. */
export function errorsOf(papers: readonly Compared[]): string[] {
  return papers
    .flatMap(({ quelle, findings, gold }) =>
      findings
        .filter(({ right }) => !right)
        .map((finding) => `| ${basename(quelle)} | ${finding.field} | ${placeOf(finding, gold.tabellen)} |`),
    )
    .sort()
}

/** The rows of docs/fehler.md: what is wrong, and why. */
export function explained(): Map<string, string> {
  const rows = readFileSync(LIST, 'utf8').matchAll(/^(\| [^|\n]+\.\w+ \| [^|\n]+ \| [^|\n]+ \|) (.+) \|$/gm)
  return new Map([...rows].map(([, error = '', cause = '']) => [error, cause]))
}

/** The lines of the report. */
export function causesReport(papers: readonly Compared[]): string[] {
  const errors = errorsOf(papers)
  const causes = explained()
  const open = errors.filter((error) => !causes.has(error))
  const gone = [...causes.keys()].filter((error) => !errors.includes(error))
  return [
    `${errors.length} errors, ${errors.length - open.length} with a cause in docs/fehler.md`,
    ...open.map((error) => `${error} ? |`),
    ...gone.map((error) => `${error} gone |`),
  ]
}

function placeOf({ gold, record, field }: Finding, tables: unknown): string {
  if (field === 'tabellen') return Array.isArray(tables) && gold ? `table ${tables.indexOf(gold) + 1}` : 'no table'
  const quote = record?.beleg.zitat ?? (isPlain(gold) ? String(gold.zitat ?? '') : '')
  const [name] = field.split('.')
  return name === 'betraege' || name === 'vzae' ? quote.replace(/\s+/g, ' ').slice(0, PLACE).trim() || '–' : '–'
}
