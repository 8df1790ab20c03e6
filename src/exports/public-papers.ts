/**
 * Which papers may be published: current, readable, and by nothing that is known nichtöffentlich.
 *
 * A paper that does not say so itself is held back, too, if all its steps are nichtöffentlich, or if a file with its
 * number is.
 */
import type Database from 'better-sqlite3'

const closedIn = (schema: string): string => `v."nichtoeffentlich" = 1
  OR (v."oeffentlichkeit" IS NULL AND EXISTS (SELECT 1 FROM ${schema}."beratung" b WHERE b."vorlage_id" = v."id" AND b."oeffentlichkeit" = 'nichtoeffentlich')
    AND NOT EXISTS (SELECT 1 FROM ${schema}."beratung" b WHERE b."vorlage_id" = v."id" AND b."oeffentlichkeit" = 'oeffentlich'))
  OR (v."oeffentlichkeit" IS NULL AND (v."nummer", ifnull(v."kommune_name", '')) IN (SELECT o."nummer", ifnull(o."kommune_name", '')
    FROM ${schema}."vorlage" o WHERE o."nummer" IS NOT NULL AND o."aktuell" = 1 AND o."nichtoeffentlich" = 1))`

/** The same as a condition on `vorlage v` of a database, by the name it is attached as. */
export function publicPaper(schema = 'main'): string {
  return `v."aktuell" = 1 AND v."status" <> 'fehler' AND NOT (${closedIn(schema)})`
}

export interface Held {
  /** Marked as nichtöffentlich, or perhaps so. */
  readonly nichtoeffentlich: number
  /** Of these: not marked itself, but by its steps or another file with its number. */
  readonly vielleicht: number
  readonly unlesbar: number
}

/** How many current papers are held back, and why. */
export function heldBack(db: Database.Database, schema = 'main'): Held {
  const closed = closedIn(schema)
  const count = (where: string): number =>
    db
      .prepare<[], number>(`SELECT count(*) FROM ${schema}."vorlage" v WHERE v."aktuell" = 1 AND ${where}`)
      .pluck()
      .get() ?? 0
  return {
    nichtoeffentlich: count(`v."status" <> 'fehler' AND (${closed})`),
    vielleicht: count(`v."status" <> 'fehler' AND v."nichtoeffentlich" <> 1 AND (${closed})`),
    unlesbar: count(`v."status" = 'fehler'`),
  }
}
