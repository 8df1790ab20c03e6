/**
 * The limits of reading, as the command line sets them.
 */
import { DEFAULT_LIMITS, type Limits } from '../readers/reader.ts'
import type { Arguments } from './args.ts'
import { CliError, EXIT } from './exit.ts'

/** How pages without text are read, checked. */
export function limitsFrom(args: Arguments): Limits {
  const given = args.value('ocr') ?? 'auto'
  const ocr = (['auto', 'nie', 'immer'] as const).find((mode) => mode === given)
  if (!ocr) throw new CliError(EXIT.aufruf, `--ocr kennt auto, nie und immer, nicht „${given}“.`)
  return { ...DEFAULT_LIMITS, ocr }
}
