/**
 * The profiles, and which one a paper belongs to: the one that recognises it best, else the general one.
 */
import type { PaperDocument } from '../document.ts'
import { allgemein } from './allgemein.ts'
import { allris } from './allris.ts'
import { domino } from './domino.ts'
import type { Profile } from './profile.ts'
import { sessionnet } from './sessionnet.ts'

export const profiles: readonly Profile[] = [allris, sessionnet, domino]

/** The profile for a paper. */
export function chooseProfile(paper: PaperDocument): Profile {
  let best: Profile = allgemein
  let sure = 0.4
  for (const profile of profiles) {
    const found = profile.recognises(paper)
    if (found > sure) {
      best = profile
      sure = found
    }
  }
  return best
}
