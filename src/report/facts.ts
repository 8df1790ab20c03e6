/**
 * What the report tells beside its figures: the stock of papers, single papers, and the quotes behind a figure.
 *
 * Reads: a database made for the public (`exports/public-db.ts`); nothing else may be handed in.
 */
import type Database from 'better-sqlite3'
import { DOUBTS } from '../doubts.ts'

export interface Stock {
  readonly papers: number
  readonly places: number
  readonly doubtful: number
  readonly from: number | null
  readonly to: number | null
  readonly held: number
  readonly unreadable: number
  /** End of the last import, ISO. */
  readonly asOf: string | null
}

export interface Place {
  readonly kommune: string
  readonly papers: number
  readonly doubtful: number
  readonly from: number | null
  readonly to: number | null
  readonly land: string | null
  readonly einwohner: number | null
}

export interface Paper {
  readonly id: number
  readonly kommune: string | null
  readonly nummer: string | null
  readonly betreff: string | null
  readonly art: string | null
  readonly datum: string | null
  readonly federfuehrend: string | null
  readonly status: string
  readonly pfad: string
  readonly doubts: readonly string[]
  readonly facts: readonly Fact[]
}

/** The columns a record is told by. */
const RECORDS = {
  beratung: 'r.datum, r.gremium, r.rolle, r.ergebnis',
  betrag: 'r.cent, r.art, r.bezeichnung, r.jahr, r.turnus',
  vzae: 'r.wert_tausendstel, r.einheit, r.status, r.bezug, r.jahr',
  finanzangabe: 'r.zustand, r.auswirkungen, r.mittel_vorhanden',
} as const

export type FactKind = keyof typeof RECORDS

const KINDS = Object.keys(RECORDS) as FactKind[]

/** One record of a paper with its quote. */
export interface Fact {
  readonly kind: FactKind
  /** The columns `RECORDS` names, as they are stored. */
  readonly values: readonly (string | number | null)[]
  readonly quote: Quote
}

/** Words of a paper, what stands around them where they are few, and where; `doubts` are German sentences. */
export interface Quote {
  readonly words: string
  readonly before: string
  readonly after: string
  readonly place: string
  readonly doubts: readonly string[]
}

/** A quote shorter than this says little by itself. */
const FEW = 60
/** How much of the text is shown on either side of it. */
const AROUND = 90

const YEAR = `CAST(substr(ifnull(CASE WHEN v.zweifel IS NULL THEN v.datum END,
  (SELECT min(b.datum) FROM beratung b WHERE b.vorlage_id = v.id AND b.zweifel IS NULL)), 1, 4) AS INTEGER)`
/** Papers, not files: a paper that lies in several files is one. */
const PAPERS = `SELECT ifnull(v.kommune_name, '(ohne Kommune)') AS kommune, max(v.kommune_name IS NOT NULL) AS known,
    max(v.status = 'pruefen') AS doubtful, min(${YEAR}) AS jahr
  FROM vorlage v JOIN quelle q ON q.id = v.quelle_id WHERE v.aktuell = 1 AND q.dublette_von IS NULL
  GROUP BY v.kommune_name, CASE WHEN v.kommune_name IS NULL OR v.nummer IS NULL THEN v.id ELSE v.nummer END`

export function stockOf(db: Database.Database): Stock {
  const meta = db.prepare<[string], string | null>('SELECT wert FROM _meta WHERE schluessel = ?').pluck()
  const row = db
    .prepare<[], { papers: number; places: number; doubtful: number | null; from: number | null; to: number | null }>(
      `SELECT count(*) AS papers, count(DISTINCT CASE WHEN known THEN kommune END) AS places,
        sum(doubtful) AS doubtful, min(jahr) AS "from", max(jahr) AS "to" FROM (${PAPERS})`,
    )
    .get()
  return {
    ...{ papers: 0, places: 0, from: null, to: null, ...row, doubtful: row?.doubtful ?? 0 },
    held: Number(meta.get('zurueckgehalten_nichtoeffentlich') ?? 0),
    unreadable: Number(meta.get('zurueckgehalten_unlesbar') ?? 0),
    asOf: meta.get('stand') ?? null,
  }
}

export function placesIn(db: Database.Database): Place[] {
  return db
    .prepare<[], Place>(
      `SELECT p.kommune, count(*) AS papers, sum(doubtful) AS doubtful, min(jahr) AS "from", max(jahr) AS "to",
        k.land, k.einwohner
      FROM (${PAPERS}) p LEFT JOIN (SELECT kommune, min(land) AS land, min(einwohner) AS einwohner FROM v_kommune
        WHERE ags IS NOT NULL GROUP BY kommune HAVING count(DISTINCT ags) = 1) k ON k.kommune = p.kommune
      GROUP BY p.kommune ORDER BY papers DESC, p.kommune`,
    )
    .all()
}

/** Asks for one paper with what was read from it, at most `most` records of a kind. */
export function paperReader(db: Database.Database, most: number): (id: number) => Paper | undefined {
  const head = db.prepare<[number], Omit<Paper, 'doubts' | 'facts'> & { zweifel: string | null; text: string }>(
    `SELECT v.id, v.kommune_name AS kommune, v.text, v.nummer, v.betreff, v.art_wortlaut AS art, v.datum, v.federfuehrend, v.status,
      q.pfad, v.zweifel FROM vorlage v JOIN quelle q ON q.id = v.quelle_id WHERE v.id = ?`,
  )
  const messages = db.prepare<[number], string>(
    `SELECT DISTINCT text FROM meldung WHERE vorlage_id = ? AND stufe = 'zweifel' ORDER BY nr LIMIT 5`,
  )
  const facts = KINDS.map((kind) => ({
    kind,
    rows: db.prepare<[number, number], FactRow>(
      `SELECT json_array(${RECORDS[kind]}) AS columns, r.zweifel, b.zitat, b.seite, b.zeile, b.von, b.bis FROM "${kind}" r
        JOIN beleg b ON b.id = r.beleg_id WHERE r.vorlage_id = ? ORDER BY r.nr LIMIT ?`,
    ),
  }))
  return (id) => {
    const row = head.get(id)
    if (!row) return undefined
    const { zweifel, text, ...paper } = row
    return {
      ...paper,
      doubts: [...new Set([...sentences(zweifel), ...messages.pluck().all(id)])],
      facts: facts.flatMap(({ kind, rows }) =>
        rows.all(id, most).map((one) => ({ kind, values: JSON.parse(one.columns), quote: quoteOf(one, text) })),
      ),
    }
  }
}

/** Asks for the quotes of an item: its records' keys as a JSON list. */
export function quoteReader(db: Database.Database): (paper: number, keys: string, most: number) => Quote[] {
  const doubts = KINDS.map(
    (kind) => `WHEN '${kind}' THEN (SELECT r.zweifel FROM "${kind}" r
      WHERE r.vorlage_id = b.vorlage_id AND r.datensatz = b.datensatz)`,
  ).join(' ')
  const proof = db.prepare<[number, string], QuoteRow>(
    `SELECT b.zitat, b.seite, b.zeile, b.von, b.bis, CASE b.tabelle ${doubts} END AS zweifel FROM beleg b
      WHERE b.vorlage_id = ? AND b.datensatz = ? AND b.feld IS NULL`,
  )
  const text = db.prepare<[number], string>('SELECT text FROM vorlage WHERE id = ?').pluck()
  return (paper, keys, most) => {
    const rows = (JSON.parse(keys) as string[]).slice(0, most).map((key) => proof.get(paper, key))
    const whole = text.get(paper) ?? ''
    return rows.filter((row) => row !== undefined).map((row) => quoteOf(row, whole))
  }
}

interface QuoteRow {
  readonly zitat: string
  readonly seite: number | null
  readonly zeile: number
  readonly von: number
  readonly bis: number
  readonly zweifel: string | null
}

interface FactRow extends QuoteRow {
  readonly columns: string
}

function quoteOf({ zitat, seite, zeile, von, bis, zweifel }: QuoteRow, text: string): Quote {
  const few = zitat.trim().length < FEW
  return {
    words: zitat,
    before: few ? textBefore(text, von) : '',
    after: few ? textAfter(text, bis) : '',
    place: seite === null ? `Zeile ${zeile}` : `Seite ${seite}`,
    doubts: sentences(zweifel),
  }
}

/** The words in front of a place, within its paragraph, on one line. */
function textBefore(text: string, at: number): string {
  const stretch = text.slice(Math.max(0, at - AROUND), at)
  const paragraph = stretch.slice(stretch.lastIndexOf('\n\n') + 1)
  const whole = paragraph.length < stretch.length || at <= AROUND
  return folded(whole ? paragraph : `… ${paragraph.replace(/^\S*\s/, '')}`)
}

function textAfter(text: string, at: number): string {
  const stretch = text.slice(at, at + AROUND)
  const end = stretch.indexOf('\n\n')
  if (end >= 0 || at + AROUND >= text.length) return folded(end >= 0 ? stretch.slice(0, end) : stretch)
  return folded(`${stretch.replace(/\s\S*$/, '')} …`)
}

function folded(words: string): string {
  return words.replace(/\s+/g, ' ')
}

/** German sentences for a JSON list of doubts. */
function sentences(codes: string | null): string[] {
  const list = codes === null ? [] : (JSON.parse(codes) as string[])
  return list.map((code) => (Object.hasOwn(DOUBTS, code) ? DOUBTS[code as keyof typeof DOUBTS] : code))
}
