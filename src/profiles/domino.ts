/**
 * Council pages on Lotus Domino ("SIM"): `Drucksache Nr. …` with the consultations so far in a list.
 *
 * Source: page titles `SIM - DS …`.
 */
import type { Profile } from './profile.ts'

export const domino: Profile = {
  facts: { name: 'domino', vendor: 'domino', kommune: null, arten: {}, rollen: {}, nummerPraefix: null },
  signs: [{ bedeutung: 'der Seitentitel', sicher: 1, muster: [{ wo: 'titel', ausdruck: /^SIM - / }] }],
  headings: { 'inhalt der drucksache': 'sonstige', informationen: 'sonstige' },
}
