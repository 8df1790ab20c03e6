/**
 * The tables of the unattended run, beside those of the store in the same file: what is known of every source and each
 * of its papers, what runs found, what was withdrawn for good, and what an OParl system says.
 *
 * `sync_stand` and the `…_am` columns depend on when a run took place; everything else only on what was found.
 * Units: times are ISO 8601 in UTC.
 */
import type Database from 'better-sqlite3'
import { StoreError } from '../store/store.ts'

const SYNC = [
  `CREATE TABLE sync_quelle (
  id TEXT PRIMARY KEY,
  art TEXT NOT NULL CHECK (art IN ('ordner', 'oparl')),
  kommune_name TEXT NOT NULL,
  kommune_ags TEXT,
  -- bis wohin der letzte vollständige Abgleich reichte, in der Zeit des fremden Rechners
  zeiger TEXT,
  voll_am TEXT
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE sync_papier (
  quelle TEXT NOT NULL REFERENCES sync_quelle (id),
  schluessel TEXT NOT NULL,
  pfad TEXT NOT NULL,
  zustand TEXT NOT NULL CHECK (zustand IN ('gelesen', 'quarantaene', 'fehlt', 'gesperrt')),
  sha256 TEXT,
  lesart TEXT,
  -- Kommune und Profil, mit denen gelesen wurde
  vorgabe TEXT,
  grund TEXT,
  versuche INTEGER NOT NULL DEFAULT 0,
  erneut_am TEXT,
  entfallen_am TEXT,
  PRIMARY KEY (quelle, schluessel)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX sync_papier_pfad ON sync_papier (pfad)',
  'CREATE INDEX sync_papier_inhalt ON sync_papier (quelle, sha256)',
  `CREATE INDEX sync_papier_offen ON sync_papier (quelle, zustand) WHERE zustand <> 'gelesen'`,
  // Woran Unverändertes ohne Lesen zu erkennen ist; darf jederzeit geleert werden.
  `CREATE TABLE sync_stand (
  quelle TEXT NOT NULL,
  schluessel TEXT NOT NULL,
  merkmal TEXT NOT NULL,
  PRIMARY KEY (quelle, schluessel)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE sync_lauf (
  lauf_id INTEGER NOT NULL REFERENCES lauf (id),
  quelle TEXT NOT NULL,
  begonnen TEXT NOT NULL,
  beendet TEXT,
  zustand TEXT NOT NULL CHECK (zustand IN ('laeuft', 'vollstaendig', 'teils', 'gescheitert', 'abgebrochen')),
  gesehen INTEGER NOT NULL DEFAULT 0,
  neu INTEGER NOT NULL DEFAULT 0,
  geaendert INTEGER NOT NULL DEFAULT 0,
  neu_gelesen INTEGER NOT NULL DEFAULT 0,
  unveraendert INTEGER NOT NULL DEFAULT 0,
  verschoben INTEGER NOT NULL DEFAULT 0,
  entfallen INTEGER NOT NULL DEFAULT 0,
  fehlt INTEGER NOT NULL DEFAULT 0,
  fehler INTEGER NOT NULL DEFAULT 0,
  quarantaene INTEGER NOT NULL DEFAULT 0,
  gesperrt INTEGER NOT NULL DEFAULT 0,
  abweichungen INTEGER NOT NULL DEFAULT 0,
  grund TEXT,
  PRIMARY KEY (lauf_id, quelle)
) STRICT, WITHOUT ROWID`,
]

/** Whoever writes, `vorlagen import` included, is held to it by the triggers. */
const TOMBSTONES = [
  `CREATE TABLE grabstein (
  pfad TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  grund TEXT NOT NULL,
  zurueckgezogen_am TEXT NOT NULL,
  PRIMARY KEY (pfad, sha256)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX grabstein_sha256 ON grabstein (sha256)',
  `CREATE TRIGGER grabstein_quelle BEFORE INSERT ON quelle
WHEN EXISTS (SELECT 1 FROM grabstein WHERE pfad = NEW.pfad OR (sha256 = NEW.sha256 AND sha256 <> ''))
BEGIN SELECT RAISE(ABORT, 'diese Vorlage wurde zurückgezogen'); END`,
  `CREATE TRIGGER grabstein_vorlage BEFORE INSERT ON vorlage
WHEN EXISTS (SELECT 1 FROM grabstein WHERE sha256 = NEW.sha256 AND sha256 <> '')
BEGIN SELECT RAISE(ABORT, 'diese Vorlage wurde zurückgezogen'); END`,
]

const OPARL = [
  `CREATE TABLE oparl_papier (
  quelle TEXT NOT NULL,
  adresse TEXT NOT NULL,
  koerper TEXT NOT NULL,
  nummer TEXT,
  name TEXT,
  art TEXT,
  datum TEXT,
  geaendert TEXT,
  geloescht INTEGER NOT NULL DEFAULT 0 CHECK (geloescht IN (0, 1)),
  PRIMARY KEY (quelle, adresse)
) STRICT, WITHOUT ROWID`,
  `CREATE TABLE oparl_datei (
  quelle TEXT NOT NULL,
  papier TEXT NOT NULL,
  adresse TEXT NOT NULL,
  rolle TEXT NOT NULL CHECK (rolle IN ('haupt', 'anlage')),
  nr INTEGER NOT NULL,
  abruf TEXT,
  name TEXT,
  dateiname TEXT,
  medientyp TEXT,
  bytes INTEGER,
  sha512 TEXT,
  datum TEXT,
  geaendert TEXT,
  gewaehlt INTEGER NOT NULL CHECK (gewaehlt IN (0, 1)),
  PRIMARY KEY (quelle, papier, adresse)
) STRICT, WITHOUT ROWID`,
  'CREATE INDEX oparl_datei_adresse ON oparl_datei (quelle, adresse)',
  `CREATE TABLE oparl_beratung (
  quelle TEXT NOT NULL,
  papier TEXT NOT NULL,
  nr INTEGER NOT NULL,
  adresse TEXT,
  rolle TEXT,
  federfuehrend INTEGER CHECK (federfuehrend IN (0, 1)),
  sitzung TEXT,
  datum TEXT,
  gremien TEXT CHECK (json_valid(gremien)),
  top TEXT,
  ergebnis TEXT,
  PRIMARY KEY (quelle, papier, nr)
) STRICT, WITHOUT ROWID`,
  // Seiten von Listen, wie sie zuletzt kamen; darf jederzeit geleert werden.
  `CREATE TABLE oparl_antwort (
  quelle TEXT NOT NULL,
  adresse TEXT NOT NULL,
  etag TEXT,
  zuletzt_geaendert TEXT,
  inhalt BLOB NOT NULL,
  PRIMARY KEY (quelle, adresse)
) STRICT`,
  // Worin das Ratsinformationssystem und die gelesene Vorlage einander widersprechen.
  `CREATE TABLE oparl_abweichung (
  quelle TEXT NOT NULL,
  papier TEXT NOT NULL,
  feld TEXT NOT NULL,
  oparl TEXT,
  gelesen TEXT,
  PRIMARY KEY (quelle, papier, feld)
) STRICT, WITHOUT ROWID`,
]

const STATEMENTS = [...SYNC, ...TOMBSTONES, ...OPARL]
/** A count more is no reason to ask for a new database: nothing refers to this table. */
const GROWING = 'sync_lauf'

/** Make what is missing. Throws `andere-fassung` if a table is of another make. */
export function ensureTables(db: Database.Database, path: string): void {
  const kept = keptSql(db)
  for (const sql of STATEMENTS) {
    const name = nameIn(sql)
    const found = kept.get(name)
    if (found === undefined) db.exec(sql)
    else if (found === sql) continue
    else if (name === GROWING && lacksOnly(db, sql)) grow(db, sql)
    else throw new StoreError('andere-fassung', path, `${name} ist anders aufgebaut`)
  }
}

/** Whether a run has ever written here. */
export function hasTables(db: Database.Database): boolean {
  const kept = keptSql(db)
  return SYNC.every((sql) => !sql.startsWith('CREATE TABLE') || kept.has(nameIn(sql)))
}

/** Every column there is will be there again. */
function lacksOnly(db: Database.Database, sql: string): boolean {
  return columnsOf(db, GROWING).every((name) => new RegExp(`^  ${name} `, 'm').test(sql))
}

function grow(db: Database.Database, sql: string): void {
  const columns = columnsOf(db, GROWING).join(', ')
  db.exec(`ALTER TABLE ${GROWING} RENAME TO ${GROWING}_frueher`)
  db.exec(sql)
  db.exec(`INSERT INTO ${GROWING} (${columns}) SELECT ${columns} FROM ${GROWING}_frueher`)
  db.exec(`DROP TABLE ${GROWING}_frueher`)
}

function columnsOf(db: Database.Database, table: string): string[] {
  return db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table)
}

function nameIn(sql: string): string {
  return /^CREATE \w+ (\w+)/.exec(sql)?.[1] ?? ''
}

function keptSql(db: Database.Database): Map<string, string | null> {
  const rows = db.prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema').all()
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
