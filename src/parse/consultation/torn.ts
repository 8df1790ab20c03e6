/**
 * A Beratungsfolge whose columns text extraction tore apart: all bodies, then all days, then the rest.
 *
 * Never guesses: the columns are put together only if their numbers agree.
 */
import { isUnfinished, namedBody } from '../gremium.ts'
import { publicityOf } from '../publicity.ts'
import { bareBody, emptyStep, FIELD, isBody, joinWords, partTop, type Step, type Steps } from './step.ts'
import type { Kind, Token } from './tokens.ts'

/** Columns torn apart: every body before every date or the other way round, in equal numbers, none on a common line. */
export function tornSteps(all: readonly Token[]): { steps: Step[]; unread: Token[]; end?: number } | undefined {
  const tokens = untilOther(all)
  const bodies: Token[][] = []
  for (const token of tokens) {
    if (token.kind !== 'text') continue
    const open = bodies.at(-1)
    const before = open?.at(-1)
    const goesOn =
      before && tokens.indexOf(before) === tokens.indexOf(token) - 1 && (isUnfinished(before.text) || !isBody(token))
    if (open && goesOn) open.push(token)
    else if (isBody(token)) bodies.push([token])
    else return undefined
  }
  const dates = tokens.filter(({ kind }) => kind === 'datum')
  const n = bodies.length
  if (n < 2 || dates.length !== n || dates.some((date) => bodies.flat().some(({ line }) => line === date.line)))
    return undefined
  const ends = (group: readonly Token[]): [number, number] => [group[0]?.start ?? 0, group.at(-1)?.end ?? 0]
  const [b0, b1] = ends(bodies.flat())
  const [d0, d1] = ends(dates)
  if (!(b1 <= d0 || d1 <= b0)) return undefined
  const steps = bodies.map((parts, at): Step => {
    const step = emptyStep()
    const { name, role, publicity } = namedBody(bareBody(parts.map(({ text }) => text).reduce(joinWords)))
    Object.assign(step, {
      gremium: name,
      zustaendigkeit: role,
      oeffentlichkeit: publicity,
      datum: dates[at]?.iso ?? null,
    })
    step.bodySpans = parts.map(({ start, end }) => ({ start, end }))
    if (dates[at]) step.spans.datum = { start: dates[at].start, end: dates[at].end }
    return step
  })
  for (const kind of ['status', 'rolle', 'top', 'ergebnis', 'sitzung'] as const) zip(steps, tokens, kind)
  return tokens.length < all.length ? { steps, unread: [], end: tokens.at(-1)?.end ?? 0 } : { steps, unread: [] }
}

/** The tokens up to the first words behind bodies and days that are no body: a title that follows without a gap. */
function untilOther(tokens: readonly Token[]): readonly Token[] {
  const day = tokens.findIndex(({ kind }) => kind === 'datum')
  const other = tokens.findIndex((token, at) => day > 0 && at > day && token.kind === 'text' && !isBody(token))
  const lastDay = tokens.findLastIndex(({ kind }) => kind === 'datum')
  return other > lastDay ? tokens.slice(0, other) : tokens
}

function zip(steps: readonly Step[], tokens: readonly Token[], kind: Kind): void {
  const column = tokens.filter((token) => token.kind === kind)
  if (column.length !== steps.length) return
  for (const [at, step] of steps.entries()) {
    const token = column[at]
    if (!token) continue
    const field = kind === 'status' ? 'oeffentlichkeit' : (FIELD[kind] ?? 'ergebnis')
    if (field === 'oeffentlichkeit') step.oeffentlichkeit = publicityOf(token.text) ?? null
    else step[field] = kind === 'top' ? token.text.replace(/^(?:TOP|Top) ?/, '') : token.text
    step.spans[field] = { start: token.start, end: token.end }
    if (field === 'top') partTop(step)
  }
}

/**
 * Bodies line by line and then days line by line, whose numbers do not agree: no day can be told to be a body's. Every
 * body is kept once, without a day and in doubt.
 */
export function withoutTorn(tokens: readonly Token[], read: Steps): Steps {
  const kinds = new Map<number, string>()
  for (const { line, kind } of tokens) {
    if (kind !== 'text' && kind !== 'datum') continue
    const before = kinds.get(line)
    kinds.set(line, before === undefined || before === kind ? kind : 'both')
  }
  const order = [...kinds.values()].join(' ')
  if (!/^text text(?: text)* datum datum(?: datum)*$/.test(order) || read.steps.length < 3) return read
  const bodies = tokens.filter((token) => isBody(token)).length
  if (bodies < 2) return read
  const seen = new Set<number>()
  const steps = read.steps.filter(({ bodySpans }) => {
    const start = bodySpans[0]?.start ?? -1
    return !seen.has(start) && seen.add(start)
  })
  for (const step of steps) {
    step.datum = null
    step.vague = true
    delete step.spans.datum
  }
  return { steps, unread: [...read.unread, ...tokens.filter(({ kind }) => kind === 'datum')] }
}
