/**
 * Where money is booked, printed between it and its amount: "der Auszahlung bei der Investitionsnummer 5410-0077 in Höhe
 * von 5 €". The place in the plan is not what it is for.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { phraseEnding } from './noun-phrase.ts'
import type { Word } from './words.ts'

const POSITION = latin(
  oneLine`
    ^(?:Haushaltsstelle|HHSt\.?|HSt\.?|Investitionsnummer|Investitionsmaßnahme|Kostenstelle|Kostenträger|Sachkonto|
    Konto|Produktkonto|Produktsachkonto|PSP-Element|Finanzstelle|Finanzposition|Buchungsstelle|Produktgruppe|Produkt|
    Maßnahmennummer|Teilhaushalt|Teilplan|Deckungskreis|Kapitel|Titel|Haushaltsjahr|Jahr)$
  `,
  'u',
)
/** Which of several budgets: behind a verb, too ("sind im Plan 2031 mit 5 € veranschlagt"). */
const PLANNED = /^(?:Plan|Entwurf|Planentwurf|Haushaltsentwurf|Ergebnis|Rechnungsergebnis)$/
const LEADS = /^(?:bei|beim|im|in|unter|auf|aus|zu|zum|zur)$/
const MOST_POSITIONS = 3

/** The words without positions of the plan at their end that no noun before is tied to. */
export function behindPosition(words: readonly Word[]): readonly Word[] {
  let own = words
  for (let round = 0; round < MOST_POSITIONS; round++) {
    const first =
      phraseEnding(own)
        ?.split(' ')
        .find((word) => /^\p{Lu}/u.test(word)) ?? ''
    const planned = PLANNED.test(first)
    const at = planned || POSITION.test(first) ? own.findLastIndex(({ text }) => text === first) : -1
    let opens = at - 1
    while (/^(?:article|adjective)$/.test(own[opens]?.kind ?? '')) opens--
    if (at < 0 || !LEADS.test(own[opens]?.text ?? '')) return own
    if (!planned && !/^(?:noun|number|close)$/.test(own[opens - 1]?.kind ?? '')) return own
    own = own.slice(0, opens)
  }
  return own
}
