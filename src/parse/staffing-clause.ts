/**
 * What a clause is about: its subject, the place that follows a quantity, the core of a phrase that begins with words
 * that say nothing ("Aufstockung der Ressourcen im Bauhof").
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { isVague, openingOf, phraseAt, phraseBefore } from './staffing-phrase.ts'

/** Words that point to the sentence before. */
export const PRONOUN = /^(?:Dies\p{L}*|Sie|Er|Es|Ihr|Hier(?:für|zu|bei|von|mit)?|Da(?:für|zu|von|bei|raus))(?: |$)/u

/** Adverbs and participles that open a sentence with a capital: "Bislang", "Gefördert", "Perspektivisch". */
const NO_NOUN = latin(
  oneLine`
    ^(?:
      (?:Ge|Be|Ver|Er|Ent|Zer|Ein|Aus|Vor|An|Auf|Ab|Um|Zu|Nach|Bei|Fest|Frei|Bereit)\p{Ll}{2,}t|
      \p{Lu}\p{Ll}+(?:
        iert|lich|isch|weise|maßen|seits|lang|mals|falls|fach|haft|end|hin|her|dessen|wegen|nahe|fristig|
        zeitig|mäßig|jährig|igt|bar
      )|
      (?:Vor|Ein|An|Aus|Bei|Ab|Auf|Fest)?\p{Ll}*(?:
        gegeben|gesehen|geschrieben|gestellt|gewiesen|gehalten|geschlagen|gezogen|genommen|getragen|
        geschlossen
      )|
      Nicht|Geschaffen|Beschlossen|Vorhanden|Enthalten|Betroffen|Vorgesehen|Angesetzt|Unbesetzt|Vakant|Frei|
      Offen|Neu|Nun|Jetzt|Schon|Noch|Erst|Immer|Oft|Meist|Zwar|Sowohl|Weder|Entweder|Mehr|Weniger|Knapp|
      Fast|Gut|Ca|Circa|Zuletzt|Zunächst|Stattdessen|Dennoch|Trotzdem|Allerdings|Jedoch|Außerdem|Sonst|
      Ebenso|Alle|Beide|Viele|Einige|Mehrere|Keine|Jede[rs]?|Solche|Sämtliche|Weitere|Hinzu|Vor|
      Ursprünglich|Letztlich|Schließlich|Insoweit|Insofern|Sodann|Weil
    )$
  `,
  'u',
)

/** Does a word that opens a sentence name nothing, for all its capital ("Besetzt", "Zum", "Weitere")? */
export function saysNothingFirst(word: string): boolean {
  return word === '' || NO_NOUN.test(word) || OPENS.test(word) || PRONOUN.test(word)
}

const OPENS = latin(
  oneLine`
    ^(?:
      Besetzt|Benötigt|Beantragt|Anerkannt|Vorgeschlagen|Zum|Zur|Am|Im|In|Ab|Seit|Bis|Nach|Mit|Für|Bei|
      Davon|Hiervon|Darunter|Zusätzlich|Insgesamt|Es|Derzeit|Aktuell|Zurzeit|Bislang|Bisher|Künftig|
      Gegenüber|Die|Der|Das|Ein|Eine|Darüber|Daneben|Zudem|Auch|Von|Bereits|Rund|Etwa
    )$
  `,
  'u',
)

/** The number of a point before its first word. */
const NUMBERED = /^(?:\d{1,3}[.)]?|[a-z]\)) (?=\p{Lu})/u
/** "Angehoben werden …": a participle opens the sentence. */
const PARTICIPLE_FIRST = /^\p{Lu}\p{Ll}*ge\p{Ll}{3,}(?:en|t) (?:werden|wird|wurden?|sind|ist)(?!\p{L})/u
/** Finite verbs behind which a subject with its article stands, if something else opens the sentence. */
const FINITE =
  'ist|sind|war|waren|wird|werden|wurden?|hat|haben|hatten?|soll(?:en)?|umfasst|umfasste|verfügt|verfügte|benötigt|beschäftigt|zählt|bindet|erfordert|beansprucht'
const INVERTED = new RegExp(
  `^[^,]{3,120}? (?:${FINITE}) (?:jedoch |auch |aktuell |derzeit |allein |damit )?(?:der|die|das) (?!(?:vom|von|im|in|beim|bei|zum|zur|für|aus|mit|an|am|auf) )(.+)$`,
  'u',
)
/** "Die in 2031 begonnene Aufgabenkritik erfordert …": an attribute of many words. */
const ATTRIBUTED =
  /^D(?:er|ie|as) ([^,;:()]{5,120}?) (?:ist|sind|wird|werden|wurden?|hat|haben|umfasst|benötigt|bindet|erfordert)(?!\p{L})/u

/** The subject of a sentence: the phrase before its finite verb, or behind the verb if something else opens it. */
export function subjectIn(clause: string): string | null {
  if (PRONOUN.test(clause) || PARTICIPLE_FIRST.test(clause)) return null
  const words = clause
    .replace(NUMBERED, '')
    .replace(/^(?:(?:Auch|Zudem|Aktuell|Derzeit|und|dass|Weiterhin|Zusätzlich|Ferner|sowie) )*/u, '')
  const opening =
    /^(?:D(?:er|ie|as)|d(?:er|ie|as)|Unser\p{L}*|Ein(?:e[nr]?)?|(?!(?:Gegenüber|Unter|Hinsichtlich|Bezüglich|Entgegen|Statt|Anstelle|Einschließlich|Inklusive|Zuzüglich|Abzüglich|Außer|Ohne|Innerhalb|Außerhalb|Dank|Zwischen|Beim|Vom|Aufgrund|Wegen|Neben|Zu[rm]?|Bis|Nach|Durch|Trotz|Während|Gemäß|Laut|Infolge|Angesichts|Mit|Aus|Seit|Ab|Im|In|Bei|Für|Auf|An|Am|Von|Vor|Hinzu|Insgesamt|Über|Ermöglicht|Benötigt|Vorgesehen|Geplant|Erforderlich|Notwendig|Beantragt|Zusätzlich|Folgende[nr]?|Daneben|Dabei|Darüber|Hierbei|Dort|Dann|Danach|Bisher|Künftig|Zukünftig|Grundsätzlich|Generell|Herausfordernd|Allein|Nur|Rund|Circa|Etwa|Heute|Bereits|Jährlich|Jeweils|Dadurch|Demnach|Wir|Man|Wenn|Sofern|Falls|Weil|Dass|Ob|Wie|Was|Welche[rns]?|Damit|Somit|Daher|Es|Da|Um|Des|Sollte)(?: |$))\p{Lu}[\p{L}-]+)(?: |$)/u.exec(
      words,
    )?.[0]
  const bare = opening?.trim() ?? ''
  const names = /^(?:D(?:er|ie|as)|d(?:er|ie|as)|Unser\p{L}*|Ein(?:e[nr]?)?)$/u.test(bare) || !saysNothingFirst(bare)
  const { phrase, verbFollows } = opening && names ? openingOf(words) : { phrase: null, verbFollows: false }
  if (phrase && verbFollows)
    return unwrapped(
      phrase.replace(/^(?:(?:Thema|Aufgabe) (?=\p{Lu})|(?:Anzahl|Zahl|Gesamtzahl) (?:der|an|von) )/u, ''),
    )
  if (phrase) return null
  const attributed = ATTRIBUTED.exec(words)?.[1]
  if (attributed) return phraseBefore(attributed)
  const inverted = INVERTED.exec(words)?.[1]
  return inverted ? phraseAt(inverted) : null
}

/** The words since the last comma, semicolon or dash that parts clauses. */
export function lastClause(before: string): string {
  const parts = withNamesKept(before).split(/[,;](?!\d) ?| [–-] |: /u)
  return (parts.at(-1) ?? '').replaceAll(KEPT, ',').trim()
}

/** Stands for a comma within the name of a unit ("Amt für Soziales, Arbeit und Senioren"). */
const KEPT = '\u0001'
const UNITS_NAME = latin(
  /(?<!\p{L})(?:\p{L}*(?:amt|ressort|referat|abteilung|bereich|dezernat|dienst|sachgebiet|ausschuss)|Team|FB|FD|Fachstelle)(?: für| der| des)? \p{Lu}[\p{L}-]+(?:, \p{Lu}[\p{L}-]+){1,4} (?:und|sowie|&) (?=\p{Lu})/giu,
)

function withNamesKept(words: string): string {
  return words
    .replace(UNITS_NAME, (name) => name.replaceAll(',', KEPT))
    .replace(/(?<=\p{L}{2} )\d{1,3}(?:, \d{1,3}){1,5} (?:und|sowie) \d/gu, (list) => list.replaceAll(',', KEPT))
}

export function nextPlace(after: string): string | null {
  const place =
    /^ (?:im|in de[rn]|beim?(?: de[rnm])?|de[rms]|(?:entfallen |gehen )?(?:auf|an) (?:das|die|den)|auf(?! (?:Dauer|Grund|Grundlage|Basis|Antrag|Beschluss|Kosten|Wunsch|Vorschlag|Zeit|Anregung|Seite)(?!\p{L}))(?! [^,;.]{0,40} (?:erhöht|angehoben|aufgestockt|reduziert))) ((?:\p{Ll}{4,}e[nr]? )?(?!Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|Summe|DHH)\p{Lu}.*)$/u.exec(
      after,
    )
  const phrase = place ? phraseAt(place[1] ?? '') : null
  return phrase && !isVague(phrase) ? phrase : null
}

/** "Hauptamt Stellenreduzierung" is about the Hauptamt. */
export function withoutVagueEnd(phrase: string): string | null {
  const words = phrase.split(' ')
  while (words.length > 1 && isVague(words.at(-1) ?? '')) words.pop()
  if (words.length === phrase.split(' ').length) return phrase
  const last = words.at(-1) ?? ''
  const noun =
    /^\p{Lu}/u.test(last) &&
    !/^(?:Notwendig|Zusätzlich|Weiter|Erforderlich|Benötigt|Vorhanden|Bestehend|Personell|Neu)e[nr]?$/u.test(last)
  return noun && !isVague(words.join(' ')) ? words.join(' ') : null
}

/** "Aufstockung der Ressourcen im Fachbereich X" is about the Fachbereich X. */
export function unwrapped(phrase: string): string {
  const match = /^(.{0,60}?) (?:im|in der|in den|beim?|bei der|für(?: die| das| den)?|des|der) (\p{Lu}.*)$/u.exec(
    phrase,
  )
  const paid =
    /^(?:Zuwendung|Zuschuss|Förderung|Finanzierung|Personalkosten\p{L}*) für (?:die|das|den) (\p{Lu}.*)$/u.exec(phrase)
  if (paid) return unwrapped(paid[1] ?? phrase)
  const plan =
    /^(Stellen(?:plan|übersicht)) de[rs] (?:Stadt|\p{L}*[Gg]emeinde|(?:Land)?[Kk]reis(?:es)?|\p{L}*[Vv]erwaltung|Kommune|Marktes)(?!\p{L})/u.exec(
      phrase,
    )?.[1]
  if (plan) return plan
  return match && isVague((match[1] ?? '').replace(/ (?:der|des) .*$/u, '')) ? unwrapped(match[2] ?? phrase) : phrase
}
