/**
 * Lücken: numbers that stand as numbers of tables and forms do, but belong to no record. Nothing is read from them: where
 * extraction has torn a table beyond repair, whoever checks the paper must see that something is missing, and where.
 *
 * Reads: the text beside the places of all records.
 * Messages: `zahlen-uebrig`, one for each stretch.
 * Source: none: it knows no layout. It was made because every layout nobody had seen lost some of its tables in silence.
 */
import type { Span } from '../../src/document.ts'
import { defineExtractor, type Readings } from '../../src/extractor.ts'
import { message } from '../../src/messages.ts'
import { gapsIn } from './gaps.ts'

export const luecken = defineExtractor({
  name: 'luecken',
  version: 1,
  summary: 'Numbers of tables and forms that belong to no record; yields messages, no records.',
  reads: 'alle',
  after: [
    'kopf',
    'beratungsfolge',
    'beschlussvorschlag',
    'finanzen',
    'vzae',
    'stellen',
    'verweise',
    'abschnitte',
    'pruefung',
  ],
  records: {},
  // biome-ignore lint/correctness/useYield: it has messages, no records
  *extract(paper, report, read) {
    for (const gap of gapsIn(paper.text, placesOf(read))) {
      const first = /^\S+/.exec(paper.text.slice(gap.start))?.[0] ?? ''
      report(message('zahlen-uebrig', 'luecken', `${gap.numbers === 1 ? '' : `${gap.numbers} ab `}„${first}“`, gap))
    }
  },
})

/** Where everything that was read is printed. */
function placesOf(read: Readings): Span[] {
  return Object.values(read)
    .flat()
    .flatMap(({ beleg, belege }) => [beleg, ...Object.values(belege ?? {})])
    .map(({ von, bis }) => ({ start: von, end: bis }))
}
