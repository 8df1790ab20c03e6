/**
 * Whether a list of steps prints the day before the body: read off the lines that hold both, else off the order of all.
 */
import type { Column } from './columns.ts'
import { isBody } from './step.ts'
import type { Token } from './tokens.ts'

/** Does the date stand before its body? */
export function isDateFirst(tokens: readonly Token[], columns: readonly (Column | null)[]): boolean {
  const known = tokens.filter((token) => token.kind === 'datum' || isBody(token))
  let first = 0
  for (const [at, token] of known.entries()) {
    const next = known[at + 1]
    if (!next || next.line !== token.line || next.kind === token.kind) continue
    first += token.kind === 'datum' && isBody(next) ? 1 : token.kind === 'text' ? -1 : 0
  }
  if (first !== 0) return first > 0
  if (isMeetingsBelow(tokens)) return false
  const opening = known[0]?.kind
  const closing = known.at(-1)?.kind
  if (opening !== closing) return opening === 'datum'
  const date = columns.indexOf('datum')
  const body = columns.indexOf('gremium')
  return opening === 'datum' || (date >= 0 && (body < 0 || date < body))
}

/** Bodies on lines of their own, below each its meetings with their days. */
function isMeetingsBelow(tokens: readonly Token[]): boolean {
  const days = tokens.filter(({ kind }) => kind === 'datum')
  const named = days.filter(({ line }) => tokens.some((token) => token.line === line && token.kind === 'sitzung'))
  return days.length > 0 && named.length === days.length && tokens.find(isStepWord)?.kind === 'text'
}

function isStepWord(token: Token): boolean {
  return token.kind === 'datum' || isBody(token)
}
