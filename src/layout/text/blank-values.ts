/**
 * The values a line ends with where only single blanks part them from its words and from one another, and what kind of
 * value each is.
 *
 * Units: none; values stay as printed. Knows no words but those of money, measure, turnus and answers.
 * Source: papers saved as text from PDF (`1. Firma A, Ort 12.345,67 € 100 %`, `Wartung 1.200 Euro p. a.`, `95.400 € - -`).
 */
import { isYear } from '../../years.ts'

export type ValueKind = 'geld' | 'prozent' | 'mass' | 'bruch' | 'zahl' | 'jahr' | 'leer' | 'antwort'

export interface Value {
  readonly text: string
  readonly kind: ValueKind
}

/** A line parted into its words and the values behind them. */
export interface ValueLine {
  readonly label: string
  readonly values: readonly Value[]
}

const NUMBER = String.raw`[-–−+]?(?:\d{1,3}(?:\.\d{3})+|\d{1,7})(?:,\d{1,3}|,-{1,2})?`
const SCALE = String.raw`(?:Mio\.?|Mrd\.?|Tsd\.?|T) ?`
const CURRENCY = `(?:${SCALE})?(?:€|EUR|EURO|Euro)`
/** How an amount is meant, behind it. */
const MEANT = String.raw`(?: ?/ ?(?:a|Jahr|Monat|m|p\.a\.)| p\. ?a\.| p\. ?m\.| jährlich| monatlich| (?:pro|je|im) (?:Jahr|Monat))?(?: \(?(?:brutto|netto)\)?)?`
const MEASURE =
  '(?:Punkten?|Pkt\\.|Stück|St\\.|Plätzen?|Kindern?|Personen|Einwohner|Stimmen|Stellen|VZÄ|VzÄ|VZS|m²|m2|qm|ha|km|m|t|kg|kWh|MWh|GWh|Std\\.|Stunden|Tagen?|WE)'

const KINDS: readonly (readonly [ValueKind, string])[] = [
  ['geld', `(?<!\\d )(?:${CURRENCY}) ?${NUMBER}`],
  ['geld', `${NUMBER} ?${CURRENCY}\\*{0,3}${MEANT}`],
  ['prozent', `${NUMBER} ?(?:%|Prozent)\\*{0,3}|\\(${NUMBER} ?%\\)`],
  ['mass', `\\+?${NUMBER}(?: von ${NUMBER})? ?${MEASURE}`],
  ['bruch', String.raw`${NUMBER}\*{0,3}`],
  ['leer', '(?:[-–—]{1,3}|n\\. ?v\\.|entfällt)'],
  ['antwort', '(?:Ja|Nein|ja|nein|Bedingt|bedingt)'],
]
const LAST = KINDS.map(([kind, pattern]) => [kind, new RegExp(`(?:^|\\s)(${pattern})$`, 'u')] as const)

/** A line of more characters is running text. */
const LONGEST = 200
/** So many values are more than a table has columns. */
const MOST = 14

/** Read a line from its end. */
export function valueLine(line: string): ValueLine {
  let rest = line.trim().replace(/\s+/g, ' ')
  const values: Value[] = []
  if (rest.length > LONGEST || line.trim().includes('\t') || !/[\d€%)*.²\p{L}–—-]$/u.test(rest))
    return { label: rest, values }
  while (values.length < MOST) {
    const value = lastOf(rest)
    if (!value) break
    values.unshift(value)
    rest = rest.slice(0, rest.length - value.text.length).trimEnd()
  }
  // A single dash behind words breaks or parts them.
  if (values.length === 1 && values[0]?.text.length === 1 && values[0].kind === 'leer')
    rest = `${rest} ${values.pop()?.text}`
  while (values[0] && belongsToWords(rest, values[0])) rest = `${rest} ${values.shift()?.text}`.trim()
  return { label: rest, values }
}

function lastOf(line: string): Value | undefined {
  const end = line.slice(-60)
  for (const [kind, pattern] of LAST) {
    const text = pattern.exec(end)?.[1]
    if (text) return { text, kind: kind === 'bruch' ? numberKind(text) : kind }
  }
  return undefined
}

/** `bruch`: printed with thousands or decimals. */
function numberKind(text: string): ValueKind {
  if (isYear(text.replace(/\*+$/, ''))) return 'jahr'
  return /[.,]\d/.test(text) ? 'bruch' : 'zahl'
}

/** `Nr. 4`, `§ 12`, `Plan 2022`, `Los 1`, `bis 15`, a dash between words and values: part of the words before the values. */
function belongsToWords(words: string, { text, kind }: Value): boolean {
  if (!words) return false
  if (/(?:^|\s)[x×]$/u.test(words)) return true
  if (kind === 'antwort' || kind === 'geld' || kind === 'prozent' || kind === 'mass') return false
  if (kind === 'leer') return /[:,]$/.test(words)
  return (
    BOUND.test(words) ||
    (kind === 'jahr' && !/^\d/.test(words)) ||
    (kind === 'zahl' && /^\d{1,2}$/.test(text) && NAMED.test(words))
  )
}

const BOUND =
  /(?:(?:^|\s)(?:Nr|Dez|Dezernat|Flurstück|Abs|Art|Ziff|Kap|Anlage|Seite|Stand|am|ab|bis|seit|vom|von|und|auf|in|um|je|pro|der|die|das|ca|mit|für|zum|im|Plan|Ist|IST|Ansatz|Teil|Los|Bieter(?:in)?|Phase|Stufe|Klasse|Gruppe|Kategorie|Haus|Block|Abschnitt|BA|Platz|Typ)\.?|§|[,;(/&–-])$/u
const NAMED = /straße|str\.$|weg$|allee$/u
