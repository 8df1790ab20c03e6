/**
 * What the database says of itself: counted from its tables, so that it is never out of date.
 */
import { column, type DerivedView } from './view.ts'

export const LICENCE_NOTE =
  'Die Vorlagen stammen von den genannten Kommunen; ob und unter welchen Bedingungen sie weiterverwendet werden dürfen, sagen diese. Amtliche Beschlüsse sind nach § 5 UrhG meist frei; Anlagen Dritter nicht.'

export const META: DerivedView = {
  name: '_meta',
  de: 'Was diese Datenbank ist: Fassung, Zeitpunkt, Herkunft, Lizenzhinweis',
  en: 'What this database is: version, time, origin, note on licences',
  key: 'schluessel',
  needs: [],
  columns: [
    column('schluessel', 'Wovon die Rede ist', 'What it is about', { typ: 'TEXT' }),
    column('wert', 'Die Angabe', 'The statement', { leer: ['unbekannt', 'unknown'], typ: 'TEXT' }),
  ],
  select: `SELECT 'programm' AS schluessel, 'vorlagen' AS wert
  UNION ALL SELECT 'stand', (SELECT max(ifnull("beendet", "begonnen")) FROM "lauf")
  UNION ALL SELECT 'lesart', (SELECT "lesart" FROM "lauf" ORDER BY "id" DESC LIMIT 1)
  UNION ALL SELECT 'vorlagen', (SELECT CAST(count(*) AS TEXT) FROM "vorlage" WHERE "aktuell" = 1)
  UNION ALL SELECT 'quellen', (SELECT CAST(count(*) AS TEXT) FROM "quelle")
  UNION ALL SELECT 'gemeindeliste', (SELECT max("stand") FROM "gemeinde")
  UNION ALL SELECT 'lizenzhinweis', '${LICENCE_NOTE}'
  UNION ALL SELECT 'beschreibung', 'Tabellen in _tabellen, Spalten in _spalten'`,
}
