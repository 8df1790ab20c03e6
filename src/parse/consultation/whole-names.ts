/**
 * Names broken behind a word that needs another (`Haupt- und` / `Verwaltungsausschuss`): one word of the list, also below
 * the result or role of the step before.
 */
import { isGremium, isUnfinished } from '../gremium.ts'
import { joinWords } from './step.ts'
import type { Token } from './tokens.ts'

/** Tokens in which the two lines of such a name are one. */
export function withWholeNames(tokens: readonly Token[]): readonly Token[] {
  const dropped = new Set<Token>()
  const joined = tokens.map((token, at): Token => {
    const next = tokens[at + 1]
    if (!next || dropped.has(token) || !isFirstHalf(tokens, at) || next.line !== token.line + 1 || next.gap)
      return token
    const text = joinWords(token.text, next.text)
    if (next.kind !== 'text' || next.cell || next.start - token.end !== 1 || !isGremium(text)) return token
    dropped.add(next)
    // The rest of its row stands beside the name.
    return { ...token, text, end: next.end, line: next.line, whole: true }
  })
  return joined.filter((_, at) => !dropped.has(tokens[at] as Token))
}

/** Words alone on their line that name no body yet, because they need the next one. */
function isFirstHalf(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return (
    token?.kind === 'text' &&
    !token.cell &&
    /(?:^|[ -])und$|-$|,$/u.test(token.text) &&
    isUnfinished(token.text) &&
    !isGremium(token.text) &&
    tokens[at - 1]?.line !== token.line
  )
}
