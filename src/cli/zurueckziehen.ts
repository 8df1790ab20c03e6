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
    for (const pfad of done.pfade) terminal.data(`${done.schon ? 'schon zurückgezogen' : 'zurückgezogen'}: ${pfad}`)
    const deleted = done.fassungen === 1 ? '1 Fassung' : `${done.fassungen} Fassungen`
    terminal.data(done.schon ? 'Es war nichts mehr zu löschen.' : `${deleted} gelöscht.`)
    terminal.data(
      'Sicherungen und frühere Veröffentlichungen (staende/ im Ordner von vorlagen publizieren) können sie noch enthalten;',
    )
    terminal.data('bitte löschen und neu veröffentlichen.')
    return EXIT.gut
  } finally {
    store.close()
  }
}
