/**
 * What names the amounts of a table's row: its own words, those of a cell over several rows, the title of a table whose
 * rows only name years.
 *
 * Source: forms of budgets: "Zeile 15 | Transferaufwendungen | 2031", below it only "ab 2032"; "II. Erträge" above rows of
 * years.
 */
import type { Cell } from '../../src/document.ts'
import { readMoney } from '../../src/parse/money.ts'
import { type ColumnFact, isBareNumber, type TableFacts } from '../../src/parse/table-facts.ts'
import { withoutAmounts } from '../../src/parse/without-amounts.ts'
import { isYearOrTwo } from '../../src/years.ts'

const LABEL_HEAD =
  /^(?:bezeichnung|beschreibung|maßnahmen?|gegenstand|verwendungszweck|zweck|projekt|text|erläuterung|position|leistung|ausschreibungstext|titel|vorhaben)/iu
export const YEAR_ONLY = /^(?:ab )?(?:(?:Haushaltsj|J)ahr )?((?:19|20)\d\d)\*{0,3}(?:\s?ff\.?)?:?$/
/** A line of a budget or a count: named by the words beside it. */
const CODE =
  /^(?:(?:Teilplanz|Z)eile|(?:lfd\. ?)?Nr\.?|Pos\.?|Position|Ziffer|Konto|Sachkonto|Kostenart|Kostenstelle|Titel)\.? ?\d[\d./-]{0,20}[a-z]?$/iu
/** Heads that say how or how much, not what. */
const PLAIN_HEAD =
  /^(?:(?:davon )?(?:in )?(?:T?EUR|T?€|Euro|Betrag|Beträge|Summe|Höhe|veranschlagt|Bedarf|Ansatz|Plan|gesamt)(?: \(?(?:in )?(?:T?EUR|T?€|Euro)\)?)?)$/iu
const MONEY_TITLE =
  /(?:aufw[aä]nd|aufwendung|ertr[aä]g|kosten|auszahlung|einzahlung|ausgabe|einnahme|zuwendung|zusch[uü]ss|investition|mittel(?:bedarf)?|bedarf|zugänge|deckung)/iu
const LONGEST_TITLE = 80

/** The words a row is named by: a column headed "Bezeichnung", else its first words. */
export function labelOf(row: readonly Cell[], facts: TableFacts, headed: boolean): Cell | undefined {
  const named = headed ? facts.columns.findIndex((column) => LABEL_HEAD.test(column.head)) : -1
  const cell = row[named]
  if (cell && /\p{L}{2}/u.test(cell.text)) return cell
  const isLabel = (other: Cell, c: number) =>
    /\p{L}{2}/u.test(other.text) &&
    (c === 0 || row.length < 3 || !readMoney(other.text).amounts.length) &&
    !YEAR_ONLY.test(other.text.trim()) &&
    !isBareNumber(other.text) &&
    !isAmountOnly(other.text)
  const at = row.findIndex(isLabel)
  const beside = row[at + 1]
  const words = beside && CODE.test(row[at]?.text.trim() ?? '') && isLabel(beside, at + 1) ? beside : row[at]
  const first = row[0]
  return words ?? (first && facts.columns[0]?.kind === 'text' && isAccount(first.text) ? first : undefined)
}

/** "3.1.5.02 / 5012000": a row may be named by its account alone. */
function isAccount(text: string): boolean {
  if (isYearOrTwo(text.trim())) return false
  return /^\d[\d./ -]*$/.test(text.trim()) && (text.match(/\d/g) ?? []).length >= 6 && !isBareNumber(text)
}

/** Nothing but an amount and at most how it is meant. */
export function isAmountOnly(text: string): boolean {
  const { amounts } = readMoney(text)
  return amounts.length > 0 && !/\p{L}{3}/u.test(withoutAmounts(text, amounts))
}

/** The label of a cell over several rows, of which this one only names another year. */
export function carriedLabel(rows: readonly (readonly Cell[])[], r: number, facts: TableFacts): Cell | undefined {
  const row = rows[r] ?? []
  if (row[0]?.text.trim() !== '' || !row.some(({ text }) => YEAR_ONLY.test(text.trim()))) return undefined
  for (let at = r - 1; at >= 0; at--) {
    const above = rows[at] ?? []
    if (above[0]?.text.trim()) return labelOf(above, facts, true)
  }
  return undefined
}

/** "II. Erträge (gesamt):" above rows of years, without its number. */
export function titleOf(caption: string | undefined): string | undefined {
  const title = (caption ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[IVX]{1,5}\.|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[A-Za-z][.)])\s/u, '')
    .replace(/\s*:$/, '')
  return title.length <= LONGEST_TITLE && MONEY_TITLE.test(title) && !/\d/.test(title) ? title : undefined
}

/** The column as it is named where its row has no words: by the table's title if its head only says how much. */
export function titled(column: ColumnFact, title: string | undefined): ColumnFact {
  return title && PLAIN_HEAD.test(column.head.trim()) ? { ...column, head: title } : column
}
