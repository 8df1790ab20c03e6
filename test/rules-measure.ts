/**
 * Which rules run for which papers: every branch of the code a case runs, counted over papers.
 *
 * A rule is a branch: a stretch of code that may run or not (function, arm of a condition, operand of `??`). The rule of a
 * case is the branch it runs that the fewest other cases run; of several, the one the fewest papers run. V8 counts;
 * nothing is instrumented.
 * Units: offsets in UTF-16 code units into a source file.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { extractors } from '../extractors/index.ts'
import { process as read } from '../src/pipeline.ts'

const ROOT = join(import.meta.dirname, '..')
/** Where rules stand: readers and the store have none. */
const RULES = /^(?:extractors|src\/(?:parse|sections|profiles|layout\/text))\//

/** A branch: where it begins. */
export interface Branch {
  readonly file: string
  readonly offset: number
}

export interface CaseRule {
  /** `finanzen/haken-davor.txt`. */
  readonly name: string
  readonly branch: Branch
  /** How many cases run it. */
  readonly cases: number
  readonly papers: number
  /** How many of the project's own samples run it. */
  readonly samples: number
}

type Coverage = Awaited<ReturnType<typeof coverageOf>>

/** The rule of each case and how many of the papers and samples run it, the rarest first. */
export async function caseRules(papers: readonly string[], samples: readonly string[]): Promise<CaseRule[]> {
  // What is optimised into its caller is no longer counted.
  for (const flag of ['--no-turbofan', '--no-maglev']) setFlagsFromString(flag)
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  try {
    // What runs once only, when a module or a cache is made, belongs to no paper.
    for (const path of papers.slice(0, 1)) await coverageOf(session, path)
    const cases: { name: string; branches: Branch[] }[] = []
    for (const name of casePaths()) {
      const coverage = await coverageOf(session, join(ROOT, 'extractors', name.replace('/', '/cases/')))
      cases.push({ name, branches: branchesIn(coverage) })
    }
    const byCase = tally(cases.map(({ branches }) => branches.map(keyOf)))
    const known = new Map(cases.flatMap(({ branches }) => branches).map((branch) => [keyOf(branch), branch]))
    const runsOf = async (paths: readonly string[]): Promise<string[][]> => {
      const runs: string[][] = []
      for (const path of paths) {
        const coverage = await coverageOf(session, path)
        runs.push([...known].flatMap(([key, branch]) => (ran(coverage, branch) ? [key] : [])))
      }
      return runs
    }
    const byPaper = tally(await runsOf(papers))
    const bySample = tally(await runsOf(samples))
    return cases
      .flatMap(({ name, branches }) => {
        const counted = branches.map((branch) => {
          const key = keyOf(branch)
          return {
            name,
            branch,
            cases: byCase.get(key) ?? 0,
            papers: byPaper.get(key) ?? 0,
            samples: bySample.get(key) ?? 0,
          }
        })
        return counted.toSorted((a, b) => a.cases - b.cases || a.papers - b.papers).slice(0, 1)
      })
      .toSorted((a, b) => a.papers - b.papers)
  } finally {
    session.disconnect()
  }
}

/** In how many of the runs each key stands. */
function tally(runs: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of runs.flatMap((run) => [...new Set(run)])) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** `extractors/finanzen/form.ts:71: if (settled) …` */
export function placeOf({ file, offset }: Branch): string {
  const source = readFileSync(join(ROOT, file), 'utf8')
  const line = source.slice(0, offset).split('\n').length
  return `${file}:${line}: ${source.split('\n')[line - 1]?.trim().slice(0, 90) ?? ''}`
}

function casePaths(): string[] {
  return extractors.flatMap(({ name }) =>
    readdirSync(join(ROOT, 'extractors', name, 'cases'))
      .filter((file) => !file.endsWith('.json'))
      .map((file) => `${name}/${file}`),
  )
}

/** Counts since the last call, by file: ranges of each function, outer before inner. */
async function coverageOf(session: Session, path: string) {
  await read(path, readFileSync(path), extractors)
  const { result } = await session.post('Profiler.takePreciseCoverage')
  const root = pathToFileURL(`${ROOT}/`).href
  const files = new Map<string, { start: number; end: number; count: number }[]>()
  for (const { url, functions } of result) {
    const file = url.startsWith(root) ? relative(ROOT, new URL(url).pathname) : ''
    if (!RULES.test(file)) continue
    const ranges = functions.flatMap(({ ranges: own }) =>
      own.map(({ startOffset, endOffset, count }) => ({ start: startOffset, end: endOffset, count })),
    )
    files.set(file, [...(files.get(file) ?? []), ...ranges])
  }
  for (const ranges of files.values()) ranges.sort((a, b) => a.start - b.start || b.end - a.end)
  return files
}

/** Branches that ran. */
function branchesIn(coverage: Coverage): Branch[] {
  return [...coverage].flatMap(([file, ranges]) =>
    ranges.filter(({ count }) => count > 0).map(({ start }) => ({ file, offset: start })),
  )
}

/** Did the innermost range at a branch's beginning run? */
function ran(coverage: Coverage, { file, offset }: Branch): boolean {
  let count = 0
  for (const range of coverage.get(file) ?? []) {
    if (range.start > offset) break
    if (offset < range.end) count = range.count
  }
  return count > 0
}

function keyOf({ file, offset }: Branch): string {
  return `${file}:${offset}`
}
