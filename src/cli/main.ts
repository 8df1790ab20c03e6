/**
 * The command line: find the command, check its arguments, run it, end with its code.
 *
 * Loads no more than the definitions until a command is called, so that `--help` is there at once.
 */
import { readFileSync } from 'node:fs'
import { parseFor } from './args.ts'
import { COMMANDS, type CommandDefinition } from './commands.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'
import { commandHelp, generalHelp } from './help.ts'
import { type Terminal, terminalOf } from './terminal.ts'

/** Run and set the exit code of this process. */
export async function run(argv: readonly string[]): Promise<void> {
  const terminal = terminalOf(process.stdout, process.stderr, process.env)
  const code = await main(argv, terminal)
  process.exitCode = code
  // What is still being waited for was given up; it must not keep the program alive.
  if (code === EXIT.abgebrochen) process.exit()
}

export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(argv, terminal)
  } catch (error) {
    if (error instanceof CliError) {
      terminal.say(error.message)
      return error.code
    }
    terminal.say(`Unerwarteter Fehler: ${error instanceof Error ? error.message : String(error)}`)
    if (process.env.VORLAGEN_DEBUG && error instanceof Error) terminal.say(error.stack ?? '')
    else terminal.say('Das ist ein Fehler des Programms. Mit VORLAGEN_DEBUG=1 zeigt es die Stelle; bitte melden.')
    return EXIT.unerwartet
  }
}

async function dispatch(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first, ...rest] = argv
  if (first === '--version' || first === '-V') {
    terminal.data(version())
    return EXIT.gut
  }
  if (first === '--help' || first === '-h' || (first === 'help' && !rest[0])) {
    terminal.data(generalHelp().trimEnd())
    return EXIT.gut
  }
  if (first === undefined) {
    terminal.say(generalHelp().trimEnd())
    return EXIT.aufruf
  }
  const wantsHelp = first === 'help' || beforeDashes(rest).some((arg) => arg === '--help' || arg === '-h')
  const command = commandNamed(first === 'help' ? (rest[0] ?? '') : first)
  if (wantsHelp) {
    terminal.data(commandHelp(command).trimEnd())
    return EXIT.gut
  }
  const args = parseFor(command, rest)
  return await (await command.load()).run(args, terminal)
}

function commandNamed(name: string): CommandDefinition {
  const command = COMMANDS.find((one) => one.name === name)
  if (command) return command
  const names = COMMANDS.map((one) => one.name).join(', ')
  throw new CliError(EXIT.aufruf, `Den Befehl „${name}“ gibt es nicht; es gibt ${names}. Hilfe: vorlagen --help`)
}

function beforeDashes(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--')
  return end < 0 ? args : args.slice(0, end)
}

function version(): string {
  for (const up of ['../../package.json', '../../../package.json']) {
    const found = versionIn(new URL(up, import.meta.url))
    if (found) return found
  }
  return 'unbekannt'
}

function versionIn(url: URL): string | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(url, 'utf8'))
    if (typeof found === 'object' && found !== null && 'version' in found) return String(found.version)
  } catch {
    // Compiled, the package lies one folder further up.
  }
  return undefined
}
