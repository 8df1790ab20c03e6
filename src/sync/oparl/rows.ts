/**
 * What an OParl system says, in tables of its own beside what was read: papers, their files, their consultations.
 *
 * Nothing is written where nothing changed.
 */
import type Database from 'better-sqlite3'
import type { OparlFile, OparlPaper } from '../../sources/oparl/objects.ts'

export interface ChosenFile extends OparlFile {
  readonly gewaehlt: boolean
}

export interface Consultation {
  readonly adresse: string | null
  readonly rolle: string | null
  readonly federfuehrend: boolean | null
  readonly sitzung: string | null
  readonly datum: string | null
  readonly gremien: readonly string[]
  readonly top: string | null
  readonly ergebnis: string | null
}

export type FileRow = Omit<OparlFile, 'rolle'> & { readonly papier: string }

export interface OparlRows {
  /** When the server last changed the paper, as far as all of it was kept. */
  modified(paper: string): string | null | undefined
  putPaper(paper: OparlPaper, koerper: string): void
  putFiles(paper: string, files: readonly ChosenFile[]): void
  putConsultations(paper: string, consultations: readonly Consultation[]): void
  deletePaper(paper: string): boolean
  /** Whether the server left out when it changed some paper: asking for changes may leave that paper out too. */
  hasUndated(): boolean
  /** Addresses of the files of a paper that are to be read. */
  chosen(paper: string): string[]
  /** Whether a file is still to be read for the sake of any paper. */
  isWanted(file: string): boolean
  /** Every file that is to be read, once. */
  allChosen(): FileRow[]
}

const PAPER = ['koerper', 'nummer', 'name', 'art', 'datum', 'geaendert', 'geloescht'] as const
const FILE = [
  'adresse',
  'rolle',
  'nr',
  'abruf',
  'name',
  'dateiname',
  'medientyp',
  'bytes',
  'sha512',
  'datum',
  'geaendert',
  'gewaehlt',
] as const
const CONSULTATION = [
  'nr',
  'adresse',
  'rolle',
  'federfuehrend',
  'sitzung',
  'datum',
  'gremien',
  'top',
  'ergebnis',
] as const

type Cell = string | number | null

export function oparlRows(db: Database.Database, source: string): OparlRows {
  const modified = db
    .prepare<[string, string], string | null>('SELECT geaendert FROM oparl_papier WHERE quelle = ? AND adresse = ?')
    .pluck()
  const undated = db
    .prepare<[string], number>(
      'SELECT 1 FROM oparl_papier WHERE quelle = ? AND geaendert IS NULL AND geloescht = 0 LIMIT 1',
    )
    .pluck()
  const upsert = db.prepare(`INSERT INTO oparl_papier (quelle, adresse, ${PAPER.join(', ')})
    VALUES (@quelle, @adresse, ${PAPER.map((name) => `@${name}`).join(', ')})
    ON CONFLICT DO UPDATE SET ${PAPER.map((name) => `${name} = @${name}`).join(', ')}`)
  const deleted = db.prepare('UPDATE oparl_papier SET geloescht = 1 WHERE quelle = ? AND adresse = ? AND geloescht = 0')
  const files = listTable(db, 'oparl_datei', source, FILE)
  const consultations = listTable(db, 'oparl_beratung', source, CONSULTATION)
  const chosen = db
    .prepare<[string, string], string>(
      'SELECT adresse FROM oparl_datei WHERE quelle = ? AND papier = ? AND gewaehlt = 1 ORDER BY nr',
    )
    .pluck()
  const wanted = db
    .prepare<[string, string], number>(
      `SELECT 1 FROM oparl_datei d JOIN oparl_papier p ON p.quelle = d.quelle AND p.adresse = d.papier
       WHERE d.quelle = ? AND d.adresse = ? AND d.gewaehlt = 1 AND p.geloescht = 0 LIMIT 1`,
    )
    .pluck()
  const all = db.prepare<[string], FileRow>(
    `SELECT d.* FROM oparl_datei d JOIN oparl_papier p ON p.quelle = d.quelle AND p.adresse = d.papier
     WHERE d.quelle = ? AND d.gewaehlt = 1 AND p.geloescht = 0 GROUP BY d.adresse ORDER BY d.adresse`,
  )
  return {
    modified: (paper) => modified.get(source, paper),
    hasUndated: () => undated.get(source) !== undefined,
    putPaper({ adresse, nummer, name, art, datum, geaendert }, koerper) {
      upsert.run({ quelle: source, adresse, koerper, nummer, name, art, datum, geaendert, geloescht: 0 })
    },
    putFiles: (paper, list) =>
      files(
        paper,
        list.map(({ gewaehlt, ...file }, at) => ({ ...file, nr: at + 1, gewaehlt: gewaehlt ? 1 : 0 })),
      ),
    putConsultations: (paper, list) =>
      consultations(
        paper,
        list.map(({ federfuehrend, gremien, ...more }, at) => ({
          ...more,
          nr: at + 1,
          federfuehrend: federfuehrend === null ? null : federfuehrend ? 1 : 0,
          gremien: JSON.stringify(gremien),
        })),
      ),
    deletePaper: (paper) => deleted.run(source, paper).changes > 0,
    chosen: (paper) => chosen.all(source, paper),
    isWanted: (file) => wanted.get(source, file) !== undefined,
    allChosen: () => all.all(source),
  }
}

/** Replaces the rows of a paper in one table, if they differ. */
function listTable(db: Database.Database, table: string, source: string, columns: readonly string[]) {
  const select = db.prepare<[string, string], Record<string, Cell>>(
    `SELECT ${columns.join(', ')} FROM ${table} WHERE quelle = ? AND papier = ? ORDER BY nr`,
  )
  const clear = db.prepare(`DELETE FROM ${table} WHERE quelle = ? AND papier = ?`)
  const insert = db.prepare(`INSERT OR IGNORE INTO ${table} (quelle, papier, ${columns.join(', ')})
    VALUES (?, ?, ${columns.map(() => '?').join(', ')})`)
  return (paper: string, rows: readonly Readonly<Record<string, Cell>>[]): void => {
    const cells = rows.map((row) => columns.map((name) => row[name] ?? null))
    const kept = select.all(source, paper).map((row) => columns.map((name) => row[name] ?? null))
    if (JSON.stringify(kept) === JSON.stringify(cells)) return
    clear.run(source, paper)
    for (const row of cells) insert.run(source, paper, ...row)
  }
}
