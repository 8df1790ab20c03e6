/**
 * The kind of a whole cell of a Beratungsfolge, where its column or its form alone says it.
 */
import { findDates } from '../date.ts'
import { publicityOf } from '../publicity.ts'
import { isResult, startsResult } from '../result.ts'
import { isRole, roleAtStart } from '../role.ts'
import { findVote } from '../vote.ts'
import type { Column } from './columns.ts'
import { CROSS, MEETING, STATE, TWO_IN_ONE } from './patterns.ts'
import type { Kind } from './tokens.ts'

/** A cell its column or its form alone says the kind of. */
export function wholeCell(words: string, column: Column | null | undefined): { kind: Kind } | undefined {
  if (STATE.test(words)) return { kind: 'zustand' }
  if (publicityOf(words) && (words.length > 2 || column === 'status')) return { kind: 'status' }
  if (CROSS.test(words) && words.length === 1) return { kind: 'kreuz' }
  if (TWO_IN_ONE.test(words)) return undefined
  if (holdsSeveral(words)) return undefined
  if (column === 'status' && isRole(words)) return { kind: 'rolle' }
  if (column === 'status' && !findDates(words).length && words.length < 40) return { kind: 'zustand' }
  if (column === 'top' && words.length < 20) return { kind: 'top' }
  if (column === 'sitzung' && words.length < 120 && !findDates(words).length) return { kind: 'sitzung' }
  if (column === 'rolle' && isDropped(words)) return undefined
  if (column === 'rolle' && !findDates(words).length) return { kind: 'rolle' }
  if (column === 'ergebnis' && !findVote(words) && !MEETING.test(words) && !findDates(words).length) {
    return { kind: isRole(words) && !isResult(words) ? 'rolle' : 'ergebnis' }
  }
  if (column === 'gremium' && !MEETING.test(words) && !NUMBERED_WITHIN.test(words) && !findDates(words).length)
    return { kind: 'text' }
  return undefined
}

/** `Bauausschuss 14. Sitzung`: the running number of the meeting behind its body. */
const NUMBERED_WITHIN = / \d{1,3}\. (?:\p{L}+ )?(?:Sitzung|Tagung)(?!\p{L})/u

/** A result where the role stands: `(zurückgezogen)`, `abgesetzt`. */
function isDropped(words: string): boolean {
  const bare = words.replace(/^\(|\)$/g, '')
  return !isRole(bare) && startsResult(bare) && bare.length < 40
}

/** Several publicities or roles, one for each step of a row that holds them all. */
function holdsSeveral(words: string): boolean {
  if (/^(?:(?:nicht[- ]?)?öffentlich(?:\s+|$)){2,}$/iu.test(words)) return true
  let rest = words
  let roles = 0
  for (let role = roleAtStart(rest); role && rest; role = roleAtStart(rest)) {
    rest = rest.slice(role.length).trimStart()
    roles++
  }
  return roles > 1 && !rest
}
