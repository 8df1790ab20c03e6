/**
 * What the columns mean, in the language their schema does not speak, and what an empty value says.
 *
 * The extractors describe their fields in English, the store its own columns in German; here stands the other half.
 * A test keeps the two halves complete: no column without both, nothing here that is not a column.
 */
import { FRAME_ENGLISH } from './catalogue-frame.ts'
import { RECORD_GERMAN } from './catalogue-records.ts'

export interface Wording {
  /** The description in the other language. */
  readonly text: string
  /** What NULL says, where it is not the usual. */
  readonly leer?: readonly [de: string, en: string]
}

/** By `tabelle.spalte`, or `*.spalte` for columns that stand in many tables. */
export type Catalogue = Readonly<Record<string, string | Wording>>

/** What NULL says of a field read from papers, if nothing else is said. */
export const NOT_READ: readonly [de: string, en: string] = [
  'steht nicht in der Vorlage oder ist nicht sicher lesbar',
  'not in the paper, or not read with certainty',
]

export const TABLE_ENGLISH: Readonly<Record<string, string>> = {
  lauf: 'One import per row',
  quelle: 'One file or address per row',
  vorlage: 'One version of a paper per row',
  beleg: 'Where a record or a field is printed',
  meldung: 'What was said about a paper',
  beratung: 'One step of the consultation per row: which body, when, with what result',
  beschlussvorschlag: 'The proposed resolution, at most one per paper',
  beschlusspunkt: 'Numbered points of the proposed resolution',
  finanzangabe: 'What the paper says about its effect on the budget, at most one per paper',
  betrag: 'One printed amount of money per row; not to be added up as they stand, see v_betrag_je_vorlage',
  tabelle: 'One printed table per row',
  tabellenspalte: 'Column heads of printed tables',
  tabellenzelle: 'Cells of printed tables',
  vzae: 'One printed quantity of full-time equivalents or posts per row',
  vzaestelle: 'Numbers of the posts a quantity of staff stands for',
  stelle: 'Numbers of posts a paper names',
  verweis: 'Other papers a paper names by number',
  abschnitt:
    'Sections a paper has, and whether something, nothing or "keine" stands in them; one it does not have has no row',
  pruefung: 'One sum, balance, chain, factor or percentage per row, worked out again',
}

/** For record tables, whose description in the model says only what kind they hold. */
export const TABLE_GERMAN: Readonly<Record<string, string>> = {
  beratung: 'Ein Schritt der Beratungsfolge je Zeile: welches Gremium, wann, mit welchem Ergebnis',
  beschlussvorschlag: 'Der Beschlussvorschlag, höchstens einer je Vorlage',
  beschlusspunkt: 'Nummerierte Punkte des Beschlussvorschlags',
  finanzangabe: 'Was die Vorlage über finanzielle Auswirkungen sagt, höchstens eine Angabe je Vorlage',
  betrag: 'Ein gedruckter Geldbetrag je Zeile; nicht einfach zusammenzuzählen, siehe v_betrag_je_vorlage',
  tabelle: 'Eine gedruckte Tabelle je Zeile',
  tabellenspalte: 'Spaltenköpfe der gedruckten Tabellen',
  tabellenzelle: 'Zellen der gedruckten Tabellen',
  vzae: 'Eine gedruckte Menge von Vollzeitäquivalenten oder Stellen je Zeile',
  vzaestelle: 'Nummern der Stellen, für die eine Menge von VZÄ oder Stellen steht',
  stelle: 'Stellennummern, die eine Vorlage nennt',
  verweis: 'Andere Vorlagen, die eine Vorlage mit Nummer nennt',
  abschnitt:
    'Abschnitte, die eine Vorlage hat, und ob etwas, nichts oder „keine“ darin steht; was sie nicht hat, hat keine Zeile',
  pruefung: 'Eine nachgerechnete Summe, Differenz, Fortschreibung oder Prozentangabe der Vorlage je Zeile',
}

const CATALOGUE: Catalogue = { ...FRAME_ENGLISH, ...RECORD_GERMAN }

export const CATALOGUE_KEYS: readonly string[] = Object.keys(CATALOGUE)

/** What the catalogue says of a column, and under which key. */
export function wordingOf(table: string, column: string): (Wording & { readonly key: string }) | undefined {
  for (const key of [`${table}.${column}`, `*.${column}`]) {
    const found = CATALOGUE[key]
    if (found !== undefined) return typeof found === 'string' ? { key, text: found } : { key, ...found }
  }
  return undefined
}
