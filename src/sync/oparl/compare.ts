/**
 * Two witnesses: what the council's system says of a paper against what was read from it. Only where both say something
 * and it cannot be the same is there a difference; silence is none.
 *
 * Reads: the columns `nummer`, `betreff`, `datum`, `art_wortlaut` of `vorlage` and the table `beratung`, if there are any.
 */
import type { Store } from '../../store/store.ts'

interface Pair {
  readonly adresse: string
  readonly vorlage_id: number
  readonly o_nummer: string | null
  readonly o_name: string | null
  readonly o_art: string | null
  readonly o_datum: string | null
  readonly nummer: string | null
  readonly betreff: string | null
  readonly art: string | null
  readonly datum: string | null
}

interface Difference {
  readonly papier: string
  readonly feld: string
  readonly oparl: string
  readonly gelesen: string
}

/** Compare every paper of a source, keep the differences, and return how many papers have any. */
export function compareWitnesses(store: Store, source: string): number {
  const { db } = store
  const has = columnsOf(store, 'vorlage')
  const column = (name: string): string => (has.has(name) ? `v.${name}` : 'NULL')
  // One file of a paper is the paper itself: the main file, or the first of those that are read.
  const pairs = db
    .prepare<[string], Pair>(
      `SELECT p.adresse, v.id AS vorlage_id, p.nummer AS o_nummer, p.name AS o_name, p.art AS o_art, p.datum AS o_datum,
         ${column('nummer')} AS nummer, ${column('betreff')} AS betreff, ${column('art_wortlaut')} AS art,
         ${column('datum')} AS datum
       FROM oparl_papier p
       JOIN oparl_datei d ON d.quelle = p.quelle AND d.papier = p.adresse AND d.gewaehlt = 1 AND d.nr =
         (SELECT min(nr) FROM oparl_datei e WHERE e.quelle = p.quelle AND e.papier = p.adresse AND e.gewaehlt = 1)
       JOIN sync_papier s ON s.quelle = d.quelle AND s.schluessel = d.adresse
       JOIN quelle q ON q.pfad = s.pfad
       JOIN vorlage v ON v.quelle_id = q.id AND v.aktuell = 1 AND v.status <> 'fehler'
       WHERE p.quelle = ? AND p.geloescht = 0 ORDER BY p.adresse`,
    )
    .all(source)
  const steps = stepsOf(store, source)
  const found = pairs.flatMap((pair) => [...headDifferences(pair), ...steps(pair)])
  keep(store, source, found)
  return new Set(found.map(({ papier }) => papier)).size
}

function headDifferences({ adresse, ...pair }: Pair): Difference[] {
  const found: Difference[] = []
  const add = (feld: string, oparl: string | null, gelesen: string | null, same: (a: string, b: string) => boolean) => {
    if (oparl !== null && gelesen !== null && !same(oparl, gelesen))
      found.push({ papier: adresse, feld, oparl, gelesen })
  }
  add('nummer', pair.o_nummer, pair.nummer, contained)
  add('name', pair.o_name, pair.betreff, contained)
  add('art', pair.o_art, pair.art, contained)
  add('datum', pair.o_datum, pair.datum, (a, b) => a === b)
  return found
}

/** Days on which the system lets a body meet about the paper, and the paper, though it lists days, does not. */
function stepsOf({ db }: Store, source: string): (pair: Pair) => Difference[] {
  const readable = columnsOf({ db }, 'beratung')
  if (!readable.has('datum') || !readable.has('gremium')) return () => []
  const said = db.prepare<[string, string], { datum: string; gremien: string }>(
    `SELECT datum, gremien FROM oparl_beratung WHERE quelle = ? AND papier = ? AND datum IS NOT NULL ORDER BY nr`,
  )
  const read = db.prepare<[number], { datum: string; gremium: string }>(
    'SELECT datum, gremium FROM beratung WHERE vorlage_id = ? AND datum IS NOT NULL ORDER BY nr',
  )
  return ({ adresse, vorlage_id }) => {
    const printed = read.all(vorlage_id)
    if (printed.length === 0) return []
    const gelesen = printed.map(({ datum, gremium }) => `${datum} ${gremium}`).join('; ')
    return said.all(source, adresse).flatMap(({ datum, gremien }) => {
      if (printed.some((step) => step.datum === datum)) return []
      const names: unknown = JSON.parse(gremien)
      const oparl = `${datum} ${Array.isArray(names) ? names.join(', ') : ''}`.trim()
      return [{ papier: adresse, feld: `beratung ${datum}`, oparl, gelesen }]
    })
  }
}

function keep(store: Store, source: string, found: readonly Difference[]): void {
  const { db } = store
  const kept = db
    .prepare<[string], Difference>(
      'SELECT papier, feld, oparl, gelesen FROM oparl_abweichung WHERE quelle = ? ORDER BY papier, feld',
    )
    .all(source)
  const unique = new Map(found.map((one) => [`${one.papier} ${one.feld}`, one]))
  const wanted = [...unique.values()].sort((a, b) => (a.papier + a.feld < b.papier + b.feld ? -1 : 1))
  if (JSON.stringify(kept.map(plain)) === JSON.stringify(wanted.map(plain))) return
  const insert = db.prepare(
    'INSERT INTO oparl_abweichung (quelle, papier, feld, oparl, gelesen) VALUES (?, ?, ?, ?, ?)',
  )
  store.together(() => {
    db.prepare('DELETE FROM oparl_abweichung WHERE quelle = ?').run(source)
    for (const { papier, feld, oparl, gelesen } of wanted) insert.run(source, papier, feld, oparl, gelesen)
  })
}

function plain({ papier, feld, oparl, gelesen }: Difference): readonly string[] {
  return [papier, feld, oparl, gelesen]
}

/** The same words but for case, blanks and signs, or one within the other: prefixes and cut titles are no contradiction. */
function contained(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)]
  return left.includes(right) || right.includes(left)
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function columnsOf({ db }: Pick<Store, 'db'>, table: string): Set<string> {
  return new Set(db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table))
}
