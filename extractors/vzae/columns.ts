/**
 * What the columns of a staffing table hold: which count staff, in which unit, of which status and year.
 *
 * Reads: column heads, and the sentence or caption above the table where the heads name no unit.
 */
import { type StaffStatus, statusOfHead } from '../../src/parse/staffing-status.ts'
import { isOtherHead, type StaffUnit, unitOfCaption, unitOfHead } from '../../src/parse/staffing-unit.ts'
import { soleYear } from '../../src/parse/staffing-year.ts'

export interface Column {
  readonly head: string
  /** Set if the column's numbers count staff. */
  readonly einheit: StaffUnit | null
  readonly status: StaffStatus | null
  readonly jahr: number | null
  /** True if the unit was not in the head itself. */
  readonly assumed: boolean
  /** The head without its unit, for tables whose rows are years. */
  readonly subject: string | null
  readonly holds: 'dates' | 'groups' | 'other'
}

const MEASURE =
  /^(?:(?:personal)?kapazität\p{L}*|umfang|stellenumfang|anzahl|anteil\p{L}*|(?:personal)?bedarf|soll|ist|plan|gesamt|summe|neu|veränderung|differenz|bestand|stand\b.*|(?:plan|ansatz|ist|soll)? ?(?:19|20)\d\d.*)$/iu
const BESIDE =
  /^(?:intern\p{L}* |davon |extern\p{L}* |tatsächlich |derzeit )*(?:neu\p{L}*|verlager\p{L}*|zugang|zugänge|abgang|abgänge|besetzt|unbesetzt|soll|ist|bedarf|veränderung\p{L}*|differenz|mehr|weniger|mehrung|gesamt|summe|\+ ?\/ ?-|saldo)(?: (?:am |zum |stand )?[\d.]*(?:19|20)\d\d)?$/iu

/** The columns of a table, from its heads, its cells and the words above it. */
export function columnsOf(heads: readonly string[], body: readonly (readonly string[])[], above: string): Column[] {
  const named = heads.map((head) => unitOfHead(head))
  const main = named.find((unit) => unit === 'vzae') ?? named.find((unit) => unit !== undefined)
  const fromAbove = main ? undefined : unitOfCaption(above)
  return heads.map((head, c) => {
    const cells = body.map((row) => row[c] ?? '').filter((cell) => cell.trim())
    const direct = cells.length > 0 && cells.every((cell) => /^(?:19|20)\d\d$/.test(cell)) ? undefined : named[c]
    const beside =
      !direct &&
      main &&
      BESIDE.test(head.trim()) &&
      (areDecimals(cells) || (/besetzt/i.test(head) && areNumbers(cells)))
        ? main
        : undefined
    const assumed =
      !direct && !beside && fromAbove && MEASURE.test(head.trim()) && !isOtherHead(head) && areNumbers(cells)
        ? fromAbove
        : undefined
    return {
      head,
      einheit: direct ?? beside ?? assumed ?? null,
      status: statusOfHead(head),
      jahr: soleYear(head.replace(/\bam(?= \d)/g, 'zum')),
      assumed: assumed !== undefined,
      subject: subjectOfHead(head),
      holds: holdsOf(head, cells),
    }
  })
}

/** The columns that count staff in a table whose row label names the unit. */
export function subjectOfHead(head: string): string | null {
  const words = head
    .replace(/\((?:[^()]*)\)/gu, (bracket) => (unitOfHead(bracket.slice(1, -1)) ? ' ' : bracket))
    .split(/\s+/)
    .filter(
      (word) =>
        !unitOfHead(word.replace(/[():,]/g, '')) &&
        !/^(?:in|der|Anzahl|Zahl|Plan|Ist|Soll|Summe|(?:19|20)\d\d|neu|Neu|-|–)$/u.test(word),
    )
    .join(' ')
    .trim()
  return /\p{L}{2}/u.test(words) && !statusOfHead(words) ? words : null
}

function holdsOf(head: string, cells: readonly string[]): Column['holds'] {
  if (
    cells.length &&
    cells.filter((cell) => /^\D{0,6}\d{1,2}\.\d{1,2}\.(?:\d\d)?\d\d\b/.test(cell)).length * 2 > cells.length
  )
    return 'dates'
  return /entgelt|besoldung|eingruppierung|wertigkeit|bewertung|\bEG\b|verg(?:ütung|\.)/i.test(head)
    ? 'groups'
    : 'other'
}

function areDecimals(cells: readonly string[]): boolean {
  return areNumbers(cells) && cells.some((cell) => /\d,\d/.test(cell))
}

function areNumbers(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => /^[^\d€]{0,12}\d{1,4}(?:[.,]\d{1,3})?[^\d€]{0,8}$/.test(cell.trim()))
  return numbers.length > 0 && numbers.length * 2 >= cells.length && !cells.some((cell) => /€|EUR|%/.test(cell))
}
