/**
 * The heads of columns whose gaps are lost: the words of one line, or lines one below the other, joined to as many heads
 * as there may be columns.
 *
 * Units: offsets into the paper's text.
 */
import type { Cell } from '../document.ts'
import { PAY_GROUP } from './pay-group.ts'

const GROUP = new RegExp(`\\s+(?:${PAY_GROUP})$`, 'u')
/** Most lines torn heads may run over. */
const MOST = 16
const TIME =
  /^(?:(?:am|zum|ab|bis|seit|vom|Stand|Plan|Ist|Soll|Ansatz) )?(?:\d{1,2}\.(?:\d{1,2}\.?)?)?(?:(?:19|20)\d\d|\d\d)?(?:\/\d\d)?$/u
/** A word that goes on with the one before it. */
const CONTINUES =
  /^(?:lt\.|laut|gemäß|nach|in|im|am|zum|ab|bis|je|pro|der|des|und|zu|\/|[\d./]+|\([^()]*\)?|\p{L}*\))$/u
/** A word that goes on with the one behind it. */
const LEADS =
  /^(?:lt\.|laut|gemäß|nach|in|im|am|zum|ab|bis|je|pro|der|des|und|zu|\/|davon|neue|besetzte|unbesetzte|freie|zusätzliche|beantragte|vorhandene|bisherige|künftige|Anzahl)$/u

/** The pay group a row's words end with, with the blank before it. */
export function endsWithGroup(words: string): string | undefined {
  return GROUP.exec(words)?.[0]
}

/** The words of one line as heads. */
export function headsOf(line: Cell): Cell[] {
  const gap = /\t| {2,}/.test(line.text) ? /[^\t ]+(?: [^\t ]+)*/gu : /\S+/gu
  const words = [...line.text.matchAll(gap)].map((match) => ({
    text: match[0],
    start: line.start + match.index,
    end: line.start + match.index + match[0].length,
  }))
  if (gap.source.startsWith('[')) return words
  const heads: Cell[] = []
  for (const word of words) {
    const before = heads.at(-1)
    const joins = before && (CONTINUES.test(word.text) || LEADS.test(before.text.split(' ').at(-1) ?? ''))
    if (joins) heads[heads.length - 1] = joined(before, word)
    else heads.push(word)
  }
  return heads
}

/** How many lines heads with tabs may take. */
const MOST_LINES = 4

/** Lines of as many cells each ("Anzahl | besetzt am", "Schulen | 01.09.2031"), the head of the labels between them. */
export function tabbedHeads(
  cells: readonly Cell[],
  at: number,
  isRow: (cell: Cell) => boolean,
): { heads: Cell[]; next: number } | undefined {
  const rowsOn = cells.slice(at + 1, at + 1 + MOST_LINES).findIndex(isRow)
  const next = at + 1 + rowsOn
  if (rowsOn < 1) return undefined
  const lines = cells.slice(at, next)
  const rows = lines.filter(({ text }) => text.includes('\t')).map((line) => headsOf(line))
  const [label, ...more] = lines.filter(({ text }) => !text.includes('\t'))
  const first = rows[0]
  if (!first || rows.length < 2 || !label || more.length || rows.some((row) => row.length !== first.length))
    return undefined
  return {
    heads: [label, ...first.map((head, c) => rows.slice(1).reduce((all, row) => joined(all, row[c] ?? all), head))],
    next,
  }
}

/** Short lines one below the other, up to the first row; undefined if they are no heads. */
export function tornHeads(
  cells: readonly Cell[],
  at: number,
  isRow: (cell: Cell) => boolean,
): { heads: Cell[]; next: number } | undefined {
  const heads: Cell[] = []
  for (let next = at; next < at + MOST; next++) {
    const cell = cells[next]
    if (!cell) return undefined
    if (isRow(cell)) return heads.length > 2 ? { heads, next } : undefined
    if (cell.text.length > 30 || /[:;!?]$/u.test(cell.text)) return undefined
    const before = heads.at(-1)
    if (
      before &&
      (/(?:[-–/]|(?<!\p{L})(?:lt|gem|ggü|zum|am|ab|bis|laut|nach|in)\.?)$/u.test(before.text) || TIME.test(cell.text))
    )
      heads[heads.length - 1] = joined(before, cell)
    else heads.push(cell)
  }
  return undefined
}

function joined(one: Cell, other: Cell): Cell {
  const hyphen = /\p{Ll}-$/u.test(one.text) && /^\p{Ll}/u.test(other.text)
  const text = hyphen
    ? one.text.slice(0, -1) + other.text
    : `${one.text}${/[-–/]$/u.test(one.text) ? '' : ' '}${other.text}`
  return { text, start: one.start, end: other.end }
}
