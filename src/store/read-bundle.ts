/**
 * A bundle as it was written, put together again from its rows.
 *
 * What comes back equals what was written, but for two things the columns do not tell apart: an optional field that is
 * null comes back absent, and a nested object of nothing but nulls comes back null.
 */
import type Database from 'better-sqlite3'
import type { Beleg, Bundle, Meldung, RecordValue } from '../bundle.ts'
import type { Level } from '../document.ts'
import { type ChildList, sqlName } from './columns.ts'
import type { Model, RecordTable } from './model.ts'
import { type Row, toFields } from './values.ts'

type PaperKept = Omit<Bundle, 'meldungen' | 'daten'> & Row & { readonly id: number }
type ProofKept = Omit<Beleg, 'flaechen'> & {
  readonly datensatz: string
  readonly feld: string | null
  readonly flaechen: string
}
type RecordKept = Row & { readonly id: number }

interface MessageKept {
  readonly code: string
  readonly stufe: Level
  readonly text: string
  readonly von: string
  readonly stelle_zitat: string | null
  readonly stelle_von: number
  readonly stelle_bis: number
  readonly stelle_seite: number | null
  readonly stelle_zeile: number
}

/** What puts together the bundle of a row of `vorlage`. */
export function bundleReader(db: Database.Database, model: Model): (vorlageId: number) => Bundle {
  const papers = db.prepare<[number], PaperKept>(
    'SELECT v.*, q.pfad AS quelle FROM vorlage v JOIN quelle q ON q.id = v.quelle_id WHERE v.id = ?',
  )
  const messages = db.prepare<[number], MessageKept>('SELECT * FROM meldung WHERE vorlage_id = ? ORDER BY nr')
  const proofs = db.prepare<[number], ProofKept>('SELECT * FROM beleg WHERE vorlage_id = ? ORDER BY id')
  const readers = model.records.map((kind) => recordReader(db, kind))
  return (vorlageId) => {
    const paper = papers.get(vorlageId)
    if (!paper) throw new Error(`keine Vorlage ${vorlageId}`)
    const { quelle, sha256, bytes, medientyp, lesart, profil, vendor, status, text, seiten } = paper
    const proofsOf = Map.groupBy(proofs.all(vorlageId), ({ datensatz }) => datensatz)
    const daten = Object.fromEntries(readers.map((read) => read(paper, proofsOf)))
    const meldungen = messages.all(vorlageId).map(messageOf)
    return { quelle, sha256, bytes, medientyp, lesart, profil, vendor, status, meldungen, text, seiten, daten }
  }
}

type Proofs = ReadonlyMap<string, readonly ProofKept[]>

function recordReader(db: Database.Database, kind: RecordTable) {
  const rows = kind.merged
    ? null
    : db.prepare<[number], RecordKept>(`SELECT * FROM ${sqlName(kind.table)} WHERE vorlage_id = ? ORDER BY nr`)
  const children = kind.children.map((child) => childReader(db, kind, child))
  const recordOf = (row: RecordKept, proofs: Proofs): RecordValue => {
    const id = String(row[`${kind.prefix}datensatz`])
    const lists = children.map((read) => read(row.id))
    const zweifel = JSON.parse(String(row[`${kind.prefix}zweifel`] ?? '[]')) as string[]
    return Object.assign({ ...toFields(kind.fields, row), id, zweifel, ...proofOf(proofs.get(id) ?? []) }, ...lists)
  }
  return (paper: PaperKept, proofs: Proofs): [string, Bundle['daten'][string]] => {
    const kept = rows ? rows.all(paper.id) : paper[`${kind.prefix}datensatz`] === null ? [] : [paper]
    const records = kept.map((row) => recordOf(row, proofs))
    return [kind.key, kind.many ? records : (records[0] ?? null)]
  }
}

/** The list and the rows of cells of one record, by the names of their fields. */
function childReader(
  db: Database.Database,
  kind: RecordTable,
  child: ChildList,
): (id: number) => Record<string, unknown> {
  const place = child.cells === null ? '0 AS zeile' : 'zeile'
  const order = child.cells === null ? 'nr' : 'zeile, spalte'
  const select = db.prepare<[number], { zeile: number; text: string }>(
    `SELECT ${place}, text FROM ${sqlName(child.table)} WHERE ${sqlName(`${kind.table}_id`)} = ? ORDER BY ${order}`,
  )
  return (id) => {
    const rows: string[][] = [[]]
    for (const { zeile, text } of select.all(id)) {
      while (rows.length <= zeile) rows.push([])
      rows[zeile]?.push(text)
    }
    const [list = [], ...cells] = rows
    return {
      ...(child.list === null ? {} : { [child.list]: list }),
      ...(child.cells === null ? {} : { [child.cells]: cells }),
    }
  }
}

function proofOf(kept: readonly ProofKept[]): Pick<RecordValue, 'beleg' | 'belege'> {
  const whole = kept.find(({ feld }) => feld === null)
  if (!whole) throw new Error('Datensatz ohne Beleg')
  const fields = kept.flatMap((proof) => (proof.feld === null ? [] : [[proof.feld, belegOf(proof)] as const]))
  return { beleg: belegOf(whole), ...(fields.length > 0 ? { belege: Object.fromEntries(fields) } : {}) }
}

function belegOf({ zitat, von, bis, seite, zeile, flaechen, extraktor, version }: ProofKept): Beleg {
  return { zitat, von, bis, seite, zeile, flaechen: JSON.parse(flaechen) as Beleg['flaechen'], extraktor, version }
}

function messageOf({ code, stufe, text, von, ...at }: MessageKept): Meldung {
  if (at.stelle_zitat === null) return { code, stufe, text, von, stelle: null }
  const { stelle_zitat: zitat, stelle_bis: bis, stelle_seite: seite, stelle_zeile: zeile } = at
  return { code, stufe, text, von, stelle: { zitat, von: at.stelle_von, bis, seite, zeile } }
}
