/**
 * `nicht` at the end of a line whose `öffentlich` stands in the next: one word, though other cells stand between.
 */
import type { Token } from './tokens.ts'

/** How many words may stand between the two halves. */
const BETWEEN = 4

/** Tokens in which the halves are one. */
export function withNegated(tokens: readonly Token[]): readonly Token[] {
  const dropped = new Set<Token>()
  const closed = new Set<Token>()
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'text' || !/^nicht-?$/iu.test(token.text)) continue
    const next = tokens.slice(at + 1, at + 1 + BETWEEN).find(({ kind }) => kind === 'status')
    if (!next || !/^öffentlich$/iu.test(next.text) || next.line - token.line > 1) continue
    dropped.add(token)
    closed.add(next)
  }
  return tokens
    .filter((token) => !dropped.has(token))
    .map((token) => (closed.has(token) ? { ...token, text: 'nichtöffentlich' } : token))
}
