/**
 * The commands for those who improve how papers are read, as data, for the list in `commands.ts`.
 */
import type { CommandDefinition } from './commands.ts'

const JSON_DATA = { help: 'JSON statt der Ansicht für Menschen' }

export const READING_COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'vokabular',
    operands: 'DB',
    least: 1,
    most: 1,
    summary: 'Wörter zeigen, die keine Regel kannte: so kommt eine neue Kommune dazu',
    details: [
      'Beschriftungen, Überschriften, Arten, Spaltenköpfe, Zuständigkeiten, Ergebnisse, Bezeichnungen von Beträgen und',
      'Einheiten, die häufigsten zuerst, mit Zahl der Vorlagen und einem Beispiel. Die gespeicherten Texte werden nach den',
      'heutigen Regeln neu verstanden; nichts muss dafür neu eingelesen werden. Ohne nichtöffentliche Vorlagen.',
    ],
    options: {
      ab: { value: 'ZAHL', fallback: '2', help: 'nur was in so vielen Vorlagen steht' },
      hoechstens: { value: 'ZAHL', fallback: '15', help: 'so viele Wörter je Art zeigen' },
      kommune: { value: 'NAME', help: 'nur Vorlagen dieser Kommune' },
      profil: { value: 'NAME|DATEI', help: 'was nach diesem Profil noch unbekannt wäre' },
      csv: { help: 'alle als CSV' },
      json: JSON_DATA,
      nichtoeffentliche: { help: 'auch nichtöffentliche Vorlagen' },
    },
    load: async () => await import('./vokabular.ts'),
  },
  {
    name: 'profil',
    operands: 'DATEI…',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: 'zeigen, nach welchem Profil gelesen wird, warum, und was es ändert',
    details: [
      'Ein Profil sagt, was einem Ratsinformationssystem oder einer Kommune eigen ist: Überschriften, Wörter der',
      'Zuständigkeit, Arten, Vorsatz der Nummern. Es wird an Zeichen in der Vorlage erkannt oder mit --profil vorgegeben.',
      'Wie eine eigene Datei aussieht, steht in docs/profile.md.',
    ],
    options: {
      profil: { value: 'NAME|DATEI', help: 'dieses Profil, was auch erkannt wird' },
      json: JSON_DATA,
    },
    load: async () => await import('./profil.ts'),
  },
  {
    name: 'diff',
    operands: '',
    least: 0,
    most: 0,
    summary: 'zwei Datenbanken derselben Vorlagen vergleichen: was wird jetzt anders gelesen?',
    details: [
      'Zeigt je Feld, wie oft es gleich, anders, neu gefüllt oder geleert ist, dann Beispiele. Gedacht für den Schritt vor',
      'dem Übernehmen: eine Kopie der Datenbank neu lesen (import --neu-lesen), vergleichen, dann erst ersetzen.',
      'Endet mit 1, wenn sich etwas unterscheidet. Werte nichtöffentlicher Vorlagen bleiben verdeckt.',
    ],
    options: {
      alt: { value: 'DATEI', help: 'Datenbank, wie sie war' },
      neu: { value: 'DATEI', help: 'Datenbank, wie sie jetzt wäre' },
      beispiele: { value: 'ZAHL', fallback: '5', help: 'so viele Beispiele je Feld' },
      csv: { help: 'alle Unterschiede als CSV' },
      json: JSON_DATA,
      nichtoeffentliche: { help: 'auch Werte nichtöffentlicher Vorlagen zeigen' },
    },
    load: async () => await import('./diff.ts'),
  },
]
