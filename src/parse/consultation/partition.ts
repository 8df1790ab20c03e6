/**
 * Steps from the repetition of kinds over lines: the lines are parted into runs, one per step, so that every name is a
 * body's, no run holds two days, and the runs hold what their neighbours hold.
 *
 * Reads: rows whose names are wrapped, with the day beside the first, a middle or the last line of the name; cells one
 * per line in any order; a status or role below the day.
 * Never guesses: a run without a name or with two days is none; what the best parting leaves out is unread.
 */

import { isGremium, isUnfinished, namedBody } from '../gremium.ts'
import type { Column } from './columns.ts'
import { detailsInto } from './details.ts'
import { headsIn, isShort, nameFault, opensName } from './name.ts'
import { bareBody, emptyStep, joinWords, type Step, type Steps } from './step.ts'
import type { Kind, Token } from './tokens.ts'

/** How many lines one step may take. */
const MOST = 9
/** Lines that are parted at most. */
const LINES = 150

interface Row {
  readonly tokens: readonly Token[]
  readonly gap: boolean
}

/** How a list is set: which kind opens a step, and beside which line of a wrapped name the rest stands. */
interface Style {
  readonly opens: 'text' | 'datum'
  readonly beside: 'first' | 'last'
}

interface Parting {
  readonly cost: number
  readonly runs: readonly (readonly [number, number])[]
}

const STYLES: readonly Style[] = [
  { opens: 'text', beside: 'first' },
  { opens: 'text', beside: 'last' },
  { opens: 'datum', beside: 'first' },
  { opens: 'datum', beside: 'last' },
]

/** The best parting of tokens into steps; `undefined` if there is none. */
export function partitioned(all: readonly Token[], columns: readonly (Column | null)[]): Steps | undefined {
  if (columns.includes('oeffentlich') || columns.some((column) => column?.startsWith('kreuz:'))) return undefined
  const tokens = withoutRemarks(all)
  const rows = rowsOf(tokens)
  if (rows.length < 2 || rows.length > LINES) return undefined
  const usual = regularKinds(rows)
  const best = STYLES.map((style) => part(rows, style, usual)).sort((a, b) => a.cost - b.cost)[0]
  if (!best || !Number.isFinite(best.cost) || !best.runs.length) return undefined
  const kept = new Set<Token>()
  const steps = best.runs.map(([from, to]) => {
    const run = rows.slice(from, to).flatMap((row) => row.tokens)
    for (const token of run) kept.add(token)
    return stepOf(run)
  })
  const end = Math.max(...[...kept].map((token) => token.end))
  if (columns.includes('ergebnis') && !columns.includes('rolle')) for (const step of steps) rolesAreResults(step)
  return { steps, unread: all.filter((token) => !kept.has(token)), end }
}

/** Of two texts in one row the first is the name, or the one behind a day that opens it; the other is a remark. */
function withoutRemarks(tokens: readonly Token[]): Token[] {
  return tokens.filter(
    (token) =>
      token.kind !== 'text' ||
      tokens.find(({ kind, line }) => kind === 'text' && line === token.line) === token ||
      token.column === 'gremium',
  )
}

/** Where the list has a column of results and none of roles, what reads like a role is a result. */
function rolesAreResults(step: Step): void {
  if (step.ergebnis !== null || step.zustaendigkeit === null) return
  step.ergebnis = step.zustaendigkeit
  step.zustaendigkeit = null
  const { zustaendigkeit } = step.spans
  if (zustaendigkeit) step.spans.ergebnis = zustaendigkeit
  delete step.spans.zustaendigkeit
}

function rowsOf(tokens: readonly Token[]): Row[] {
  const rows: { line: number; gap: boolean; tokens: Token[] }[] = []
  for (const token of tokens) {
    if (token.kind === 'zustand') continue
    const row = rows.at(-1)
    if (row?.line === token.line) row.tokens.push(token)
    else rows.push({ line: token.line, gap: token.gap, tokens: [token] })
  }
  const spaced = rows.filter(({ gap }) => gap).length > rows.length * 0.8
  return rows.map((row) => ({ tokens: row.tokens, gap: row.gap && !spaced }))
}

/** The kinds most steps hold: as often as there are days, or nearly. */
function regularKinds(rows: readonly Row[]): ReadonlySet<Kind> {
  const times = new Map<Kind, number>()
  for (const { kind } of rows.flatMap((row) => row.tokens)) times.set(kind, (times.get(kind) ?? 0) + 1)
  const days = times.get('datum') ?? 0
  const usual = [...times].filter(([kind, n]) => kind !== 'text' && n >= 2 && n >= days * 0.6).map(([kind]) => kind)
  return new Set(usual)
}

/** The cheapest parting, line by line. */
function part(rows: readonly Row[], style: Style, usual: ReadonlySet<Kind>): Parting {
  const best: Parting[] = [{ cost: 0, runs: [] }]
  for (let to = 1; to <= rows.length; to++) {
    const skipped = best[to - 1]
    let found: Parting = { cost: (skipped?.cost ?? 0) + skipCost(rows, to - 1, skipped), runs: skipped?.runs ?? [] }
    for (let from = Math.max(0, to - MOST); from < to; from++) {
      const before = best[from]
      if (!before) continue
      const cost = before.cost + runCost(rows.slice(from, to), style, usual)
      if (cost < found.cost) found = { cost, runs: [...before.runs, [from, to]] }
    }
    best.push(found)
  }
  return best.at(-1) ?? { cost: Number.POSITIVE_INFINITY, runs: [] }
}

/** What it costs to leave a line out: much within the list, little before its first step and behind its last. */
function skipCost(rows: readonly Row[], at: number, before: Parting | undefined): number {
  const tokens = rows[at]?.tokens ?? []
  const rest = rows.slice(at + 1).flatMap((row) => row.tokens)
  const words = tokens.find(({ kind }) => kind === 'text')?.text
  if (!before?.runs.length) return words === undefined ? 0.6 : opensName(words) ? 3 : 1.5
  if (rest.some(({ kind }) => kind === 'datum') || tokens.some(({ kind }) => kind === 'datum')) return 3.5
  return 0.6
}

function runCost(run: readonly Row[], style: Style, usual: ReadonlySet<Kind>): number {
  const tokens = run.flatMap((row) => row.tokens)
  const of = (kind: Kind): number => tokens.filter((token) => token.kind === kind).length
  const texts = tokens.filter(({ kind }) => kind === 'text')
  if (!texts.length || of('datum') > 1) return Number.POSITIVE_INFINITY
  let cost = nameFault(nameOf(texts).name)
  if (headsIn(texts[0]?.text ?? '') === 0 && !opensName(texts[0]?.text ?? '')) cost += 0.3
  for (const kind of ['status', 'rolle', 'top', 'sitzung'] as const) cost += Math.max(0, of(kind) - 1) * 3
  for (const kind of usual) if (!of(kind)) cost += kind === 'datum' ? 1.5 : 0.8
  const opening = tokens[0]?.kind
  const rowWise = run.some((row) => holds(row, 'text') && holds(row, 'datum'))
  const opened = opening === style.opens || (!of('datum') && opening === 'text')
  if (!opened) cost += rowWise ? 1.2 : 2
  if (run.slice(1).some((row) => row.gap)) cost += 0.7
  return cost + wrapCost(run, style)
}

/** Lines of a name apart from its day. */
function wrapCost(run: readonly Row[], style: Style): number {
  const lines = run.flatMap((row, at) => (holds(row, 'text') ? [at] : []))
  const day = run.findIndex((row) => holds(row, 'datum') && (holds(row, 'text') || style.opens === 'text'))
  let cost = 0
  for (const at of lines) {
    if (day >= 0 && at > day) cost += style.beside === 'first' ? 0 : 0.25
    if (day >= 0 && at < day) cost += style.beside === 'last' || !holds(run[day], 'text') ? 0 : 0.25
    const own = run[at]?.tokens.find(({ kind }) => kind === 'text')
    const before = run.slice(0, at).flatMap((row) => row.tokens.filter(({ kind }) => kind === 'text'))
    if (!own || !before.length) continue
    const sofar = before.map(({ text }) => text).reduce(joinWords)
    if (!isUnfinished(sofar) && !/^(?:\p{Ll}|[(&/,])/u.test(own.text))
      cost += isShort(own.text) && !isShort(sofar) ? 1.5 : opensName(own.text) ? 3 : 0.6
    const split = run.slice(lines[0], at).some((row) => !holds(row, 'text'))
    if (split) cost += 2
  }
  return cost
}

function holds(row: Row | undefined, kind: Kind): boolean {
  return row?.tokens.some((token) => token.kind === kind) ?? false
}

function nameOf(texts: readonly Token[]): ReturnType<typeof namedBody> {
  return namedBody(bareBody(texts.map(({ text }) => text).reduce(joinWords)))
}

/** Is a name whole already, so that only the lines say that it goes on? */
function isLoose(texts: readonly Token[], next: Token | undefined): boolean {
  if (/^(?:\p{Ll}|[(&/,])/u.test(next?.text ?? '')) return false
  const sofar = texts.map(({ text }) => text).reduce(joinWords)
  return !isUnfinished(sofar) && isGremium(sofar)
}

function stepOf(run: readonly Token[]): Step {
  const step = emptyStep()
  const texts = run.filter(({ kind }) => kind === 'text')
  const { name, role, publicity } = nameOf(texts)
  step.gremium = name
  step.bodySpans = texts.map(({ start, end }) => ({ start, end }))
  step.unsure = texts.some((_, at) => at > 0 && isLoose(texts.slice(0, at), texts[at]))
  const last = texts.at(-1)
  if (role && last) {
    step.zustaendigkeit = role
    step.spans.zustaendigkeit = { start: last.start, end: last.end }
  }
  if (publicity && last) {
    step.oeffentlichkeit = publicity
    step.spans.oeffentlichkeit = { start: last.start, end: last.end }
  }
  for (const token of run) detailsInto(step, token)
  return step
}
