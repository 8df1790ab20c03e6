/**
 * The shapes of paper numbers, and the words before and behind them that make them one, or something else.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

const PREFIX = String.raw`[a-zäöü]?[A-ZÄÖÜ]{1,5}\d?(?:[-.][A-ZÄÖÜ]{1,5}){0,2}`
/** Versions, supplements and the unit behind a number: `-02-01`, `/1`, `.1`, `(1)`, `-E1`, `-R5`, `/F`. */
export const MORE = oneLine`
  (?:/WP ?\d{2}(?!\d))?(?:/\d{1,2}(?:\. ?|-)(?:Erg|Änd|Neuf)\p{L}{0,8}\.?)?(?:
    (?:[-/.] ?|-(?:E|Ä|N|NV|AA|B|(?:NF|ÄA|VSP|DS|SN|AW|IV)-?))\d{1,3}(?![\d.]*\d{4})(?:[A-E](?![\p{L}\d]))?
  ){0,3}(?:_\d{1,2}|-[A-ZÄÖÜ]{1,3}\d{0,2}(?![\p{L}\d-]))?(?: (?:E|Ä|N)\d{1,2}| [EÄNA](?![\p{L}\d.:]| \d)|/[A-ZÄÖÜ](?![\p{L}\d/]))?(?: - [IVX]{1,4}/\d{1,4}(?!\d))?
`
export const END = String.raw`(?![\p{L}\d]|[/-]\d|[.,]\d)`
export const YEAR = String.raw`(?:19[5-9]\d|20\d\d)`

/** Shapes nothing else has: letters, a year and a running number, or a term of office. */
const SHAPES = [
  String.raw`${PREFIX}[/ -] ?${YEAR}[/-]\d{2,6}`,
  String.raw`${PREFIX}[/ -] ?\d{1,6}/${YEAR}`,
  String.raw`[A-ZÄÖÜ]{2,4}(?:-[A-ZÄÖÜ]{2,4})?/\d{2}/\d{3,6}`,
  String.raw`\d{2}-\d{2} ?/ ?[A-ZÄÖÜ]{1,3} ?\d{3,6}`,
  String.raw`${YEAR}/\d{4,6}`,
  String.raw`\d{3,5}/${YEAR}/(?:[A-ZÄÖÜ]{1,4}(?:-[A-ZÄÖÜ]{1,5})?|\d{1,2}[A-Z])`,
  String.raw`\d{4,5}/${YEAR}`,
  String.raw`${YEAR}-[A-ZÄÖÜ]{1,4}-\d{2,6}`,
  String.raw`${YEAR}/[A-ZÄÖÜ]{1,4}/\d{2,6}`,
  String.raw`[IVX]{1,5}-[A-ZÄÖÜ]{1,4}-\d{3,6}`,
  String.raw`\d{2}/[A-ZÄÖÜ]{2,5}/\d{3,6}`,
  String.raw`[A-ZÄÖÜ]{1,3}\d{4,5}/\d{2}`,
  String.raw`[A-ZÄÖÜ]{1,3}\d{3,5}/${YEAR}`,
  String.raw`[A-ZÄÖÜ]{1,4}\d{0,2}/\d{3,5}/\d{2}`,
  String.raw`[A-ZÄÖÜ]{1,3}/\d{3,5}/[IVX]{1,5}`,
  String.raw`\d{2}-[A-ZÄÖÜ]{1,3}-\d{1,3}-\d{3,5}`,
  String.raw`\d{3,5}/${YEAR}-${YEAR}`,
  String.raw`\d{4}-\d{2}/DS[- ]?[IVX]{1,4} ?\([A-Z]\)\s?\d{3,5}`,
  String.raw`WP \d{2}-\d{2} SV \d{2}/\d{2,4}`,
  String.raw`(?:GRDrs|BezDrs|DrS|RDrs)\.? ?\d{1,5}/(?:${YEAR}|\d{2})`,
]
const OF_TERM = String.raw`(?:[A-ZÄÖÜ]{1,3} )?\d{1,2}/\d{4}/WP ?\d{2}(?:-\d{1,2})?`
const OWN_SHAPE = `(?:(?:${SHAPES.join('|')})${MORE}|${OF_TERM})`
export const WHOLE = latin(`^${OWN_SHAPE}$`, 'u')
/** What may stand behind a word for a paper: any of these, with digits. */
const LOOSE = oneLine`
  (?:
    ${OWN_SHAPE}|20\d{6}(?!\d)|[IVX]{1,4} ?\([A-Z]\)\s?\d{3,5}|\d{7}(?:[A-Z]{1,3}\d{0,2})?(?![\p{L}\d])|\d{3}\.\d{2}\.\d{2,5}|
    \d{2,4}[/-][A-ZÄÖÜ]{1,5}[/-]\d{1,5}|
    (?:[A-ZÄÖÜ]{1,5}\d?(?:[-.][A-ZÄÖÜ]{1,5}){0,2}[/ -] ?)?(?:\d{1,4}[a-e]?[/-]){0,3}\d{1,6}(?:/[A-ZÄÖÜIVX]{1,5}(?![a-zäöü]))?${MORE}
  )
`
const PAPER = String.raw`(?:\p{L}*(?:[Vv]orlagen?|[Dd]rucksachen?|[Aa]ntr[aä]g(?:e?s?|en)|[Aa]nfragen?|[Bb]eschl(?:uss|üsse)|[Mm]itteilung|[Ss]tellungnahme)|VORLAGEN?|DRUCKSACHEN?|V(?:orl|ORL)\.|DS|Ds|Drs\.?|Drucks\.)`
const LABEL = String.raw`(?:(?:[-– ]{0,3}|\n)(?:[Nn]umm?ern?|[Nn]rn?\.?|[Nn]ro\.?|NR\.?|NUMMER)\n?)?(?:[: \t]{0,2}|\n)`
/** "Antrag der X-Fraktion Nr. 12/2031": who asks stands between. */
const ASKER = String.raw`(?:\s(?:der|des|von)\s(?:[\p{L}/&-]+\s){0,3}?[\p{L}/&-]*(?:[Ff]raktion(?:en)?|[Gg]ruppe|[Bb]eirats|[Bb]eirates)\s(?:[\p{L}/&-]+\s){0,4}?(?=Nr\.?\s?\d))?`
export const BEHIND_WORD = latin(
  String.raw`(?:(?<![\p{L}-])|(?<=(?<![\p{L}-])(?!(?:BT|BR|LT)-)\p{Lu}{1,3}-))(?<word>${PAPER})${ASKER}(?<label>${LABEL})[„"(]?(?<number>${LOOSE})${END}`,
  'uy',
)
/** Some of this stands in every word for a paper. */
export const WORD_SIGN =
  /[Vv]orlage|[Dd]rucksache|[Aa]ntr[aä]g|[Aa]nfrage|[Bb]eschl(?:uss|üsse)|[Mm]itteilung|[Ss]tellungnahme|Vorl\.|VORL\.|VORLAGE|DRUCKSACHE|D[Ss]|Drs|Drucks\./g
export const FURTHER = latin(
  String.raw`^(?:,|;| und| sowie| bis| u\.|,? bzw\.| /| \+) ?(?:Nr\. ?)?(?<number>${LOOSE})${END}`,
  'u',
)
/** "Antrag vom 02.05.2031, NR 678": letters and a running number behind the paper's date. */
export const BEHIND_DATE = latin(
  /(?<!\p{L})\p{L}*(?:[Vv]orlage|[Aa]ntrag|[Aa]nfrage|[Aa]nregung|[Bb]ericht|[Vv]ortrag|[Ss]tellungnahme)(?: de[rs] [\p{L}-]{3,30})?\s+vom\s+\d{1,2}\.\d{1,2}\.\d{4}, (?<number>[A-Z]{1,3} \d{1,4}(?:\/\d{2})?)(?![\p{L}\d/]|[.,]\d)/gu,
)
/** "Antrag der Stadträtin Muster Nr. 0123 vom 04.05.2031", "Antrag der Fraktion vom 30.05.2031 (Nr. 185/31-A)": who asked and the day say so. */
export const OF_DAY = latin(
  String.raw`(?<!\p{L})(?:Antr[aä]g(?:e?s)?|Anfrage)\s(?:der|des|von)\s[^.;:()]{3,90}?\s(?:Nr\.\s?(?<number>\d{3,5}(?:/\d{2,4})?)(?=\svom\s\d)|vom\s\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s\(Nr\.\s?(?<behind>\d{2,5}(?:[/-]\d{2,4})?(?:-[A-Z]{1,2})?)(?=\)))`,
  'gu',
)
/** What every number behind a day holds. */
export const DATED = /vom\s+\d{1,2}\.\d{1,2}\.\d{4}, [A-Z]/
/** The same with its year, once a paper has shown that its house numbers so. */
export const LETTERED = /(?<![\p{L}\d/.,§-])[A-Z]{1,2} \d{2,4}\/\d{2}(?![\p{L}\d/]|[.,]\d)/gu
export const FREE = latin(String.raw`(?<![\p{L}\d/.,§-]|\d )(?<number>${OWN_SHAPE})${END}`, 'uy')
/** Every shape holds such a divider, and before its first one no more than so many characters. */
export const DIVIDER = /(?<=\d)[/-]|[/-](?=\d)/g
export const BEFORE_DIVIDER = 32

const HOUSE = String.raw`(?:Bundestag|Bundesrat|Bundesregierung|Landtag|Landesregierung)\p{L}*`
export const HOUSE_BEFORE = latin(`${HOUSE}[^.;:]{0,80}$`, 'u')
export const HOUSE_BEHIND = latin(
  String.raw`^\)?\s(?:(?:in der |aus der )?(?:Sitzung )?(?:des|der|vom|im|durch den))\s(?:Deutschen )?${HOUSE}`,
  'u',
)
export const LAW = /\((?:EU|EG|EWG)\)\s(?:Nr\.\s)?(\d{1,4}\/\d{1,4})(?!\d)/gu

/** Words before a number that make it something else. */
export const NOT_BEFORE = latin(
  oneLine`
    (?:
      \((?:EU|EG|EWG|Euratom)\)(?: Nr\.)?|
      (?<!\p{L})(?:
        EU|EG|EWG|[\p{L}-]*(?:[Vv]erordnung|[Rr]ichtlinie|[Ll]eitlinie)|RL|VwV|Gesetz|BGBl\.?(?: I+)?|
        GVBl\.?|GBl\.?|Amtsblatt|ABl\.?|DIN|EN|ISO|VDI|Az\.?:?|Aktenzeichen:?|Gz\.?|Flst\.?|
        Flurstück(?:e|s)?|Flurst\.|Grundstücke?|Parzelle|HRB|Tel\.?|Telefon|Fax|Konto|Kto\.?|PSP|
        PSP-Element|Produkt|Kostenstelle|Sachkonto|Auftrag|Projekt|Haushaltsjahre?n?|Jahre?n?|Haushalt|
        Doppelhaushalt|DHH|HH|Schuljahr|SJ|Winter|Saison|Spielzeit|Wirtschaftsjahr|Kita-Jahr|
        Kindergartenjahr|Bundestag\p{L}*|Bundesrat\p{L}*|Landtag\p{L}*|BT|BR|LT|Rechnung|Rechnungsnummer|
        Kassenzeichen|Bestellung|Bebauungsplan|B-Plan|BPlan
      )[ -]?(?:Nrn?\.?)?
    )[ :-]*$
  `,
  'u',
)
/** Letters before a number that stand for something else than a paper. */
export const OTHER_PREFIX = latin(
  oneLine`
    ^(?:
      KW|TOP|Nr|Abs|Art|Az|HH|DHH|SJ|WS|SS|EU|EG|EN|DIN|ISO|KFZ|HRB|HRA|Bd|Heft|Stand|Ziff|Jg|Lfd|LfdNr|Pos|
      Tel|Fax|Los|Teil|Kap|Anl|Anlage|Seite|Punkt|Ende|Anfang|Mitte|Jahr|Haushalt|Mai|Juni|Juli|März|Sommer|
      Winter|Herbst|Frühj|seit|ab|bis|vom|zum|und|im|in|am|Q|H|EUR|Euro|TEUR|PLZ|EW|VZÄ|StVO|BauGB|SGB|GemO|
      GO|BGH|OVG|VGH|VG|BVerwG|RAL|TL|ZTV|WA|MI|GE|Haus|Block|Saison|Periode|Plan|Stufe|Phase|Klasse|
      Version|RdErl|GV|GVOBl|BGBl|GBl|ABl|MBl|Doppel|Budget|Etat|NR
    )(?![\p{L}-])
  `,
  'u',
)
