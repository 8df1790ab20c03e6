/**
 * The words of labels in a paper's head, and the field each of them names.
 *
 * Source: the heads of ALLRIS, SessionNet, SD.NET and Word forms.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { UNIT_NOUN } from './unit-name.ts'

export type Field =
  | 'nummer'
  | 'datum'
  | 'oeffentlichkeit'
  | 'federfuehrend'
  | 'betreff'
  | 'art'
  | 'gremium'
  | 'termin'
  | 'top'
  | 'sonstiges'

const NR = String.raw`(?: ?[-–]? ?(?:[Nn]rn?|[Nn]ummer|NR|NUMMER|No)\.?)`
/** How a label names both men and women, one or many, and what marks a note: `Verantwortliche/r`, `Stelle(n)`, `Einreicher*`. */
const FORMS = String.raw`(?:(?:[/*:_]-?|\(-?)(?:innen|in|en|er|e|n|r|s)\)?)?\*?`
/** A noun for a unit, as forms ask for it. */
const UNIT = String.raw`(?:${UNIT_NOUN}|Amt|Bereich|Team|Büro|FB|FD|SG|OE)`
const LABELS: readonly (readonly [Field, number, string])[] = [
  [
    'nummer',
    0,
    oneLine`
      (?:
        (?!
          (?:Bezugs?|Ursprungs|Vorgänger|Stamm|Erst|Vor)-?(?:vorl|drucks)
        )\p{L}*-?(?:Vorlagen?|Drucksachen?)|
        DS|Drs\.?|Drucks\.|Antrags?|Anfragen?|Sitzungsvorlagen?|Stellungnahmen?
      )${NR}|
      Vorlagennummer|Vorlagenummer|Drucksachennummer|Drucksachenummer|Drucksachen-Nr\.
    `,
  ],
  ['nummer', 1, String.raw`Vorlage|Drucksache|Nummer|Nr\.|Lfd\. ?Nr\. der Vorlage|Dokumentennummer|VO-Nr\.`],
  [
    'datum',
    0,
    String.raw`Datum(?:(?: der)? (?:Vorlage|Drucksache|Erstellung))?|Vorlagendatum|Erstellt am|Erstellungsdatum|Erstelldatum|Ausstellungsdatum|Ausgabedatum|Ausgegeben am|Stand|Freigabedatum|Antragsdatum|(?:Antrag|Anfrage|Vorlage|Drucksache) vom|Eingereicht am`,
  ],
  ['datum', 1, String.raw`vom`],
  [
    'oeffentlichkeit',
    0,
    String.raw`Status|Öffentlichkeitsstatus|Öffentlichkeit|Sitzungsteil|Beratungsstatus|Vertraulichkeit|Vorlagenstatus`,
  ],
  [
    'federfuehrend',
    0,
    String.raw`Federführend(?:e[rs]?)?(?: \p{L}+)?|Federführung|Federführende Organisationseinheit|(?:Fachbereich|Amt|Dienststelle) \(federführend\)|Vorlage(?:n)?führende \p{L}+|Federf\. ?(?:Amt|Fachbereich|FB|OE)`,
  ],
  [
    'federfuehrend',
    1,
    oneLine`
      (?:Verantwortlich|Zuständig|Federführend)(?:e[rs]?)? ?/ ?(?:
        Referat|Dezernat|Amt|Fachbereich|Fachdienst|Abteilung|Bereich|Dienststelle
      )|
      Verantwortlich(?:e[rs]?)?(?: (?:Bereiche?|Fachbereiche?|Ämter|Amt|Dienststelle|Organisationseinheit|Stelle)
      )?|
      Zuständig(?:e[rs]?)?(?: (?:Bereich|Fachbereich|Amt|Dienststelle|Organisationseinheit|Dezernat))?|
      Einr(?:eicher(?:/in|in)?|\.)|(?:Eingereicht|Eingebracht|Vorgelegt|Ausgearbeitet) (?:von|durch)|
      Einreichende[rs]? (?:Amt|Dienststelle|Stelle|Fachbereich|Dezernat|Bereich|Organisationseinheit)|
      Einbringer(?:/in|in)?|Einbr\.|Vorlagenersteller|Erstellt (?:durch|von)|Absender|Stadtamt|
      Federführendes Dezernat
    `,
  ],
  [
    'federfuehrend',
    2,
    oneLine`
      (?:${UNIT}|Dezernent(?:/in)?)(?: ?[/,|] ?(?:
          ${UNIT}|OE|AZ|Az\.?|Aktenzeichen|Sachbearbeit(?:er|ung)(?:/-?in)?|Bearbeiter(?:/-?in)?|
          Verfasser(?:/-?in)?
        )
      )+|
      FB|FD|OE|Fachbereich|Fachdienst|Fachamt|Amt|Organisationseinheit|Geschäftsbereich|Bereich|Abteilung|
      Produktverantwortung
    `,
  ],
  [
    'federfuehrend',
    3,
    String.raw`Dezernat(?:/e|\(e\)|e)?|Referat|Ressort|Dienststelle|Sachgebiet|Geschäftszeichen der Dienststelle|Stadtdienst|Stadtbetrieb|Servicebereich|Stabsstelle|Fachgebiet|Fachgruppe|Org(?:a|\.)?-Einheit|Verwaltungseinheit`,
  ],
  [
    'betreff',
    0,
    oneLine`
      Betreff|Betrifft|Betr\.|Gegenstand(?: der (?:Vorlage|Beratung|Drucksache))?|
      (?:Bezeichnung|Gegenstand|Betreff|Titel) des (?:Tagesordnungspunkte?s|TOP)|(?:TOP|Tagesordnungspunkt)-?(?:Bezeichnung|Betreff|Titel)|Bezeichnung der (?:Vorlage|Drucksache)|Beratungsgegenstand|
      Verhandlungsgegenstand|Kurztitel|Vorlagentitel|Betreff der Vorlage
    `,
  ],
  [
    'betreff',
    1,
    String.raw`Titel(?: der (?:Vorlage|Drucksache))?|Thema|Bezeichnung|Tagesordnungs-?[Pp]unkt|Kurzbezeichnung|Überschrift`,
  ],
  ['art', 0, String.raw`(?:Vorlagen?|Drucksachen?|Dokumenten?)-?(?:[Aa]rt|[Tt]yp)|Art(?: der (?:Vorlage|Drucksache))?`],
  [
    'gremium',
    0,
    String.raw`Gremium|Sitzung(?: des| der)?|(?:Deputation|Ausschuss|Gremium)(?: ?/ ?(?:Deputation|Ausschuss|Gremium|Rat)){1,2}|Beratendes Gremium`,
  ],
  [
    'termin',
    0,
    String.raw`Termin|Sitzungstermin|Sitzungsdatum(?: (?:Deputation|Ausschuss|Gremium)(?: ?/ ?(?:Deputation|Ausschuss|Gremium))?)?|Sitzung am|Sitzungstag|Beratungstermin|Tag der Sitzung`,
  ],
  ['top', 0, String.raw`(?:Zu )?TOP(?:-Nr\.)?|Tagesordnungspunkt Nr\.`],
  [
    'sonstiges',
    0,
    oneLine`
      Antrag ?/ ?Anfrage(?: ?Nr\.?)?|Anfrage ?/ ?Antrag(?: ?Nr\.?)?|Bearb\.|
      Bearbeite(?:r|rin|t)(?:[/*:_]-?in)?(?: (?:von|durch))?|Bearbeitung(?:sstand)?|
      Sachbearbeit(?:er|ung)(?:[/*:_]-?in)?|Tel\.?(?:[ -]?Nr\.?)?|Telefon|Telefax|Fax|Durchwahl|Ruf|E-?Mail|
      Az\.?|Aktenzeichen|Geschäftszeichen|G[zZ]\.?|Unser Zeichen|TOP ?/ ?akt\. Beratung|Initiator(?:in)?|
      Antragsteller(?:[/*:_]-?in)?|Fragesteller(?:[/*:_]-?in)?|Referent(?:[/*:_]-?in)?|
      Dezernent(?:[/*:_]-?in)?|Beteiligt(?:e[rs]?)?(?: \p{L}+)?|Beteiligung(?:en)?|
      Beschluss(?:organ|gremium)|Entscheidendes Gremium|
      (?:Bezug|Bezugs|Ursprungs|Vorgänger)-?(?:Nr|Nummer|Vorlagen?|Drucksachen?)\.?(?:-?(?:Nr|Nummer)\.?)?|
      Verfasser(?:[/*:_]-?in)?|Ansprechpartner(?:[/*:_]-?in)?|Auskunft erteilt|
      Berichterstatter(?:[/*:_]-?in)?|Anzahl der Anlagen|Anlagen?|eingegangen(?: am)?|Eingang|Wahlperiode|
      Legislaturperiode|Sitzungs(?:ort|raum|saal|beginn|ende|dauer|leitung|leiter(?:in)?)|Tagungsort|
      Mitzeichnung|Nachrichtlich|Bezug|Verteiler|Ort|Raum|Beginn|Ende|Uhrzeit|Version|Seite|Vorgang|
      Bezüglich|Ursprung|Ursprungsinitiator|Einbringende|Vorlageersteller|Ergebnis|Zuständigkeit|
      Finanzposition|Vorsitz(?:ende[rn]?)?|Schriftführ(?:er|ung)(?:in)?|Anwesende?|Wiedervorlage|Genehmigt|
      Unterschrift|Dienststelle der Bearbeitung
    `,
  ],
]
/** Every label, as it stands before a colon (there with a number, too: `no`) or as a line of its own. */
export const COMPILED = LABELS.map(([field, rank, words]) => ({
  field,
  rank,
  pattern: latin(`^(?<no>\\d{1,2}\\.? )?(?:${words})${FORMS}(?:(?<colon> ?:)|(?: ?\\([^()\\n]{3,60}\\))? ?:?$)`, 'iu'),
}))
/** A word for a paper with its number behind it, without a colon. */
export const NUMBERED = latin(
  String.raw`^(?:\p{Lu}\p{L}*-?(?:[Vv]orlage|[Dd]rucksache)n?|Vorlagen?|Drucksachen?|VORLAGEN?|DRUCKSACHEN?|DS|Drs\.|Drucks\.|Beilage)(?:${NR}?[: ] ?| [–-] )(?=\p{L}{0,6}[ /-]?\d)|^Nr\. (?=\p{L}{0,6}[ /-]?\d)`,
  'u',
)
/** A label with its value behind it, without a colon: only where the value's form leaves no doubt. */
export const UNMARKED: readonly (readonly [Field, RegExp])[] = [
  ['datum', /^(?:Datum|Vorlagendatum|Erstellungsdatum|Stand) +(?=\d{1,2}\. ?(?:\d{1,2}\.|\p{L}+) ?\d{2,4}$)/u],
  [
    'oeffentlichkeit',
    /^(?:Öffentlichkeitsstatus|Öffentlichkeit|Status|Sitzungsteil) +(?=(?:nicht[- ]?)?öffentlich$)/iu,
  ],
  ['oeffentlichkeit', /^Behandlung +(?=(?:nicht[- ]?)?öffentlich(?!\p{L}))/u],
  ['sonstiges', /^Sachbearbeitung +(?=\p{Lu}{2,5} [-–] \p{Lu})/u],
  ['federfuehrend', /^Zuständig +(?=\p{Lu}\p{L}*(?:amt|bereich|dienst|referat|dezernat|abteilung|betrieb)(?!\p{L}))/u],
  [
    'federfuehrend',
    /^(?:Federführend|Verantwortlich)(?:es|e|er)? +(?=(?:Fachbereich|Fachdienst|Fachamt|Amt|Dezernat|Referat|Abteilung|Stabsstelle|Geschäftsbereich|FB|FD) (?:für |[\p{Lu}\d]))/u,
  ],
  [
    'betreff',
    /^(?:Betreff|Betrifft|Beratungsgegenstand|Verhandlungsgegenstand|(?:Titel|Gegenstand|Bezeichnung) der (?:Vorlage|Drucksache)) +(?=[\p{Lu}\d„"])/u,
  ],
  [
    'federfuehrend',
    latin(
      String.raw`^(?:${UNIT})(?: ?[/|] ?(?:${UNIT}))+ +(?=(?:${UNIT}|[IVX]{1,4}|\d{1,3}(?:[./-]\d{1,3}){0,3}) ?(?:[-–/] ?)?[\p{Lu}\d]|(?:${UNIT}) für )`,
      'u',
    ),
  ],
  [
    'federfuehrend',
    /^(?:Dezernat\(e\)|Organisationseinheit|Federführendes? \p{L}+|Federführung|Fachbereich\/Amt|Dezernat\/Amt) +(?=[\p{Lu}\d])/u,
  ],
]
