/**
 * The profiles, and which one a paper belongs to: the one that recognises it best, else the general one.
 */
import type { PaperDocument } from '../document.ts'
import { allgemein } from './allgemein.ts'
import { allris } from './allris.ts'
import { domino } from './domino.ts'
import { type ProfileFile, profileOf } from './file.ts'
import { parlis } from './parlis.ts'
import { type Profile, sureness } from './profile.ts'
import { sessionnet } from './sessionnet.ts'

export const profiles: readonly Profile[] = [allris, sessionnet, domino, parlis]

/** What is less sure than this is no sign of a profile. */
export const LEAST_SURE = 0.4

/** The profile for a paper. */
export function chooseProfile(paper: Pick<PaperDocument, 'text' | 'meta'>): Profile {
  let best: Profile = allgemein
  let sure = LEAST_SURE
  for (const profile of profiles) {
    const found = sureness(profile, paper)
    if (found > sure) {
      best = profile
      sure = found
    }
  }
  return best
}

/** The profile that was asked for: by its name, or as it was written down; undefined for a name nobody has. */
export function profileNamed(given: string | ProfileFile): Profile | undefined {
  if (typeof given !== 'string') return profileOf(given)
  return [allgemein, ...profiles].find(({ facts }) => facts.name === given)
}
