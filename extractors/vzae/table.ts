/**
 * Quantities of staff in tables: the numbers of columns (or rows) that count staff, and the words of all other cells.
 *
 * Reads: one table with its heads and the sentence above it.
 */
import type { Cell, Span } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import type { StaffTable } from '../../src/parse/staffing-heads.ts'
import { DIGITS, staffNumberOf } from '../../src/parse/staffing-number.ts'
import { isVague } from '../../src/parse/staffing-phrase.ts'
import { type StaffStatus, statusOfHead } from '../../src/parse/staffing-status.ts'
import { subjectOfTitle } from '../../src/parse/staffing-title.ts'
import { FULL_TIME, POSTS, type StaffUnit, unitOf, unitOfHead } from '../../src/parse/staffing-unit.ts'
import { viewOf } from '../../src/parse/staffing-view.ts'
import { soleYear } from '../../src/parse/staffing-year.ts'
import { isYear } from '../../src/years.ts'
import { inherited, yearAbove } from './above.ts'
import { type Column, columnsOf, subjectOfHead } from './columns.ts'
import { folded, limitedBy, noteIn, type VzaeProposal } from './record.ts'
import { groupIn, type Row, rowOf, stateSince } from './rows.ts'
import { statusInTable } from './table-status.ts'
import { readText } from './text.ts'

export interface TablePlace extends StaffTable {
  readonly paper: ReadPaper
  /** The last sentence above the table, or its caption. */
  readonly above: string
  readonly heading: string
  readonly posts: boolean
}

const NUMBER_CELL = new RegExp(
  `^(?<word>(?:in ?s?gesamt|gesamt|summe|ca\\.|rund|rd\\.|etwa|~|Ø):? ?)?(?<sign>[+-] {0,2}|– ?)?(?<number>${DIGITS})(?: ?(?<unit>${FULL_TIME}|${POSTS}))?(?: ?\\(?(?:kw|ku)\\)?)?\\*?(?: ?\\([^()]{1,40}\\))?$`,
  'iu',
)

/** "davon besetzt": counts what the row above counts. */
const PART = /^(?:davon|hiervon|darunter)(?!\p{L})/iu

/** All quantities of one table as proposals, row by row. */
export function* readTable(place: TablePlace): Generator<VzaeProposal> {
  const { rows } = place
  const headRows = Math.min(place.headRows, rows.length)
  const width = Math.max(0, ...rows.map((row) => row.length))
  const heads = Array.from({ length: width }, (_, c) => headOf(rows.slice(0, headRows), c))
  const body = rows.slice(headRows)
  const columns = columnsOf(
    heads,
    body.map((row) => row.map((cell) => viewOf(cell.text).trim())),
    place.above,
    /VZ[ÄSEWK](?!\p{L})|VzÄ|Vollzeit/u.test(place.paper.text) ? 'vzae' : 'stellen',
    place.heading,
  )
  for (const cells of rows.slice(0, headRows)) for (const cell of cells) yield* wordsOf(place, cell, null)
  let last: StaffUnit | null = null
  for (const cells of body) {
    const own = rowOf(cells, columns)
    const row: Row = own.einheit === null && PART.test(own.label ?? '') ? { ...own, einheit: last } : own
    last = row.einheit
    for (const [c, cell] of cells.entries()) yield* cellOf(place, columns, row, c, cell)
  }
}

function* cellOf(
  place: TablePlace,
  columns: readonly Column[],
  row: Row,
  c: number,
  cell: Cell,
): Generator<VzaeProposal> {
  const column = columns[c]
  const match = NUMBER_CELL.exec(viewOf(cell.text).trim())
  const unit = match?.groups?.unit ? unitOf(match.groups.unit) : undefined
  const einheit =
    unit ?? column?.einheit ?? (row.einheit && c > 0 && !columns.some((one) => one.einheit) ? row.einheit : null)
  if (match && column && einheit) yield* numberOf(place, columns, row, c, cell, match, einheit)
  else if (!match && column?.einheit && !column.assumed) yield* withRemark(place, columns, row, c, cell, column.einheit)
  else yield* inRow(wordsOf(place, cell, { label: row.label, jahr: row.jahr, status: null }), columns, row)
}

/** "1,0 bisher befristet" in a column that counts staff: the number, and whatever the remark counts. */
const REMARKED =
  /^(?:[+-] ?)?\d{1,3},\d{1,3}(?= {1,3}(?!von |bis |x |h |m² |qm |ha |km |Std|Stunden|Mio|T?EUR|Euro|Prozent|(?:Un|je |pro ))[\p{L}\d])/u

function* withRemark(
  place: TablePlace,
  columns: readonly Column[],
  row: Row,
  c: number,
  cell: Cell,
  einheit: StaffUnit,
): Generator<VzaeProposal> {
  const view = viewOf(cell.text)
  const indent = view.length - view.trimStart().length
  const number = REMARKED.exec(view.trim())?.[0]
  const match = number ? NUMBER_CELL.exec(number) : null
  // The remark may count itself ("2,0 VZÄ aus Amt 11"): then the number alone is no quantity of its own.
  if (!number || !match || unitOf(view.trim().slice(number.length).trim().split(' ')[0] ?? '')) {
    yield* inRow(wordsOf(place, cell, { label: row.label, jahr: row.jahr, status: null }), columns, row)
    return
  }
  const cut = indent + number.length
  const head = { text: cell.text.slice(0, cut), start: cell.start, end: cell.start + cut }
  const rest = { text: cell.text.slice(cut), start: cell.start + cut, end: cell.end }
  yield* numberOf(place, columns, row, c, head, match, einheit)
  yield* inRow(wordsOf(place, rest, { label: row.label, jahr: row.jahr, status: null }), columns, row)
}

/** What the rest of the row says of a quantity printed among words: pay group, limit, note. */
function* inRow(found: Iterable<VzaeProposal>, columns: readonly Column[], row: Row): Generator<VzaeProposal> {
  for (const proposal of found) {
    const { entgeltgruppe, befristet, vermerk } = proposal.value
    yield {
      ...proposal,
      value: {
        ...proposal.value,
        entgeltgruppe: entgeltgruppe ?? groupIn(columns, row),
        befristet: befristet ?? (row.label ? limitedBy(row.words) : null),
        vermerk: vermerk ?? (row.label ? noteIn(row.words) : null),
      },
    }
  }
}

function* numberOf(
  place: TablePlace,
  columns: readonly Column[],
  row: Row,
  c: number,
  cell: Cell,
  match: RegExpExecArray,
  einheit: StaffUnit,
): Generator<VzaeProposal> {
  const { word = '', sign = '', number = '' } = match.groups ?? {}
  const value = staffNumberOf(number)
  const column = columns[c]
  if (!value || !column || isYear(number)) return
  if (/\d\.\d{3}(?!.*,\d)/.test(number) && (column.einheit === null || column.assumed)) return
  const aboveYear = columns.some((one) => one.jahr !== null) ? null : yearAbove(place.above)
  const transposed = !column.einheit && row.einheit !== null
  const doubts: Doubt[] = []
  if (column.assumed && !column.said) doubts.push('massstab-angenommen')
  if (value.unclear) doubts.push('zahl-unklar')
  if (!place.certain) doubts.push('tabelle-unsicher')
  const at = viewOf(cell.text).indexOf(match[0])
  const lead = match[0].length - match[0].slice(word.length).trimStart().length
  const evidence = { start: cell.start + at + lead, end: cell.start + at + match[0].length }
  yield {
    kind: 'vzae',
    evidence,
    doubts,
    value: {
      wert: /[-–]/.test(sign) ? -value.wert : value.wert,
      einheit,
      ungefaehr: /ca\.|rund|rd\.|etwa|~/i.test(word),
      bezug: transposed
        ? transposedSubject(row, column)
        : (row.label ??
          totalOf(columns, row, column) ??
          subjectIn(columns, c) ??
          (row.jahr !== null ? subjectOfTitle(place.above, place.heading) : null) ??
          (folded(word).replace(/:$/, '') || null)),
      status:
        (transposed && !row.total ? statusOfHead(row.label ?? '') : null) ??
        statusInTable(columns, row, c, word, place.above),
      jahr: column.jahr ?? row.jahr ?? dateBeside(columns, row, c) ?? stateSince(columns, row) ?? aboveYear,
      zitat: folded(place.paper.text.slice(evidence.start, evidence.end)),
      entgeltgruppe: groupIn(columns, row),
      befristet: limitedBy(row.words),
      vermerk: noteIn(row.words),
    },
  }
}

function transposedSubject(row: Row, column: Column): string | null {
  const label = row.label ? subjectOfHead(row.label) : null
  return (
    label ??
    (column.jahr !== null && !row.total && / /.test(row.label ?? '') && statusOfHead(row.label ?? '')
      ? row.label
      : null) ??
    (column.jahr === null && /\p{L}{2}/u.test(column.head) && !isVague(column.head) ? folded(column.head) : null)
  )
}

/** Below years the column of totals has no other name. */
function totalOf(columns: readonly Column[], row: Row, column: Column): string | null {
  const parts = columns.some(({ einheit, status }) => einheit !== null && status !== 'gesamt')
  return row.jahr !== null && column.status === 'gesamt' && parts ? folded(column.head) : null
}

/** In a table whose rows are years: what the head says beside the unit, else what its neighbour says. */
function subjectIn(columns: readonly Column[], c: number): string | null {
  if (columns[c]?.subject && columns[c].einheit) return columns[c].subject
  return columns.find((column) => column.einheit && column.subject)?.subject ?? null
}

/** A column of dates belongs to the column of numbers left of it. */
function dateBeside(columns: readonly Column[], row: Row, c: number): number | null {
  for (const [at, column] of columns.entries()) {
    if (column.holds !== 'dates') continue
    const left = columns.slice(0, at).findLastIndex((one) => one.einheit !== null)
    const owner = left >= 0 ? left : columns.findIndex((one, index) => index > at && one.einheit !== null)
    if (owner === c) return soleYear(viewOf(row.cells[at]?.text ?? ''))
  }
  // A cell of dates and part quantities beside the number speaks of the same row.
  const beside = row.cells[c + 1]
  return beside && columns[c + 1]?.einheit === null && /^\D{0,6}\d{1,2}\.\d{1,2}\.\d{4}/.test(beside.text.trim())
    ? soleYear(viewOf(beside.text))
    : null
}

const PURE_UNIT = new RegExp(`^\\(?(?:in )?(?:${FULL_TIME}|${POSTS})\\)?$`, 'u')
/** A head below one that spans it: when the numbers hold. */
const TIME_HEAD =
  /^(?:(?:Plan|Ist|Soll|ab|bis|Stand|HH) ?)?(?:\d{1,2}\.\d{1,2}\.)?(?:19|20)\d\d(?: ?ff\.?)?$|^(?:später|Ist|Soll|Plan|neu|alt|bisher|künftig|gesamt)$/iu

function headOf(rows: readonly (readonly Cell[])[], c: number): string {
  return rows
    .map((row, r) => {
      const own = folded(viewOf(row[c]?.text ?? ''))
      // A unit over several columns is printed once; the heads below it name the columns.
      const spans = r < rows.length - 1 && !own && c > 1 && rows[r + 1]?.[c]?.text.trim()
      const left = spans ? row.slice(1, c).findLast(({ text }) => text.trim())?.text : undefined
      const unit = left ? viewOf(left).trim() : ''
      const below = viewOf(rows[r + 1]?.[c]?.text ?? '').trim()
      return PURE_UNIT.test(unit) || (unit && unitOfHead(unit) && TIME_HEAD.test(below)) ? folded(unit) : own
    })
    .filter(Boolean)
    .join(' ')
}

function* wordsOf(
  place: TablePlace,
  cell: Cell,
  row: { label: string | null; jahr: number | null; status: StaffStatus | null } | null,
): Generator<VzaeProposal> {
  const within: Span = { start: cell.start, end: cell.end }
  if (within.end <= within.start) return
  const own = row && row.label === folded(viewOf(cell.text)) ? { ...row, label: null } : row
  const found = readText({
    text: place.paper.text,
    within,
    heading: '',
    lead: '',
    above: '',
    posts: place.posts,
    row: own ?? { label: null, jahr: null, status: null },
  })
  for (const proposal of found) {
    const status = proposal.value.status ?? (row ? inherited(place.above) : null)
    yield { ...proposal, value: { ...proposal.value, status } }
  }
}
