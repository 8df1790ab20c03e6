/**
 * The README of the published data set, in German and in English. Pure.
 */
import { type DataSet, TITLE, tablesIn } from './data-package.ts'
import { NOWHERE } from './oparl/addresses.ts'

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
- \`parquet/\`: jede Tabelle als Parquet, mit Typen (INT64, DOUBLE, Text) und NULL
- \`oparl/\`: ${set.oparl.papers} Vorlagen mit Beratungen, Gremien und Sitzungstagen als OParl 1.1 (\`oparl/system.json\`)
- \`datapackage.json\`: Beschreibung nach Frictionless; \`metadata.yaml\`: für Datasette
- \`SHA256SUMS\`: Prüfsummen (\`sha256sum -c SHA256SUMS\`)

## Was fehlt, mit Absicht
${held.nichtoeffentlich} Vorlagen sind nichtöffentlich oder könnten es sein, ${held.unlesbar} ließen sich nicht lesen: Sie
sind nicht enthalten, ebenso ältere Fassungen und nichtöffentliche Schritte öffentlicher Vorlagen. Namen, Zimmer,
Telefonnummern und E-Mail-Adressen der Sachbearbeitung (im Kopf, in Unterschriften und wo sie im Text wiederkehren) sind durch
\`█\` ersetzt, Zeichen für Zeichen, damit alle Fundstellen stimmen. Wer ein gewähltes oder leitendes Amt hat, bleibt genannt.

## Öffnen
    datasette vorlagen.db -m metadata.yaml
    duckdb -c "SELECT * FROM 'parquet/betrag.parquet' LIMIT 5"
    pandas.read_sql('SELECT * FROM v_betrag_je_vorlage', sqlite3.connect('vorlagen.db'))
    DBI::dbReadTable(DBI::dbConnect(RSQLite::SQLite(), 'vorlagen.db'), 'v_betrag_je_vorlage')

In CSV Schlüssel (\`kommune_ags\`, \`nummer\`) als Text lesen, sonst fehlen ihre führenden Nullen.

Beträge nie einfach zusammenzählen: Gesamtbeträge und ihre Teile stehen nebeneinander. \`v_betrag_je_vorlage\` nennt je
Vorlage höchstens einen Betrag, und warum; zusammenzählen nur, wo \`wiederholt = 0\` und \`spaetere_fassung\` leer ist.

## OParl
Die Adressen beginnen mit \`${set.oparl.address}\`${set.oparl.address === NOWHERE ? '; dort antwortet niemand (`.invalid`), sie sind nur Namen. Wer den Ordner ausliefert, gibt beim Publizieren `--oparl-adresse` an' : ''}.
${germanObjects(set)}
Filter (\`modified_since\` und andere) beantwortet ein Ordner aus Dateien nicht. \`created\` und \`modified\` sind der Zeitpunkt des
Lesens, bei Gremien, Sitzungen und Körperschaften der Stand. Nur Belegtes: kein Beginn einer
Sitzung (gedruckt ist nur der Tag, \`vorlagen:datum\`), keine Personen, keine bezweifelten Schritte, Dateien nur mit Adresse;
\`order\` zählt nur die hier bekannten Punkte. ${set.oparl.without} Vorlagen fehlen dort: doppelt, oder ohne sicher gelesene Kommune.

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
- \`parquet/\`: every table as Parquet, with types (INT64, DOUBLE, text) and NULL
- \`oparl/\`: ${set.oparl.papers} papers with consultations, organizations and days of meetings as OParl 1.1 (\`oparl/system.json\`)
- \`datapackage.json\`: Frictionless descriptor; \`metadata.yaml\`: for Datasette
- \`SHA256SUMS\`: checksums (\`sha256sum -c SHA256SUMS\`)

## What is missing, on purpose
${held.nichtoeffentlich} papers are or may be non-public, ${held.unlesbar} could not be read: they are not in here, nor are older
versions and non-public steps of public papers. Names, rooms, telephone numbers and e-mail addresses of clerks (in heads,
signatures, and where they recur in the text) are replaced by \`█\`, character by character, so that all offsets hold. Who
holds an elected or leading office stays named.

Never just add up amounts: totals and their parts stand side by side. \`v_betrag_je_vorlage\` gives at most one amount per
paper, and says why; add up only where \`wiederholt = 0\` and \`spaetere_fassung\` is NULL.

## OParl
Addresses begin with \`${set.oparl.address}\`${set.oparl.address === NOWHERE ? ', where nobody answers (`.invalid`): they are names only. Whoever serves the folder says where with `--oparl-adresse`' : ''}.
${englishObjects(set)}
Filters (\`modified_since\` and others) are not answered by a folder of files. \`created\` and \`modified\` are the time of reading,
for organizations, meetings and bodies that of the snapshot. Only what is proved: no start of a meeting
(only its day is printed, \`vorlagen:datum\`), no persons, no doubted steps, files only where they have an address; \`order\`
counts only the items known here. ${set.oparl.without} papers are missing there: twins, or without a municipality read for certain.

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

function germanObjects({ oparl }: DataSet): string {
  return oparl.objects
    ? 'Jedes Objekt ist unter seiner Adresse eine Datei.'
    : `Abrufbar sind System, Körperschaften und Listen, je Seite eine Datei; die einzelnen Objekte stehen vollständig in den Listen,
haben aber keine eigene Datei. OParl verlangt das von einem Server: \`--oparl-objekte\` schreibt sie (je Vorlage drei bis fünf).`
}

function englishObjects({ oparl }: DataSet): string {
  return oparl.objects
    ? 'Every object is a file at its address.'
    : `System, bodies and lists can be fetched, a file a page; single objects stand whole in the lists and have no file of their
own. OParl demands that of a server: \`--oparl-objekte\` writes them (three to five for each paper).`
}
