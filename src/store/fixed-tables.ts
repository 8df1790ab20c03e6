/**
 * The columns that do not come from extractors: sources, versions of papers, proofs, messages, runs, and what stands on
 * every row beside the fields of its record.
 *
 * Units: times are ISO 8601 in UTC; offsets UTF-16 code units into `vorlage.text`; pages and lines count from 1.
 */
import { type Column, sqlName, sqlText } from './columns.ts'

type Options = Partial<Pick<Column, 'nullable' | 'unit' | 'checks' | 'clause'>>

/** One row per path. */
export const QUELLE: readonly Column[] = [
  key(),
  text('pfad', 'Pfad oder Adresse, wie angegeben', { clause: 'UNIQUE' }),
  text('sha256', 'Prüfsumme der zuletzt gelesenen Bytes'),
  integer('bytes', 'Größe der Datei', { unit: 'Byte', checks: ['"bytes" >= 0'] }),
  text('medientyp', 'Format, am Inhalt erkannt'),
  text('zuerst_gesehen', 'Beginn des Imports, der den Pfad zuerst las', { unit: 'ISO 8601, UTC' }),
  integer('dublette_von', 'Die zuerst gelesene Quelle mit denselben Bytes', {
    nullable: true,
    clause: 'REFERENCES "quelle" ("id")',
  }),
]

/** One row per version of a source; the columns of the `vorlage` and `kommune` records stand behind these. */
export const VORLAGE: readonly Column[] = [
  key(),
  integer('quelle_id', 'Woher die Vorlage kommt', { clause: 'REFERENCES "quelle" ("id") ON DELETE CASCADE' }),
  integer('lauf_id', 'Der Import, der die Zeile schrieb', { clause: 'REFERENCES "lauf" ("id")' }),
  integer('version', 'Fassung der Quelle ab 1; jede Änderung der Datei ist eine neue', { checks: ['"version" >= 1'] }),
  flag('aktuell', 'Ist dies die neueste Fassung ihrer Quelle?'),
  text('sha256', 'Prüfsumme der Bytes dieser Fassung'),
  integer('bytes', 'Größe dieser Fassung', { unit: 'Byte', checks: ['"bytes" >= 0'] }),
  text('medientyp', 'Format dieser Fassung'),
  text('lesart', 'Stand des Programms, das die Fassung las'),
  text('profil', 'Profil, nach dem gelesen wurde'),
  text('vendor', 'Ratsinformationssystem', { nullable: true }),
  oneOf('status', ['ok', 'pruefen', 'fehler'], 'Ergebnis des Lesens'),
  integer('seiten', 'Zahl der Seiten', { nullable: true }),
  closed(),
]

/** The one text of a paper; the last column, so that SQLite need not step over it. */
export const VORLAGE_TEXT: Column = text('text', 'Der ganze Text in Lesereihenfolge; leer, wenn nichts lesbar war')

/** A proof: of a whole record, or of one of its fields. */
export const BELEG: readonly Column[] = [
  key(),
  paper(),
  text('tabelle', 'Tabelle des Datensatzes'),
  text('datensatz', 'Kennung des Datensatzes in seiner Vorlage'),
  text('feld', 'Feld, das der Beleg allein belegt; leer: der ganze Datensatz', { nullable: true }),
  text('zitat', 'Wörtlich aus vorlage.text'),
  integer('von', 'Beginn des Zitats in vorlage.text', { unit: 'UTF-16-Zeichen', checks: ['"von" >= 0'] }),
  integer('bis', 'Ende des Zitats', { unit: 'UTF-16-Zeichen', checks: ['"bis" >= "von"'] }),
  integer('seite', 'Seite des Zitats', { nullable: true, checks: ['"seite" >= 1'] }),
  integer('zeile', 'Zeile in vorlage.text', { checks: ['"zeile" >= 1'] }),
  json('flaechen', 'Seiten und Rechtecke [links, oben, rechts, unten] von links oben', { unit: 'Punkt' }),
  text('extraktor', 'Wer den Datensatz las'),
  integer('version', 'Stand des Extraktors'),
  closed(),
]

/** What was said about a paper. */
export const MELDUNG: readonly Column[] = [
  key(),
  paper(),
  order(),
  text('code', 'Kennung der Meldung'),
  oneOf('stufe', ['hinweis', 'zweifel', 'fehler'], 'Wie ernst es ist'),
  text('text', 'Was ist, und was zu tun ist'),
  text('von', 'Wer es sagt: eine Stufe des Lesens oder ein Extraktor'),
  text('stelle_zitat', 'Wörtlich aus vorlage.text', { nullable: true }),
  integer('stelle_von', 'Beginn der Stelle', { nullable: true, unit: 'UTF-16-Zeichen' }),
  integer('stelle_bis', 'Ende der Stelle', { nullable: true, unit: 'UTF-16-Zeichen' }),
  integer('stelle_seite', 'Seite der Stelle', { nullable: true }),
  integer('stelle_zeile', 'Zeile der Stelle', { nullable: true }),
  closed(),
]

/** One row per import. Counts grow with every paper, so a run that was killed says how far it came. */
export const LAUF: readonly Column[] = [
  key(),
  text('begonnen', 'Beginn', { unit: 'ISO 8601, UTC' }),
  text('beendet', 'Ende; leer, solange der Import läuft oder wenn er abbrach', {
    nullable: true,
    unit: 'ISO 8601, UTC',
  }),
  oneOf('zustand', ['laeuft', 'fertig', 'abgebrochen'], 'Wie der Import ausging'),
  text('lesart', 'Stand des Programms'),
  text('aufruf', 'Was importiert werden sollte', { nullable: true }),
  count('neu', 'Vorlagen, die zum ersten Mal gelesen wurden'),
  count('neue_fassungen', 'Vorlagen, deren Datei sich geändert hat'),
  count('neu_gelesen', 'Vorlagen, die unverändert sind, aber mit einem anderen Stand gelesen wurden'),
  count('unveraendert', 'Vorlagen, an denen nichts zu tun war'),
  count('ok', 'Geschriebene Vorlagen ohne Zweifel'),
  count('pruefen', 'Geschriebene Vorlagen, die jemand ansehen sollte'),
  count('fehler', 'Geschriebene Vorlagen, die sich nicht lesen ließen'),
]

/** What stands on every row of a record table before its own fields. */
export const RECORD: readonly Column[] = [key(), paper(), order(), ...mark('', false), closed()]

/** Which record a row holds, what is doubtful about it, and its proof. Empty in `vorlage` where there is no record. */
export function mark(prefix: string, nullable: boolean): Column[] {
  return [
    text(`${prefix}datensatz`, 'Kennung des Datensatzes in seiner Vorlage', { nullable }),
    json(`${prefix}zweifel`, 'Warum die Angaben falsch sein können; leer: kein Zweifel', { nullable: true }),
    integer(`${prefix}beleg_id`, 'Wo es gedruckt ist', {
      nullable,
      clause: 'UNIQUE REFERENCES "beleg" ("id") DEFERRABLE INITIALLY DEFERRED',
    }),
  ]
}

/** A list of a record, one row per entry. */
export function listColumns(parent: string): Column[] {
  return [parentOf(parent), order(), text('text', 'Der Eintrag, wie gedruckt'), closed()]
}

/** A table of a record, one row per cell. */
export function cellColumns(parent: string): Column[] {
  return [
    parentOf(parent),
    integer('zeile', 'Zeile ab 1; 0 ist der Spaltenkopf', { checks: ['"zeile" >= 0'] }),
    integer('spalte', 'Spalte ab 1', { checks: ['"spalte" >= 1'] }),
    text('text', 'Die Zelle, wie gedruckt'),
    closed(),
  ]
}

function parentOf(parent: string): Column {
  return integer(`${parent}_id`, 'Wozu der Eintrag gehört', {
    clause: `REFERENCES ${sqlName(parent)} ("id") ON DELETE CASCADE`,
  })
}

function key(): Column {
  return integer('id', 'Schlüssel', { clause: 'PRIMARY KEY' })
}

function paper(): Column {
  return integer('vorlage_id', 'Zu welcher Vorlage und Fassung es gehört', {
    clause: 'REFERENCES "vorlage" ("id") ON DELETE CASCADE',
  })
}

function order(): Column {
  return integer('nr', 'Reihenfolge im Text, ab 1', { checks: ['"nr" >= 1'] })
}

function closed(): Column {
  return flag(
    'nichtoeffentlich',
    'Ist die Vorlage nichtöffentlich? Dann verlässt die Zeile das Haus nur auf Verlangen.',
  )
}

function count(name: string, description: string): Column {
  return integer(name, description, { unit: 'Vorlagen', clause: 'DEFAULT 0', checks: [`${sqlName(name)} >= 0`] })
}

function flag(name: string, description: string): Column {
  return integer(name, description, { unit: '0/1', checks: [`${sqlName(name)} IN (0, 1)`] })
}

function oneOf(name: string, values: readonly string[], description: string): Column {
  return text(name, description, { checks: [`${sqlName(name)} IN (${values.map(sqlText).join(', ')})`] })
}

function json(name: string, description: string, options: Options = {}): Column {
  return text(name, description, { ...options, checks: [`json_valid(${sqlName(name)})`] })
}

function integer(name: string, description: string, options: Options = {}): Column {
  return { name, type: 'INTEGER', nullable: false, unit: null, description, checks: [], clause: '', ...options }
}

function text(name: string, description: string, options: Options = {}): Column {
  return { ...integer(name, description, options), type: 'TEXT' }
}
