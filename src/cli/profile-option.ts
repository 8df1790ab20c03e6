/**
 * `--profil`: the profile papers are read by, as the name of one the program has or a file of the user's own.
 */
import type { ProfileFile } from '../profiles/file.ts'
import { ProfileError, readProfile } from '../profiles/read.ts'
import type { Arguments } from './args.ts'
import { CliError, EXIT } from './exit.ts'

/** The profile that was asked for, checked; undefined if none was. */
export function profileFrom(args: Arguments): string | ProfileFile | undefined {
  const given = args.value('profil')
  if (given === undefined) return undefined
  try {
    return readProfile(given)
  } catch (error) {
    if (error instanceof ProfileError) throw new CliError(EXIT.aufruf, error.message)
    throw error
  }
}

/** What papers read by it say in their column `profil`. */
export function nameOfProfile(profil: string | ProfileFile): string {
  return typeof profil === 'string' ? profil : profil.name
}
