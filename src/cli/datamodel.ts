/**
 * `vorlagen datenmodell`: the description of the database, as in docs/datenmodell.md.
 */
import { dataModelMarkdown } from '../store/datamodel.ts'
import type { Arguments } from './args.ts'
import { extractors } from './composition.ts'
import { EXIT, type ExitCode } from './exit.ts'
import type { Terminal } from './terminal.ts'

export async function run(_args: Arguments, terminal: Terminal): Promise<ExitCode> {
  terminal.data(dataModelMarkdown(Object.assign({}, ...extractors.map(({ records }) => records))).trimEnd())
  return EXIT.gut
}
