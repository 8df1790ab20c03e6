/**
 * Boxes to tick: drawn squares and letters over them become `☐` or `☒` beside their label.
 *
 * A circle counts if there is another one to choose and a label beside it, as high as its words: smaller ones are
 * bullets. A square counts if it stands alone (the cells of a narrow grid touch each other) and holds nothing or one
 * mark. A mark is a slanting line in the drawing, or a single x, cross or tick printed into the square.
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
  const alone = page.squares.filter(
    (square) => !page.squares.some((other) => other !== square && touch(square.box, other.box)),
  )
  const boxes = alone.filter((square) => !square.round || isChoice(square, alone, page.items))
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
  return atFirstLines(withMarks([...page.items.filter((item) => !used.has(item)), ...made]))
}

/** How far to the right a box's label begins at most, and how far its lines lie apart, in em. */
const LABEL = { reach: 4, step: 1.7, start: 2, middle: 0.4 }

/** A box set half way down beside a label of several lines belongs to its first one. */
function atFirstLines(items: readonly Item[]): Item[] {
  const boxes = items.filter(isBox)
  return items.map((item) => {
    if (!boxes.includes(item)) return item
    const middle = (item.box[1] + item.box[3]) / 2
    const label = labelOf(item, middle, items)
    const [first, last] = [label[0], label.at(-1)]
    if (!first || !last || label.length < 2) return item
    const [top, bottom] = [first.y - 0.7 * first.size, last.y]
    const isAlone = boxes.every(
      (other) => other === item || Math.abs(other.x - item.x) > item.size || other.y < top || other.y > bottom + 2,
    )
    const isMiddle = Math.abs((top + bottom) / 2 - middle) < LABEL.middle * first.size
    return isAlone && isMiddle ? { ...item, y: first.y, size: first.size } : item
  })
}

/** The first words of each line of the label at the right, from top to bottom. */
function labelOf(box: Item, middle: number, items: readonly Item[]): Item[] {
  const right = box.x + box.width
  const beside = items.filter((item) => !isBox(item) && item.x > right - 1 && item.x < right + LABEL.reach * item.size)
  const left = Math.min(
    ...beside.filter((item) => Math.abs(item.y - middle) < LABEL.step * item.size).map(({ x }) => x),
  )
  const lines = beside.filter(({ x }) => Math.abs(x - left) < LABEL.start).sort((a, b) => a.y - b.y)
  let from = lines.findLastIndex((line) => line.y - 0.35 * line.size <= middle + 1)
  if (from < 0) return []
  let to = from + 1
  const isClose = (a: Item | undefined, b: Item | undefined) => a && b && b.y - a.y < LABEL.step * b.size
  while (isClose(lines[from - 1], lines[from])) from--
  while (isClose(lines[to - 1], lines[to])) to++
  return lines.slice(from, to)
}

function isBox(item: Item): boolean {
  return item.text.trim() === EMPTY_BOX || item.text.trim() === TICKED_BOX
}

function touch(a: Box, b: Box): boolean {
  return a[0] < b[2] + 1 && b[0] < a[2] + 1 && a[1] < b[3] + 1 && b[1] < a[3] + 1
}

function isInside(item: Item, box: Box): boolean {
  const [x, y] = [item.x + item.width / 2, item.y - 0.35 * item.size]
  return x > box[0] && x < box[2] && y > box[1] && y < box[3]
}

/** How far a circle's label is at most, and how large a circle is at least, in em of the label. */
const CHOICE = { reach: 2.5, size: 0.55, alike: 1.5 }

function isChoice({ box }: Square, squares: readonly Square[], items: readonly Item[]): boolean {
  const size = box[2] - box[0]
  const alike = ({ box: other, round }: Square) => round && Math.abs(other[2] - other[0] - size) < CHOICE.alike
  if (squares.filter(alike).length < 2) return false
  const middle = (box[1] + box[3]) / 2
  return items.some((item) => {
    if (Math.abs(item.y - 0.35 * item.size - middle) > 0.6 * item.size || !/[\p{L}\p{N}]/u.test(item.text)) return false
    const gap = Math.max(item.x - box[2], box[0] - item.x - item.width)
    return gap > -1 && gap < CHOICE.reach * item.size && size >= CHOICE.size * item.size
  })
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
