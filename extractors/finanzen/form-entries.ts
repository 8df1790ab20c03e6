/**
 * Amounts of a finance form whose unit stands in the head of their column: "Höhe (Euro)" above "Auszahlungen 2031
 * 40.000,00 1.23.4", with the label once and a year to each line, and the same where extraction set every cell on a line
 * of its own.
 *
 * Only below such a head, and only numbers that belong to a year or to a label that names money; what stands behind the
 * amount on its line is an account. Rows of more than one amount, and cells on lines of their own, are doubted.
 * Units: that of the head. Doubts: `tabelle-unsicher`, `beschriftung-unsicher`.
 * Source: forms of Saxony, Saxony-Anhalt and North Rhine-Westphalia as text from PDF, with and without columns.
 */

import type { Doubt } from '../../src/doubts.ts'
import { oneLine } from '../../src/one-line.ts'
import { bareAmount } from '../../src/parse/bare-amount.ts'
import { latin } from '../../src/parse/latin.ts'
import { readMoney } from '../../src/parse/money.ts'
import { linesOf, type Placed, within } from './blocks.ts'
import { isHeads, moneyHeads, type Piece, piecesOf, type UnitHead, unitHead } from './form-words.ts'
import { isProse } from './line-label.ts'
import type { Found } from './text-amounts.ts'

/** Lines below a head in which its unit holds. */
const MOST_LINES = 60
const LONGEST = 160
const MONEY = latin(
  oneLine`
    kosten(?!stelle|art)|aufw[aä]nd|aufwendung|ertr[aä]g|erlös|ausgabe|einnahme|auszahlung|einzahlung|
    zusch[uü]ss|zuweisung|zuwendung|förder|saldo|belastung|bedarf|eigen(?:anteil|mittel)|abschreibung|
    ansatz|investition|summe|gesamt|HH (?:Ertr|Aufw)
  `,
  'iu',
)
/** Words at a year ("ab 2031", "2031 ff.", "bis 2031") and in place of an end. */
const AT_YEAR = /^(?:(?:ab|von|seit|bis|in|für|ff\.?|unbefristet|dauerhaft|laufend|jährlich|einmalig|[–-])\s*)+$/iu
const SUM = /^(?:Summe|Gesamt|Insgesamt)(?!\p{L})/iu
const NUMBERED = /^(?:[IVX]{1,4}\.|[A-Z]\.?|\d{1,2}[.)])\s+/u
const UNFINISHED = /(?:[-/,(]|\s(?:der|des|die|und|oder|von|für|aus|nach|zu|zur|zum))$/u

/** What stands above the heads; `sure` where it is numbered as a heading. */
interface Title {
  readonly text: string
  readonly sure: boolean
}

interface Open extends UnitHead {
  readonly title: Title | undefined
  columns: number
  lines: number
  started: boolean
  /** Its line. */
  readonly head: string
}

interface Row {
  label: string | undefined
  labelLine: number
  years: (number | null)[]
  yearLine: number
  values: number
  /** More amounts came than the row has columns: what they are is lost. */
  lost: boolean
}

const EMPTY: Row = { label: undefined, labelLine: -1, years: [], yearLine: -1, values: 0, lost: false }

/** The amounts of all such forms, by the block they stand in. */
export function formEntries(placed: readonly Placed[]): Map<Placed, Found[]> {
  const found = new Map<Placed, Found[]>()
  let open: Open | undefined
  let row: Row = { ...EMPTY }
  let before: string[] = []
  let number = 0
  for (const block of placed) {
    if (block.block.type === 'table') open = undefined
    if (block.block.type === 'table') continue
    for (const line of linesOf(block.text)) {
      const text = block.text.slice(line.start, line.end).trimEnd()
      number++
      const head = unitHead(text.trim(), before)
      const continues = open !== undefined && !open.started
      // Several columns with a unit each are a table.
      if (head && continues && open?.turnus === head.turnus && before.at(-1) !== open?.head) open = undefined
      else if (head) {
        open = {
          ...head,
          title: continues ? open?.title : titleOf(text, before),
          columns: (continues ? (open?.columns ?? 1) : 1) + moneyHeads(text),
          lines: 0,
          started: false,
          head: text.trim(),
        }
        row = { ...EMPTY }
      } else if (open && (++open.lines > MOST_LINES || isRunning(text))) open = undefined
      else if (open && isHeads(text)) open.columns += moneyHeads(text)
      else if (open) {
        const pieces = piecesOf(block.text, line)
        // A line of years heads the columns of a table.
        if (pieces.filter(({ kind }) => kind === 'year').length > 2) open = undefined
        for (const piece of open ? pieces : []) {
          if (!open) break
          const entry = step(open, row, piece, number, block)
          if (entry) found.set(block, [...(found.get(block) ?? []), entry])
        }
      }
      if (text.trim()) before = [...before.slice(-3), text.trim()]
    }
  }
  return found
}

function isRunning(line: string): boolean {
  return line.length > LONGEST || (line.length > 60 && /\p{L}{3}/u.test(line) && isProse(line))
}

/** The words that stand above the heads, or before them on their line, where they name money. */
function titleOf(head: string, before: readonly string[]): Title | undefined {
  const own = head.split('\t')[0] ?? ''
  const lines = [...before.filter((line) => !isHeads(line)).slice(-1), own]
  const line = lines.findLast(
    (words) => words.length <= 80 && MONEY.test(words) && !/[.;!?]$/.test(words) && !unitHead(words, []),
  )
  const text = line?.replace(NUMBERED, '').trim()
  return line && text ? { text, sure: NUMBERED.test(line) } : undefined
}

/** One piece of a form's row; what it completes. */
function step(open: Open, row: Row, piece: Piece, line: number, block: Placed): Found | undefined {
  if (piece.kind === 'words') takeWords(row, piece, line)
  else if (piece.kind === 'year') takeYear(row, piece, line)
  else return takeAmount(open, row, piece, line, block)
  return undefined
}

function takeWords(row: Row, { text }: Piece, line: number): void {
  if (AT_YEAR.test(text)) {
    if (/^bis\b/iu.test(text)) {
      row.years = row.values ? [null] : [...row.years, null]
      if (row.values) row.values = 0
    }
    return
  }
  if (!/\p{L}{2}/u.test(text) || (row.values && row.yearLine === line) || isHeads(text)) return
  const wraps = row.label !== undefined && !row.values && !row.years.length && row.labelLine === line - 1
  const label = wraps && (/^[\p{Ll}(]/u.test(text) || UNFINISHED.test(row.label ?? '')) ? `${row.label} ${text}` : text
  Object.assign(row, {
    ...EMPTY,
    label: label.replace(/(?:\s(?:von|in Höhe von|um))?\s*:?$|^\p{L}+haushalt\s+(?=\p{Lu})/gu, ''),
    labelLine: line,
  })
}

function takeYear(row: Row, { text }: Piece, line: number): void {
  const year = Number(text.slice(-4))
  if (row.values) Object.assign(row, { years: [], values: 0, lost: false })
  if (row.years.at(-1) === null && row.years.length) row.years = [null]
  else row.years = [...row.years, year]
  row.yearLine = line
}

function takeAmount(open: Open, row: Row, piece: Piece, line: number, block: Placed): Found | undefined {
  const small = piece.kind === 'number' && piece.alone && /^\d{1,6}$/.test(piece.text)
  if (piece.kind === 'number' && !(small && row.years.length && !row.values && open.columns === 1)) return undefined
  if (readMoney(block.text.slice(piece.start, piece.end + 12)).amounts.some(({ start }) => start === 0))
    return undefined
  if (row.values >= open.columns) {
    if (open.columns === 1) return undefined
    Object.assign(row, { years: [], values: 0, lost: true, label: row.lost ? undefined : row.label })
  }
  const sum = row.label !== undefined && SUM.test(row.label)
  const label = row.label ?? open.title?.text ?? (open.started ? undefined : open.name)
  if (!row.years.length && !row.lost && !(label !== undefined && MONEY.test(label))) return undefined
  const amount = bareAmount(block.text, { start: piece.start, end: piece.end }, open.scale)
  if (!amount) return undefined
  open.started = true
  row.values++
  const torn = row.yearLine !== line && (row.label === undefined || row.labelLine !== line)
  const unsure =
    label === undefined || !MONEY.test(label) || row.lost || (row.label === undefined && open.title?.sure === false)
  const doubts: Doubt[] = [
    ...(torn || open.columns > 1 ? (['tabelle-unsicher'] as const) : []),
    ...(unsure ? (['beschriftung-unsicher'] as const) : []),
    ...(amount.unclear ? (['zahl-unklar'] as const) : []),
  ]
  return {
    amount: { ...amount, assumed: false },
    evidence: within(block, piece),
    bezeichnung: label ?? null,
    jahr: sum ? null : yearOf(row.years),
    turnus: open.turnus,
    herkunft: 'formular',
    doubts,
  }
}

/** Two years are the ends of a span. */
function yearOf(years: readonly (number | null)[]): number | null {
  const set = new Set(years)
  return set.size === 1 ? ([...set][0] ?? null) : null
}
