/**
 * Steps of consultations made comparable: what kind of body, and what kind of result.
 *
 * Reads: the printed words, which stand beside. What no rule knows is `sonstige` or `unklar`, never guessed.
 * Source: municipal codes of the federal states; results as councils print them.
 */
import { CLOSED_COLUMN, column, type DerivedView, PAPER_COLUMNS, PAPERS } from './view.ts'

const any = (field: string, words: readonly string[]): string =>
  `(${words.map((word) => `${field} LIKE '${word}'`).join(' OR ')})`

const LOCAL = [
  '%ortschaftsrat%',
  '%ortsrat%',
  '%ortsbeirat%',
  '%ortsteilrat%',
  '%ortsvorsteher%',
  '%bezirksrat%',
  '%bezirksvertretung%',
  '%bezirksbeirat%',
  '%bezirksversammlung%',
  '%bezirksausschuss%',
  '%stadtteilbeirat%',
  '%stadtteilrat%',
  'ortsamt%',
  '%ortsbezirk%',
]
const COMMITTEE = ['%ausschuss%', '%ausschuß%', '%ausschüsse%', '%deputation%', '%kommission%']
const ADVISORY = ['%beirat%', '%beiräte%', '%kuratorium%', '%ältestenrat%']
const COUNCIL = [
  'rat',
  'rat der %',
  'rat %',
  '%gemeinderat%',
  '%stadtrat%',
  '%ratsversammlung%',
  '%bürgerschaft%',
  '%stadtverordnetenversammlung%',
  '%gemeindevertretung%',
  '%stadtvertretung%',
  '%kreistag%',
  '%plenum%',
]
const OFFICE = [
  '%magistrat%',
  'senat%',
  '%verwaltungsvorstand%',
  '%gemeindevorstand%',
  '%werkleitung%',
  '%betriebsleitung%',
]

const BODY = `CASE
      WHEN ${any('b."gremium"', LOCAL)} THEN 'ortsteil'
      WHEN ${any('b."gremium"', COMMITTEE)} THEN 'ausschuss'
      WHEN ${any('b."gremium"', ADVISORY)} THEN 'beirat'
      WHEN ${any('b."gremium"', COUNCIL)} THEN 'rat'
      WHEN ${any('b."gremium"', OFFICE)} THEN 'verwaltung'
      ELSE 'sonstige' END`

const YES = ['%beschlossen%', '%zugestimmt%', '%zustimmung%', '%angenommen%', '%genehmigt%', '%antragsgemäß%']
const NO = ['%abgelehnt%', '%ablehnung%']
const LATER = ['%vertagt%', '%zurückgestellt%', '%abgesetzt%', '%nicht behandelt%', '%verwiesen%', '%überwiesen%']
const GONE = ['%zurückgezogen%', '%erledigt%', '%entfallen%']
const result = (words: readonly string[]): string => any('b."ergebnis"', words)

const RESULT = `CASE
      WHEN b."ergebnis" IS NULL THEN NULL
      WHEN (${result(YES)}) + (${result(NO)}) + (${result(LATER)}) + (${result(GONE)}) > 1 THEN 'unklar'
      WHEN ${result(LATER)} THEN 'vertagt'
      WHEN ${result(GONE)} THEN 'erledigt'
      WHEN b."ergebnis" LIKE '%nicht %' THEN 'unklar'
      WHEN ${result(NO)} THEN 'abgelehnt'
      WHEN ${result(YES)} AND replace(replace(lower(b."ergebnis"), 'ungeändert', ''), 'unverändert', '')
        LIKE '%geändert%' THEN 'geaendert-beschlossen'
      WHEN ${result(YES)} AND (lower(b."ergebnis") LIKE '%mit änderung%' OR lower(b."ergebnis") LIKE '%mit Änderung%')
        THEN 'geaendert-beschlossen'
      WHEN ${result(YES)} THEN 'beschlossen'
      WHEN b."ergebnis" LIKE '%kenntnis%' THEN 'kenntnisnahme'
      WHEN ${result(['%vorberaten%', '%empfohlen%', '%empfehlung%'])} THEN 'vorberaten'
      ELSE 'unklar' END`

const VOTES = { ja: 'in favour', nein: 'against', enthaltung: 'abstentions' } as const

export const STEPS: DerivedView = {
  name: 'v_schritt',
  de: 'Schritte der Beratungsfolge mit vergleichbarer Art des Gremiums und des Ergebnisses',
  en: 'Steps of consultations with comparable kinds of body and result',
  needs: [
    'beratung.gremium',
    'beratung.datum',
    'beratung.ergebnis',
    'beratung.oeffentlichkeit',
    'beratung.rolle',
    'beratung.abstimmung_ja',
    'beratung.abstimmung_nein',
    'beratung.abstimmung_enthaltung',
    'vorlage.nummer',
    'vorlage.kommune_name',
  ],
  columns: [
    ...PAPER_COLUMNS,
    column('nr', 'Reihenfolge im Text, ab 1', 'Order in the text, from 1'),
    column('datum', 'Tag der Sitzung', 'Day of the meeting', { leer: ['nicht gedruckt', 'not printed'] }),
    column('gremium', 'Gremium, wie gedruckt', 'Body, as printed'),
    column('gremium_art', 'rat, ausschuss, ortsteil, beirat, verwaltung; sonst sonstige', 'Kind of body'),
    column(
      'oeffentlichkeit',
      'oeffentlich oder nichtoeffentlich: ob dieser Schritt öffentlich ist, was auch die Vorlage sei',
      'Whether this step is public, whatever the paper is',
      { leer: ['nicht gedruckt', 'not printed'] },
    ),
    column('rolle', 'Was die Zuständigkeit bedeutet', 'Meaning of the role', {
      leer: ['nicht gedruckt oder unbekanntes Wort', 'not printed, or an unknown word'],
    }),
    column('ergebnis', 'Ergebnis, wie gedruckt', 'Result, as printed', {
      leer: ['kein Ergebnis gedruckt', 'no result printed'],
    }),
    column(
      'ergebnis_art',
      'beschlossen, geaendert-beschlossen, abgelehnt, vertagt, erledigt, kenntnisnahme, vorberaten; sonst unklar',
      'Kind of result',
      { leer: ['kein Ergebnis gedruckt', 'no result printed'] },
    ),
    ...(['ja', 'nein', 'enthaltung'] as const).map((vote) =>
      column(vote, `Gezählte Stimmen: ${vote}`, `Votes counted: ${VOTES[vote]}`, {
        einheit: 'Stimmen',
        leer: ['nicht gedruckt', 'not printed'],
      }),
    ),
    column('zweifel', 'Warum der Schritt falsch gelesen sein kann', 'Why the step may be misread', {
      leer: ['kein Zweifel', 'no doubt'],
    }),
    CLOSED_COLUMN,
  ],
  select: `SELECT v."id" AS vorlage_id, v."kommune_name" AS kommune, v."nummer" AS nummer, b."nr" AS nr, b."datum" AS datum,
    b."gremium" AS gremium, ${BODY} AS gremium_art, b."oeffentlichkeit" AS oeffentlichkeit, b."rolle" AS rolle, b."ergebnis" AS ergebnis,
    ${RESULT} AS ergebnis_art, b."abstimmung_ja" AS ja, b."abstimmung_nein" AS nein,
    b."abstimmung_enthaltung" AS enthaltung, b."zweifel" AS zweifel, b."nichtoeffentlich" AS nichtoeffentlich
  FROM "beratung" b JOIN (${PAPERS}) v ON v."id" = b."vorlage_id"`,
}
