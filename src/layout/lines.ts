/**
 * Words to lines: what stands on one baseline belongs together; wide gaps part a line into segments (perhaps cells).
 *
 * Units: points; gaps are measured in the font size (em). The order in which the items come does not matter.
 * A raised mark is never glued to a number: "3.100" with a raised 1 becomes "3.100 ¹".
 */
import type { Box } from '../document.ts'
import type { Item } from './items.ts'

/** What stands together on a line without a wide gap. */
export interface Segment {
  readonly x1: number
  readonly x2: number
  readonly text: string
  readonly pieces: readonly SegmentPiece[]
  readonly items: readonly Item[]
}

/** Offsets into the segment's text. */
export interface SegmentPiece {
  readonly start: number
  readonly end: number
  readonly page: number
  readonly box: Box
  /** Of text recognition. */
  readonly confidence?: number
}

export interface Line {
  readonly page: number
  readonly x1: number
  readonly x2: number
  /** Baseline. */
  readonly y: number
  readonly size: number
  /** All its letters are bold. */
  readonly bold: boolean
  readonly artifact: boolean
  /** In reading order, at least one. */
  readonly segments: readonly Segment[]
  /** The lines it stands for, if it is a table row whose cells are set off against each other by half a line. */
  readonly parts?: readonly Line[]
}

/** In em: what stands closer is one word; what stands further apart is another cell. */
const GAP = { word: 0.13, cell: 0.95 }
const SAME_BASELINE = 0.25
/** A mark is smaller than its word, and raised or lowered by these parts of the word's size. */
const MARK = { size: 0.88, letters: 4, raised: [0.12, 0.75], lowered: [0.05, 0.45] } as const

/** The lines of a stretch of page, from top to bottom. */
export function linesOf(items: readonly Item[]): Line[] {
  const sorted = withoutDoubles([...items].sort((a, b) => a.y - b.y || a.x - b.x || compare(a.text, b.text)))
  const groups: Item[][] = []
  const mains: Item[] = []
  for (const item of sorted) {
    const at = mains.findLastIndex((main) => belongs(item, main))
    groups[at]?.push(item)
    if (at < 0) groups.push([item])
    if (at < 0) mains.push(item)
    else mains[at] = weightier(mains[at] ?? item, item)
  }
  return attachRaised(groups)
    .map(lineOf)
    .sort((a, b) => a.y - b.y || a.x1 - b.x1)
}

/** The words of a line; segments are parted by a tab. */
export function textOf(line: Line): string {
  const [only, another] = line.segments
  return only && !another ? only.text : line.segments.map((segment) => segment.text).join('\t')
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Some programs print bold by printing twice, a hair apart. */
function withoutDoubles(sorted: readonly Item[]): Item[] {
  const kept: Item[] = []
  for (const item of sorted) {
    let isDouble = false
    for (let i = kept.length - 1; i >= 0; i--) {
      const other = kept[i]
      if (!other || item.y - other.y > 1) break
      if (other.text === item.text && Math.abs(other.x - item.x) < 0.12 * item.size) isDouble = true
    }
    if (!isDouble) kept.push(item)
  }
  return kept
}

function belongs(item: Item, main: Item): boolean {
  return Math.abs(main.y - item.y) <= SAME_BASELINE * Math.min(main.size, item.size)
}

/** The item with most characters decides where a line stands. */
export function mainOf(group: readonly Item[]): Item {
  return group.reduce(weightier)
}

function weightier(best: Item, item: Item): Item {
  return item.text.length * item.size > best.text.length * best.size ? item : best
}

/** Move raised and lowered marks that formed a line of their own to the word they stand at. */
function attachRaised(groups: Item[][]): Item[][] {
  const largest = groups.reduce((size, group) => group.reduce((most, item) => Math.max(most, item.size), size), 0)
  for (const group of groups) {
    const marks = group.filter((item) => item.size <= MARK.size * largest && item.text.trim().length <= MARK.letters)
    for (const item of marks) {
      const home = groups.find((other) => other !== group && other.some((base) => isMarkAt(item, base)))
      if (!home) continue
      home.push(item)
      group.splice(group.indexOf(item), 1)
    }
  }
  return groups.filter((group) => group.length)
}

function isMarkAt(item: Item, base: Item): boolean {
  if (item.size > MARK.size * base.size) return false
  const rise = (base.y - item.y) / base.size
  const [least, most] = rise > 0 ? MARK.raised : MARK.lowered
  if (Math.abs(rise) < least || Math.abs(rise) > most) return false
  const gap = Math.max(item.x - (base.x + base.width), base.x - (item.x + item.width))
  return gap < 0.4 * base.size && gap > -0.3 * base.size
}

function lineOf(group: readonly Item[]): Line {
  const sorted = [...group].sort((a, b) => a.x - b.x || a.y - b.y || compare(a.text, b.text))
  const main = mainOf(sorted)
  const segments: Segment[] = []
  let open: Item[] = []
  let end = Number.NEGATIVE_INFINITY
  for (const item of sorted) {
    const em = Math.max(item.size, open.at(-1)?.size ?? 0)
    if (open.length && item.x - end > GAP.cell * em) {
      segments.push(segmentOf(open, main))
      open = []
    }
    open.push(item)
    end = Math.max(end, item.x + item.width)
  }
  segments.push(segmentOf(open, main))
  const letters = sorted.filter((item) => /[\p{L}\p{N}]/u.test(item.text))
  return {
    page: main.page,
    x1: sorted[0]?.x ?? 0,
    x2: Math.max(...sorted.map((item) => item.x + item.width)),
    y: main.y,
    size: main.size,
    bold: letters.length > 0 && letters.every((item) => item.bold || isRaised(item, main)),
    artifact: sorted.every((item) => item.artifact),
    segments,
  }
}

function segmentOf(items: readonly Item[], main: Item): Segment {
  let text = ''
  let end = Number.NaN
  const pieces: SegmentPiece[] = []
  for (const item of items) {
    const words = spelled(isRaised(item, main) ? raised(item.text.trim()) : folded(item.text))
    const bare = words.trim()
    if (!bare) continue
    const em = Math.min(item.size, main.size)
    const apart = item.x - end > GAP.word * em || words.startsWith(' ')
    if (text && !text.endsWith(' ') && (apart || touchesNumber(text, bare) || isNoteMark(text, bare))) text += ' '
    const read = item.confidence === undefined ? {} : { confidence: item.confidence }
    pieces.push({ start: text.length, end: text.length + bare.length, page: item.page, box: item.box, ...read })
    text += words.endsWith(' ') ? `${bare} ` : bare
    end = item.x + item.width
  }
  text = text.trimEnd()
  const x2 = Math.max(...items.map((item) => item.x + item.width))
  return { x1: items[0]?.x ?? 0, x2, text, pieces, items }
}

function folded(text: string): string {
  return /[^\S ]| {2}/.test(text) ? text.replaceAll(/\s+/g, ' ') : text
}

function isRaised(item: Item, main: Item): boolean {
  return item.size <= MARK.size * main.size && main.y - item.y >= MARK.raised[0] * main.size
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function raised(text: string): string {
  return text.replaceAll(/\d/g, (digit) => SUPERSCRIPT[Number(digit)] ?? digit)
}

/** A raised mark behind a number keeps its distance. */
function touchesNumber(before: string, mark: string): boolean {
  return /[\d,.%€)]$/.test(before) && /^[⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(mark)
}

/** A footnote's number at the start of its line, printed close to its words. */
function isNoteMark(before: string, words: string): boolean {
  return /^\d{1,3}$/.test(before) && /^\p{Lu}\p{L}/u.test(words)
}

/** A footnote's number is no part of its first word. Letters set apart for emphasis ("B e s c h l u s s") are one word; soft hyphens within a line are no characters. */
function spelled(text: string): string {
  const apart = /^\d/.test(text) ? text.replace(/^(\d{1,2})(?=\p{Lu}\p{Ll}{2})/u, '$1 ') : text
  const whole = /^\s*(?:\p{L} ){4,}\p{L}\s*:?\s*$/u.test(apart)
    ? apart.replaceAll(/(?<=\p{L}) (?=\p{L}|:)/gu, '')
    : apart
  return whole.includes('\u00ad') ? whole.replaceAll(/\u00ad(?=\S)/g, '') : whole
}
