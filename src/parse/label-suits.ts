/**
 * Which words suit a label by what it asks for: a unit, a person, a figure.
 */
import type { Label } from './label-parts.ts'

/** Words that begin with a unit's code or noun belong to the label that asks for a unit, if one waits. */
export function unitFor(waiting: readonly Label[], text: string): Label | undefined {
  const coded =
    /^(?:[IVX]{1,4}[/.-] ?\d{1,3}|\d{2}(?:[./-]\d{1,3})?|FB \d{1,2}|Dez(?:\.|ernat) ?[\dIVX]+) ?[-–]? ?\p{Lu}\p{L}*(?:amt|dienst|bereich|management|wirtschaft|verwaltung|wesen|planung|referat|dezernat|abteilung)/u
  return coded.test(text) || NAMED_UNIT.test(text) ? waiting.find(({ field }) => field === 'federfuehrend') : undefined
}

/** `Stadtbetrieb 202 - Kitas`, `Fachbereich 3 Bildung`. */
const NAMED_UNIT =
  /^(?:Stadtbetrieb|Fachbereich|Fachdienst|Geschäftsbereich|Amt|Referat) \d{1,3}(?:[./]\d{1,2})?(?: [-–])? \p{Lu}/u

/** Does a label take only what its words ask for: figures, an address, a count? */
export function suits(label: string, text: string): boolean {
  if (/^(?:Anzahl|Anlagen?$)/i.test(label))
    return /^\d|^(?:keine?|ohne|siehe|s\.|Anlage|div)/i.test(text) || text.length > 24
  if (OF_PERSON.test(label)) return /\p{L}{2}/u.test(text)
  if (/^(?:Tel|Fax|Ruf|Durchwahl)/i.test(label)) return /\d/.test(text)
  return true
}

/** A person, and labels for one. */
export const OF_PERSON =
  /^(?:Verfass|Bearbeite|Sachbearbeite|Ansprech|Auskunft|Referent|Dezernent|Berichterstatt|Antragstell)/u
export function isNamed(text: string): boolean {
  return /^(?:Herrn?|Frau|Fr\.|Hr\.) \p{Lu}/u.test(text)
}
