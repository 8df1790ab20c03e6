/**
 * Who or what a quantity of staff is for, from the words of its own sentence, as printed and short.
 *
 * The order of the rules is the order of their certainty: the bracket behind a role, what stands directly beside the
 * number, the phrase that opens the clause, the antecedent of a relative or pronoun, what follows farther off.
 */
import type { Span } from '../document.ts'
import { lastClause, nextPlace, PRONOUN, subjectIn, unwrapped, withoutVagueEnd } from './staffing-clause.ts'
import { BESIDE, isHearsay, isPaper, isSource, named, runsOver, shortened, staffPlan } from './staffing-name.ts'
import { isVague, openingOf, phraseAt, phraseBefore } from './staffing-phrase.ts'

/** Where a quantity stands: everything in one searchable text (`viewOf`). */
export interface Setting {
  readonly view: string
  readonly mention: Span & { readonly unitStart: number }
  /** The sentence of the mention. */
  readonly sentence: Span
  /** End of the quantity before it in the same sentence, else the sentence's start. */
  readonly from: number
  /** Start of the next quantity in the same sentence, else the sentence's end. */
  readonly to: number
  /** The sentence before, within the same block; empty if there is none. */
  readonly previous: string
  /** The heading above, for a pronoun that refers to it. */
  readonly heading: string
  /** What the quantity before it in the same sentence is for. */
  readonly last: string | null
}

interface Words extends Setting {
  readonly before: string
  /** Since the quantity before it. */
  readonly near: string
  readonly after: string
}

type Rule = (words: Words) => string | null

/** What the quantity is for, or null. */
export function subjectOf(setting: Setting): string | null {
  const { view, mention, sentence, from, to } = setting
  const words: Words = {
    ...setting,
    previous: oneBlank(setting.previous),
    before: oneBlank(view.slice(sentence.start, mention.start)).trimStart(),
    near: oneBlank(view.slice(from, mention.start)),
    after: ownPart(oneBlank(view.slice(mention.end, to)).replace(BESIDE, ''), to < sentence.end),
  }
  if (isHearsay(words.after)) return null
  let vague: string | null = null
  for (const rule of RULES) {
    const found = rule(words)
    if (found && !isVague(found) && !runsOver(found) && !isSource(found))
      return shortened(named(found, `${words.before} ${words.after}`))
    if (found && VAGUE_RULES.has(rule) && NEED.test(found) && !ACTION.test(found)) vague ??= found
    if (found && rule === subject && /^\p{L}*(?:[Bb]edarf|[Aa]ufw[aä]nd)$/u.test(found)) vague ??= found
  }
  return (vague && shortened(vague)) ?? staffPlan(words.before)
}

/** Of the words between two quantities, those behind the last "und" or comma belong to the second. */
function ownPart(after: string, shared: boolean): string {
  const match = shared ? /^(.*)(?:,| und| sowie| bzw\.| oder)(?: .*)?$/u.exec(after) : null
  return match ? (match[1] ?? '') : after
}

/** A compound that says itself what the posts are: "Technikerstellen", "Projektstelle zur …"; a role ("2x …"). */
const ownNoun: Rule = ({ view, mention, to }) => {
  const unit = oneBlank(view.slice(mention.unitStart, to))
  const word = /^[\p{L}:*_/-]+/u.exec(unit)?.[0] ?? ''
  if (
    !/^\p{Lu}/u.test(word) ||
    /^(?:Plan|Personal|Vollzeit|Teilzeit|VZ|Voll|Arbeits)?-?[Ss]tellen?(?:anteil\p{L}*|umfang|bedarf)?$|^(?:V[Zz]|V[Kb]|FTE|Voll|Stellen|Anzahl)|^(?:TZ|Voll)-/u.test(
      word,
    )
  )
    return null
  return phraseAt(unit) ?? word
}

const fromBracket: Rule = ({ before, near, after }) => {
  const open = before.lastIndexOf('(')
  if (open < 0 || before.indexOf(')', open) >= 0) return null
  // The words between two quantities of one bracket belong to the first, unless a colon says otherwise.
  const later = before.length - near.length > open
  if (later && /^ ?(?!VZ|Vollzeit)\p{Lu}\p{Ll}/u.test(after)) return phraseAt(after)
  if (later && !/: ?$/.test(near)) return phraseBefore(before.slice(0, open))
  const role = phraseBefore(before.slice(open + 1).replace(/[,:;–-] ?$/u, ''))
  if (role && /\p{Lu}\p{Ll}{2}/u.test(role)) return role
  const inside = after.slice(0, Math.max(0, after.search(/\)|$/)))
  const purpose = /^ ?(?:für|bei|beim|im|in) (.+)$/u.exec(inside)
  return (purpose && phraseAt(purpose[1] ?? '')) || phraseBefore(before.slice(0, open))
}

/** "…, und die Kasse 0,5": the second of two quantities that share a verb. */
const coordinated: Rule = ({ near, last }) => {
  const match =
    last === null
      ? null
      : /^(?: ?\([^)]*\))?(?:,| und| sowie)(?: und)? ((?:(?:für|im|in|in der|beim|bei|bei der|auf) )?(?:(?:der|die|das|den|dem) )?\p{Lu}.*?)(?: (?:mit|um|von))?(?: (?:ca\.|rund|etwa|circa))? $/u.exec(
          near,
        )
  const phrase = match ? phraseAt((match[1] ?? '').replace(/^(?:für|im|in der|in|beim|bei der|bei|auf) /u, '')) : null
  return phrase && !/\d/.test(near) ? phrase : null
}

const directlyBehind: Rule = ({ after }) => {
  const owner = /^,? die (?:der|dem|den) (.+?) (?:zugeordnet|zugewiesen|angegliedert|unterstellt)/u.exec(after)
  if (owner) return phraseAt(owner[1] ?? '')
  const purpose =
    /^ ?(?:\p{Ll}+ ){0,1}für (?!\d)(?:die (?:Erarbeitung|Bearbeitung|Wahrnehmung) (?:von|der) )?(.+)$/u.exec(after)
  if (purpose) return phraseAt(purpose[1] ?? '')
  return /^ ?(?:\p{Ll}{4,}(?:isch|lich|ig|end|iert|haft|ell|al|är|iv)e[nrs]? )?\p{Lu}/u.test(after)
    ? phraseAt(after.replace(/ aus (?:dem|der|den) .*$/u, ''))
    : null
}

/** "2,0 Stellen (Schulhausverwaltung, EG 6)": a role before its pay group. */
const roleBehind: Rule = ({ view, mention, to }) => {
  const bracket = /^ ?\(([^()]{3,120})\)/u.exec(oneBlank(view.slice(mention.end, Math.max(to, mention.end))))?.[1] ?? ''
  const role =
    /^((?:\p{Ll}+(?:e|er|es) )?\p{Lu}[^,;:\d()]{2,80}?)(?:,| in| nach)? ?(?=(?:EG|SuE|TVöD|BesGr|Bes\.|Entgelt|[EASB]) ?-?\d|Entgeltgruppe|Besoldungsgruppe|TVöD)/u.exec(
      bracket,
    )?.[1]
  return role &&
    !/^(?:Stelle|Stellennummer|Planstelle|Nr|bewertet|Bewertung|Eingruppierung|Entgelt|Vollzeit|Teilzeit|Anlage|Stand)/iu.test(
      role,
    )
    ? phraseAt(role)
    : null
}

/** "sind für die Überwachung zwei Stellen …", "hält bei den Trägern 9,0 VZÄ für nötig": what stands right before it. */
const nextBefore: Rule = ({ near, last }) => {
  const words = near.replace(
    /(?: (?:jeweils|je|nur|noch|rund|ca\.|etwa|circa|insgesamt|zusammen|weitere|zusätzlich|derzeit|aktuell|gegenwärtig|zurzeit|bereits|momentan|bislang|bisher|mindestens|künftig))* ?$/u,
    '',
  )
  const match =
    /^.*(?<!\p{L})(?<link>für|bei|beim) (?:(?:die|das|den|dem|der|eine[nrm]?) )?(?<phrase>\p{Lu}[^,;:()]{2,80})$/u.exec(
      words,
    )
  const phrase = match?.groups?.phrase ?? ''
  if (!match || (last !== null && /, .* für /u.test(near))) return null
  const { phrase: name, verbFollows } = openingOf(phrase)
  // the phrase must reach up to the quantity
  const whole = name && verbFollows && phrase.replace(/\s+/g, ' ').trim().length - name.length < 4
  return whole && !/ (?:eine[nrms]?|ein) /u.test(name) ? name : null
}

/** "von denen das Land 11 Stellen mitfinanziert": who does so. */
const ownerWithin: Rule = ({ near, before }) => {
  const match =
    /, (?:von denen|wovon|davon) (?:der|die|das) (\p{Lu}[^,;:()\d]{2,60}?) ?$/u.exec(near) ??
    /, (?:von denen|wovon) (?:der|die|das) (\p{Lu}[^,;:()\d]{2,60}?) ?$/u.exec(before)
  return match ? phraseAt(match[1] ?? '') : null
}

/** What grows by a quantity may be named behind it ("Ausbau des Angebots um n bei den Trägern"). */
const GROWTH = /^(?:Ausbau|Ausweitung|Erweiterung|Aufwuchs|Verstärkung|Erhöhung|Aufstockung)(?!\p{L})/u

const directlyBefore: Rule = ({ near: all, last, after }) => {
  const near = last === null ? all : all.slice(Math.max(0, all.lastIndexOf(' und ')))
  const link =
    /^(.*?)(?: (?:im Umfang|in Höhe|mit einem Umfang) von| mit| von| um| zu|:| –| -)(?: (?:jeweils|je|nur|rund|ca\.|etwa|circa|insgesamt|zusammen|weiteren|zusätzlich|einer|bis zu))* ?$/u.exec(
      near,
    )
  const phrase = link ? phraseBefore(link[1] ?? '') : null
  if (!phrase) return null
  if (isVague(phrase) && !phrase.includes(' ')) return nextPlace(after) ?? phrase
  const rest = withoutVagueEnd(phrase)
  const grown = / um $/.test(near) && GROWTH.test(phrase) ? nextPlace(after) : null
  if (grown) return grown
  return rest === phrase ? unwrapped(phrase) : (nextPlace(after) ?? (rest && unwrapped(rest)) ?? phrase)
}

/** "Für das X sind n vorgesehen" */
const openingPurpose: Rule = ({ before }) => {
  const match =
    /^(?:(?:und|sowie|dass|zudem|außerdem|hinzu kommen|auch|[Dd]avon|lediglich|nur|insbesondere|ferner|weiterhin) ){0,2}[Ff]ür ((?!\d).+)$/u.exec(
      lastClause(before),
    )
  return match ? phraseAt(match[1] ?? '') : null
}

/** "Zur Pflege der Anlage sind n nötig" */
const openingAim: Rule = ({ before }) => {
  const match =
    /^Zu[rm] ((?!Deckung|Zeit|Stellenplan|Haushalt|Schuljahr|Beginn|Ende|Anfang|Stichtag|Vergleich|Verfügung|Kenntnis|Sitzung|Nachtrag|Wintersemester|Sommersemester|Kita|Kindergarten|Ausbildungs|Erläuterung|Begründung|Frage|Antrag|Vorlage|Beschluss|Punkt|Ziffer|Finanzierung|Einrichtung|Schaffung)\p{Lu}.+)$/u.exec(
      lastClause(before),
    )
  return match ? phraseAt(match[1] ?? '') : null
}

/** "Im Bereich X sind n …" */
const openingPlace: Rule = ({ before }) => {
  const match =
    /^(?:und |sowie |dass |hierzu sind |hierfür sind |zudem |außerdem |auch )?(?:[Ii]m|[Ii]n|[Bb]eim?|[Aa]m|[Aa]uf) ((?!\d).+)$/u.exec(
      lastClause(before),
    )
  const phrase = match ? phraseAt(match[1] ?? '') : null
  return phrase && unwrapped(phrase)
}

/** "…, die mit n besetzt ist": what the relative clause hangs on. */
const antecedent: Rule = ({ before }) => {
  const match = /^(.*), (die|der|das|denen|welche[rs]?|von (?:denen|welchen)|wovon)(?: [\p{L}\d.]+){0,7} ?$/u.exec(
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

/** What is done with posts says nothing of them. */
const ACTION =
  /^(?:\p{Ll}+ )*(?:Schaffung|Neuschaffung|Reduzierung|Abbau|Wegfall|Einrichtung|Aufstockung|Erhöhung|Verlagerung|Umfang|Höhe|Besetzung|Summe|Zusetzung|Stellenzusetzung|Ausweisung|Bewilligung|Bereitstellung|Streichung|Beantragung|Anmeldung|Aufnahme)$/u

/** Of the words that say little, those that still name a need or a change. */
const NEED = /(?:[Bb]edarf|[Aa]ufw[aä]nd|[Aa]ufstockung|(?<!\p{L})Stellen\p{Ll}{3,}|[Vv]akanz|Personal\p{Ll}*)\p{Ll}*$/u

/** Who acts, but seldom what the staff is for. */
const ACTOR =
  /^(?:Stadt|Gemeinde|Stadtverwaltung|Verwaltung|Rat|Stadtrat|Gemeinderat|Kreis|Landkreis|Land|Bund|Kommune|Kreistag)$/u

/** "Die Abteilungsleitung ist mit n besetzt": the subject. */
const subject: Rule = ({ before, after }) => {
  const found = subjectIn(lastClause(before))
  if (found && isPaper(found)) return null
  if (!found || !ACTOR.test(found)) return found
  return (
    nextPlace(after) ??
    (/ (?:hat|hatte|verfügt|verfügte|umfasst|beschäftigt|zählt|weist|besteht)(?: |$)/u.test(lastClause(before))
      ? found
      : null)
  )
}

const purposeBehind: Rule = ({ after }) => {
  const clause = after.slice(0, Math.max(0, after.search(/[;.](?: |$)|$/)))
  const purpose = / (?:für|als) (?!\d)(?:die (?:Erarbeitung|Bearbeitung) von )?((?:\p{Ll}+ ){0,3}\p{Lu}[^,]+)/u.exec(
    clause,
  )
  return purpose ? phraseAt(purpose[1] ?? '') : null
}

/** "n in der Disposition", "n dem Klimaschutz (zugeordnet)" */
const placeNext: Rule = ({ after }) => nextPlace(after)

const placeBehind: Rule = ({ after }) => {
  const clause = after.slice(0, Math.max(0, after.search(/[;.](?: |$)| (?:sowie|und) (?:deren|ihre[rn]?) |$/)))
  const place =
    /(?:^| )(?:im|in(?: de[rnm])?|beim?(?: de[rnm])?|am|an de[rnm]|zu[rm]?|aus(?: de[rm])?|von|auf(?: de[rnm])?) ((?:(?!Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|Vollzeit|Teilzeit|Summe|Verfügung|Aufnahme|DHH)\p{Lu}|(?:\p{Ll}+en )\p{Lu}).*)$/u.exec(
      clause,
    )
  return place ? phraseAt(place[1] ?? '') : null
}

/** A pronoun, or a sentence that opens with the quantity: what the sentence before speaks of, else the heading. */
const pronoun: Rule = ({ before, after, previous, heading }) => {
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
    subjectIn(previous) ??
    (/^(?:Sie|Er|Ihr|Dies)/u.test(before) ? heading || null : null)
  )
}

const nearestBefore: Rule = ({ before }) => {
  const match =
    /.*(?:^| )(?:(?:(?:[Ff]ür|[Bb]ei)(?: die| das| de[rnm]| allen?)?|[Ii]m|[Bb]eim|[Ii]n (?:de[rnm]|allen)|[Aa]n (?:de[rn]|allen)) |[Aa]n (?=(?:\d|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)))(?:(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\d{1,3}) )?((?!Stellenplan|Haushalt|Doppel|Höhe|Jahr|Rahmen|Umfang|Zuge|Entgelt|DHH|Summe|Regel|Folge)\p{Lu}.*)$/u.exec(
      before,
    )
  return match ? phraseAt(match[1] ?? '') : null
}

/** "beschließt, die Beratung an vier Schulen um n auszuweiten": what is to grow. */
const toGrow: Rule = ({ before, after }) => {
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
const commissioned: Rule = ({ before }) => {
  const who =
    /^(?:\d{1,2}\. |[a-z]\) )?D(?:er|ie|as) (\p{Lu}[^,;.:]{2,80}?) (?:wird|werden) (?:beauftragt|ermächtigt|gebeten|ersucht), /u.exec(
      before,
    )?.[1]
  const found = who ? phraseAt(who) : null
  return found && !ACTOR.test(found) && !/(?:meister|rat|tag|vorstand|präsident)\p{L}*$/iu.test(found) ? found : null
}

/** "… ist mit der Pflege des Archivs befasst" */
const busyWith: Rule = ({ before, after }) => {
  const match =
    /(?:^| )mit (?:der|dem|den) ([^,;]{3,80}?) (?:befasst|betraut|beauftragt|beschäftigt)(?!\p{L})/u.exec(before) ??
    /^[^,;.]{0,40} mit (?:der|dem|den) ([^,;]{3,80}?) (?:befasst|betraut|beauftragt|beschäftigt)(?!\p{L})/u.exec(after)
  return match ? phraseAt(match[1] ?? '') : null
}

/** "…; davon kann sie wieder mit n besetzt werden": the subject of the sentence before. */
const pronounWithin: Rule = ({ before, previous }) =>
  /(?:^| )(?:kann|soll|wird|ist|muss|könnte|war|wurde) (?:sie|er|es) (?:\p{Ll}+ ){0,2}(?:mit |auf |um )?$/u.test(before)
    ? postIn(previous)
    : null

/** A post named by its number keeps it. */
function postIn(sentence: string): string | null {
  return /^Die ((?:Plan)?[Ss]telle (?:Nr\. )?\d[\d./-]*\d)(?= )/u.exec(sentence)?.[1] ?? subjectIn(sentence)
}

/** A pay group that stands for its posts, in the bracket that breaks a total down. */
const payGroup: Rule = ({ view, mention, last, before }) => {
  const group = /^[\d.,]+ ((?:EG|A|E|S|B) ?\d{1,2}[a-cÜ]?)$/u.exec(view.slice(mention.start, mention.end))?.[1]
  const open = before.lastIndexOf('(')
  return group && last !== null && open >= 0 && !before.includes(')', open) ? group : null
}

/** What stands before the quantity in a line without a verb. */
const lineBefore: Rule = ({ before }) => (before.length < 120 ? phraseBefore(before.replace(/[\s:–-]+$/u, '')) : null)

const RULES: readonly Rule[] = [
  payGroup,
  fromBracket,
  ownNoun,
  roleBehind,
  coordinated,
  directlyBehind,
  directlyBefore,
  nextBefore,
  ownerWithin,
  openingPurpose,
  openingAim,
  toGrow,
  antecedent,
  openingPlace,
  subject,
  pronoun,
  pronounWithin,
  busyWith,
  placeNext,
  purposeBehind,
  placeBehind,
  ({ last }) => last,
  commissioned,
  nearestBefore,
  lineBefore,
]

/** Rules whose answer is better than none even if it says little ("Stellenschaffungen"). */
const VAGUE_RULES: ReadonlySet<Rule> = new Set([directlyBefore, fromBracket])

function oneBlank(words: string): string {
  return words.replace(/ {2,}/g, ' ')
}
