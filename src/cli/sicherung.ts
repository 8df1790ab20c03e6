/**
 * `vorlagen sicherung`: a checked copy of the database.
 */
import { resolve } from 'node:path'
import { backUp } from '../sync/backup.ts'
import type { Arguments } from './args.ts'
import { configOf } from './configured.ts'
import { orCliError } from './database.ts'
import { EXIT, type ExitCode } from './exit.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [target = ''] = args.operands
  const source = args.value('db') ?? configOf(args).datenbank
  const { bytes, vorlagen } = orCliError(() => backUp(resolve(source), resolve(target)))
  terminal.data(`${target}: ${vorlagen} Quellen, ${(bytes / 1e6).toFixed(1).replace('.', ',')} MB, geprüft.`)
  return EXIT.gut
}
