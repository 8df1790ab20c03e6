/**
 * A Beratungsfolge whose cells stand one below the other: heads (`Gremium`, `Sitzungstermin`, `Zuständigkeit`) line by
 * line, then body, day, role line by line. The order of the heads gives the order of the cells.
 *
 * Never guesses: only where every day stands alone on its line, right below a line of words.
 */
import { isGremium, isUnfinished } from '../gremium.ts'
import type { Column } from './columns.ts'
import type { Token } from './tokens.ts'

/** Mark the bodies of stacked cells, so that none is taken for words without meaning. */
export function stackedBodies(tokens: readonly Token[], columns: readonly (Column | null)[]): readonly Token[] {
  if (columns[0] !== 'gremium' || columns[1] !== 'datum') return tokens
  const days = tokens.flatMap(({ kind }, at) => (kind === 'datum' ? [at] : []))
  const alone = (token: Token): boolean => tokens.every((other) => other === token || other.line !== token.line)
  const below = (at: number): boolean => tokens[at - 1]?.kind === 'text'
  if (days.length < 2 || !days.every((at) => below(at)) || !tokens.every((token) => alone(token))) return tokens
  const last = days.at(-1) ?? 0
  return tokens.map((token, at): Token => {
    if (token.kind !== 'text' || at > last || token.text.length > 90) return token
    const before = tokens[at - 1]
    if (before?.kind === 'text' && goesOn(before.text, token.text)) return token
    const undated = tokens[at + 1]?.kind === 'text' && !goesOn(token.text, tokens[at + 1]?.text ?? '')
    const unsure = undated && !isGremium(token.text)
    return { ...token, column: 'gremium', whole: true, ...(unsure ? { unsure } : {}) }
  })
}

/** Does a name go on in the next line? */
function goesOn(before: string, after: string): boolean {
  return isUnfinished(before) || /^(?:\p{Ll}|[(&/])/u.test(after) || (before.length > 24 && !isGremium(after))
}
