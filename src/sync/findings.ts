/**
 * What someone should look at, from what the database knows: runs that stayed away, sources that went silent, papers in
 * quarantine, papers that could not be read or cannot be had.
 */
import type Database from 'better-sqlite3'
import { isBeingWritten } from '../store/lock.ts'
import type { Config } from './config.ts'
import { germanDay, germanMinute } from './report.ts'
import { KILLED } from './run-records.ts'
import { hasTables } from './tables.ts'

export interface Finding {
  readonly art:
    | 'ueberfaellig'
    | 'nie-gelaufen'
    | 'luecken'
    | 'verstummt'
    | 'quarantaene'
    | 'unlesbar'
    | 'fehlt'
    | 'abweichung'
  readonly quelle: string | null
  readonly text: string
}

export interface LastRun {
  readonly lauf_id: number
  readonly quelle: string
  readonly begonnen: string
  readonly beendet: string | null
  readonly zustand: string
  readonly grund: string | null
}

const HOUR = 3_600_000
const WEEK = 168 * HOUR
/** So many unreadable papers of a source are named. */
const NAMED = 5

/**
 * The last run of each source. By number, not by time: clocks are set back. One that has no end, though nobody writes to
 * the database, was killed.
 */
export function lastRuns(db: Database.Database): LastRun[] {
  if (!hasTables(db)) return []
  const runs = db
    .prepare<[], LastRun>(
      `SELECT * FROM sync_lauf l WHERE lauf_id = (SELECT max(lauf_id) FROM sync_lauf WHERE quelle = l.quelle)
       ORDER BY quelle`,
    )
    .all()
  const killed = runs.some(({ zustand }) => zustand === 'laeuft') && !isBeingWritten(db.name)
  return runs.map((run) =>
    killed && run.zustand === 'laeuft' ? { ...run, zustand: 'abgebrochen', grund: KILLED } : run,
  )
}

export function findingsIn(db: Database.Database, config: Config, now: Date): Finding[] {
  const active = config.quellen.filter(({ aktiv }) => aktiv).map(({ id }) => id)
  if (!hasTables(db))
    return active.map((quelle) => ({ art: 'nie-gelaufen', quelle, text: 'wurde noch nie abgeglichen' }))
  const last = new Map(lastRuns(db).map((run) => [run.quelle, run]))
  return active.flatMap((id) => {
    const run = last.get(id)
    if (!run) return [{ art: 'nie-gelaufen', quelle: id, text: 'wurde noch nie abgeglichen' } as const]
    return [
      ...overdue(run, config, now),
      ...gaps(run),
      ...silent(db, id, config, now),
      ...counted(db, id),
      ...quarantined(db, id),
      ...unreadable(db, id),
    ]
  })
}

function overdue({ quelle, begonnen }: LastRun, { abgleich }: Config, now: Date): Finding[] {
  const age = now.getTime() - Date.parse(begonnen)
  if (age < -HOUR) {
    const text = `der letzte Lauf liegt in der Zukunft (${germanMinute(begonnen)}); die Uhr wurde verstellt`
    return [{ art: 'ueberfaellig', quelle, text }]
  }
  // A timer may be late, and a run may take its time.
  if (age <= abgleich.alleStunden * HOUR * 1.5) return []
  const days = (age / (24 * HOUR)).toFixed(1).replace('.', ',')
  return [{ art: 'ueberfaellig', quelle, text: `der letzte Lauf ist ${days} Tage her` }]
}

function gaps({ quelle, zustand, grund, begonnen }: LastRun): Finding[] {
  if (zustand === 'vollstaendig' || zustand === 'laeuft') return []
  const words = zustand === 'teils' ? 'hatte Lücken' : zustand === 'gescheitert' ? 'ist gescheitert' : 'brach ab'
  return [
    { art: 'luecken', quelle, text: `der Lauf vom ${germanMinute(begonnen)} ${words}${grund ? `: ${grund}` : ''}` },
  ]
}

/** Nothing new for so long, where there used to be something: the source may have moved without a word. */
function silent(db: Database.Database, quelle: string, { abgleich }: Config, now: Date): Finding[] {
  const found = db
    .prepare<[string], { zuletzt: string | null; erster: string }>(
      `SELECT max(begonnen) FILTER (WHERE neu + geaendert > 0) AS zuletzt, min(begonnen) AS erster FROM sync_lauf
       WHERE quelle = ?`,
    )
    .get(quelle)
  if (!found) return []
  const weeks = abgleich.stilleWochen
  const since = found.zuletzt ?? found.erster
  if (now.getTime() - Date.parse(since) <= weeks * WEEK) return []
  const text = found.zuletzt
    ? `seit ${weeks} Wochen keine neue Vorlage, zuletzt am ${germanDay(found.zuletzt)}`
    : `noch nie eine Vorlage, abgeglichen seit ${germanDay(found.erster)}`
  return [{ art: 'verstummt', quelle, text }]
}

function quarantined(db: Database.Database, quelle: string): Finding[] {
  const rows = db
    .prepare<[string], { schluessel: string; grund: string | null; erneut_am: string | null; versuche: number }>(
      `SELECT schluessel, grund, erneut_am, versuche FROM sync_papier WHERE quelle = ? AND zustand = 'quarantaene'
       AND entfallen_am IS NULL ORDER BY schluessel`,
    )
    .all(quelle)
  return rows.map(({ schluessel, grund, erneut_am, versuche }) => ({
    art: 'quarantaene',
    quelle,
    text: `in Quarantäne: ${schluessel}: ${grund ?? ''} (${versuche} Versuche, nächster am ${erneut_am ? germanDay(erneut_am) : '?'})`,
  }))
}

/** Papers whose current version holds nothing: no later run tells of them, as nothing about them changes. */
function unreadable(db: Database.Database, quelle: string): Finding[] {
  const keys = db
    .prepare<[string], string>(
      `SELECT p.schluessel FROM sync_papier p JOIN quelle q ON q.pfad = p.pfad
       WHERE p.quelle = ? AND p.zustand = 'gelesen' AND p.entfallen_am IS NULL AND EXISTS
         (SELECT 1 FROM vorlage v WHERE v.quelle_id IN (q.id, q.dublette_von) AND v.aktuell = 1 AND v.status = 'fehler')
       ORDER BY p.schluessel`,
    )
    .pluck()
    .all(quelle)
  if (keys.length === 0) return []
  const more = keys.length > NAMED ? ` und ${keys.length - NAMED} weitere` : ''
  const count = keys.length === 1 ? '1 Vorlage ist nicht lesbar' : `${keys.length} Vorlagen sind nicht lesbar`
  return [{ art: 'unlesbar', quelle, text: `${count}: ${keys.slice(0, NAMED).join(', ')}${more}` }]
}

function counted(db: Database.Database, quelle: string): Finding[] {
  const one = (sql: string): number => db.prepare<[string], number>(sql).pluck().get(quelle) ?? 0
  const missing = one(
    `SELECT count(*) FROM sync_papier WHERE quelle = ? AND zustand = 'fehlt' AND entfallen_am IS NULL`,
  )
  const different = one('SELECT count(DISTINCT papier) FROM oparl_abweichung WHERE quelle = ?')
  const found: Finding[] = []
  if (missing > 0) found.push({ art: 'fehlt', quelle, text: `${missing} bekannte Vorlagen sind nicht zu bekommen` })
  if (different > 0) {
    const text = `${different} Vorlagen widersprechen dem Ratsinformationssystem (Tabelle oparl_abweichung)`
    found.push({ art: 'abweichung', quelle, text })
  }
  return found
}
