/**
 * What is wrong with a file somebody wrote by hand, in German.
 */
import type { z } from 'zod'

/** What is wrong with a value, in German; undefined for what needs no other words. */
export function german(issue: z.core.$ZodRawIssue): string | undefined {
  const { code } = issue
  if (code === 'unrecognized_keys') return `unbekannt: ${issue.keys.join(', ')}`
  if (code === 'invalid_type')
    return issue.input === undefined ? 'fehlt' : `erwartet wird ${TYPES[issue.expected] ?? issue.expected}`
  if (code === 'too_small') return `zu klein, mindestens ${issue.minimum}`
  if (code === 'too_big') return `zu groß, höchstens ${issue.maximum}`
  if (code === 'invalid_value') return `erlaubt: ${issue.values.join(', ')}`
  return undefined
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein Objekt',
}
