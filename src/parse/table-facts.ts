/**
 * What the heads of a table, its caption and the notes around it say about its columns: money and its scale, years,
 * turnus, counts, full-time equivalents.
 *
 * Units: `scale` in euros per counted unit.
 * Reads: rows of cell texts; the caller says how many are heads and what stands directly above and below.
 */

import { oneLine } from '../one-line.ts'
import { columnYears } from './column-years.ts'
import { headOf, MONEY } from './head-cells.ts'
import { latin } from './latin.ts'
import { readMoney } from './money.ts'
import { unitNamed } from './money-units.ts'
import { decimalFrom } from './number.ts'
import { type Turnus, turnusNamed } from './turnus.ts'
import { yearNamed } from './year.ts'

const LONGEST_HEAD = 200

export interface NamedUnit {
  readonly scale: number
  readonly printed: string
}

export type ColumnKind = 'geld' | 'anzahl' | 'vzae' | 'prozent' | 'datum' | 'text'

export interface ColumnFact {
  /** The words of all its heads, one after another. */
  readonly head: string
  readonly kind: ColumnKind
  /** The unit of money that holds for its numbers, from its head or the table. */
  readonly unit: NamedUnit | null
  readonly year: number | null
  readonly turnus: Turnus | null
  /** False where nearly all its amounts are printed with their unit: a small number without one is no amount. */
  readonly bare?: boolean
  /** All its cells are years. */
  readonly years?: boolean
}

export interface TableFacts {
  readonly columns: readonly ColumnFact[]
  /** The unit of money said for the whole table. */
  readonly unit: NamedUnit | null
  readonly turnus: Turnus | null
}

const VZAE =
  /\bVZ(?:Ä|Ae|A|S|E|W|K)\b|VzÄ|\bVK\b|\bVollzeit|Stellen(?:anteil|anzahl|umfang|wert)?s?\b(?!\s*(?:nr|nummer))|Planstellen/iu
const PERCENT = /%|\bProzent\b|\bQuote\b/iu
const DATE = /^(?:datum|termin|zeitpunkt|zeitraum|sitzungs\w*|laufzeit|beginn|ende|frist)/iu
const COUNT = latin(
  oneLine`
    (?:^|[^\p{L}])(?:
      (?:ge)?anzahl|zahl|stück|st\.|menge|plätze|personen|kinder|schüler\S*|SuS|fälle|fallzahl|anträge|
      einwohner|ew|m²|qm|m2|fläche|mg|tonnen|t|km|nr\.?|lfd\.?|los|pos\.?|position|alter|stunden|std\.?|
      tage|gruppen|klassen|PSP\S*|konto|sachkonto|kostenstelle|kontierung|produkt|finanzposition|
      haushaltsstelle|HHSt\.?|seite|TOP|plz|telefon|größe|rang|note|\p{L}{0,20}punkte|jahrgang
    )(?!\p{L})
  `,
  'iu',
)
/** A column beside those of years in a table of money. */
const TOTAL = /^(?:gesamt|summe|(?:gesamt|finanz|mittel)bedarf)(?!\p{L})/iu
/** Sums of what is counted in the other columns. */
const TOTAL_ONLY = /^(?:gesamt)?summen?$/iu
/** "Kosten der Wartung": words over columns of years that make their numbers money. */
const MONEY_TITLE =
  /^(?:(?:jährlich|voraussichtlich|laufend|einmalig|geplant|kommunal)\p{L}* )?(?:\p{Lu}\p{Ll}+)?(?:kosten|einspar\p{L}*|aufwendungen|erträge|ausgaben|einnahmen|zuschüsse|auszahlungen|einzahlungen|mittelbedarf)(?!\p{L})[^.!?:\n]{0,90}:?$/iu
/** What the numbers of a whole table count, if not money. */
const COUNTED =
  /(?:(?:angaben|werte|zahlen)(?: jeweils| hier)? |\()in (?:VZ[ÄSEWK]|VzÄ|VK|Vollzeit\p{L}*|Stellen(?:anteilen)?|Personen|Köpfen|Prozent|%|Stück|Stunden|m²|qm|Tonnen|t)(?!\p{L})/iu
const TABLE_UNIT =
  /(?:(?:^|[^\p{L}])in(?: vollen| ganzen)?|angaben(?: in)?|beträge|werte|einheit|alle zahlen in|gerundet(?: (?:in|auf))?)\s*:?\s*\(?\s*(?=T|t|M|m|€|E|k)/giu

/**
 * @param head
 *   The rows that are column heads.
 * @param body
 *   The other rows.
 * @param around
 *   Caption and notes directly above and below; long ones are read only for "in TEUR" and the like.
 */
export function tableFacts(
  head: readonly (readonly string[])[],
  body: readonly (readonly string[])[],
  around: readonly string[],
): TableFacts {
  const width = Math.max(0, ...head.map((row) => row.length), ...body.map((row) => row.length))
  const unit = unitAround(around) ?? cornerUnit(head, width)
  const turnus = turnusIn(head, around)
  const heads = Array.from({ length: width }, (_, at) => headOf(head, at))
  const years = columnYears(head, width)
  const lost = head.length ? undefined : lostHeads(body, around.slice(0, 2).join(' ').trim())
  const counted = !unit && around.some((text) => COUNTED.test(text))
  const money = [headOf(head, 0), ...around.slice(0, 2)].some((text) => MONEY_TITLE.test(text.trim()))
  const holdsFor = scopeOf(around, heads)
  const columns = heads.map((words, at) => {
    const fact = lost?.(at) ?? columnFact(at, words, body, holdsFor(words) ? unit : null, counted, money)
    const year = years[at]
    return fact.year === null && year ? { ...fact, year } : fact
  })
  return { columns: withPartsOfPosts(withoutSumsOfCounts(columns)), unit, turnus }
}

/** A column "Summe" beside nothing but columns of counts sums those. */
function withoutSumsOfCounts(columns: ColumnFact[]): ColumnFact[] {
  const sum = ({ head, kind, unit }: ColumnFact): boolean => kind === 'geld' && !unit && TOTAL_ONLY.test(head)
  const others = columns.filter((column) => !sum(column))
  const counts = others.some(({ kind }) => kind === 'anzahl' || kind === 'vzae')
  if (!counts || others.some(({ kind }) => kind === 'geld')) return columns
  return columns.map((column) => (sum(column) ? { ...column, kind: 'anzahl' } : column))
}

/** "VZÄ | davon besetzt": a part of the posts beside it counts posts. */
function withPartsOfPosts(columns: ColumnFact[]): ColumnFact[] {
  return columns.map((column, at) => {
    const part = /^(?:davon )?(?:un)?besetzt(?!\p{L})|^davon(?!\p{L})/iu.test(column.head) && !MONEY.test(column.head)
    const posts = part && columns[at - 1]?.kind === 'vzae' && !unitNamed(column.head)
    return posts && (column.kind === 'geld' || column.kind === 'anzahl')
      ? { ...column, kind: 'vzae', unit: null }
      : column
  })
}

/** "(Medienetat in Euro)": in a table that also counts posts, a note that names a head says the unit of that column alone. */
function scopeOf(around: readonly string[], heads: readonly string[]): (head: string) => boolean {
  const named = heads.some((head) => VZAE.test(head) && !MONEY.test(head))
    ? around
        .map((text) => NOTE_OF_ONE.exec(text.trim())?.[1])
        .find((word) => word && heads.some((head) => head.includes(word)))
    : undefined
  return (head) => !named || head.includes(named) || MONEY.test(head)
}
const NOTE_OF_ONE = /^\W{0,2}(\p{Lu}[\p{L}-]{3,30}) (?:jeweils |alle )?in \S{1,5}\s?\S{0,5}\W{0,2}$/u

/** "Summe Stellen", "Bedarf (VZÄ)": as many posts. */
const SUM_OF = /^(?:Summe|Gesamtsumme|Zwischensumme)(?: der)? |bedarf(?!\p{L})/iu

/** The unit said for a whole table in a caption or note: "(in TEUR)", "Angaben in Mio. €". */
export function unitAround(around: readonly string[]): NamedUnit | null {
  for (const text of around.map((printed) => printed.replace(/\s+/g, ' '))) {
    for (const found of text.matchAll(TABLE_UNIT)) {
      const window = text.slice(found.index + found[0].length, found.index + found[0].length + 16)
      const unit = unitNamed(window)
      if (unit && window.indexOf(unit.printed) === 0 && !/^\s*\d/.test(window.slice(unit.printed.length))) return unit
    }
    const bare =
      text.trim().length <= 12 || /\([^()]{1,12}\)\s*:?\s*$/.test(text)
        ? unitNamed(/\(([^()]{1,12})\)\s*:?\s*$/.exec(text)?.[1] ?? text)
        : undefined
    if (bare && !/\d/.test(text.slice(-14))) return bare
  }
  return null
}

/** Is this a number that could be an amount without its unit? */
export function isBareNumber(text: string): boolean {
  if (/^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?$/.test(text.trim())) return false
  return /^(?:[-−–+]|\.\/\.)?\s{0,6}\(?\d[\d.,\u00a0 ]*(?:,[-–—]{1,2})?\)?\s?(?:\*+|(?<=\s)\d\)|[¹²³])?$/u.test(
    text.trim(),
  )
}

/** Cents of a cell that holds a bare number, with the scale of its column; undefined if it is none. */
export function centsFromCell(text: string, scale: number): { cents: number; unclear: boolean } | undefined {
  const found =
    /^([-−–+]|\.\/\.)?\s{0,6}(\()?(\d[\d.,\u00a0\u202f ]*?(?:,[-–—]{1,2})?)(\))?\s?(?:\*+|(?<=\s)\d\)|[¹²³])?$/u.exec(
      text.trim(),
    )
  const decimal = found?.[3] ? decimalFrom(found[3]) : undefined
  if (!found || !decimal) return undefined
  const shift = Math.round(Math.log10(scale * 100)) - decimal.decimals
  const cents = shift >= 0 ? decimal.digits * 10 ** shift : decimal.digits / 10 ** -shift
  if (!Number.isSafeInteger(cents)) return undefined
  const negative = found[1] !== undefined && found[1] !== '+' && cents !== 0
  return { cents: negative ? -cents : cents, unclear: decimal.unclear || found[2] !== undefined }
}

function columnFact(
  at: number,
  head: string,
  body: readonly (readonly string[])[],
  table: NamedUnit | null,
  counted: boolean,
  money: boolean,
): ColumnFact {
  const cells = body.map((row) => row[at]?.trim() ?? '').filter(Boolean)
  // Prose that slipped into the heads says nothing of the column.
  const own = (head.length <= LONGEST_HEAD && unitNamed(head)) || null
  const base = { head, year: yearNamed(head), turnus: turnusNamed(head) }
  if (at === 0 && !cells.every(isBareNumber) && (!own || !cells.some((cell) => readMoney(cell).amounts.length > 0)))
    return { ...base, kind: 'text', unit: null }
  const years = cells.filter((cell) => /^(?:19|20)\d\d(?:\s?(?:ff\.?|\/\d\d(?:\d\d)?))?$/.test(cell)).length
  if (years > 0 && years === cells.length && !own) return { ...base, kind: 'datum', unit: null, years: true }
  if (own) return { ...base, kind: 'geld', unit: own }
  if (VZAE.test(head) && !MONEY.test(head.replace(SUM_OF, ' '))) return { ...base, kind: 'vzae', unit: null }
  if (PERCENT.test(head)) return { ...base, kind: 'prozent', unit: null }
  if (DATE.test(head)) return { ...base, kind: 'datum', unit: null }
  const numbers = cells.filter((cell) => isBareNumber(cell) || readMoney(cell).amounts.length > 0)
  if (!numbers.length) return { ...base, kind: 'text', unit: null }
  const printed = cells.filter((cell) => readMoney(cell).amounts.length > 0).length
  if (printed * 2 >= numbers.length) return { ...base, kind: 'geld', unit: table, bare: printed < numbers.length * 0.8 }
  if (COUNT.test(head) || at === 0 || (counted && !printed)) return { ...base, kind: 'anzahl', unit: null }
  if (table) return { ...base, kind: 'geld', unit: table }
  if (printed > 0) return { ...base, kind: 'geld', unit: null }
  const shaped = numbers.filter((cell) =>
    /^\D*\d{1,3}(?:\.\d{3})+(?:,\d{2})?\D*$|^\D*\d+,\d{2}\D*$|^\D*\d+,[-–]/.test(cell),
  ).length
  return (MONEY.test(head) ||
    ((base.year !== null || /(?<!\d)(?:19|20)\d\d\s?ff/.test(head) || TOTAL.test(head)) &&
      (money || moneyRows(body)))) &&
    shaped * 2 >= numbers.length &&
    shaped > 0
    ? { ...base, kind: 'geld', unit: null }
    : { ...base, kind: 'anzahl', unit: null }
}

/**
 * A table that lost its heads: its columns are money where its rows are named like a budget and hold thousands, or where
 * all numbers are printed to the cent below a line of words that names the unit.
 */
function lostHeads(
  body: readonly (readonly string[])[],
  line: string,
): ((at: number) => ColumnFact | undefined) | undefined {
  const plain: Omit<ColumnFact, 'kind' | 'unit'> = { head: '', year: null, turnus: null }
  const printed = line.length <= 100 && !/[\d.!?:]/.test(line) ? unitNamed(line) : undefined
  const budget =
    moneyRows(body) && body.some((row) => row.some((cell) => /^[-−–]?\d{1,3}(?:\.\d{3})+$/.test(cell.trim())))
  if (!budget && !printed) return undefined
  return (at) => {
    const cells = body.map((row) => row[at]?.trim() ?? '').filter(Boolean)
    if (at === 0 || cells.length < 2 || !cells.every(isBareNumber)) return undefined
    if (budget) return { ...plain, kind: 'geld', unit: null }
    const cents = cells.every((cell) => /^[-−–]?\d{1,3}(?:\.\d{3})+,\d{2}$/.test(cell))
    return cents && printed ? { ...plain, kind: 'geld', unit: printed } : undefined
  }
}

/** Nearly all rows are named by words for money ("Erträge", "Aufwendungen", "Ergebnis"). */
function moneyRows(body: readonly (readonly string[])[]): boolean {
  const labels = body.map((row) => row.find((cell) => /\p{L}{2}/u.test(cell)) ?? '')
  const named = labels.filter((label) => MONEY.test(label) || /^(?:ergebnis|summe|gesamt)/iu.test(label))
  return named.length >= 2 && named.length >= body.length * 0.8
}

/** A unit in the table's corner, where the heads of the labels stand ("TEUR", "in Mio. €", "Position / TEUR"). */
function cornerUnit(head: readonly (readonly string[])[], width: number): NamedUnit | null {
  const corner = head
    .map((row) => row[0]?.trim() ?? '')
    .filter(Boolean)
    .join(' ')
  if (width < 2 || !corner || corner.length > 60) return null
  const last = /(?:[/,;–-]|\sin)\s?([^/,;]{1,12})$/u.exec(corner)?.[1]
  return unitAround([corner]) ?? (last ? unitAround([last]) : null)
}

/** A turnus said for all columns: alone in a row of heads ("Angaben pro Jahr"). */
function turnusIn(head: readonly (readonly string[])[], around: readonly string[]): Turnus | null {
  for (const row of head) {
    const words = row.filter((cell) => cell.trim())
    if (words.length === 1 && /angaben/i.test(words[0] ?? '')) return turnusNamed(words[0] ?? '')
  }
  const said = around.find((text) => text.length <= 80 && /angaben/i.test(text))
  return said ? turnusNamed(said) : null
}
