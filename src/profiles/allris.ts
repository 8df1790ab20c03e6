/**
 * ALLRIS (CC e-gov): web pages `vo020…` and the papers printed from it.
 *
 * Source: pages name the program in their description; papers print `Vorlage - NUMMER` above `Betreff:` and `Status:`,
 * or end in `[Dokumentende]`.
 */
import type { Place, Profile, Sign } from './profile.ts'

const PROGRAM = /\bALLRIS\b/

export const allris: Profile = {
  facts: { name: 'allris', vendor: 'allris', kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  signs: [
    named('beschreibung'),
    named('titel'),
    named('programm'),
    {
      bedeutung: 'die Schlussmarke des Vordrucks',
      sicher: 0.8,
      muster: [{ wo: 'text', ausdruck: /\[Dokumentende\]\s*$/ }],
    },
    {
      bedeutung: 'die Kopfzeile „Art - Nummer“ über einer Zeile „Status:“',
      sicher: 0.8,
      muster: [
        { wo: 'text', ausdruck: /^[\p{L} ]{3,40} - [A-Z]{1,5}[/ ]/u },
        { wo: 'text', ausdruck: /^Status: ?(?:nicht)?öffentlich/m },
      ],
    },
  ],
  headings: { 'geplante sitzungstermine': 'beratungsfolge' },
}

function named(wo: Place): Sign {
  return { bedeutung: 'die Seite nennt das Programm', sicher: 1, muster: [{ wo, ausdruck: PROGRAM }] }
}
