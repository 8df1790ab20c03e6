/**
 * How much there is of what: for the report after an import and for the list of what people should look at.
 *
 * Reads: the views, so current papers only.
 */
import type Database from 'better-sqlite3'
import { sqlName } from './columns.ts'
import type { Model } from './model.ts'
import { viewOf } from './views.ts'

/** How often something occurs. */
export interface Count {
  readonly name: string
  readonly anzahl: number
}

export interface Overview {
  /** Papers by status; every file counts. */
  readonly status: readonly Count[]
  /** Records by table; a file that is there twice counts once. */
  readonly datensaetze: readonly Count[]
  /** Messages by code. */
  readonly meldungen: readonly Count[]
  /** Doubts by code. */
  readonly zweifel: readonly Count[]
}

export function overviewOf(db: Database.Database, model: Model): Overview {
  const count = (sql: string): Count[] => db.prepare<[], Count>(sql).all()
  const tables = model.records.filter(({ merged }) => !merged).map(({ table }) => table)
  const totals = tables.map((table) => `SELECT '${table}' AS name, count(*) AS anzahl FROM ${sqlName(viewOf(table))}`)
  const merged = model.records.some(({ key }) => key === 'vorlage')
  const doubtful = [...(merged ? ['v_vorlagen'] : []), ...tables.map(viewOf)]
  const doubts = doubtful.map((view) => `SELECT j.value AS name FROM ${sqlName(view)} r, json_each(r.zweifel) j`)
  return {
    status: count('SELECT status AS name, count(*) AS anzahl FROM v_vorlagen GROUP BY status ORDER BY status'),
    datensaetze: totals.flatMap(count),
    meldungen: count(
      'SELECT code AS name, count(*) AS anzahl FROM v_meldungen GROUP BY code ORDER BY anzahl DESC, code',
    ),
    zweifel: doubts.length
      ? count(
          `SELECT name, count(*) AS anzahl FROM (${doubts.join(' UNION ALL ')}) GROUP BY name ORDER BY anzahl DESC, name`,
        )
      : [],
  }
}
