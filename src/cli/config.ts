/**
 * `vorlagen config`: check the configuration, or print its JSON Schema.
 */
import { configJsonSchema } from '../sync/config.ts'
import { ConfigError, DEFAULT_CONFIG, loadConfig, warningsOf } from '../sync/load-config.ts'
import type { Arguments } from './args.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import type { Terminal } from './terminal.ts'

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [what = '', path = DEFAULT_CONFIG] = args.operands
  if (what === 'schema') {
    terminal.data(configJsonSchema().trimEnd())
    return EXIT.gut
  }
  if (what !== 'pruefen')
    throw new CliError(
      EXIT.aufruf,
      `„config ${what}“ gibt es nicht; es gibt pruefen und schema. Hilfe: vorlagen config --help`,
    )
  try {
    const config = loadConfig(path)
    for (const warning of warningsOf(config, process.env)) terminal.say(`Hinweis: ${warning}`)
    const names = config.quellen.map(({ id, art }) => `${id} (${art})`).join(', ')
    terminal.data(`${path} ist in Ordnung: ${names}.`)
    return EXIT.gut
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    terminal.say(`${path} ist nicht in Ordnung:`)
    for (const complaint of error.complaints) terminal.say(`  ${complaint}`)
    return EXIT.aufruf
  }
}
