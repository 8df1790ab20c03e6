/**
 * A view that draws conclusions: its columns described as data, beside its SQL.
 */

export interface ViewColumn {
  readonly name: string
  readonly de: string
  readonly en: string
  readonly einheit: string | null
  /** Where the view is published as a file, too. */
  readonly typ: 'INTEGER' | 'REAL' | 'TEXT' | null
  /** What NULL says; null where there is none. */
  readonly leer: readonly [de: string, en: string] | null
}

export interface DerivedView {
  readonly name: string
  readonly de: string
  readonly en: string
  /** The column that tells its rows apart: it is published as a file, like a table. */
  readonly key?: string
  /** `tabelle.spalte` the model must have; without them the view is not made. */
  readonly needs: readonly string[]
  readonly columns: readonly ViewColumn[]
  /** The `SELECT`, whose columns are those above. */
  readonly select: string
}

interface More {
  readonly einheit?: string
  readonly typ?: ViewColumn['typ']
  readonly leer?: readonly [de: string, en: string]
}

export function column(name: string, de: string, en: string, more: More = {}): ViewColumn {
  return { name, de, en, einheit: more.einheit ?? null, typ: more.typ ?? null, leer: more.leer ?? null }
}

/** Columns that say which paper a row is about. */
export const PAPER_COLUMNS: readonly ViewColumn[] = [
  column('vorlage_id', 'Die Vorlage', 'The paper', { typ: 'INTEGER' }),
  column('kommune', 'Kommune, wie gelesen', 'Municipality, as read', {
    leer: ['die Vorlage nennt keine', 'the paper names none'],
    typ: 'TEXT',
  }),
  column('nummer', 'Nummer der Vorlage', 'Number of the paper', {
    leer: ['nicht gedruckt oder nicht sicher lesbar', 'not printed, or not read with certainty'],
    typ: 'TEXT',
  }),
]

export const CLOSED_COLUMN: ViewColumn = column(
  'nichtoeffentlich',
  'Ist die Vorlage nichtöffentlich? Dann verlässt die Zeile das Haus nur auf Verlangen.',
  'Is the paper non-public? Such rows never leave the house unasked',
  { einheit: '0/1', typ: 'INTEGER' },
)

/** Current papers that could be read, each file's bytes once. */
export const PAPERS = `SELECT v.* FROM "vorlage" v JOIN "quelle" q ON q."id" = v."quelle_id"
    WHERE v."aktuell" = 1 AND v."status" <> 'fehler' AND q."dublette_von" IS NULL`
