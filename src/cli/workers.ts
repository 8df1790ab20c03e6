/**
 * How many workers read, from the arguments or the machine. By itself, so that who stores nothing loads no database.
 */
import { availableParallelism } from 'node:os'
import { type Arguments, wholeNumber } from './args.ts'

export function workersFrom(args: Arguments): number {
  const given = args.value('workers')
  return given === undefined ? availableParallelism() : wholeNumber('workers', given)
}
