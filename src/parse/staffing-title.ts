/**
 * What a table of staff is about as a whole, from the words above it: "Personalentwicklung der Abteilung",
 * "Die Entwicklung des Personals im Amt 17".
 *
 * Never guesses: only the phrase behind a word for staff and its article or place.
 */
import { isVague, phraseAt } from './staffing-phrase.ts'
import { viewOf } from './staffing-view.ts'

const ABOUT =
  /(?:(?:Personal|Stellen)(?:entwicklung|ausstattung|bestand|besetzung|situation|stand|übersicht|plan|bemessung)|(?:Entwicklung|Ausstattung|Besetzung|Zahl|Übersicht) (?:des Personals|der (?:Plan)?[Ss]tellen)|Planstellen|Vollzeitäquivalente|VZÄ) (?:der|des|im|in der|in den|am|beim|bei der|für (?:den|die|das)) (?<words>\p{Lu}[^.:;]{2,80})/u

/** Who the staff of the table belongs to: by the sentence or title above it, else by the heading. */
export function subjectOfTitle(above: string, heading: string): string | null {
  const last = viewOf(above).trim().slice(-300).split(/[.!?] (?=\p{Lu})/u).at(-1) ?? ''
  for (const words of [last, heading]) {
    const found = phraseAt(ABOUT.exec(words)?.groups?.words ?? '')
    if (found && !isVague(found)) return found
  }
  return null
}
