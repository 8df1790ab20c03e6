/**
 * What a run leaves for those who look from outside: the textfile for Prometheus and the report.
 */
import type { Store } from '../store/store.ts'
import type { Config } from './config.ts'
import { findingsIn } from './findings.ts'
import { prometheusText, replaceFile } from './prometheus.ts'
import { reportText } from './report.ts'
import type { SyncResult } from './run.ts'

/** Write both where the configuration wants them. What cannot be written is complained of and ends nothing. */
export function publish(store: Store, config: Config, result: SyncResult, complain: (sentence: string) => void): void {
  const { prometheus, bericht } = config.pfade
  const writing = (path: string | null, text: () => string): void => {
    if (path === null) return
    try {
      replaceFile(path, text())
    } catch (error) {
      complain(`${path} lässt sich nicht schreiben: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  writing(prometheus, () => prometheusText(result, inQuarantine(store)))
  writing(bericht, () => reportText(result, findingsIn(store.db, config, new Date(result.beendet))))
}

function inQuarantine({ db }: Store): Map<string, number> {
  const rows = db
    .prepare<[], { id: string; n: number }>(
      `SELECT q.id, count(p.schluessel) AS n FROM sync_quelle q LEFT JOIN sync_papier p
       ON p.quelle = q.id AND p.zustand = 'quarantaene' AND p.entfallen_am IS NULL GROUP BY q.id ORDER BY q.id`,
    )
    .all()
  return new Map(rows.map(({ id, n }) => [id, n]))
}
