/**
 * The configuration as the command line reads it, with its complaints as a usage error.
 */

import { openStore, type Store } from '../store/store.ts'
import type { Config } from '../sync/config.ts'
import { ConfigError, DEFAULT_CONFIG, loadConfig } from '../sync/load-config.ts'
import type { Arguments } from './args.ts'
import { extractors } from './composition.ts'
import { orCliError } from './database.ts'
import { CliError, EXIT } from './exit.ts'

export function configOf(args: Arguments): Config {
  const path = args.value('config') ?? DEFAULT_CONFIG
  try {
    return loadConfig(path)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    throw new CliError(EXIT.aufruf, [`${path} ist nicht in Ordnung:`, ...error.complaints].join('\n  '))
  }
}

/** The database of the configuration, for reading, also while a run writes. */
export function openToLook(path: string): Store {
  const kinds = Object.assign({}, ...extractors.map(({ records }) => records))
  return orCliError(() => openStore(path, kinds, { readonly: true }))
}
