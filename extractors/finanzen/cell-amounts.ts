/**
 * Amounts in the cells of a table. A number without a unit counts where its column, row or table says it is money.
 *
 * Doubts: `massstab-angenommen`: neither number, head nor notes print the unit, and the paper has several;
 * `tabelle-unsicher`: rows and columns are.
 */
import type { Table } from 'mdast'
import { type Cell, rowsOf } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper, Report } from '../../src/extractor.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { latin } from '../../src/parse/latin.ts'
import { type Amount, readMoney } from '../../src/parse/money.ts'
import { unitNamed } from '../../src/parse/money-units.ts'
import { type ColumnFact, isBareNumber, type TableFacts, tableFacts } from '../../src/parse/table-facts.ts'
import { turnusNamed } from '../../src/parse/turnus.ts'
import { yearNamed } from '../../src/parse/year.ts'
import { yearsIn } from '../../src/parse/year-mentions.ts'
import type { Placed } from './blocks.ts'
import { unitOfPaper } from './euros-only.ts'
import { type Carried, headSays, LETTERED } from './head-line.ts'
import { headsOf, headsWithin } from './heads.ts'
import { cleanLabel } from './label-clean.ts'
import { chosen } from './line-label.ts'
import {
  countedIn,
  isCount,
  isCountToThousandths,
  isFull,
  isPartedMinus,
  isStray,
  isYearBeside,
  smallColumns,
  titleFinder,
  withMinus,
  withoutTears,
} from './row-cells.ts'
import { carriedLabel, labelOf, titled, titleOf, YEAR_ONLY } from './row-label.ts'
import { spreadHeads } from './spread-heads.ts'
import { type Found, reportUnreadable } from './text-amounts.ts'

/** "2031 TEUR" heads a column; it is no amount. */
const YEAR_AND_UNIT = /^(?:\p{L}+ )?(?:19|20)\d\d\s+\(?(?:in )?(?:T|Tsd\.|Mio\.)? ?(?:€|EUR|Euro)\)?$/u
const YEAR_HEAD =
  /^(?:(?:haushalts|wirtschafts|kalender|plan|rechnungs)?jahr|HHJ\.?|HJ\.?|HH-Jahr|ab(?: \p{L}*jahr)?)$/iu
/** A row of counts, by a word anywhere; by its whole label, where the number is printed like money ("46.494"). */
const NO_MONEY =
  /(?:anzahl|zahl der|stück|plätze|personen|VZ[ÄSEWK]|VzÄ|stellen(?!plan|anteil)|%|prozent|quote|einwohner|m²|fläche|stunden)/iu
const COUNTS =
  /^(?:(?:an)?zahl|stück|plätze|personen|stellen|planstellen|einwohner\p{L}*|flächen?|stunden)(?!\p{L})|(?:anzahl|zahl(?:en)?|stück|plätze|personen|stellen|quote|einwohner|fläche|stunden|(?:^|[\s(])(?:VZ[ÄSEWK]|VzÄ|m²|%|prozent)\)?)$/iu

/** "Kostenstelle: | 55410": where an amount is booked; its number has no thousands parted. */
const ACCOUNT = latin(
  /^(?:teil(?:ergebnis|finanz)?(?:plan|haushalt)|(?:innen|investitions)?auftr[aä]g|kosten(?:stelle|träger|art)|(?:plan)?(?:sach|produkt)?konto|produkt(?:gruppe|bereich|klasse)?|PSP\S*|finanz(?:stelle|position)|haushaltsstelle|HHSt\.?|HSt\.?|buchungsstelle|unterabschnitt|einzelplan|kapitel|(?:maßnahmen?|investitions|budget|projekt|produkt|auftrags)-?\s?(?:nr\.?|nummer))(?:[\s-]?(?:nr\.?|nummer))?\s*:?$/iu,
)

/** "Personalkosten 2,0 VZÄ": what is paid for, not what is counted. */
const QUANTITY = /(?<=\p{L}.*)\d[\d.,]*\s?(?:VZ[ÄSEWK]|VzÄ|VK|Stellen)(?!\p{L})/u

/** What the heads of a table and the words around it say. */
export function factsOf(paper: ReadPaper, table: Table, around: readonly string[]): TableFacts {
  const rows = rowsOf(paper, table).map((row) => row.map((cell) => cell.text))
  const heads = headsOf(paper, table, around[0])
  const words = heads.above ? [heads.above] : spreadHeads(rows.slice(0, heads.rows), around[0] ?? '')
  return tableFacts(words, rows.slice(heads.rows), [table.data?.caption ?? '', ...around])
}

/** The amounts of a table, row by row. */
export function* cellAmounts(paper: ReadPaper, table: Table, given: TableFacts, report: Report): Generator<Found> {
  const rows = rowsOf(paper, table).map((row) => withoutTears(paper, row))
  const printed = headsOf(paper, table).rows
  const parts = partsOf(rows, printed, { ...given, unit: given.unit ?? unitOfPaper(paper) })
  const title = titleOf(table.data?.caption)
  const holdsTitle = titleFinder(rows)
  const small = printed ? new Set<number>() : smallColumns(rows)
  let lead: Carried | undefined
  for (const [r, row] of rows.entries()) {
    const { facts, heads } = parts.findLast(({ from }) => from <= r) ?? { facts: given, heads: printed }
    const corner = facts.columns[0]?.kind === 'text' ? (facts.columns[0]?.year ?? null) : null
    const own = labelOf(row, facts, heads > 0) ?? (r > heads ? carriedLabel(rows, r, facts) : undefined)
    const named = own && r > 0 && !chosen(own.text) ? labelOf(rows[r - 1] ?? row, facts, false) : own
    const lettered = named && LETTERED.exec(named.text)
    if (lettered?.[1]) lead = headSays(lettered[1])
    else if (!named || !/^[a-z]\)\s/u.test(named.text)) lead = undefined
    const label = named && lettered?.[2] ? { ...named, text: lettered[2] } : named
    const beside = row.find((_, c) => isYearBeside(row, c))
    const year = yearCell(row, facts) ?? (beside ? Number(beside.text) : undefined) ?? lead?.jahr ?? corner
    const sure = table.data?.certain !== false || isFull(row)
    for (const [c, cell] of row.entries()) {
      const column = countedIn(facts.columns[c], row, c)
      if (!column || !/\d/.test(cell.text) || (r < heads && YEAR_AND_UNIT.test(cell.text))) continue
      if (isYearBeside(row, c)) continue
      const count = !column.unit && !given.unit && isCount(row, c)
      const minus = isPartedMinus(rows, r, c)
      for (const amount of inCell(cell, column, r < heads || count, label?.text ?? '', facts, report)) {
        const found = asFound(
          sure,
          label ? column : titled(column, title),
          facts,
          minus ? { ...amount, amount: withMinus(cell.text, amount.amount) } : amount,
          (heads ? undefined : labelBeside(row, c)) ?? label,
          cell,
          year,
        )
        const doubts = [
          ...found.doubts,
          ...(isStray(rows, r, c) ? ['zahl-unklar' as const] : []),
          ...(small.has(c) ? ['massstab-angenommen' as const] : []),
          ...(holdsTitle(label?.text) ? ['beschriftung-unsicher' as const] : []),
        ]
        yield { ...found, doubts, turnus: found.turnus ?? (lead ? lead.turnus : null) }
      }
    }
  }
}

/** The part of a table that heads within it begin; `heads` counts its rows from the table's first. */
interface Part {
  readonly from: number
  readonly heads: number
  readonly facts: TableFacts
}

/** Heads within a table hold for the rows below them; those above have what was said of them alone. */
function partsOf(rows: readonly (readonly Cell[])[], heads: number, given: TableFacts): Part[] {
  const texts = rows.map((row) => row.map(({ text }) => text))
  const within = headsWithin(texts, Math.max(heads, 1))
  const [first] = within
  if (first === undefined) return [{ from: 0, heads, facts: given }]
  const above = heads ? given : tableFacts([], texts.slice(0, first), [])
  const parts: Part[] = [{ from: 0, heads, facts: above }]
  for (const [n, at] of within.entries()) {
    const facts = tableFacts(texts.slice(at, at + 1), texts.slice(at + 1, within[n + 1]), [])
    parts.push({
      from: at,
      heads: at + 1,
      facts: {
        ...facts,
        unit: facts.unit ?? given.unit,
        columns: facts.columns.map((column, c) => inherited(column, given.columns[c])),
      },
    })
  }
  return parts
}

/** Heads of years within a table of money are those of the same columns. */
function inherited(column: ColumnFact, above: ColumnFact | undefined): ColumnFact {
  return column.kind === 'anzahl' && above?.kind === 'geld' ? { ...column, kind: 'geld', unit: above.unit } : column
}

interface CellAmount {
  readonly amount: Amount
  readonly doubts: readonly Doubt[]
}

function* inCell(
  cell: Cell,
  column: ColumnFact,
  head: boolean,
  label: string,
  facts: TableFacts,
  report: Report,
): Generator<CellAmount> {
  const { amounts, unreadable } = readMoney(cell.text)
  for (const span of unreadable) reportUnreadable({ text: cell.text, span: cell }, span, report)
  if (amounts.length) {
    for (const amount of amounts) yield scaled(cell, amount, column.unit ?? facts.unit)
    return
  }
  if (head || !isBareNumber(cell.text)) return
  if (ACCOUNT.test(label) && /^\s*\d+\s*$/.test(cell.text)) return
  const unit = rowUnit(label) ?? (column.kind === 'geld' ? (column.unit ?? { scale: 1 }) : undefined)
  const shaped = /\d\.\d{3}(?!\d)/.test(cell.text)
  const row = label.replace(QUANTITY, '').trim()
  if (!unit || ((shaped ? COUNTS : NO_MONEY).test(row) && !rowUnit(label))) return
  if (column.bare === false && unit.scale === 1 && !/\.\d{3}|,\d{2}/.test(cell.text)) return
  if (unit.scale === 1 && isCountToThousandths(cell.text)) return
  const amount = bareAmount(cell.text, { start: 0, end: cell.text.length }, unit.scale)
  if (!amount) return
  const said = rowUnit(label) ?? column.unit ?? facts.unit
  yield { amount, doubts: said ? [] : ['massstab-angenommen'] }
}

/** "1,12 €" in a table "in Mio. €" is scaled like its neighbours. */
function scaled(cell: Cell, amount: Amount, unit: { scale: number } | null): CellAmount {
  const printed = cell.text.slice(amount.start, amount.end)
  const small = /^[-−–+]?\s?(?:€\s?)?\d{1,4}(?:,\d{1,3})?\s?(?:€|EUR|Euro)?$/u.test(printed)
  if (!unit || unit.scale <= 1 || !small || (/^\D*\d+,\d{2}\D*$/.test(printed) && unit.scale < 1e6))
    return { amount, doubts: [] }
  return { amount: { ...amount, cents: Math.round(amount.cents * unit.scale) }, doubts: ['massstab-angenommen'] }
}

function rowUnit(label: string): { scale: number } | undefined {
  const bracket = /[([]([^()[\]]{1,16})[)\]]\s*:?$|\sin\s+(\S{1,8}(?:\s\S{1,5})?)\s*:?$/u.exec(label)
  return bracket ? unitNamed(bracket[1] ?? bracket[2] ?? '') : undefined
}

/** "Gesamtkosten | 5 € | Folgekosten | 2 €": without heads the words directly left of an amount name it. */
function labelBeside(row: readonly Cell[], c: number): Cell | undefined {
  const beside = row[c - 1]
  const plain = beside?.text.replace(/[☐☒][^☐☒]*/gu, '').trim() ?? ''
  if (!beside || c < 2 || !/^(?:davon )?\p{Lu}\p{Ll}[\p{L} ./()-]{2,}:?$/u.test(plain)) return undefined
  return { ...beside, text: plain }
}

/** "Folgekosten jährlich: 5 €" in one cell. */
const OWN_LABEL = /^\p{Lu}[\p{L} ./()-]{3,60}:$/u

function asFound(
  sure: boolean,
  column: ColumnFact,
  facts: TableFacts,
  { amount, doubts }: CellAmount,
  label: Cell | undefined,
  cell: Cell,
  fallback: number | null,
): Found {
  const before = cell.text.slice(0, amount.start).trim()
  const named = OWN_LABEL.test(before) && readMoney(before).amounts.length === 0 ? before : undefined
  const own = named ?? (label && label.start === cell.start ? undefined : label?.text)
  const words = own ?? (label ? wordsBefore(cell.text, amount) : (namesBefore(cell.text, amount) ?? column.head)) ?? ''
  const jahr = amount.gluedYear ?? column.year ?? rowYear(own ?? '') ?? fallback
  const { label: plain, unsure } = cleanLabel(plainLabel(words) || plainLabel(column.head), 'tabelle')
  const turnus =
    amount.turnus ?? (isRate(cell.text, amount) ? null : (column.turnus ?? facts.turnus)) ?? turnusNamed(plain ?? '')
  const all: Doubt[] = [...doubts]
  if (amount.unclear) all.push('zahl-unklar')
  if (!sure) all.push('tabelle-unsicher')
  if (unsure) all.push('beschriftung-unsicher')
  const evidence: Placed['span'] = { start: cell.start + amount.start, end: cell.start + amount.end }
  return { amount, evidence, bezeichnung: plain, jahr, turnus, herkunft: 'tabelle', doubts: all }
}

/** A row of a year: its first cell, or the one under "Jahr", is nothing but a year. */
function yearCell(row: readonly Cell[], facts: TableFacts): number | null {
  const at = facts.columns.findIndex((column) => column.years === true || YEAR_HEAD.test(column.head))
  const found = YEAR_ONLY.exec(row[Math.max(0, at)]?.text.trim() ?? '')
  return found ? Number(found[1]) : null
}

/** A day on which something ends or until which it runs is not the year of its amount. */
const ENDS = /(?<!\p{L}|\d{4} )(?:bis(?: zum)?|end(?:et|ete|en)(?: zum| am)?)\s(?:\d{1,2}\.\s?){2}(?:19|20)\d\d/giu

/** The one year a row's words name. */
function rowYear(printed: string): number | null {
  const label = printed.replace(ENDS, ' ')
  const [year, ...more] = new Set(yearsIn(label).map((mention) => mention.year))
  return year === undefined || more.length ? yearNamed(label) : year
}

/** "350 €/Mg": a price per unit has no turnus of its column. */
function isRate(text: string, amount: Amount): boolean {
  return /^\s?(?:\/|je|pro)/.test(text.slice(amount.end))
}

/** The words of a cell without a label in its row, if they name something. */
function namesBefore(text: string, amount: Amount): string | undefined {
  const words = wordsBefore(text, amount)
  return words && /^(?:\d+\. )?\p{Lu}\p{L}/u.test(words) ? words : undefined
}

function wordsBefore(text: string, amount: Amount): string | undefined {
  const before = text.slice(0, amount.start).replace(/[\s:(–-]+$/u, '')
  const last = readMoney(text).amounts.findLast(({ end }) => end <= amount.start)
  const own = last ? before.slice(last.end).replace(/^[\s,;)]+(?:und |sowie )?/u, '') : before
  if (last && /^\p{Lu}\p{L}{2}[^,;]*$/u.test(own)) return own
  return /\p{L}{2}/u.test(before) ? before : undefined
}

function plainLabel(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/\sin (?:T?EUR|T?€|Euro|Tsd\. (?:€|EUR|Euro)|Mio\. (?:€|EUR|Euro))$/u, '')
    .replace(/\s(?:ca\.?|rd\.?|rund|etwa)$|^(?:T?EUR|T?€|Euro)$/u, '')
    .replace(/^(?:[a-z]\)|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s(?=\p{L})/u, '')
    .replace(/\s*(?:[([](?:in )?(?:T?EUR|T?€|Euro|Mio\. ?(?:€|EUR|Euro))[)\]]|\*+|[:¹²³])\s*$/u, '')
    .replace(/^(?:[-–•]\s|davon:?\s(?=\p{Lu}))/u, '')
    .trim()
}
