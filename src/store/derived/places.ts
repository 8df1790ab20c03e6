/**
 * Which municipality of the official list a paper belongs to, and figures per inhabitant.
 *
 * Reads: `vorlage.kommune_*`, `gemeinde`. Matched by AGS, or by a name only one municipality can mean; everything else
 * says why it is not matched. Inhabitants and area are those of the list's as-of date, whatever the year of the paper.
 */
import { column, type DerivedView, PAPERS } from './view.ts'

/** How a municipality of papers was matched with the list. */
export const MATCHES = {
  ags: 'über den Gemeindeschlüssel',
  name: 'über den Namen, den nur eine Gemeinde trägt',
  'ags-unbekannt': 'der Schlüssel steht in keiner importierten Liste',
  'ags-anderer-name': 'unter dem Schlüssel steht eine Gemeinde anderen Namens',
  'name-mehrdeutig': 'der Name kann mehrere Gemeinden meinen',
  'name-unbekannt': 'keine Gemeinde der Liste heißt so',
  'ohne-kommune': 'die Vorlage nennt keine Kommune',
  'keine-liste': 'es wurde noch keine Gemeindeliste importiert',
} as const

const NOT_MATCHED = ['nicht zugeordnet, siehe zuordnung', 'not matched, see zuordnung'] as const

export const LATEST_PLACES: DerivedView = {
  name: 'v_gemeinde',
  de: 'Jede Gemeinde einmal, mit dem neuesten importierten Gebietsstand',
  en: 'Every municipality once, with the newest territorial status imported',
  needs: [],
  columns: [
    column('ags', 'Amtlicher Gemeindeschlüssel', 'Official municipality key'),
    column('ars', 'Regionalschlüssel', 'Regional key'),
    column('name', 'Name, wie in der Liste', 'Name as in the list'),
    column('name_kurz', 'Name ohne Zusatz', 'Name without additions'),
    column('name_grund', 'Name ohne Lage und Klammer', 'Name without place and brackets'),
    column('land', 'Land', 'Federal state'),
    column('flaeche_ha', 'Fläche', 'Area', { einheit: 'Hektar' }),
    column('einwohner', 'Bevölkerung', 'Inhabitants', { einheit: 'Personen' }),
    column('stand', 'Gebietsstand', 'As-of date'),
    column('in_neuester_liste', '0: die neueste Liste führt sie nicht mehr', '0: the newest list has it no more', {
      einheit: '0/1',
    }),
  ],
  select: `SELECT g."ags", g."ars", g."name", g."name_kurz", g."name_grund", g."land", g."flaeche_ha", g."einwohner",
    g."stand", g."stand" = (SELECT max("stand") FROM "gemeinde") AS in_neuester_liste
  FROM "gemeinde" g WHERE g."stand" = (SELECT max(n."stand") FROM "gemeinde" n WHERE n."ags" = g."ags")`,
}

export const PLACES: DerivedView = {
  name: 'v_kommune',
  de: 'Die Kommunen der Vorlagen, der amtlichen Liste zugeordnet, wo das eindeutig ist',
  en: 'The municipalities of the papers, matched with the official list where that is unequivocal',
  needs: ['vorlage.kommune_name', 'vorlage.kommune_ags'],
  columns: [
    column('kommune', 'Kommune, wie gelesen', 'Municipality, as read', {
      leer: ['die Vorlagen nennen keine', 'the papers name none'],
    }),
    column('kommune_ags', 'Schlüssel, wie gelesen oder beim Import angegeben', 'Key, as read or given', {
      leer: ['weder gedruckt noch angegeben', 'neither printed nor given'],
    }),
    column('vorlagen', 'Zahl der Vorlagen', 'Number of papers', { einheit: 'Vorlagen' }),
    column('zuordnung', 'Wie zugeordnet wurde, oder warum nicht', 'How it was matched, or why not'),
    column('moegliche', 'Wie viele Gemeinden der Name meinen kann', 'How many municipalities the name may mean'),
    column('ags', 'Schlüssel der zugeordneten Gemeinde', 'Key of the matched municipality', { leer: NOT_MATCHED }),
    column('ars', 'Ihr Regionalschlüssel', 'Its regional key', { leer: NOT_MATCHED }),
    column('gemeinde', 'Ihr amtlicher Name', 'Its official name', { leer: NOT_MATCHED }),
    column('land', 'Ihr Land', 'Its federal state', { leer: NOT_MATCHED }),
    column('flaeche_ha', 'Ihre Fläche', 'Its area', { einheit: 'Hektar', leer: NOT_MATCHED }),
    column('einwohner', 'Ihre Bevölkerung', 'Its inhabitants', { einheit: 'Personen', leer: NOT_MATCHED }),
    column('stand', 'Gebietsstand dieser Angaben', 'As-of date of these figures', { leer: NOT_MATCHED }),
  ],
  // Names and keys are gathered once and joined by value: the view is asked for every year of every municipality.
  select: `WITH g AS MATERIALIZED (
    SELECT * FROM "v_gemeinde"
  ), n AS MATERIALIZED (
    SELECT g."name_kurz" AS wort, g."ags", 1 AS genau FROM g UNION SELECT g."name", g."ags", 1 FROM g
    UNION SELECT g."name_grund", g."ags", 0 FROM g
  ), k AS MATERIALIZED (
    SELECT p."kommune_name" AS name, p."kommune_ags" AS ags, count(*) AS vorlagen
    FROM (${PAPERS}) p GROUP BY 1, 2
  ), m AS MATERIALIZED (
    SELECT k.name, k.ags, k.vorlagen, count(DISTINCT n."ags") AS moegliche, max(n.genau) AS genau, min(n."ags") AS einzige,
      (SELECT g."name_grund" FROM g WHERE g."ags" = k.ags) AS grund
    FROM k LEFT JOIN n ON n.wort = k.name GROUP BY k.name, k.ags
  ), z AS MATERIALIZED (
    SELECT m.*, CASE
      WHEN NOT EXISTS (SELECT 1 FROM "gemeinde") THEN 'keine-liste'
      WHEN ags IS NOT NULL AND grund IS NULL THEN 'ags-unbekannt'
      WHEN ags IS NOT NULL AND name IS NOT NULL AND substr(name, 1, length(grund)) <> grund THEN 'ags-anderer-name'
      WHEN ags IS NOT NULL THEN 'ags'
      WHEN name IS NULL THEN 'ohne-kommune'
      WHEN moegliche = 0 THEN 'name-unbekannt'
      WHEN moegliche > 1 THEN 'name-mehrdeutig'
      WHEN genau = 0 THEN 'name-unbekannt'
      ELSE 'name' END AS zuordnung
    FROM m
  )
  SELECT z.name AS kommune, z.ags AS kommune_ags, z.vorlagen, z.zuordnung, z.moegliche, g."ags" AS ags, g."ars" AS ars,
    g."name" AS gemeinde, g."land" AS land, g."flaeche_ha" AS flaeche_ha, g."einwohner" AS einwohner, g."stand" AS stand
  FROM z LEFT JOIN g ON g."ags" = CASE z.zuordnung WHEN 'ags' THEN z.ags WHEN 'name' THEN z.einzige END`,
}

export const PER_YEAR: DerivedView = {
  name: 'v_kommune_jahr',
  de: 'Je Kommune und Jahr: öffentliche Vorlagen und ihre einmaligen Beträge, auch je Einwohner',
  en: 'Per municipality and year: public papers and their non-recurring amounts, also per inhabitant',
  needs: ['vorlage.kommune_name', 'vorlage.kommune_ags', 'vorlage.datum', 'beratung.datum', 'betrag.cent'],
  columns: [
    column('kommune', 'Kommune, wie gelesen', 'Municipality, as read', {
      leer: ['die Vorlagen nennen keine', 'the papers name none'],
    }),
    column('kommune_ags', 'Schlüssel, wie gelesen oder angegeben', 'Key, as read or given', {
      leer: ['weder gedruckt noch angegeben', 'neither printed nor given'],
    }),
    column('jahr', 'Jahr der Vorlage, sonst ihrer ersten Beratung', 'Year of the paper, or of its first consultation', {
      leer: ['kein Datum lesbar', 'no date could be read'],
    }),
    column('vorlagen', 'Zahl der Vorlagen', 'Number of papers', { einheit: 'Vorlagen' }),
    column('mit_betrag', 'Davon mit einem zählbaren Betrag', 'Of these, with an amount that counts', {
      einheit: 'Vorlagen',
    }),
    column(
      'cent',
      'Ihre Summe; was eine frühere Vorlage schon nennt, nicht noch einmal, und was eine spätere Fassung anders nennt, nur wie dort',
      'Their sum; without repeats, and without what a later version of the paper states anew',
      {
        einheit: 'Cent',
        leer: ['keine Vorlage hat einen Betrag, der zählt', 'no paper has an amount that counts'],
      },
    ),
    column('einwohner', 'Bevölkerung zum Stand der Gemeindeliste', 'Inhabitants as of the list', {
      einheit: 'Personen',
      leer: NOT_MATCHED,
    }),
    column('stand', 'Stand der Gemeindeliste', 'As-of date of the list', { leer: NOT_MATCHED }),
    column('vorlagen_je_10000', 'Vorlagen je 10.000 Einwohner', 'Papers per 10,000 inhabitants', {
      leer: ['nicht zugeordnet oder unbewohnt', 'not matched, or uninhabited'],
    }),
    column('euro_je_einwohner', 'Summe je Einwohner', 'Sum per inhabitant', {
      einheit: 'Euro',
      leer: ['keine Summe, nicht zugeordnet oder unbewohnt', 'no sum, not matched, or uninhabited'],
    }),
  ],
  select: `WITH p AS (
    SELECT a.kommune, v."kommune_ags" AS ags, a.cent, a.wiederholt = 0 AND a.spaetere_fassung IS NULL AS zaehlt,
      CAST(substr(ifnull(v."datum", (SELECT min(b."datum") FROM "beratung" b WHERE b."vorlage_id" = v."id")), 1, 4)
        AS INTEGER) AS jahr
    FROM "v_betrag_je_vorlage" a CROSS JOIN "vorlage" v ON v."id" = a.vorlage_id WHERE a.nichtoeffentlich = 0
  ), s AS (
    SELECT p.kommune, p.ags, p.jahr, count(*) AS vorlagen, count(p.cent) AS mit_betrag,
      sum(CASE WHEN p.zaehlt THEN p.cent END) AS cent
    FROM p GROUP BY 1, 2, 3
  )
  SELECT s.kommune, s.ags AS kommune_ags, s.jahr, s.vorlagen, s.mit_betrag, s.cent, k.einwohner, k.stand,
    round(10000.0 * s.vorlagen / nullif(k.einwohner, 0), 3) AS vorlagen_je_10000,
    round(s.cent / 100.0 / nullif(k.einwohner, 0), 2) AS euro_je_einwohner
  FROM s LEFT JOIN "v_kommune" k ON k.kommune IS s.kommune AND k.kommune_ags IS s.ags`,
}
