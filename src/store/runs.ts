/**
 * The table `lauf`: when an import began and ended, and how many papers it wrote.
 *
 * Units: times are ISO 8601 in UTC.
 */
import type Database from 'better-sqlite3'

export interface RunInfo {
  /** The reading, as in the bundles. */
  readonly lesart: string
  /** What was to be imported, for people. */
  readonly aufruf?: string
  /** Now, if absent. */
  readonly begonnen?: string
}

export interface RunSummary {
  readonly zustand: 'fertig' | 'abgebrochen'
  /** Papers with nothing to do, whether they were read again or passed over. */
  readonly unveraendert?: number
  /** Now, if absent. */
  readonly beendet?: string
}

/** A row of `lauf`. */
export interface RunRow {
  readonly id: number
  readonly begonnen: string
  readonly beendet: string | null
  readonly zustand: 'laeuft' | 'fertig' | 'abgebrochen'
  readonly lesart: string
  readonly aufruf: string | null
  readonly neu: number
  readonly neue_fassungen: number
  readonly neu_gelesen: number
  readonly unveraendert: number
  readonly ok: number
  readonly pruefen: number
  readonly fehler: number
}

/** What begins and ends runs. */
export function runsOf(db: Database.Database) {
  // Only one import runs at a time: whatever is still open when another begins was killed.
  const abandon = db.prepare(`UPDATE lauf SET zustand = 'abgebrochen' WHERE zustand = 'laeuft'`)
  const insert = db.prepare(`INSERT INTO lauf (begonnen, zustand, lesart, aufruf) VALUES (?, 'laeuft', ?, ?)`)
  const finish = db.prepare('UPDATE lauf SET zustand = ?, unveraendert = ?, beendet = ? WHERE id = ?')
  const begin = db.transaction(({ lesart, aufruf, begonnen }: RunInfo): number => {
    abandon.run()
    return Number(insert.run(begonnen ?? new Date().toISOString(), lesart, aufruf ?? null).lastInsertRowid)
  })
  return {
    begin: (info: RunInfo): number => begin.immediate(info),
    end(id: number, { zustand, unveraendert, beendet }: RunSummary): void {
      finish.run(zustand, unveraendert ?? 0, beendet ?? new Date().toISOString(), id)
    },
  }
}
