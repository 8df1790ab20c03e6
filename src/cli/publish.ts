/**
 * `vorlagen publizieren`: a snapshot for the public, without what is nichtöffentlich and without contact data of clerks.
 */
import { baseOf, NOWHERE } from '../exports/oparl/addresses.ts'
import { publishSnapshot } from '../exports/publish.ts'
import type { Arguments } from './args.ts'
import { DEFAULT_DATABASE } from './commands.ts'
import { extractors } from './composition.ts'
import { openToLook } from './configured.ts'
import { CliError, EXIT, type ExitCode, unwritable } from './exit.ts'
import { heldWords } from './held.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [target = ''] = args.operands
  const store = openToLook(args.value('db') ?? DEFAULT_DATABASE)
  try {
    const kinds = Object.assign({}, ...extractors.map(({ records }) => records))
    const { folder, papers, held, unchanged } = await publishSnapshot(store.db, kinds, target, {
      licence: args.value('lizenz') ?? null,
      oparl: addressOf(args.value('oparl-adresse')),
      objects: args.flag('oparl-objekte'),
    })
    terminal.data(`${folder}: ${papers} Vorlagen${unchanged ? ', unverändert' : ''}`)
    terminal.say(`Zurückgehalten: ${heldWords(held)}.`)
    return EXIT.gut
  } catch (error) {
    throw unwritable(target, error)
  } finally {
    store.close()
  }
}

function addressOf(given: string | undefined): string {
  if (given === undefined) return NOWHERE
  if (!/^https?:\/\//.test(given) || !URL.canParse(given))
    throw new CliError(
      EXIT.aufruf,
      `--oparl-adresse ${given} ist keine Adresse; erwartet wird etwa https://daten.example.org/oparl.`,
    )
  return baseOf(given)
}
