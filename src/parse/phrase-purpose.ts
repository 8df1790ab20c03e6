/**
 * Phrases near an amount that do not say what it is for: who pays or decides, a time, the frame of a plan.
 */

import { oneLine } from '../one-line.ts'
import { isActor } from './actor.ts'
import { latin } from './latin.ts'

/** Who pays, decides or gets money, and words that measure it, are not what it is for. */
const NO_PURPOSE = latin(
  oneLine`
    ^(?:(?:der|die|das|dem) )?(?:
      (?:Ober)?[Bb]ürgermeister\p{L}*|
      (?:Landes|Bundes|Universitäts|Kreis)?[Hh]auptstadt(?: \p{Lu}[\p{L}-]+)?|(?:Samt|Verbands)?[Gg]emeinde|
      Stadt(?: \p{Lu}[\p{L}-]+| \d+)?|(?:Gemeinde|Stadt|Kreis|Markt)?[Rr]at|Kreistag|Stadtverordnetenversammlung|
      Landkreis|Kreis|Land(?: \p{Lu}[\p{L}-]+)?|Freistaat|Bund|Verwaltung|Fraktion|Antragsteller\p{L}*|
      Verfügung|Falle?|Durchschnitt(?:swerten?)?(?: de[rs] .*)?|Vorjahr|Vorgriff|Ende(?: \p{Lu}\p{Ll}+| de[rs] \p{Lu}\p{L}+)?|
      Jahresende|Quartalsende|Laufzeit|Anfang|Mitte|Rahmen|Vergleich|Punkte|Prozentpunkte|
      (?:\p{Ll}+ )?(?:Entwurf|Planentwurf|Haushaltsplanentwurf|Plan|Angaben|Vorplanung)|vorläufiges (?:Rechnungs|Jahres)?[Ee]rgebnis|Zusammenhang(?: mit .*)?|
      Vollzeitstelle|VZ[ÄSEWK]|VzÄ|VK|(?:EG|[AES])(?: ?\d{1,2}\p{L}?)?|Investiv|Konsumtiv|(?:D|N)?HH(?:Pl(?:an)?)?(?: [\d/–-]+)?|Euro|Folgejahre|
      \p{L}\.|\d[\d.,]* (?:Prozent|Jahre?n?|Monate?n?|Personen)|
      (?:\p{Lu}\p{Ll}+- und )?\p{L}*(?:[Aa]mt|[Bb]ehörde|[Dd]irektion|[Mm]inisterium)(?:e?s)?(?: \p{Lu}[\p{L}-]+)?|
      (?:Orts|Bezirks|Kreis|Stadt)verwaltung(?: \p{Lu}[\p{L}-]+)?|
      (?:(?:Doppel|Nachtrags)haushalt|Haushaltsjahre?n?|Jahre?n?|Schuljahr) (?:[\d/–-]| und | bis )+|
      (?:Sitzung|Stand|Rahmen|Zuge?)(?: .*)?|
      (?:\p{L}*[Aa]usschuss|Gemeinderat|Stadtrat|Kreistag|Rat) (?:in (?:seine|der|einer)|im (?:Zuge|Rahmen)|am|vom) .*
    )$
  `,
  'u',
)
/** "der Ausschuss für die Vergabe von Leistungen über 5 € zuständig": who decides is not what for. */
const DECIDES = /^.*(?:[Aa]usschuss|[Rr]at|Kreistag|[Bb]ürgermeister(?:in)?) für (?:die|den|das) (?=\p{Lu})/u

/** The phrase, or what in it is decided about; undefined if it names no purpose. */
export function purpose(phrase: string | undefined, names?: ReadonlySet<string>): string | undefined {
  const own = phrase?.replace(DECIDES, '').replace(/(?<=\p{L}) (?:pro|je) Jahr$/u, '')
  return own === undefined || NO_PURPOSE.test(own) || isActor(own, names) ? undefined : own
}
