/**
 * Which cells one below the other are a row like the first: cells of its kinds, with a word for a number, or a sum with
 * nothing but label and numbers. Pure; knows no words.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import type { Cell, Kind } from './stacked-cells.ts'

/** What each cell holds. */
export function kindsOf(cells: readonly Cell[]): Kind[] {
  return cells.map(({ kind }) => kind)
}

/** Are these the cells of a row: a label, and the kinds of the first row? A dash may stand for anything. */
export function fits(cells: readonly Cell[], kinds: readonly Kind[]): boolean {
  return (
    cells.length === kinds.length &&
    (cells[0]?.kind === kinds[0] || (cells[0]?.kind === 'wort' && kinds[0] !== 'zahl')) &&
    cells.every(
      ({ kind }, c) =>
        c === 0 ||
        kind === kinds[c] ||
        (isWord(kind) && isWord(kinds[c])) ||
        kind === 'leer' ||
        kinds[c] === 'leer' ||
        (kind === 'jahr' && kinds[c] === 'zahl'),
    )
  )
}

/** Are these the cells of a row where a word stands for one of the numbers (`ausgeschlossen`)? */
export function fitsWithWords(cells: readonly Cell[], kinds: readonly Kind[]): boolean {
  const other = cells.filter((cell, c) => cell.kind !== kinds[c] && cell.kind !== 'leer')
  const word = other.every(({ kind, text }, n) => kind === 'wort' && n === 0 && /^\p{Ll}/u.test(text))
  return (
    cells[0]?.kind === kinds[0] &&
    word &&
    fits(
      cells.map((cell, c) => (other.includes(cell) ? { ...cell, kind: kinds[c] ?? 'wort' } : cell)),
      kinds,
    )
  )
}

/** A sum with nothing but its label, which may stand last, and a value for each column of numbers. */
export function shortRow(cells: readonly Cell[], numbers: readonly number[], width: number): string[] | undefined {
  const last = cells[0]?.kind === 'zahl' && cells.length > numbers.length ? cells[numbers.length] : undefined
  const [label, ...rest] = last ? [last, ...cells.slice(0, numbers.length), ...cells.slice(numbers.length + 1)] : cells
  const values = rest.slice(0, numbers.length)
  const next = rest[numbers.length]
  if (label?.kind !== 'wort' || values.length < numbers.length || values.some(({ kind }) => kind !== 'zahl'))
    return undefined
  if (next?.kind === 'zahl') return undefined
  const row = Array<string>(width).fill('')
  row[0] = label.text
  for (const [n, column] of numbers.entries()) row[column] = values[n]?.text ?? ''
  return row
}

function isWord(kind: Kind | undefined): boolean {
  return kind === 'wort' || kind === 'code'
}
