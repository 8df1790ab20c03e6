/**
 * Column heads set upright to save room: words that run up or down within a cell of a ruled table belong to that cell.
 *
 * Units: points; degrees, counter-clockwise.
 */
import type { Box } from '../document.ts'
import { type Grid, slotOf } from './grid.ts'
import type { Item } from './items.ts'

export interface Standing {
  /** The words of cells, as if they lay in them line by line. */
  readonly items: readonly Item[]
  /** What stands in no cell. */
  readonly others: readonly Item[]
}

const LEAN = 4
const STEP = 1.15

interface Place {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Put what stands in the grids' cells upright; `aside`: items that do not run the page's way. */
export function standingIn(grids: readonly Grid[], aside: readonly Item[]): Standing {
  const cells = new Map<string, { place: Place; items: Item[] }>()
  const others: Item[] = []
  for (const item of aside) {
    const found = cellOf(item, grids)
    if (!found) others.push(item)
    else cells.set(found.key, { place: found.place, items: [...(cells.get(found.key)?.items ?? []), item] })
  }
  return { items: [...cells.values()].flatMap(({ place, items }) => laidIn(place, items)), others }
}

function isUp(item: Item): boolean {
  return Math.abs(turnOf(item) - 90) <= LEAN
}

function turnOf(item: Item): number {
  return ((item.angle % 360) + 360) % 360
}

function cellOf(item: Item, grids: readonly Grid[]): { key: string; place: Place } | undefined {
  if (!isUp(item) && Math.abs(turnOf(item) - 270) > LEAN) return undefined
  const x = item.x + (isUp(item) ? -0.35 : 0.35) * item.size
  const y = item.y + (isUp(item) ? -0.5 : 0.5) * item.width
  for (const [index, { xs, ys, cells }] of grids.entries()) {
    const isInside = x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0)
    if (!isInside) continue
    const [column, row] = [slotOf(xs, x), slotOf(ys, y)]
    const columns = xs.length - 1
    const root = cells[row * columns + column] ?? 0
    const [left, top] = [xs[root % columns] ?? 0, ys[Math.floor(root / columns)] ?? 0]
    const [right, bottom] = [xs[column + 1] ?? 0, ys[row + 1] ?? 0]
    return { key: `${index}:${root}`, place: { left, right, top, bottom } }
  }
  return undefined
}

/** Words that run up are read from left to right line by line, words that run down from right to left. */
function laidIn({ left, right, top, bottom }: Place, items: readonly Item[]): Item[] {
  const way = items.every(isUp) ? 1 : -1
  const sorted = [...items].sort((a, b) => way * (a.x - b.x) || way * (b.y - a.y))
  const lines: Item[][] = []
  for (const item of sorted) {
    const last = lines.at(-1)
    if (last && Math.abs((last[0]?.x ?? 0) - item.x) < 0.4 * item.size) last.push(item)
    else lines.push([item])
  }
  const [first] = sorted
  if (!first) return []
  const step = Math.min(STEP * first.size, (bottom - top - 2) / lines.length)
  return lines.map((line, index): Item => {
    const words = [...line].sort((a, b) => way * (b.y - a.y))
    const text = words.map((word) => word.text.trim()).join(' ')
    const width = Math.min(right - left - 2, 0.5 * first.size * text.length)
    return { ...first, text, x: left + 1, y: top + 1 + (index + 0.8) * step, width, angle: 0, box: boxOf(words) }
  })
}

function boxOf(items: readonly Item[]): Box {
  const boxes = items.map(({ box }) => box)
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ]
}
