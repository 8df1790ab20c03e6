/**
 * The annotated papers beside the project, read by the program; and how the yardstick's counts become rates.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { extractors } from '../extractors/index.ts'
import type { Bundle } from '../src/bundle.ts'
import { process as read } from '../src/pipeline.ts'
import { compare } from './score-fields.ts'
import type { Finding, Plain } from './score-match.ts'

/** Where papers and annotations lie that are no part of the project; they may be absent. */
export const SHARED = join(import.meta.dirname, '../../shared')
export const GOLD = join(SHARED, 'gold')
export const HAS_GOLD = existsSync(GOLD)

export interface Annotated {
  readonly quelle: string
  readonly gold: Plain
  readonly bundle: Bundle
}

export interface Compared extends Annotated {
  readonly findings: readonly Finding[]
}

/** Annotations with what is read from their papers, in order of their files; `only`: a part of the paper's path. */
export async function annotated(only?: string): Promise<Annotated[]> {
  const papers: Annotated[] = []
  for (const file of goldFiles(GOLD)) {
    const gold = JSON.parse(readFileSync(file, 'utf8')) as Plain & { quelle: string }
    if (only && !gold.quelle.includes(only)) continue
    const bundle = await read(gold.quelle, readFileSync(join(SHARED, gold.quelle)), extractors)
    papers.push({ quelle: gold.quelle, gold, bundle })
  }
  return papers
}

/** The same, compared field by field. */
export function compared(papers: readonly Annotated[]): Compared[] {
  return papers.map((paper) => ({ ...paper, findings: [...compare(paper.gold, paper.bundle)] }))
}

export interface Counts {
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

export interface Rates {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly support: number
}

/** The counts of each field, in the order in which fields first appear. */
export function countsByField(papers: readonly Compared[]): Map<string, Counts> {
  const counts = new Map<string, Counts>()
  for (const { field, tp, fp, fn } of papers.flatMap(({ findings }) => findings)) {
    const before = counts.get(field) ?? { tp: 0, fp: 0, fn: 0 }
    counts.set(field, { tp: before.tp + tp, fp: before.fp + fp, fn: before.fn + fn })
  }
  return counts
}

/** Shares rounded to a thousandth. */
export function ratesOf({ tp, fp, fn }: Counts): Rates {
  const precision = tp + fp ? tp / (tp + fp) : 1
  const recall = tp + fn ? tp / (tp + fn) : 1
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  return { precision: round(precision), recall: round(recall), f1: round(f1), support: tp + fn }
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000
}

function goldFiles(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .flatMap((name) => {
      const path = join(dir, name)
      return statSync(path).isDirectory() ? goldFiles(path) : name.endsWith('.gold.json') ? [path] : []
    })
}
