/**
 * Turn a page's text upright: most of its characters decide which way up it is read; what runs another way is a stamp.
 *
 * Units: degrees, counter-clockwise. A scan's text may lean by a few degrees and still counts as upright.
 */
import type { Item, PageItems, Rule, Square } from './items.ts'

export interface Upright {
  readonly page: PageItems
  /** What does not run the page's way, its angle counted from there. */
  readonly aside: readonly Item[]
}

const LEAN = 4

/** The page as it is read, and what does not run its way. */
export function uprightOf(page: PageItems): Upright {
  const turn = mainTurn(page.items)
  const isMain = (item: Item) => leanOf(item.angle - turn) <= LEAN
  const items = page.items.filter(isMain)
  const others = page.items.filter((item) => !isMain(item))
  if (turn === 0) return { page: { ...page, items }, aside: others }
  const map = turnerOf(turn, page.width, page.height)
  const sideways = turn === 90 || turn === 270
  return {
    aside: others.map((item) => ({ ...item, ...map(item.x, item.y), angle: item.angle - turn })),
    page: {
      page: page.page,
      width: sideways ? page.height : page.width,
      height: sideways ? page.width : page.height,
      items: items.map((item) => ({ ...item, ...map(item.x, item.y) })),
      rules: page.rules.map((rule) => turnRule(rule, map)),
      squares: page.squares.map((square) => turnSquare(square, map)),
      // bullets are drawn by browsers, which do not turn pages
      dots: [],
    },
  }
}

/** 0, 90, 180 or 270. */
function mainTurn(items: readonly Item[]): number {
  const count = new Map<number, number>([[0, 0]])
  for (const item of items) {
    const turn = [0, 90, 180, 270].find((angle) => leanOf(item.angle - angle) <= LEAN)
    if (turn !== undefined) count.set(turn, (count.get(turn) ?? 0) + item.text.length)
  }
  return [...count].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0]
}

function leanOf(angle: number): number {
  const positive = ((angle % 360) + 360) % 360
  return Math.min(positive, 360 - positive)
}

type Turner = (x: number, y: number) => { x: number; y: number }

function turnerOf(turn: number, width: number, height: number): Turner {
  if (turn === 90) return (x, y) => ({ x: height - y, y: x })
  if (turn === 270) return (x, y) => ({ x: y, y: width - x })
  return (x, y) => ({ x: width - x, y: height - y })
}

function turnRule(rule: Rule, map: Turner): Rule {
  const a = map(rule.x1, rule.y1)
  const b = map(rule.x2, rule.y2)
  return { x1: Math.min(a.x, b.x), y1: Math.min(a.y, b.y), x2: Math.max(a.x, b.x), y2: Math.max(a.y, b.y) }
}

function turnSquare(square: Square, map: Turner): Square {
  const { x1, y1, x2, y2 } = turnRule(
    { x1: square.box[0], y1: square.box[1], x2: square.box[2], y2: square.box[3] },
    map,
  )
  return { ...square, box: [x1, y1, x2, y2] }
}

/** The texts of stamps: items of one direction are one, joined in it. */
export function stampsOf(items: readonly Item[]): string[] {
  const groups = new Map<number, Item[]>()
  for (const item of items) groups.set(item.angle, [...(groups.get(item.angle) ?? []), item])
  return [...groups].map(([angle, group]) => {
    const radians = (angle * Math.PI) / 180
    const along = (item: Item) => item.x * Math.cos(radians) - item.y * Math.sin(radians)
    const across = (item: Item) => Math.round((item.x * Math.sin(radians) + item.y * Math.cos(radians)) / 3)
    const sorted = [...group].sort((a, b) => across(a) - across(b) || along(a) - along(b))
    return sorted.map((item) => item.text.trim()).join(' ')
  })
}
