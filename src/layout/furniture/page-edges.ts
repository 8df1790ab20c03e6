/**
 * Running heads and feet of a plain text whose pages are parted by form feeds: lines at the edge of a page that come
 * back at the same edge of others, perhaps with another number or date. The first page's head is the paper's letterhead
 * and stays.
 *
 * Never guesses: a line with several columns is the head of a table that goes on, and stays, unless its numbers count.
 * Source: papers saved as text from PDF (`pdftotext`).
 */
import { isBlank } from '../text/lines.ts'
import { shapeOf } from './alike.ts'
import { LONE_NUMBER, pageOfAll } from './page-numbers.ts'

/** How many filled lines at each edge of a page may belong to its head or foot. */
const DEEP = 5

interface Edge {
  /** Indices of filled lines, the outermost first. */
  readonly lines: readonly number[]
  readonly page: number
}

/** The indices of the lines that are running heads and feet. */
export function pageEdges(lines: readonly string[]): Set<number> {
  const pages = pagesOf(lines)
  if (pages.length < 2) return new Set()
  const tops = pages.map((page, at): Edge => ({ lines: page.slice(0, DEEP), page: at }))
  const feet = pages.map((page, at): Edge => ({ lines: page.slice(-DEEP).reverse(), page: at }))
  return new Set([...peeled(tops, lines).filter((at) => !pages[0]?.includes(at)), ...peeled(feet, lines)])
}

/** The filled lines of each page that has some. */
function pagesOf(lines: readonly string[]): number[][] {
  const pages: number[][] = [[]]
  for (const [at, line] of lines.entries()) {
    if (line === '\f') pages.push([])
    else if (!isBlank(line)) pages.at(-1)?.push(at)
  }
  return pages.filter((page) => page.length > 0)
}

/** From the edge inwards, as long as lines come back. */
function peeled(edges: readonly Edge[], lines: readonly string[]): number[] {
  const of = edges.length
  const pagesWith = new Map<string, Set<number>>()
  const printed = new Map<string, Set<string>>()
  for (const { lines: own, page } of edges)
    for (const at of own) {
      const shape = shapeOf(lines[at] ?? '')
      pagesWith.set(shape, (pagesWith.get(shape) ?? new Set()).add(page))
      printed.set(shape, (printed.get(shape) ?? new Set()).add((lines[at] ?? '').trim()))
    }
  const comesBack = (at: number, page: number): boolean => {
    const line = lines[at] ?? ''
    if (countsPages(line, page, of)) return true
    const shape = shapeOf(line)
    const counts = (printed.get(shape)?.size ?? 0) > 1
    return (
      (pagesWith.get(shape)?.size ?? 0) > 1 &&
      (/\p{L}{3}/u.test(shape) || LONE_NUMBER.test(line) || (!counts && NUMBER.test(line))) &&
      (counts || !/\S {3,}\S.*\S {3,}\S|\t.*\t/.test(line))
    )
  }
  return edges.flatMap(({ lines: own, page }) => {
    const end = own.findIndex((at) => !comesBack(at, page))
    return own.slice(0, end < 0 ? own.length : end)
  })
}

/** `V1189/31   2/3`, `Seite 2 von 3`: this page of all. */
function countsPages(line: string, page: number, of: number): boolean {
  const count = pageOfAll(line)
  return count?.page === page + 1 && count.of === of && line.trim().length < 120
}

/** A line of nothing but the number of a paper, or a day. */
const NUMBER = /^\s*(?:\p{L}{1,4}[ /.-]?)?\d{1,8}[/.-]\d{1,4}(?:[/.-]\d{2,4})?\s*$/u
