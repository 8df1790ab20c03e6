/**
 * The words no rule knew in all papers of a database, counted: how a new city is taken on.
 *
 * Headings, labels, column heads and units come from the stored texts, understood anew by the rules of today; roles,
 * results, kinds and labels of amounts from the records, where a printed word has no meaning beside it. Older versions
 * and copies of a paper do not count twice.
 */
import type Database from 'better-sqlite3'
import { lineAt } from '../document.ts'
import { meaningOfRole } from '../parse/role.ts'
import type { ProfileFile } from '../profiles/file.ts'
import { profileNamed } from '../profiles/index.ts'
import { paperOf } from './paper.ts'
import { type UnknownWord, unknownWordsOf, type WordKind } from './words.ts'

export interface Example {
  readonly pfad: string
  readonly nummer: string | null
  readonly seite: number | null
  readonly zeile: number | null
}

export interface CountedWord {
  readonly art: WordKind
  readonly wort: string
  /** In how many papers. */
  readonly vorlagen: number
  /** How often in all. */
  readonly mal: number
  readonly beispiel: Example
}

export interface GatherOptions {
  /** Read the texts by this profile instead of the one each was read by. */
  readonly profil?: string | ProfileFile
  /** Only papers of this municipality, by its name. */
  readonly kommune?: string
  /** Also papers that are nichtöffentlich. */
  readonly nichtoeffentliche?: boolean
  /** In at least so many papers. */
  readonly ab: number
}

/** A label that is a sum, an answer or the entry of a numbered list names no kind of amount. */
const EMPTY_LABEL =
  /^(?:(?:zwischen|gesamt)?summen?|gesamt|insgesamt|ja|nein|ergebnis)(?!\p{L})|^\d|^\P{L}*\p{L}{0,2}\P{L}*$/iu

interface Kept extends Omit<Example, 'seite' | 'zeile'> {
  readonly id: number
  readonly text: string
  readonly profil: string
}

/** All unknown words, those of most papers first within their kind. */
export function gatherWords(db: Database.Database, options: GatherOptions): CountedWord[] {
  const counts = new Counts()
  for (const paper of papersIn(db, options)) {
    const profil = options.profil ?? paper.profil
    const paperRead = paperOf(paper.pfad, paper.text, profil)
    const { rollen, arten } = paperRead.profile
    for (const word of unknownWordsOf(paperRead, profileNamed(profil)?.headings ?? {}))
      counts.add(word, paper, () => ({ seite: null, zeile: lineOf(paper.text, word.wort) }))
    for (const { seite, zeile, ...word } of wordsOfRecords(db, paper.id)) {
      if (word.art === 'finanzen' && EMPTY_LABEL.test(word.wort)) continue
      if (word.art === 'rolle' && meaningOfRole(word.wort, rollen)) continue
      if (word.art === 'art' && arten[word.wort.toLowerCase()]) continue
      counts.add({ ...word, schluessel: word.wort.toLowerCase() }, paper, () => ({ seite, zeile }))
    }
  }
  return counts.list(options.ab)
}

function* papersIn(db: Database.Database, { kommune, nichtoeffentliche }: GatherOptions): Generator<Kept> {
  yield* db
    .prepare<{ kommune: string | null; alle: number }, Kept>(
      `SELECT v.id, q.pfad, v.nummer, v.text, v.profil FROM vorlage v JOIN quelle q ON q.id = v.quelle_id
       WHERE v.aktuell = 1 AND q.dublette_von IS NULL AND v.status <> 'fehler'
         AND (@kommune IS NULL OR v.kommune_name = @kommune) AND (@alle OR v.nichtoeffentlich = 0)
       ORDER BY q.pfad`,
    )
    .all({ kommune: kommune ?? null, alle: nichtoeffentliche ? 1 : 0 })
}

interface RecordWord {
  readonly art: WordKind
  readonly wort: string
  readonly seite: number | null
  readonly zeile: number | null
}

/** Printed words of a paper's records that have no meaning beside them. */
function wordsOfRecords(db: Database.Database, vorlage: number): RecordWord[] {
  return db
    .prepare<{ vorlage: number }, RecordWord>(
      `SELECT 'rolle' AS art, r.zustaendigkeit AS wort, b.seite, b.zeile
         FROM beratung r JOIN beleg b ON b.id = r.beleg_id
         WHERE r.vorlage_id = @vorlage AND r.zustaendigkeit IS NOT NULL AND r.rolle IS NULL
       UNION ALL
       SELECT 'ergebnis', r.ergebnis, b.seite, b.zeile
         FROM v_schritt s JOIN beratung r ON r.vorlage_id = s.vorlage_id AND r.nr = s.nr JOIN beleg b ON b.id = r.beleg_id
         WHERE s.vorlage_id = @vorlage AND s.ergebnis_art = 'unklar'
       UNION ALL
       SELECT 'art', v.art_wortlaut, b.seite, b.zeile
         FROM vorlage v LEFT JOIN beleg b ON b.id = v.beleg_id
         WHERE v.id = @vorlage AND v.art_wortlaut IS NOT NULL AND ifnull(v.art, 'sonstige') = 'sonstige'
       UNION ALL
       SELECT 'finanzen', r.bezeichnung, b.seite, b.zeile
         FROM betrag r JOIN beleg b ON b.id = r.beleg_id
         WHERE r.vorlage_id = @vorlage AND r.art = 'unbestimmt' AND r.herkunft <> 'text' AND r.bezeichnung IS NOT NULL`,
    )
    .all({ vorlage })
}

function lineOf(text: string, words: string): number | null {
  const at = text.indexOf(words)
  return at < 0 ? null : lineAt(text, at)
}

interface Entry {
  readonly art: WordKind
  readonly spellings: Map<string, number>
  readonly papers: Set<number>
  readonly beispiel: Example
  mal: number
}

/** State to guard: how often each word was met, and where first. */
class Counts {
  readonly #entries = new Map<string, Entry>()

  add({ art, wort, schluessel }: UnknownWord, paper: Kept, place: () => Pick<Example, 'seite' | 'zeile'>): void {
    const key = `${art} ${schluessel}`
    const entry = this.#entries.get(key) ?? {
      art,
      spellings: new Map<string, number>(),
      papers: new Set<number>(),
      beispiel: { pfad: paper.pfad, nummer: paper.nummer, ...place() },
      mal: 0,
    }
    entry.mal++
    entry.papers.add(paper.id)
    entry.spellings.set(wort, (entry.spellings.get(wort) ?? 0) + 1)
    this.#entries.set(key, entry)
  }

  list(least: number): CountedWord[] {
    return [...this.#entries.values()]
      .filter(({ papers }) => papers.size >= least)
      .sort((a, b) => KINDS.indexOf(a.art) - KINDS.indexOf(b.art) || b.papers.size - a.papers.size || b.mal - a.mal)
      .map(({ art, spellings, papers, mal, beispiel }) => {
        const [wort = ''] = [...spellings].toSorted(([, a], [, b]) => b - a)[0] ?? []
        return { art, wort, vorlagen: papers.size, mal, beispiel }
      })
  }
}

/** In the order in which a new city meets them. */
const KINDS: readonly WordKind[] = [
  ...(['beschriftung', 'ueberschrift', 'art', 'spaltenkopf', 'rolle', 'ergebnis', 'finanzen', 'einheit'] as const),
]
