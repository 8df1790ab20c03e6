/**
 * What the columns of a staffing table hold: which count staff, in which unit, of which status and year.
 *
 * Reads: column heads, and the sentence or caption above the table where the heads name no unit.
 */

import { oneLine } from '../../src/one-line.ts'
import { latin } from '../../src/parse/latin.ts'
import { payGroupOf } from '../../src/parse/pay-group.ts'
import { isPostNumberHead } from '../../src/parse/post-number.ts'
import { staffNumberOf } from '../../src/parse/staffing-number.ts'
import { isStockHead, type StaffStatus, statusOfHead } from '../../src/parse/staffing-status.ts'
import { isMoneyTable, type Topic, unitOfTopic } from '../../src/parse/staffing-topic.ts'
import { isOtherHead, type StaffUnit, unitOfCaption, unitOfHead } from '../../src/parse/staffing-unit.ts'
import { soleYear } from '../../src/parse/staffing-year.ts'
import { isYear } from '../../src/years.ts'

export interface Column {
  readonly head: string
  /** Set if the column's numbers count staff. */
  readonly einheit: StaffUnit | null
  readonly status: StaffStatus | null
  /** True if the head says how things stand: no plan above the table holds for it. */
  readonly stock: boolean
  readonly jahr: number | null
  /** True if the unit was not in the head itself. */
  readonly assumed: boolean
  /** The words above give the unit to this very column ("die Kapazitäten der 12,5 Stellen"). */
  readonly said: boolean
  /** The head without its unit, for tables whose rows are years. */
  readonly subject: string | null
  readonly holds: 'dates' | 'groups' | 'other'
}

const MEASURE = latin(
  oneLine`
    ^(?:
      (?:
        davon|derzeit|aktuell|bisher\p{L}*|künftig\p{L}*|vorhanden\p{L}*|zusätzlich\p{L}*|rechnerisch\p{L}*|
        tatsächlich\p{L}*|[+Δ±]
      ) ?
    )?(?:
      bisher\p{L}*|bislang|(?:zu)?künftig\p{L}*|aktuell|derzeit|geplant|(?:personal)?kapazität\p{L}*|umfang|
      stellenumfang|anzahl|anteil\p{L}*|(?:personal|mehr|minder|gesamt|zusatz|fehl)?bedarf|soll|ist|plan|
      gesamt|summe|neu|alt|veränderung\p{L}*|differenz|delta|saldo|zugang|zugänge|abgang|abgänge|mehr|
      weniger|mehrung|minderung|bestand|fehlbestand|besetz(?:t|ung)|unbesetzt|vakan\p{L}*|
      (?:plan|ansatz|ist|soll|bedarf|prognose)?-? ?(?:besetzung|wert|stand|bestand)|stand\b.*|
      (?:plan|ansatz|ist|soll|bedarf|prognose)? ?(?:19|20)\d\d.*
    )?(?: (?:am |zum |stand |ab )?[\d.]*(?:19|20)\d\d)?$
  `,
  'iu',
)
const BESIDE = latin(
  oneLine`
    ^(?:intern\p{L}* |davon |extern\p{L}* |tatsächlich |derzeit )*(?:
      neu\p{L}*|verlager\p{L}*|zugang|zugänge|abgang|abgänge|besetzt|unbesetzt|soll|ist|bedarf|
      veränderung\p{L}*|differenz|mehr ?/ ?(?:weniger|minder\p{L}*)|mehr|mehrbedarf|fehlbedarf|
      zu- ?(?:/|und) ?abg[aä]ng\p{L}*|delta|abweichung|weniger|mehrung|gesamt|summe|\+ ?/ ?-|saldo
    )(?: (?:am |zum |stand )?[\d.]*(?:19|20)\d\d)?$
  `,
  'iu',
)

/** "Angaben in VZÄ" is said of all numbers of a table, whatever its columns are called. */
const NOTED = /(?<!\p{L})(?:Angaben|Werte|Zahlen) (?:jeweils )?(?:in|als) (?:V[Zz]|Voll|VK|VbE)/u

/** A head that speaks of money. */
const MONEY =
  /€|(?<!\p{L})(?:T?EUR|Euro|T€|Mio|Mrd|Kosten|(?:Personal|Sach)?[Aa]ufw[aäe]nd\p{L}*|Beträge|Erträge)(?!\p{L})/u

/**
 * The columns of a table, from its heads, its cells and the words above it.
 *
 * @param counted
 *   What the paper counts its posts in.
 */
export function columnsOf(
  heads: readonly string[],
  body: readonly (readonly string[])[],
  above: string,
  counted: StaffUnit,
  heading = '',
): Column[] {
  const cellsOf = (c: number): string[] => body.map((row) => row[c] ?? '').filter((cell) => cell.trim())
  // "Bereich (VZÄ)" above the labels says what all the other columns count.
  const corner = heads.length > 1 && !areNumbers(cellsOf(0)) ? unitOfHead(heads[0] ?? '') : undefined
  const noted = NOTED.test(above)
  const total = unitOfTotal(body)
  const named = heads.map((head, c) => {
    const unit = corner && c === 0 ? undefined : unitOfHead(head)
    return unit && noted ? 'vzae' : unit
  })
  const main = named.find((unit) => unit === 'vzae') ?? named.find((unit) => unit !== undefined)
  // A table of numbered posts counts posts, even where nothing names the unit.
  const posts = heads.some((head) => isPostNumberHead(head.trim())) || isListOfPosts(heads) ? counted : undefined
  const topic: Topic = { heads, body, above, heading }
  const money = !main && (MONEY.test(above) || isMoneyTable(topic))
  const fromAbove = (main && !noted) || money ? undefined : (unitOfCaption(above) ?? posts)
  // What a table is about counts where its cells look like it.
  const fromTopic = main || money ? undefined : unitOfTopic(topic, counted)
  const parts = partsOfSum(heads, named, body)
  const summed = (head: string, c: number, cells: readonly string[]): StaffUnit | undefined =>
    total && c > 0 && !isOtherHead(head) && !MONEY.test(head) && areParts(cells) ? total : undefined
  const columns = heads.map((head, c) => {
    const cells = cellsOf(c)
    const cornered =
      corner && c > 0 && !isOtherHead(head) && !MONEY.test(head) && areNumbers(cells) ? corner : undefined
    const direct =
      cells.length > 0 && cells.every(isYear)
        ? undefined
        : (summed(head, c, cells) ?? named[c] ?? cornered ?? parts?.get(c))
    const beside =
      !direct &&
      main &&
      BESIDE.test(head.trim()) &&
      (areDecimals(cells) || (/besetzt/i.test(head) && areNumbers(cells)))
        ? main
        : undefined
    const measured =
      fromAbove &&
      head.trim() &&
      (MEASURE.test(head.trim()) || (noted && c > 0 && areDecimals(cells))) &&
      !isOtherHead(head) &&
      areNumbers(cells)
        ? fromAbove
        : undefined
    const assumed =
      direct || beside
        ? undefined
        : (measured ?? (fromTopic && c > 0 && !isOtherHead(head) && areParts(cells) ? fromTopic : undefined))
    return {
      head,
      einheit: direct ?? beside ?? assumed ?? null,
      status: statusOfHead(head),
      stock: isStockHead(head),
      jahr: soleYear(head.replace(/\bam(?= \d)/g, 'zum')),
      assumed: assumed !== undefined,
      said: assumed !== undefined && names(above, head),
      subject: subjectOfHead(head),
      holds: holdsOf(head, cells),
    }
  })
  return withStand(columns).map((column, c) =>
    isPlanOf(column, columns) && !isAdded(body, c, columns) ? { ...column, status: 'vorgesehen' } : column,
  )
}

/** "zusammen (VZÄ)": what the row of totals counts, its table counts. */
function unitOfTotal(body: readonly (readonly string[])[]): StaffUnit | undefined {
  const label = body.at(-1)?.[0] ?? ''
  const unit = /^(?:zusammen|(?:gesamt)?summe|(?:ins)?gesamt) ?\(?(?:in )?(?<unit>\p{L}{2,})\)?$/iu.exec(label)?.groups
    ?.unit
  return unit ? unitOfHead(unit) : undefined
}

/** "Beamte | Beschäftigte | Summe Stellen": the two columns before a sum that hold its parts, in every row. */
function partsOfSum(
  heads: readonly string[],
  named: readonly (StaffUnit | undefined)[],
  body: readonly (readonly string[])[],
): Map<number, StaffUnit> | undefined {
  const sum = heads.findIndex((head, c) => c > 2 && named[c] !== undefined && statusOfHead(head) === 'gesamt')
  const unit = named[sum]
  const values = body.map((row) => [sum - 2, sum - 1, sum].map((c) => staffNumberOf(row[c] ?? '')?.wert ?? Number.NaN))
  const adds = values.every(([a = 0, b = 0, whole = 0]) => Math.abs(a + b - whole) < 0.001)
  return unit && values.length > 1 && adds && !named[sum - 1] && !named[sum - 2]
    ? new Map([
        [sum - 2, unit],
        [sum - 1, unit],
      ])
    : undefined
}

/** "Bezeichnung der Stelle | EG | bisher | künftig": each row is a post. */
function isListOfPosts(heads: readonly string[]): boolean {
  return (
    heads.some((head) =>
      /^(?:(?:Bezeichnung|Funktion) der )?(?:Plan)?[Ss]telle$|^Stellenbezeichnung/u.test(head.trim()),
    ) &&
    heads.some((head) =>
      /^(?:EG|E-?Gr\.?|Entgelt|Besoldung|BesGr|Bes\.|Bewertung|Eingruppierung|Wertigkeit)/u.test(head.trim()),
    )
  )
}

/** "bisher | neu": how things will stand, not what is added. */
function isPlanOf({ head, einheit, status }: Column, columns: readonly Column[]): boolean {
  return (
    status === 'neu' &&
    /(?:^|[\s(])neu\)?$/iu.test(withoutUnit(head)) &&
    !columns.some((other) => other.status === 'vorgesehen') &&
    columns.some((other) => other.einheit !== null && other.einheit === einheit && other.stock)
  )
}

function withoutUnit(head: string): string {
  return head
    .split(' ')
    .filter((word) => !unitOfHead(word.replace(/[()]/g, '')))
    .join(' ')
    .trim()
}

/** "Soll | davon besetzt", "Stellen (Soll) | Stellen (Ist)": the posts there are, and those of them that are filled. */
function withStand(columns: readonly Column[]): Column[] {
  return columns.map((column, c) => {
    if (column.einheit === null) return column
    const next = columns[c + 1]
    const before = columns[c - 1]
    if (SOLL.test(column.head) && next?.einheit && IS.test(next.head)) return { ...column, status: null, stock: true }
    return before?.einheit && SOLL.test(before.head) && IS.test(column.head) ? { ...column, status: 'besetzt' } : column
  })
}

const SOLL = /(?<!\p{L})soll(?!\p{L})/iu
const IS = /(?<!\p{L})(?:ist|(?:davon |tatsächlich )?besetzt)(?!\p{L})/iu

/** "vorhanden 9,0 | neu 5,0": fewer in all than there are, so what is added. */
function isAdded(body: readonly (readonly string[])[], c: number, columns: readonly Column[]): boolean {
  const stock = columns.findIndex((column) => column.stock && column.einheit !== null)
  const sum = (at: number): number => body.reduce((all, row) => all + (staffNumberOf(row[at] ?? '')?.wert ?? 0), 0)
  return sum(c) > 0 && sum(c) < sum(stock)
}

/** Do the words name a column by its head? */
function names(words: string, head: string): boolean {
  const named = head.trim().toLowerCase()
  return (
    /^\p{L}{5,}$/u.test(named) &&
    words
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .includes(named)
  )
}

/** The columns that count staff in a table whose row label names the unit. */
export function subjectOfHead(head: string): string | null {
  const words = head
    .replace(/\((?:[^()]*)\)/gu, (bracket) => (unitOfHead(bracket.slice(1, -1)) ? ' ' : bracket))
    .split(/\s+/)
    .filter(
      (word) =>
        !unitOfHead(word.replace(/[():,]/g, '')) &&
        !/^(?:in|der|lt\.|laut|gemäß|Anzahl|Zahl|\(?(?:Plan|Ist|Soll)\)?|Stellenplan|Stellenübersicht|Summe|befristet|(?:19|20)\d\d|neu|Neu|-|–)$/u.test(
          word,
        ),
    )
    .join(' ')
    .trim()
  if (!/\p{L}{2}/u.test(words) || statusOfHead(words)) return null
  // "Geförderte VZÄ" is no subject without its unit.
  return /^\p{Lu}\p{L}+(?:te|ene|lich|isch|ige?)$/u.test(words) ? head : words
}

function holdsOf(head: string, cells: readonly string[]): Column['holds'] {
  if (
    !isPostNumberHead(head.trim()) &&
    cells.length &&
    cells.filter((cell) => /^\D{0,6}\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d\b/.test(cell)).length * 2 > cells.length
  )
    return 'dates'
  const groups = cells.filter((cell) => payGroupOf(cell) !== undefined).length
  return /entgelt|besoldung|eingruppierung|wertigkeit|bewertung|\bEG\b|verg(?:ütung|\.)/i.test(head) ||
    (groups > 1 && groups * 2 > cells.length)
    ? 'groups'
    : 'other'
}

function areDecimals(cells: readonly string[]): boolean {
  return areNumbers(cells) && cells.some((cell) => /\d,\d/.test(cell))
}

/** Nothing but numbers with one to three decimals, dashes, and notes in brackets behind them. */
function areParts(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => !/^[-–—./]{1,3}$/.test(cell))
  return (
    numbers.length > 0 &&
    numbers.every((cell) => /^[+\-–]? ?\d{1,3}(?:\.\d{3})*(?:,\d{1,3})?(?: ?\([^()]{1,40}\)|\*)?$/.test(cell)) &&
    numbers.filter((cell) => /,\d{1,3}(?!\d)/.test(cell)).length * 3 >= numbers.length * 2
  )
}

function areNumbers(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^[^\d€]{0,12}\d{1,4}(?:[.,]\d{1,3})?[^\d€]{0,8}$/.test(cell.trim()))
  return numbers.length > 0 && numbers.length * 2 >= cells.length && !cells.some((cell) => /€|EUR|%/.test(cell))
}
