/**
 * A database as another version of the program may have left it: the current papers and their records by table and
 * column, whatever tables and columns there are.
 *
 * Units: as the columns keep them.
 * Reads: the schema of the file itself, so that readings of before and after a change of the schema can be compared.
 */
import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { sqlName } from '../columns.ts'
import { guarded, StoreError } from '../errors.ts'
import { APPLICATION_ID } from '../file.ts'
import type { SqlValue } from '../values.ts'

/** A record as a row: its own columns, the entries of its lists as one text, and where it is printed. */
export interface KeptRecord {
  readonly table: string
  readonly fields: Readonly<Record<string, SqlValue>>
  readonly zitat: string | null
  readonly von: number | null
  readonly bis: number | null
  readonly seite: number | null
  readonly zeile: number | null
}

export interface KeptPaper {
  readonly id: number
  readonly pfad: string
  readonly sha256: string
  readonly nummer: string | null
  readonly text: string
  readonly nichtoeffentlich: boolean
}

export interface Snapshot {
  readonly papers: readonly KeptPaper[]
  /** Tables with records, `vorlage` first, and the fields of each. */
  readonly tables: ReadonlyMap<string, readonly string[]>
  /** How the papers were read: version of each extractor that left a proof. */
  readonly versions: ReadonlyMap<string, string>
  /** The records of a paper in the order of their tables and of the text. */
  recordsOf(paper: KeptPaper): KeptRecord[]
  close(): void
}

/** Columns that say where a row belongs, not what the paper says. */
const FRAME =
  /^(?:id|vorlage_id|quelle_id|lauf_id|nr|version|aktuell|sha256|bytes|lesart|nichtoeffentlich|(?:kommune_)?(?:datensatz|beleg_id)|stelle_(?:von|bis|zeile))$/

/** Open a database for comparison. Throws a `StoreError` for what is none of ours. */
export function snapshotOf(path: string): Snapshot {
  if (!existsSync(path)) throw new StoreError('nicht-vorhanden', path)
  return guarded(path, () => {
    const db = new Database(path, { readonly: true })
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
      db.close()
      throw new StoreError('keine-datenbank', path, 'sie gehört einem anderen Programm')
    }
    return opened(db)
  })
}

function opened(db: Database.Database): Snapshot {
  const columns = columnsByTable(db)
  const names = ['vorlage', 'meldung', ...recordTables(columns)]
  const readers = names.map((name) => reader(db, name, columns))
  return {
    papers: db
      .prepare<[], Omit<KeptPaper, 'nichtoeffentlich'> & { nichtoeffentlich: number }>(
        `SELECT v.id, q.pfad, v.sha256, v.nummer, v.text, v.nichtoeffentlich
         FROM vorlage v JOIN quelle q ON q.id = v.quelle_id WHERE v.aktuell = 1 ORDER BY q.pfad`,
      )
      .all()
      .map((paper) => ({ ...paper, nichtoeffentlich: paper.nichtoeffentlich === 1 })),
    tables: new Map(names.map((name) => [name, fieldsOf(columns, name)])),
    versions: new Map(
      db
        .prepare<[], { extraktor: string; versionen: string }>(
          `SELECT extraktor, group_concat(DISTINCT version) AS versionen FROM beleg
           WHERE vorlage_id IN (SELECT id FROM vorlage WHERE aktuell = 1) GROUP BY extraktor ORDER BY extraktor`,
        )
        .all()
        .map(({ extraktor, versionen }) => [extraktor, versionen]),
    ),
    recordsOf: (paper) => readers.flatMap((read) => read(paper.id)),
    close: () => void db.close(),
  }
}

type Columns = ReadonlyMap<string, readonly string[]>

function columnsByTable(db: Database.Database): Columns {
  const names = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid")
    .pluck()
    .all()
  const info = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck()
  return new Map(names.filter((name) => /^[a-z]/.test(name)).map((name) => [name, info.all(name)]))
}

/** Tables whose rows are records of a paper with a proof. */
function recordTables(columns: Columns): string[] {
  const marks = ['vorlage_id', 'datensatz', 'beleg_id']
  return [...columns].filter(([, own]) => marks.every((mark) => own.includes(mark))).map(([name]) => name)
}

/** Lists of a record: tables whose rows point to its table. */
function childTables(columns: Columns, table: string): [name: string, columns: readonly string[]][] {
  return table === 'vorlage' || table === 'meldung' ? [] : [...columns].filter(([, own]) => own.includes(`${table}_id`))
}

function fieldsOf(columns: Columns, table: string): string[] {
  const own = (columns.get(table) ?? []).filter((name) => !FRAME.test(name))
  return [...own, ...childTables(columns, table).map(([name]) => name)]
}

/** Reads the records of one table of one paper. */
function reader(db: Database.Database, table: string, columns: Columns): (paper: number) => KeptRecord[] {
  const fields = fieldsOf(columns, table)
  const proved = columns.get(table)?.includes('beleg_id')
  const place = proved
    ? 'b.zitat AS _zitat, b.von AS _von, b.bis AS _bis, b.seite AS _seite, b.zeile AS _zeile'
    : 'r.stelle_zitat AS _zitat, r.stelle_von AS _von, r.stelle_bis AS _bis, r.stelle_seite AS _seite, r.stelle_zeile AS _zeile'
  const rows = db.prepare<[number], Record<string, SqlValue>>(
    `SELECT r.*, ${place} FROM ${sqlName(table)} r ${proved ? 'LEFT JOIN beleg b ON b.id = r.beleg_id' : ''}
     WHERE r.${table === 'vorlage' ? 'id' : 'vorlage_id'} = ? ${table === 'vorlage' ? '' : 'ORDER BY r.nr'}`,
  )
  const children = childTables(columns, table).map(([name, own]) => childReader(db, table, name, own))
  return (paper) =>
    rows.all(paper).map((row) => {
      const lists = Object.fromEntries(children.map((read) => read(Number(row.id))))
      const kept = Object.fromEntries(fields.map((name) => [name, lists[name] ?? row[name] ?? null]))
      const number = (name: string): number | null => (typeof row[name] === 'number' ? row[name] : null)
      return {
        table,
        fields: kept,
        zitat: row._zitat === null || row._zitat === undefined ? null : String(row._zitat),
        von: number('_von'),
        bis: number('_bis'),
        seite: number('_seite'),
        zeile: number('_zeile'),
      }
    })
}

/** The entries of a list as one text: cells parted by tabs, rows by line ends. */
function childReader(db: Database.Database, table: string, name: string, own: readonly string[]) {
  const cells = own.includes('spalte')
  const select = db.prepare<[number], { zeile: number; text: string }>(
    `SELECT ${cells ? 'zeile' : 'nr AS zeile'}, text FROM ${sqlName(name)} WHERE ${sqlName(`${table}_id`)} = ?
     ORDER BY ${cells ? 'zeile, spalte' : 'nr'}`,
  )
  return (id: number): [string, string] => {
    const rows = Map.groupBy(select.all(id), ({ zeile }) => zeile)
    return [name, [...rows.values()].map((row) => row.map(({ text }) => text).join('\t')).join('\n')]
  }
}
