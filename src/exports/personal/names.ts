/**
 * What the name of a person looks like, and what looks like one but names an office, a topic or somebody elected. Pure.
 *
 * Units: offsets within the words given.
 * Source: heads and signatures of papers as councils print them.
 */
import { oneLine } from '../../one-line.ts'

export interface Range {
  readonly start: number
  readonly end: number
}

const TITLE = String.raw`(?:(?:Herrn?|Frau|Hr\.|Fr\.|Dr\.|Prof\.|Dipl\.-?\p{L}{2,12}\.?|Ing\.|Mag\.|M\. ?A\.|med\.|jur\.|rer\. ?\p{L}{3}\.) ?)`
const CALLED = String.raw`(?:Herrn?|Frau|Hr\.|Fr\.)`
const WORD = String.raw`\p{Lu}[\p{L}'’]{1,18}(?:-\p{L}[\p{L}'’]{1,18}){0,2}`
const INITIAL = String.raw`\p{Lu}\.(?:-?\p{Lu}\.)?`
const OF = `(?:(?:von|van|vom|zu|zur|zum|de|del|della|den|der|ten|ter|el|al|bin|Freiherr|Graf|VON|VAN|ZU|DE|DER|DEN) ){0,2}`

const ONE = new RegExp(`^${TITLE}{0,4}${OF}${WORD}$`, 'u')
const SEVERAL = new RegExp(`^${TITLE}{0,4}(?:${WORD}|${INITIAL})(?: ${OF}(?:${WORD}|${INITIAL})){1,3}$`, 'u')
const TURNED = new RegExp(
  `^${TITLE}{0,4}${OF}${WORD}(?: ${WORD})?, ?${TITLE}{0,3}(?:${WORD}|${INITIAL})(?: (?:${WORD}|${INITIAL}))?,?(?: ?${TITLE})?$`,
  'u',
)
/** A person addressed as one, anywhere. */
export const TITLED: RegExp = new RegExp(
  String.raw`(?<!\p{L})${CALLED} (?:(?:Dr|Prof)\.(?: med\.)? ){0,2}${OF}${WORD}(?: (?!(?:${CALLED}|Fr|Hr|Tel|Telefon|Fax|Zimmer|Zi)(?!\p{L}))${OF}${WORD})?`,
  'gu',
)
const STARTS_TITLED = new RegExp(String.raw`^(?:${CALLED}|Dr\.|Prof\.) ?\p{L}`, 'u')

/** Elected and other public offices: who holds one is named for it. */
const OFFICE_WORD = oneLine`
  (?:
    (?:Ober|Bezirks|Orts|Alt|Verbands)?[Bb]ürgermeister(?:in)?|
    (?:Erste[rn]? )?(?:Stadt|Kreis)?(?:[Bb]eigeordnete[rn]?|[Kk]ämmerer|[Kk]ämmerin|[Dd]irektor(?:in)?)|
    [Dd]ezernent(?:in)?|Land(?:rat|rätin)|
    Stadt(?:rat|rätin|räte|baurat|baurätin|rechtsdirektor(?:in)?|verordnete[rn]?|schulrat|schulrätin)|
    Gemeinde(?:rat|rätin|vertreter(?:in)?)|Rats(?:herr|frau|mitglied|vorsitzende[rn]?)|Kreistagsmitglied|
    Stadtratsmitglied|Senator(?:in)?|Ortsvorsteher(?:in)?|(?:\p{L}+)?[Vv]orsitzende[rn]?|Sprecher(?:in)?|
    Mitglied (?:des|der)|Bundestagsabgeordnete[rn]?|Abgeordnete[rn]?|MdB|MdL|Präsident(?:in)?|
    Geschäftsführer(?:in)?|Vorstand|Fraktion(?:en)?|\p{L}+fraktion
  )
`
/** An office beside a name, and not a unit named after one ("Bürgermeister- und Presseamt"). */
export const OFFICE: RegExp = new RegExp(String.raw`(?<![\p{L}])${OFFICE_WORD}(?![\p{L}]|-\s?u)`, 'u')
const PARTY =
  /(?<!\p{L})(?:CDU|CSU|SPD|FDP|AfD|BSW|ÖDP|Volt|Bündnis ?90|GRÜNEN?|Grünen?|DIE LINKE|Die Linke|Linke|Freie[n]? Wähler|Piraten)(?!\p{L})/u
const HOLDER = new RegExp(
  String.raw`(?<![\p{L}])${OFFICE_WORD},? (?:(?:Herrn?|Frau|Dr\.|Prof\.) ){0,3}${OF}(\p{Lu}[\p{Ll}'’-]{2,30}(?: ${OF}\p{Lu}[\p{L}'’-]{2,30}){0,2})`,
  'gu',
)

/** Words that name offices of an administration. Families are called Rathjen, Albrecht and Döring, too. */
const UNIT = new RegExp(
  oneLine`
    (?<!\p{L})(?:
      Amt|Ämter|Dez|Dezernate?|FB|FD|FG|SG|Fachbereiche?|Fachdienste?|Fachgebiet|Geschäftsbereich|Referate?|
      Ref|Abteilung(?:en)?|Abt|Sachgebiet|Stab|Stabs(?:stelle|abteilung)|Büro|Team|Bereiche?|Verwaltung|
      Eigenbetriebe?|Stadt|Gemeinde|Landkreis|Kreis|Rat|Magistrat|Senat|GmbH|AG|mbH|Zentrale[rs]?|
      Personalrat
    )(?!\p{L})|
    (?:
      verwaltung|dienste?|betriebe?|bereich|dezernat|referat|abteilung|stelle|büro|werke|fraktion|ausschuss|
      ausschuß|amt|ämter|kasse|kämmerei|archiv|bibliothek|museum|schulen?|zentrum|anstalt|beirat|
      gemeinderat|stadtrat|ortschaftsrat|gericht|gesellschaft|verband|verein|stiftung|feuerwehr|straße
    )(?!\p{L})
  `,
  'iu',
)
/** Words that name what an office is about, or stand in heads for other reasons. */
const TOPIC = new RegExp(
  oneLine`
    ^(?:
      \p{L}*(?:
        isierung|organisation|planung|förderung|entwicklung|steuerung|beschaffung|ordnung|wirtschaft|
        finanzen|personal|haushalt|bildung|kultur|verkehr|mobilität|klimaschutz|tiefbau|hochbau|
        liegenschaften|vermögen|grünflächen|gesundheit|sicherheit|controlling|marketing|statistik|technik|
        informatik|integration|inklusion|beteiligung|kommunikation|innovation|strategie|management|
        angelegenheiten|betreuung|energie|landschaft|tourismus|vergabe|revision|prüfung|beratung|
        entscheidung|beschlussfassung|kenntnisnahme|anhörung|information|vorlage|anfrage|mitteilung|
        öffentlichkeit|öffentlich
      )|
      Umwelt|Soziales|Familie|Jugend|Senioren|Sport|Beschluss|Antrag|Bericht|Status|Datum|Anlagen?|Betreff|
      Sitzung|Termin|Gremium|Drucksache|Telefon|Telefax|Zimmer|Keine[r]?|Nein|Ja|Siehe
    )$
  `,
  'iu',
)
/** What stands before a name and is none: a number, a code, the clerk's own rank. */
const BEFORE =
  /^(?:(?:Amt|FB|FD|FG|SG|Abt\.?|Dez\.?|Ref\.?|Team|Bereich|Sachgebiet|Fachbereich|Fachdienst|Abteilung|Referat|Dezernat) [\dIVX][\d.:IVX-]*[a-z]? |\d[\d.:-]*[a-z]? |(?:\p{L}*leiter(?:in)?|\p{L}*leitung|\p{L}*inspektor(?:in)?|\p{L}*amtsrat|\p{L}*amtsrätin|\p{L}*amtmann|\p{L}*amtfrau|Sachgebiet|Sachbearbeiter(?:in)?) )*/iu

/** Do these words name an office of the administration rather than somebody? */
export function isUnit(words: string): boolean {
  const code = words.includes(',') ? /^$/ : /^\p{Lu}{1,3}\.?$/u
  return UNIT.test(words) || words.split(/[ ,]+/).every((word) => TOPIC.test(word) || code.test(word))
}

/** First and family name, "Quast, Ilse", or somebody addressed as Herr or Frau. */
export function isFullName(words: string): boolean {
  if (!SEVERAL.test(words) && !TURNED.test(words) && !(STARTS_TITLED.test(words) && ONE.test(words))) return false
  // "OV Grö": a code before a place.
  if (/^\p{Lu}{2,3} \p{Lu}\p{Ll}/u.test(words)) return false
  return !isUnit(words) && !OFFICE.test(words) && !words.split(/[ ,]+/).some((word) => TOPIC.test(word))
}

/** A full name or a single word that can be a family name. */
export function canBeName(words: string): boolean {
  return isFullName(words) || (ONE.test(words) && !isUnit(words) && !OFFICE.test(words))
}

/** Is an office or a party named here? */
export function namesOffice(words: string): boolean {
  return OFFICE.test(words) || PARTY.test(words)
}

/** The words of names that stand behind an office in the text: their holders are named for it. */
export function holdersIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(HOLDER)].flatMap(([, name = '']) => name.split(' ')))
}

/**
 * The stretches of a value that name persons. `sure`: the place is one for persons, so that a single word is one, too.
 * Units and topics beside them stay.
 */
export function personsIn(value: string, sure: boolean): Range[] {
  const found: { start: number; end: number }[] = []
  const take = (start: number, end: number): void => {
    const last = found.at(-1)
    if (last && /^, ?$/.test(value.slice(last.end, start))) last.end = end
    else found.push({ start, end })
  }
  const pieces = piecesOf(value)
  for (let at = 0; at < pieces.length; at++) {
    const one = pieces[at]
    const next = pieces[at + 1]
    if (!one) continue
    if (next && /^, ?$/.test(value.slice(one.end, next.start)) && isFullName(value.slice(one.start, next.end))) {
      take(one.start, next.end)
      at += 1
    } else if ((sure ? canBeName : isFullName)(value.slice(one.start, one.end))) take(one.start, one.end)
    else
      for (const { index, 0: words } of value.slice(one.start, one.end).matchAll(TITLED))
        take(one.start + index, one.start + index + words.length)
  }
  return found
}

/** The parts of a value, each without the numbers and ranks around it. */
function piecesOf(value: string): Range[] {
  const pieces: Range[] = []
  for (const match of value.matchAll(/(?:(?! - | {2}| und | u\. | o\. V\.)[^;/()|\t\n–,:])+/gu)) {
    const from = match.index + (match[0].length - match[0].trimStart().length)
    const words = match[0].trim()
    const lead = BEFORE.exec(`${words} `)?.[0].length ?? 0
    const name = words
      .slice(lead)
      .replace(/(?:^| )(?!(?:und|u\.) )\S*\d.*$/u, '')
      .replace(/^(?:und|u\.) /, '')
    const start = from + words.indexOf(name, Math.min(lead, words.length))
    if (name.trim()) pieces.push({ start, end: start + name.trimEnd().length })
  }
  return pieces
}
