/**
 * What looks like a quantity of staff and is none: ratios, places, references, and articles that only introduce a noun.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import type { StaffUnit } from './staffing-unit.ts'

/** A possible quantity within a searchable text (`viewOf`). */
export interface Possible {
  readonly view: string
  readonly start: number
  readonly end: number
  readonly number: string
  readonly middle: string
  readonly unit: string
  readonly einheit: StaffUnit
}

const RATIO_BEHIND =
  /^ ?(?:\/ ?(?!S? ?\d|[EASBP] ?\d|EG|a\b|Jahr)\p{L}|(?:pro|je|per) (?!Jahr|Monat|anno)(?:\p{L}|\d)|(?:für|auf|zu) (?:je )?\d[\d.]* (?:Kinder|Einwohner|EW|Schüler|Plätze|Betten|Fälle|Personen|Bewohner|Klient)|: ?\d+(?: |$))/u
const RATIO_BEFORE =
  /(?:\b(?:je|pro|auf) \d[\d.]* \p{L}+(?: (?:ein\p{L}*|mindestens))?|\b(?:pro|per)|\/|(?:kosten|aufwand|betrag|euro|€|eur|pauschale|zuschuss|förderung)[^.;]{0,25}\bje) $/iu
/** "Auf eine Gruppe mit 20 Kindern entfallen …", "pro 10.000 Einwohner sind …" */
const PER_UNIT_BEFORE = latin(
  oneLine`
    (?<!\p{L})(?:
      (?:je|pro) \d[\d.]* \p{Lu}\p{L}+|
      (?:je|pro|auf|für) (?:eine[nr]?|jede[nrs]?) (?:\p{Ll}+ )?(?:
        Gruppe|Platz|Kind|Schüler\p{L}*|Klasse|Zug|Einrichtung|Bett|Fall|Einwohner\p{L}*|Wache|
        Bewohner\p{L}*|Klient\p{L}*
      )(?!\p{L})
    )[^.;:]{0,70}$
  `,
  'iu',
)
const HOURS_BEHIND =
  /^ ?\)? ?(?:=|≙|entspricht|bei|mit|à) ?(?:rund |ca\. |etwa )?\d+(?:,\d+)? ?(?:h\b|std|stunden|wochenstunden|jahresarbeits|arbeitsstunden|arbeitstage)/iu
const LABEL_BEFORE = latin(
  oneLine`
    (?:
      \p{L}nummer|\b(?:Nr|Nrn|Ziff|Abs|Art|Kap|Tab|Abb|Pos|lfd)\.|
      \b(?:
        Nummer|Anlage|Anlagen|TOP|Ziffer|Kapitel|Seite|Punkt|Tabelle|Absatz|Stufe|Variante|Abteilung|
        Fachbereich|FB|Dezernat|Amt|Produkt|Gruppe|Klasse|Entgeltgruppe|EG|TVöD|SuE|KW|Phase|Teil|Raum|Haus|
        [EASB]
      )
    ) ?$
  `,
  'u',
)
const PLACE_BEFORE =
  /(?:^|[ (])(?:an|An)(?: (?:den|diesen|mehr als|über|rund|etwa|ca\.|insgesamt|jeweils|bis zu|mindestens|wenigen|allen))? $/u
const BACK_BEFORE =
  /\b(?:dies(?:e|er|en)|jene[rn]?|genannten?|o\. ?g\.|obigen?|besagten?|beiden?|erste[nr]|letzte[nr]|vordere[nr]|hintere[nr]|folgende[nr]) ?$/iu
const DEFINITE_BEFORE = /(?:^| )(?:die|der|den|aller?|allen) $/u
const OTHER_PLACE =
  /\b(?:öffentlich|staatlich|zuständig|amtlich|beteiligt|verschieden|unterschiedlich|geeignet|kritisch|gefährlich|sichtbar|schadhaft|markant|exponiert|betroffen|relevant|kommunal|externen?|sensibl|ander)\p{Ll}*/iu

/** Places for cars are no posts. */
const PARKED =
  /(?:Park|Stell|Lade|Camping)(?:platz|plätze|fläche|haus|häuser|raum|station)\p{L}*[^.;]{0,50}$|Tiefgarage[^.;]{0,50}$/u

/** Seats that a panel of doctors admits are no posts of the city. */
const SEATS = /(?:[Aa]rzt|[Ää]rzt\p{L}{0,9}|[Tt]herapeut\p{L}{0,6}|[Kk]assen)sitz/u

/** Words between a number and a unit that show that the two do not belong together. */
const NO_ATTRIBUTE =
  /(?:^|[ ,])(?:der|die|das|den|dem|des|diese[rnms]?|eine[rnms]?|keine[rn]?|werden|wurden|sollen|haben|hatten|können|müssen|waren|an|in|von|durch|über|unter|aus|alle|seine|ihre|unsere)(?= |$)/u

/** Do the words around it say that this is no quantity? */
export function isNoQuantity(possible: Possible): boolean {
  const { view, start, end, number, middle, unit, einheit } = possible
  const before = view.slice(Math.max(0, start - 60), start)
  const behind = view.slice(end, end + 60)
  if (RATIO_BEHIND.test(behind) || RATIO_BEFORE.test(before)) return true
  if (/^(?:1(?:[.,]0+)?|eine?r?)$/i.test(number) && HOURS_BEHIND.test(behind)) return true
  const isDigits = /^\d/.test(number)
  if (isDigits && !/,\d/.test(number) && LABEL_BEFORE.test(before)) return true
  if (PER_UNIT_BEFORE.test(view.slice(Math.max(0, start - 140), start))) return true
  if (/^[,;.]? ?(?:Stunden|Euro)/.test(middle)) return true
  if (BACK_BEFORE.test(before) || NO_ATTRIBUTE.test(middle)) return true
  if (einheit === 'vzae') return false
  // One post has the singular: "12.03 Stelle Archiv" is a number of an order.
  if (
    isDigits &&
    /stelle$/i.test(unit) &&
    !/%|Prozent/.test(view.slice(start, end)) &&
    Number(number.replace(',', '.')) > 2
  )
    return true
  if (SEATS.test(view.slice(Math.max(0, start - 260), end + 120))) return true
  if (/^[Ss]tellen$/.test(unit) && PARKED.test(view.slice(Math.max(0, start - 80), start))) return true
  if (/^Stellen?$/.test(unit) && (PLACE_BEFORE.test(before) || OTHER_PLACE.test(middle))) return true
  if (PLACE_BEFORE.test(before) && !/[,.½]/.test(number)) return true
  if (/^ (?:hinter|nach|vor) dem Komma/.test(behind) || /^stellen?$/.test(unit)) return true
  if (/(?:Code|PLZ|Postleitzahl|Nummer|Kennzahl|Kennziffer|IBAN)(?!\p{L})[^.;]{0,30}$/u.test(before)) return true
  const small = !isDigits || /^\d$/.test(number)
  return small && DEFINITE_BEFORE.test(before)
}

const MADE =
  /(?:eingerichtet|geschaffen|einzurichten|zu schaffen|bewilligt|neu ausgewiesen|bereitgestellt|einrichten|schaffen|auszuweisen|vorzusehen|benötigt|erforderlich|notwendig)(?!\p{L})/u
const MAKING_BEFORE = /(?:Einrichtung|Neueinrichtung|Schaffung|Neuschaffung|Bewilligung)(?: von)? $/u
const MORE = /(?:^| )(?:weiteren?|zusätzlichen?|neuen?|neu geschaffenen?)(?= |$)/u

/** "Die Kosten betragen für eine VK in EG 9a 63.900 €", "Für eine Vollzeitkraft sind 71.400 € anzusetzen". */
const COSTS_BEFORE =
  /(?:[Kk]osten|[Aa]ufwand|[Bb]etrag|[Bb]eträge)\p{L}*(?:[^.;]|\.(?=\d)){0,50} (?:für|je|pro|von) $|(?:^|[^\p{L}])Für $/u
const MONEY_BEHIND =
  /^(?:(?!geschaffen|eingerichtet|benötigt|erforderlich)[^.;]|\.(?= ?\d)|(?<=ca|rd)\.){0,80}(?:\d ?(?:T?€|T?EUR|Euro)|(?:€|EUR|Euro) \d)/u

/** Does an article before a unit count as one? */
export function articleCounts(possible: Possible): boolean {
  const { view, start, end, middle, unit, einheit } = possible
  const before = view.slice(Math.max(0, start - 60), start)
  if (
    /(?:%|Prozent|Hälfte|Drittel|Viertel|Bruchteil|Anteil|Inhaber\p{L}*|\p{L}*(?:[Kk]osten|[Aa]ufw[aä]nd(?:ungen)?|[Gg]eh[aä]lt(?:er)?|[Ee]ntgelte?)) $/u.test(
      before,
    )
  )
    return false
  if (/\ban $/i.test(before)) return false
  // What one of them does or costs is no quantity.
  if (COSTS_BEFORE.test(before) && MONEY_BEHIND.test(view.slice(end, end + 120))) return false
  if (
    /verteuer(?:t|n) $/u.test(before) ||
    /^ (?:sind|werden|fallen|wird|ist|entstehen)(?: [\p{Ll}]+){0,3} [\d.]+(?:,\d\d)? ?(?:T?EUR|Euro|€)/u.test(
      view.slice(end, end + 60),
    ) ||
    /^ (?:\p{Ll}+ )?(?:betreut|kostet|verursacht|arbeitet|bearbeitet|entspricht|leistet|kann|schafft)(?!\p{L})/u.test(
      view.slice(end, end + 40),
    )
  )
    return false
  if (einheit === 'vzae')
    return (
      !/[nt]stellen$|kräfte/.test(unit) &&
      !/^(?: (?:vergleichbaren?|typischen?|normalen?|durchschnittlichen?))/.test(middle)
    )
  if (/n$/.test(unit) && !/anteilen?$/.test(unit)) return false
  const stop = view.slice(end).search(/[.;] |$/)
  const clause = view.slice(end, end + Math.min(stop, 160))
  const comma = clause.search(/,/)
  if (/\d ?(?:VZ|Vollzeit|VK)|\d ?(?:%|Prozent)/.test(clause)) return false
  if (
    /(?:einzurichten|eingerichtet|zu schaffen|geschaffen|benötigt|erforderlich|notwendig)[^.:]{0,40}:[^:]{0,400}$/u.test(
      view.slice(Math.max(0, start - 460), start),
    )
  )
    return true
  if (/(?:^| )(?:volle|ganze)[nrs]?(?= |$)/u.test(middle)) return true
  if (MORE.test(middle) || / weitere$/.test(before.trimEnd())) return true
  return MAKING_BEFORE.test(before) || MADE.test(comma < 0 ? clause : clause.slice(0, comma))
}
