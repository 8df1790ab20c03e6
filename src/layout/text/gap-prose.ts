/**
 * Lines with gaps that are no table: justified paragraphs, numbered sentences.
 */
import { isBullet } from '../../bullets.ts'
import type { Piece } from './pieces.ts'

/** A line of running text, in characters. */
const FULL_LINE = 60

/** Long cells on most lines that begin anywhere: words of a justified paragraph. */
export function looksLikeProse(rows: readonly (readonly Piece[])[]): boolean {
  const starts = new Set(rows.flatMap((row) => row.slice(1).map(({ from }) => from)))
  const cells = rows.reduce((sum, row) => sum + row.length - 1, 0)
  if (rows.some(isJustified) || gapsAnywhere(rows) || daysAnywhere(rows)) return true
  const sentences = rows.filter(
    (row) => row.length > 1 && /\p{Ll}$/u.test(row[0]?.text ?? '') && /^\p{Ll}/u.test(row[1]?.text ?? ''),
  )
  return sentences.length > rows.length / 2 && starts.size > cells / 2
}

/** Long lines with one gap each, never at the same place: blanks in running text. */
function gapsAnywhere(rows: readonly (readonly Piece[])[]): boolean {
  const two = rows.filter((row) => row.length > 1)
  const narrow = two.every((row) => row.length === 2 && (row[1]?.from ?? 0) - (row[0]?.to ?? 0) === 2)
  return (
    narrow &&
    two.length > 1 &&
    new Set(two.map((row) => row[1]?.from)).size === two.length &&
    two.every((row) => (row.at(-1)?.to ?? 0) >= FULL_LINE)
  )
}

/** A day ends the first piece of one line and begins the second of another: the gaps part no columns. */
function daysAnywhere(rows: readonly (readonly Piece[])[]): boolean {
  const two = rows.filter((row) => row.length === 2)
  return (
    two.length > 1 &&
    rows.every((row) => row.length <= 2) &&
    two.some(([first]) => /\p{L}.* \d{1,2}\.\d{1,2}\.\d{4}(?: \d{1,3})?$/u.test(first?.text ?? '')) &&
    two.some(([, second]) => /^\d{1,2}\.\d{1,2}\.\d{4} /.test(second?.text ?? ''))
  )
}

/** Many words of a sentence, each by itself: a line set to the width of its column. */
function isJustified(row: readonly Piece[]): boolean {
  const small = row.filter(({ text }) => /^\p{Ll}+[.,]?$/u.test(text)).length
  return (row.length >= 7 && small >= row.length * 0.4) || (row.length >= 5 && small >= row.length * 0.6)
}

/** The number an item of a list begins with. */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[a-z][.)]|[IVX]{1,4}\.?)$/u
/** The words of an item on one line; shorter ones may be names in a table. */
const ITEM = 36

/** "1.   Der Rat stimmt … zu" / "     und beauftragt …": numbered sentences with their wrapped lines. */
export function areItems(rows: readonly (readonly Piece[])[]): boolean {
  const items = rows.filter((row) => row.length === 2)
  const words = items.map((row) => row[1]?.text ?? '')
  if (
    items.length > 1 &&
    items.every((row) => isBullet(row[0]?.text ?? '')) &&
    words.every((text) => /^[^\d]*\p{L}{3}/u.test(text))
  )
    return rows.every((row) => row.length <= 2)
  return (
    rows.every((row) => row.length <= 2) &&
    items.every(([first]) => NUMBER.test(first?.text ?? '') || isBullet(first?.text ?? '')) &&
    words.reduce((sum, text) => sum + text.length, 0) >= ITEM * words.length &&
    words.every((text) => /\p{Ll} \p{L}/u.test(text))
  )
}
