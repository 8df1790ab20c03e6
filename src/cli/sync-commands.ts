/**
 * The commands of the unattended run, as data, for the list in `commands.ts`.
 */
import type { CommandDefinition, OptionDefinition } from './commands.ts'

const CONFIG: OptionDefinition = {
  value: 'DATEI',
  fallback: 'vorlagen.config.json',
  help: 'Konfiguration mit den Quellen',
}
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
]
