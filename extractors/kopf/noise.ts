/**
 * Lines of a letterhead that are no title: labels, days, units, addresses, meetings, who moves.
 */

import { oneLine } from '../../src/one-line.ts'
import { columnsOf } from '../../src/parse/consultation/columns.ts'
import { findDates, isoDate } from '../../src/parse/date.ts'
import { isGremium } from '../../src/parse/gremium.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { latin } from '../../src/parse/latin.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isPaperNumber } from '../../src/parse/paper-number.ts'
import { publicityOf } from '../../src/parse/publicity.ts'

/** Lines of a letterhead that are no title. */
const NOISE = latin(
  oneLine`
    ^(?:
      (?:\p{Lu}{1,3} ?)?\d{1,3}(?:/\d+)* [-–] (?:Fachbereich|Fachdienst|Amt|Referat|Abteilung|Stabsstelle)|
      \p{Lu}{1,3} ?\d{1,3}(?:/\d+)* [-–] \p{Lu}|\(?\d{1,2} Anlagen?\)?$|
      (?:Antrag|Anfrage) ?/ ?(?:Antrag|Anfrage)|Unterlage für |Zusammenfassung$|
      (?:Doppel)?[Hh]aushalt(?:splan|sjahre?)? \d{4}(?: ?[/-] ?\d{2,4})?$|Produkt(?:gruppe|bereich)? \d{4,}|
      (?:
        Referat|Fachbereich|Fachdienst|Dezernat|Abteilung|Stabsstelle|Geschäftsbereich|Ressort
      ) [\p{Lu}\d][\p{L}\d ,&/.-]{0,70}$|
      Amt für \p{Lu}[\p{L} ,-]{3,60}$|G[zZ]: |(?:gemäß|gem\.|nach) § ?\d|Ziele:$|
      [-–] ?(?:Der|Die) \p{L}+ ?[-–]?$|Freie und Hansestadt |Bezirks(?:versammlung|amt) \p{Lu}\S+$|
      Beschluss de[rs] [\p{L}, -]{4,80} vom \d|(?:Nichtö|Ö)ffentliche (?:Sitzung|\p{L}*[Vv]orlage)$|Telefax|
      Zimmer |Dienstgebäude|Anzahl der Anlagen|[IVX]{1,4}\. \p{L}|Zu TOP$|Auszug$|
      (?:Der|DER) \p{L}+(?:vorsteher|VORSTEHER|meister|MEISTER)(?:in|IN)?$|
      (?:Der|Die|Das) (?:Ober|Erste[r]? )?(?:
        bürgermeister|Bürgermeister|Beigeordnete|Magistrat|Landrat|Landrätin|Oberstadtdirektor|
        Stadtdirektor|Gemeindedirektor|Senator|Stadtverwaltung|Verwaltung|Vorsitzende
      )|
      (?:
        Hanse|Landeshaupt|Universitäts|Kreis|Große Kreis|Wissenschafts|Bundes|Samt|Verbands
      )?(?:[Ss]tadt|[Gg]emeinde|STADT|GEMEINDE|Markt|Landkreis)(?:verwaltung)? \p{Lu}[\p{L} ()-]{2,40}$|
      Gedruckt auf|Recyclingpapier|Seite \d|https?:|www\.|Informationen:?$|Grunddaten:?$|
      Inhalt\p{L}* der Drucksache|verwandte |Bitte beachten|(?:Herrn?|Fr\.|Hr\.|Frau)(?: |$)|
      [^:]{2,30}(?:/-?in|\(in\)) ?: |Mit freundlichen|unterzeichnet von|gez\.|
      Ihre? (?:Anfrage|Schreiben|Antrag)|Frau |An (?:den|die|das|Herrn|Frau|Oberb)|In (?:den|die) \p{Lu}|
      Alle |Fraktion(?:en)? |\p{L}[\p{L}/ &-]*-?[Ff]raktion(?:en)?(?: im Rat.*)?$|
      Stadtr[aä]t(?:in|innen)? \p{Lu}|Vorsitzende[rn]? |Postfach|Telefon|Tel\.|E-Mail|Für diese Vorlage|
      Mitglied(?:er)?(?: |:|$)|über |hier$|wird von|Beschluss$|Nr\.\s+vom|Hinweis auf|Anlagen?$|
      öffentliche?r? Teil|Drucksache$|Ausdruck|Stand:|\[Dokument|T[Oo][Pp](?: |$)|Betroffene \p{Lu}|
      \(?(?:Referent|Berichterstatter)(?:in)?:|Druckversion|
      (?:zur|für die|in der) (?:\p{L}*öffentlichen )?(?:\p{L}+ )?Sitzung(?: |$)|Original
    )
  `,
  'u',
)

/** The program that printed it and the links of its pages. */
const PROGRAM = latin(
  oneLine`
    ^(?:
      ALLRIS|SessionNet|Session|SD\.NET|PARLIS|more! ?rubin|SIM|Bürgerinfo|Ratsinfo|
      (?:Rats|Bürger|Gremien|Parlaments|Kreistags)\p{L}*informationss\p{L}*|Stadtpolitik
    )(?= |$)(?! ?\p{L}+ ?:)|
    ^(?:Startseite|Neue Suche|Vollständiges Dokument|Zur Navigation|Zum Inhalt|Druckansicht|Zurück)(?!\p{L})
  `,
  'u',
)

/** Who a group belongs to, what a form asks of its reader, which part of a meeting a paper is for. */
const BESIDE = latin(
  oneLine`
    ^(?:im|in der|in dem) \p{L}*(?:
      [Rr]at|[Kk]reistag|[Bb]ürgerschaft|[Vv]ersammlung|[Vv]ertretung
    )(?: (?:der|des|von) .{3,50})?$|
    ^(?:BITTE|Bitte) |^für (?:den|die|das)$|
    ^(?:nicht[- ]?)?öffentliche[nrs]? (?:Sitzungsteil|Teil|Sitzung)(?!\p{L})|
    ^(?:\d{1,3}\. )?(?:(?:nicht)?[Öö]ffentliche )?\p{L}*[Ss]itzung (?:des|der|vom|am) |
    ^(?:des|der) \p{L}*(?:rate?s|ausschusses|kreistage?s|versammlung|vertretung)(?!\p{L})[^:]{0,40} (?:am|vom) (?:\p{L}+, (?:dem|den) )?\d|
    ^(?:An|In) (?:den|die|das)$|
    ^(?:Antrag|Anfrage) (?:zur|für die) (?:\p{L}+ )?\p{L}*[Ss]itzung(?!\p{L})|
    ^Beratungsfolge(?: |$)|^Ziele:
  `,
  'u',
)

/** What a stamp leaves in the text: when a letter came in (`Eingang 3. Jan. 2031`), or a letter of its frame. */
const STAMP =
  /^(?:(?:Post)?[Ee]ingang|POSTEINGANG|EINGANG|Eingegangen|EINGEGANGEN|Eing\.)(?:(?: am|sstempel|sdatum)?:? *[\d.,/ \p{L}-]{0,24})?$|^[\p{Lu}|]$/u

/** Does a line come from a receipt stamp? */
export function isStamp(line: string): boolean {
  return STAMP.test(line) && (line.length < 12 || /\d/.test(line))
}

/** Is a line of a letterhead no part of a title? */
export function isNoiseLine(line: string): boolean {
  if (
    NOISE.test(line) ||
    isStamp(line) ||
    isLabel(line) ||
    publicityOf(line.replace(/^(?:[☐☒☑✓□■]\s*)+/u, '')) ||
    isPaperNumber(line) ||
    isoDate(line) ||
    columnsOf(line)
  )
    return true
  if (/^[-–—_=*.\s☐☒]+$/u.test(line) || /^- ?\p{L}+ ?-$/u.test(line)) return true
  if (
    /^(?:der|des|von) [^:]{0,60}(?:[Ff]raktion(?:en)?|Gruppe|Stadtr[aä]t|Ratsmitglied|Ratsherr|Ratsfrau|Mitglieds) .{2,80}$/u.test(
      line,
    )
  )
    return true
  if (MARKED.test(line)) return true
  if (/^[☐☒☑✓□■]/u.test(line) || /_{3}/.test(line)) return true
  if (PROGRAM.test(line) || BESIDE.test(line)) return true
  if (isNoiseDate(line) || isStep(line) || isFor(line)) return true
  const kind = kindOfLine(line)
  if (!kind || /:\s*\S/.test(line)) return false
  if (FROM_POLITICS.test(line) && line.length < 110) return true
  const rest = line.slice(line.indexOf(kind.wording) + kind.wording.length).trim()
  return /^(?:$|[-–(,]|zu[rm] (?:Entscheidung|Beschluss|Beschlussfassung|Kenntnis|Kenntnisnahme|Beratung|Vorberatung|Information|Behandlung|Anhörung)$|(?:der Verwaltung|des (?:Magistrats|\p{L}*[Bb]ürgermeisters|Landrats))$|\(?(?:nicht)?öffentlich|Nr|im Sinne|gem|ehrenamt|\p{L}{0,6}[ /-]?\d)/iu.test(
    rest,
  )
}

/** Boxes typed as letters: `O öffentlich X nichtöffentlich`. */
const MARKED = /^[OXox] (?:nicht[- ]?)?öffentlich(?: [OXox] (?:nicht[- ]?)?öffentlich)?$/iu

/** Whom a paper is for: `für den Ausschuss für Kultur`. */
function isFor(line: string): boolean {
  const body = /^für (?:den|die|das) (?=\p{Lu})/u.exec(line)?.[0]
  return body !== undefined && line.length < 80 && isGremium(line.slice(body.length))
}

/** A line that only dates: `Musterstadt, den 3.4.2031`. */
export function isNoiseDate(printed: string): boolean {
  const line = printed.trim()
  const [date] = findDates(line)
  return (
    (date !== undefined &&
      /^(?:[\p{Lu}][\p{L} ().-]{2,40}(?:,| ?\/)(?: den)?|vom:?|den|am)? *$/u.test(line.slice(0, date.start)) &&
      date.end > line.length - 2) ||
    /^\p{Lu}[\p{L} .()-]{2,40}, \d{2}\/\d{2}\/20\d\d$/u.test(line)
  )
}

/** Who moves or asks, without what about. */
const FROM_POLITICS = latin(
  /^(?:\p{L}+er )?(?:\p{L}*antrag|\p{L}*anfrage) (?:der|des|von) (?!.*(?<!\p{L})(?:zu|zum|zur|auf|für|betr|betreffend|hier|bezüglich|wegen)(?!\p{L}))[^:]*(?:[Ff]raktion|Gruppe|Stadtr[aä]t|Ratsherr|Ratsfrau|Mitglied)/iu,
)

/** A body with its day on one line names a meeting. */
function isStep(line: string): boolean {
  const [date] = findDates(line)
  if (!date || line.length > 120) return false
  const rest = (line.slice(0, date.start) + line.slice(date.end)).replace(
    /(?:nicht[- ]?)?öffentlich|TOP:? ?(?:[ÖN] ?)?\d[\d.]*|Vorberatung|Entscheidung|Beschlussfassung|Kenntnisnahme|[ÖN]$/giu,
    ' ',
  )
  return isGremium(rest.replace(/\s+/g, ' ').trim())
}
