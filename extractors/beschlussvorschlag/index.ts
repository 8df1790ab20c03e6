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

/** No template is longer. */
const LONGEST = 160
/** What a form tells its author to write here, or the sentence it begins for him: nobody filled it in. */
const TEMPLATE =
  /^\((?:Der|Dieser) Text (?:muss|soll|darf)[^()]{5,90}\)$|^\(?(?:Bitte |Hier )?(?:Beschlusstext|Text)(?: hier)? (?:einfügen|eingeben|eintragen)\)?\.?$|^(?:1\.\s*)?(?:Der|Die) \p{Lu}\p{L}+ (?:oder|bzw\.|\/) (?:\p{L}+\s)?\p{Lu}\p{L}+ (?:beschließt|empfiehlt|nimmt|stimmt)[:.]?(?:\s+\d{1,2}\.)*$/u

export const beschlussvorschlag = defineExtractor({
  name: 'beschlussvorschlag',
  version: 10,
  summary: 'The proposal and its numbered points.',
  reads: ['beschlussvorschlag'],
  records: { beschlussvorschlag: { table: 'beschlussvorschlag', many: false, schema } },
  *extract(paper) {
    const found = proposalOf(paper)
    if (!found) return
    const { text, punkte, span } = found.written
    if (text.length < LONGEST && TEMPLATE.test(text)) return
    yield { kind: 'beschlussvorschlag', value: { text, punkte: [...punkte] }, evidence: span, doubts: found.doubts }
  },
})
