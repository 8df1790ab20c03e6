/**
 * The tables `sync_quelle` and `sync_lauf`: how far each source was compared, and what each run found in it.
 */
import type { Store } from '../store/store.ts'
import type { SourceConfig } from './config.ts'
import { COUNTED, type Counts, type SourceResult } from './counts.ts'

/** What is kept of a source between runs. */
export interface SourceKept {
  readonly zeiger: string | null
  readonly voll_am: string | null
}

/** Why a run has no end of its own. */
export const KILLED = 'ohne Abschluss beendet (getötet, abgestürzt oder ohne Strom); gezählt ist, was gespeichert war'

export function recordsOf(store: Store) {
  const { db } = store
  const names = Object.keys(COUNTED)
  const upsert =
    db.prepare(`INSERT INTO sync_quelle (id, art, kommune_name, kommune_ags) VALUES (@id, @art, @name, @ags)
    ON CONFLICT DO UPDATE SET art = @art, kommune_name = @name, kommune_ags = @ags`)
  const kept = db.prepare<[string], SourceKept>('SELECT zeiger, voll_am FROM sync_quelle WHERE id = ?')
  const begin = db.prepare(`INSERT INTO sync_lauf (lauf_id, quelle, begonnen, zustand) VALUES (?, ?, ?, 'laeuft')`)
  const counted = names.map((name) => `${name} = @${name}`).join(', ')
  const progress = db.prepare(`UPDATE sync_lauf SET ${counted} WHERE lauf_id = @lauf AND quelle = @quelle`)
  const end = db.prepare(`UPDATE sync_lauf SET beendet = @beendet, zustand = @zustand, grund = @grund,
    ${counted} WHERE lauf_id = @lauf AND quelle = @quelle`)
  const reached = db.prepare(`UPDATE sync_quelle SET zeiger = ifnull(?, zeiger), voll_am = ifnull(?, voll_am)
    WHERE id = ?`)
  const abandon = db.prepare(`UPDATE sync_lauf SET zustand = 'abgebrochen', grund = ? WHERE zustand = 'laeuft'`)
  return {
    /** Whatever is still open when another run begins was killed. When, nobody knows; what it had done is counted. */
    abandon: () => void store.together(() => abandon.run(KILLED)),
    open(source: SourceConfig): SourceKept {
      const { id, art, kommune } = source
      return store.together(() => {
        const before = kept.get(id)
        upsert.run({ id, art, ...kommune })
        return before ?? { zeiger: null, voll_am: null }
      })
    },
    begin: (lauf: number, quelle: string, begonnen: string) =>
      void store.together(() => begin.run(lauf, quelle, begonnen)),
    /** To be called within the transaction that did what is counted. */
    progress: (lauf: number, quelle: string, counts: Counts) => void progress.run({ lauf, quelle, ...counts }),
    end(lauf: number, quelle: string, result: SourceResult, beendet: string, begun: string): void {
      const { zustand, counts, gaps, zeiger, voll } = result
      store.together(() => {
        end.run({ lauf, quelle, beendet, zustand, grund: gaps.join(' ') || null, ...counts })
        reached.run(zeiger ?? null, voll ? begun : null, quelle)
      })
    },
  }
}
