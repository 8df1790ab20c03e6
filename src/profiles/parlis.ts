/**
 * PARLIS: pages of a parliament's information system that print a paper's kind, day and number as a heading
 * (`Vortrag des Magistrats vom 10.03.2031, M 45`).
 *
 * Source: pages that call themselves PARLIS above the paper.
 */
import type { Profile } from './profile.ts'

export const parlis: Profile = {
  facts: {
    name: 'parlis',
    vendor: null,
    kommune: null,
    arten: { 'vortrag des magistrats': 'beschlussvorlage', 'bericht des magistrats': 'berichtsvorlage' },
    rollen: {},
    nummerPraefix: null,
  },
  signs: [
    {
      bedeutung: 'die Seite nennt das Programm',
      sicher: 1,
      muster: [{ wo: 'text', ausdruck: /^\s*(?:PARLIS|Parlamentsinformationssystem)(?!\p{L})/mu }],
    },
    { bedeutung: 'der Seitentitel', sicher: 1, muster: [{ wo: 'titel', ausdruck: /\bPARLIS\b/ }] },
  ],
  headings: {},
}
