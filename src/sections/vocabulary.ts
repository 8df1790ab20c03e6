/**
 * Heading words and what a section under them is about. Matched in lower case against the heading without its number,
 * brackets at its end and closing punctuation.
 *
 * Source: headings of the layouts in which councils' systems and word-processor forms print their papers; what only one
 * system or city prints belongs to its profile.
 */

import type { SectionKind } from '../document.ts'
import { oneLine } from '../one-line.ts'
import { headsIn } from '../parse/consultation/columns.ts'
import { latin } from '../parse/latin.ts'

/** In order: the first that matches decides. */
const KINDS: readonly (readonly [SectionKind, RegExp])[] = [
  [
    'beratungsverlauf',
    /^(?:beratungsverlauf|beratungsergebnisse?|bisherige beratungen|abstimmungsergebnis|beschlussverlauf)$/,
  ],
  [
    'beratungsfolge',
    latin(
      oneLine`
      ^(?:
        (?:top(?:-nr\.?)? ?[/|]? ?)?(?:geplante |vorgesehene |weitere |vorläufige |voraussichtliche |bisherige )?(?:
          beratungsfolgen?|beratungsablauf|beratungslauf|beratungsreihenfolge|gremienfolge|gremienweg|
          gremienlauf|gremienberatung(?:en)?
        )(?: dieser vorlage| der vorlage| der drucksache)?(?: und sitzungstermine?)?|
        geplante sitzungstermine|beratung und beschlussfassung|beratungsgang|beratungsweg|beratungsverlauf|
        sitzungsverlauf|beratungstermine?|sitzungsfolge|
        zur (?:beratung|behandlung|beschlussfassung|vorlage) (?:in|im|an)(?: den| die| das)?(?: folgenden? gremien)?|
        vorgesehen(?:e behandlung)? (?:in|für)(?: den| die)?(?: folgenden? (?:gremien|sitzungen))?|
        adressat(?:en)? der mitteilung
      )$
    `,
      '',
    ),
  ],
  [
    'beschlussvorschlag',
    latin(
      oneLine`
      ^(?:(?:neuer|geänderter|ursprünglicher) )?(?:beschluss|beschluß|beschlüsse)(?:
        vorschlag|vorschläge|antrag|entwurf|empfehlung|text|tenor|fassung
      )?(?: der verwaltung| des (?:stadtrats|gemeinderats|ausschusses)| (?:für|an) (?:den?|die|das) [\p{L} -]{3,40}
      )?$
    `,
      'u',
    ),
  ],
  [
    'beschlussvorschlag',
    latin(
      oneLine`
      ^(?:
        (?:inhalt|text|wortlaut|formulierung|tenor) (?:des|der) (?:beschluss|beschluß|antrags)(?:
          vorschlag(?:e?s)?|antrag(?:e?s)?|entwurf(?:e?s)?|empfehlung|es
        )?|
        beschluss(?:darstellung|formulierung|inhalt|wortlaut|punkte)|
        vorschlag (?:zur|für die) beschlussfassung|(?:vorgeschlagener|zu fassender|folgender) beschluss|
        beschluss-vorschlag
      )$
    `,
      'u',
    ),
  ],
  [
    'beschlussvorschlag',
    latin(
      oneLine`
      ^(?:
        (?:beschluss|beschluß)\p{L}{0,12}-? ?(?:/|und|oder) ?-?\p{L}{0,20}(?:vorschlag|antrag|empfehlung|entwurf)|
        \p{L}{3,20}(?:vorschlag|empfehlung|antrag)? ?/ ?-?(?:beschluss|beschluß)(?:vorschlag|antrag|empfehlung|entwurf)|
        (?:gutachten|empfehlungs)vorschlag|empfehlungsbeschluss|vorschlag zum beschluss|
        (?:empfohlener|vorgesehener|gefasster) beschluss|vorgeschlagene beschlussfassung|
        beschluss[ -]nr\.? ?[\p{L}\d][\p{L}\d /.-]{0,20}
      )$
    `,
      'u',
    ),
  ],
  [
    'beschlussvorschlag',
    latin(
      oneLine`
      ^(?:
        antrag(?:stext)?|petitum|(?:entscheidungs|verwaltungs|antrags)(?:vorschlag|empfehlung)|
        vorschlag der verwaltung|
        antrag de[rs] (?:referent|berichterstatter|oberbürgermeister|bürgermeister)\p{L}*|
        antrag der verwaltung|antrag an (?:den|die|das) [\p{L}/ ,-]{3,60}|
        (?:der|die) [\p{L} -]{3,50} (?:möge|wolle)(?: wie folgt)? beschließen|
        es wird (?:daher |folgendes )?(?:beantragt|vorgeschlagen)(?: zu beschließen)?|
        die verwaltung schlägt vor
      )$
    `,
      'u',
    ),
  ],
  [
    'finanzen',
    latin(
      oneLine`
      ^finanzwirksamkeit$|
      ^(?:[\p{L}]+ ){0,4}(?:
        finanziell|haushalts|haushaltsrechtlich|haushaltsmäßig|haushälterisch
      )
      \p{L}{0,4}(?:,? ?(?:und |/ ?)?[\p{L}-]+){0,4}[ -](?:auswirkung(?:en)?|folgen|konsequenzen|aspekte)(?: ?/ ?[\p{L}-]+| (?:der|des|auf|für) [\p{L} -]{3,50})?$|
      ^(?:darstellung der |beschreibung der |erläuterung(?:en)? (?:zu|der)(?: den)? )?(?:
        finanzielle[rn]?|haushaltsrechtliche|haushaltsmäßige|haushaltswirtschaftliche|haushälterische
      ) (?:und [\p{L}]+ )?(?:auswirkung(?:en)?|folgen|konsequenzen|abwicklung|bewertung)(?: (?:der|des|auf|für) [\p{L} -]{3,50})?$
    `,
      'u',
    ),
  ],
  [
    'finanzen',
    latin(
      oneLine`
      ^(?:
        auswirkung(?:en)? auf (?:den|die) (?:[\p{L}]+ )?(?:
          haushalt|finanzen|ergebnishaushalt|finanzhaushalt|haushaltsplan
        )|
        finanzierung(?:sübersicht)?|kosten(?:tabelle|übersicht|darstellung)?|kosten und finanzierung|
        kosten/finanzierung|finanzen|haushaltsmittel|(?:kosten und )?folgekosten|mittelbedarf|
        deckung(?:svorschlag|snachweis)?|gesamtkosten und finanzierung|finanz(?:bedarf|ierungsbedarf)|
        kosten und finanzen|finanzielles|mittelbereitstellung|haushaltsbelastung
      )$
    `,
      'u',
    ),
  ],
  [
    'begruendung',
    latin(
      oneLine`
      ^(?:
        (?:kurzfassung der |ausführliche |kurze )?begründung(?: des antrag(?:e)?s| (?:der|zur) vorlage| zum [\p{L}]+| und erläuterung(?:en)?
        )?|
        vortrag(?: (?:des|der) [\p{L}]+)?|sachvortrag|sachlage|
        problem(?:stellung|darstellung|lage|beschreibung)?|sach- und problem\p{L}+|vorbemerkungen?|
        anlass(?: und [\p{L}]+)?|ausgangssituation|vorgeschichte|zu den einzelnen punkten|sachverhalt|
        sachverhalt ?(?:/|und) ?begründung|(?:ergänzende )?erläuterung(?:en)?(?: (?:zum|zur) [\p{L}]+)?|
        sach(?:darstellung|stand)|kurzbegründung|rechtslage|sach- und rechtslage|problembeschreibung|
        ausgangslage(?: und [\p{L}]+)?|sachbericht|bericht|inhalt der (?:mitteilung|drucksache|vorlage)|
        mitteilung|stellungnahme(?: der verwaltung)?|antwort(?: der verwaltung)?|
        darstellung des sachverhalts?
      )$
    `,
      'u',
    ),
  ],
  [
    'anlagen',
    /^(?:anlagen?(?:verzeichnis)?|anlage\/n|anlage\(n\)|anhänge?|anlagen? \d+(?: bis \d+)?|verzeichnis der anlagen|anlagen zur (?:vorlage|drucksache))$/,
  ],
  [
    'inhalt',
    /^(?:kurzfassung|kurzdarstellung|anfrage(?:text)?|inhalt|zusammenfassung der vorlage|information|inhaltsübersicht)$/,
  ],
  [
    'formular',
    latin(
      oneLine`
      ^(?:
        verfahren|räumlicher bezug|einverständnis(?:se|erklärung)?|zustimmung der [\p{L} -]{3,40}|
        beteiligungen|beteiligung des|anlass der vorlage|vorliegende anträge(?:/anfragen)?|
        beschlussvorschriften|bereits gefasste beschlüsse|
        beteiligte (?:ämter|bereiche|dezernate|stellen|organisationseinheiten?)|die maßnahme ist|
        mitzeichnung(?:en)?|freigabe|unterschrift(?:en)?|beteiligte|beratungsergebnis(?:se)?|
        abstimmungsergebnis|(?:bereits |bisher )?gefasste beschlüsse|aufzuhebende beschlüsse|
        bisherige beschlüsse|vorliegende anfragen ?/ ?anträge|erledigte anfragen ?/ ?anträge|
        beteiligung anderer [\p{L}]+|gleichstellungsrelevan[tz]|steuerrechtliche prüfung|
        folgen bei ablehnung|rechtsgrundlagen?|alternativen?|hinweis auf einschlägige vorgänge|
        begründung der nichtöffentlichkeit.*|[\p{L}]+verträglichkeit|
        (?![\p{L} -]*(?:ausschu(?:ss|ß)|beirat|rat|kommission|amt)$)(?:
          klima|umwelt|nachhaltigkeits|demografie|gender|gleichstellungs
        )[\p{L}-]*(?:
          prüfung|check|relevanz|aspekte|auswirkung(?:en)?|wirkung|bewertung
        )?|
        (?:ökologische|personelle|klimatische|demografische|stellenplanmäßige|soziale) auswirkung(?:en)?|
        auswirkung(?:en)? auf (?:den|die|das) [\p{L} -]{3,50}|berücksichtigung von [\p{L}-]+|
        ergebnis der [\p{L}]+prüfung|beteiligung (?:von|der|des) [\p{L} §.\d-]{3,60}|co ?2 ?-?relevanz.*|
        iq-relevant|anhörung ortschaftsrat|abstimmung mit [\p{L} ]{3,50}|bürgerbeteiligung|
        personal(?:wirtschaftliche)?[\p{L}]* auswirkungen|stellungnahme der? [\p{L} -]{3,40}
      )$
    `,
      'u',
    ),
  ],
]

const PATTERNS = KINDS.map(([kind, pattern]) => [kind, latin(pattern)] as const)
/** All in one: hardly a line of a paper is a heading, and one answer for all is cheaper than one of each. */
const SOME = latin(KINDS.map(([, { source }]) => source).join('|'), 'u')

/** Words that are headings only where nothing but they could be meant: not in the letterhead, where they name the paper. */
const AMBIGUOUS =
  /^(?:antrag|anfrage|beschluss|beschluß|mitteilung|bericht|information|antwort|stellungnahme|kosten|finanzen|freigabe)$/

/** What a heading is about, or undefined if no rule knows it. */
export function kindOfHeading(words: string, extra: Readonly<Record<string, SectionKind>>): SectionKind | undefined {
  const folded = foldHeading(words)
  const known = extra[folded] ?? (SOME.test(folded) ? kindNamed(folded) : undefined)
  return known ?? (/[,/]| und /.test(folded) ? kindOfBoth(folded, extra) : undefined)
}

function kindNamed(folded: string): SectionKind | undefined {
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0]
}

/** `Petitum/Beschluss`, `Sachverhalt und Begründung`, `Sach- und Rechtslage, Begründung`: two headings in one, if both are about the same, or one the reasons and the other a mere word (`Begründung/Einordnung`). */
function kindOfBoth(folded: string, extra: Readonly<Record<string, SectionKind>>): SectionKind | undefined {
  const [first = '', ...others] = folded.split(/[,/]/.test(folded) ? /[,/]/ : / und /)
  const kind = kindOfHeading(first, extra)
  const goesOn = (part: string): boolean => {
    const other = kindOfHeading(part, extra)
    return other === kind || (other === undefined && kind === 'begruendung' && /^ ?\p{L}{4,25}$/u.test(part))
  }
  return kind && others.every(goesOn) ? kind : undefined
}

/** Could the heading as well be the name of the paper's kind? */
export function isAmbiguousHeading(words: string): boolean {
  return AMBIGUOUS.test(foldHeading(words))
}

const CLOSING = /[\s:.,–-]/

/** A heading's words in lower case, without number, brackets at the end and closing punctuation. */
export function foldHeading(words: string): string {
  const lower = words.toLowerCase()
  const bare = (/[^\S ]| {2}/.test(lower) ? lower.replace(/\s+/g, ' ') : lower)
    .replace(/^ ?(?:\p{L} ){4,24}\p{L}(?= ?:? ?$)/u, (spaced) => spaced.replaceAll(' ', ''))
    .replace(/^\s*(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)]|[a-h](?= )|[ivx]{1,4}[.)]?)\s+/, '')
  const plain = bare.includes('(') ? bare.replace(/\s*\([^()]{0,80}\)?\s*:?\s*$/, '') : bare
  return (CLOSING.test(plain.slice(-1)) ? plain.replace(/[\s:.,–-]+$/, '') : plain).trim()
}

/** Column heads of a list of consultations, in lower case; those that name a body, a day, and all others. */
const BODY = String.raw`gremi(?:um|en)|beratungsgremium|beratungsgremien|ausschuss|organ|beratungsfolge(?: dieser vorlage| der vorlage)?|beratungsreihenfolge`
const DAY = String.raw`datum|termine?|sitzungstermine?|beratungstermine?|sitzungsdatum|sitzungstag|sitzung(?:en)?(?: am| vom)?|am|tag`
const OTHER = oneLine`
  status|öffentlichkeit(?:sstatus)?|öffentlich|zuständigkeit|zust\.|top(?:-nr\.?)?|einladung|ergebnis|
  beschluss|ö ?\/ ?n|n ?\/ ?ö|ö|nö|n|beratungs(?:form|art|aktion|ergebnis|status)|beratung|art der beratung|
  behandlung|abstimmung|ja|nein|enth\.?|rolle|aktion|nr\.?|uhrzeit|zweck
`
const COLUMN = new RegExp(`^(?:${BODY}|${DAY}|${OTHER})$`)
const IS_BODY = new RegExp(`^(?:${BODY})$`)
const IS_DAY = new RegExp(`^(?:${DAY})$`)

/** Are these the column heads of a list of consultations? A body's and at least one more; no other words. */
export function areConsultationHeads(cells: readonly string[]): boolean {
  if (haveBodyAndDay(cells.join('\t'))) return true
  const folded = cells.map(foldColumn).filter(Boolean)
  if (folded.length < 2 || !folded.every((cell) => COLUMN.test(cell))) return false
  return folded.some((cell) => IS_BODY.test(cell)) && folded.some((cell) => !IS_BODY.test(cell))
}

/** Heads of any wording, in cells or run together, of which one is a body's and one a day's. */
function haveBodyAndDay(line: string): boolean {
  const columns = headsIn(line) ?? []
  const body = columns.includes('gremium') || /^\s*beratungsfolge/i.test(line)
  return body && columns.includes('datum')
}

/** Is this the head of a column of a list of consultations? */
export function isConsultationColumn(cell: string): boolean {
  return COLUMN.test(foldColumn(cell))
}

/** Do the words of a line make up column heads of a list of consultations: body, day, and others? */
export function areConsultationWords(line: string): boolean {
  if (haveBodyAndDay(line)) return true
  const words = line.trim().split(/\s+/)
  const cells: string[] = []
  for (let at = 0; at < words.length; ) {
    const most = [4, 3, 2, 1].find((count) => COLUMN.test(foldColumn(words.slice(at, at + count).join(' '))))
    if (!most) return false
    cells.push(foldColumn(words.slice(at, at + most).join(' ')))
    at += most
  }
  return cells.length >= 3 && cells.some((cell) => IS_BODY.test(cell)) && cells.some((cell) => IS_DAY.test(cell))
}

function foldColumn(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s:]+$/, '')
    .replace(/^\d\.\s*/, '')
    .trim()
}
