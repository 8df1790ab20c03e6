/**
 * How much of what is known of each municipality and year could be read.
 *
 * Units: papers. The year is that of the paper's own date, else of the date the council's system gives.
 */
import type Database from 'better-sqlite3'
import { hasTables } from './tables.ts'

export interface Coverage {
  readonly kommune: string
  readonly ags: string | null
  readonly jahr: number | null
  readonly gesehen: number
  readonly gelesen: number
  /** Opened, but there was no text in it. */
  readonly leer: number
  readonly gescheitert: number
  /** Known to exist, never had. */
  readonly fehlend: number
  /** Of those seen: no longer named by their source. */
  readonly entfallen: number
}

/** Messages that mean there was nothing to read. */
const EMPTY = ['datei-leer', 'ohne-text', 'scan-ohne-text', 'pdf-ohne-seiten']

export function coverageOf(db: Database.Database): Coverage[] {
  if (!hasTables(db)) return []
  const dated = db.prepare<[], number>(`SELECT 1 FROM pragma_table_info('vorlage') WHERE name = 'datum'`).get()
  const day = dated ? 'v.datum' : 'NULL'
  const empty = EMPTY.map((code) => `'${code}'`).join(', ')
  return db
    .prepare<[], Coverage>(
      `WITH paper AS (
         SELECT p.quelle, p.entfallen_am, coalesce(${day},
             (SELECT min(o.datum) FROM oparl_datei d JOIN oparl_papier o ON o.quelle = d.quelle AND o.adresse = d.papier
              WHERE d.quelle = p.quelle AND d.adresse = p.schluessel)) AS tag,
           CASE
             WHEN p.zustand = 'quarantaene' THEN 'gescheitert'
             WHEN v.status IN ('ok', 'pruefen') THEN 'gelesen'
             WHEN v.id IS NULL THEN 'fehlend'
             WHEN EXISTS (SELECT 1 FROM meldung m WHERE m.vorlage_id = v.id AND m.code IN (${empty})) THEN 'leer'
             ELSE 'gescheitert' END AS art
         FROM sync_papier p
         LEFT JOIN quelle q ON q.pfad = p.pfad
         LEFT JOIN vorlage v ON v.quelle_id = q.id AND v.aktuell = 1
         WHERE p.zustand <> 'gesperrt'
         UNION ALL
         SELECT o.quelle, NULL, o.datum, 'fehlend' FROM oparl_papier o WHERE o.geloescht = 0 AND NOT EXISTS
           (SELECT 1 FROM oparl_datei d WHERE d.quelle = o.quelle AND d.papier = o.adresse AND d.gewaehlt = 1)
       )
       SELECT s.kommune_name AS kommune, s.kommune_ags AS ags, CAST(substr(tag, 1, 4) AS INTEGER) AS jahr,
         count(*) AS gesehen, sum(paper.art = 'gelesen') AS gelesen, sum(paper.art = 'leer') AS leer,
         sum(paper.art = 'gescheitert') AS gescheitert, sum(paper.art = 'fehlend') AS fehlend,
         sum(entfallen_am IS NOT NULL) AS entfallen
       FROM paper JOIN sync_quelle s ON s.id = paper.quelle GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all()
}
