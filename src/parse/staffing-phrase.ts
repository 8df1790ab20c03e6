/**
 * Noun phrases of German running text, found without a dictionary: nouns are capitalised, what joins them is a short
 * closed list, and finite verbs and punctuation end them.
 *
 * Reads: words of one sentence, white space as blanks (`viewOf`).
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

/** Most words a phrase may have. */
const LONGEST = 12
const DETERMINER = latin(
  oneLine`
    ^(?:
      der|die|das|den|dem|des|ein(?:e[rnms]?)?|unser(?:e[rnms]?)?|ihr(?:e[rnms]?)?|sein(?:e[rnms]?)?|
      diese[rnms]?|alle[rn]?|jede[rnms]?|jeweils|je|nur|lediglich|insgesamt|sowie|und|auch|noch|dann|rund|
      ca\.|etwa|circa|aktuell|derzeit|zusätzlich|bereits|weiterhin|zudem|ebenfalls|grundsätzlich|künftig|
      zukünftig|bisher|davon|hinzu|außerdem|zudem|hier|dazu|hierfür|dafür|für|im|in|bei|beim|von|vom|an|am|
      auf|aus|mit|zu|zur|zum|seitens|neben|zwischen|-|–
    )$
  `,
  'iu',
)
const JOIN =
  /^(?:der|des|den|dem|die|das|und|oder|für|von|vom|zur|zum|im|in|ins|bei|beim|am|an|auf|aus|zu|&|\/|\+|sowie|unser(?:e[rnms]?)?|ihrer?|einer?|eines)$/u
const VERB = latin(
  oneLine`
    ^(?:
      ist|sind|war|waren|wird|werden|wurden?|worden|hat|haben|hatten?|soll(?:en|te|ten)?|kann|können|
      könnte[n]?|muss|müssen|müsste[n]?|darf|dürfen|steht|stehen|stünden?|besteht|bestehen|bestand(?:en)?|
      verfügt|verfügen|umfasst|umfassen|benötigt|benötigen|arbeitet|arbeiten|betreut|betreuen|beträgt|
      betragen|liegt|liegen|gibt|kommt|kommen|entfallen|entfällt|fallen|fällt|ergibt|ergeben|sieht|sehen|
      nimmt|leistet|leisten|übernimmt|erhält|erhalten|bleibt|bleiben|entspricht|entsprechen|gehört|gehören|
      beläuft|belaufen|verteilen|verteilt|teilen|fehlt|fehlen|beschäftigt|bedarf|sei|wäre[n]?|blieb(?:en)?|
      lag(?:en)?|betrug(?:en)?|stieg(?:en)?|sank(?:en)?|wuchs(?:en)?|standen|stand|gab|kam(?:en)?|
      sah(?:en)?|erhielt(?:en)?|verfügte[n]?|umfasste[n]?|benötigte[n]?|arbeitete[n]?|weist|weisen|
      wies(?:en)?|ausgewiesen|bestand(?:en)?|entfiel(?:en)?|ergab(?:en)?|würde[n]?|setzt|stellt|stellen|
      zeigt|besetzt|vorgesehen|eingerichtet|einzurichten|geschaffen|aufzunehmen|ausgestattet|erforderlich|
      notwendig|möglich|weitere[rnms]?
    )$
  `,
  'u',
)
/** Behind a noun these begin the next phrase; "der" and "des" may be its genitive. */
const OPENING = /^(?:die|das|den|dem|eine[nm]?|ein)$/u
/** Dates, budgets and money name no staff. */
const TIME = latin(
  oneLine`
    ^(?:
      Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahre?s?|Q[1-4]|
      (?:19|20)\d\d|\d{1,2}\.|\d[\d.]{4,}|Monate?n?|Ende|Anfang|Mitte|Haushalt\p{L}*|Doppelhaushalt\p{L}*|
      DHH|HH|Euro|EUR|TEUR|Mio\.?|Mrd\.?|€
    )$
  `,
  'u',
)

/** "ASD Mitte" is a place, "Mitte Juli" a time. */
function isTime(token: string, before = '', behind = ''): boolean {
  return TIME.test(token) && !(token === 'Mitte' && /^\p{Lu}/u.test(before) && !TIME.test(before) && !TIME.test(behind))
}

/** Punctuation and the marks of an enumeration end a phrase. */
const MARK = /^(?:[,;:()„“"]|[IVX]{1,4}\.|\d{1,2}\.|[a-z]\))$/u

/** The noun phrase at the beginning of `words`, without its article; null if none begins there. */
export function phraseAt(words: string): string | null {
  return openingOf(words).phrase
}

/** The noun phrase at the beginning of `words`, and whether a finite verb (or nothing) follows it. */
export function openingOf(words: string): { phrase: string | null; verbFollows: boolean } {
  const taken: string[] = []
  const tokens = tokensOf(words)
  let at = 0
  for (; at < tokens.length && taken.length < LONGEST; at++) {
    const token = tokens[at] ?? ''
    if (!taken.length && DETERMINER.test(token)) continue
    const listed = token === ',' ? listedFrom(tokens, at, taken) : 0
    if (listed > 0) {
      taken.push(...tokens.slice(at, at + listed))
      at += listed - 1
      continue
    }
    if (VERB.test(token) || isTime(token, taken.at(-1), tokens[at + 1]) || MARK.test(token)) break
    if (OPENING.test(token) && isNoun(taken.at(-1) ?? '')) break
    const attribute = isAdjective(token) && goesOn(tokens[at + 1])
    if (attribute && !JOIN.test(token) && isNoun(taken.at(-1) ?? '')) break
    if (!isNoun(token) && !JOIN.test(token) && !attribute) break
    taken.push(token)
  }
  const next = tokens[at]
  return {
    phrase: joined(taken),
    verbFollows: next === undefined || VERB.test(next) || /^\p{Ll}{3,}t$/u.test(next),
  }
}

/** "Amt für Soziales, Arbeit und Senioren", "Ämter 32, 50 und 61": how many tokens from a comma on belong to a name. */
function listedFrom(tokens: readonly string[], comma: number, taken: readonly string[]): number {
  if (/^\d{1,3}$/.test(taken.at(-1) ?? '') && /^\d{1,3}$/.test(tokens[comma + 1] ?? '')) {
    let end = comma
    while (tokens[end] === ',' && /^\d{1,3}$/.test(tokens[end + 1] ?? '')) end += 2
    return /^(?:und|sowie)$/.test(tokens[end] ?? '') && /^\d{1,3}$/.test(tokens[end + 1] ?? '') ? end - comma + 2 : 0
  }
  if (!UNIT_NAME.test(taken[0] ?? '')) return 0
  let at = comma
  while (tokens[at] === ',' && isNameWord(tokens[at + 1])) at += 2
  return at > comma && /^(?:und|u\.|&|sowie)$/.test(tokens[at] ?? '') && isNameWord(tokens[at + 1]) ? at - comma + 2 : 0
}

/** The same from behind: how many tokens before a comma belong to the name whose end is taken. */
function nameBefore(tokens: readonly string[], comma: number, taken: readonly string[]): number {
  if (taken.length < 3 || !/^(?:und|&|sowie)$/.test(taken[1] ?? '')) return 0
  let at = comma
  while (tokens[at] === ',' && isNameWord(tokens[at - 1])) at -= 2
  const from = /^(?:für|des|der)$/.test(tokens[at] ?? '') ? at - 1 : at
  return UNIT_NAME.test(tokens[from] ?? '') ? comma - from : 0
}

/** Units of an administration, whose names list what they care for. */
const UNIT_NAME =
  /^(?:\p{L}*(?:amt|amts|ressort|referat|abteilung|bereich|dezernat|dienst|sachgebiet|betrieb|stab|ausschuss|institut|zentrum|departement|department)e?s?|Team|FB|FD|SG|Fachstelle|Amts?)$/iu

function isNameWord(token: string | undefined): boolean {
  return token !== undefined && /^\p{Lu}\p{L}*\p{Ll}-?$/u.test(token)
}

/** The noun phrase at the end of `words`, without its article; null if none ends there. */
export function phraseBefore(words: string): string | null {
  const tokens = tokensOf(words)
  const taken: string[] = []
  for (let at = tokens.length - 1; at >= 0 && taken.length < LONGEST; at--) {
    const token = tokens[at] ?? ''
    const name = token === ',' ? nameBefore(tokens, at, taken) : 0
    if (name > 0) {
      taken.unshift(...tokens.slice(at - name, at + 1))
      at -= name
      continue
    }
    if (MARK.test(token) || VERB.test(token) || isTime(token, tokens[at - 1], taken[0])) break
    if (!taken.length && !isNoun(token)) return null
    if (OPENING.test(token) && isNoun(tokens[at - 1] ?? '')) break
    if (taken.length && /^(?:D(?:er|ie|as|en|em)|Eine?)$/.test(token)) break
    if (/^(?:für|von|vom|zur|zum|im|in|bei|beim|am|an|auf|aus|zu|mit|um|ab|seit|durch|als|neben)$/iu.test(token)) {
      const head = tokens[at - 1] ?? ''
      if (!isNoun(head) || TIME.test(head) || /^(?:als|mit|um|ab|seit|durch|neben)$/i.test(token) || isVague(head))
        break
    } else if (!isNoun(token) && !JOIN.test(token) && !(isAdjective(token) && goesOn(taken[0]))) break
    if (isNoun(token) && taken[0] && isAdjective(taken[0]) && !JOIN.test(taken[0])) {
      const phrase = joined(taken)
      return phrase && !isVague(phrase) ? phrase : phraseBefore(tokens.slice(0, at + 1).join(' '))
    }
    taken.unshift(token)
  }
  return joined(taken)
}

/** Words that say nothing of what the staff is for. */
export function isVague(phrase: string): boolean {
  if (KIND_OF_STAFF.test(phrase)) return false
  const nouns = phrase.replace(OPENING_ADJECTIVE, '').match(/(?<![\p{L}-])\p{Lu}[\p{L}-]+/gu) ?? []
  return saysNothing(phrase) || (nouns.length > 0 && !/\d/.test(phrase) && nouns.every(saysNothing))
}

/** "pädagogisches Personal" is named by its kind. */
const KIND_OF_STAFF =
  /^(?:\p{L}+isch|ärztlich|wissenschaftlich|handwerklich|gewerblich|hauptamtlich|nichtärztlich)e[nmrs]? (?:Personals?|Kräfte)$/u

/** "Notwendige Ressourcen": the adjective that opens a sentence. */
const OPENING_ADJECTIVE =
  /^(?:\p{Lu}\p{Ll}+(?:ig|lich|isch|bar|end|iert|igt|ell|al|iv|zt|rt)e[nrsm]?|Neue[nr]?|Weitere[nr]?) (?=\p{L})/u
/** Money, means and measures, whatever they are compounded with: they lead to a quantity and are not what it is for. */
const MEASURES =
  /^(?:\p{Ll}+ )*(?:\p{L}*(?:[Rr]essourcen?|[Kk]apazität(?:en)?|[Kk]ontingente?s?|[Aa]ufwendung(?:en)?|[Kk]osten|[Aa]nforderung(?:en)?|[Gg]eh[aä]lt(?:er|s)?|[Ss]tellenressourcen?)|Situation|Entwicklung)$/u

function saysNothing(phrase: string): boolean {
  if (MEASURES.test(phrase)) return true
  return /^(?:\p{Ll}+ )*(?:Ja|Nein|(?:Ausschreibungs|Besetzungs|Auswahl)verfahren|Personal|Personalressourcen?|Ressourcen?|Kapazität(?:en)?|(?:Plan|Personal)?[Ss]tellen?(?:anteile?n?|bedarfe?s?|umfangs?|schaffungen?|plans?)?|(?:Personal|Fehl|Gesamt|Zusatz|Netto|Brutto|Stellenmehr|Personalmehr)?[Bb]edarfe?s?|Umfang|Höhe|(?:Personal|Sach)?[Aa]ufwand|Personalkosten|Schritt|Abbau|Wegfall|(?:Stellen)?[Vv]akanz|Mehrbedarf|Stellenabbau|Personalreduzierung|Aufgaben?|Grund|Rahmen|Zuge|Summe|Gegenwert|Ausstattung|Aufstockung|Verstärkung|TVöD(?:-\p{L}+)?|Reduzierung|Erhöhung|Neueinrichtung|Einrichtung|Schaffung|Verlagerung|Stellenreduzierung|Besetzung|Basis|Ergebnis|Entgeltgruppe\p{L}*(?: (?:EG|[SEAB]) ?\d.*)?|Vollzeit|Teilzeit|Verfügung|Form|Zeit|Dauer|Zeitpunkt|Hinweis|VZ\p{L}|Dafür|Hierfür|Dazu|Hierzu|Davon|Erläuterung\p{L}*(?: siehe.*)?|Stellenbestand|Stellenzahl|Stellenanzahl|(?:\p{Lu}\p{L}+ )?Auswirkungen|(?:[\d,]+ )?(?:Wochen|Arbeits)?[Ss]tunden|Schnitt|Durchschnitt|Soll|Ist|Plan|Personalausstattung|Beschäftigungsumfang|Stellenanteil|Zusetzung(?:en)?|Stellenzusetzung(?:en)?|Stellenplanes?|(?:Haushalts)?[Aa]nsatz|(?:Personal|Stellen)schlüssel|(?:\p{Lu}\p{Ll}+)?(?:[Jj]ahr|[Hh]albjahr|[Qq]uartal|[Mm]onat|[Ww]oche|[Zz]eitraum|[Ss]tichtag|[Jj]ahresende|[Jj]ahresbeginn)(?:e[ns]?|s|n)?|Stand|Regel|Moment|Vergleich|Vorjahr(?:es)?|Folge|Zukunft|Aufbau|Zuwachs|Neubesetzung|Nachbesetzung|(?:Wochen)?[Aa]rbeitszeit|Stundenumfang|Arbeitsumfang|Stufen?|Hälften?|Gegenzug|Nunmehr|Hinblick|Anteile?|Nachtrag|Verstetigung|Sachverhalt|Termin|Zuzüglich|Außerhalb|Weitere|Mittel|Bestand|Begründung|Sollbedarf|Beschluss(?:es)? des \p{L}+|(?:Eine|Ein|Der|Die|Das) Produkts?|Produkt|Sperre|Mehrung(?:en)?|Personal(?:bestand|stand|stärke)(?:e?s)?|Delta|Differenz|Saldo|Defizit|Überhang|Lücke|Entlastung|Kompensation)$/u.test(
    phrase,
  )
}

/** Does a finite verb stand in these words? */
export function hasVerb(words: string): boolean {
  return tokensOf(words).some((token) => VERB.test(token) || /^\p{Ll}{4,}t$/u.test(token))
}

function tokensOf(words: string): string[] {
  return (
    words.match(
      /„[^„“”"\n.;]{2,60}[“”"]|"[^"\n.;,]{2,50}"(?![\p{L}\d])|\d+,\d+|[,;()„“"]|:(?!\p{Ll})|(?:[^\s,;:()„“"]|:(?=\p{Ll}))+/gu,
    ) ?? []
  )
}

/** Can an adjective stand before this token? */
function goesOn(token: string | undefined): boolean {
  return token !== undefined && (isNoun(token) || isAdjective(token)) && !VERB.test(token)
}

function isNoun(token: string): boolean {
  return /^(?:\p{Lu}|\d{1,3}(?:[./]\d{1,3})*$|\d\p{L}|[„"].)/u.test(token)
}

function isAdjective(token: string): boolean {
  return /^\p{Ll}[\p{Ll}-]{3,}(?:e|en|er|es|em)$/u.test(token)
}

/** The words as one phrase; what trails off without a noun is left out. */
function joined(taken: readonly string[]): string | null {
  let from = 0
  let to = taken.length
  while (from < to && DETERMINER.test(taken[from] ?? '')) from++
  while (to > from && !isNoun(taken[to - 1] ?? '')) to--
  const phrase = taken
    .slice(from, to)
    .join(' ')
    .replaceAll(' ,', ',')
    .replace(/[.!?–-]+$/u, '')
    .replace(/ (?:zur Verfügung|auf folgende\p{L}* .*)$/u, '')
    .trim()
  return /\p{L}{2}/u.test(phrase) ? phrase : null
}
