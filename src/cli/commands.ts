/**
 * The commands and their options, as data: what `--help` prints, what the arguments are checked against, and where the
 * code of each stands. Nothing here imports a command; that happens when one is called.
 */
import type { Arguments } from './args.ts'
import type { ExitCode } from './exit.ts'
import { READING_COMMANDS } from './reading-commands.ts'
import { RESEARCH_COMMANDS } from './research-commands.ts'
import { SYNC_COMMANDS } from './sync-commands.ts'
import type { Terminal } from './terminal.ts'

export interface OptionDefinition {
  /** Absent: a switch. Otherwise the word for its value in the help. */
  readonly value?: string
  /** Stands in the help; the command itself applies it. */
  readonly fallback?: string
  readonly help: string
}

export interface CommandDefinition {
  readonly name: string
  /** Operands as shown in the help. */
  readonly operands: string
  /** How many operands it needs and takes. */
  readonly least: number
  readonly most: number
  readonly summary: string
  readonly details: readonly string[]
  readonly options: Readonly<Record<string, OptionDefinition>>
  readonly load: () => Promise<Command>
}

export interface Command {
  run(args: Arguments, terminal: Terminal): Promise<ExitCode>
}

export const DEFAULT_DATABASE = 'out/vorlagen.db'

const KOMMUNE: Readonly<Record<string, OptionDefinition>> = {
  kommune: { value: 'NAME', help: 'Kommune der Vorlagen, die ihre eigene nicht nennen' },
  ags: { value: 'AGS', help: 'Amtlicher Gemeindeschlüssel dazu, acht Ziffern' },
}
const OCR: OptionDefinition = {
  value: 'auto|nie|immer',
  fallback: 'auto',
  help: 'Texterkennung: Seiten ohne Text, wenn möglich; keine; auch Bilder mit Text',
}
const WORKERS: OptionDefinition = {
  value: 'ZAHL',
  help: 'wie viele Vorlagen gleichzeitig gelesen werden (sonst: je Prozessor eine)',
}
const PROFIL: OptionDefinition = {
  value: 'NAME|DATEI',
  help: 'Profil, nach dem gelesen wird: eines des Programms oder eine eigene Datei (sonst: am Inhalt erkannt)',
}
const JSON_DATA: OptionDefinition = { help: 'JSON statt der Ansicht für Menschen' }

export const COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'import',
    operands: 'PFAD…',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: 'Vorlagen lesen und in eine Datenbank schreiben',
    details: [
      'PFAD ist eine Datei, ein Ordner (mit allen Unterordnern) oder ein Muster wie "2025/*.pdf".',
      'Gelesen werden PDF, HTML, Markdown und Text. In Ordnern bleiben andere und versteckte Dateien außer Acht.',
      'Was unverändert schon in der Datenbank steht, wird nicht noch einmal gelesen. Eine geänderte Vorlage wird eine',
      'neue Fassung; die alte bleibt erhalten.',
    ],
    options: {
      db: { value: 'DATEI', fallback: DEFAULT_DATABASE, help: 'Datenbank, in die geschrieben wird' },
      ...KOMMUNE,
      profil: PROFIL,
      json: { help: 'je Ereignis eine Zeile JSON (NDJSON)' },
      quiet: { help: 'nur Fehler melden' },
      workers: WORKERS,
      ocr: OCR,
      'neu-lesen': { help: 'auch lesen, was unverändert schon in der Datenbank steht' },
    },
    load: async () => await import('./import.ts'),
  },
  {
    name: 'extract',
    operands: 'PFAD…',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    summary: 'Vorlagen lesen und zeigen, was darin steht; nichts wird gespeichert',
    details: ['Mit --json je Vorlage ein Objekt auf einer Zeile, mit Beleg zu jedem Datensatz.'],
    options: { ...KOMMUNE, profil: PROFIL, json: { help: 'je Vorlage eine Zeile JSON' }, workers: WORKERS, ocr: OCR },
    load: async () => await import('./extract.ts'),
  },
  {
    name: 'text',
    operands: 'DATEI',
    least: 1,
    most: 1,
    summary: 'den Text zeigen, wie er gelesen wurde',
    details: ['Ohne Seitenköpfe, mit zusammengefügten Worttrennungen; alle Fundstellen zeigen in diesen Text.'],
    options: { ocr: OCR },
    load: async () => await import('./text.ts'),
  },
  {
    name: 'tree',
    operands: 'DATEI',
    least: 1,
    most: 1,
    summary: 'den Aufbau zeigen: Überschriften, Absätze, Listen, Tabellen',
    details: ['Mit --json als mdast-Baum mit Fundstellen.'],
    options: { json: JSON_DATA, ocr: OCR },
    load: async () => await import('./tree.ts'),
  },
  {
    name: 'sections',
    operands: 'DATEI',
    least: 1,
    most: 1,
    summary: 'die benannten Abschnitte zeigen',
    details: [],
    options: { json: JSON_DATA, profil: PROFIL, ocr: OCR },
    load: async () => await import('./sections.ts'),
  },
  {
    name: 'explain',
    operands: 'DATEI FELD…',
    least: 2,
    most: Number.POSITIVE_INFINITY,
    summary: 'zeigen, wo eine Angabe gedruckt steht und wer sie gelesen hat',
    details: [
      'FELD ist ein Datensatz (betraege-3, vorlage) oder eine Angabe daraus (vorlage.nummer, beratungsfolge-1.gremium).',
      'Der Fund steht zwischen » und « in seiner Umgebung.',
    ],
    options: { ...KOMMUNE, profil: PROFIL, ocr: OCR },
    load: async () => await import('./explain.ts'),
  },
  {
    name: 'extractors',
    operands: '',
    least: 0,
    most: 0,
    summary: 'zeigen, was aus einer Vorlage gelesen wird: alle Extraktoren mit ihren Angaben',
    details: [],
    options: { json: JSON_DATA },
    load: async () => await import('./extractors.ts'),
  },
  ...READING_COMMANDS,
  ...SYNC_COMMANDS,
  ...RESEARCH_COMMANDS,
]
