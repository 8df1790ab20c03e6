/** Shapes of the records about money: the paper's effect on the budget, single amounts, tables. */
import { z } from 'zod'

export const ARTEN = [
  'ertrag',
  'aufwand',
  'einzahlung',
  'auszahlung',
  'investition',
  'zuschuss',
  'deckung',
  'verpflichtungsermaechtigung',
  'folgekosten',
  'gesamtkosten',
  'schwelle',
  'unbestimmt',
] as const

export type Art = (typeof ARTEN)[number]

export const finanzangabe = z.strictObject({
  auswirkungen: z
    .enum(['ja', 'nein'])
    .nullable()
    .describe('Does the paper affect the budget? Null: not said, or the mark is lost'),
  mittel_vorhanden: z
    .enum(['ja', 'nein', 'teilweise'])
    .nullable()
    .describe('Is the money there? Only as the form or section says it'),
  zustand: z
    .enum(['angegeben', 'leer', 'keine_angabe'])
    .describe('Filled in; the form is there but blank; no such form or section'),
})

export const betrag = z.strictObject({
  cent: z.int().meta({ einheit: 'cent' }).describe('Euro cents, unit applied; negative as printed'),
  bezeichnung: z
    .string()
    .min(1)
    .nullable()
    .describe('What the amount is: row label, form label or noun phrase, in the nominative'),
  jahr: z.int().min(1900).max(2199).nullable().describe('Year printed in its sentence, row or column head'),
  turnus: z.enum(['einmalig', 'jaehrlich', 'monatlich']).nullable().describe('How often it falls due, if printed'),
  ungefaehr: z.boolean().describe('Printed as approximate ("ca.", "rund")'),
  art: z.enum(ARTEN).describe('Kind of amount, from the words of its label'),
  herkunft: z.enum(['formular', 'text', 'tabelle']).describe('Where it is printed'),
  zitat: z.string().min(1).describe('The amount as printed, on one line'),
})

export const tabelle = z.strictObject({
  titel: z.string().min(1).nullable().describe('The heading directly above the table'),
  art: z.enum(['beratungsfolge', 'finanzen', 'stellen', 'sonstige']).describe('What the table is about'),
  einheit: z.string().min(1).nullable().describe('Unit of money said for the whole table, as printed'),
  spalten: z.array(z.string()).meta({ kindtabelle: 'tabellenspalte' }).describe('Column heads'),
  zeilen: z.array(z.array(z.string())).meta({ kindtabelle: 'tabellenzelle' }).describe('Body rows, cell by cell'),
})

const WORDS: readonly (readonly [Art, RegExp])[] = [
  ['verpflichtungsermaechtigung', /verpflichtungserm|(?:^|[^\p{L}])VE(?!\p{L})/u],
  ['deckung', /deckung|gegenfinanzierung/iu],
  [
    'folgekosten',
    /folgekosten|folgeaufw|laufende|jährliche[rn]?(?:\/r)? (?:belastung|budgetbedarf)|unterhalt|wartung|betriebskosten/iu,
  ],
  ['gesamtkosten', /gesamt(?:kosten|aufw|preis|summe|wert|budget|volumen|investition|ausgaben)/iu],
  ['zuschuss', /zusch[uü]ss|zuwendung|förder|beihilfe|spende|zuweisung/iu],
  ['einzahlung', /einzahlung/iu],
  ['auszahlung', /auszahlung/iu],
  ['investition', /invest|anschaffung|beschaffung|baukosten/iu],
  ['ertrag', /ertr[aä]g|erlös|einnahme|entgelt|gebühr|steuer|überschuss|pacht/iu],
  ['aufwand', /aufw[aä]nd|aufwend|kosten|ausgabe|miete|honorar|bedarf|belastung|preis/iu],
]

/** The kind of an amount, as its label says it. */
export function artOf(label: string | null, threshold: boolean): Art {
  if (threshold) return 'schwelle'
  return (label && WORDS.find(([, pattern]) => pattern.test(label))?.[0]) || 'unbestimmt'
}
