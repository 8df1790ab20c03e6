/**
 * The name of what staff is for, made ready: without the word for the post itself, without a count of people behind it,
 * in the nominative where the article tells it.
 *
 * Reads: a noun phrase as found, and the words of the sentence before the quantity.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'
import { nominative } from './nominative.ts'
import { PAY_GROUP } from './pay-group.ts'
import { FULL_TIME } from './staffing-unit.ts'

/** The phrase as a name; `around` is its sentence as printed. */
export function named(phrase: string, around: string): string {
  return upright(
    withoutGroup(ofPost(withoutPeople(withoutCount(phrase.replace(/^(?:Pro|Je) (?=\p{Lu})/u, ''))))),
    around,
  )
}

/** Does a phrase run over another quantity, so that it names nothing? */
export function runsOver(phrase: string): boolean {
  return UNIT_WITHIN.test(phrase)
}

/** A sentence on the staffing plan as a whole: "Der Stellenplan 2031 umfasst …". */
export function staffPlan(before: string): string | null {
  return (
    /^(?:Der|Im|Dem|Zum|Laut(?: dem)?|Nach dem|Gemäß(?: dem)?|Von den im) (?:\p{L}+ )?(Stellenplan|Nachtragsstellenplan)(?!\p{L})/u.exec(
      before,
    )?.[1] ?? null
  )
}

/** Does a phrase name what says how much staff is needed (a report, a motion), not what it is needed for? */
export function isPaper(phrase: string): boolean {
  return PAPER.test(phrase)
}

const PAPER =
  /^(?:\p{L}+[ -])?\p{L}*(?:gutachten|untersuchung|[Bb]ericht|bemessung|analyse|[Kk]onzept|[Bb]eschluss|[Aa]ntrag|[Vv]orlage|[Ff]raktion|berechnung|ermittlung|prognose|haushaltsplan|entwurf)$/iu

/** No longer than a name may be. */
export function shortened(phrase: string): string {
  const plain = phrase.replace(/^(?:Ja|Nein),? (?=\p{Lu})/u, '')
  return plain.length <= 120 ? plain : plain.slice(0, 120).replace(/\s+\S*$/u, '')
}

/** Brackets and pay groups between a quantity and the words that follow it. */
export const BESIDE =
  /^(?: ?(?:\/ ?[EASB] ?\d+\p{L}?|\([^)]{0,200}\)|(?:(?:in|nach|der) )?(?:(?:Entgeltgruppe|Besoldungsgruppe) )?(?:EG|SuE|TVöD|[EASB])(?: SuE)? ?[EASB]? ?\d+\p{L}?(?: (?:TVöD|TV-L|LBes\p{L}*)(?:[- ](?:SuE|VKA|V|P|NRW))?(?![\p{L}-]))?))+/u

const UNIT_WITHIN = new RegExp(`(?<![\\p{L}\\d])(?:${FULL_TIME}|\\d+,\\d+)(?![\\p{L}\\d])`, 'u')

/** "In der Antwort ist von n die Rede" says nothing of what they are for. */
export function isHearsay(behind: string): boolean {
  return /^ die Rede(?!\p{L})/u.test(behind)
}

/** Does a phrase begin with a paper that is answered or quoted? */
export function isSource(phrase: string): boolean {
  return /^(?:Antwort|Drucksache|Anfrage|Vorlage|Mitteilung|Stellungnahme|Begründung|Ziffer|Anlage|Beschlusspunkt|Tabelle|Übersicht)(?!\p{L})/u.test(
    phrase,
  )
}

/** A pay group, or the words for one, where no rule looked for it. */
const PAY = new RegExp(
  `^(?:(?:Bes|Entg|Verg|[EB])\\.?-?[Gg]r(?:uppe|\\.)?|${PAY_GROUP}|EG N)(?: \\d{1,2}\\p{L}?)?(?: TV\\p{L}+)?$`,
  'u',
)

/** "heute 21 Disponentinnen und Disponenten": who works there is counted, not what the posts are for. */
const PEOPLE = /^(?:(?:heute|derzeit|aktuell|zurzeit|insgesamt|rund|ca\.|etwa) )+\d/u

/** Does a phrase name the occasion ("im Rahmen der …"), or who decides, and not what posts are for? */
export function isAside(phrase: string): boolean {
  return OCCASION.test(phrase) || DECIDES.test(phrase) || PAY.test(phrase) || PEOPLE.test(phrase) || isPaper(phrase)
}

const OCCASION = latin(
  oneLine`
    ^(?:
      Rahmen|Zuge|Sinne|Hinblick|Vergleich|Wege|Vorfeld|Vorgriff|Nachgang|Laufe|Verlauf|Falle?|Zusammenhang|
      Gegensatz|Anschluss|Auftrag|Namen|Einvernehmen|Ergebnis|Vorjahr|Durchschnitt|Verhältnis|Verbindung|
      Abstimmung|Anlehnung|Ergänzung|Bezug|Folge|Umfang|Höhe
    ) (?:der|des|einer?s?|von|zu[mr]?|mit|auf|an|den|dem|die|das|ihre[rs]?|diese[rs])(?!\p{L})
  `,
  'u',
)
const DECIDES = latin(
  oneLine`
    ^(?:
      Rat|Stadtrat|Gemeinderat|Marktgemeinderat|Kreistag|Kreisausschuss|Verwaltungsausschuss|Magistrat|
      Senat|Stadtverordnetenversammlung|Gemeindevertretung|Stadtvertretung|Ratsversammlung|Bürgerschaft|
      (?:Haupt|Finanz|Personal|Haupt- und \p{L}+)ausschuss|(?:Ober)?[Bb]ürgermeister(?:in)?|
      Landr[aä]t(?:in)?|Gesetzgeber|Gutachter(?:in)?|Antragsteller(?:in)?|Bundestag|Landtag
    )(?:e?s)?$
  `,
  'u',
)

/** "IT von EG 10" without how it is paid. */
function withoutGroup(phrase: string): string {
  return phrase.replace(/ (?:von|in|nach|mit) (?:EGr?|[BE]esGr|BGr|[EASB])\.? ?\d.*$/u, '')
}

/** "9 Fachkräfte an 11 Schulen" without how many; "2 Der Betrieb": without the number of a point. */
function withoutCount(phrase: string): string {
  return phrase.replace(/^\d{1,3}(?:\.\d{1,2})? (?:(?:Der|Die|Das|Dem|Den) )?(?=\p{Lu}\p{Ll}{2})/u, '')
}

/** "die Stelle der Kasse" is about the Kasse. */
function ofPost(phrase: string): string {
  const post =
    /^(?:\p{Ll}+ )*(?:Plan)?[Ss]tellen? (de[rs]|für(?: die| das| den)?|im|in der|beim|zu[rm]|als|eine[rs]) (?=\p{Lu}\p{L}{2})/u.exec(
      phrase,
    )
  const name = post ? phrase.slice(post[0].length) : phrase
  return post && /^(?:des|eines)$/.test(post[1] ?? '') ? nominative(post[1] ?? '', name, 0) : name
}

/** "in der Verwaltung 24 Beschäftigte" is about the Verwaltung. */
function withoutPeople(phrase: string): string {
  return phrase.replace(
    / \d+ (?:Beschäftigte|Mitarbeit|Personen|Menschen|\p{L}*[Kk]räfte|Köpfe|Fälle|Plätze|Kinder|Gruppen|Auszubildende|Beamt)\p{L}*.*$/u,
    '',
  )
}

/**
 * "den Allgemeinen Dienst" is the Allgemeiner Dienst, "in der Zentralen Poststelle" the Zentrale Poststelle, "bei freien
 * Trägern" are freie Träger: what stands before a phrase tells its case.
 */
function upright(phrase: string, around: string): string {
  const at = around.indexOf(` ${phrase}`)
  const before = at < 0 ? '' : around.slice(Math.max(0, at - 20), at)
  const [, preposition, printed = ''] = CASE.exec(before) ?? []
  const article = printed.toLowerCase()
  if (/^\p{L}*[Bb]eauftragten(?= |$)/u.test(phrase) && article === 'der')
    return phrase.replace('eauftragten', 'eauftragte')
  const adjectives = ADJECTIVES.exec(phrase)?.[0] ?? (article === 'den' ? ANY_ADJECTIVES.exec(phrase)?.[0] : undefined)
  // "Der verbleibende Bedarf" is masculine and in the nominative.
  if (!preposition && /^(?:der|das)$/.test(article) && WEAK.test(phrase))
    return phrase.replace(WEAK, (words) => words.replace(/e /gu, article === 'der' ? 'er ' : 'es '))
  const noun = /^[\p{L}-]+/u.exec(phrase.slice(adjectives?.length ?? 0))?.[0] ?? ''
  if (!noun) return phrase
  const rest = phrase.slice((adjectives?.length ?? 0) + noun.length)
  // "die Aufgaben des Archivs" are the Archiv's.
  if (/^(?:des|eines)$/.test(article))
    return `${(adjectives ?? '').replace(/e[nm] /gu, `${endingOf('dem', noun)} `)}${nominative(article, noun, 0)}${rest}`
  const many = article === 'den' || (preposition !== undefined && !article)
  // "den Trägern" are the Träger.
  const head = many ? noun.replace(DATIVE_PLURAL, '$1') : noun
  if (!adjectives) return head + rest
  return adjectives.replace(/e[nm] /gu, `${endingOf(article, noun)} `) + head + rest
}

/** How the adjective before a noun ends in the nominative without an article. */
function endingOf(article: string, noun: string): 'e' | 'er' | 'es' {
  if (/^(?:im|zum|beim|vom|am|dem|einem|ihrem)$/.test(article)) return NEUTER.test(noun) ? 'es' : 'er'
  const plural = /n$/u.test(noun) && !/(?:ein|ien|tion|garten|hafen|plan|verein)$/u.test(noun)
  return /^(?:den|einen)$/.test(article) && !plural && !DATIVE_PLURAL.test(noun) ? 'er' : 'e'
}

const CASE =
  /(?:^| )(?:(in|an|auf|bei|mit|von|zu|aus|nach|unter|neben|seit|für)(?: |$))?(?:(der|den|dem|die|das|des|einem|einen|einer|ihrem|im|zum|zur|beim|vom|am))?$/iu
const ADJECTIVES =
  /^(?:(?:\p{Ll}[\p{Ll}-]{2,}|\p{Lu}\p{Ll}+(?:isch|lich|ig|al|är|iv|ell|end|iert)|Allgemein|Gemein|Frei|Neu|Offen|Groß|Klein|Ober|Unter|Inner|Äußer|Mobil|Zentral|Fest)e[nm] )+(?=\p{Lu})/u
const WEAK = /^(?:\p{Ll}{4,}e )+(?=\p{Lu})/u
const ANY_ADJECTIVES = /^(?:\p{L}[\p{Ll}-]+en )+(?=\p{Lu})/u
const NEUTER =
  /(?:amt|team|zentrum|referat|dezernat|büro|projekt|programm|management|haus|museum|theater|archiv|bad|wesen|gebiet|recht|ressort|institut|werk|land|heim|personal)(?:es|s)?$/iu
const DATIVE_PLURAL =
  /^((?:\p{Lu}|[\p{L}-]*?)(?:\p{L}+(?:er|el)|\p{L}*(?:[Kk]räfte|[Pp]lätze|[Dd]ienste|[Bb]etriebe|[Pp]rojekte|[Bb]ereiche|[Ss]tandorte|[Bb]ezirke|[Rr]eferate|[Dd]ezernate|[Vv]erfahre)))n$/u
