/**
 * Kopf: what a paper says about itself, and which municipality it belongs to.
 *
 * Units: dates ISO; `ags` eight digits as text.
 * Reads: everything before the first section that carries content; heading words; host names.
 * Messages: none.
 */
import { z } from 'zod'
import { defineExtractor } from '../../src/extractor.ts'

const vorlage = z.strictObject({
  nummer: z
    .string()
    .min(1)
    .nullable()
    .describe('Number of the paper as printed, with the prefix the paper uses for it'),
  art: z
    .enum([
      'beschlussvorlage',
      'berichtsvorlage',
      'mitteilungsvorlage',
      'informationsvorlage',
      'antrag',
      'aenderungsantrag',
      'anfrage',
      'antwort',
      'niederschrift',
      'sonstige',
    ])
    .nullable()
    .describe('What kind of paper it is'),
  art_wortlaut: z.string().min(1).nullable().describe('Kind of paper as printed'),
  betreff: z.string().min(1).nullable().describe('Subject as printed, on one line'),
  datum: z.iso.date().nullable().describe('Date of the paper itself, ISO; never that of a meeting'),
  oeffentlichkeit: z.enum(['oeffentlich', 'nichtoeffentlich']).nullable().describe('Whether the paper is public'),
  federfuehrend: z.string().min(1).nullable().describe('Unit printed as responsible, without clerk and contact'),
})

const kommune = z.strictObject({
  name: z.string().min(1).nullable().describe('Municipality as a reader would name it, without "Stadt"'),
  ags: z
    .string()
    .regex(/^\d{8}$/)
    .nullable()
    .describe('Amtlicher Gemeindeschlüssel, eight digits'),
})

export const kopf = defineExtractor({
  name: 'kopf',
  version: 1,
  summary: 'Number, kind, subject, date, publicity and unit of the paper, and its municipality.',
  reads: 'alle',
  records: {
    kommune: { table: 'kommune', many: false, schema: kommune },
    vorlage: { table: 'vorlage', many: false, schema: vorlage },
  },
  *extract() {},
})
