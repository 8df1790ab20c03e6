/** The general profile: a paper no other profile recognises. It adds nothing to the general rules. */
import type { Profile } from './profile.ts'

export const allgemein: Profile = {
  facts: { name: 'allgemein', vendor: null, kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  signs: [],
  headings: {},
}
