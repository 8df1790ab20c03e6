/**
 * Withdraw a paper for good: its text and records go, a tombstone with the reason stays, and nothing reads it again.
 *
 * The pages it stood on are overwritten, not only freed. What copies were made before is beyond this program's reach.
 */
import type { Store } from '../store/store.ts'
import type { Config } from './config.ts'
import { ensureTables } from './tables.ts'
import { vaultAt } from './vault.ts'

export interface Withdrawn {
  /** Paths whose rows are gone. */
  readonly pfade: readonly string[]
  readonly fassungen: number
  /** All of it was withdrawn before; the tombstones are those of then. */
  readonly schon: boolean
}

interface Version {
  readonly id: number
  readonly quelle_id: number
  readonly pfad: string
  readonly sha256: string
}

/**
 * @param which
 *   A path or address as in the database, or a SHA-256.
 * @returns
 *   Undefined if there is and was no such paper. Doing it again finishes what was interrupted.
 */
export function withdrawPaper(
  store: Store,
  config: Config,
  which: string,
  grund: string,
  now: Date,
): Withdrawn | undefined {
  store.together((db) => ensureTables(db, config.datenbank))
  store.db.pragma('secure_delete = ON')
  const found = store.together(() => purge(store, which, grund, now))
  if (!found) return undefined
  // Out of the log too, which otherwise keeps the text until it is next emptied.
  store.db.pragma('wal_checkpoint(TRUNCATE)')
  for (const folder of [config.pfade.originale, config.pfade.quarantaene]) {
    for (const sha256 of found.hashes) if (/^[0-9a-f]{64}$/.test(sha256)) vaultAt(folder).remove(sha256)
  }
  return { pfade: found.paths, fassungen: found.versions, schon: found.before && found.versions === 0 }
}

function purge({ db }: Store, which: string, grund: string, now: Date) {
  const named = db
    .prepare<[{ which: string }], { pfad: string; sha256: string | null }>(
      `SELECT q.pfad, v.sha256 FROM quelle q JOIN vorlage v ON v.quelle_id = q.id
         WHERE q.pfad = @which OR q.id IN (SELECT quelle_id FROM vorlage WHERE sha256 = @which)
       UNION SELECT pfad, sha256 FROM sync_papier WHERE pfad = @which OR schluessel = @which OR sha256 = @which
       UNION SELECT pfad, sha256 FROM grabstein WHERE pfad = @which OR sha256 = @which`,
    )
    .all({ which })
  if (named.length === 0) return undefined
  const hashes = [...new Set(named.flatMap(({ sha256 }) => (sha256 ? [sha256] : [])))]
  const paths = [...new Set(named.map(({ pfad }) => pfad))]
  const bury = db.prepare(
    'INSERT OR IGNORE INTO grabstein (pfad, sha256, grund, zurueckgezogen_am) VALUES (?, ?, ?, ?)',
  )
  const buried = db.prepare('SELECT 1 FROM grabstein WHERE pfad = ?')
  const before = paths.every((pfad) => buried.get(pfad) !== undefined)
  for (const { pfad, sha256 } of named)
    if (sha256 !== null || !buried.get(pfad)) bury.run(pfad, sha256 ?? '', grund, now.toISOString())
  const versions = versionsOf(db, paths, hashes)
  for (const { id } of versions) db.prepare('DELETE FROM vorlage WHERE id = ?').run(id)
  for (const id of new Set(versions.map(({ quelle_id }) => quelle_id))) tidySource(db, id)
  const barred = `UPDATE sync_papier SET zustand = 'gesperrt',
    grund = CASE WHEN zustand = 'gesperrt' THEN grund ELSE ? END, sha256 = NULL, lesart = NULL, vorgabe = NULL,
    versuche = 0, erneut_am = NULL WHERE`
  for (const pfad of paths) db.prepare(`${barred} pfad = ?`).run(grund, pfad)
  for (const hash of hashes) db.prepare(`${barred} sha256 = ?`).run(grund, hash)
  // Lists hold titles, and sometimes texts.
  db.prepare('DELETE FROM oparl_antwort').run()
  const ofBarred = (quelle: string, papier: string): string =>
    `EXISTS (SELECT 1 FROM oparl_datei d JOIN sync_papier p ON p.quelle = d.quelle AND p.schluessel = d.adresse
     WHERE p.zustand = 'gesperrt' AND d.quelle = ${quelle} AND d.papier = ${papier})`
  db.prepare(
    `DELETE FROM oparl_abweichung WHERE ${ofBarred('oparl_abweichung.quelle', 'oparl_abweichung.papier')}`,
  ).run()
  db.prepare(
    `UPDATE oparl_papier SET name = NULL WHERE ${ofBarred('oparl_papier.quelle', 'oparl_papier.adresse')}`,
  ).run()
  db.prepare(`UPDATE oparl_datei SET name = NULL, dateiname = NULL WHERE (quelle, papier) IN
    (SELECT quelle, adresse FROM oparl_papier WHERE ${ofBarred('oparl_papier.quelle', 'oparl_papier.adresse')})`).run()
  const gone = [...new Set([...paths, ...versions.map(({ pfad }) => pfad)])]
  return { paths: gone, hashes, versions: versions.length, before }
}

/** All versions of the paths, and the same bytes under any other. */
function versionsOf(db: Store['db'], paths: readonly string[], hashes: readonly string[]): Version[] {
  const select = `SELECT v.id, v.quelle_id, q.pfad, v.sha256 FROM vorlage v JOIN quelle q ON q.id = v.quelle_id WHERE`
  const byPath = db.prepare<[string], Version>(`${select} q.pfad = ?`)
  const byHash = db.prepare<[string], Version>(`${select} v.sha256 = ?`)
  const all = [...paths.flatMap((pfad) => byPath.all(pfad)), ...hashes.flatMap((hash) => byHash.all(hash))]
  return [...new Map(all.map((version) => [version.id, version])).values()]
}

/** A source without a current version has nothing left to say. */
function tidySource(db: Store['db'], id: number): void {
  if (db.prepare('SELECT 1 FROM vorlage WHERE quelle_id = ? AND aktuell = 1').get(id)) return
  db.prepare('UPDATE quelle SET dublette_von = NULL WHERE dublette_von = ?').run(id)
  db.prepare('DELETE FROM vorlage WHERE quelle_id = ?').run(id)
  db.prepare('DELETE FROM quelle WHERE id = ?').run(id)
}
