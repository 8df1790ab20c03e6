/**
 * What a quantity of staff is for, from what stands directly beside it: its own word, brackets, the words before and
 * behind it.
 */
import { lastClause, nextPlace, subjectIn, unwrapped, withoutVagueEnd } from './staffing-clause.ts'
import { hasVerb, isVague, openingOf, phraseAt, phraseBefore } from './staffing-phrase.ts'
import { oneBlank, type Rule, type Words } from './staffing-setting.ts'

/** A compound that says itself what the posts are: "Technikerstellen", "Projektstelle zur …"; a role ("2x …"). */
export const ownNoun: Rule = ({ view, mention, to }) => {
  const unit = oneBlank(view.slice(mention.unitStart, to))
  const word = /^[\p{L}:*_/-]+/u.exec(unit)?.[0] ?? ''
  if (
    !/^\p{Lu}/u.test(word) ||
    /^(?:Plan|Personal|Vollzeit|Teilzeit|VZ|Voll|Arbeits)?-?[Ss]tellen?(?:anteil\p{L}*|umfang|bedarf)?$|^(?:V[Zz]|V[Kb]|FTE|M?AK|Voll|Stellen|Anzahl)|^(?:TZ|Voll)-/u.test(
      word,
    )
  )
    return null
  return phraseAt(unit) ?? word
}

const PARTY =
  /(?:Grünen?|SPD|CDU|CSU|FDP|AfD|L(?:inke|INKE)|BSW|Volt|Freie Wähler|[FU]WG|[Ff]raktion(?: [^():]{2,40})?): $/u

export const fromBracket: Rule = ({ before, near, after }) => {
  const open = before.lastIndexOf('(')
  if (open < 0 || before.indexOf(')', open) >= 0) return null
  // The words between two quantities of one bracket belong to the first, unless a colon says otherwise.
  const later = before.length - near.length > open
  if (later && /^ ?(?!VZ|Vollzeit)\p{Lu}\p{Ll}/u.test(after)) return phraseAt(after)
  if (later && !/: ?$/.test(near)) return phraseBefore(before.slice(0, open))
  // Who asks for it is not what it is for.
  if (PARTY.test(before.slice(open)) && /^ ?\p{Lu}/u.test(after)) return phraseAt(after)
  const role = phraseBefore(
    before.slice(open + 1).replace(/(?:,? (?:je|jeweils|zusammen|insgesamt|mit|rund|ca\.|etwa))+ ?$|[,:;–-] ?$/u, ''),
  )
  if (role && /\p{Lu}\p{Ll}{2}/u.test(role)) return role
  const inside = after.slice(0, Math.max(0, after.search(/\)|$/)))
  const purpose = /^ ?(?:für|bei|beim|im|in) (.+)$/u.exec(inside)
  return (purpose && phraseAt(purpose[1] ?? '')) || phraseBefore(before.slice(0, open))
}

/** "…, und die Kasse 0,5": the second of two quantities that share a verb. */
export const coordinated: Rule = ({ near, last }) => {
  const match =
    last === null
      ? null
      : /^(?: ?\([^)]*\))?(?:,| und| sowie)(?: und)? ((?:(?:für|im|in|in der|beim|bei|bei der|auf) )?(?:(?:der|die|das|den|dem) )?(?:\p{Ll}+e[nr]? )?\p{Lu}.*?)(?: (?:mit|um|von))?(?: (?:ca\.|rund|etwa|circa))? $/u.exec(
          near,
        )
  const phrase = match ? phraseAt((match[1] ?? '').replace(/^(?:für|im|in der|in|beim|bei der|bei|auf) /u, '')) : null
  return phrase && !/\d/.test(near.replace(/^ ?\([^()]*\)/u, '')) ? phrase : null
}

/** "Umsetzung von n aus dem Bauhof in das Hauptamt": where they go. */
export const movedTo: Rule = ({ near, after }) => {
  const target = /(?:Umsetzung|Verlagerung|Verschiebung|Übertragung) von $/u.test(near)
    ? /^ (?:aus|von|vom) [^,;.()]{2,60}? (?:in das|in den|in die|ins|zum|zur|an das|an den|an die) (\p{Lu}.*)$/u.exec(
        after,
      )
    : null
  return target ? phraseAt(target[1] ?? '') : null
}

export const directlyBehind: Rule = ({ near, after }) => {
  if (/(?:^| )entf(?:allen|ällt|ielen) (?:\p{Ll}+ )?$/u.test(near) && /^ auf /u.test(after)) return nextPlace(after)
  const quoted = /^ ?[„»“"]([^„“”»«"\n]{3,60})[“”«"]/u.exec(after)?.[1]
  if (quoted && /^\p{Lu}/u.test(quoted)) return quoted
  // The label of the next line of a form.
  if (/: *$/.test(near) && /^ ?\p{Lu}[^.,;:()]{2,60}:(?: |$)/u.test(after)) return null
  const owner = /^,? die (?:der|dem|den) (.+?) (?:zugeordnet|zugewiesen|angegliedert|unterstellt)/u.exec(after)
  if (owner) return phraseAt(owner[1] ?? '')
  const purpose =
    /^ ?(?:\p{Ll}+ ){0,1}für (?!\d)(?:die (?:Erarbeitung|Bearbeitung|Wahrnehmung) (?:von|der) )?(.+)$/u.exec(after)
  if (purpose) return phraseAt(purpose[1] ?? '')
  return /^ ?(?:\p{Ll}{4,}(?:isch|lich|ig|end|iert|haft|ell|al|är|iv)e[nrs]? )?\p{Lu}/u.test(after)
    ? phraseAt(after.replace(/ aus (?:dem|der|den) .*$/u, ''))
    : null
}

/** A name and nothing else: capitals, or an adjective before them that says no more than which. */
const NAME =
  /^(?!(?:inklusive|bisherige|künftige|derzeitige|aktuelle|alle|davon|neue|weitere|befristete|unbefristete|jeweilige) )(?:\p{Lu}|\p{Ll}{4,}e[rs]? \p{Lu})[^\d]{2,60}$/u

/** "2,0 Stellen (Schulhausverwaltung, EG 6)": a role before its pay group. */
export const roleBehind: Rule = ({ view, mention, to }) => {
  const bracket = /^ ?\(([^()]{3,120})\)/u.exec(oneBlank(view.slice(mention.end, Math.max(to, mention.end))))?.[1] ?? ''
  const role =
    /^((?:\p{Ll}+(?:e|er|es) )?\p{Lu}[^,;:\d()]{2,80}?)(?:,| in| nach)? ?(?=(?:EG|SuE|TVöD|BesGr|Bes\.|Entgelt|[EASB]) ?-?\d|Entgeltgruppe|Besoldungsgruppe|TVöD)/u.exec(
      bracket,
    )?.[1]
  const name =
    role ?? (openingOf(bracket).phrase === bracket && NAME.test(bracket) && !isVague(bracket) ? bracket : null)
  return name &&
    !/^(?:Stelle|Stellennummer|Planstelle|Nr|bewertet|Bewertung|Eingruppierung|Entgelt|Vollzeit|Teilzeit|Anlage|Stand|Entwurf|Plan|Ist|Soll|Sperr|Brutto|Netto|Summe|Bund|Land|Tarif|Vorjahr|Fraktion|Gebühren|Ersatz|Antrag|Vorlage|Arbeitskraft|Wunsch|Vorschlag|Anmeldung|Forderung|Anteil|Bedarf|Arbeitskräfte|VZ|VK)/iu.test(
      name,
    )
    ? phraseAt(name)
    : null
}

/** "Die Stelle 11/500 (Kassenleitung, EG 9b) ist seit dem 01.10. mit n besetzt": what a numbered post is called. */
export const postBefore: Rule = ({ before }) => {
  const title =
    /(?:Plan)?[Ss]telle (?:Nr\.? ?)?\d[\d./-]*\d \((?<title>(?!EG|[EASB] ?\d)\p{Lu}[^(),]{2,70})(?:, ?[^()]*)?\)(?: (?:\p{Ll}+|[\d.]+)){0,8} $/u.exec(
      before,
    )?.groups?.title
  return title ? phraseAt(title) : null
}

/** "sind für die Überwachung zwei Stellen …": the purpose that stands right before it. */
export const purposeBefore: Rule = (words) => reachingUp(words, 'für')

/** "hält bei den Trägern 9,0 VZÄ für nötig": the place that stands right before it. */
export const placeBefore: Rule = (words) => reachingUp(words, 'bei|beim|im|in (?=de[rn] )|an (?=de[rn] )')

/** "wurden dem Ordnungsamt 2,0 Stellen zugewiesen": who gets them. */
export const recipientBefore: Rule = (words) => reachingUp(words, '(?:wird|werden|wurden?|sind|soll|sollen) dem')

/** "Im Jugendamt sollen 2,0 VZÄ im Pflegedienst und 1,5 VZÄ in der Vormundschaft …": each has a place of its own. */
export const placeOfEach: Rule = ({ before, after, to, sentence, last }) =>
  /^(?:Im|In|Beim?|Am) /u.test(before) && (to < sentence.end || last !== null) ? nextPlace(after) : null

/** The phrase behind a preposition, if it reaches up to the quantity. */
function reachingUp({ near, last }: Words, link: string): string | null {
  const words = near.replace(
    /(?: (?:jeweils|je|nur|noch|rund|ca\.|etwa|circa|insgesamt|zusammen|weitere|zusätzlich|derzeit|aktuell|gegenwärtig|zurzeit|bereits|momentan|bislang|bisher|mindestens|künftig|eine[nr]?|zusätzliche[nr]?|neue[nr]?|halbe[nr]?|volle[nr]?))* ?$/u,
    '',
  )
  const match = new RegExp(
    `^.*(?<!\\p{L})(?:${link}) (?:(?:die|das|den|dem|der|eine[nrm]?) )?(?<phrase>(?!Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|DHH|Summe|Regel|Folge|Mittel|Durchschnitt|Schnitt|Frühjahr|Herbst|Sommer|Winter|Ergebnis|Januar|Februar|März|April|Mai|Ju[nl]i|August|September|Oktober|November|Dezember|Gegenzug|Vorgriff|Nachtrag|Vergleich|Vorjahr|Zeitraum|Bereich )\\p{Lu}[^,;:()]{2,80}|\\p{Ll}{4,}en \\p{Lu}[^,;:()]{2,80})$`,
    'u',
  ).exec(words)
  const phrase = (match?.groups?.phrase ?? '').replace(/\s+/g, ' ').trim()
  if (!phrase || (last !== null && /, .* für /u.test(near))) return null
  const { phrase: name, verbFollows } = openingOf(phrase)
  const whole = name && verbFollows && phrase.length - name.length < 4
  return whole && !/ (?:eine[nrms]?|ein) /u.test(name) ? name : null
}

/** "von denen das Land 11 Stellen mitfinanziert": who does so. */
export const ownerWithin: Rule = ({ near, before }) => {
  const match =
    /, (?:von denen|wovon|davon) (?:der|die|das) (\p{Lu}[^,;:()\d]{2,60}?) ?$/u.exec(near) ??
    /, (?:von denen|wovon) (?:der|die|das) (\p{Lu}[^,;:()\d]{2,60}?) ?$/u.exec(before)
  return match ? phraseAt(match[1] ?? '') : null
}

/** What grows by a quantity may be named behind it ("Ausbau des Angebots um n bei den Trägern"). */
const GROWTH = /^(?:Ausbau|Ausweitung|Erweiterung|Aufwuchs|Verstärkung|Erhöhung|Aufstockung)(?!\p{L})/u

export const directlyBefore: Rule = ({ near: all, last, after, before }) => {
  const near = last === null ? all : all.slice(Math.max(0, all.lastIndexOf(' und ')))
  const link =
    /^(.*?)(?: (?:im Umfang|in Höhe|mit einem Umfang) von| mit| von| um| zu|:| –| -)(?: (?:jeweils|je|nur|rund|ca\.|etwa|circa|insgesamt|zusammen|weiteren|zusätzlich|einer|bis zu))* ?$/u.exec(
      near,
    )
  const phrase = link ? phraseBefore(link[1] ?? '') : null
  if (!phrase || isBesideSubject((link?.[1] ?? '').slice(0, -phrase.length), before)) return null
  if (isVague(phrase) && !phrase.includes(' ')) return nextPlace(after) ?? phrase
  const rest = withoutVagueEnd(phrase)
  const grown = / um $/.test(near) && GROWTH.test(phrase) ? nextPlace(after) : null
  if (grown) return grown
  return rest === phrase ? unwrapped(phrase) : (nextPlace(after) ?? (rest && unwrapped(rest)) ?? phrase)
}

/** "Die Beratung wird an drei Schulen im Umfang von n fortgeführt": a place or role, where the clause has its subject. */
function isBesideSubject(lead: string, before: string): boolean {
  return (
    /(?:^| )(?:an|in|auf|bei|im|am|beim|als)(?: de[nrm])?(?: (?:\p{Ll}+|in Anlage \d))* ?$/u.test(lead) &&
    / (?:wird|werden|ist|sind|soll|sollen) /u.test(lead) &&
    subjectIn(lastClause(before)) !== null
  )
}

/** A pay group that stands for its posts, in the bracket that breaks a total down. */
export const payGroup: Rule = ({ view, mention, last, before }) => {
  const group =
    /^[\d.,]+ ((?:EG|A|E|S|B) ?\d{1,2}[a-cÜ]?)$/u.exec(view.slice(mention.start, mention.end))?.[1] ??
    /^ (?:in |nach )?((?:(?:Bes|Entg)\.?-?[Gg]r(?:uppe|\.)? )?(?:(?:EG|A|E|S|B) ?\d{1,2}[a-cÜ]?|EG N))(?![\p{L}\d.])/u.exec(
      view.slice(mention.end, mention.end + 24),
    )?.[1]
  const open = before.lastIndexOf('(')
  const within =
    (open >= 0 && !before.includes(')', open)) || /(?:^|, )[Dd]avon(?: \p{Ll}+){0,2} |^[Hh]iervon /u.test(before)
  return group && last !== null && within ? group : null
}

/** What stands before the quantity in a line without a verb. */
export const lineBefore: Rule = ({ before }) =>
  before.length < 120 && !hasVerb(before) ? phraseBefore(before.replace(/[\s:–-]+$/u, '')) : null
