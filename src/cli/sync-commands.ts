/**
 * The commands of the unattended run, as data, for the list in `commands.ts`.
 */
import type { CommandDefinition } from './commands.ts'

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
]
