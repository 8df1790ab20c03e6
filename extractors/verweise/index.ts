/**
 * Verweise: other council papers the text names by number, each once.
 *
 * Reads: the whole text.
 * Messages: none.
 */
import { z } from 'zod'
import { defineExtractor } from '../../src/extractor.ts'
import { referencesOf } from './find.ts'

const schema = z.strictObject({
  nummer: z.string().min(1).describe('Number of the other paper as printed, without its label'),
})

export const verweise = defineExtractor({
  name: 'verweise',
  version: 3,
  summary: 'Other council papers named by number.',
  reads: 'alle',
  records: { verweise: { table: 'verweis', many: true, schema } },
  *extract(paper) {
    for (const { number, start, end } of referencesOf(paper)) {
      yield { kind: 'verweise', value: { nummer: number }, evidence: { start, end } }
    }
  },
})
