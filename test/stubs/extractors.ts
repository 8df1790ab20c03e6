/**
 * Extractors for the tests of the batch, told by the paper itself what to do: count words, hang, end the thread, throw.
 */
import { z } from 'zod'
import { defineExtractor, type Extractor } from '../../src/extractor.ts'

const schema = z.strictObject({ wort: z.string(), bytes: z.int() })

const woerter = defineExtractor({
  name: 'woerter',
  version: 1,
  summary: 'Every word, or what the paper orders.',
  reads: 'alle',
  records: { woerter: { table: 'wort', many: true, schema } },
  *extract(paper) {
    if (paper.text.includes('SCHLEIFE')) for (;;);
    if (paper.text.includes('SPEICHER')) for (const hoard: unknown[] = []; ; ) hoard.push(new Array(10_000).fill({}))
    if (paper.text.includes('ABSTURZ')) process.exit(3)
    if (paper.text.includes('GEPLAPPER')) console.log('geplapper')
    if (paper.text.includes('WURF')) throw new Error('mit Absicht')
    for (const found of paper.text.matchAll(/\S+/g)) {
      const evidence = { start: found.index, end: found.index + found[0].length }
      yield { kind: 'woerter', value: { wort: found[0], bytes: paper.source.bytes }, evidence }
    }
  },
})

export const extractors: readonly Extractor[] = [woerter]
export const COMPOSITION = import.meta.url
