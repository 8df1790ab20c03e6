/**
 * ALLRIS (CC e-gov): web pages `vo020…` and the papers printed from it.
 *
 * Source: pages name the program in their description; papers print `Vorlage - NUMMER` above `Betreff:` and `Status:`,
 * or end in `[Dokumentende]`.
 */
import type { Profile } from './profile.ts'

export const allris: Profile = {
  facts: { name: 'allris', vendor: 'allris', kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  recognises: ({ text, meta }) => {
    if (/\bALLRIS\b/.test(`${meta.description ?? ''} ${meta.title ?? ''} ${meta.generator ?? ''}`)) return 1
    if (/\[Dokumentende\]\s*$/.test(text)) return 0.8
    return /^[\p{L} ]{3,40} - [A-Z]{1,5}[/ ]/u.test(text) && /^Status: ?(?:nicht)?öffentlich/m.test(text) ? 0.8 : 0
  },
  headings: { 'geplante sitzungstermine': 'beratungsfolge' },
}
