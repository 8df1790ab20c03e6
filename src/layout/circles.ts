/**
 * Circles to choose by, printed as characters: hollow and full ones beside each other, or in one column, are boxes to
 * tick. Circles of one kind are bullets.
 *
 * Units: points.
 */
import { EMPTY_BOX, TICKED_BOX } from './glyphs.ts'
import type { Item } from './items.ts'

interface Circle {
  readonly item: Item
  /** Offset in the item's text. */
  readonly at: number
  readonly x: number
  readonly isFull: boolean
}

/** How far apart options are: in one row, and in one column. */
const ROW = { across: 150, down: 2 }
const COLUMN = { across: 3, down: 40 }
/** With more of them it is a chart or a pattern. */
const MOST = 300

/** The items with the circles of choices as boxes. */
export function withCircles(items: readonly Item[]): readonly Item[] {
  if (!items.some(({ text }) => text.includes('○'))) return items
  const circles = items.flatMap(circlesIn)
  if (circles.length > MOST) return items
  const chosen = new Set(
    circles.filter((one) => circles.some((other) => other.isFull !== one.isFull && isNear(one, other))),
  )
  for (const known of chosen) {
    for (const other of circles) if (isNear(known, other)) chosen.add(other)
  }
  return items.map((item) => {
    const own = [...chosen].filter((circle) => circle.item === item)
    return own.length ? { ...item, text: own.reduce(withBox, item.text) } : item
  })
}

function circlesIn(item: Item): Circle[] {
  return [...item.text.matchAll(/[○●☒]/g)].map(({ index, 0: sign }) => {
    const x = item.x + (item.width * index) / item.text.length
    return { item, at: index, x, isFull: sign !== '○' }
  })
}

function isNear(one: Circle, other: Circle): boolean {
  const [across, down] = [Math.abs(one.x - other.x), Math.abs(one.item.y - other.item.y)]
  return (across <= ROW.across && down <= ROW.down) || (across <= COLUMN.across && down <= COLUMN.down)
}

function withBox(text: string, { at, isFull }: Circle): string {
  return text.slice(0, at) + (isFull ? TICKED_BOX : EMPTY_BOX) + text.slice(at + 1)
}
