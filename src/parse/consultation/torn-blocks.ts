/**
 * A Beratungsfolge of which text extraction set the bodies in one block and their days, roles and publicities in another,
 * perhaps with lines of something else between the two.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Reads: wrapped names one below the other, none with a day; then lines of values with the heads of their columns.
 * Never guesses: the names must part into as many bodies as one column has values, in one way; a column with another
 * number of values is used only where each of them stands beside one that is counted, else the days are in doubt.
 */
import type { Span } from '../../document.ts'
import { namedBody } from '../gremium.ts'
import type { Line } from '../lines.ts'
import { publicityOf } from '../publicity.ts'
import { columnsOf, headsIn } from './columns.ts'
import { detailsInto } from './details.ts'
import { nameFault, headsIn as namesIn, opensName } from './name.ts'
import { bareBody, emptyStep, joinWords, type Step } from './step.ts'
import { type Kind, type Token, tokensOf } from './tokens.ts'
import { votesNamed } from './vote-columns.ts'

/** Lines of bodies, lines between the two blocks, lines of values. */
const MOST = { bodies: 24, between: 14, values: 60 }
/** The longest line of a wrapped name, in characters. */
const LONGEST = 110
/** The columns by which bodies can be counted, in this order. */
const COUNTED = ['datum', 'rolle', 'status'] as const

export interface TornBlocks {
  readonly steps: readonly Step[]
  /** The block of bodies with its heads, and that of values. */
  readonly taken: readonly Span[]
}

/** The steps of the first such blocks among the lines of a head. */
export function tornBlocks(text: string, lines: readonly Line[]): TornBlocks | undefined {
  for (const [at, line] of lines.entries()) {
    if (!isHeads(line) && !isHeading(line)) continue
    const bodies = bodyLines(text, lines, at + 1)
    const first = bodies[0]
    if (!first) continue
    const values = valuesBelow(text, lines, lines.indexOf(first) + bodies.length)
    const headed = columnsOf(line.text)?.[0] === 'gremium'
    const steps = values && stepsOf(bodies, values.tokens, headed ? 1 : 2)
    if (!steps) continue
    const bodiesEnd = bodies.at(-1)?.end ?? first.end
    return {
      steps,
      taken: [
        { start: line.start, end: bodiesEnd },
        { start: values.start, end: values.end },
      ],
    }
  }
  return undefined
}

function isHeading({ text }: Line): boolean {
  return (
    text.length < 60 &&
    /^(?:\p{L}+ )?(?:Beratungs(?:folge|gang|verlauf|weg)|Gremienfolge|Zur Sitzung)(?!\p{L})/u.test(text)
  )
}

/** Heads of columns and nothing else; one that could be a value only with others. */
function isHeads({ text }: Line): boolean {
  const columns = columnsOf(text) ?? headsIn(text) ?? []
  return (
    (columns.length > 0 && text.length > 2 && !/\d/.test(text)) || (text.length < 60 && votesNamed(text).length > 1)
  )
}

/** A head, or what one of its columns says of all steps (`Öffentlich`). */
function isAboveBodies(line: Line | undefined): boolean {
  return line !== undefined && (isHeads(line) || publicityOf(line.text) !== undefined)
}

/** The lines of the first block of words, up to an empty line or values. */
function bodyLines(text: string, lines: readonly Line[], from: number): readonly Line[] {
  let start = from
  while (start < from + 6 && isAboveBodies(lines[start])) start++
  const found: Line[] = []
  for (const line of lines.slice(start, start + MOST.bodies + 1)) {
    if ((found.length && line.gap) || line.text.length > LONGEST || /[\t:]/.test(line.text) || isHeads(line)) break
    const tokens = tokensOf(text, [line], [])
    if (tokens.some(({ kind }) => kind === 'datum') || !tokens.some(({ kind }) => kind === 'text')) break
    found.push(line)
  }
  return found.length <= MOST.bodies ? found : []
}

interface Values extends Span {
  readonly tokens: readonly Token[]
}

/** The words of the first block of values: from a head of days, else a day on, to the first line that holds anything else. */
function valuesBelow(text: string, lines: readonly Line[], from: number): Values | undefined {
  const until = lines.slice(from, from + MOST.between).findIndex((line) => /^(?:Beschluss.|Betreff)/.test(line.text))
  const near = lines.slice(from, from + (until < 0 ? MOST.between : until))
  const head = near.findIndex((line) => isHeads(line) && columnsOf(line.text)?.includes('datum'))
  const at = head < 0 ? near.findIndex((line) => valuesOf(text, line, 0)?.[0]?.kind === 'datum') : head
  const tokens: Token[] = []
  let end = 0
  for (const [number, line] of at < 0 ? [] : lines.slice(from + at, from + at + MOST.values).entries()) {
    const values = valuesOf(text, line, number) ?? (isHeads(line) ? [] : undefined)
    if (!values) break
    tokens.push(...values)
    end = line.end
  }
  return tokens.some(({ kind }) => kind === 'datum') ? { tokens, start: near[at]?.start ?? 0, end } : undefined
}

/** What a line holds if it is nothing but values; numbers alone say nothing. */
function valuesOf(text: string, line: Line, number: number): Token[] | undefined {
  const tokens = tokensOf(text, [line], []).map((token) => ({ ...token, line: number }))
  const known = tokens.filter((token) => token.kind !== 'text' || !/^[\d ]{1,9}$/.test(token.text))
  return tokens.length && known.every(({ kind }) => kind !== 'text') ? known : undefined
}

function stepsOf(lines: readonly Line[], values: readonly Token[], least: number): Step[] | undefined {
  const of = (kind: Kind): Token[] => values.filter((token) => token.kind === kind)
  for (const counted of COUNTED) {
    const column = of(counted)
    if (column.length < least || column.length < of('datum').length) continue
    const names = partedNames(lines, column.length)
    if (!names) continue
    const kinds = [...new Set(values.map(({ kind }) => kind))]
    for (const kind of kinds) placeColumn(names, withoutHead(of(kind), names.length), column)
    const placed = names.some(({ datum }) => datum !== null)
    if (of('datum').length) for (const step of names) step.vague = step.datum === null && !placed
    return names
  }
  return undefined
}

/** `Behandlung` above as many values as there are bodies heads them. */
function withoutHead(column: readonly Token[], count: number): readonly Token[] {
  return column.length === count + 1 && columnsOf(column[0]?.text ?? '') ? column.slice(1) : column
}

/** Give each step its value of a column: one each in order, else those that stand beside the value that counts the steps. */
function placeColumn(steps: readonly Step[], column: readonly Token[], counted: readonly Token[]): void {
  if (column.length === steps.length) {
    for (const [at, step] of steps.entries()) if (column[at]) detailsInto(step, column[at])
    return
  }
  const rows = column.map(({ line }) => counted.filter((token) => token.line === line))
  if (!rows.every((row) => row.length === 1)) return
  for (const [at, token] of column.entries()) {
    const step = steps[counted.indexOf(rows[at]?.[0] as Token)]
    if (step) detailsInto(step, token)
  }
}

/** Lines put together to this many names, if one way is better than all others. */
function partedNames(lines: readonly Line[], count: number): Step[] | undefined {
  if (lines.length < count) return undefined
  const ways = waysTo(lines, count).sort((a, b) => a.cost - b.cost)
  const [best, next] = ways
  if (!best || best.cost >= count || (next && next.cost - best.cost < 1)) return undefined
  return best.cuts.map((from, at) => {
    const step = emptyStep()
    const own = lines.slice(from, best.cuts[at + 1] ?? lines.length)
    const { name, role, publicity } = namedBody(bareBody(own.map(({ text }) => text).reduce(joinWords)))
    step.gremium = name
    step.bodySpans = own.map(({ start, end }) => ({ start, end }))
    const last = own.at(-1)
    if (role && last) Object.assign(step, { zustaendigkeit: role, spans: { zustaendigkeit: last } })
    if (publicity) step.oeffentlichkeit = publicity
    return step
  })
}

interface Way {
  readonly cuts: readonly number[]
  readonly cost: number
}

/** What it costs at most to take words for one name. */
const UNLIKELY = 3

/** The ways to part lines into so many names, none of them impossible. */
function waysTo(lines: readonly Line[], count: number): Way[] {
  let open: (Way & { readonly to: number })[] = [{ cuts: [], cost: 0, to: 0 }]
  for (let n = 1; n <= count; n++) {
    open = open.flatMap(({ cuts, cost, to }) => {
      const ends = n === count ? [lines.length] : [1, 2, 3].map((taken) => to + taken)
      return ends.flatMap((end) => {
        if (end <= to || end > lines.length - (count - n) || end - to > 3) return []
        const own = lines.slice(to, end).map(({ text }) => text)
        const fault = faultOf(own)
        return fault < UNLIKELY ? [{ cuts: [...cuts, to], cost: cost + fault, to: end }] : []
      })
    })
    open = open.sort((a, b) => a.cost - b.cost).slice(0, 200)
  }
  return open
}

/** What speaks against lines being one name: a name's first words within, or what is no name. */
function faultOf(lines: readonly string[]): number {
  const { name } = namedBody(bareBody(lines.reduce(joinWords)))
  const opened = lines.slice(1).filter((line) => opensName(line) && namesIn(name) > 0).length
  return nameFault(name) + opened
}
