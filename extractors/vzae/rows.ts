/**
 * What a row of a staffing table is about: its label, its year, whether it is a total, its pay group.
 */
import { BULLETS } from '../../src/bullets.ts'
import type { Cell } from '../../src/document.ts'
import { payGroupOf } from '../../src/parse/pay-group.ts'
import { isTotal, type StaffStatus } from '../../src/parse/staffing-status.ts'
import { type StaffUnit, unitOfHead } from '../../src/parse/staffing-unit.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { soleYear } from '../../src/parse/staffing-year.ts'
import type { Column } from './columns.ts'
import { folded } from './record.ts'

export interface Row {
  readonly cells: readonly Cell[]
  readonly label: string | null
  readonly jahr: number | null
  readonly total: boolean
  /** The row label counts staff ("VZÄ gesamt | 2,0 | 3,0"). */
  readonly einheit: StaffUnit | null
  /** All its words, for what a remark says of the whole row. */
  readonly words: string
}

const YEAR =
  /^(?:(?:Stand|Jahr|Plan|Ist|Soll|Ansatz|Haushalt|HH)? ?)(?:19|20)\d\d(?: \((?:Entwurf|Plan|Ist|Soll|Prognose)\))?$/u
/** A day that opens a row: how things stood. */
const STAND = /^(?:Stand )?(?:\d{1,2}\. ?(?:\d{1,2}\. ?|\p{L}+ )|(?:0?[1-9]|1[0-2])\/)(?:19|20)\d\d$/u
const DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/
const LEAD = new RegExp(String.raw`^[${BULLETS}]\s*`, 'u')
const ROLE_HEAD = /stelle(?!n)|funktion|bezeichnung|aufgabe|rolle|tätigkeit|position/i
const UNIT_HEAD = /^(?:amt|fb|fachbereich|bereich|dezernat|abteilung|produkt|team)$/i
const UNIT_LABEL =
  /^(?:Anzahl|(?:Plan)?[Ss]tellen(?!anteil)|V[Zz]|V[Kb]|Voll|FTE)|\((?:in )?(?:V[Zz]|Voll|VK|Stellen)|^\p{Lu}\p{L}+ (?:VZ[ÄEK]|VzÄ|Vollzeit(?:äquivalente|stellen|kräfte)|Planstellen|Stellen)$/u

/** Read a row against its columns. */
export function rowOf(cells: readonly Cell[], columns: readonly Column[]): Row {
  const texts = cells.map((cell) => folded(viewOf(cell.text)))
  const first = columns.findIndex((column) => column.einheit !== null)
  const before = first > 0 ? texts.slice(0, first) : texts.slice(0, Math.max(1, texts.length - 1))
  const year = before.find((text, at) => YEAR.test(text) || (at === 0 && STAND.test(text)))
  const label = labelOf(texts, before, columns, first, year)
  const counts = label !== null && !/\d/.test(label) && UNIT_LABEL.test(label)
  return {
    cells,
    label,
    jahr: year ? soleYear(year) : null,
    total: before.some((text) => isTotal(text)),
    einheit: counts ? (unitOfHead(label) ?? null) : null,
    words: texts.join(' | '),
  }
}

/** The pay group a column of its own gives the row; "9a" below "EG" is E 9a. */
export function groupIn(columns: readonly Column[], row: Row): string | null {
  const at = columns.findIndex((column) => column.holds === 'groups')
  const printed = at >= 0 ? viewOf(row.cells[at]?.text ?? '').trim() : ''
  return payGroupOf(/^\d{1,2}[a-cü]?$/.test(printed) ? `E ${printed}` : printed) ?? null
}

function labelOf(
  texts: readonly string[],
  before: readonly string[],
  columns: readonly Column[],
  first: number,
  year: string | undefined,
): string | null {
  const isName = (text: string): boolean =>
    /\p{L}{2}/u.test(text) && text !== year && !DATE.test(text) && !payGroupOf(text)
  const role = before.find((text, at) => isName(text) && ROLE_HEAD.test(columns[at]?.head ?? ''))
  const behind =
    first >= 0 && !year
      ? texts.slice(first + 1).find((text) => /^\p{L}{2}/u.test(text) && !/\d/.test(text) && text.length < 60)
      : undefined
  const group = before.findIndex((text, at) => /^\d{1,2}[a-cü]?$/iu.test(text) && columns[at]?.holds === 'groups')
  const code = before.findIndex((text, at) => /^\d{1,5}$/.test(text) && UNIT_HEAD.test(columns[at]?.head ?? ''))
  const named =
    role ??
    before.find(isName) ??
    before.find((text) => payGroupOf(text) !== undefined) ??
    numbered(columns, before, code) ??
    numbered(columns, before, group) ??
    behind
  const label = named
    ?.replace(LEAD, '')
    .replace(/\s*\((?:befristet|befr\.|bis|kw|ku)(?!\p{L})[^()]*\)$/u, '')
    .replace(/\s*\(davon\)|,? davon:?$/iu, '')
    .replace(/:$/, '')
    .trim()
  return label || null
}

/** "51" below "Amt" is Amt 51, "9b" below "EG" is EG 9b. */
function numbered(columns: readonly Column[], texts: readonly string[], at: number): string | undefined {
  return at < 0 ? undefined : `${columns[at]?.head} ${texts[at]}`
}

/** What a column of states says of the row: its cell is the state and nothing else. */
export function stateIn(columns: readonly Column[], row: Row): StaffStatus | null {
  for (const [at, column] of columns.entries()) {
    if (column.einheit !== null || !STATE_HEAD.test(column.head)) continue
    const printed = viewOf(row.cells[at]?.text ?? '').trim()
    const state = STATES.find(([pattern]) => pattern.test(printed))
    if (state) return state[1]
  }
  return null
}

/** "seit 01.12.2031 unbesetzt" in a column of states dates its row. */
export function stateSince(columns: readonly Column[], row: Row): number | null {
  for (const [at, column] of columns.entries()) {
    if (column.einheit !== null || !STATE_HEAD.test(column.head)) continue
    const printed = viewOf(row.cells[at]?.text ?? '').trim()
    if (/^(?:\p{L}+ ){0,2}(?:seit|ab)(?!\p{L})/u.test(printed)) return soleYear(printed)
  }
  return null
}

const STATE_HEAD = /status|besetzung|besetzt|stand(?!ort)|bemerkung|anmerkung|vermerk|erläuterung/iu
const STATES: readonly (readonly [RegExp, StaffStatus])[] = [
  [/^(?:besetzt|teilweise besetzt)(?:$| ?[(,;])|^besetzt (?:seit|ab|bis) .{0,30}$/iu, 'besetzt'],
  [
    /^(?:(?:derzeit |seit .{2,30} |ab .{2,30} )?(?:unbesetzt|nicht besetzt|vakant|frei|offen)|n\. ?b\.)(?:$| ?[(,;]| (?:seit|ab) .{0,30}$)/iu,
    'unbesetzt',
  ],
  [/^(?:neu|neue (?:plan)?stelle|neueinrichtung|neuschaffung|stellenneuschaffung|zugang)(?:$|[,;] )/iu, 'neu'],
  [/^(?:geplant|vorgesehen)$/iu, 'vorgesehen'],
]
