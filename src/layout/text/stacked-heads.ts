/**
 * Heads above cells one below the other of which two stand on one line (`Ansatz Zuschuss`): parted into as many as the first
 * row has cells. Pure; knows no words.
 *
 * Never guesses: only one of the heads parts into as many as are missing, and the table is never certain.
 * Source: papers saved as text from PDF without their layout (`pdftotext`).
 */
import type { FoundTable } from './apart.ts'
import { type Cell, isValue, kindOf } from './stacked-cells.ts'
import { cellsByAgain, cellsByWord } from './torn-heads.ts'

type Stacked = FoundTable & { readonly used: number }

const HEADS = 8

/** The table that begins with these cells, read with one of its heads parted. */
export function withHeadParted(
  cells: readonly Cell[],
  read: (cells: readonly Cell[]) => Stacked | undefined,
): Stacked | undefined {
  const first = cells.slice(0, HEADS + 2).findIndex(({ kind }) => isValue(kind) && kind !== 'jahr')
  const heads = first - 1
  if (heads < 1 || cells.slice(0, heads).some(({ kind, text }) => kind !== 'wort' || /[.:;!?]$/.test(text)))
    return undefined
  const values = cells.slice(first).findIndex(({ kind }) => !isValue(kind))
  const missing = (values < 0 ? cells.length - first : values) + 1 - heads
  if (missing < 1 || missing > HEADS) return undefined
  const ways = cells.slice(0, heads).flatMap((head, at) => {
    const own = [cellsByAgain, cellsByWord]
      .map((parted) => parted([head.text]))
      .find(({ length }) => length === missing + 1)
    return own ? [{ at, own }] : []
  })
  const [way, ...more] = ways
  const head = cells[way?.at ?? 0]
  if (!way || more.length || !head) return undefined
  const parts = way.own.map((text): Cell => ({ text, kind: kindOf(text), from: head.from, to: head.to }))
  const table = read([...cells.slice(0, way.at), ...parts, ...cells.slice(way.at + 1)])
  return table && { ...table, certain: false, used: table.used - missing }
}
