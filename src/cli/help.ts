/**
 * The help, written from the definitions in `commands.ts` and `exit.ts`.
 */
import { COMMANDS, type CommandDefinition } from './commands.ts'
import { EXIT, EXIT_MEANING } from './exit.ts'

const GENERAL = [
  ['--help', 'diese Hilfe; hinter einem Befehl die Hilfe zu ihm'],
  ['--version', 'Fassung des Programms'],
] as const

export function generalHelp(): string {
  return [
    'vorlagen – liest Vorlagen deutscher Räte und macht daraus belegte Daten',
    '',
    'Aufruf: vorlagen BEFEHL …',
    '',
    'Befehle:',
    ...table(COMMANDS.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    'Optionen:',
    ...table(GENERAL),
    '',
    'Daten gehen nach stdout, Meldungen nach stderr. NO_COLOR schaltet Farben ab.',
    '',
    'Ende mit:',
    ...table(
      Object.entries(EXIT).map(([name, code]) => [String(code).padStart(3), EXIT_MEANING[name as keyof typeof EXIT]]),
    ),
    '',
    'Mehr zu einem Befehl: vorlagen BEFEHL --help',
    '',
  ].join('\n')
}

export function commandHelp({ name, operands, summary, details, options }: CommandDefinition): string {
  const rows = Object.entries(options).map(([option, { value, fallback, help }]) => [
    `--${option}${value ? ` ${value}` : ''}`,
    fallback ? `${help} (sonst: ${fallback})` : help,
  ])
  return [
    `vorlagen ${name} – ${summary}`,
    '',
    `Aufruf: vorlagen ${name} ${operands}${rows.length ? ' [Optionen]' : ''}`.replace('  ', ' '),
    ...(details.length ? ['', ...details] : []),
    ...(rows.length ? ['', 'Optionen:', ...table(rows)] : []),
    '',
  ].join('\n')
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(...rows.map(([term = '']) => term.length))
  return rows.map(([term = '', meaning = '']) => `  ${term.padEnd(width)}  ${meaning}`)
}
