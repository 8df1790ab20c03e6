/**
 * The README of the published data set, in German and in English. Pure.
 */
import { type DataSet, TITLE, tablesIn } from './data-package.ts'

interface Held {
  readonly nichtoeffentlich: number
  readonly unlesbar: number
}

export function germanReadme(set: DataSet, held: Held): string {
  return `# ${TITLE}

${set.papers} öffentliche Vorlagen aus ${set.places.length} Kommunen, Stand ${set.stand ?? 'unbekannt'}. Jede Angabe führt zu
ihrem Zitat (\`beleg\`); was nicht sicher lesbar war, ist leer oder in \`zweifel\` begründet.

- \`vorlagen.db\`: alles als SQLite-Datei; was Tabellen und Spalten bedeuten, sagen \`_meta\`, \`_tabellen\`, \`_spalten\`
- \`csv/\`: jede Tabelle als CSV (UTF-8, RFC 4180; leer ist NULL, \`""\` ein leerer Text)
- \`datapackage.json\`: Beschreibung nach Frictionless; \`metadata.yaml\`: für Datasette
- \`SHA256SUMS\`: Prüfsummen (\`sha256sum -c SHA256SUMS\`)

## Was fehlt, mit Absicht
${held.nichtoeffentlich} Vorlagen sind nichtöffentlich oder könnten es sein, ${held.unlesbar} ließen sich nicht lesen: Sie
sind nicht enthalten, ebenso ältere Fassungen und nichtöffentliche Schritte öffentlicher Vorlagen. Namen, Telefonnummern und
E-Mail-Adressen der Sachbearbeitung sind durch \`█\` ersetzt, Zeichen für Zeichen, damit alle Fundstellen stimmen.

## Öffnen
    datasette vorlagen.db -m metadata.yaml
    duckdb -c "SELECT * FROM 'csv/betrag.csv' LIMIT 5"
    pandas.read_csv('csv/vorlage.csv', dtype=str)
    readr::read_csv('csv/vorlage.csv', col_types = readr::cols(.default = 'c'))

Beträge nie einfach zusammenzählen: Gesamtbeträge und ihre Teile stehen nebeneinander. \`v_betrag_je_vorlage\` nennt je
Vorlage höchstens einen Betrag, den man zählen darf, und warum.

## Rechte
${set.licence ? `Lizenz der Zusammenstellung: ${set.licence}. ` : ''}${set.licenceNote}${source(set, 'Gemeindedaten: Statistisches Bundesamt, GV100AD, Stand')}

## Tabellen
${tablesIn(set)
  .map(({ name, beschreibung }) => `- \`${name}\`: ${beschreibung}`)
  .join('\n')}
`
}

export function englishReadme(set: DataSet, held: Held): string {
  return `# Papers of German councils: data with proof

${set.papers} public papers of ${set.places.length} municipalities, as of ${set.stand ?? 'unknown'}. Every statement leads to its
quote (\`beleg\`); what could not be read with certainty is empty, or \`zweifel\` says why.

- \`vorlagen.db\`: everything as an SQLite file; \`_meta\`, \`_tabellen\`, \`_spalten\` say what tables and columns mean
- \`csv/\`: every table as CSV (UTF-8, RFC 4180; nothing is NULL, \`""\` an empty text)
- \`datapackage.json\`: Frictionless descriptor; \`metadata.yaml\`: for Datasette
- \`SHA256SUMS\`: checksums (\`sha256sum -c SHA256SUMS\`)

## What is missing, on purpose
${held.nichtoeffentlich} papers are or may be non-public, ${held.unlesbar} could not be read: they are not in here, nor are older
versions and non-public steps of public papers. Names, telephone numbers and e-mail addresses of clerks are replaced by \`█\`,
character by character, so that all offsets hold.

Never just add up amounts: totals and their parts stand side by side. \`v_betrag_je_vorlage\` gives at most one amount per
paper that may be counted, and says why.

## Rights
${set.licence ? `Licence of the compilation: ${set.licence}. ` : ''}The papers come from the municipalities named; whether and how they
may be reused is for them to say.${source(set, 'Municipalities: Federal Statistical Office, GV100AD, as of')}

## Tables
${tablesIn(set)
  .map(({ name, description }) => `- \`${name}\`: ${description}`)
  .join('\n')}
`
}

function source({ placesOf }: DataSet, words: string): string {
  return placesOf ? `\n${words} ${placesOf}.` : ''
}
