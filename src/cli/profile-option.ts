/**
 * `--profil`: the profile papers are read by, as the name of one the program has or a file of the user's own.
 */
import { existsSync, readFileSync } from 'node:fs'
import { type ProfileFile, profileFile } from '../profiles/file.ts'
import { profileNamed, profiles } from '../profiles/index.ts'
import { german } from '../sync/load-config.ts'
import type { Arguments } from './args.ts'
import { CliError, EXIT } from './exit.ts'

/** The profile that was asked for, checked; undefined if none was. */
export function profileFrom(args: Arguments): string | ProfileFile | undefined {
  const given = args.value('profil')
  if (given === undefined) return undefined
  if (profileNamed(given)) return given
  if (existsSync(given)) return fileAt(given)
  const names = ['allgemein', ...profiles.map(({ facts }) => facts.name)].join(', ')
  throw new CliError(EXIT.aufruf, `Das Profil „${given}“ gibt es nicht; es gibt ${names} oder eine Datei (JSON).`)
}

/** What papers read by it say in their column `profil`. */
export function nameOfProfile(profil: string | ProfileFile): string {
  return typeof profil === 'string' ? profil : profil.name
}

function fileAt(path: string): ProfileFile {
  const checked = profileFile.safeParse(jsonAt(path), { error: german })
  if (checked.success) return checked.data
  const complaints = checked.error.issues.map(({ path: at, message }) => `${at.join('.') || 'Datei'}: ${message}`)
  throw new CliError(EXIT.aufruf, [`${path} ist kein Profil:`, ...complaints].join('\n  '))
}

function jsonAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new CliError(EXIT.aufruf, `${path} lässt sich nicht lesen: ${reason}`)
  }
}
