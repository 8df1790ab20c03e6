/**
 * Abschnitte: which sections a paper has, and whether anything stands in them.
 *
 * A section that is not there, one left blank and one that says "keine" are three kinds of nothing. What is not there
 * has no record. Finances are left to their own record, which says the same of their form.
 *
 * Reads: sections of the kinds listed, and lines about effects on staff.
 * Messages: none.
 */
import { z } from 'zod'
import { defineExtractor, type Readings } from '../../src/extractor.ts'
import { type Found, namedSections } from './sections.ts'
import { staffEffects } from './staff.ts'

const schema = z.strictObject({
  art: z.enum(['beratungsfolge', 'beschlussvorschlag', 'anlagen', 'personal']).describe('What the section is about'),
  ueberschrift: z.string().min(1).describe('Its heading or label as printed'),
  zustand: z
    .enum(['angegeben', 'leer', 'keine'])
    .describe('Something stands in it; it is there but blank; it says that there is none'),
})

export const abschnitte = defineExtractor({
  name: 'abschnitte',
  version: 1,
  summary: 'Which sections a paper has, and whether something, nothing or "keine" stands in them.',
  reads: 'alle',
  after: ['beratungsfolge', 'beschlussvorschlag'],
  records: { abschnitte: { table: 'abschnitt', many: true, schema } },
  *extract(paper, _, read) {
    const known = new Map<string, Found>()
    for (const found of [...namedSections(paper, placesOf(read)), ...staffEffects(paper)]) {
      const other = known.get(found.art)
      if (!other || weight(found) > weight(other)) known.set(found.art, found)
    }
    for (const { art, ueberschrift, zustand, evidence } of [...known.values()].sort(inOrder))
      yield { kind: 'abschnitte', value: { art, ueberschrift, zustand }, evidence }
  },
})

/** Where steps of a consultation and the proposal are printed. */
function placesOf({ beratungsfolge = [], beschlussvorschlag = [] }: Readings) {
  const places = (records: Readings[string]): number[] => records.map(({ beleg }) => beleg.von)
  return { beratungsfolge: places(beratungsfolge), beschlussvorschlag: places(beschlussvorschlag) }
}

/** Of several sections of one kind the one that says most: a heading may be printed twice. */
function weight({ zustand }: Found): number {
  return ['leer', 'keine', 'angegeben'].indexOf(zustand)
}

function inOrder(a: Found, b: Found): number {
  return a.evidence.start - b.evidence.start
}
