/**
 * SessionNet / Session (Somacos): web pages `vo0050…`, `to0050…`.
 *
 * Source: pages name the program in their generator, description or title.
 */
import type { Place, Profile, Sign } from './profile.ts'

const PROGRAM = /\bsession(?:net)?\b|somacos/i

export const sessionnet: Profile = {
  facts: { name: 'sessionnet', vendor: 'sessionnet', kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  signs: [named('beschreibung'), named('titel'), named('programm')],
  headings: {},
}

function named(wo: Place): Sign {
  return { bedeutung: 'die Seite nennt das Programm', sicher: 1, muster: [{ wo, ausdruck: PROGRAM }] }
}
