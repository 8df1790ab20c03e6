/**
 * The profile somebody asks for by a word: the name of one the program has, or the path of a file of their own (JSON).
 */
import { existsSync, readFileSync } from 'node:fs'
import { german } from '../complaints.ts'
import { type ProfileFile, profileFile } from './file.ts'
import { profileNamed, profiles } from './index.ts'

/** A profile nobody has, or a file that is none; `message` says so in German, on one line or several. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError'
}

/**
 * The name as it is, or what the file says, checked. Throws `ProfileError`.
 *
 * @param path Where the file would be, if the word is no name.
 */
export function readProfile(word: string, path = word): string | ProfileFile {
  if (profileNamed(word)) return word
  if (existsSync(path)) return fileAt(path)
  const names = ['allgemein', ...profiles.map(({ facts }) => facts.name)].join(', ')
  throw new ProfileError(`Das Profil „${word}“ gibt es nicht; es gibt ${names} oder eine Datei (JSON).`)
}

function fileAt(path: string): ProfileFile {
  const checked = profileFile.safeParse(jsonAt(path), { error: german })
  if (checked.success) return checked.data
  const complaints = checked.error.issues.map(({ path: at, message }) => `${at.join('.') || 'Datei'}: ${message}`)
  throw new ProfileError([`${path} ist kein Profil:`, ...complaints].join('\n  '))
}

function jsonAt(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ProfileError(`${path} lässt sich nicht lesen: ${reason}`)
  }
}
