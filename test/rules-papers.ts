/**
 * The papers beside the project that rules are counted over, and the counts that were kept when all of them were read.
 */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CaseRule } from './rules-measure.ts'
import { SHARED } from './score-gold.ts'

const KEPT = join(import.meta.dirname, 'rules.json')
const LARGE = join(SHARED, 'corpus/karlsruhe-1000')

export const HAS_PAPERS = existsSync(LARGE)

/** All papers in text or HTML, of the large collection every `step`-th. */
export function sharedPapers(step: number): string[] {
  const few = ['seeds', 'corpus/augsburg', 'corpus/hannover', 'corpus/karlsruhe', 'corpus/wolfsburg']
  const many = papersIn(LARGE).filter((_, at) => at % step === 0)
  return [...few.flatMap((folder) => papersIn(join(SHARED, folder))), ...many]
}

function papersIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:txt|html|md)$/.test(name) && statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => join(folder, name))
}

/** The project's own samples that are no PDF. */
export function ownSamples(): string[] {
  const folder = join(import.meta.dirname, '../samples')
  const layouts = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory() && name !== 'quellen')
  return layouts.flatMap((name) => papersIn(join(folder, name)))
}

/** What was counted for a case's rule when all papers were read. */
export interface Kept {
  /** Papers beside the project that run it. */
  readonly vorlagen: number
  /** Samples of our own that run it. */
  readonly beispiele: number
  readonly faelle: number
  /** Which documented layout, notation or duty stands behind a rule that one paper alone runs; written by hand. */
  readonly grund?: string
}

export function keptCounts(): Readonly<Record<string, Kept>> {
  return JSON.parse(readFileSync(KEPT, 'utf8')) as Record<string, Kept>
}

/** Keep new counts; reasons that were given stay. */
export function keepCounts(rules: readonly CaseRule[]): void {
  const before = keptCounts()
  const counts = rules
    .map(({ name, papers, samples, cases }) => {
      const grund = before[name]?.grund
      const kept: Kept = { vorlagen: papers, beispiele: samples, faelle: cases, ...(grund ? { grund } : {}) }
      return [name, kept] as const
    })
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  writeFileSync(KEPT, `${JSON.stringify(Object.fromEntries(counts), null, 2)}\n`)
}

/** Rules that one paper alone runs: no sample, no other case, and, as far as is known, no other paper. */
export function singleRules(rules: readonly CaseRule[], kept: Readonly<Record<string, Kept>>): CaseRule[] {
  return rules.filter(
    ({ name, papers, samples, cases }) =>
      papers === 1 && samples === 0 && cases === 1 && (kept[name]?.vorlagen ?? 1) === 1,
  )
}
