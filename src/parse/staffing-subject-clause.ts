/**
 * What a quantity of staff is for, from its clause: what opens it, its subject, what a pronoun stands for, what follows
 * farther off.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { lastClause, nextPlace, PRONOUN, saysNothingFirst, subjectIn, unwrapped } from './staffing-clause.ts'
import { isPaper } from './staffing-name.ts'
import { phraseAt, phraseBefore } from './staffing-phrase.ts'
import type { Rule } from './staffing-setting.ts'
import { nameInHeading } from './staffing-title.ts'

/** "Für das X sind n vorgesehen" */
export const openingPurpose: Rule = ({ before }) => {
  const match =
    /^(?:(?:und|sowie|dass|zudem|außerdem|hinzu kommen|auch|[Dd]avon|lediglich|nur|insbesondere|ferner|weiterhin) ){0,2}[Ff]ür ((?!\d).+)$/u.exec(
      lastClause(before.replace(INSERTED, ' ')),
    )
  return match ? phraseAt((match[1] ?? '').replace(ATTRIBUTE, '')) : null
}

/** "Für die Wache wird, ausgehend von vier Fahrzeugen, ein Bedarf von …" */
const INSERTED =
  /(?<=^[^,;:]{4,100} (?:wird|ist|sind|werden|wurden?|entsteht|besteht)), (?:[^,;:()]|,(?=\d)){5,120}, (?=(?:ein|eine|der|die|noch|insgesamt|rund) )/u
/** "einen im Schichtdienst besetzten Wagen": what stands between an article and its noun. */
const ATTRIBUTE =
  /^(?:eine[nr]?|ein|den|die|das|der) (?:am|im|in|mit|bei|von|vom|durch|seit|ab|nach|an|zum|zur) [^,;:()]{2,60}? \p{Ll}{3,}(?:en|e|es|er|em) (?=\p{Lu})/u

/** "Zur Pflege der Anlage sind n nötig" */
export const openingAim: Rule = ({ before }) => {
  const match = latin(
    oneLine`
      ^Zu[rm] (
        (?!
          Deckung|Zeit|Stellenplan|Haushalt|Schuljahr|Beginn|Ende|Anfang|Stichtag|Vergleich|Verfügung|
          Kenntnis|Sitzung|Nachtrag|Wintersemester|Sommersemester|Kita|Kindergarten|Ausbildungs|Erläuterung|
          Begründung|Frage|Antrag|Vorlage|Beschluss|Punkt|Ziffer|Finanzierung|Einrichtung|Schaffung
        )\p{Lu}.+
      )$
    `,
    'u',
  ).exec(lastClause(before))
  return match ? phraseAt(match[1] ?? '') : null
}

/** "Im Bereich X sind n …" */
export const openingPlace: Rule = ({ before }) => {
  const match =
    /^(?:und |sowie |dass |hierzu sind |hierfür sind |zudem |außerdem |auch )?(?:[Ii]m|[Ii]n|[Bb]eim?|[Aa]m|[Aa]uf) ((?!\d).+)$/u.exec(
      lastClause(before),
    )
  const phrase = match ? phraseAt(match[1] ?? '') : null
  return phrase && unwrapped(phrase)
}

/** "…, die mit n besetzt ist": what the relative clause hangs on. */
export const antecedent: Rule = ({ before }) => {
  const match =
    /^(.*), ((?:(?:in|an|bei|auf|mit|für) )?(?:die|der|das|dem|denen|welche[rmns]?)|von (?:denen|welchen)|wovon)(?: [\p{L}\d.]+){0,7} ?$/u.exec(
      before,
    )
  if (!match) return null
  const head = (match[1] ?? '').replace(
    / (?:zugeordnet|geschaffen|eingerichtet|vorgesehen|besetzt|beschäftigt|tätig|im Einsatz) ?$/u,
    '',
  )
  if (/^(?:von|wovon)/.test(match[2] ?? '')) {
    const whole = subjectIn(head)
    if (whole) return whole
  }
  return phraseBefore(head)
}

/** Who acts, but seldom what the staff is for. */
const ACTOR =
  /^(?:Ämter|Fachämter|Stadtverordnetenversammlung|Gemeindevertretung|Kreisausschuss|Magistrat|Hauptausschuss|Fachbereiche|Fachdienste|Dezernate|Dienststellen|Stadtverwaltung|Verwaltung|Rat|Stadtrat|Gemeinderat|Bund|Kommune|Kreistag|(?:Stadt|Gemeinde|Kreis|Landkreis|Land)(?: \p{Lu}[\p{L}-]+)?)(?: (?:der|des) (?:Stadt|Gemeinde|Kreises|Landkreises)(?: .+)?)?$/u

/** Who judges how many are needed, seldom who gets them. */
const JUDGES = / (?:hält|halten|sieht|sehen|schätzt|schätzen|empfiehlt|empfehlen|befürwortet|fordert|fordern)(?: |$)/u

/** "Die Abteilungsleitung ist mit n besetzt": the subject. */
export const subject: Rule = ({ before, after }) => {
  const found = subjectIn(lastClause(before))
  if (found && (isPaper(found) || JUDGES.test(lastClause(before)) || isAsking(lastClause(before), after))) return null
  if (!found || !ACTOR.test(found)) return found
  return (
    nextPlace(after) ??
    (/ (?:hat|hatte|verfügt|verfügte|umfasst|beschäftigt|zählt|weist|besteht)(?: |$)/u.test(lastClause(before))
      ? found
      : null)
  )
}

/** "Das Institut hat für den Bauhof einen Bedarf von n ermittelt": who says so, where the clause names who gets them. */
function isAsking(clause: string, after: string): boolean {
  return (
    / für (?:(?:die|den|das) )?\p{Lu}/u.test(clause) &&
    /^[^.;]{0,40}(?<!\p{L})(?:ermittelt|errechnet|berechnet|beantragt|angemeldet|gemeldet|gefordert|empfohlen|festgestellt|anerkannt|vorgeschlagen|geschätzt)(?!\p{L})/u.test(
      after,
    )
  )
}

/** "die in den Büchereien fehlenden n": the place within the attribute of the quantity. */
export const placeWithin: Rule = ({ near }) => {
  const place =
    /(?:^| )(?:die|den|der) (?:in|an|bei|im|beim|am)(?: de[rnm])? (?<words>(?!Stellenplan|Haushalt|Rahmen|Jahr|Entwurf|Nachtrag)\p{Lu}[^,;:()\d]{2,60}?) \p{Ll}{4,}en (?:ca\. |rund |etwa |insgesamt )?$/u.exec(
      near,
    )?.groups?.words
  const found = place ? phraseAt(place) : null
  return found === place ? (found ?? null) : null
}

/** "Durch die Reform sind n nötig": the cause, where nothing else is named. */
export const openingCause: Rule = ({ before }) => {
  const words = /^(?:[Dd]urch|Infolge|Aufgrund|Wegen) ((?:die|den|das|der|des) )?(\p{Lu}[^,;:()]{2,100})$/u.exec(
    lastClause(before),
  )
  return words ? phraseAt(words[2] ?? '') : null
}

export const purposeBehind: Rule = ({ after }) => {
  const clause = after.slice(0, Math.max(0, after.search(/[;.](?: |$)|$/)))
  const purpose =
    /^(?!.{0,60} (?:ist|sind|wird|werden) für ).{0,200}? (?:für|als) (?!\d)(?:die (?:Erarbeitung|Bearbeitung) von )?((?:\p{Ll}+ ){0,3}\p{Lu}[^,]+)/u.exec(
      clause,
    )
  return purpose ? phraseAt(purpose[1] ?? '') : null
}

/** "n in der Disposition", "n dem Klimaschutz (zugeordnet)" */
export const placeNext: Rule = ({ after }) => nextPlace(after)

/** "n im technischen Dienst", "(Verlagerung von) n aus dem Bauhof": a place right behind, not who pays or decides. */
export const placeBehind: Rule = ({ near, after }) => {
  const moved = /(?:Verlagerung|Umsetzung|Verschiebung|Abordnung|Übertragung)(?: von)? $/u.test(near)
  const place =
    (moved ? MOVED_FROM.exec(after) : null) ??
    BEHIND.exec(after.replace(/^ durch (?:Umsetzung|Verlagerung) aus /u, ' in '))
  return place ? phraseAt(place[1] ?? '') : null
}

const MOVED_FROM =
  /^ (?:aus(?: de[rm])?|von(?: de[rm])?|vom|zu[rm]?|in de[nr]|in das|ins) (\p{Lu}.*|\p{Ll}+en \p{Lu}.*)$/u
const BEHIND = latin(
  oneLine`
    ^(?: (?!(?:je|pro|um|mit|durch|aus|von|für|ab|seit|bis|und|oder|sowie|zu|nach)(?!\p{L}))\p{Ll}+
    )?(?:,? (?:im|beim|am)| (?:in(?: de[rnm])?|bei(?: de[rnm])?|an de[rnm]|auf(?: de[rnm])?)) (
      (?:
        (?!
          Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|Vollzeit|Teilzeit|Summe|
          Verfügung|Aufnahme|DHH|EG |[EASB] ?\d
        )\p{Lu}|
        (?:\p{Ll}+en )\p{Lu}
      ).*
    )$
  `,
  'u',
)

/** A pronoun, or a sentence that opens with the quantity: what the sentence before speaks of, else the heading. */
export const pronoun: Rule = ({ before, after, previous, heading }) => {
  const opens = /^(?:Mit )?(?:ca\. |rund |etwa )?$/u.test(before) && /^Mit/u.test(before)
  if (!opens && !PRONOUN.test(before) && !PRONOUN.test(lastClause(before))) return null
  const passive = opens ? /^ (?:wird|werden|wurden?) (?:der|die|das) (.+)$/u.exec(after) : null
  if (passive) return phraseAt(passive[1] ?? '')
  if (/^(?:Dies\p{L}* (?:Aufgabe|Funktion|Position|Rolle|Stelle))/u.test(before) && heading) return heading
  const post = /\bStelle (?:der|des|eine[rs]) ([^,.;]+)/u.exec(previous)
  const named = post ? phraseAt(post[1] ?? '') : null
  if (named) return named
  const work = /^(?:Hier|Daf|Daz)/u.test(before)
    ? [...previous.matchAll(/ an (?:der|die|das|den|dem) ([^,.;]+)/gu)].at(-1)
    : undefined
  return (
    (work && phraseAt(work[1] ?? '')) ??
    (JUDGES.test(previous) ? null : notActor(subjectIn(previous))) ??
    (/^(?:Sie|Er|Ihr|Dies)/u.test(before) ? nameInHeading(heading) : null)
  )
}

function notActor(phrase: string | null): string | null {
  return phrase && ACTOR.test(phrase) ? null : phrase
}

export const nearestBefore: Rule = ({ before }) => {
  const match = latin(
    oneLine`
      .*(?:^| )(?:
        (?:
          (?:[Ff]ür|[Bb]ei)(?: die| das| de[rnm]| allen?)?|[Ii]m|[Bb]eim|[Ii]n (?:de[rnm]|allen)|
          [Aa]n (?:de[rn]|allen)
        ) |
        [Aa]n (?=(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn))
      )
      (?:(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d{1,3}) )?(
        (?!Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|DHH|Summe|Regel|Folge)\p{Lu}.*
      )$
    `,
    'u',
  ).exec(before)
  return match ? phraseAt(match[1] ?? '') : null
}

/** "beschließt, die Beratung an vier Schulen um n auszuweiten": what is to grow. */
export const toGrow: Rule = ({ before, after }) => {
  if (
    !/^[^.;:]{0,40} (?:auszuweiten|auszubauen|aufzustocken|zu (?:erweitern|verstärken|erhöhen|ergänzen|reduzieren|kürzen))(?!\p{L})/u.test(
      after,
    )
  )
    return null
  const object = /^(?:den|die|das) (.+)$/u.exec(lastClause(before))?.[1]
  return object ? phraseAt(object.split(/ (?:an|in|im|zum|ab|um|mit|für|auf) /u)[0] ?? '') : null
}

/** "Das Hauptamt wird beauftragt, die Einrichtung von n …" */
export const commissioned: Rule = ({ before }) => {
  const who =
    /^(?:\d{1,2}\. |[a-z]\) )?D(?:er|ie|as) (\p{Lu}[^,;.:]{2,80}?) (?:wird|werden) (?:beauftragt|ermächtigt|gebeten|ersucht), /u.exec(
      before,
    )?.[1]
  const found = who ? phraseAt(who) : null
  return found &&
    !ACTOR.test(found) &&
    !/(?:[Bb]ürgermeister|[Ll]andr[aä]t|[Ss]tadtrat|[Gg]emeinderat|[Mm]agistrat|[Kk]reistag|[Vv]orstand|[Pp]räsident|Senat)\p{L}*$/u.test(
      found,
    )
    ? found
    : null
}

/** "… ist mit der Pflege des Archivs befasst" */
export const busyWith: Rule = ({ before, after }) => {
  const match =
    /(?:^| )mit (?:der|dem|den) ([^,;]{3,80}?) (?:befasst|betraut|beauftragt|beschäftigt)(?!\p{L})/u.exec(before) ??
    /^[^,;.]{0,40} mit (?:der|dem|den) ([^,;]{3,80}?) (?:befasst|betraut|beauftragt|beschäftigt)(?!\p{L})/u.exec(after)
  return match ? phraseAt(match[1] ?? '') : null
}

/** "…; davon kann sie wieder mit n besetzt werden": the subject of the sentence before. */
export const pronounWithin: Rule = ({ before, previous }) =>
  /(?:^| )(?:kann|soll|wird|ist|muss|könnte|war|wurde) (?:sie|er|es) (?:\p{Ll}+ ){0,2}(?:mit |auf |um )?$/u.test(before)
    ? postIn(previous)
    : null

/** A post named by its number keeps it. */
function postIn(sentence: string): string | null {
  return /^Die ((?:Plan)?[Ss]telle (?:Nr\. )?\d[\d./-]*\d)(?= )/u.exec(sentence)?.[1] ?? subjectIn(sentence)
}

/** "Besetzt sind n.", "Zum Stichtag waren n unbesetzt": a sentence that names nothing itself goes on with the one before. */
export const carriedOver: Rule = ({ view, sentence, mention, to, carried }) => {
  if (carried === null) return null
  const words = `${view.slice(sentence.start, mention.start)} ${view.slice(mention.end, to)}`.replace(NO_NAMES, ' ')
  const [first = '', ...others] = words.match(/(?<![\p{L}-])\p{Lu}[\p{L}-]+/gu) ?? []
  return others.length === 0 && first !== 'Weitere' && saysNothingFirst(first) ? carried : null
}

/** Brackets, times, units and the plan posts stand in name nothing. */
const NO_NAMES =
  /\([^()]*\)|(?<!\p{L})(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahre?s?|Stichtag|Ende|Anfang|Mitte|VZ\p{L}*|(?:zum|im|in den) (?:Stellenplan|Haushalt)(?:splan)?)(?!\p{L})/gu
