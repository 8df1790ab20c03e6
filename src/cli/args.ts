/**
 * Arguments, checked against the definition of their command; what does not fit is said in German with what would.
 */
import { parseArgs } from 'node:util'
import type { CommandDefinition, OptionDefinition } from './commands.ts'
import { CliError, EXIT } from './exit.ts'

export interface Arguments {
  readonly operands: readonly string[]
  /** The value of an option, or undefined if it was not given. */
  value(name: string): string | undefined
  flag(name: string): boolean
}

/** Options are long only; `--name wert`, `--name=wert`, and `--` before operands that begin with a dash. */
export function parseFor(command: CommandDefinition, args: readonly string[]): Arguments {
  const values = new Map<string, string>()
  const operands: string[] = []
  for (const token of tokensOf(command, args)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const option = command.options[token.name]
    if (!option) throw usage(command, `Die Option ${token.rawName} gibt es bei „${command.name}“ nicht.`)
    // A value that looks like an option was meant as one, unless it is tied on with `=`.
    const value = token.value?.startsWith('--') && !token.inlineValue ? undefined : token.value
    values.set(token.name, checkedValue(command, token.rawName, option, value))
  }
  if (operands.length < command.least) throw usage(command, `Es fehlt: ${command.operands}.`)
  if (operands.length > command.most)
    throw usage(command, `Zu viele Angaben: „${operands[command.most]}“ hat hier keinen Platz.`)
  return { operands, value: (name) => values.get(name), flag: (name) => values.has(name) }
}

/** A whole number of at least 1, as text, checked. */
export function wholeNumber(name: string, value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value))
    throw new CliError(EXIT.aufruf, `--${name} braucht eine ganze Zahl ab 1, nicht „${value}“.`)
  return Number(value)
}

/** The municipality given on the command line, checked. */
export function kommuneFrom(args: Arguments): { name: string | null; ags: string | null } | undefined {
  const name = args.value('kommune')?.trim()
  const ags = args.value('ags')?.trim()
  if (name === undefined && ags === undefined) return undefined
  if (name === '') throw new CliError(EXIT.aufruf, '--kommune braucht einen Namen.')
  if (ags !== undefined && !/^\d{8}$/.test(ags)) {
    throw new CliError(
      EXIT.aufruf,
      `--ags braucht die acht Ziffern des Gemeindeschlüssels (mit Nullen vorn), nicht „${ags}“.`,
    )
  }
  return { name: name ?? null, ags: ags ?? null }
}

function tokensOf(command: CommandDefinition, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  return parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true }).tokens
}

function checkedValue(
  command: CommandDefinition,
  raw: string,
  option: OptionDefinition,
  value: string | undefined,
): string {
  if (!option.value) {
    if (value !== undefined) throw usage(command, `${raw} steht allein, ohne Wert.`)
    return ''
  }
  if (value === undefined || value === '') throw usage(command, `Hinter ${raw} fehlt: ${option.value}.`)
  return value
}

function usage(command: CommandDefinition, sentence: string): CliError {
  return new CliError(EXIT.aufruf, `${sentence} Hilfe: vorlagen ${command.name} --help`)
}
