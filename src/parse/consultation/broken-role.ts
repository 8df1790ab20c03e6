/**
 * A role broken over two lines of a narrow column: `empfehlende` behind the day, `Beratung` in the line below, perhaps
 * behind the rest of the body's name.
 */
import type { Token } from './tokens.ts'

/** What only stands in front of a role's noun. */
const OPEN =
  /^(?:empfehlende|beschließende|beschliessende|vorberatende|entscheidende|abschließende|endgültige|erneute|federführende)$/iu

/** Tokens with the two halves put together where the second stands. */
export function rolesJoined(tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some(isOpen)) return tokens
  const joined = tokens.map((token) => token as Token | undefined)
  for (const [at, token] of tokens.entries()) {
    if (!isOpen(token)) continue
    const to = tokens.findIndex((other, n) => n > at && other.kind === 'rolle')
    const role = tokens[to]
    const between = tokens.slice(at + 1, to)
    if (!role || role.line !== token.line + 1 || between.length > 1 || between.some(({ kind }) => kind !== 'text'))
      continue
    joined[at] = undefined
    joined[to] = { ...role, text: `${token.text} ${role.text}` }
  }
  return joined.filter((token) => token !== undefined)
}

function isOpen({ kind, text }: Token): boolean {
  return kind === 'text' && OPEN.test(text)
}
