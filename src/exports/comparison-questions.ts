/**
 * The questions cities are compared by, each as one query for the rows its figures are made of.
 *
 * Units: `wert` in thousandths, cents, days, or 0 and 1; `total` says how values become one figure.
 * Reads: papers that may be published; steps that are not nichtöffentlich. `grund` is a key of `REASONS` or of the rules
 * of `v_betrag_je_vorlage`.
 */
import { publicPaper } from './public-papers.ts'

export interface Question {
  readonly id: string
  readonly title: string
  /** What the figure is and what `genommen` of `von` counts. */
  readonly note: string
  /** How values become a figure. */
  readonly total: 'tausendstel' | 'cent' | 'median' | 'prozent' | 'anzahl'
  /** The name of the figure where there is nothing to make it of; otherwise that of the group. */
  readonly empty?: string
  /** Whether the figures of a group are parts of a whole. */
  readonly mix?: boolean
  readonly sql: string
}

/** Why a statement did not go into a figure. */
export const REASONS: Readonly<Record<string, string>> = {
  'kommune-zweifelhaft': 'von welcher Kommune die Vorlage ist, ist zweifelhaft',
  zweifel: 'zweifelhaft gelesen',
  'ohne-jahr': 'kein Jahr gedruckt',
  'dateien-uneins': 'mehrere Dateien derselben Vorlage sagen Verschiedenes',
  'mehrere-mengen': 'mehrere verschiedene Mengen, die Teile voneinander sein können: keine wird gewählt',
  'mehrere-werte': 'mehrere Beträge oder Jahre dieser Art: keiner wird gewählt',
  wiederholt:
    'derselbe Betrag derselben Art steht schon in einer anderen Vorlage der Kommune, wohl für dasselbe Vorhaben',
  'spaetere-fassung': 'eine spätere Fassung derselben Vorlage nennt einen Betrag; nur er zählt',
  vorzeichen: 'mit Minus gedruckt: was das heißt, ist von Stadt zu Stadt verschieden',
  'ohne-tag': 'ein Sitzungstag fehlt',
  'ohne-entscheidung': 'kein Schritt mit der Rolle Entscheidung',
  'kein-vordruck': 'weder Vordruck noch Abschnitt',
  'ohne-ergebnis': 'kein Ergebnis gedruckt',
}

/** Papers that may be published, each file once; year and town only where they are not doubted. */
const P = `p AS MATERIALIZED (SELECT v."id", ifnull(v."kommune_name", '(ohne Kommune)') AS kommune,
    CASE WHEN v."kommune_name" IS NULL OR v."nummer" IS NULL THEN v."id" ELSE v."kommune_name" || char(10) || v."nummer" END
      AS papier,
    v."kommune_zweifel" IS NOT NULL AS fraglich,
    CAST(substr(ifnull(CASE WHEN v."zweifel" IS NULL THEN v."datum" END, (SELECT min(b."datum") FROM "beratung" b
      WHERE b."vorlage_id" = v."id" AND b."zweifel" IS NULL AND b."oeffentlichkeit" IS NOT 'nichtoeffentlich')), 1, 4)
      AS INTEGER) AS jahr
  FROM "vorlage" v JOIN "quelle" q ON q."id" = v."quelle_id" WHERE q."dublette_von" IS NULL AND ${publicPaper()})`

const OPEN_STEP = `b."oeffentlichkeit" IS NOT 'nichtoeffentlich' AND b."nichtoeffentlich" = 0`
const DOUBTED_TOWN = `WHEN p.fraglich THEN 'kommune-zweifelhaft'`
const RECURRING = `ifnull(b."turnus", '') IN ('jaehrlich', 'monatlich')`
const SPENDING = `b."art" IN ('gesamtkosten', 'investition', 'auszahlung', 'aufwand')`

export const QUESTIONS: readonly Question[] = [
  {
    id: 'vzae',
    title: 'Neue VZÄ und Stellen je Kommune und Jahr',
    note: 'Je Vorlage, Jahr und Einheit höchstens eine als neu gedruckte Menge: die einzige, oder die größte, wo sie die Summe der übrigen ist; mehrere verschiedene Mengen, die Teile voneinander sein können, zählen nicht. Jahr wie gedruckt, sonst das der Vorlage. Deckung: Angaben, aus denen sich die Menge ergibt, von allen „neu“-Angaben.',
    total: 'tausendstel',
    empty: 'neu',
    sql: `WITH ${P}, n AS (SELECT p.kommune, p.papier, p."id", z."datensatz", z."nr", z."einheit" AS was,
        ifnull(z."jahr", p.jahr) AS j, z."wert_tausendstel" AS menge,
        CASE ${DOUBTED_TOWN} WHEN z."zweifel" IS NOT NULL THEN 'zweifel'
          WHEN ifnull(z."jahr", p.jahr) IS NULL THEN 'ohne-jahr' END AS grund
      FROM "vzae" z JOIN p ON p."id" = z."vorlage_id" WHERE z."status" = 'neu'),
    e AS (SELECT n.*, row_number() OVER (PARTITION BY "id", was, j, menge, grund IS NULL ORDER BY "nr") AS mal FROM n),
    f AS (SELECT papier, "id", was, j, CASE WHEN count(*) = 1 OR abs(sum(menge) - 2 * max(menge)) <= 1 THEN max(menge) END AS eine
      FROM e WHERE grund IS NULL AND mal = 1 GROUP BY 1, 2, 3, 4),
    g AS (SELECT papier, was, j, min(eine) AS eine, min(eine) <> max(eine) OR count(eine) BETWEEN 1 AND count(*) - 1 AS uneins,
      min("id") AS erste FROM f GROUP BY 1, 2, 3),
    r AS (SELECT e.*, CASE WHEN e.mal = 1 AND e."id" = g.erste AND e.menge = g.eine THEN e.menge ELSE 0 END AS wert,
        ifnull(e.grund, CASE WHEN g.uneins THEN 'dateien-uneins' WHEN g.eine IS NULL THEN 'mehrere-mengen' END) AS warum
      FROM e LEFT JOIN g ON g.papier = e.papier AND g.was = e.was AND g.j = e.j)
    SELECT kommune, j AS jahr, was AS gruppe, 'neu' AS merkmal, CASE was WHEN 'vzae' THEN 'VZÄ' ELSE 'Stellen' END AS einheit,
      wert, warum AS grund, "id" AS vorlage, json_array("datensatz") AS belege
    FROM r ORDER BY warum IS NOT NULL, wert DESC, "id", "nr"`,
  },
  {
    id: 'betraege',
    title: 'Beträge nach Art',
    note: 'Einmalige Ausgaben: je Vorlage höchstens ein Betrag (v_betrag_je_vorlage). Alles andere: je Vorlage und Art höchstens einer, und nur, wo genau einer gedruckt ist; über Arten hinweg darf nicht zusammengezählt werden. Derselbe Betrag in mehreren Vorlagen einer Kommune zählt einmal (Aufwand und Auszahlung ausgenommen); nennt eine Vorlage einen anderen Betrag als ihre frühere Fassung, zählt nur der spätere; nennen sonst Vorlagen für dasselbe Vorhaben verschiedene Beträge, zählen sie alle; ungefähr Gedrucktes zählt mit. Ein Zuschuss kann von der Stadt oder an sie gehen. Deckung: Vorlagen mit zählbarem Betrag von denen, die einen dieser Art nennen oder, bei Ausgaben, nennen könnten.',
    total: 'cent',
    sql: `WITH ${P}, a AS (SELECT p.kommune, p.papier, p."id", m.cent, m.genommen, m.spaetere_fassung,
        m.spaetere_fassung IS NOT NULL AND m.wiederholt AS hinten,
        CASE ${DOUBTED_TOWN} WHEN m.cent IS NULL THEN m.regel END AS grund,
        row_number() OVER (PARTITION BY p.papier ORDER BY m.cent IS NULL, p."id") AS wievielte
      FROM p JOIN "v_betrag_je_vorlage" m ON m.vorlage_id = p."id"
      WHERE m.regel <> 'kein-betrag' OR m.ohne_zweifelhafte + m.ohne_unbestimmte > 0),
    k AS (SELECT p.kommune, p.papier, p.fraglich, p."id", b."art", b."nr", b."cent", b."jahr", b."zweifel", b."datensatz",
        CASE WHEN ${RECURRING} THEN b."turnus" END AS takt
      FROM "betrag" b JOIN p ON p."id" = b."vorlage_id"
      WHERE b."art" NOT IN ('schwelle', 'unbestimmt') AND (NOT (${SPENDING}) OR ${RECURRING})),
    d AS (SELECT p.kommune, p.papier, p."art", p.takt, min(p."id") AS "id", min(p."cent") AS cent,
        CASE WHEN max(p.fraglich) THEN 'kommune-zweifelhaft' WHEN max(p."zweifel" IS NOT NULL) THEN 'zweifel'
          WHEN count(DISTINCT p."cent") > 1 OR count(DISTINCT p."jahr") > 1 THEN 'mehrere-werte'
          WHEN min(p."cent") <= 0 THEN 'vorzeichen' END AS grund
      FROM k p GROUP BY p.kommune, p.papier, p."art", p.takt),
    e AS (SELECT a.*, CASE WHEN grund IS NULL THEN (SELECT b."art" FROM "betrag" b
        WHERE b."vorlage_id" = a."id" AND b."datensatz" IN (SELECT value FROM json_each(a.genommen))
        ORDER BY b."nr" LIMIT 1) END AS art FROM a WHERE wievielte = 1),
    r AS (SELECT kommune, 'einmalig' AS gruppe, art AS merkmal, 'Euro' AS einheit, cent, grund, spaetere_fassung, hinten, "id",
        ifnull(genommen, (SELECT json_group_array(b."datensatz") FROM "betrag" b WHERE b."vorlage_id" = e."id"
          AND (${SPENDING} OR b."art" = 'unbestimmt') AND NOT (${RECURRING}))) AS belege FROM e
      UNION ALL
      SELECT kommune, "art" || ifnull('-' || takt, ''), "art" || ifnull('-' || takt, ''),
        CASE takt WHEN 'jaehrlich' THEN 'Euro je Jahr' WHEN 'monatlich' THEN 'Euro je Monat' ELSE 'Euro' END, cent, grund, NULL, 0,
        "id", (SELECT json_group_array(k."datensatz") FROM k WHERE k."id" = d."id" AND k."art" = d."art" AND k.takt IS d.takt)
      FROM d),
    w AS (SELECT r.*, CASE WHEN merkmal NOT IN ('aufwand', 'auszahlung')
        THEN row_number() OVER (PARTITION BY kommune, merkmal, cent ORDER BY grund IS NOT NULL, hinten, "id") > 1 END AS wieder FROM r)
    SELECT kommune, NULL AS jahr, gruppe, merkmal, einheit, cent AS wert,
      ifnull(grund, CASE WHEN wieder THEN 'wiederholt' WHEN spaetere_fassung IS NOT NULL THEN 'spaetere-fassung' END) AS grund, "id" AS vorlage, belege
    FROM w ORDER BY grund IS NOT NULL, cent DESC, "id"`,
  },
  {
    id: 'dauer',
    title: 'Von der ersten Beratung zur Entscheidung',
    note: 'Median der Tage vom ersten öffentlichen Sitzungstag zum letzten mit der Rolle Entscheidung, wie gedruckt, auch wenn er erst bevorsteht; 0 Tage, wo gleich in der ersten Sitzung entschieden werden soll. Ob entschieden wurde, ist damit nicht gesagt. Deckung: Vorlagen mit beiden Tagen von allen mit öffentlicher Beratungsfolge.',
    total: 'median',
    empty: 'Median',
    sql: `WITH ${P}, t AS (SELECT p.kommune, p.papier, p."id", min(b."datum") AS erster,
        max(CASE WHEN b."rolle" = 'entscheidung' THEN b."datum" END) AS letzter,
        CASE ${DOUBTED_TOWN} WHEN max(b."zweifel" IS NOT NULL) THEN 'zweifel' WHEN count(*) > count(b."datum") THEN 'ohne-tag'
          WHEN NOT max(ifnull(b."rolle", '') = 'entscheidung') THEN 'ohne-entscheidung' END AS grund
      FROM "beratung" b JOIN p ON p."id" = b."vorlage_id" WHERE ${OPEN_STEP} GROUP BY p."id"),
    u AS (SELECT t.*, CASE WHEN grund IS NULL THEN julianday(letzter) - julianday(erster) END AS tage FROM t),
    w AS (SELECT u.*, row_number() OVER (PARTITION BY papier ORDER BY tage IS NULL, "id") AS wievielte,
      min(tage) OVER (PARTITION BY papier) <> max(tage) OVER (PARTITION BY papier) AS uneins FROM u)
    SELECT kommune, NULL AS jahr, 'tage' AS gruppe, 'Median' AS merkmal, 'Tage' AS einheit, tage AS wert,
      ifnull(grund, CASE WHEN uneins THEN 'dateien-uneins' END) AS grund, "id" AS vorlage,
      (SELECT json_group_array(b."datensatz") FROM "beratung" b WHERE b."vorlage_id" = w."id" AND ${OPEN_STEP}
        AND (w.grund IS NOT NULL OR b."datum" = w.erster OR (b."datum" = w.letzter AND b."rolle" = 'entscheidung'))) AS belege
    FROM w WHERE wievielte = 1 ORDER BY tage DESC, "id"`,
  },
  {
    id: 'vordruck',
    title: 'Leer gelassene Vordrucke zu finanziellen Auswirkungen',
    note: 'Anteil der Vorlagen mit leerem Vordruck. Deckung: Vorlagen mit Vordruck oder Abschnitt von allen.',
    total: 'prozent',
    empty: 'leer',
    sql: `WITH ${P}, t AS (SELECT p.kommune, p."id", f."zustand", f."datensatz", CASE ${DOUBTED_TOWN}
          WHEN ifnull(f."zustand", '') NOT IN ('leer', 'angegeben') THEN 'kein-vordruck'
          WHEN f."zweifel" IS NOT NULL THEN 'zweifel' END AS grund,
        row_number() OVER (PARTITION BY p.papier ORDER BY CASE f."zustand" WHEN 'angegeben' THEN 0 WHEN 'leer' THEN 1 ELSE 2 END,
          f."zweifel" IS NOT NULL, p."id") AS wievielte
      FROM p LEFT JOIN "finanzangabe" f ON f."vorlage_id" = p."id")
    SELECT kommune, NULL AS jahr, 'anteil' AS gruppe, 'leer' AS merkmal, 'Prozent' AS einheit, "zustand" = 'leer' AS wert, grund,
      "id" AS vorlage, CASE WHEN "datensatz" IS NULL THEN '[]' ELSE json_array("datensatz") END AS belege
    FROM t WHERE wievielte = 1 ORDER BY grund = 'kein-vordruck', "zustand" = 'leer' DESC, "id"`,
  },
  {
    id: 'ergebnisse',
    title: 'Ergebnisse nach Art des Gremiums',
    note: 'Zahl der öffentlichen Schritte. Deckung: Schritte mit gedrucktem Ergebnis und ohne Zweifel von allen öffentlichen Schritten dieser Art von Gremium.',
    total: 'anzahl',
    mix: true,
    empty: '(kein Ergebnis)',
    sql: `WITH ${P}, s AS (SELECT p.kommune, p.papier, p."id", b."nr", b."datensatz", v.gremium_art, b."gremium",
        CASE WHEN p.fraglich = 0 AND b."zweifel" IS NULL THEN v.ergebnis_art END AS ergebnis,
        CASE ${DOUBTED_TOWN} WHEN b."zweifel" IS NOT NULL THEN 'zweifel' WHEN v.ergebnis_art IS NULL THEN 'ohne-ergebnis' END
          AS grund,
        ifnull(b."datum", row_number() OVER (PARTITION BY p."id", b."gremium" ORDER BY b."nr")) AS wann
      FROM "v_schritt" v JOIN "beratung" b ON b."vorlage_id" = v.vorlage_id AND b."nr" = v.nr JOIN p ON p."id" = b."vorlage_id"
      WHERE ${OPEN_STEP}),
    w AS (SELECT s.*, row_number() OVER (PARTITION BY papier, "gremium", wann ORDER BY ergebnis IS NULL, "id", "nr") AS wievielte,
      min(ergebnis) OVER schritt <> max(ergebnis) OVER schritt AS uneins
      FROM s WINDOW schritt AS (PARTITION BY papier, "gremium", wann))
    SELECT kommune, NULL AS jahr, gremium_art AS gruppe, ergebnis AS merkmal, 'Schritte' AS einheit, 1 AS wert,
      ifnull(grund, CASE WHEN uneins THEN 'dateien-uneins' END) AS grund, "id" AS vorlage, json_array("datensatz") AS belege
    FROM w WHERE wievielte = 1 ORDER BY grund = 'ohne-ergebnis', "id", "nr"`,
  },
]
