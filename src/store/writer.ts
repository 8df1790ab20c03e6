/**
 * Write one paper: its version, records, proofs and messages in one synchronous transaction, whole or not at all.
 *
 * The same path, bytes and reading: nothing is written. Other bytes: a new version. Another reading of the same bytes,
 * or a failed reading that now succeeds: the records are replaced in place.
 */
import type Database from 'better-sqlite3'
import type { Bundle, RecordValue, Status } from '../bundle.ts'
import { sqlName } from './columns.ts'
import { insertSql, updateSql } from './ddl.ts'
import { ownAmountWriter } from './derived/own-amounts.ts'
import type { Model } from './model.ts'
import { assertPlaces, paperRow, rowsOf } from './rows.ts'
import type { Row, SqlValue } from './values.ts'

export type Outcome = 'neu' | 'version' | 'unveraendert' | 'neu-gelesen'

/** The current version of a path. */
export interface KnownPaper {
  readonly path: string
  readonly sha256: string
  readonly lesart: string
  readonly version: number
  readonly status: Status
}

export interface WriteOptions {
  /** Replace the records even if path, bytes and reading are the same. */
  readonly erneut?: boolean
}

export interface Writer {
  known(path: string): KnownPaper | undefined
  knownHash(sha256: string): KnownPaper | undefined
  write(bundle: Bundle, runId: number, options?: WriteOptions): Outcome
}

interface Current extends KnownPaper {
  readonly quelleId: number
  readonly vorlageId: number
}

/** What writes into the tables of a model. */
export function writerOf(db: Database.Database, model: Model): Writer {
  const select = `SELECT q.pfad AS path, v.sha256, v.lesart, v.version, v.status, q.id AS quelleId, v.id AS vorlageId
    FROM quelle q JOIN vorlage v ON v.quelle_id = q.id AND v.aktuell = 1`
  const byPath = db.prepare<[string], Current>(`${select} WHERE q.pfad = ?`)
  const byHash = db.prepare<[string], Current>(`${select} WHERE q.sha256 = ? ORDER BY q.id LIMIT 1`)
  const store = db.transaction(storing(db, model))
  return {
    known: (path) => known(byPath.get(path)),
    knownHash: (sha256) => (sha256 ? known(byHash.get(sha256)) : undefined),
    write(bundle, runId, options = {}) {
      assertPlaces(model, bundle)
      const current = byPath.get(bundle.quelle)
      const outcome = outcomeOf(bundle, current, options)
      if (outcome !== 'unveraendert') store.immediate(bundle, runId, outcome, current)
      return outcome
    },
  }
}

function known(found: Current | undefined): KnownPaper | undefined {
  if (!found) return undefined
  const { path, sha256, lesart, version, status } = found
  return { path, sha256, lesart, version, status }
}

function outcomeOf(bundle: Bundle, current: Current | undefined, options: WriteOptions): Outcome {
  if (!current) return 'neu'
  // Whose bytes could not be had has not changed as far as anyone knows: what was read before stays.
  if (bundle.sha256 === '' && current.sha256 !== '') return 'unveraendert'
  if (bundle.sha256 !== current.sha256) return current.sha256 === '' ? 'neu-gelesen' : 'version'
  const recovered = current.status === 'fehler' && bundle.status !== 'fehler'
  return bundle.lesart !== current.lesart || recovered || options.erneut ? 'neu-gelesen' : 'unveraendert'
}

/** All that happens to the database for one paper. To be run inside a transaction. */
function storing(db: Database.Database, model: Model) {
  const insert = inserter(db, model)
  const sourceOf = sourceWriter(db, insert)
  const place = paperPlacer(db, model, insert)
  const settle = settler(db)
  const writeOwnAmount = ownAmountWriter(db, model)
  const lastProof = db.prepare<[], number>('SELECT ifnull(max(id), 0) FROM beleg').pluck()
  return (bundle: Bundle, runId: number, outcome: Outcome, current: Current | undefined): void => {
    const proofOf = numbering(lastProof.get() ?? 0)
    const quelle_id = sourceOf(bundle, runId, current)
    const row = { ...paperRow(model, bundle, proofOf), quelle_id, lauf_id: runId, aktuell: 1 }
    const vorlage_id = place(row, outcome, current)
    const rows = rowsOf(model, bundle, proofOf)
    // Proofs of records have their ids already; those of single fields take the numbers behind them.
    const numbered = rows.filter(({ row }) => row.id !== undefined)
    for (const { table, row, children } of [...numbered, ...rows.filter(({ row }) => row.id === undefined)]) {
      const id = table === 'vorlage' ? vorlage_id : insert(table, { ...row, vorlage_id })
      for (const child of children) insert(child.table, { ...child.row, [`${table}_id`]: id })
    }
    writeOwnAmount(vorlage_id)
    settle(bundle, runId, outcome, current)
  }
}

function inserter(db: Database.Database, model: Model): (table: string, row: Row) => number {
  const statements = new Map(
    model.tables.map((table) => [
      table.name,
      { columns: table.columns, run: db.prepare<SqlValue[]>(insertSql(table)) },
    ]),
  )
  return (table, row) => {
    const into = statements.get(table)
    if (!into) throw new Error(`keine Tabelle „${table}“`)
    return Number(into.run.run(...into.columns.map(({ name }) => row[name] ?? null)).lastInsertRowid)
  }
}

/** The row of a path, made or brought up to date. */
function sourceWriter(db: Database.Database, insert: (table: string, row: Row) => number) {
  const runStart = db.prepare<[number], string>('SELECT begonnen FROM lauf WHERE id = ?').pluck()
  const update = db.prepare('UPDATE quelle SET sha256 = ?, bytes = ?, medientyp = ? WHERE id = ?')
  return ({ quelle, sha256, bytes, medientyp }: Bundle, runId: number, current: Current | undefined): number => {
    if (!current) {
      return insert('quelle', { pfad: quelle, sha256, bytes, medientyp, zuerst_gesehen: runStart.get(runId) ?? null })
    }
    update.run(sha256, bytes, medientyp, current.quelleId)
    return current.quelleId
  }
}

/** The row of a paper: a new one, or the one there is, emptied of what belonged to the earlier reading. */
function paperPlacer(db: Database.Database, model: Model, insert: (table: string, row: Row) => number) {
  const table = model.tables.find(({ name }) => name === 'vorlage')
  if (!table) throw new Error('keine Tabelle „vorlage“')
  const settable = table.columns.filter(({ name }) => name !== 'id')
  const update = db.prepare<SqlValue[]>(updateSql({ ...table, columns: settable }))
  const retire = db.prepare('UPDATE vorlage SET aktuell = 0 WHERE id = ?')
  const dependent = model.tables.filter(({ columns }) => columns.some(({ name }) => name === 'vorlage_id'))
  const clears = dependent.map(({ name }) => db.prepare(`DELETE FROM ${sqlName(name)} WHERE vorlage_id = ?`))
  return (row: Row, outcome: Outcome, current: Current | undefined): number => {
    if (current && outcome === 'neu-gelesen') {
      for (const clear of clears) clear.run(current.vorlageId)
      const kept = { ...row, version: current.version }
      update.run(...settable.map(({ name }) => kept[name as keyof typeof kept] ?? null), current.vorlageId)
      return current.vorlageId
    }
    if (current) retire.run(current.vorlageId)
    return insert('vorlage', { ...row, version: (current?.version ?? 0) + 1 })
  }
}

/** Which sources have the same bytes, and the counts of the run. */
function settler(db: Database.Database) {
  const link = db.prepare(`UPDATE quelle SET dublette_von =
    (SELECT min(o.id) FROM quelle o WHERE o.sha256 = quelle.sha256 AND o.id < quelle.id)
    WHERE sha256 IN (?, ?) AND sha256 <> ''`)
  const count = db.prepare(`UPDATE lauf SET
    neu = neu + (@outcome = 'neu'), neue_fassungen = neue_fassungen + (@outcome = 'version'),
    neu_gelesen = neu_gelesen + (@outcome = 'neu-gelesen'),
    ok = ok + (@status = 'ok'), pruefen = pruefen + (@status = 'pruefen'), fehler = fehler + (@status = 'fehler')
    WHERE id = @id`)
  return ({ sha256, status }: Bundle, id: number, outcome: Outcome, current: Current | undefined): void => {
    if (outcome !== 'neu-gelesen' || current?.sha256 !== sha256) link.run(sha256, current?.sha256 ?? '')
    count.run({ id, outcome, status })
  }
}

/** Numbers for the proofs of records, known before their rows are written. */
function numbering(last: number): (record: RecordValue) => number {
  const ids = new Map<RecordValue, number>()
  return (record) => {
    const id = ids.get(record) ?? last + ids.size + 1
    ids.set(record, id)
    return id
  }
}
