/**
 * A profile as a small file that a user writes for their own city or system (JSON), checked; and the profile it makes.
 *
 * Units: `sicher` from 0 to 1; patterns are regular expressions as JavaScript writes them, without flags but `m` and `u`.
 */
import { z } from 'zod'
import type { SectionKind } from '../document.ts'
import type { Profile } from './profile.ts'

const KINDS = [
  'beratungsfolge',
  'beratungsverlauf',
  'beschlussvorschlag',
  'finanzen',
  'begruendung',
  'anlagen',
  'inhalt',
  'formular',
  'sonstige',
] as const satisfies readonly SectionKind[]
const ROLES = ['anhoerung', 'beratung', 'vorberatung', 'empfehlung', 'entscheidung', 'kenntnisnahme'] as const

const pattern = z
  .string()
  .min(1)
  .max(300)
  .refine((source) => compiled(source) !== undefined, 'kein gültiger regulärer Ausdruck')

const sign = z.strictObject({
  bedeutung: z.string().min(1).describe('Was das Zeichen zeigt'),
  sicher: z.number().min(0).max(1).default(1).describe('Wie sicher es macht: 0 gar nicht, 1 ganz'),
  muster: z
    .array(
      z.strictObject({
        wo: z.enum(['text', 'titel', 'beschreibung', 'programm', 'adressen']),
        ausdruck: pattern,
      }),
    )
    .min(1)
    .describe('Müssen alle zutreffen'),
})

const folded = (description: string) => z.string().trim().toLowerCase().min(1).describe(description)

export const profileFile = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'kleine Buchstaben, Ziffern und Striche'),
  ratsinformationssystem: z.enum(['allris', 'sessionnet', 'domino', 'sdnet', 'morerubin']).nullable().default(null),
  kommune: z
    .strictObject({ name: z.string().min(1), ags: z.string().regex(/^\d{8}$/, 'acht Ziffern') })
    .nullable()
    .default(null),
  zeichen: z.array(sign).default([]),
  ueberschriften: z.record(folded('Überschrift'), z.enum(KINDS)).default({}),
  rollen: z.record(folded('Wort der Zuständigkeit'), z.enum(ROLES)).default({}),
  arten: z.record(folded('Wort für die Art der Vorlage'), z.string().min(1)).default({}),
  nummer_praefix: z.string().min(1).nullable().default(null),
})

/** Plain data: it goes to worker threads as it is. */
export type ProfileFile = z.output<typeof profileFile>

/** The profile a file describes. */
export function profileOf(file: ProfileFile): Profile {
  const { name, ratsinformationssystem: vendor, kommune, arten, rollen, nummer_praefix: nummerPraefix } = file
  return {
    facts: { name, vendor, kommune, arten, rollen, nummerPraefix },
    signs: file.zeichen.map(({ bedeutung, sicher, muster }) => ({
      bedeutung,
      sicher,
      muster: muster.flatMap(({ wo, ausdruck }) => {
        const made = compiled(ausdruck)
        return made ? [{ wo, ausdruck: made }] : []
      }),
    })),
    headings: file.ueberschriften,
  }
}

function compiled(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'mu')
  } catch {
    return undefined
  }
}
