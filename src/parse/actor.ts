/**
 * Who pays, offers, decides or gets money: firms, persons, bodies, parties, and papers spoken of as if they did. None of
 * them is what an amount is for.
 *
 * Told by the head of the phrase alone: "Zuschuss an den Verein" is a grant, "Verein" is who gets it. Names are only
 * known where the paper itself introduces them ("Fa. Muster", "Stadt Musterstadt"): `namesIn`.
 */

import { oneLine } from '../one-line.ts'
import { latin } from './latin.ts'

const LEGAL = String.raw`(?:g?GmbH|mbH|AG|KG|KGaA|SE|UG|eG|OHG|GbR|AöR|e\.\s?V\.|e\.\s?G\.)`
/** Nouns for who acts; compounds end with them. */
const ACTORS = [
  String.raw`(?:Firma|Fa\.?|Firmen|Bieter|Bietern|Bietergemeinschaft|ARGE|Arbeitsgemeinschaft|Generalunternehmer)`,
  oneLine`
    \p{L}*(?:
      [Uu]nternehmen|[Uu]nternehmer|[Gg]esellschaft|[Gg]enossenschaft|
      (?:Planungs|Ingenieur|Architektur|Sachverständigen|Gutachter)büros?|[Vv]erein|[Vv]erband|[Ss]tiftung|
      [Kk]rankenkassen?|[Ss]parkasse|[Ss]tadtwerken?|Gemeindewerken?|Eigenbetrieb(?! de[rs] )|
      Konservatorium|(?:Stadt|Orts|Kreis|Gemeinde|Bezirks)verwaltung|Landesbank|Förderbank|Volksbank|
      Kreditanstalt
    )
  `,
  String.raw`\p{L}*(?:[Aa]usschuss|[Bb]eirat|[Gg]emeinderat|[Ss]tadtrat|[Mm]agistrat|[Kk]reistag|[Rr]atsversammlung|[Ff]raktion|[Bb]ehörde|[Mm]inisterium|[Dd]irektion|[Rr]egierungspräsidium|bewertungsstelle|[Gg]ericht)(?:e?s)?`,
  oneLine`
    \p{L}*(?:
      [Gg]utachter|[Aa]rchitekt|[Ff]achplaner|[Ww]ehrleiter|[Ww]ehrführer|[Kk]ämmerer|[Bb]ürgermeister|
      [Dd]ezernent|[Gg]eschäftsführer|[Ee]igentümer|[Ii]nvestor|[Pp]ächter|[Vv]erkäufer|[Kk]äufer|
      [Ee]rwerber|[Bb]etreiber|[Vv]eranstalter|[Gg]esellschafter|geber|[Hh]ersteller|[Ll]ieferant|
      [Dd]ienstleister|[Aa]nbieter|[Aa]uftragnehmer|[Ss]tifter|Zuwender|Referent
    )(?:en|n|s|in|innen)?
  `,
  String.raw`(?:Ratsmitglied|Stadtverordnete[rn]?|Beigeordnete[rn]?|\p{L}*[Vv]orsitzende[rn]?|Landrat|Landrätin|Stadträtin|\p{L}*[Kk]ämmerin|Bauherr(?:in)?|Herr|Frau|Träger|freie[rn]? Trägern?|kommunale[nr]? Spitzenverbände?n?)`,
  String.raw`(?:CDU|CSU|SPD|FDP|AfD|BSW|Bündnis 90|Die Linke|Freie Wähler)(?:[ /-].*)?`,
  String.raw`(?:Caritas\p{L}*|Diakonie|Diakonisches Werk|AWO|Arbeiterwohlfahrt|DRK|ASB|Johanniter|Malteser|Lebenshilfe|KGSt|KGST|IHK|KfW|Deutsche Bahn|Telekom)`,
  String.raw`(?:DS|Drs\.?|Drucksache|Vorlage)`,
].join('|')
const ADJECTIVES = String.raw`(?:(?:der|die|das|den|dem) )?(?:\p{Ll}+e[nrsm]? ){0,2}`
const HEAD = latin(String.raw`^${ADJECTIVES}(?:${ACTORS})(?![\p{L}-])`, 'u')
/** "Muster Bau GmbH": names up to a legal form, no article or preposition between. */
const COMPANY = latin(String.raw`^${ADJECTIVES}(?:\p{Lu}[\p{L}&.-]*,? |& |und ){0,5}${LEGAL}(?![\p{L}-])`, 'u')
/** What such a phrase may begin with and be a thing after all ("Auftrag Muster GmbH"). */
const THING = latin(
  oneLine`
    ^(?:\p{Ll}+ )*\p{L}*(?:
      kosten|mittel|zuschuss|zuschüsse|anteile?|aufträge?|auftrag|angebote?|verträge?|vertrag|rechnung|
      honorar|einlage|beteiligung|darlehen|leistung|leistungen|summe|betrag|preis|spende|zuwendung|
      förderung|entgelt|beitrag|miete|kredit|vergütung
    )n?s?(?!\p{L})
  `,
  'iu',
)

/** Does the phrase name money or a contract, whoever else it names? */
export function isThing(phrase: string): boolean {
  return THING.test(phrase)
}

/** Is the phrase one who acts, or a name the paper gives to one? */
export function isActor(phrase: string, names: ReadonlySet<string> = NONE): boolean {
  if (isThing(phrase)) return false
  if (HEAD.test(phrase) || COMPANY.test(phrase)) return true
  return names.size > 0 && names.has(/^\p{Lu}[\p{L}-]*/u.exec(phrase)?.[0] ?? '')
}

const NONE: ReadonlySet<string> = new Set()

/** "Fa. Muster", "die Firma Muster-Consult": the first word of the name. */
const FIRM = latin(/(?<!\p{L})(?:Fa\.|Firma|Bietergemeinschaft)\s+(\p{Lu}[\p{L}-]{2,})/gu)
/** "Stadt Musterstadt", "Landkreis Muster": the name of a place, as far as its letters tell it from a genitive. */
const PLACE = latin(
  /(?<!\p{L})(?:(?:Landeshaupt|Universitäts|Hanse|Kreis|Bundes|Klingen|Samt|Verbands)?(?:[Ss]tadt|[Gg]emeinde)|Landkreis|Kreis|Markt)\s+(\p{Lu}\p{Ll}{3,}(?:-\p{Lu}\p{Ll}+)*)(?=[\s,.;:)])/gu,
)
const COMMON = /(?:ung|heit|keit|schaft|tag|rat|amt|plan|mittel|kosten|verwaltung|haushalt|jahr|ebene)s?$/u

/** The names a paper gives to firms and places. */
export function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const pattern of [FIRM, PLACE])
    for (const [, name = ''] of text.matchAll(pattern)) if (!COMMON.test(name)) names.add(name)
  return names
}
