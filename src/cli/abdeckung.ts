/**
 * `vorlagen abdeckung`: per municipality and year, how much of what is known could be read.
 */
import { type Coverage, coverageOf } from '../sync/coverage.ts'
import type { Arguments } from './args.ts'
import { configOf, openToLook } from './configured.ts'
import { EXIT, type ExitCode } from './exit.ts'
import { fit, oneLine, type Terminal } from './terminal.ts'

const COLUMNS = ['gesehen', 'gelesen', 'leer', 'gescheitert', 'fehlend', 'entfallen'] as const
const WIDTH = 12

export async function run(args: Arguments, terminal: Terminal): Promise<ExitCode> {
  const store = openToLook(configOf(args).datenbank)
  try {
    const rows = coverageOf(store.db)
    if (args.flag('json')) {
      terminal.data(JSON.stringify(rows))
      return EXIT.gut
    }
    if (rows.length === 0) {
      terminal.say('Es wurde noch nichts abgeglichen.')
      return EXIT.nichts
    }
    terminal.data(line('Kommune', 'Jahr', COLUMNS))
    for (const row of rows) terminal.data(line(oneLine(row.kommune), yearOf(row), numbersOf(row)))
    return EXIT.gut
  } finally {
    store.close()
  }
}

function line(kommune: string, jahr: string, cells: readonly string[]): string {
  return `${fit(kommune, 24)} ${fit(jahr, 6)}${cells.map((cell) => fit(cell, WIDTH, 'rechts')).join('')}`
}

function yearOf({ jahr }: Coverage): string {
  return jahr === null ? 'ohne' : String(jahr)
}

function numbersOf(row: Coverage): string[] {
  return COLUMNS.map((name) => String(row[name]))
}
