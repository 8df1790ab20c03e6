/**
 * Items for layout tests: words put at places, as an engine would hand them over.
 *
 * Units: points; a letter is half as wide as the type is high.
 */
import type { Item, PageItems, Rule } from '../src/layout/items.ts'
import { layOut } from '../src/layout/layout.ts'
import type { RawBlock } from '../src/readers/compose.ts'

export function item(x: number, y: number, text: string, more: Partial<Item> = {}): Item {
  const size = more.size ?? 10
  const width = more.width ?? text.length * size * 0.5
  const box = [x, y - 0.8 * size, x + width, y + 0.2 * size] as const
  return { text, page: 1, x, y, width, size, bold: false, italic: false, angle: 0, box, artifact: false, ...more }
}

/** An A4 page. */
export function page(items: readonly Item[], more: Partial<PageItems> = {}): PageItems {
  const number = more.page ?? 1
  const own = items.map((each) => ({ ...each, page: number }))
  return { page: number, width: 595, height: 842, rules: [], squares: [], ...more, items: own }
}

/** The rules of a grid. */
export function gridRules(xs: readonly number[], ys: readonly number[]): Rule[] {
  const [left = 0, right = 0, top = 0, bottom = 0] = [xs[0], xs.at(-1), ys[0], ys.at(-1)]
  return [
    ...xs.map((x) => ({ x1: x, x2: x, y1: top, y2: bottom })),
    ...ys.map((y) => ({ x1: left, x2: right, y1: y, y2: y })),
  ]
}

/** A paragraph of full lines from x to about x + 400. */
export function prose(
  x: number,
  y: number,
  lines: number,
  from = 'Die Verwaltung legt den Bericht über die Lage der Bäder und Hallen im Ort vor,',
): Item[] {
  return Array.from({ length: lines }, (_, index) => item(x, y + index * 12, from, { width: 400 }))
}

/** What each block says, its lines parted by a slash. */
export function wordsOf(pages: readonly PageItems[]): string[] {
  return layOut(pages).blocks.map((block) =>
    (block.type === 'table' ? rowsOf(block).flat() : block.lines.map((line) => line.text)).join(' / '),
  )
}

/** The words of a table's cells. */
export function rowsOf(block: Extract<RawBlock, { type: 'table' }>): string[][] {
  return block.rows.map((row) => row.map((cell) => cell.lines.map((line) => line.text).join(' / ')))
}

/** The tables of a laid-out paper. */
export function tablesOf(pages: readonly PageItems[]): { headRows: number; rows: string[][] }[] {
  return layOut(pages).blocks.flatMap((block) =>
    block.type === 'table' ? [{ headRows: block.headRows, rows: rowsOf(block) }] : [],
  )
}
