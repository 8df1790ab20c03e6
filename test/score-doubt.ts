/**
 * `npm run score -- --doubt`: how well doubt knows error. Of the wrong records, how many were not doubted (silent
 * errors); of the doubted ones, how many were right (false doubts); per field and in all.
 *
 * A record is wrong if one of its annotated fields says something else than the paper, or the paper has no such record.
 * An empty field where the paper says something is a gap, not an error: nobody is misled. Records that were not read at
 * all are counted beside. `--errors` lists silent errors and false doubts.
 */
import type { RecordValue } from '../src/bundle.ts'
import type { Compared } from './score-gold.ts'
import type { Finding } from './score-match.ts'

export interface Judged {
  readonly quelle: string
  readonly kind: string
  readonly record: RecordValue
  readonly state: 'richtig' | 'lueckenhaft' | 'falsch'
  /** What is not right about it. */
  readonly wrong: readonly Finding[]
}

export interface DoubtCounts {
  readonly records: number
  readonly wrong: number
  readonly silent: number
  /** Silent errors of more than the wording of a label: a number, a day, a year, one of a closed list. */
  readonly silentBeyondWords: number
  readonly gaps: number
  readonly doubted: number
  readonly needless: number
  readonly missed: number
}

/** The records of annotated kinds, each with what is wrong about it. */
export function judged(papers: readonly Compared[]): Judged[] {
  return papers.flatMap(({ quelle, findings }) => {
    const byRecord = Map.groupBy(
      findings.filter(({ record }) => record !== null),
      ({ record }) => record,
    )
    return [...byRecord].flatMap(([record, said]) => {
      const wrong = said.filter(({ right }) => !right)
      const state = wrong.some(misleads) ? 'falsch' : wrong.length ? 'lueckenhaft' : 'richtig'
      return record && said[0] ? [{ quelle, kind: kindOf(said[0].field), record, state, wrong }] : []
    })
  })
}

/** The counts of the records of one kind, or of all. */
export function doubtCounts(all: readonly Judged[], papers: readonly Compared[], kind?: string): DoubtCounts {
  const mine = all.filter((one) => kind === undefined || one.kind === kind)
  const doubted = mine.filter(isDoubted)
  return {
    records: mine.length,
    wrong: mine.filter(({ state }) => state === 'falsch').length,
    silent: mine.filter(isSilent).length,
    silentBeyondWords: mine.filter((one) => isSilent(one) && one.wrong.some(isBeyondWords)).length,
    gaps: mine.filter(({ state }) => state === 'lueckenhaft').length,
    doubted: doubted.length,
    needless: doubted.filter(({ state }) => state === 'richtig').length,
    missed: papers
      .flatMap(({ findings }) => findings)
      .filter(({ field, record, gold }) => !record && gold !== null && (kind === undefined || kindOf(field) === kind))
      .length,
  }
}

/** The lines of the report. */
export function doubtReport(papers: readonly Compared[], details: boolean): string[] {
  const all = judged(papers)
  const kinds = [...new Set(all.map(({ kind }) => kind))]
  const total = doubtCounts(all, papers)
  return [
    row(['record', 'read', 'wrong', 'silent', 'gaps', 'doubted', 'needless', 'not read']),
    ...kinds.map((kind) => countsRow(kind, doubtCounts(all, papers, kind))),
    countsRow('all', total),
    '',
    row(['field', 'read', 'wrong', 'silent', 'gaps', 'doubted', 'needless', '']),
    ...fieldRows(papers),
    '',
    `silent errors: ${total.silent} of ${total.records} records (${share(total.silent, total.records)}), ${total.silent} of ${total.wrong} wrong ones`,
    `  beyond the wording of a label: ${total.silentBeyondWords} (${share(total.silentBeyondWords, total.records)})`,
    `false doubts: ${total.needless} of ${total.doubted} doubted records (${share(total.needless, total.doubted)}), ${share(total.needless, total.records)} of all`,
    ...reasonLines(all),
    ...(details ? all.filter((one) => isSilent(one) || isNeedless(one)).map(detailOf) : []),
  ]
}

/** Each field by itself: its values, wrong ones among them, and what its records' doubts knew of that. */
function fieldRows(papers: readonly Compared[]): string[] {
  const fields = Map.groupBy(
    papers.flatMap(({ findings }) => findings).filter(({ record }) => record),
    ({ field }) => field,
  )
  return [...fields].map(([field, said]) => {
    const read = said.filter(({ read: value }) => value !== null)
    const wrong = read.filter(misleads)
    const doubted = read.filter(({ record }) => record?.zweifel.length)
    return row([
      field,
      read.length,
      wrong.length,
      wrong.filter(({ record }) => !record?.zweifel.length).length,
      said.length - read.length,
      doubted.length,
      doubted.filter(({ right }) => right).length,
      '',
    ])
  })
}

/** Of each reason for doubt: how often it was given, and how often to a record that is right. */
function reasonLines(all: readonly Judged[]): string[] {
  const reasons = Map.groupBy(
    all.flatMap((one) => one.record.zweifel.map((reason) => ({ reason, one }))),
    ({ reason }) => reason,
  )
  return [...reasons].map(
    ([reason, given]) =>
      `  ${reason}: ${given.filter(({ one }) => isNeedless(one)).length} of ${given.length} to records that are right`,
  )
}

function countsRow(name: string, counts: DoubtCounts): string {
  return row([
    name,
    counts.records,
    counts.wrong,
    counts.silent,
    counts.gaps,
    counts.doubted,
    counts.needless,
    counts.missed,
  ])
}

function row([name, ...cells]: readonly (string | number)[]): string {
  return `${String(name).padEnd(32)}${cells.map((cell) => String(cell).padStart(9)).join('')}`.trimEnd()
}

function detailOf({ quelle, kind, record, wrong }: Judged): string {
  const what = wrong.map(({ field, gold, read }) => `\n  ${field}: gold ${brief(gold)}, read ${brief(read)}`)
  const label = wrong.length ? 'silent error' : `false doubt (${record.zweifel.join(', ')})`
  return `\n${quelle} ${kind} ${record.id} „${record.beleg.zitat.slice(0, 80)}“: ${label}${what.join('')}`
}

function brief(value: unknown): string {
  return (JSON.stringify(value) ?? '–').slice(0, 200)
}

/** Does it say something the paper does not? */
function misleads({ right, read }: Finding): boolean {
  return !right && read !== null
}

/** What a record or a body is called, where the paper only hints at it: readers differ in how many words they take. */
const WORDINGS: ReadonlySet<string> = new Set(['betraege.bezeichnung', 'vzae.bezug', 'stellen.bezeichnung'])

function isBeyondWords(finding: Finding): boolean {
  return misleads(finding) && !WORDINGS.has(finding.field)
}

function isDoubted({ record }: Judged): boolean {
  return record.zweifel.length > 0
}

function isSilent(one: Judged): boolean {
  return one.state === 'falsch' && !isDoubted(one)
}

function isNeedless(one: Judged): boolean {
  return one.state === 'richtig' && isDoubted(one)
}

function kindOf(field: string): string {
  return field.split('.')[0] ?? field
}

function share(part: number, whole: number): string {
  return `${((100 * part) / (whole || 1)).toFixed(1)} %`
}
