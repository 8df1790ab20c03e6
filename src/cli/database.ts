/**
 * The database as the command line opens it, and its refusals as exit codes.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Extractor } from '../extractor.ts'
import { openStore, type Store, StoreError, type StoreErrorCode } from '../store/store.ts'
import { CliError, EXIT, type ExitCode } from './exit.ts'

const CODES: Readonly<Record<StoreErrorCode, ExitCode>> = {
  gesperrt: EXIT.gesperrt,
  'andere-fassung': EXIT.fassung,
  'keine-datenbank': EXIT.datenbank,
  'ziel-vorhanden': EXIT.datenbank,
  'nicht-vorhanden': EXIT.datenbank,
  'nicht-schreibbar': EXIT.datenbank,
  'passt-nicht': EXIT.unerwartet,
}

/** Open the database for writing; its folder is made if need be. */
export function openDatabase(path: string, extractors: readonly Extractor[]): Store {
  return orCliError(() => {
    try {
      mkdirSync(dirname(path), { recursive: true })
    } catch {
      throw new StoreError('nicht-schreibbar', path, 'ihr Ordner lässt sich nicht anlegen')
    }
    return openStore(path, Object.assign({}, ...extractors.map(({ records }) => records)))
  })
}

/** What the store refuses for good ends the command with its own code. */
export function orCliError<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw cliErrorOf(error)
  }
}

/** The same for what takes its time. */
export async function orCliErrorAsync<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    throw cliErrorOf(error)
  }
}

function cliErrorOf(error: unknown): unknown {
  const refused = error instanceof StoreError && error.code !== 'passt-nicht'
  return refused ? new CliError(CODES[error.code], error.message) : error
}
