/**
 * Bullets drawn as shapes (browsers do) become characters: a dot alone before the first words of a line.
 *
 * Units: points; distances in em.
 */
import { placed } from './boxes.ts'
import type { Item, PageItems } from './items.ts'

const BEHIND = { least: 0.15, most: 2.5 }
const BEFORE = 3
const MIDDLE = 0.3

/** The page's items with its bullets among them. */
export function withBullets(page: PageItems): readonly Item[] {
  const made = (page.dots ?? []).flatMap(([left, top, right, bottom]) => {
    const middle = (top + bottom) / 2
    const line = page.items.filter((item) => Math.abs(item.y - 0.32 * item.size - middle) < MIDDLE * item.size)
    const isLabel = ({ x, size }: Item) => x - right > BEHIND.least * size && x - right < BEHIND.most * size
    const isClose = ({ x, width, size }: Item) => x < right && x + width > left - BEFORE * size
    if (!line.some(isLabel) || line.some(isClose)) return []
    return [placed({ text: '•', page: page.page, left, top, right, bottom }, line)]
  })
  return made.length ? [...page.items, ...made] : page.items
}
