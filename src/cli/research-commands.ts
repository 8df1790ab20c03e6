/**
 * The commands for those who work with the numbers, as data, for the list in `commands.ts`.
 */
import type { CommandDefinition, OptionDefinition } from './commands.ts'

/** Said here again: the list of commands cannot be asked while it is being made. */
const DB: OptionDefinition = { value: 'DATEI', fallback: 'out/vorlagen.db', help: 'Datenbank' }

export const RESEARCH_COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'datenmodell',
    operands: '',
    least: 0,
    most: 0,
    summary: 'Tabellen und Spalten der Datenbank beschreiben, als Markdown',
    details: ['So ist docs/datenmodell.md entstanden. Dasselbe steht in _tabellen und _spalten jeder Datenbank.'],
    options: {},
    load: async () => await import('./datamodel.ts'),
  },
  {
    name: 'gemeinden',
    operands: 'import DATEI',
    least: 2,
    most: 2,
    summary: 'die amtliche Gemeindeliste (Destatis GV100AD) in die Datenbank übernehmen und Kommunen zuordnen',
    details: [
      'DATEI ist die Textdatei GV100AD, in UTF-8 oder Windows-1252. Jeder Gebietsstand bleibt für sich erhalten.',
      'Zugeordnet wird über den Gemeindeschlüssel oder einen Namen, den nur eine Gemeinde tragen kann; was sich nicht',
      'zuordnen lässt, wird mit Grund genannt.',
    ],
    options: { db: DB },
    load: async () => await import('./places.ts'),
  },
  {
    name: 'publizieren',
    operands: 'ZIEL',
    least: 1,
    most: 1,
    summary:
      'einen Schnappschuss für die Öffentlichkeit schreiben: SQLite, CSV, Parquet, OParl, Beschreibungen, Prüfsummen',
    details: [
      'ZIEL ist ein Ordner; ZIEL/aktuell zeigt auf den neuesten Schnappschuss, der vorige bleibt daneben liegen.',
      'Ohne nichtöffentliche Vorlagen und Schritte, ohne ältere Fassungen, ohne Namen, Telefonnummern und',
      'E-Mail-Adressen der Sachbearbeitung. Dieselbe Datenbank ergibt dieselben Bytes.',
    ],
    options: {
      db: DB,
      lizenz: { value: 'NAME', help: 'Lizenz der Zusammenstellung, etwa dl-de/by-2-0' },
      'oparl-adresse': { value: 'ADRESSE', help: 'unter welcher Adresse der Ordner oparl erreichbar sein wird' },
      'oparl-objekte': {
        help: 'auch jedes OParl-Objekt als eigene Datei unter seiner Adresse (je Vorlage drei bis fünf)',
      },
    },
    load: async () => await import('./publish.ts'),
  },
  {
    name: 'vergleich',
    operands: '[FRAGE…]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    summary: 'Kommunen vergleichen: neue VZÄ, Beträge, Dauer, leere Vordrucke, Ergebnisse; jede Zahl mit ihrer Deckung',
    details: [
      'FRAGE ist vzae, betraege, dauer, vordruck oder ergebnisse; ohne Angabe alle.',
      'Ohne nichtöffentliche Vorlagen und ohne Zweifelhaftes. Die Deckung sagt, worauf eine Zahl beruht.',
    ],
    options: {
      db: DB,
      csv: { help: 'CSV statt der Tabellen für Menschen' },
      deckung: { value: 'PROZENT', fallback: '50', help: 'Zahlen mit weniger Deckung kennzeichnen' },
    },
    load: async () => await import('./compare.ts'),
  },
  {
    name: 'bericht',
    operands: 'ZIEL',
    least: 1,
    most: 1,
    summary: 'den Vergleich als eine Seite für den Browser schreiben: Schaubilder, Tabellen, zu jeder Zahl die Zitate',
    details: [
      'ZIEL ist eine Datei (vergleich.html) oder ein Ordner, in dem bericht.html entsteht. Die Seite lädt nichts nach.',
      'Ohne nichtöffentliche Vorlagen und Schritte, ohne Namen und Kontaktdaten der Sachbearbeitung.',
      'Dieselbe Datenbank ergibt dieselben Bytes.',
    ],
    options: {
      db: DB,
      deckung: { value: 'PROZENT', fallback: '50', help: 'Zahlen mit weniger Deckung kennzeichnen' },
      belege: {
        value: 'ZAHL',
        help: 'wie viele Belege je Zahl (sonst: was die Seite klein genug lässt, höchstens 12)',
      },
    },
    load: async () => await import('./report.ts'),
  },
]
