/**
 * The labels of heads: which of them name a clerk, which a telephone, and which stand beside them. Data.
 *
 * Source: heads of papers as councils print them; letters in any case, endings in any spelling.
 */
import { oneLine } from '../../one-line.ts'

const IN = String.raw`(?:(?:\/-?|:|\*|_|\()?in(?:nen)?\)?)?`
/** Behind these stands a clerk. */
export const CLERK = `(?:(?:Vorlage )?(?:Bearbeitet|Verfasst|Erstellt|Aufgestellt|Ausgearbeitet|Gefertigt|Entworfen|Erarbeitet) (?:von|durch)|Bearbeiter${IN}|Bearbeitende[rn]?(?: Person)?|Bearbeitung|Bearb\\.|Sachbearbeiter${IN}|Sachbearbeitende[rn]?|Sachbearbeitung|Sachb\\.|Vorlagenersteller${IN}|Ersteller${IN}|(?:Ihre?[rn]? )?Ansprechpartner${IN}|Ansprechperson(?:en)?|(?:Ihre?[rn]? )?Gesprächspartner${IN}|Auskunft (?:erteilt|gibt|erhalten Sie (?:von|bei))|Auskünfte (?:erteilt|gibt)|Es (?:informiert|schreibt Ihnen|berät Sie)|Verfasser${IN}|Autor${IN}|Kontakt(?:person)?|Zuständige[rn]? (?:Mitarbeiter${IN}|Sachbearbeiter${IN})|Mitarbeiter${IN}|Schriftführ(?:er${IN}|ung)|Protokollführ(?:er${IN}|ung)|Protokollant${IN}|Rückfragen (?:an|bei|beantwortet))`
/** Behind these may stand a clerk, a unit, or somebody elected. */
export const PERHAPS = `(?:Verantwortlich(?:e\\/r|e|er)?|Zuständig(?:e\\/r|e|er)?|Berichterstatter${IN}|Berichterstattung|Referent${IN}|Projektleit(?:er${IN}|ung)|Unterschrift|Unser Zeichen|Name)`
export const PHONE = String.raw`(?:Telefon|Telefax|Tel|Fax|Fernruf|Hausruf|Rufnummer|Durchwahl|Hausapparat|Apparat|Handy|Mobiltelefon)(?:[-\s]?(?:Nr|Nummer|Durchwahl|nummer)\b)?|(?:Ruf|App|Mobil)(?=\.?:|\.)`
export const MAIL = String.raw`(?:E-?\s?Mail(?:-Adresse)?|Mail|Internet)`
export const ROOM = String.raw`(?:Zimmer(?:-?(?:Nr\.?|nummer))?|Zi\.|Raum(?:-?(?:Nr\.?|nummer))?|Etage|Gebäude)`
/** Labels that stand beside these and head something else. */
const OTHER = oneLine`
  (?:
    (?:Unser |Ihr )?(?:Akten|Geschäfts)?[Zz]eichen|Az\.?|
    (?:Erstellungs|Erfassungs|Vorlagen|Sitzungs)?[Dd]atum|(?:Erstellt|Erfasst) am|Stand|Ort|
    (?:Feder)?führend(?:e[sr]?)?(?: (?:Amt|Dienststelle|Fachbereich|Stelle))?|Federführung|Amt|Dienststelle|
    Fachbereich|Fachdienst|Abteilung|Sachgebiet|Dezernat|Referat|Organisationseinheit|Geschäftsbereich|
    (?:Vorlage|Drucksache|Beschluss)n?(?:[ -]?(?:Nr\.?|Nummer|art))?|Nummer|Nr\.?|Art|Jahr|Wahlperiode|
    (?:Öffentlichkeits)?[Ss]tatus|Öffentlichkeit|Sitzungsteil|Gremium|(?:Sitzungs)?[Tt]ermin|TOP|Sitzung|
    Anlagen?|Beteiligt(?:e [\p{L}]+)?|Einreicher${IN}|Kostenstelle|Seiten?|Betreff|Eingang|Vertraulichkeit|
    Beteiligung
  )
`

/** A line or cell that is a label and nothing else; the groups say which. */
export const LABEL_ALONE: RegExp = new RegExp(
  String.raw`^(?:(?<clerk>${CLERK})|(?<perhaps>${PERHAPS})|(?<phone>${PHONE}|Tel\.?|Fax)|(?<other>${MAIL}|${ROOM}|${OTHER}))[\s.:]{0,3}(?:Nr\.?:?)?$`,
  'iu',
)
/** Labels one after the other, to take a line of them to pieces. */
export const NEXT_LABEL: RegExp = new RegExp(
  String.raw`^(?:(?<clerk>${CLERK})|(?<perhaps>${PERHAPS})|(?<phone>${PHONE}|Tel\.?|Fax)|(?<other>${MAIL}|${ROOM}|${OTHER}))(?![\p{L}])[\s.:/|,·-]*`,
  'iu',
)
/** Without one of these no label is on a line. */
export const CLERK_HINT: RegExp = new RegExp(
  oneLine`
    bearb|ansprech|ausk|verfass|erstell|gestellt|gefertigt|entworfen|gearbeitet|erarbeitet|kontakt|
    zuständig|mitarbeit|führ|rückfrag|schreibt|informiert|berät|gespräch|autor|protokoll|verantwort|bericht|
    referent|projektleit|unterschrift|zeichen|name
  `,
  'iu',
)
/** Without one of these no telephone is labelled. */
export const CALLED: RegExp = /tel|fax|ruf|durchwahl|apparat|handy|mobil|app/iu
