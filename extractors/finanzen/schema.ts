/** Shapes of the records about money: the paper's effect on the budget, single amounts, tables. */

import { z } from 'zod'
import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

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

const LIMIT =
  /^(?:\p{Ll}+ )*\p{L}*(?:[Ss]chwellenwert|(?:[Ww]ert|[Ff]rei|[Bb]agatell|[Oo]ber|[Hh]öchst)grenze|[Hh]öchstbetrag|[Mm]indest(?:betrag|summe|höhe|kosten|\p{Ll}*investition(?:skosten)?))(?:e?n?|e?s)(?!\p{L})/u
/** What is not spent, or what remains when income and cost are set off: neither of them, whatever else the label says. */
const NEITHER =
  /einspar|minder(?:aufw|ausgab|auszahl|kosten|ertr|einn|einzahl|betr|bedarf)|reduzierung|(?<!ver|ab)kürzung|preisabschlag|wegfallend|entlastung|rückstellung|rücklage|(?:unter|über)deckung|lücken?(?!\p{L})|gebührenrechtlich\p{L}* ergebnis|(?:einnahme|ertrags|erlös|gebühren|steuer|beitrags)n?ausf[aä]ll|sald(?:o|en)(?!\p{Ll}{2})/iu
/** A programme and its volume, costs that may be subsidised, what a city has to add: none of them is a grant. */
const NO_GRANT = latin(
  oneLine`
    förder(?:mittel)?(?:programm|volumen|rahmen|topf|budget|bedarf|quote|satz)\p{L}*|
    (?:förder|zuwendungs|zuschuss)fähig\p{L}*(?: \p{L}*(?:kosten|aufwand|aufwendungen|ausgaben))?|
    zuschu(?:ss|ß)bedarf\p{L}*|(?:be|wirtschafts|investitions)förderung|beförder|
    förder(?=schul|verein|unterricht|zentr|klasse)
  `,
  'iu',
)

const WORDS: readonly (readonly [Art, RegExp])[] = [
  ['verpflichtungsermaechtigung', /[Vv]erpflichtungserm|(?:^|[^\p{L}])VE(?!\p{L})/u],
  ['deckung', /(?<!unter|über|kosten)deckung|gegenfinanzierung/iu],
  [
    'folgekosten',
    /folgekosten|folgeaufw|laufende(?!r verwaltungst|[mnr]? meter)|jährliche[rn]?(?:\/r)? (?:belastung|budgetbedarf)|(?<!lebens)unterhalt(?!svorsch)|(?<!er)wartung|betriebskosten(?!zusch)/iu,
  ],
  ['gesamtkosten', /gesamt(?:kosten|aufw|preis|investition|ausgaben)/iu],
  ['zuschuss', /zusch[uü]ss|zuwendung|förder|beihilfe|spende|zuweisung/iu],
  ['einzahlung', /einzahlung|kreditaufnahme/iu],
  ['auszahlung', /(?<!vor)auszahlung/iu],
  ['investition', /invest|anschaffung|beschaffung|baukosten/iu],
  [
    'ertrag',
    /(?<![vb])ertr[aä]g|erlös|einnahme|entgelt|gebühr(?!en?(?:s[aä]tz|kalkulation|haushalt|rechtlich|ordnung|bedarf))|(?<!mehrwert|umsatz|vor|grunderwerbs?|körperschafts?|kapitalertrags?|kfz-?)steuer(?!ung|-)|pacht/iu,
  ],
  [
    'aufwand',
    /aufw[aä]nd(?!ig)|aufwend|abschreib|kosten|ausgabe|miete|honorar|(?<!sanierungs|investitions|nachhol|gemein)bedarf|belastung|(?<!kaufs?)preis/iu,
  ],
]

/** What is left when income and cost are set off, whatever it is of ("Unterdeckung der Gebühren", "Jahresüberschuss"). */
const BALANCE = latin(
  /^(?:\p{Ll}+ )*(?:(?:Teilbetrag|Anteil|Einbeziehung|Verrechnung|Verwendung|Vortrag|Übertrag) (?:(?:der|des|einer|eines|von) )?(?:\p{Ll}+ )*)?\p{L}*(?:[Uu]nterdeckung|[Üü]berdeckung|[Ff]ehlbetr[aä]g|[Dd]efizit|[Jj]ahresüberschuss|[Jj]ahresergebnis|[Jj]ahresfehlbetrag|[Gg]esamtergebnis|(?:[Zz]ahlungs|[Ff]inanzierungs)mittel(?:überschuss|bedarf|fehlbetrag|saldo)|[Üü]berschuss|[Üü]berschüsse)\p{Ll}*(?!\p{L})/u,
)

/** "Gebühr für die Unterhaltung" is a fee: what stands before an attribute says more than what is in it. */
const ATTRIBUTE = / (?:für|über|von|vom|zur?|zum|der|des|aus|an|bei|mit|durch) /u

/**
 * The kind of an amount, as its label says it. A purchase price does not say who buys; a total sum, value or volume may be
 * one of gifts or of a programme; what needs repair is not what a paper spends.
 */
export function artOf(label: string | null, threshold: boolean): Art {
  if (threshold || (label !== null && LIMIT.test(label))) return 'schwelle'
  if (label === null || NEITHER.test(label) || BALANCE.test(label)) return 'unbestimmt'
  const words = label.split(NO_GRANT).join('-')
  const [head = ''] = words.split(ATTRIBUTE)
  const kindOf = (part: string): Art | undefined => WORDS.find(([, pattern]) => pattern.test(part))?.[0]
  const [first, whole] = [kindOf(head), kindOf(words)]
  return (first === 'aufwand' && whole === 'folgekosten' ? whole : (first ?? whole)) ?? 'unbestimmt'
}
