/**
 * Kopf: what a paper says about itself, and which municipality it belongs to.
 *
 * Units: dates ISO; `ags` eight digits as text.
 * Reads: everything before the first section that carries content; heading words; host names.
 * Messages: `nummer-fehlt`, `betreff-fehlt`, `kommune-fehlt`, `kopf-unsicher`.
 */
import { z } from 'zod'
import type { Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import { defineExtractor } from '../../src/extractor.ts'
import { message } from '../../src/messages.ts'
import { PAPER_KINDS } from '../../src/parse/paper-kind.ts'
import { contradictionsOf } from './contradictions.ts'
import { dayOf, type Fact } from './facts.ts'
import { kindOf } from './kind.ts'
import { townOf } from './kommune.ts'
import { numberOf } from './number.ts'
import { publicityOfPaper } from './publicity.ts'
import { titleOf } from './title.ts'
import { unitOf } from './unit.ts'
import { zoneOf } from './zone.ts'

const vorlage = z.strictObject({
  nummer: z
    .string()
    .min(1)
    .nullable()
    .describe('Number of the paper as printed, with the prefix the paper uses for it'),
  art: z.enum(PAPER_KINDS).nullable().describe('What kind of paper it is'),
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
  version: 10,
  summary: 'Number, kind, subject, date, publicity and unit of the paper, and its municipality.',
  reads: 'alle',
  records: {
    kommune: { table: 'kommune', many: false, schema: kommune },
    vorlage: { table: 'vorlage', many: false, schema: vorlage },
  },
  *extract(paper, report) {
    const zone = zoneOf(paper)
    const town = townOf(paper, zone)
    if (town.name !== null) {
      const { name, ags, doubts, start, end } = town
      yield { kind: 'kommune', value: { name, ags }, evidence: { start, end }, doubts }
    }
    const title = titleOf(paper, zone)
    const number = numberOf(paper, zone, title)
    const kind = kindOf(paper, zone, title)
    const facts = {
      nummer: number,
      art: kind,
      betreff: title && { ...title, value: title.text },
      datum: dayOf(paper, zone, kind?.value.art),
      oeffentlichkeit: publicityOfPaper(paper, zone),
      federfuehrend: unitOf(paper, zone, title),
    }
    const fields = spansOf(facts)
    const missing = [
      ...(number ? [] : (['nummer-fehlt'] as const)),
      ...(title ? [] : (['betreff-fehlt'] as const)),
      ...(town.name === null ? (['kommune-fehlt'] as const) : []),
    ]
    for (const code of missing) {
      const { von: _, ...said } = message(code, 'kopf')
      report(said)
    }
    if (!Object.keys(fields).length) return
    const value = {
      nummer: number?.value ?? null,
      art: kind?.value.art ?? null,
      art_wortlaut: kind?.value.wording ?? null,
      betreff: title?.text ?? null,
      datum: facts.datum?.value ?? null,
      oeffentlichkeit: facts.oeffentlichkeit?.value ?? null,
      federfuehrend: facts.federfuehrend?.value ?? null,
    }
    const evidence = fields.betreff ?? fields.nummer ?? fields.art ?? Object.values(fields)[0] ?? { start: 0, end: 0 }
    const contradicted = contradictionsOf(paper, zone)
    const doubts = [
      ...new Set<Doubt>([
        ...(title?.doubts ?? []),
        ...(number?.doubts ?? []),
        ...(facts.oeffentlichkeit?.doubts ?? []),
        ...(contradicted.size ? (['mehrdeutig'] as const) : []),
      ]),
    ]
    for (const [field, { start, end }] of contradicted) {
      const { von: _, ...said } = message('kopf-unsicher', 'kopf', field, { start, end })
      report(said)
    }
    for (const [field, fact] of [
      ['Betreff', title],
      ['Nummer', number],
    ] as const) {
      if (!fact?.doubts?.length) continue
      const { von: _, ...said } = message('kopf-unsicher', 'kopf', field, { start: fact.start, end: fact.end })
      report(said)
    }
    yield { kind: 'vorlage', value, evidence, fields, doubts }
  },
})

/** Where each field stands. */
function spansOf(facts: Readonly<Record<string, Fact<unknown> | undefined>>): Record<string, Span> {
  const spans: Record<string, Span> = {}
  for (const [field, fact] of Object.entries(facts)) if (fact) spans[field] = { start: fact.start, end: fact.end }
  return spans
}
