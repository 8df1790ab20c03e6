/**
 * All steps in one row: a cell with every body, one with every role, one with every day (`<br>` within cells, or rows
 * run together). The row becomes one row per day.
 *
 * Never guesses: only where the bodies divide into as many names as there are days, in one way.
 */
import { headsIn, nameFault, opensName } from './name.ts'
import type { Token } from './tokens.ts'

/** More steps in one row than this are not tried. */
const MOST = 14

/** Tokens with the rows that hold several steps parted. */
export function unfolded(tokens: readonly Token[]): readonly Token[] {
  const rows = Map.groupBy(tokens, ({ line }) => line)
  return [...rows.values()].flatMap((row) => unfoldedRow(row) ?? row)
}

function unfoldedRow(row: readonly Token[]): Token[] | undefined {
  const n = row.filter(({ kind }) => kind === 'datum').length
  const texts = row.filter(({ kind }) => kind === 'text')
  const [only] = texts
  if (n < 2 || n > MOST || !only || texts.length > 1) return undefined
  const names = namesIn(only, n)
  if (!names) return undefined
  const kinds = [...new Set(row.map(({ kind }) => kind))].filter((kind) => kind !== 'text')
  const columns = kinds.flatMap((kind) => {
    const held = row.filter((token) => token.kind === kind)
    return held.length === n ? [held] : []
  })
  return names.flatMap((name, at) =>
    [name, ...columns.map((column) => column[at])].flatMap((token) =>
      token ? [{ ...token, line: token.line + at / 100, gap: false }] : [],
    ),
  )
}

/** The n names a text divides into, if there is exactly one way. */
function namesIn(token: Token, n: number): Token[] | undefined {
  const starts = [0, ...[...token.text.matchAll(/(?<=\s)\p{Lu}/gu)].map(({ index }) => index)].filter(
    (at) => at === 0 || opensName(token.text.slice(at)),
  )
  const ways: number[][] = []
  const go = (cuts: readonly number[]): void => {
    if (ways.length > 1) return
    const from = cuts.at(-1) ?? 0
    if (cuts.length === n) {
      if (isName(token.text.slice(from))) ways.push([...cuts])
      return
    }
    for (const next of starts.filter((at) => at > from)) if (isName(token.text.slice(from, next))) go([...cuts, next])
  }
  if (starts.length < 24) go([0])
  const [cuts] = ways
  if (!cuts || ways.length > 1) return undefined
  return cuts.map((from, at): Token => {
    const text = token.text.slice(from, cuts[at + 1]).trim()
    return { ...token, text, start: token.start + from, end: token.start + from + text.length, whole: true }
  })
}

function isName(words: string): boolean {
  return nameFault(words.trim()) < 1 && headsIn(words.trim()) <= 1
}
