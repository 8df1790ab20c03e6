/** Shape of a check: a sum, balance or factor that a paper prints, worked out again. */
import { z } from 'zod'

/** What is worked out again. */
export const ARTEN = [
  'spaltensumme',
  'zeilensumme',
  'teilsumme',
  'saldo',
  'kette',
  'aufteilung',
  'text-tabelle',
  'faktor',
  'prozent',
] as const

export type Art = (typeof ARTEN)[number]

const value = (says: string) => z.number().multipleOf(0.001).meta({ speicher: 'tausendstel' }).describe(says)

export const pruefung = z.strictObject({
  art: z.enum(ARTEN).describe('Which kind of arithmetic is checked'),
  gegenstand: z.string().min(1).nullable().describe('What the checked number is: its row and column, as printed'),
  rechnung: z.string().min(1).describe('The calculation, with the numbers as printed'),
  tabelle: z.string().min(1).nullable().describe('Record of the table the checked number stands in'),
  zeile: z.int().min(1).nullable().describe('Row of the checked cell, from 1, as in tabellenzelle'),
  spalte: z.int().min(1).nullable().describe('Column of the checked cell, from 1, as in tabellenzelle'),
  einheit: z.enum(['cent', 'zahl', 'prozent']).describe('What the following values count'),
  erwartet: value('What the calculation gives'),
  gefunden: value('What is printed'),
  differenz: value('Printed minus calculated'),
  toleranz: value('How far rounding alone can carry it, from the decimals that are printed'),
  haelt: z.boolean().describe('True if the difference is within the tolerance'),
  ursache: z
    .enum(['vorlage', 'lesung'])
    .nullable()
    .describe('Where it does not hold: the paper itself is wrong, or the reading is suspect'),
})

export type PruefungValue = z.input<typeof pruefung>
