/**
 * The table of the README: precision, recall, F1 and support of every field, in all and by council information system,
 * over the annotated papers. `npm run score -- --tabelle` writes it between its marks.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { doubtCounts, judged } from './score-doubt.ts'
import { type Compared, type Counts, countsByField, ratesOf } from './score-gold.ts'

const README = join(import.meta.dirname, '../README.md')
const BLOCK = /(?<=<!-- score -->\n)[\s\S]*?(?=<!-- \/score -->)/
/** Fields of which the yardstick's macro F1 is the mean. */
const MAIN = [
  ...['vorlage.nummer', 'vorlage.art', 'vorlage.betreff', 'vorlage.datum', 'beratungsfolge', 'beschlussvorschlag'],
  ...['finanzen.auswirkungen', 'betraege', 'tabellen', 'vzae', 'stellen', 'verweise'],
]

/** The table that stands in the README. */
export function printedTable(): string | undefined {
  return BLOCK.exec(readFileSync(README, 'utf8'))?.[0]
}

/** Write the table into the README; false if its marks are not there. */
export function writeTable(table: string): boolean {
  const text = readFileSync(README, 'utf8')
  if (!BLOCK.test(text)) return false
  writeFileSync(
    README,
    text.replace(BLOCK, () => table),
  )
  return true
}

/** The table of what is measured now. */
export function measuredTable(papers: readonly Compared[]): string {
  const systems = Map.groupBy(papers, ({ gold }) => (typeof gold.vendor === 'string' ? gold.vendor : 'not known'))
  const names = [...systems.keys()].sort(
    (a, b) => Number(a === 'not known') - Number(b === 'not known') || (a < b ? -1 : 1),
  )
  const columns = [papers, ...names.map((name) => systems.get(name) ?? [])].map((own) => ({
    papers: own.length,
    counts: countsByField(own),
  }))
  const fields = [...(columns[0]?.counts.keys() ?? [])].sort()
  const all = doubtCounts(judged(papers), papers)
  return [
    '',
    `Each cell: precision / recall / F1 (support), over ${papers.length} annotated papers.`,
    '',
    row(['Field', ...columns.map(({ papers: n }, at) => `${at ? names[at - 1] : 'all'} (${n})`)]),
    row(['---', ...columns.map(() => '---')]),
    ...fields.map((field) => row([`\`${field}\``, ...columns.map(({ counts }) => cellOf(counts.get(field)))])),
    row(['**macro F1**', ...columns.map(({ counts }) => `**${macroOf(counts)}**`)]),
    '',
    `Of ${all.records} records:`,
    '',
    `- ${all.wrong} say something the annotation does not, ${all.silent} of them without a doubt (${percent(all.silent, all.records)});`,
    `- ${all.silentBeyondWords} of those are wrong in more than the wording of a label (${percent(all.silentBeyondWords, all.records)});`,
    `- ${all.doubted} are doubted, ${all.needless} of them though they are right (${percent(all.needless, all.records)} of all).`,
    '',
    '',
  ].join('\n')
}

function cellOf(counts: Counts | undefined): string {
  if (!counts) return '–'
  const { precision, recall, f1, support } = ratesOf(counts)
  return `${fixed(precision)} / ${fixed(recall)} / ${fixed(f1)} (${support})`
}

/** As the yardstick takes it: the mean of the rounded F1 of those main fields that were annotated. */
function macroOf(counts: ReadonlyMap<string, Counts>): string {
  const shares = MAIN.flatMap((field) => {
    const own = counts.get(field)
    return own ? [ratesOf(own).f1] : []
  })
  return fixed(shares.reduce((sum, f1) => sum + f1, 0) / (shares.length || 1))
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function fixed(share: number): string {
  return share.toFixed(3)
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(1)} %`
}
