/**
 * One amount per paper: what the paper costs once, if that can be told; and whether another paper has it already.
 *
 * Units: cent.
 * Reads: `betrag`. Never a total and its parts, never the same paper from two files; left out are thresholds,
 * commitments, cover, income, what recurs or is printed as recurring, too, what is doubted, and what no word says the kind of. Where more than one
 * value remains and none is the sum of the others, the amount is NULL: no rule can tell variants from parts. What a
 * closed file says never changes the amount of a public one.
 */
import { CLOSED_COLUMN, column, type DerivedView, PAPER_COLUMNS, PAPERS } from './view.ts'

/** Why there is an amount, or none. */
export const RULES = {
  gesamtkosten: 'genau ein Gesamtbetrag ist gedruckt; Teilbeträge daneben zählen nicht',
  'einzige-angabe': 'genau ein Aufwand, eine Auszahlung oder Investition ist gedruckt',
  'gesamt-und-teile': 'ein Betrag ist die Summe der übrigen; nur er zählt',
  'schon-gezaehlt': 'dieselbe Vorlage (Kommune und Nummer) steht schon in einer anderen Datei',
  'dateien-uneins': 'mehrere Dateien derselben Vorlage nennen verschiedene Beträge',
  'mehrere-gesamtbetraege': 'mehrere Gesamtbeträge (Varianten, brutto und netto, Jahre): keiner wird gewählt',
  'mehrere-betraege': 'mehrere Beträge, keiner ist die Summe der übrigen: keiner wird gewählt',
  'teil-uebersteigt-gesamt': 'ein Teilbetrag ist größer als der Gesamtbetrag',
  'auch-laufend': 'derselbe Betrag steht auch als jährlicher oder monatlicher da: ob er einmal anfällt, ist offen',
  'groesserer-zweifelhafter': 'ein größerer Betrag ist zweifelhaft gelesen',
  'groesserer-unbestimmter': 'ein größerer Betrag steht da, dessen Art kein Wort nennt',
  'kein-betrag': 'kein einmaliger Betrag der Ausgabenseite ist gedruckt',
} as const

const CLASS = `CASE
      WHEN b."art" = 'schwelle' THEN 'schwelle'
      WHEN b."art" = 'verpflichtungsermaechtigung' THEN 'verpflichtung'
      WHEN b."art" = 'deckung' THEN 'deckung'
      WHEN b."art" IN ('ertrag', 'einzahlung', 'zuschuss') THEN 'ertrag'
      WHEN b."zweifel" IS NOT NULL THEN 'zweifel'
      WHEN b."turnus" IN ('jaehrlich', 'monatlich') OR b."art" = 'folgekosten' THEN 'laufend'
      WHEN b."cent" <= 0 THEN 'nicht-positiv'
      WHEN b."art" = 'unbestimmt' THEN 'unbestimmt'
      WHEN b."art" = 'gesamtkosten' THEN 'gesamt'
      ELSE 'teil' END`

const LEFT_OUT = [
  ['schwelle', 'schwellen', 'Schwellenwerte („ab 250.000 €“)', 'Thresholds'],
  ['verpflichtung', 'verpflichtungen', 'Verpflichtungsermächtigungen', 'Commitments'],
  ['deckung', 'deckungen', 'Deckungsmittel: dasselbe Geld von der anderen Seite', 'Cover: the same money again'],
  ['ertrag', 'ertraege', 'Erträge, Einzahlungen und Zuschüsse', 'Income and grants'],
  [
    'laufend',
    'laufende',
    'Jährlich oder monatlich Wiederkehrendes und Folgekosten',
    'What recurs, and follow-up costs',
  ],
  ['zweifel', 'zweifelhafte', 'Beträge, an deren Lesung etwas zweifelhaft ist', 'Amounts whose reading is doubted'],
  ['unbestimmt', 'unbestimmte', 'Beträge, deren Art kein Wort nennt', 'Amounts no word says the kind of'],
] as const

const TAKEN = `b."cent" = g.betrag AND b."zweifel" IS NULL AND b."art" IN
      ('gesamtkosten', 'investition', 'auszahlung', 'aufwand') AND ifnull(b."turnus", '') NOT IN ('jaehrlich', 'monatlich')`

/** Kinds every paper has its own of: the same figure in another paper is other money. */
const OWN = `'aufwand', 'auszahlung'`

export const AMOUNT_PER_PAPER: DerivedView = {
  name: 'v_betrag_je_vorlage',
  de: 'Ein einmaliger Betrag der Ausgabenseite je Vorlage, oder leer, mit Grund; zusammenzählen nur, wo wiederholt = 0',
  en: 'One non-recurring amount of expenditure per paper, or NULL, with the reason; add up only where wiederholt = 0',
  needs: [
    'betrag.cent',
    'betrag.art',
    'betrag.turnus',
    'betrag.ungefaehr',
    'vorlage.nummer',
    'vorlage.kommune_name',
    'vorlage.datum',
  ],
  columns: [
    ...PAPER_COLUMNS,
    column(
      'cent',
      'Der Betrag; zusammenzählen nur, wo wiederholt = 0',
      'The amount; add up only where wiederholt = 0',
      {
        einheit: 'Cent',
        leer: [
          'siehe regel: es gibt keinen, oder keiner ist eindeutig',
          'see regel: there is none, or none is unequivocal',
        ],
      },
    ),
    column('euro', 'Derselbe Betrag', 'The same amount', { einheit: 'Euro', leer: ['wie cent', 'as cent'] }),
    column('regel', 'Warum dieser Betrag, oder warum keiner', 'Why this amount, or why none'),
    column('genommen', 'Die Datensätze des Betrags, als JSON-Liste', 'The records of the amount, as a JSON list', {
      leer: ['wie cent', 'as cent'],
    }),
    column('ungefaehr', 'Ist er als ungefähr gedruckt?', 'Is it printed as approximate?', {
      einheit: '0/1',
      leer: ['wie cent', 'as cent'],
    }),
    column(
      'wiederholt',
      '1: derselbe Betrag derselben Art steht schon in einer früheren Vorlage der Kommune (oder einer ohne Kommune, wenn diese keine nennt), wohl für dasselbe Vorhaben',
      '1: an earlier paper of the municipality (or another without one) has the same amount of the same kind, probably for the same project',
      { einheit: '0/1', leer: ['wie cent', 'as cent'] },
    ),
    ...LEFT_OUT.map(([, name, de, en]) =>
      column(`ohne_${name}`, `Weggelassen: ${de}`, `Left out: ${en}`, { einheit: 'Beträge' }),
    ),
    CLOSED_COLUMN,
  ],
  select: `WITH papier AS (
    ${PAPERS}
  ), b AS MATERIALIZED (
    SELECT b."vorlage_id", ${CLASS} AS klasse, b."cent", count(*) AS mal, min(b."jahr") AS von, max(b."jahr") AS bis
    FROM "betrag" b GROUP BY 1, 2, 3
  ), je AS (
    SELECT b."vorlage_id",
      count(CASE WHEN klasse = 'gesamt' THEN 1 END) AS g_werte,
      min(CASE WHEN klasse = 'gesamt' THEN von END) <> max(CASE WHEN klasse = 'gesamt' THEN bis END) AS g_jahre,
      max(CASE WHEN klasse = 'gesamt' THEN b."cent" END) AS g_max,
      sum(CASE WHEN klasse = 'gesamt' THEN b."cent" END) AS g_summe,
      count(CASE WHEN klasse = 'teil' THEN 1 END) AS t_werte,
      min(CASE WHEN klasse = 'teil' THEN von END) <> max(CASE WHEN klasse = 'teil' THEN bis END) AS t_jahre,
      max(CASE WHEN klasse = 'teil' THEN b."cent" END) AS t_max,
      sum(CASE WHEN klasse = 'teil' THEN b."cent" END) AS t_summe,
      max(CASE WHEN klasse = 'zweifel' THEN b."cent" END) AS z_max,
      max(CASE WHEN klasse = 'unbestimmt' THEN b."cent" END) AS u_max,
      ${LEFT_OUT.map(([klasse, name]) => `sum(CASE WHEN klasse = '${klasse}' THEN mal ELSE 0 END) AS ohne_${name}`).join(',\n      ')}
    FROM b GROUP BY b."vorlage_id"
  ), r AS (
    SELECT p."id", p."kommune_name", p."nummer", p."datum", p."nichtoeffentlich", je.*, CASE
      WHEN ifnull(g_werte, 0) = 0 AND ifnull(t_werte, 0) = 0 THEN 'kein-betrag'
      WHEN g_werte >= 3 AND g_summe = 2 * g_max THEN 'gesamt-und-teile'
      WHEN g_werte > 1 OR g_jahre THEN 'mehrere-gesamtbetraege'
      WHEN g_werte = 1 THEN 'gesamtkosten'
      WHEN t_werte >= 3 AND t_summe = 2 * t_max THEN 'gesamt-und-teile'
      WHEN t_werte > 1 OR t_jahre THEN 'mehrere-betraege'
      ELSE 'einzige-angabe' END AS erste
    FROM papier p LEFT JOIN je ON je."vorlage_id" = p."id"
  ), s AS (
    SELECT r.*, ifnull(g_max, t_max) AS hoechster, CASE
      WHEN erste NOT IN ('gesamtkosten', 'gesamt-und-teile', 'einzige-angabe') THEN erste
      WHEN t_max > g_max THEN 'teil-uebersteigt-gesamt'
      WHEN EXISTS (SELECT 1 FROM "betrag" b WHERE b."vorlage_id" = r."id" AND b."cent" = ifnull(g_max, t_max)
        AND (b."turnus" IN ('jaehrlich', 'monatlich') OR b."art" = 'folgekosten')) THEN 'auch-laufend'
      WHEN z_max > ifnull(g_max, t_max) THEN 'groesserer-zweifelhafter'
      WHEN erste <> 'gesamtkosten' AND u_max > ifnull(g_max, t_max) THEN 'groesserer-unbestimmter'
      ELSE erste END AS zweite
    FROM r
  ), t AS (
    SELECT s.*, CASE WHEN zweite IN ('gesamtkosten', 'gesamt-und-teile', 'einzige-angabe') THEN hoechster END AS eigener
    FROM s
  ), u AS (
    SELECT t.*,
      min(CASE WHEN t."nichtoeffentlich" = 0 THEN eigener END) OVER w AS o_kleinster,
      max(CASE WHEN t."nichtoeffentlich" = 0 THEN eigener END) OVER w AS o_groesster,
      min(eigener) OVER w AS kleinster, max(eigener) OVER w AS groesster,
      row_number() OVER (PARTITION BY "kommune_name", "nummer", CASE WHEN "kommune_name" IS NULL OR "nummer" IS NULL
        THEN "id" END ORDER BY eigener IS NULL, t."nichtoeffentlich", "id") AS wievielte
    FROM t WINDOW w AS (PARTITION BY "kommune_name", "nummer", CASE WHEN "kommune_name" IS NULL OR "nummer" IS NULL
      THEN "id" END)
  ), g AS (
    SELECT u.*, CASE
      WHEN eigener IS NULL THEN zweite
      WHEN uneins THEN 'dateien-uneins'
      WHEN wievielte > 1 THEN 'schon-gezaehlt'
      ELSE zweite END AS regel,
      CASE WHEN NOT uneins AND wievielte = 1 THEN eigener END AS betrag
    FROM (SELECT u.*, CASE WHEN "nichtoeffentlich" = 0 THEN o_kleinster <> o_groesster ELSE kleinster <> groesster END
      AS uneins FROM u) u
  ), h AS (
    SELECT g.*, CASE WHEN betrag IS NOT NULL THEN (SELECT b."art" FROM "betrag" b
      WHERE b."vorlage_id" = g."id" AND ${TAKEN} ORDER BY b."nr" LIMIT 1) END AS art
    FROM g
  )
  SELECT g."id" AS vorlage_id, g."kommune_name" AS kommune, g."nummer" AS nummer, g.betrag AS cent,
    g.betrag / 100.0 AS euro, g.regel,
    CASE WHEN g.betrag IS NOT NULL THEN (SELECT json_group_array(b."datensatz") FROM "betrag" b
      WHERE b."vorlage_id" = g."id" AND ${TAKEN}) END AS genommen,
    CASE WHEN g.betrag IS NOT NULL THEN (SELECT max(b."ungefaehr") FROM "betrag" b
      WHERE b."vorlage_id" = g."id" AND ${TAKEN}) END AS ungefaehr,
    CASE WHEN g.betrag IS NOT NULL THEN g.art NOT IN (${OWN}) AND row_number() OVER (
      PARTITION BY g."kommune_name", g.art, g.betrag ORDER BY g."nichtoeffentlich", g."datum" IS NULL, g."datum", g."id"
    ) > 1 END AS wiederholt,
    ${LEFT_OUT.map(([, name]) => `ifnull(g.ohne_${name}, 0) AS ohne_${name}`).join(',\n    ')},
    g."nichtoeffentlich" AS nichtoeffentlich
  FROM h g`,
}
