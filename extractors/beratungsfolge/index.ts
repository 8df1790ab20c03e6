/**
 * Beratungsfolge: which bodies deal with the paper, when, in which role, and with what result.
 *
 * Units: dates ISO; votes are counts of members.
 * Reads: the Beratungsfolge (table, rows, label blocks, torn columns) and the Beratungsverlauf.
 * Messages: `schritt-unlesbar`: something stands in the Beratungsfolge that is no step; it is skipped.
 */
import { z } from 'zod'
import { defineExtractor } from '../../src/extractor.ts'
import { message } from '../../src/messages.ts'
import { meaningOfRole } from '../../src/parse/role.ts'
import { roleLegend } from '../../src/parse/role-legend.ts'
import { evidenceOf } from './evidence.ts'
import { consultationsOf } from './read.ts'

const abstimmung = z.strictObject({
  ja: z.int().nonnegative().nullable().describe('Votes in favour'),
  nein: z.int().nonnegative().nullable().describe('Votes against'),
  enthaltung: z.int().nonnegative().nullable().describe('Abstentions'),
})

const schritt = z.strictObject({
  datum: z.iso.date().nullable().describe('Day of the meeting, ISO; the first day of a range'),
  gremium: z.string().min(1).describe('Body as printed, without its role'),
  oeffentlichkeit: z.enum(['oeffentlich', 'nichtoeffentlich']).nullable().describe('Whether this step is public'),
  zustaendigkeit: z.string().min(1).nullable().describe('Role of the body as printed'),
  rolle: z
    .enum(['anhoerung', 'beratung', 'vorberatung', 'empfehlung', 'entscheidung', 'kenntnisnahme'])
    .nullable()
    .describe('Meaning of the role'),
  top: z.string().min(1).nullable().describe('Item of the agenda, as printed'),
  sitzung: z.string().min(1).nullable().describe('Name or number of the meeting, as printed'),
  ergebnis: z.string().min(1).nullable().describe('Result as printed, without the count of votes'),
  abstimmung: abstimmung.nullable().describe('Count of votes'),
})

export const beratungsfolge = defineExtractor({
  name: 'beratungsfolge',
  version: 10,
  summary: 'One record per step: body, day, publicity, role, item, meeting, result, votes.',
  reads: ['kopf', 'beratungsfolge', 'beratungsverlauf'],
  records: { beratungsfolge: { table: 'beratung', many: true, schema: schritt } },
  *extract(paper, report) {
    const { steps, unread } = consultationsOf(paper)
    for (const span of unread) {
      const { von: _, ...said } = message('schritt-unlesbar', 'beratungsfolge', undefined, span)
      report(said)
    }
    const legend = roleLegend(paper.text)
    for (const { step, doubts } of steps) {
      const { bodySpans: _, spans, crossByBlanks: __, vague: ___, unsure: ____, ...value } = step
      const said = step.zustaendigkeit
      const rolle = said === null ? null : (meaningOfRole(said, paper.profile.rollen) ?? legend.get(said) ?? null)
      const { evidence, fields } = evidenceOf(step, spans)
      yield { kind: 'beratungsfolge', value: { ...value, rolle }, evidence, fields, doubts }
    }
  },
})
