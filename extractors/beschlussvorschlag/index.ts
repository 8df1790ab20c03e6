/**
 * Beschlussvorschlag: what is to be resolved, as a whole and point by point.
 *
 * Reads: the first section that holds a proposal; without a heading, the sentence that opens one.
 * Messages: none.
 */
import { z } from 'zod'
import { defineExtractor } from '../../src/extractor.ts'
import { proposalOf } from './find.ts'

const schema = z.strictObject({
  text: z.string().min(1).describe('The whole proposal; paragraphs parted by an empty line, list items by line ends'),
  punkte: z
    .array(z.string().min(1))
    .meta({ kindtabelle: 'beschlusspunkt' })
    .describe('Its numbered top-level points, without their numbers'),
})

export const beschlussvorschlag = defineExtractor({
  name: 'beschlussvorschlag',
  version: 8,
  summary: 'The proposal and its numbered points.',
  reads: ['beschlussvorschlag'],
  records: { beschlussvorschlag: { table: 'beschlussvorschlag', many: false, schema } },
  *extract(paper) {
    const found = proposalOf(paper)
    if (!found) return
    const { text, punkte, span } = found.written
    yield { kind: 'beschlussvorschlag', value: { text, punkte: [...punkte] }, evidence: span, doubts: found.doubts }
  },
})
