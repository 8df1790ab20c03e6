/**
 * What each version of a paper costs once by what it prints itself, kept as a table: written with the paper, taken away
 * when its amounts change.
 *
 * Units: cent.
 * Reads: `betrag` of the one paper. Never a total and its parts; left out are thresholds, commitments, cover, income, what
 * recurs or is printed as recurring, too, what is doubted, and what no word says the kind of. Where more than one value
 * remains and none is the sum of the others, the amount is NULL: no rule can tell variants from parts. What other papers
 * say is looked at by `v_betrag_je_vorlage`.
 */
import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Column } from '../columns.ts'
import { createStatements, type Statement } from '../ddl.ts'
import type { Model, Table } from '../model.ts'
import { LEFT_OUT } from './rules.ts'

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

/** The records of the amount. */
const TAKEN = `FROM "betrag" b WHERE b."vorlage_id" = t."id" AND b."cent" = t.eigener AND b."zweifel" IS NULL
      AND b."art" IN ('gesamtkosten', 'investition', 'auszahlung', 'aufwand')
      AND ifnull(b."turnus", '') NOT IN ('jaehrlich', 'monatlich')`

/** The rows of the table, made anew; `which` of the papers, by their id. */
const rowsOf = (which: string): string => `WITH b AS (
    SELECT b."vorlage_id", ${CLASS} AS klasse, b."cent", count(*) AS mal, min(b."jahr") AS von, max(b."jahr") AS bis
    FROM "betrag" b WHERE b."vorlage_id" ${which} GROUP BY 1, 2, 3
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
  ), r AS MATERIALIZED (
    SELECT v."id", v."nichtoeffentlich", je.*, CASE
      WHEN ifnull(g_werte, 0) = 0 AND ifnull(t_werte, 0) = 0 THEN 'kein-betrag'
      WHEN g_werte >= 3 AND g_summe = 2 * g_max THEN 'gesamt-und-teile'
      WHEN g_werte > 1 OR g_jahre THEN 'mehrere-gesamtbetraege'
      WHEN g_werte = 1 THEN 'gesamtkosten'
      WHEN t_werte >= 3 AND t_summe = 2 * t_max THEN 'gesamt-und-teile'
      WHEN t_werte > 1 OR t_jahre THEN 'mehrere-betraege'
      ELSE 'einzige-angabe' END AS erste
    FROM "vorlage" v LEFT JOIN je ON je."vorlage_id" = v."id" WHERE v."id" ${which}
  ), s AS MATERIALIZED (
    SELECT r.*, ifnull(g_max, t_max) AS hoechster, CASE
      WHEN erste NOT IN ('gesamtkosten', 'gesamt-und-teile', 'einzige-angabe') THEN erste
      WHEN t_max > g_max THEN 'teil-uebersteigt-gesamt'
      WHEN EXISTS (SELECT 1 FROM "betrag" b WHERE b."vorlage_id" = r."id" AND b."cent" = ifnull(g_max, t_max)
        AND (b."turnus" IN ('jaehrlich', 'monatlich') OR b."art" = 'folgekosten')) THEN 'auch-laufend'
      WHEN z_max > ifnull(g_max, t_max) THEN 'groesserer-zweifelhafter'
      WHEN erste <> 'gesamtkosten' AND u_max > ifnull(g_max, t_max) THEN 'groesserer-unbestimmter'
      ELSE erste END AS regel
    FROM r
  ), t AS (
    SELECT s.*, CASE WHEN regel IN ('gesamtkosten', 'gesamt-und-teile', 'einzige-angabe') THEN hoechster END AS eigener
    FROM s
  )
  SELECT t."id", t.eigener, t.regel,
    CASE WHEN t.eigener IS NOT NULL THEN (SELECT b."art" ${TAKEN} ORDER BY b."nr" LIMIT 1) END,
    CASE WHEN t.eigener IS NOT NULL THEN (SELECT json_group_array(b."datensatz") ${TAKEN}) END,
    CASE WHEN t.eigener IS NOT NULL THEN (SELECT max(b."ungefaehr") ${TAKEN}) END,
    ${LEFT_OUT.map(([, name]) => `ifnull(t.ohne_${name}, 0)`).join(', ')}, t."nichtoeffentlich"
  FROM t`

const NAME = 'betrag_je_fassung'
const MISSING = `IN (SELECT v."id" FROM "vorlage" v WHERE v."id" NOT IN (SELECT "vorlage_id" FROM "${NAME}"))`

export const OWN_AMOUNT: Table = {
  name: NAME,
  description:
    'Der einmalige Betrag jeder Fassung einer Vorlage, wie sie ihn für sich nennt; zusammenzählen nur über v_betrag_je_vorlage',
  columns: [
    column('vorlage_id', 'INTEGER', 'Die Vorlage und Fassung', {
      clause: 'PRIMARY KEY REFERENCES "vorlage" ("id") ON DELETE CASCADE',
    }),
    column('cent', 'INTEGER', 'Der Betrag', { nullable: true, unit: 'Cent' }),
    column('regel', 'TEXT', 'Warum dieser Betrag, oder warum keiner'),
    column('art', 'TEXT', 'Art des Betrags', { nullable: true }),
    column('genommen', 'TEXT', 'Die Datensätze des Betrags, als JSON-Liste', { nullable: true }),
    column('ungefaehr', 'INTEGER', 'Ist er als ungefähr gedruckt?', { nullable: true, unit: '0/1' }),
    ...LEFT_OUT.map(([, name, de]) => column(`ohne_${name}`, 'INTEGER', `Weggelassen: ${de}`, { unit: 'Beträge' })),
    column(
      'nichtoeffentlich',
      'INTEGER',
      'Ist die Vorlage nichtöffentlich? Dann verlässt die Zeile das Haus nur auf Verlangen.',
      { unit: '0/1' },
    ),
  ],
  // Where the rules have changed since, SQLite's words for the table differ, and it is made anew.
  constraints: [`CHECK ("regel" <> '' /* ${createHash('sha256').update(rowsOf('')).digest('hex')} */)`],
  indexes: [{ name: `${NAME}_mit`, on: `"${NAME}" ("vorlage_id") WHERE "cent" IS NOT NULL` }],
  withoutRowid: false,
}

export const OWN_AMOUNT_ENGLISH: Readonly<Record<string, string>> = {
  '': 'The non-recurring amount of each version of a paper as it states it by itself; add up by v_betrag_je_vorlage only',
  vorlage_id: 'The paper and version',
  cent: 'The amount',
  regel: 'Why this amount, or why none',
  art: 'Kind of the amount',
  genommen: 'The records of the amount, as a JSON list',
  ungefaehr: 'Is it printed as approximate?',
  ...Object.fromEntries(LEFT_OUT.map(([, name, , en]) => [`ohne_${name}`, `Left out: ${en}`])),
  nichtoeffentlich: 'Is the paper non-public? Such rows never leave the house unasked',
}

/** Whether the model has what the table is made of. */
export function hasAmounts(model: Model): boolean {
  const columns = model.tables.find(({ name }) => name === 'betrag')?.columns ?? []
  return ['cent', 'art', 'turnus', 'jahr', 'ungefaehr'].every((name) => columns.some((one) => one.name === name))
}

/** The table, and what takes a row away when its amounts change; whoever changes them makes it anew. */
export function ownAmountStatements(): Statement[] {
  const changes = [
    ['neu', 'INSERT', 'new'],
    ['weg', 'DELETE', 'old'],
    ['anders', 'UPDATE', 'new'],
  ] as const
  return [
    ...createStatements(OWN_AMOUNT),
    ...changes.map(([name, change, row]) => ({
      name: `${NAME}_${name}`,
      sql: `CREATE TRIGGER "${NAME}_${name}" AFTER ${change} ON "betrag" BEGIN DELETE FROM "${NAME}" WHERE "vorlage_id" = ${row}."vorlage_id"; END`,
    })),
  ]
}

/** Whether rows were taken away and not made again. */
export function lacksOwnAmounts(db: Database.Database): boolean {
  return db.prepare(`SELECT 1 FROM "vorlage" WHERE "id" ${MISSING}`).get() !== undefined
}

/** The table for one connection, beside a file that lacks it or was made by other rules. */
export function lendOwnAmounts(db: Database.Database): void {
  db.exec(`CREATE TEMP TABLE "${NAME}" (${OWN_AMOUNT.columns.map(({ name }) => `"${name}"`).join(', ')})`)
  fillOwnAmounts(db)
}

/** Make the rows that are missing. To be run inside a transaction. */
export function fillOwnAmounts(db: Database.Database): void {
  db.exec(`INSERT INTO "${NAME}" ${rowsOf(MISSING)}`)
}

/** Makes the row of one paper anew. */
export function ownAmountWriter(db: Database.Database, model: Model): (paper: number) => void {
  if (!hasAmounts(model)) return () => undefined
  // A file that is only read may lack the table.
  let write: Database.Statement | undefined
  return (paper) => {
    write ??= db.prepare(`INSERT OR REPLACE INTO "${NAME}" ${rowsOf('= @paper')}`)
    write.run({ paper })
  }
}

function column(
  name: string,
  type: Column['type'],
  description: string,
  options: Partial<Pick<Column, 'nullable' | 'unit' | 'clause'>> = {},
): Column {
  return { name, type, nullable: false, unit: null, description, checks: [], clause: '', ...options }
}
