/**
 * Running heads, feet and page numbers: what stands at a page's edge and again, but for numbers, on other pages.
 *
 * A head on page 1 stays in the text even if later pages repeat it: a letterhead often is the only place where a paper
 * says its number. A foot is furniture on every page. Position and repetition decide; besides, tagged papers mark their
 * furniture themselves, a page number gives itself away, and a head may repeat what page 1 prints in its letterhead.
 *
 * Units: points.
 */
import type { Furniture } from '../../document.ts'
import { type Line, textOf } from '../lines.ts'
import { countAlike, shapeOf } from './alike.ts'
import { isPageNumber, namesPage } from './page-numbers.ts'

export interface PageLines {
  readonly page: number
  readonly width: number
  readonly height: number
  /** From top to bottom. */
  readonly lines: readonly Line[]
  /** Tops and bottoms of ruled tables. */
  readonly ruled: readonly { readonly top: number; readonly bottom: number }[]
}

export interface Furnished {
  readonly furniture: readonly Furniture[]
  /** The lines that belong to no text. */
  readonly lines: ReadonlySet<Line>
}

/** Parts of the page's height in which furniture is looked for, and how many lines at most. */
const ZONE = { top: 0.22, bottom: 0.8, lines: 9 }
/** A head that most pages repeat word by word may be taller. */
const TALL = { top: 0.34, lines: 14 }
/** Two heads stand at the same height if they differ by no more points than this. */
const SAME_HEIGHT = 3

type Edge = 'top' | 'bottom'

interface Candidate {
  readonly line: Line
  readonly page: PageLines
  readonly edge: Edge
  /** Distance from the edge. */
  readonly distance: number
  readonly keys: readonly string[]
  /** Further from the edge than heads usually are. */
  readonly far: boolean
  /** It stands in a ruled table that ends with the head. */
  readonly boxed: boolean
  /** Free space towards the body, in the line's font size; the lines between belong to the same group. */
  readonly clear: number
}

/** Find the furniture of all pages together. */
export function furnitureOf(pages: readonly PageLines[]): Furnished {
  const candidates = pages.flatMap((page) => [...candidatesOf(page, 'top'), ...candidatesOf(page, 'bottom')])
  const byKey = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    for (const key of candidate.keys) {
      const same = byKey.get(key)
      if (same) same.push(candidate)
      else byKey.set(key, [candidate])
    }
  }
  const letterhead = letterheadOf(pages)
  const found = candidates.filter((candidate) => {
    if (candidate.edge === 'top' && candidate.page === pages[0])
      return isPageNumber(textOf(candidate.line), candidate.page.page)
    if (isRepeated(candidate, byKey, pages.length)) return true
    if (candidate.far) return false
    return (
      isMarked(candidate) ||
      isNumbered(candidate) ||
      isLetterFoot(candidate) ||
      repeatsLetterhead(candidate, letterhead)
    )
  })
  return {
    lines: new Set(found.map(({ line }) => line)),
    furniture: found.map(({ line, page, edge }) => ({
      kind: kindOf(line, page.page, edge),
      page: page.page,
      text: textOf(line),
    })),
  }
}

function candidatesOf(page: PageLines, edge: Edge): Candidate[] {
  const sorted = edge === 'top' ? page.lines : [...page.lines].reverse()
  // the rows of a table that reaches into the page are no furniture, however much they look alike
  const tables = page.ruled.filter(({ top, bottom }) =>
    edge === 'top' ? bottom > 2 * ZONE.top * page.height : top < (2 * ZONE.bottom - 1) * page.height,
  )
  const isInTable = (line: Line) => tables.some(({ top, bottom }) => line.y > top && line.y - 0.5 * line.size < bottom)
  const free = sorted.filter((line) => !isInTable(line) && !isTagged(line))
  const zone = free.filter((line) =>
    edge === 'top' ? line.y < TALL.top * page.height : line.y > ZONE.bottom * page.height,
  )
  return zone.slice(0, edge === 'top' ? TALL.lines : ZONE.lines).map((line, index) => {
    const distance = edge === 'top' ? line.y : page.height - line.y
    const far = edge === 'top' && (index >= ZONE.lines || line.y >= ZONE.top * page.height)
    const boxed = page.ruled.some(
      ({ top, bottom }) => line.y > top && line.y - 0.5 * line.size < bottom && bottom < TALL.top * page.height,
    )
    return { line, page, edge, distance, keys: keysOf(line, edge), clear: clearanceOf(sorted, index), far, boxed }
  })
}

/** The paper's own structure has it in a table: heads and feet are no part of that structure. */
function isTagged({ segments }: Line): boolean {
  return segments.every(({ items }) => items.every((item) => item.cell))
}

/** The whole line with its numbers blotted out, and its longest part. */
function keysOf(line: Line, edge: Edge): string[] {
  const parts = line.segments.map((segment) => shapeOf(segment.text))
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), '')
  const whole = parts.join(' ')
  // figures alone are no sign of furniture, unless they are a page number
  const words = [whole, ...(longest.length >= 8 && longest !== whole ? [longest] : [])]
  return words
    .filter((key) => /\p{L}{3}/u.test(key) || isPageNumber(key.replaceAll('#', '1'), 1) || isSetOff(parts, key))
    .map((key) => `${edge}:${key}`)
}

/** "- 2 -" with the paper's number at the other end of the line. */
function isSetOff(parts: readonly string[], key: string): boolean {
  return key.length <= 40 && parts.length <= 3 && parts.some((part) => /^[–—-] ?#+ ?[–—-]$/.test(part))
}

/** The widest gap between this line and the body, within the next few lines, in em. */
function clearanceOf(sorted: readonly Line[], index: number): number {
  let widest = 0
  for (let i = index; i < Math.min(sorted.length - 1, index + 5); i++) {
    const [here, next] = [sorted[i], sorted[i + 1]]
    if (here && next) widest = Math.max(widest, Math.abs(next.y - here.y) / Math.max(here.size, next.size))
  }
  return sorted.length - 1 === index ? 9 : widest
}

/** Tagged as an artifact, unless the program tagged the whole page so. */
function isMarked({ line, page }: Candidate): boolean {
  return line.artifact && page.lines.filter((other) => other.artifact).length <= page.lines.length / 2
}

function isRepeated(
  candidate: Candidate,
  byKey: ReadonlyMap<string, readonly Candidate[]>,
  pageCount: number,
): boolean {
  return candidate.keys.some((key) => {
    const same = (byKey.get(key) ?? []).filter(
      (other) =>
        Math.abs(other.distance - candidate.distance) <= SAME_HEIGHT && countAlike(placed(other), placed(candidate)),
    )
    const pages = new Set(same.map((other) => other.page.page))
    if (pages.size < 2) return false
    if (candidate.far) return pages.size >= Math.max(3, 0.6 * (pageCount - 1)) && sameWords(same, candidate)
    // a table's column heads come again on each page, too, but close to the rows below them
    if (!candidate.boxed && candidate.line.segments.length > 2 && candidate.clear < 1.7 && candidate.edge === 'top')
      return false
    const often = pages.size >= 0.6 * (pageCount - 1) || isInRow(candidate.page.page, pages)
    return often && (candidate.clear >= 1.5 || pages.size >= Math.max(3, 0.6 * pageCount))
  })
}

function placed({ line, page }: Candidate): { text: string; page: number } {
  return { text: textOf(line), page: page.page }
}

/** Down to the figures, on most of the pages. */
function sameWords(same: readonly Candidate[], { line, clear, boxed }: Candidate): boolean {
  if (line.segments.length > 2 && !boxed && clear < 1.7) return false
  return same.filter((other) => textOf(other.line) === textOf(line)).length >= 0.8 * same.length
}

/** It stands on three pages in a row, or on three left or right pages in a row. */
function isInRow(page: number, pages: ReadonlySet<number>): boolean {
  return [1, 2].some((step) =>
    [-2, -1, 0].some((first) => [0, 1, 2].every((index) => pages.has(page + (first + index) * step))),
  )
}

function isNumbered({ line, page, clear, edge }: Candidate): boolean {
  const text = textOf(line)
  if (clear < 1.4) return false
  if (isPageNumber(text, page.page)) return true
  return page.page > 1 && (edge === 'bottom' || line.segments.length < 4) && namesPage(text, page.page)
}

/** What page 1 prints in its upper quarter, one entry per segment. */
function letterheadOf(pages: readonly PageLines[]): ReadonlySet<string> {
  const first = pages[0]
  const lines = (first?.lines ?? []).filter((line) => line.y < 0.25 * (first?.height ?? 0))
  return new Set(lines.flatMap((line) => line.segments.map((segment) => segment.text.toLowerCase())))
}

/** Small print at the very bottom of page 1, well below the text, that is no footnote: banks, opening hours. */
function isLetterFoot({ line, page, edge, clear }: Candidate): boolean {
  if (edge !== 'bottom' || page.page !== 1 || clear < 1.8 || line.y < 0.9 * page.height) return false
  const sizes = page.lines.map((other) => other.size).sort((a, b) => a - b)
  const usual = sizes[Math.floor(sizes.length / 2)] ?? line.size
  const ends = [line, page.lines.at(-1) ?? line].some((each) => /[.!?]$/.test(textOf(each)))
  return line.size <= 0.86 * usual && !/^[\d¹²³⁴⁵⁶⁷⁸⁹*†]/.test(textOf(line)) && !ends
}

function repeatsLetterhead({ line, edge, clear, page }: Candidate, letterhead: ReadonlySet<string>): boolean {
  if (edge !== 'top' || clear < 1.7 || line.y > 0.1 * page.height) return false
  return line.segments.every(
    ({ text }) => text.length >= 6 && text.length <= 80 && !/[.;,]$/.test(text) && letterhead.has(text.toLowerCase()),
  )
}

function kindOf(line: Line, page: number, edge: Edge): Furniture['kind'] {
  if (isPageNumber(textOf(line), page)) return 'seitenzahl'
  return edge === 'top' ? 'kopfzeile' : 'fusszeile'
}
