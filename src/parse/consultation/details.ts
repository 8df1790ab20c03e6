/**
 * What a word beside a body says of its step: day, publicity, role, item, meeting, result, votes.
 */
import { publicityOf } from '../publicity.ts'
import { FIELD, joinWords, partTop, type Step } from './step.ts'
import type { Token } from './tokens.ts'

/** Add a word to its step; a second role or result goes on from the first. */
export function detailsInto(step: Step, token: Token): void {
  const span = { start: token.start, end: token.end }
  if (token.kind === 'datum') {
    if (step.datum !== null || step.vague) return
    const far = token.until !== undefined && daysBetween(token.iso ?? '', token.until) > 2
    step.vague = far
    step.datum = far ? null : (token.iso ?? null)
    step.spans.datum = span
  } else if (token.kind === 'status') {
    step.oeffentlichkeit ??= publicityOf(token.text) ?? null
    step.spans.oeffentlichkeit ??= span
  } else if (token.kind === 'stimmen') {
    step.abstimmung ??= token.vote ?? null
    step.spans.abstimmung ??= span
  } else {
    const field = FIELD[token.kind]
    if (!field) return
    const value = field === 'top' ? token.text.replace(/^(?:TOP|Top) ?/, '') : token.text
    const before = step[field]
    if (before !== null && field !== 'ergebnis' && field !== 'zustaendigkeit') return
    step[field] = before === null ? value : joinWords(before, value)
    step.spans[field] = { start: step.spans[field]?.start ?? token.start, end: token.end }
    if (field === 'top') partTop(step)
  }
}

export function daysBetween(first: string, last: string): number {
  return (Date.parse(last) - Date.parse(first)) / 86_400_000
}
