/**
 * Words of neighbouring cells that the engine holds together although a rule runs between them: they are cut there.
 *
 * Units: points; OVER in em.
 * Source: PDFs printed again, whose words come line by line (Ghostscript, PDF printers).
 */
import { type Grid, slotOf } from './grid.ts'
import type { Item } from './items.ts'

/** In em: an item that reaches over a rule by less is only too wide; by less than `far` it must have its blank there. */
const OVER = { least: 0.3, far: 1, close: 1, within: 3 }

/** An item that runs over a rule within its row was glued by the engine: cut it at the blank next to the rule. */
export function cutAtRules(item: Item, grid: Grid): Item[] {
  if (!item.text.includes(' ')) return [item]
  const columns = grid.xs.length - 1
  const row = slotOf(grid.ys, item.y - 0.35 * item.size)
  const isOver = (x: number, c: number) => {
    const parted = c > 0 && c < columns && grid.cells[row * columns + c] !== grid.cells[row * columns + c - 1]
    const reach = Math.min(x - item.x, item.x + item.width - x)
    return parted && reach > OVER.least * item.size
  }
  const x = grid.xs.find(isOver)
  if (x === undefined) return [item]
  const share = (x - item.x) / item.width
  const whole = widthOf(item.text)
  const off = (blank: number) => Math.abs(widthOf(item.text.slice(0, blank)) / whole - share) * item.width
  const at = [...item.text.matchAll(/ /g)]
    .map((found) => found.index)
    .reduce((best, blank) => (off(blank) < off(best) ? blank : best))
  const reach = Math.min(x - item.x, item.x + item.width - x)
  const most = reach > OVER.far * item.size ? OVER.within : OVER.close
  if (off(at) > most * item.size) return [item]
  const [left, top, right, bottom] = item.box
  const cut = left + (right - left) * share
  const rest: Item = {
    ...item,
    text: item.text.slice(at + 1),
    x: x + 0.5,
    width: item.x + item.width - x - 0.5,
    box: [cut, top, right, bottom],
  }
  return [
    { ...item, text: item.text.slice(0, at), width: x - item.x - 0.5, box: [left, top, cut, bottom] },
    ...cutAtRules(rest, grid),
  ]
}

/** How wide words are, in letters of usual width: enough to tell which blank stands at a rule. */
function widthOf(text: string): number {
  let width = 0
  for (const letter of text)
    width += /[\p{Lu}mwMW%€]/u.test(letter) ? 1.3 : /[ijlftrI.,:;/()|!-]|\s/.test(letter) ? 0.5 : 1
  return width
}
