/**
 * What cities are compared by: every figure with how much it rests on.
 *
 * Units: as `einheit` says; `genommen` of `von` papers, quantities or steps went into a figure.
 * Reads: current papers that are not nichtöffentlich, each file once; nothing doubted.
 */
import type Database from 'better-sqlite3'

export interface Figure {
  readonly kommune: string
  readonly jahr: number | null
  readonly merkmal: string
  readonly wert: number | null
  readonly einheit: string
  readonly genommen: number
  readonly von: number
}

export interface Question {
  readonly id: string
  readonly title: string
  /** What the figure is and what `genommen` of `von` counts. */
  readonly note: string
  readonly sql: string
}

const NOBODY = '(ohne Kommune)'
/** Current public papers with their municipality and year. */
const P = `p AS (SELECT v."id", ifnull(v."kommune_name", '${NOBODY}') AS kommune, CAST(substr(ifnull(v."datum",
    (SELECT min(b."datum") FROM "beratung" b WHERE b."vorlage_id" = v."id")), 1, 4) AS INTEGER) AS jahr
  FROM "vorlage" v JOIN "quelle" q ON q."id" = v."quelle_id" WHERE v."aktuell" = 1 AND v."status" <> 'fehler'
    AND q."dublette_von" IS NULL AND v."nichtoeffentlich" = 0)`

export const QUESTIONS: readonly Question[] = [
  {
    id: 'vzae',
    title: 'Neue VZÄ und Stellen je Kommune und Jahr',
    note: 'Summe der als neu gedruckten Mengen, gleiche Angaben einer Vorlage einmal, ohne gedruckte Summen; Jahr wie gedruckt, sonst das der Vorlage. Deckung: Angaben ohne Zweifel und mit Jahr von allen „neu“-Angaben.',
    sql: `WITH ${P}, n AS (SELECT p.kommune, z."vorlage_id", z."einheit" AS was, ifnull(z."jahr", p.jahr) AS jahr, z."bezug",
        z."wert_tausendstel" AS menge, z."zweifel" IS NULL AND ifnull(z."jahr", p.jahr) IS NOT NULL AS gut
      FROM "vzae" z JOIN p ON p."id" = z."vorlage_id" WHERE z."status" = 'neu'),
    e AS (SELECT DISTINCT kommune, "vorlage_id", was, jahr, "bezug", menge FROM n WHERE gut),
    s AS (SELECT kommune, was, jahr, sum(menge) / 1000.0 AS wert FROM e GROUP BY 1, 2, 3),
    d AS (SELECT kommune, was, jahr, sum(gut) AS genommen, count(*) AS von FROM n GROUP BY 1, 2, 3)
    SELECT d.kommune, d.jahr, 'neu' AS merkmal, s.wert, CASE d.was WHEN 'vzae' THEN 'VZÄ' ELSE 'Stellen' END AS einheit,
      d.genommen, d.von
    FROM d LEFT JOIN s ON s.kommune = d.kommune AND s.was = d.was AND s.jahr IS d.jahr ORDER BY 1, 2, 5`,
  },
  {
    id: 'betraege',
    title: 'Einmalige Beträge nach Art',
    note: 'Je Vorlage höchstens ein Betrag (v_betrag_je_vorlage). Deckung: Vorlagen mit zählbarem Betrag von allen, die überhaupt einen Betrag nennen.',
    sql: `WITH ${P}, a AS (SELECT p.kommune, p."id", m.cent, (SELECT b."art" FROM "betrag" b, json_each(m.genommen) g
        WHERE b."vorlage_id" = p."id" AND b."datensatz" = g.value ORDER BY b."nr" LIMIT 1) AS art
      FROM p JOIN "v_betrag_je_vorlage" m ON m.vorlage_id = p."id"
      WHERE EXISTS (SELECT 1 FROM "betrag" b WHERE b."vorlage_id" = p."id")),
    v AS (SELECT kommune, count(*) AS von, count(cent) AS genommen FROM a GROUP BY 1)
    SELECT v.kommune, NULL AS jahr, ifnull(a.art, '(keiner)') AS merkmal, sum(a.cent) / 100.0 AS wert, 'Euro' AS einheit,
      v.genommen, v.von
    FROM v LEFT JOIN a ON a.kommune = v.kommune AND a.cent IS NOT NULL GROUP BY v.kommune, a.art ORDER BY 1, 3`,
  },
  {
    id: 'dauer',
    title: 'Von der ersten Beratung zur Entscheidung',
    note: 'Median der Tage vom ersten Sitzungstag zum letzten mit der Rolle Entscheidung; ob entschieden wurde, ist damit nicht gesagt. Deckung: Vorlagen mit beiden Tagen von allen mit Beratungsfolge.',
    sql: `WITH ${P}, t AS (SELECT p.kommune, p."id", CASE WHEN max(b."zweifel" IS NOT NULL) = 0 AND count(*) = count(b."datum") THEN
        julianday(max(CASE WHEN b."rolle" = 'entscheidung' THEN b."datum" END)) - julianday(min(b."datum")) END AS tage
      FROM "beratung" b JOIN p ON p."id" = b."vorlage_id" GROUP BY p."id"),
    r AS (SELECT kommune, tage, row_number() OVER (PARTITION BY kommune, tage IS NULL ORDER BY tage) AS nr,
      count(tage) OVER (PARTITION BY kommune) AS genommen, count(*) OVER (PARTITION BY kommune) AS von FROM t)
    SELECT kommune, NULL AS jahr, 'Median' AS merkmal, avg(CASE WHEN tage IS NOT NULL AND nr IN ((genommen + 1) / 2,
      (genommen + 2) / 2) THEN tage END) AS wert, 'Tage' AS einheit, genommen, von
    FROM r GROUP BY kommune, genommen, von ORDER BY 1`,
  },
  {
    id: 'vordruck',
    title: 'Leer gelassene Vordrucke zu finanziellen Auswirkungen',
    note: 'Anteil der Vorlagen mit leerem Vordruck. Deckung: Vorlagen mit Vordruck oder Abschnitt von allen.',
    sql: `WITH ${P} SELECT p.kommune, NULL AS jahr, 'leer' AS merkmal,
      round(100.0 * sum(f."zustand" = 'leer') / nullif(sum(f."zustand" IN ('leer', 'angegeben')), 0), 1) AS wert,
      'Prozent' AS einheit, sum(ifnull(f."zustand" IN ('leer', 'angegeben'), 0)) AS genommen, count(*) AS von
    FROM p LEFT JOIN "finanzangabe" f ON f."vorlage_id" = p."id" AND f."zweifel" IS NULL GROUP BY 1 ORDER BY 1`,
  },
  {
    id: 'ergebnisse',
    title: 'Ergebnisse nach Art des Gremiums',
    note: 'Zahl der Schritte. Deckung: Schritte mit gedrucktem Ergebnis von allen Schritten dieser Art von Gremium.',
    sql: `WITH ${P}, s AS (SELECT p.kommune, b.gremium_art, b.ergebnis_art FROM "v_schritt" b JOIN p ON p."id" = b.vorlage_id
        WHERE b.zweifel IS NULL),
    d AS (SELECT kommune, gremium_art, count(ergebnis_art) AS genommen, count(*) AS von FROM s GROUP BY 1, 2)
    SELECT d.kommune, NULL AS jahr, d.gremium_art || ': ' || ifnull(s.ergebnis_art, '(kein Ergebnis)') AS merkmal,
      count(s.ergebnis_art) AS wert, 'Schritte' AS einheit, d.genommen, d.von
    FROM d LEFT JOIN s ON s.kommune = d.kommune AND s.gremium_art = d.gremium_art AND s.ergebnis_art IS NOT NULL
    GROUP BY 1, 3 ORDER BY 1, 3`,
  },
]

/** The figures of one question. */
export function figuresOf(db: Database.Database, { sql }: Question): Figure[] {
  return db.prepare<[], Figure>(sql).all()
}

/** Share of what could have counted that did, in per cent. */
export function coverageOf({ genommen, von }: Figure): number {
  return von === 0 ? 0 : Math.round((1000 * genommen) / von) / 10
}
