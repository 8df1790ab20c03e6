/**
 * What objects of a municipality are called in their addresses: its papers by their numbers, its bodies and offices.
 *
 * Reads: the public database.
 */
import type Database from 'better-sqlite3'
import { slugs } from './addresses.ts'

export interface BodyRow {
  readonly kommune: string
  readonly ags: string | null
  readonly slug: string
  /** As the official list knows it. */
  readonly listed: { readonly ags: string | null; readonly ars: string | null; readonly gemeinde: string | null }
}

/** Public papers of a municipality, each file once; joined in this order, for which there is an index. */
export const OF_BODY = `FROM "vorlage" v CROSS JOIN "quelle" q ON q."id" = v."quelle_id"
  WHERE v."aktuell" = 1 AND v."kommune_name" = @kommune
  AND v."kommune_ags" IS @ags AND v."kommune_zweifel" IS NULL AND q."dublette_von" IS NULL`
/** When a paper was read as it stands. */
export const READ = '(SELECT l."begonnen" FROM "lauf" l WHERE l."id" = v."lauf_id")'

/** Which kind of body each name means. */
export function artsOf(db: Database.Database): ReadonlyMap<string, string> {
  return new Map(
    db
      .prepare<[], [string, string]>(
        'SELECT gremium, min(gremium_art) FROM "v_schritt" WHERE zweifel IS NULL GROUP BY 1',
      )
      .raw()
      .all(),
  )
}

/** Papers by their ids, in order. */
export function paperSlugs(db: Database.Database, who: Pick<BodyRow, 'kommune' | 'ags'>) {
  const slug = slugs()
  const rows = db
    .prepare<[typeof who], { id: number; nummer: string | null; sha256: string; gelesen: string }>(
      `SELECT v."id", v."nummer", v."sha256", ${READ} AS gelesen ${OF_BODY} ORDER BY v."id"`,
    )
    .all(who)
  return new Map(
    rows.map(({ id, nummer, sha256, gelesen }) => [
      id,
      { nummer, gelesen, slug: slug(nummer ?? '', `${sha256.slice(0, 12)}`) },
    ]),
  )
}

/** Bodies that consult, then offices in charge; names with something taken out are none. */
export function organizationSlugs(
  db: Database.Database,
  who: Pick<BodyRow, 'kommune' | 'ags'>,
  arts: ReadonlyMap<string, string>,
) {
  const slug = slugs()
  const steps = db
    .prepare<[typeof who], string>(
      `SELECT DISTINCT b."gremium" FROM (SELECT v."id" ${OF_BODY}) p CROSS JOIN "beratung" b ON b."vorlage_id" = p."id"
        WHERE b."zweifel" IS NULL ORDER BY 1`,
    )
    .pluck()
    .all(who)
    .map((name) => ({ name, art: arts.get(name) ?? 'sonstige' }))
  const offices = db
    .prepare<[typeof who], { name: string; art: string }>(
      `SELECT DISTINCT v."federfuehrend" AS name, 'federfuehrend' AS art ${OF_BODY} AND v."federfuehrend" IS NOT NULL ORDER BY 1`,
    )
    .all(who)
  const found = new Map<string, { slug: string; art: string }>()
  for (const { name, art } of [...steps, ...offices])
    if (!found.has(name) && (art !== 'federfuehrend' || !name.includes('█')))
      found.set(name, { slug: slug(name, String(found.size)), art })
  return found
}
