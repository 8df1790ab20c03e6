/**
 * The status of one number of a staffing table, from its row, its column and the columns beside it.
 */
import { isStockHead, type StaffStatus } from '../../src/parse/staffing-status.ts'
import { inherited } from './above.ts'
import type { Column } from './columns.ts'
import { type Row, stateIn } from './rows.ts'

/** The status of a number: by its row, its column, the column of states, or the words above the table. */
export function statusInTable(
  columns: readonly Column[],
  row: Row,
  c: number,
  word: string,
  above: string,
): StaffStatus | null {
  if (row.total || /gesamt|summe/i.test(word)) return 'gesamt'
  const column = columns[c]
  if (column?.status) return column.status
  if (/^(?:19|20)\d\d \((?:Entwurf|Plan|Prognose)\)/u.test(row.words)) return 'vorgesehen'
  if (column && NO_STATUS_HEAD.test(column.head)) return null
  const state = stateIn(columns, row)
  if (state) return state
  if (row.jahr !== null && row.label === null && !isBesidePlan(columns, column) && !isPartOfTotal(columns, column))
    return isAside(columns, c) ? null : 'gesamt'
  return column?.stock || isStockHead(row.label ?? '') || isSetApart(columns, column) ? null : inherited(above)
}

/** A note of the plan, or a difference, is neither planned nor new, whatever the words above say. */
const NO_STATUS_HEAD = /(?<!\p{L})(?:kw|ku|befristet|befr\.|differenz|abweichung|delta|saldo)(?!\p{L})/iu

/** "ÜPE (VZÄ)" behind "Planstellen" below years: a count of its own beside the total. */
function isAside(columns: readonly Column[], c: number): boolean {
  return columns[c]?.subject != null && columns.slice(0, c).some(({ einheit, subject }) => einheit !== null && !subject)
}

/** "VZÄ 2031" beside "VZÄ 2032 (Bedarf)": how things stand, whatever the words above plan. */
function isSetApart(columns: readonly Column[], column: Column | undefined): boolean {
  const jahr = column?.jahr ?? null
  return (
    jahr !== null &&
    columns.some(
      ({ einheit, status, ...other }) => einheit !== null && status !== null && (other.jahr ?? jahr + 1) > jahr,
    )
  )
}

/** "Beamte | Beschäftigte | Summe" below years: only the last is a total. */
function isPartOfTotal(columns: readonly Column[], column: Column | undefined): boolean {
  return columns.some((other) => other !== column && other.einheit !== null && other.status === 'gesamt')
}

/** "Ist" beside "Bedarf" in a table of years: how things stand, no total. */
function isBesidePlan(columns: readonly Column[], column: Column | undefined): boolean {
  return (
    column?.stock === true &&
    columns.some(
      (other) =>
        other !== column && other.einheit !== null && (other.status === 'vorgesehen' || other.status === 'besetzt'),
    )
  )
}
