/**
 * Verweise: other council papers the text names by number, each once.
 *
 * Reads: the whole text.
 * Messages: none.
 */
import { z } from 'zod'
import { defineExtractor, type Readings } from '../../src/extractor.ts'
import type { FoundNumber } from '../../src/parse/paper-number.ts'
import { referencesOf } from './find.ts'

const schema = z.strictObject({
  nummer: z.string().min(1).describe('Number of the other paper as printed, without its label'),
})

export const verweise = defineExtractor({
  name: 'verweise',
  version: 9,
  summary: 'Other council papers named by number.',
  reads: 'alle',
  after: ['kopf'],
  records: { verweise: { table: 'verweis', many: true, schema } },
  *extract(paper, _, read) {
    const [head] = read.vorlage ?? []
    const none = head?.art === 'niederschrift' && head.nummer === null
    for (const { number, start, end } of referencesOf(paper, none ? null : ownOf(read))) {
      yield { kind: 'verweise', value: { nummer: number }, evidence: { start, end } }
    }
  },
})

/** The paper's own number as its head was read. */
function ownOf({ vorlage = [] }: Readings): FoundNumber | undefined {
  const [head] = vorlage
  const printed = head?.belege?.nummer ?? head?.beleg
  return typeof head?.nummer === 'string' && printed
    ? { number: head.nummer, start: printed.von, end: printed.bis }
    : undefined
}
