/**
 * Where a proposal ends though no known heading does it: at a signature, the lines of a vote, the labels of a form, a
 * short line that heads something else.
 *
 * Reads: one line, the line below it, and what stands before it.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'

/** `heading`: only the form of the line says so. */
export type End = 'sure' | 'heading'

/** Words that never belong to a proposal. */
const SIGNED = latin(
  oneLine`
    ^(?:
      i\. ?[VA]\.|i\.[VA]\.|gez(?:eichnet(?::|$)|\.)|[Uu]nterzeichnet(?: von)?:|Mit freundlichen|
      Freundliche Grüße|In Vertretung|Im Auftrag|\(?Unterschrift|\[Dokumentende|Anlagen?:|_{4,}|Beglaubigt|
      Beratungsergebnis|Abstimmungsergebnis|Beteiligte:|Ende der Vorlage|f\. ?d\. ?R\.|Für die Richtigkeit|
      Zur Beglaubigung|Ausgefertigt|
      (?:\d{1,2}|[IVX]{1,4})\. ?(?:
        Auf die (?:Tagesordnung|TO)(?!\p{L})|[Zz]\. ?d\. ?A\.|Wv\.|Wiedervorlage|
        Übersendung der (?:Vorlage|Drucksache)|(?:In )?Abdruck an|(?:Zur )?Kenntnisgabe an
      )
    )
  `,
  'u',
)
/** The lines of a form in which the vote is noted. */
const VOTE = latin(
  oneLine`
    ^(?:
      (?:☐|☒|\[ ?\]) ?(?:einstimmig|mit Stimmenmehrheit|mehrheitlich|lt\. Beschluss|laut Beschluss)|
      einstimmig\s+(?:mit|mehrheitlich|☐)|(?:Gesetzliche|gesetzliche) (?:Anzahl|Zahl|Mitgliederzahl)|
      (?:davon )?anwesend(?:e Mitglieder)?:|Ja-?Stimmen:|(?:Ja|Nein):? ?[☐☒]|[☐☒] ?(?:Ja|Nein)(?!\p{L})|
      Dafür:|Abstimmung:(?:$| *\d{1,3} ?[:/] ?\d)|Beratungsverlauf:
    )
  `,
  'u',
)
/** Labels of a form below the proposal. */
const LABEL = latin(
  oneLine`
    ^(?:
      Beteiligte\p{L}*|Beteiligung\p{L}*(?: \p{L}+){0,3}|Verteiler|Sachbearbeit\p{L}+|Bearbeit\p{L}+|
      Aktenzeichen|Federführ\p{L}+|Mitzeichnung|Kurztitel|Einverständnis(?:se)?|Mitwirkung|Gegenzeichnung|
      Freigabe|Veröffentlichung|Einreicher\p{L}*|Antragsteller\p{L}*|Berichterstatt\p{L}+|
      Termin(?: der Umsetzung)?|Umsetzungstermin|Verantwortlich\p{L}*|Zuständig\p{L}*
    )(?::| *$)
  `,
  'u',
)
const TITLES = String.raw`(?:(?:gez\.|Dr\.(?:-Ing\.)?|Prof\.|Dipl\.-\p{L}{2,9}\.?|Frau|Herr|h\. ?c\.) ?)*`
const NAME = new RegExp(
  String.raw`^${TITLES}\p{Lu}[\p{Ll}-]+(?:-\p{Lu}\p{Ll}+)?(?: (?:von|van|de|zu|vom|\p{Lu}\.))*(?: \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}$`,
  'u',
)
const OFFICE = latin(
  oneLine`
    ^(?:(?:Der|Die) )?(?:\d\. )?(?:(?:Erste|Zweite|Hauptamtliche|Ehrenamtliche|Stellvertretende|stellv\.|Berufsm(?:\.|äßige)|Zuständige)[rn]? )?(?:
      \p{L}*[Bb]ürgermeister(?:in)?|\p{L}*[Bb]eigeordnete[r]?|\p{L}*[Dd]irektor(?:in)?|
      Stadt(?:bau)?r[aä]t(?:in)?|\p{L}*[Kk]ämmer(?:er|in)|Landr[aä]t(?:in)?|\p{L}*[Dd]ezernent(?:in)?|
      \p{L}*(?:
        [Aa]mts|[Bb]ereichs|[Dd]ienst|[Rr]eferats|[Bb]etriebs|[Ww]erk|[Aa]bteilungs
      )leit(?:er|erin|ung)|
      Senator(?:in)?|\p{L}*[Vv]orsitzende[r]?|\p{L}*[Ss]precher(?:in)?|\p{L}*[Vv]orsteher(?:in)?|
      Geschäftsführer(?:in)?|Referent(?:in)?
    )(?: (?:der|des|für) [\p{L} -]{3,50})?$
  `,
  'u',
)
/** A short line without a stop that heads what follows. */
const HEADING = /^\p{Lu}[\p{L}/ -]{3,44}:?$/u
/** The heading of a form, broken over two lines. */
const BROKEN =
  /^(?:Finanzielle|Haushaltsmäßige|Haushaltsrechtliche|Personelle|Ergänzende)(?: (?:Auswirkung(?:en)?|Folgen))?$/u
const BROKEN_BELOW = /^(?:Auswirkung|Folgen|Erläuterung|Gesamtkosten|Kosten|Ja(?: |$)|Nein(?: |$)|[☐☒])/u
/** Words of a part of the proposal itself, and of a sentence. */
const OWN_PART =
  /^(?:Firma|Fa\.|Los|Variante|Alternativ|Option|Teil|Beschluss|Antrag|Punkt|Ziffer|Abschnitt|Der |Die |Das |Den |Dem |Es |Für |In |Im |Zum |Zur |Zu |Beim |Bei |Mit )|(?<!\p{L})(?:wird|werden|beschließt|empfiehlt|nimmt|stimmt|ist|sind)(?!\p{L})/u

/**
 * Does a proposal end before this line?
 *
 * @param below
 *   The next line that holds something.
 * @param apart
 *   Is it parted from the line before by an empty line, or does that one end a sentence?
 * @param tight
 *   Does the next line follow without an empty line?
 * @param loose
 *   Does what stands before not end a sentence, or announce a list ("folgender Arbeiten:")?
 */
export function endsBefore(
  line: string,
  below: string,
  apart: boolean,
  tight: boolean,
  loose: boolean,
): End | undefined {
  if (SIGNED.test(line)) return 'sure'
  if (!apart) return undefined
  if (VOTE.test(line) || LABEL.test(line)) return 'sure'
  if (PLACE_AND_DAY.test(line) || SIGNED_DAY.test(line) || ANSWERED.test(line) || BEARER.test(line)) return 'sure'
  if (!loose && (HEAD.test(line) || ANNEX.test(line) || (line.length < 60 && BARE_DAY.test(below) && UNIT.test(line))))
    return 'sure'
  if (BROKEN.test(line) && BROKEN_BELOW.test(below)) return 'sure'
  const cells = line.split('\t').map((cell) => cell.trim())
  const under = below.split('\t').map((cell) => cell.trim())
  if (!loose && FORM_ROW.test(line) && /^\p{Lu}/u.test(below) && !OWN_PART.test(line)) return 'heading'
  if (SURNAME.test(line) && OFFICE.test(below)) return 'sure'
  if (cells.every((cell) => NAME.test(cell)) && under.some((cell) => OFFICE.test(cell))) return 'sure'
  if (cells.every((cell) => OFFICE.test(cell)) && (cells.length > 1 || !below || NAME.test(below))) return 'sure'
  if (isAlone(line, below, tight, loose)) return 'heading'
  const heads = tight && !loose && HEADING.test(line) && !OWN_PART.test(line) && line.split(' ').length <= 4
  return heads && /^\p{Lu}/u.test(below) && below.length > line.length ? 'heading' : undefined
}

/** The word for the paper at the head of the next page. */
const HEAD = /^(?:Beschluss|Sitzungs|Mitteilungs|Informations|Verwaltungs|Rats|Gemeinderats)(?:vorlage|drucksache)$/u
/** The title of an annex set behind the proposal. */
const ANNEX = /^Anlage \d{1,2} ?[-–:] ?\p{Lu}/u
/** Who signs above the day: `Hauptamt - Ratsangelegenheiten -`. */
const UNIT =
  /^\p{Lu}\p{L}*(?:amt|dienst|bereich|referat|dezernat|abteilung|verwaltung|kämmerei|büro)(?: [-–] .{3,40})?$/u
const BARE_DAY = /^\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{Ll}{2,8}) ?\d{4}$/u
/** `Neustadt, den 12. Mai 2031` above a signature. */
const PLACE_AND_DAY =
  /^\p{Lu}[\p{L}()/ .-]{2,40}, (?:den |am |im )?\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{Ll}{2,8}) ?\d{2,4}$/u
/** `12.05.2031, gez. Sommer`, and what a form prints below. */
const SIGNED_DAY =
  /^\d{1,2}\.\d{1,2}\.\d{4},? (?:gez\.|i\. ?[VA]\.)|^(?:Ort, ?)?Datum(?:,| ?\/| und)? ?Unterschrift(?!\p{L})/u
/** A label of a form with its answer: `Veröffentlichung: ja`, `Rechtsgrundlage: § 45 KVG`, `Klimarelevanz: ☐ ja`. */
const ANSWERED =
  /^\p{Lu}[\p{L} /-]{3,50}: *(?:(?:ja|nein|keine?|entfällt|erforderlich|nicht (?:erforderlich|relevant)|siehe (?:Anlage|Begründung).{0,20})\.?|§{1,2} ?\d.{0,80}|[☐☒].*)$/u
/** A row of a form with a word for its label: `Leitbild: Lebendige Mitte`. */
const FORM_ROW = /^\p{Lu}[\p{L}-]{2,20}: \p{Lu}[\p{L} -]{3,50}\p{L}$/u
/** `Der Bürgermeister` on a line of its own. */
const BEARER =
  /^(?:Der|Die) (?:\p{L}*[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Referent(?:in)?|Magistrat|Gemeindevorstand|\p{L}*[Bb]eigeordnete|\p{L}*[Kk]ämmer(?:er|in)|\p{L}*[Vv]orsitzende)$/u
const SURNAME = /^(?:Dr\. )?\p{Lu}\p{Ll}{2,20}(?:-\p{Lu}\p{Ll}{2,20})?$/u

/** A label or a word on a line of its own, between empty lines, with other text below. */
function isAlone(line: string, below: string, tight: boolean, loose: boolean): boolean {
  if (tight || loose || !LONE.test(line) || OWN_PART.test(line) || !/^[\p{Lu}☐☒]/u.test(below)) return false
  return below.length > PROSE && !below.includes('\t') ? true : !line.endsWith(':') && SENTENCE.test(below)
}
const LONE = /^\p{Lu}[\p{L}-]{3,30}(?: [\p{L}-]{2,20}){0,2}:?$/u
/** Running text is longer than this, or ends like a sentence. */
const PROSE = 90
const SENTENCE = /^\p{Lu}.{12,}[.!]$/u
