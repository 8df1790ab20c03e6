/**
 * `vorlagen zurueckziehen`: delete a paper's text and records and leave a tombstone with the reason.
 */
import { resolve } from 'node:path'
import { withdrawPaper } from '../sync/withdraw.ts'
import type { Arguments } from './args.ts'
import { extractors } from './composition.ts'
import { configOf } from './configured.ts'
import { openDatabase, orCliError } from './database.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [which = ''] = args.operands
  const grund = args.value('grund')?.trim()
  if (!grund) throw new CliError(EXIT.aufruf, 'Es fehlt --grund: warum die Vorlage zurückgezogen wird.')
  const config = configOf(args)
  const store = openDatabase(config.datenbank, extractors)
  try {
    const one = (name: string) => withdrawPaper(store, config, name, grund, new Date())
    // A run keeps the full path; a clerk may have typed a shorter one.
    const done = orCliError(() => one(which) ?? one(resolve(which)))
    if (!done) {
      terminal.say(`„${which}“ steht nicht in der Datenbank; nichts wurde gelöscht.`)
      return EXIT.nichts
    }
    for (const pfad of done.pfade) terminal.data(`zurückgezogen: ${pfad}`)
    terminal.data(`${done.fassungen} Fassungen gelöscht. Sicherungen von früher enthalten sie noch.`)
    return EXIT.gut
  } finally {
    store.close()
  }
}
