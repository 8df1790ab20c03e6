/**
 * What stands around an amount of money and changes its meaning: "ca.", "bis zu", "jährlich", "./.".
 *
 * Reads: some 60 characters on either side.
 */
import { latin } from './latin.ts'

export type Turnus = 'einmalig' | 'jaehrlich' | 'monatlich'

const FILLER =
  '(?:(?:je|jeweils|insgesamt|weiteren?|zusätzlich(?:e[nrsm]?)?|noch|nur|derzeit|voraussichtlich|um|von|auf|mit|in Höhe von|zwischen|eine[mnr] (?:Betrag|Summe|Zuschuss|Zuwendung|Beitrag|Pauschale))\\s+)'
const ABOUT =
  'ca\\.?|rd\\.?|circa|zirka|rund|etwa|ungefähr|knapp|gut|fast|nahezu|annähernd|schätzungsweise|geschätzte?[nr]?|überschlägig'
const APPROX = latin(`(?:(?:^|[^\\p{L}])(?:${ABOUT})\\s{0,3}|[~≈∼]\\s?)${FILLER}{0,2}$`, 'iu')
const LIMIT =
  'bis zu|bis (?:einschließlich|maximal|höchstens)|max\\.?|maximal|höchstens|mindestens|mind\\.|min\\.|(?:mehr|weniger|höher|niedriger) als|oberhalb von|unterhalb von|unter|ab|(?:von|auf|mit) über|Wertgrenze von|Obergrenze von'
const THRESHOLD = latin(
  `(?:^|[^\\p{L}])(?:${LIMIT})\\s+(?:insgesamt\\s+|netto\\s+|brutto\\s+|(?:${ABOUT})\\s+)?$`,
  'iu',
)
/** Kinds of things, not one of them: what stands behind "über" bounds them ("für Lieferungen über 5 €"). */
const BOUNDED =
  /(?<!\p{L})(?:Lieferungen|\p{L}*[Ll]eistungen|Vergaben|(?:Rechts)?[Gg]eschäften?|Beträgen?|\p{L}*[Uu]msätzen?|\p{L}*[Ww]erten?|(?<!ein )Einkommen|Wertgrenzen?) (?:von )?(?:über|bis|ab)\s+(?:netto |brutto )?$/u
/** "ist bis 5 € zuständig", "über 5 € hinaus" */
const BOUND_BEHIND =
  /^\s?(?:\(?(?:netto|brutto)\)? )?(?:bis (?:zu |einschließlich )?[\d.,]+ ?(?:€|EUR|Euro) )?(?:zuständig|hinaus)(?!\p{L})/u
const NEGATIVE = /(?:\.\/\.|(?:^|[^\p{L}])minus)\s{0,3}$/iu

const BETWEEN = '(?:\\s*(?:\\(?(?:brutto|netto|inkl\\. MwSt\\.?)\\)?))?'
/** "5 € Betriebskosten im Jahr": what is paid stands between the amount and how often, which ends there. */
const NOUN = '\\p{Lu}\\p{L}{3,30}'
const ALONE = '(?!\\p{L}|\\s?:|\\s+(?:ca\\.|rund|rd\\.|etwa)?\\s?\\d)'
const PER_YEAR = latin(
  `^${BETWEEN}\\s*(?:/\\s?(?:a|p\\.a\\.?|Jahr|J\\.|jährlich|Haushaltsjahr)(?!\\p{L})|\\(?p[.,]\\s?a(?:\\.|(?!\\p{L}))|(?:pro|je|im|jedes)\\s+(?:Haushalts|Kalender|Schul|Kindergarten)?[jJ]ahr(?!\\p{L}|\\s*(?:19|20)\\d\\d)|(?:pro|je)\\s+(?:\\p{Ll}{2,16}\\s+)?\\p{Lu}[\\p{L}-]{2,30}\\s+und\\s+Jahr(?!\\p{L})|(?:(?:pro|je)\\s+|/\\s?)(?:\\p{Lu}[\\p{L}-]{2,30}|m²|qm)\\s*(?:pro\\s+|je\\s+|und\\s+|/\\s?)(?:Jahr|a)(?!\\p{L})|\\(?jährl(?:ich(?:e[nrs]?)?(?!\\p{L})|\\.)|(?<=[^\\S\\n])${NOUN}\\s(?:jährlich|(?:im|pro|je) Jahr|p\\.\\s?a\\.)${ALONE})`,
  'u',
)
const PER_MONTH = latin(
  `^${BETWEEN}\\s*(?:/\\s?(?:Mon(?:at|\\.)|mtl\\.?)|(?:(?:pro|je)\\s+\\p{Lu}[\\p{L}-]{2,30}\\s+und|pro|je|im)\\s+Monat(?!\\p{L})|(?:(?:pro|je)\\s+|/\\s?)(?:\\p{Lu}[\\p{L}-]{2,30}|m²|qm)\\s*(?:pro\\s+|je\\s+|und\\s+|/\\s?)Monat(?!\\p{L})|p\\.\\s?m\\.|\\(?monatlich|mtl\\.|(?<=[^\\S\\n])${NOUN}\\s(?:monatlich|(?:im|pro|je) Monat)${ALONE}|[x×]\\s*\\d{1,2}\\s+Monate)`,
  'u',
)
const ONCE = new RegExp(`^${BETWEEN}\\s*\\(?einmalig`, 'u')
/** "einmalig 4 x 5 €" */
const TIMES = '(?:\\d{1,3}\\s?[x×]\\s?)?'
const YEARLY_BEFORE = latin(
  `(?:jährlich|pro Jahr|jedes Jahr|p\\.\\s?a\\.)\\s+(?:(?:${ABOUT}|bis zu)\\s+|${FILLER}){0,3}${TIMES}$`,
  'iu',
)
/** "fallen jährlich Personalkosten von 5 € an", "einmalig Ausgaben für Geräte in Höhe von 5 €" */
const adverbial = (adverb: string): RegExp =>
  latin(
    `(?<!\\p{L})(?:${adverb})\\s(?:\\p{Ll}+e[nrs]?\\s)?\\p{Lu}[\\p{L}-]{3,40}(?:\\s(?:für|zur|zum)\\s\\p{L}[\\p{L}-]{2,30})?\\s(?:von|in Höhe von|i\\. ?H\\. ?v\\.)\\s(?:(?:${ABOUT}|bis zu|insgesamt)\\s)?$`,
    'u',
  )
const YEARLY_NOUN = adverbial('jährlich|pro Jahr|jedes Jahr')
const MONTHLY_NOUN = adverbial('monatlich|pro Monat')
const ONCE_NOUN = adverbial('einmalig')
const VERB =
  '(?:fallen|fällt|werden|wird|wären|wäre|würden|würde|entstehen|entsteht|sind|ist|betragen|beträgt|kosten|kostet|ergeben|ergibt|stehen|belaufen|beläuft|erhält|erhalten|zahlt|zahlen)'
/** "Jährlich entstehen Kosten von 5 €": the adverb opens the clause. */
const opening = (adverb: string): RegExp =>
  latin(`(?:^|[^\\p{L}])(?:${adverb})\\s${VERB}(?:\\s\\p{L}+){0,5}?\\s(?:(?:${ABOUT}|bis zu)\\s+)?${TIMES}$`, 'iu')
const YEARLY_OPENING = opening('jährlich|pro Jahr|je Jahr|im Jahr|jedes Jahr')
const MONTHLY_OPENING = opening('monatlich|pro Monat|im Monat')
const ONCE_OPENING = opening('einmalig')
const MONTHLY_BEFORE = latin(
  `(?:monatlich|pro Monat|mtl\\.)\\s+(?:(?:${ABOUT}|bis zu)\\s+|${FILLER}){0,3}${TIMES}$`,
  'iu',
)
const ONCE_BEFORE = latin(`einmalig\\s+(?:(?:${ABOUT}|bis zu)\\s+|${FILLER}){0,3}${TIMES}$`, 'iu')

/** "5 €" above "jährliche Folgekosten": the label of the next line. */
const NEXT_LABEL = /\n\s*(?:jährlich|monatlich|einmalig)e[nrs]?\s+\p{Lu}[\s\S]*$/u

/** Some of this stands in every word for how often. */
const OFTEN = /\/|p[.,]\s?[am]|jahr|jähr|mon|mtl|einmalig/i

/** Is the amount behind `before` printed as approximate? */
export function isApprox(before: string): boolean {
  return APPROX.test(before.slice(-48))
}

/** Is the amount behind `before` a limit rather than a sum? */
export function isThreshold(before: string, after: string): boolean {
  const last = before.slice(-64)
  if (THRESHOLD.test(last)) return true
  if (!/(?:über|bis|ab)\s+(?:netto |brutto )?$/u.test(last)) return false
  return BOUND_BEHIND.test(after.slice(0, 64).replace(/\s+/g, ' ')) || BOUNDED.test(last.replace(/\s+/g, ' '))
}

const TO = /^\s*(?:\(?(?:netto|brutto)\)?\s*)?(?:bis(?: zu| einschließlich)?|[-–—])\s*$/u

/** Are two amounts, each with its unit, the ends of one range ("5 € bis 6 €")? */
export function isRange(between: string, low: number, high: number): boolean {
  return between.length < 24 && low > 0 && high > low && high <= 50 * low && TO.test(between)
}

/** Does `before` end in "./." or "minus"? */
export function isReduction(before: string): boolean {
  return NEGATIVE.test(before.slice(-12))
}

/** How often an amount falls due, if that is printed directly at it. */
export function turnusAround(before: string, after: string): Turnus | null {
  const next = after.slice(0, 48).replace(NEXT_LABEL, '')
  if (OFTEN.test(next)) {
    if (PER_YEAR.test(next)) return 'jaehrlich'
    if (PER_MONTH.test(next)) return 'monatlich'
    if (ONCE.test(next)) return 'einmalig'
  }
  const last = before.slice(-64)
  if (!OFTEN.test(last)) return null
  if (YEARLY_OPENING.test(last)) return 'jaehrlich'
  if (MONTHLY_OPENING.test(last)) return 'monatlich'
  if (ONCE_OPENING.test(last)) return 'einmalig'
  if (YEARLY_BEFORE.test(last) || YEARLY_NOUN.test(last)) return 'jaehrlich'
  if (MONTHLY_BEFORE.test(last) || MONTHLY_NOUN.test(last)) return 'monatlich'
  return ONCE_BEFORE.test(last) || ONCE_NOUN.test(last) ? 'einmalig' : null
}

/** Between two amounts that one turnus holds for: "bzw.", "und in EG 9b", "und für eine Stelle in A 9". */
const PARALLEL =
  /^\s*(?:und|bzw\.|sowie|oder)(?:\s(?:für|in|der|nach|bei|je|eine[rn]?|\p{L}*[Ss]telle|rund|ca\.|etwa|EGr?\.?|BesGr\.|[AES]|\d{1,2}[a-cü]?(?!\d)))*\s*$/u

/** Do two amounts of like size share a turnus printed at one of them ("83 € und in EG 9b 78 € jährlich")? */
export function sharesTurnus(between: string, one: number, other: number): boolean {
  return (
    between.length < 60 &&
    one > 0 &&
    other > 0 &&
    Math.max(one, other) < 2 * Math.min(one, other) &&
    PARALLEL.test(between)
  )
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
