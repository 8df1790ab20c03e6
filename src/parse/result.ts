/**
 * Ergebnis: what came of a paper in a meeting, as printed (`ungeändert beschlossen`, `zur Kenntnis genommen / ohne Votum`).
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

/** Words only a result holds: participles and set phrases. */
const SIGN = latin(
  oneLine`
    (?<!\p{L})(?:
      (?:un|ab)?geändert|unverändert|beschlossen|zugestimmt|abgelehnt|vertagt|zurückgestellt|zurückgezogen|
      zurückverwiesen|verwiesen|überwiesen|abgesetzt|empfohlen|genehmigt|vorberaten|beraten|behandelt|
      gewählt|bestellt|angenommen|anerkannt|bestätigt|erledigt|entfallen|abgeschlossen|einstimmig|
      mehrheitl(?:ich|\.)|einst\.|einmütig|Stimmenmehrheit|zur Kenntnis genommen|Kenntnis genommen|
      Tagesordnung genommen|ohne Votum|ohne Abstimmung|keine Abstimmung|ohne Beschlussempfehlung|Zustimmung|
      Ablehnung|Verweisung|nicht behandelt|abgestimmt|zugeleitet|passieren lassen|schieben|
      (?:schriftlich|mündlich) beantwortet|mit Änderungen$
    )(?!\p{L})
  `,
  'iu',
)

/** What a result may begin with, in front of or instead of its sign. */
const START = latin(
  oneLine`
    ^(?:
      (?:vom|von (?:der|den)|durch (?:den|die|das)) \p{Lu}\p{L}+(?:/?-?in(?:nen)?)?(?: \p{L}+)?\s(?=zurück(?:gezogen|gestellt|genommen)|abgesetzt|genommen)|
      (?:un|ab)?geändert|unverändert|mit (?:Änderung|großer|Stimmen|Mehrheit|\d)|einstimmig|
      mehrheitl(?:ich|\.)|einst\. |einmütig|bei |nicht |ohne (?:Votum|Abstimmung|Beschluss|Änderung)|
      keine Abstimmung|zur Kenntnis genommen|Kenntnis genommen|in \p{L}+ verwiesen|an \p{L}+ verwiesen|als |
      auf Antrag|antragsgemäß|wie |teilweise|einvernehmlich|beschlossen|zugestimmt|abgelehnt|vertagt|zurück|
      verwiesen|überwiesen|abgesetzt|empfohlen|genehmigt|vorberaten|beraten|behandelt|gewählt|bestellt|
      angenommen|anerkannt|bestätigt|erledigt|entfallen|abgeschlossen|Zustimmung|Ablehnung|
      Verweisung (?:an|in) |abgestimmt|passieren lassen|(?:schriftlich|mündlich) beantwortet
    )
  `,
  'iu',
)

/** Is a cell a result? */
export function isResult(text: string): boolean {
  return text.length < 300 && SIGN.test(text) && !/[?!]/.test(text)
}

const OFFERED = String.raw`(?:einstimmig|mehrheitlich|(?:un|ab)?geändert|abgesetzt|verwiesen|vertagt|zurückgestellt|angenommen|abgelehnt|beschlossen|ohne BE)`
const CHOICE = new RegExp(
  String.raw`(?<!\p{L})(?:einstimmig\s+mehrheitlich|${OFFERED}\s+${OFFERED}\s+${OFFERED})(?!\p{L})`,
  'iu',
)

/** Are these a form's words to choose from, none of them chosen: `einstimmig  mehrheitlich  ohne BE`? */
export function isChoice(text: string): boolean {
  return CHOICE.test(text)
}

/** Who took a paper back, at a line's end: the result goes on in the next. */
const BY_WHOM = /^(?:vom|von (?:der|den)|durch (?:den|die|das)) \p{Lu}\p{L}+(?:\/?-?in(?:nen)?)?(?: \p{L}+)?$/u

/** Is a line the first half of a result that the next one ends? */
export function isHalfResult(line: string, next: string): boolean {
  return BY_WHOM.test(line) && startsResult(`${line} ${next}`)
}

/** Does a result begin here? */
export function startsResult(text: string): boolean {
  return START.test(text) && isResult(text.slice(0, 120))
}
