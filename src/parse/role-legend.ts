/**
 * Roles printed as codes with a legend beside the list: `* Zuständigkeiten 1 = Beschluss 2 = Empfehlung an Rat`,
 * `(E = Entscheidung, V = Vorberatung, K = Kenntnisnahme)`.
 *
 * Never guesses: a legend names two codes or more, each with the words of a role right behind it.
 */
import { meaningOfRole, type Role, roleAtStart } from './role.ts'
import { matchesNear } from './word-search.ts'

const ENTRY = /(?<![\p{L}\d.,])(?<code>\p{Lu}{1,2}|\d{1,2}) ?[=:–] ?(?=\p{L})/uy
/** What stands between a code and its words; before it no more than so many characters. */
const EQUALS = /[=:–]/g
const BEFORE = 5
/** How far apart the entries of one legend stand. */
const NEAR = 60

/** The meaning of each code a text explains. */
export function roleLegend(text: string): ReadonlyMap<string, Role> {
  const entries = [...matchesNear(text, EQUALS, BEFORE, ENTRY)].flatMap(({ index, 0: whole, groups }) => {
    const words = text.slice(index + whole.length, index + whole.length + 40)
    const role = roleAtStart(words)
    const meaning = role ? meaningOfRole(role) : null
    return groups?.code && meaning ? [{ code: groups.code, meaning, index }] : []
  })
  const legend = new Map<string, Role>()
  for (const [at, { code, meaning, index }] of entries.entries()) {
    const near = [entries[at - 1], entries[at + 1]].some((other) => other && Math.abs(other.index - index) < NEAR)
    if (near && !legend.has(code)) legend.set(code, meaning)
  }
  return legend
}
