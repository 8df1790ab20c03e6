/**
 * What can go wrong with the database, in words for a clerk and a code for the program.
 */
import Database from 'better-sqlite3'

const SENTENCES = {
  gesperrt:
    'Die Datenbank wird gerade von einem anderen Lauf von vorlagen benutzt; bitte warten und noch einmal starten.',
  'andere-fassung':
    'Die Datenbank stammt von einer anderen Fassung dieses Programms; bitte in eine neue Datei importieren.',
  'keine-datenbank': 'Die Datei ist keine Datenbank dieses Programms; bitte einen anderen Pfad angeben.',
  'ziel-vorhanden': 'Das Ziel gibt es schon; bitte einen anderen Namen angeben.',
  'nicht-vorhanden': 'Die Datei gibt es noch nicht; bitte den Pfad prüfen oder zuerst Vorlagen einlesen.',
  'nicht-schreibbar': 'Die Datenbank lässt sich nicht öffnen oder beschreiben; bitte Pfad, Rechte und Platz prüfen.',
  'passt-nicht': 'Eine Angabe passt nicht in die Datenbank; die Vorlage wurde nicht gespeichert.',
} as const

export type StoreErrorCode = keyof typeof SENTENCES

/** Says which database, what about it, and what to do. Only `passt-nicht` concerns a single paper. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode
  readonly path: string

  constructor(code: StoreErrorCode, path: string, detail?: string, cause?: unknown) {
    super(`${path}: ${SENTENCES[code]}${detail ? ` (${detail})` : ''}`, { cause })
    this.code = code
    this.path = path
  }
}

/** Run what touches the database at `path`; what SQLite complains about comes out as a `StoreError`. */
export function guarded<T>(path: string, run: () => T): T {
  try {
    return run()
  } catch (error) {
    const code = error instanceof Database.SqliteError ? codeOf(error.code) : undefined
    if (code && error instanceof Error) throw new StoreError(code, path, error.message, error)
    throw error
  }
}

function codeOf(sqlite: string): StoreErrorCode | undefined {
  if (/^SQLITE_(BUSY|LOCKED)/.test(sqlite)) return 'gesperrt'
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(sqlite)) return 'keine-datenbank'
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR|FULL|AUTH)/.test(sqlite)) return 'nicht-schreibbar'
  if (/^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG|RANGE)/.test(sqlite)) return 'passt-nicht'
  return undefined
}
