/**
 * The wordings by which a paper names its municipality: what a town or county calls itself, its bodies, its system.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

/** Words behind a town's name that are no part of it: `Karlsruhe im Jahr 2031`, `Karlsruhe (Marktsatzung)`. */
const NO_PLACE = String.raw`\p{L}*(?:[Jj]ahr|[Zz]eitraum|[Rr]ahmen|[Bb]ereich|[Gg]ebiet|[Ss]inne?|[Hh]aushalt|[Ss]atzung|[Oo]rdnung|[Pp]lan|[Gg]esetz|[Vv]erordnung|[Ff]all|[Hh]inblick|[Ee]inklang|[Aa]nschluss|[Vv]ergleich)s?(?!\p{L})`
export const NAME = String.raw`\p{Lu}[\p{Ll}ß]{2,}(?:-\p{Lu}[\p{Ll}]+){0,2}(?: (?:am|an der|a\. ?d\.|im|in|bei|ob der|vor der|auf der|unter|v\. ?d\.) (?!${NO_PLACE})\p{Lu}[\p{Ll}]+| \((?!${NO_PLACE})\p{Lu}[\p{Ll}]+\))?`
export const DOUBLE = String.raw`(?:(?:Bad|Sankt|St\.|Groß|Klein|Neu|Alt|Burg|Markt|\p{Lu}\p{Ll}{3,9}isch|Königs|Kloster|Porta|Schlo(?:ß|ss)|Ober|Unter|Hohen|Lutherstadt|Hansestadt) )?`
const OFFICE = oneLine`
  (?:
    (?:Große )?(?:Hanse|Landeshaupt|Universitäts|Kreis|Wissenschafts|Bundes)?[Ss]tadt(?:verwaltung)?|
    Gemeinde(?:verwaltung)?|Markt|Flecken|Samtgemeinde(?:verwaltung)?|Verbandsgemeinde(?:verwaltung)?|
    Landkreis(?:es)?|Landratsamt|Kreisverwaltung|Kreis(?:es)?|(?:Hanse-?|Klingen|Berg|Residenz)[Ss]tadt|(?:\p{Lu}\p{Ll}+-){1,3}Stadt
  )
`
export const NAMED = latin(
  String.raw`(?<![\p{L}-])(?<office>${OFFICE})(?: |(?<=(?:^|\n)[^\n]{4,32})\n)(?<name>${DOUBLE}${NAME})(?![\p{L}-])`,
  'gu',
)
export const SHOUTED = latin(
  oneLine`
    (?<![\p{L}])(?:
      (?:
        (?:HANSE|LANDESHAUPT|KREIS|UNIVERSITÄTS)?(?:STADT|GEMEINDE|MARKT)(?:VERWALTUNG)?|(?<type>(?:SAMT|VERBANDS)GEMEINDE(?:VERWALTUNG)?|LANDKREIS|LANDRATSAMT|KREISVERWALTUNG)
      )(?: |\n(?=\p{Lu}+\n))|
      (?:Stadt|Gemeinde)(?:verwaltung)?\n(?=\p{Lu}{3,}\n)
    )(?<name>\p{Lu}{3,}(?:[- ]\p{Lu}{2,}){0,3})(?!\p{L})
  `,
  'gu',
)
export const COUNCIL = latin(
  oneLine`
    (?<![\p{L}-])(?:
      Stadtrat(?:e?s)?|Gemeinderat(?:e?s)?|Rat(?:e?s)?|\p{L}*[Aa]usschu(?:ss|ß)(?:es)?(?= (?:der|von) )|
      Kreistag(?:e?s)?|Stadtverordnetenversammlung|Gemeindevertretung|Stadtvertretung|
      Marktgemeinderat(?:e?s)?|Samtgemeinderat(?:e?s)?|Bürgerschaft|Bezirksversammlung|Oberbürgermeister(?:in)?
    ) (?:(?:der\s(?:\p{L}*[Ss]tadt|Gemeinde)\s|von |des\s(?:Landk|K)reises\s)(?<town>${DOUBLE}${NAME})(?!\p{L})|(?<name>${DOUBLE}${NAME}|\p{Lu}\p{Ll}{3,}er \p{Lu}\p{Ll}{2,})(?=\s*(?:$|[,;.)(]|(?:am|vom) \d)))
  `,
  'muy',
)
/** What every one of them holds, before a name or what leads to it. */
export const COUNCIL_SIGN =
  /(?:[Rr]at(?:e?s)?|[Aa]usschu(?:ss|ß)(?:es)?|Kreistag(?:e?s)?|versammlung|vertretung|Bürgerschaft|Oberbürgermeister(?:in)?) (?=de[rs]\s|von |\p{Lu})/gu
/** What is no town is named with what it is: the town of that name has papers of its own. */
const TYPED: readonly (readonly [RegExp, string])[] = [
  [/^(?:Landkreis(?:es)?|Landratsamt)\s/, 'Landkreis '],
  [/^(?:Kreis(?:es)?|Kreisverwaltung)\s/, 'Kreis '],
  [/^Samtgemeinde/, 'Samtgemeinde '],
  [/^Verbandsgemeinde/, 'Verbandsgemeinde '],
]

/** What kind of district a name is printed with: `Landratsamt Musterland` → `Landkreis `; empty for towns. */
export function typeOf(printed: string): string {
  return TYPED.find(([pattern]) => pattern.test(printed))?.[1] ?? ''
}

/** A special-purpose association on a line of its own. */
export const ASSOCIATION =
  /^[ \t]*(?<name>(?:\p{L}*[Zz]weckverband|Regionalverband|Planungsverband|Gemeindeverwaltungsverband|Verwaltungsgemeinschaft|Verwaltungsverband|Nachbarschaftsverband|Abwasserverband|Wasserverband|Schulverband)(?: [\p{Lu}\d][\p{L}\d.-]*){1,4})[ \t]*$/mu
/** `Musterstadt - Ratsinformationssystem`, `Muster Information - Rats- und Bürgerinformationssystem`. */
export const SYSTEM = latin(
  String.raw`(?<![\p{L}-])(?<type>(?:Landkreis|Kreis|Samtgemeinde|Verbandsgemeinde) )?(?<name>${DOUBLE}${NAME})(?: Information)? ?[-–|] ?(?:(?:Rats|Bürger|Gremien|Kreistags)-?(?:[,/ ]|und |& )*){1,3}[Ii]nformationssystem`,
  'u',
)
/** A town that says its rank is named as one, wherever it stands. */
export const RANK = /^(?:Landeshaupt|Hanse|Universitäts|Kreis|Wissenschafts|Bundes)/
/** A district named after its town; what is called the middle of a town is. */
export const DISTRICT = latin(
  oneLine`
    (?<!\p{L})(?:
      Ortsbeirat|Bezirksvertretung|Bezirksbeirat|Ortschaftsrat|Ortsrat|Stadtbezirksrat|Bezirksrat|
      Stadtbezirk|Stadtbezirksbeirat
    ) (?<name>\p{Lu}\p{Ll}{3,})-(?:(?<middle>(?:Mitte|Stadtmitte|Innenstadt|Zentrum)(?!\p{L}))|\p{Lu}\p{Ll}{2,})
  `,
  'gu',
)
/** A place on a line of its own, where someone signs: `Musterstadt,`. */
export const SIGNED = /^[ \t]*(?<name>\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)?),(?: den)?[ \t_.]*$/gmu
/** Words that follow "Stadt" and are no name. */
export const NO_NAME = latin(
  oneLine`
    ^(?:
      Der|Die|Das|Den|Und|Für|Mit|Im|In|Am|An|Auf|Als|Bei|Von|Zur|Zum|Land|Fluss|Betreff|Vorlagen?|
      Drucksachen?|Datum|Gremi(?:um|en)|Beschluss\p{L}*|Beratung\p{L}*|Begründung|Sachverhalt|Sitzung\p{L}*|
      Antrag|Anfrage|Anlagen?|Finanz\p{L}*|Rat|Verwaltung|Oberbürgermeister|Bürgermeister|Dezernat|
      Fachbereich|Amt|Nach|Nicht|Sind|Wird|Hat|Ist|Es|Sie|Wir|Ich|Zu|Ab|Bis|Aus|Über|Durch|Gem|Ein|Eine
    )(?: |$)
  `,
  'u',
)

/** Counties that are called one: `Rhein-Muster-Kreis`, `Hochmusterkreis`, on a line or cell of their own. */
export const COUNTY = latin(
  oneLine`
    ^(?!
      (?:Arbeits|Lenkungs|Um|Land|Personen|Strom|Wahl|Stadt|Teilnehmer|Kunden|Familien|Projekt)-?[Kk]reis
    )(?:Kreisverwaltung |Landratsamt )?(?<name>
      \p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)*(?:-Kreis|kreis)|
      (?:Städteregion|StädteRegion|Region) \p{Lu}\p{Ll}{3,}
    )(?=$|\t| {2}| D(?:er|ie|ER|IE) L)
  `,
  'u',
)

/** The same as a logo in capitals. */
export const COUNTY_SHOUTED = latin(
  /^(?<name>\p{Lu}{3,}(?:-\p{Lu}{3,}){0,2}-KREIS|(?:LANDKREIS|KREIS) \p{Lu}{3,}(?:-\p{Lu}{3,})?)$/u,
)
/** A form's own line for it: `Gemeinde: Gemeinde Musterdorf (Amt Mustertal)`. */
export const LABELLED = latin(
  String.raw`^(?:Gemeinde|Stadt|Kommune|Körperschaft|Mandant|Stadt\/Gemeinde|Gebietskörperschaft) ?: ?(?:(?:Stadt|Gemeinde|Markt) )?(?<name>${DOUBLE}${NAME})(?= \(|$)`,
  'u',
)
/** A logo whose words were glued: `STADTMUSTERHEIM²`. */
export const GLUED = /^(?:STADT|GEMEINDE|MARKT)(?<name>\p{Lu}{4,})[²³®]?$/u

/** An Amt of several municipalities, known by who heads it. */
export const UNION = /^(?<name>Amt \p{Lu}\p{Ll}{2,}(?:[- ]\p{Lu}\p{Ll}+){0,2})$/u
export const OF_UNION = /(?<!\p{L})(?:Amtsvorsteher|Amtsdirektor|Amtsausschuss|für die (?:Stadt|Gemeinde) \p{Lu})/u
/** `Parlamentsinformationssystem der Stadtverordnetenversammlung Musterstadt`. */
export const SYSTEM_OF = latin(
  String.raw`[Ii]nformationssystem (?:der|des) \p{Lu}\p{Ll}+ (?:der (?:\p{L}*[Ss]tadt|Gemeinde) )?(?<name>${DOUBLE}${NAME})(?![\p{L}-])`,
  'u',
)
/** A page's title: `Ratsinformationssystem Musterstadt - Vorgang`. */
export const SYSTEM_TITLE = latin(
  String.raw`^(?:(?:Rats|Bürger|Gremien|Kreistags)\p{L}{0,8}-?[Ii]nformationssystem(?: ?[-–|:])? (?:(?:der )?(?:\p{L}*[Ss]tadt|Gemeinde|Markt) )?|(?:(?:Bürger|Rats|Gremien)-?[Ii]nfo|ALLRIS(?: net)?|SessionNet|SD\.NET|more! ?rubin) ?[-–|:] ?(?:\p{L}*[Ss]tadt|Gemeinde|Markt) )(?<name>${DOUBLE}${NAME})(?= ?[-–|:]|$)`,
  'u',
)
/** A district of a city that names both: `Bezirksamt Musterviertel von Musterstadt`. */
export const DISTRICT_OF = latin(
  String.raw`(?<!\p{L})(?:Bezirks(?:amt(?:e?s)?|verordnetenversammlung|bürgermeister(?:in)?)|BVV) \p{Lu}[\p{Ll}ß]+(?:-\p{Lu}\p{Ll}+)* von (?<name>\p{Lu}\p{Ll}{2,})(?![\p{L}-])`,
  'u',
)
