/**
 * How often an amount of money falls due, as printed around it: "jährlich 5 €", "5 € je Kind und Jahr", "im Jahr etwa 5 €",
 * "einmalig Ausgaben für Geräte von 5 €".
 *
 * Reads: some 60 characters on either side.
 */
import { latin } from './latin.ts'
import { ABOUT, FILLER } from './money-context.ts'

export type Turnus = 'einmalig' | 'jaehrlich' | 'monatlich'

const BETWEEN = '(?:\\s*(?:\\(?(?:brutto|netto|inkl\\. MwSt\\.?)\\)?))?'
/** "5 € Betriebskosten im Jahr": what is paid stands between the amount and how often, which ends there. */
const NOUN = '\\p{Lu}\\p{L}{3,30}'
/** "5 € je Kind jährlich" */
const EACH = '(?:\\s(?:je|pro)\\s(?:\\p{Ll}+e[nrs]?\\s)?\\p{Lu}[\\p{L}-]{2,30})'
const ALONE = '(?!\\p{L}|\\s?:|\\s+(?:ca\\.|rund|rd\\.|etwa)?\\s?\\d)'
const PER_YEAR = latin(
  `^${BETWEEN}\\s*(?:/\\s?(?:a|p\\.a\\.?|(?:Schul)?[Jj]ahr|J\\.|jährlich|Haushaltsjahr)(?!\\p{L}|\\s*(?:19|20)\\d\\d)|\\(?p[.,]\\s?a(?:\\.|(?!\\p{L}))|(?:per|pro) anno(?!\\p{L})|(?:pro|je|im|jedes)\\s+(?:Haushalts|Kalender|Schul|Kindergarten|Kita-?)?[jJ]ahr(?!\\p{L}|\\s*(?:19|20)\\d\\d)|(?:pro|je)\\s+(?:\\p{Ll}{2,16}\\s+)?\\p{Lu}[\\p{L}-]{2,30}\\s+und\\s+Jahr(?!\\p{L})|(?:(?:pro|je)\\s+|/\\s?)(?:\\p{Lu}[\\p{L}-]{2,30}|m²|qm)\\s*(?:pro\\s+|je\\s+|und\\s+|/\\s?)(?:Jahr|a)(?!\\p{L})|\\(?jährl(?:ich(?:e[nrs]?)?(?!\\p{L})|\\.)|,\\s?jährlich(?=\\s?(?:[.;)]|$))|\\(?alljährlich(?!\\p{L})|(?<=[^\\S\\n])${NOUN}\\s(?:jährlich|(?:im|pro|je) Jahr|p\\.\\s?a\\.)${ALONE})|^${EACH}\\s(?:jährlich|p\\.\\s?a\\.)${ALONE}`,
  'u',
)
const PER_MONTH = latin(
  `^${BETWEEN}\\s*(?:/\\s?(?:Mon(?:at|\\.)|mtl\\.?)|(?:(?:pro|je)\\s+\\p{Lu}[\\p{L}-]{2,30}\\s+und|pro|je|im)\\s+Monat(?!\\p{L})|(?:(?:pro|je)\\s+|/\\s?)(?:\\p{Lu}[\\p{L}-]{2,30}|m²|qm)\\s*(?:pro\\s+|je\\s+|und\\s+|/\\s?)Monat(?!\\p{L})|p\\.\\s?m\\.|\\(?(?:monatlich|mtl\\.)|(?<=[^\\S\\n])${NOUN}\\s(?:monatlich|(?:im|pro|je) Monat)${ALONE}|[x×]\\s*\\d{1,2}\\s+Monate)|^${EACH}\\s(?:monatlich|mtl\\.)${ALONE}`,
  'u',
)
const ONCE = latin(`^${BETWEEN}(?:\\s*\\(?einmalig|${EACH}\\seinmalig${ALONE})`, 'u')

/** How often, as an adverb before the amount. */
const YEARLY =
  '(?:[Aa]ll)?[Jj]ährlich|[Pp](?:er|ro) anno|p\\.\\s?a\\.|[Ii]m Jahr|(?:[Pp]ro|[Jj]e|[Jj]edes|[Ii]n jedem) (?:Haushalts|Kalender|Schul|Kindergarten|Kita-?)?[jJ]ahr'
const MONTHLY = '[Mm]onatlich|mtl\\.|(?:[Pp]ro|[Jj]e|[Ii]m) Monat'
const SINGLE = '[Ee]inmalig'
/** "einmalig 4 x 5 €" */
const TIMES = '(?:\\d{1,3}\\s?[x×]\\s?)?'
const LEADS = `(?:(?:(?:${ABOUT}|bis zu|bei|maximal|max\\.|höchstens|mindestens|mind\\.|wiederkehrend|anfallend|insgesamt)\\s+)|${FILLER}){0,3}`
/** "fallen jährlich Personalkosten von 5 € an", "ist pro Jahr mit Kosten in Höhe von 5 € zu rechnen" */
const OF = `(?:(?:mit|an|zu)\\s)?(?:\\p{Ll}+e[nrs]?\\s)?\\p{Lu}[\\p{L}-]{3,40}(?:\\s(?:für|zur|zum)\\s\\p{L}[\\p{L}-]{2,30})?\\s(?:von|in Höhe von|i\\. ?H\\. ?v\\.)\\s(?:(?:${ABOUT}|bis zu|insgesamt)\\s)?`
/** "stellt jährlich aus dem Budget 5 € bereit" */
const SOURCE = `(?:aus|für|durch|über) (?:de[nmr]|die|das|ihre[nmr]?|eigenen) (?:\\p{Ll}+e[nrs]? )?\\p{Lu}[\\p{L}-]{3,40} (?:(?:${ABOUT}|bis zu|insgesamt) )?`
const VERB =
  '(?:fallen|fällt|werden|wird|wären|wäre|würden|würde|entstehen|entsteht|sind|ist|betragen|beträgt|kosten|kostet|ergeben|ergibt|stehen|belaufen|beläuft|erhält|erhalten|zahlt|zahlen)'

/** An adverb before the amount, directly or with what is paid between; or one that opens the clause. */
function before(adverb: string): RegExp {
  const opening = `(?:^|[^\\p{L}])(?:${adverb})\\s${VERB}(?:\\s\\p{L}+){0,5}?\\s(?:(?:${ABOUT}|bis zu)\\s+)?${TIMES}$`
  return latin(`${opening}|(?<!\\p{L})(?:${adverb})\\s+(?:${LEADS}${TIMES}|${OF}|${SOURCE})$`, 'u')
}
const BEFORE: readonly (readonly [Turnus, RegExp])[] = [
  ['jaehrlich', before(YEARLY)],
  ['monatlich', before(MONTHLY)],
  ['einmalig', before(SINGLE)],
]
/** "die jährlichen 5 €", "die jährlich benötigten 5 €" */
const ATTRIBUTE =
  /(?<!\p{L})(jährlich|monatlich|einmalig)(?:en|e| (?:benötigten|erforderlichen|anfallenden|zu zahlenden|gezahlten|gewährten)) (?:(?:rund|ca\.|etwa) )?$/u
const NAMES: Readonly<Record<string, Turnus>> = {
  jährlich: 'jaehrlich',
  monatlich: 'monatlich',
  einmalig: 'einmalig',
}

/** "5 €" above "jährliche Folgekosten": the label of the next line. */
const NEXT_LABEL = /\n\s*(?:jährlich|monatlich|einmalig)e[nrs]?\s+\p{Lu}[\s\S]*$/u

/** Some of this stands in every word for how often. */
const OFTEN = /\/|p[.,]\s?[am]|jahr|jähr|anno|mon|mtl|einmalig/i

/** How often an amount falls due, if that is printed directly at it. */
export function turnusAround(lead: string, after: string): Turnus | null {
  const next = after.slice(0, 48).replace(NEXT_LABEL, '')
  if (OFTEN.test(next)) {
    if (PER_YEAR.test(next)) return 'jaehrlich'
    if (PER_MONTH.test(next)) return 'monatlich'
    if (ONCE.test(next)) return 'einmalig'
  }
  const last = lead.slice(-64)
  if (!OFTEN.test(last)) return null
  const named = ATTRIBUTE.exec(last.replace(/\s+/g, ' '))?.[1]
  return BEFORE.find(([, pattern]) => pattern.test(last))?.[0] ?? (named ? (NAMES[named] ?? null) : null)
}

/** Between two amounts that one turnus holds for: "bzw.", "und in EG 9b", "und für eine Stelle in A 9". */
const PARALLEL =
  /^\s*(?:und|bzw\.|sowie|oder)(?:\s(?:für|in|der|nach|bei|je|eine[rn]?|\p{L}*[Ss]telle|rund|ca\.|etwa|EGr?\.?|BesGr\.|[AES]|\d{1,2}[a-cü]?(?!\d)))*\s*$/u

/** "5 € pro Kind und Jahr, für Kinder mit besonderem Bedarf 9 €" */
const FOR_OTHERS = /^[^,;:.\d]{0,40}, (?:für|bei|in) [^.,;:()\d]{3,70}$/u

/** Do two amounts of like size share a turnus printed at one of them ("83 € und in EG 9b 78 € jährlich")? */
export function sharesTurnus(between: string, one: number, other: number): boolean {
  if (one <= 0 || other <= 0 || Math.max(one, other) >= 2 * Math.min(one, other) || between.length > 110) return false
  return (between.length < 60 && PARALLEL.test(between)) || FOR_OTHERS.test(between.replace(/\s+/g, ' '))
}

/** "von 5 € auf 6 € monatlich", "5 € statt 4 € jährlich" */
const CHANGED = latin(
  `^\\s+(?:auf|statt|anstatt|anstelle von|gegenüber)\\s+(?:(?:bisher|bislang|derzeit|künftig|dann|nunmehr|${ABOUT})\\s+){0,2}$`,
  'u',
)
/** "einmalig Kosten von 5 € und Ausgaben für Geräte von 6 €": the adverb before the first amount holds for the second. */
const COORDINATED = latin(
  `^(?:\\s(?:für|zur|zum)\\s[^.,;:()\\d]{2,60})?\\s(?:und|sowie)\\s(?:(?:\\p{Ll}+e[nrs]?\\s)?\\p{Lu}[^.,;:()\\d]{2,80}\\s(?:von|in Höhe von|i\\. ?H\\. ?v\\.)\\s)?(?:(?:${ABOUT})\\s)?$`,
  'u',
)
/** Another time, a part, or a clause of its own. */
const APART = latin(
  /(?<!\p{L})(?:jährl|monatl|einmal|laufend|dauer|danach|künftig|anschließend|davon|insgesamt|(?:ist|sind|wird|werden|hat|haben|beträgt|betragen|steht|stehen|entsteh\p{L}+|fällt|fallen)(?!\p{L}))/iu,
)
/** "einmalig 4 x 5 €, mithin 20 €"; a sum of yearly amounts may be that of many years. */
const SUMMED =
  /^,?\s+\(?(?:mithin|also|somit|demnach|folglich|zusammen|in Summe|das sind|d\. ?h\.|insgesamt)(?: (?:also|somit|mithin))?\s+$/u

/** Is the turnus of one amount that of the next, because one expression says both? */
export function carriesTurnus(between: string, turnus: Turnus): boolean {
  if (between.length > 140) return false
  const words = between.replace(/\s+/g, ' ')
  if (turnus === 'einmalig' && SUMMED.test(words)) return true
  return COORDINATED.test(words) && !APART.test(words)
}

/** Do two amounts of which one replaces the other share a turnus ("steigt von 5 € auf 6 € monatlich")? */
export function replacesInTurnus(between: string, one: number, other: number): boolean {
  return (
    between.length < 48 &&
    one > 0 &&
    other > 0 &&
    Math.max(one, other) <= 5 * Math.min(one, other) &&
    CHANGED.test(between)
  )
}

/** How often, as said by a label, column head or noun phrase ("jährliche Kosten", "Euro/a", "laufend p. a."). */
export function turnusNamed(label: string): Turnus | null {
  // "Einmalige Auszahlungen/Jahr" asks for the year; "einmalig/jährlich" names both.
  if (/einmalig/iu.test(label))
    return /einmalig\p{L}*\s?(?:\/|oder|bzw\.|und)\s?(?:jährl|lauf|monatl)|(?:jährl|lauf|monatl)\p{L}*\s?(?:\/|oder|bzw\.|und)\s?einmalig/iu.test(
      label,
    )
      ? null
      : 'einmalig'
  if (
    /(?:^|[^\p{L}])jährlich|jährl\.|\/\s?a(?![\p{L}\d])|p\.\s?a\.|(?:pro|je)\s+(?:Haushalts|Kalender|Schul)?jahr|\/\s?Jahr|Jahres(?:miete|beitrag|kosten|betrag|zuschuss|pauschale)/iu.test(
      label,
    )
  ) {
    return 'jaehrlich'
  }
  return /monatlich|mtl\.|\/\s?Monat|(?:pro|je)\s+Monat|Monatsmiete/iu.test(label) ? 'monatlich' : null
}
