/**
 * Heads that one blank parts only, parted over their columns: of all ways to part them the one whose parts begin or end
 * nearest to where the cells of their columns do.
 *
 * Never guesses: no other way comes near to the best. Pure; knows no words.
 * Source: `pdftotext -layout` of narrow columns.
 */
import { type Piece, pieceAt } from './pieces.ts'

/** Where the cells of a column begin and end, in characters. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** More words have too many ways to be parted. */
const WORDS = 14
/** How far a head may stand from the cells of its column, and by how much the best way is better, in characters. */
const FAR = 6
const BETTER = 2

interface Way {
  readonly heads: readonly Piece[]
  readonly cost: number
}

/** The heads of a line, one for each column; `undefined` where nothing tells how to part them. */
export function headsNear(head: readonly Piece[], columns: readonly Range[]): readonly Piece[] | undefined {
  const words = head.flatMap((piece, n) =>
    [...piece.text.matchAll(/\S+/gu)].map((word, at) => ({
      word: pieceAt(word[0], piece.from + word.index),
      opens: at === 0 && n > 0,
    })),
  )
  if (words.length < columns.length || words.length > WORDS || head.length > columns.length) return undefined
  const ways = (at: number, c: number): Way[] => {
    const column = columns[c]
    if (!column) return at === words.length ? [{ heads: [], cost: 0 }] : []
    const found: Way[] = []
    for (let to = at + 1; to <= words.length && (to === at + 1 || !words[to - 1]?.opens); to++) {
      const own = words.slice(at, to).map(({ word }) => word)
      const [first, last] = [own[0], own.at(-1)]
      if (!first || !last) break
      const cost = distance({ from: first.from, to: last.to }, column)
      if (cost > FAR || !isHead(own)) continue
      const text = own.map((word) => word.text).join(' ')
      for (const rest of ways(to, c + 1))
        found.push({ heads: [pieceAt(text, first.from), ...rest.heads], cost: cost + rest.cost })
    }
    return found
  }
  const [best, other] = ways(0, 0).sort((a, b) => a.cost - b.cost)
  return best && (!other || other.cost >= best.cost + BETTER) ? best.heads : undefined
}

/** A head begins with a capital or is a year, and does not end with a small word (`Mehrbedarf in`). */
function isHead(words: readonly Piece[]): boolean {
  const [first, last] = [words[0]?.text ?? '', words.at(-1)?.text ?? '']
  return (
    (/^\p{Lu}/u.test(first) || (last === first && /^\d{4}$/.test(first))) &&
    !/^\p{Ll}{1,4}$/u.test(last === first ? '' : last)
  )
}

function distance(head: Range, column: Range): number {
  const middle = Math.abs(head.from + head.to - column.from - column.to) / 2
  return Math.min(Math.abs(head.from - column.from), Math.abs(head.to - column.to), middle)
}
