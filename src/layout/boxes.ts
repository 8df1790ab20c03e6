/**
 * Boxes to tick: drawn squares and letters over them become `☐` or `☒` beside their label.
 *
 * A square counts if it stands alone (the cells of a narrow grid touch each other) and holds nothing or one mark. A mark
 * is a slanting line in the drawing, or a single x, cross or tick printed into the square.
 *
 * Units: points.
 */
import type { Box } from '../document.ts'
import { EMPTY_BOX, TICKED_BOX } from './glyphs.ts'
import type { Item, PageItems, Square } from './items.ts'

const MARK = /^[xX×✓✔✗✘•●■☒]$/
const BOX = /^[☐■○]$/

/** The page's items with its squares as characters among them. */
export function withBoxes(page: PageItems): Item[] {
  const boxes = page.squares.filter(
    (square) => !page.squares.some((other) => other !== square && touch(square.box, other.box)),
  )
  const used = new Set<Item>()
  const made: Item[] = []
  for (const square of boxes) {
    const inside = page.items.filter((item) => isInside(item, square.box))
    if (inside.length > 1 || inside.some((item) => !MARK.test(item.text.trim()) && !BOX.test(item.text.trim())))
      continue
    for (const item of inside) used.add(item)
    const isMarked = square.marked || inside.some((item) => MARK.test(item.text.trim()))
    made.push(boxItem(square, isMarked, page))
  }
  return withMarks([...page.items.filter((item) => !used.has(item)), ...made])
}

function touch(a: Box, b: Box): boolean {
  return a[0] < b[2] + 1 && b[0] < a[2] + 1 && a[1] < b[3] + 1 && b[1] < a[3] + 1
}

function isInside(item: Item, box: Box): boolean {
  const [x, y] = [item.x + item.width / 2, item.y - 0.35 * item.size]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}

function boxItem(square: Square, isMarked: boolean, page: PageItems): Item {
  const [left, top, right, bottom] = square.box
  return placed({ text: isMarked ? TICKED_BOX : EMPTY_BOX, page: page.page, left, top, right, bottom }, page.items)
}

/** A mark printed over a box, and full boxes among empty ones, are ticked boxes. */
function withMarks(items: readonly Item[]): Item[] {
  const boxes = items.filter((item) => item.text.trim() === EMPTY_BOX)
  const marks = new Set<Item>()
  const ticked = new Set<Item>()
  for (const item of items) {
    if (!/^[xX×✓✔✗✘]$/.test(item.text.trim())) continue
    const under = boxes.find(
      (box) => Math.abs(middleOf(item) - middleOf(box)) < 0.5 * box.size && Math.abs(item.y - box.y) < 0.5 * box.size,
    )
    if (!under) continue
    marks.add(item)
    ticked.add(under)
  }
  const kept = items.filter((item) => !marks.has(item))
  return kept.map((item) => {
    const full = /^[■✓✔✗✘]$/.test(item.text.trim()) && boxes.some((box) => isPeer(item, box))
    return ticked.has(item) || full ? { ...item, text: TICKED_BOX } : item
  })
}

/** In one line with an empty box, or under one. */
function isPeer(item: Item, box: Item): boolean {
  if (Math.abs(box.size - item.size) > 2) return false
  return Math.abs(box.y - item.y) < 2 || (Math.abs(box.x - item.x) < 3 && Math.abs(box.y - item.y) < 40)
}

function middleOf(item: Item): number {
  return item.x + item.width / 2
}

export interface Place {
  readonly text: string
  readonly page: number
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Something drawn as an item: on the baseline of the words beside it, if there are some. */
export function placed(place: Place, items: readonly Item[]): Item {
  const { text, page, left, top, right, bottom } = place
  const middle = (top + bottom) / 2
  const beside = items.filter(
    (item) => Math.abs(item.y - 0.35 * item.size - middle) < 0.6 * Math.max(item.size, bottom - top),
  )
  const distance = (item: Item) => Math.min(Math.abs(item.x - right), Math.abs(left - item.x - item.width))
  const nearest = beside.reduce<Item | undefined>(
    (best, item) => (best && distance(best) <= distance(item) ? best : item),
    undefined,
  )
  const size = nearest?.size ?? Math.min(11, bottom - top)
  const y = nearest?.y ?? bottom - 0.2 * (bottom - top)
  return {
    text,
    page,
    x: left,
    y,
    width: right - left,
    size,
    bold: false,
    italic: false,
    angle: 0,
    box: [left, top, right, bottom],
    artifact: false,
  }
}
