/**
 * What a table of staff is about as a whole, from the words above it: "Personalentwicklung der Abteilung",
 * "Die Entwicklung des Personals im Amt 17".
 *
 * Never guesses: only the phrase behind a word for staff and its article or place.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { leadSentence } from './staffing-lead-sentence.ts'
import { isVague, phraseAt } from './staffing-phrase.ts'

const ABOUT = latin(
  oneLine`
    (?:
      (?:Personal|Stellen)(?:
        entwicklung|ausstattung|bestand|besetzung|situation|stand|übersicht|plan|bemessung
      )|
      (?:Entwicklung|Ausstattung|Besetzung|Zahl|Übersicht) (?:des Personals|der (?:Plan)?[Ss]tellen)|
      Planstellen|Vollzeitäquivalente|VZÄ
    ) (?:der|des|im|in der|in den|am|beim|bei der|für (?:den|die|das)) (?<words>\p{Lu}[^.:;]{2,80})
  `,
  'u',
)

/** Who the staff of the table belongs to: by the sentence or title above it, else by the heading. */
export function subjectOfTitle(above: string, heading: string): string | null {
  for (const words of [leadSentence(above), heading]) {
    const found = phraseAt(ABOUT.exec(words)?.groups?.words ?? '')
    if (found && !isVague(found)) return found
  }
  return null
}

/** The heading as the name of a unit: without its number, and not if it is a section of any paper. */
export function nameInHeading(heading: string): string | null {
  const title = heading.replace(/^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[IVX]{1,4}\.|[A-Za-z][.)]) (?=\p{Lu})/u, '').trim()
  return title && title.length < 60 && !SECTION.test(title) && !isVague(title) && /^\p{Lu}/u.test(title) ? title : null
}

const SECTION = latin(
  oneLine`
    ^(?:
      Begründung|Sach|Anlass|Problem|Lösung|Ausgangs|Kosten|Finanz|Personal|Stellen|Beschluss|
      Zusammenfassung|Fazit|Erläuter|Ergebnis|Ziel|Bedarf|Allgemein|Vorbemerk|Einleitung|Umsetzung|Maßnahme|
      Antwort|Frage|Auswirkung|Vorschlag|Entwicklung|Aktuell|Kurzfassung|Weiter|Hinweis
    )
  `,
  'u',
)
