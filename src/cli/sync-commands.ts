/**
 * The commands of the unattended run, as data, for the list in `commands.ts`.
 */
import type { CommandDefinition, OptionDefinition } from './commands.ts'

const CONFIG: OptionDefinition = {
  value: 'DATEI',
  fallback: 'vorlagen.config.json',
  help: 'Konfiguration mit den Quellen',
}
const JSON_DATA: OptionDefinition = { help: 'JSON statt der Ansicht für Menschen' }

export const SYNC_COMMANDS: readonly CommandDefinition[] = [
  {
    name: 'config',
    operands: 'pruefen|schema [DATEI]',
    least: 1,
    most: 2,
    summary: 'die Konfiguration prüfen oder ihr JSON-Schema ausgeben',
    details: [
      'pruefen liest die Konfiguration (sonst: vorlagen.config.json) und sagt, was daran nicht stimmt.',
      'schema schreibt das JSON-Schema nach stdout; die Datei vorlagen.config.schema.json ist so entstanden.',
    ],
    options: {},
    load: async () => await import('./config.ts'),
  },
  {
    name: 'sync',
    operands: '[QUELLE…]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    summary: 'alle Quellen der Konfiguration abgleichen: Neues, Geändertes, Entfallenes',
    details: [
      'Gedacht für einen Zeitplan: läuft ohne Aufsicht, macht nach jedem Abbruch weiter und liest nichts zweimal.',
      'QUELLE ist die id einer Quelle; ohne Angabe werden alle abgeglichen.',
    ],
    options: {
      config: CONFIG,
      voll: { help: 'alles vergleichen, auch was unverändert aussieht' },
      'schwund-erlauben': { help: 'auch dann als entfallen vermerken, wenn ungewöhnlich viel fehlt' },
      json: { help: 'je Ereignis eine Zeile JSON (NDJSON)' },
      quiet: { help: 'nur Fehler melden' },
    },
    load: async () => await import('./sync.ts'),
  },
  {
    name: 'status',
    operands: '',
    least: 0,
    most: 0,
    summary: 'zeigen, wie es um die Quellen steht: letzter Lauf, Quarantäne, verstummte Quellen',
    details: ['Endet mit 3, wenn es Befunde gibt.'],
    options: { config: CONFIG, json: JSON_DATA },
    load: async () => await import('./status.ts'),
  },
  {
    name: 'abdeckung',
    operands: '',
    least: 0,
    most: 0,
    summary: 'je Kommune und Jahr zeigen, was gesehen, gelesen, leer, gescheitert oder bekannt fehlend ist',
    details: [],
    options: { config: CONFIG, json: JSON_DATA },
    load: async () => await import('./abdeckung.ts'),
  },
  {
    name: 'zurueckziehen',
    operands: 'VORLAGE',
    least: 1,
    most: 1,
    summary: 'Text und Datensätze einer Vorlage löschen und ihre Rückkehr verhindern',
    details: [
      'VORLAGE ist der Pfad oder die Adresse, wie sie in der Datenbank steht, oder eine Prüfsumme (SHA-256).',
      'Es bleibt ein Vermerk mit dem Grund; spätere Läufe lesen die Vorlage nicht mehr.',
      'Sicherungen und frühere Veröffentlichungen (staende/) enthalten sie noch; bitte löschen und neu veröffentlichen.',
    ],
    options: {
      grund: { value: 'TEXT', help: 'warum; steht im Vermerk (nötig)' },
      config: CONFIG,
    },
    load: async () => await import('./zurueckziehen.ts'),
  },
  {
    name: 'sicherung',
    operands: 'ZIEL',
    least: 1,
    most: 1,
    summary: 'eine geprüfte Kopie der Datenbank schreiben, auch während ein Lauf schreibt',
    details: ['ZIEL darf es noch nicht geben. Zurückspielen: die Kopie an die Stelle der Datenbank legen.'],
    options: { config: CONFIG, db: { value: 'DATEI', help: 'diese Datenbank statt der aus der Konfiguration' } },
    load: async () => await import('./sicherung.ts'),
  },
]
