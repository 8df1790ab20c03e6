/**
 * Lines of a plain text that say where a page ends or begins: form feeds, `– 2 –`, `-- 1 of 4 --`, `Seite 2/2`,
 * `Ergänzende Angaben   Seite 2`, numbers alone that count the pages.
 */
import { isBlank } from '../text/lines.ts'
import { pageOfAll } from './page-numbers.ts'

export interface PageMark {
  /** As printed, for the furniture. */
  readonly words: string
  readonly page: number
  /** The page that begins behind the mark. */
  readonly next: number
}

const BETWEEN_DASHES = /^\s*[-–—]\s?(\d{1,4})\s?[-–—]\s*$/
const OF = /^\s*-*\s*(\d{1,4}) (?:of|von) (\d{1,4})\s*-*\s*$/
const SEITE = /^\s*(.{0,90}?)\s*\bSeite:?\s+(\d{1,4})(?:\s*(?:\/|von)\s*\d{1,4})?\s*$/
/** `Seite 3 der Vorlage Nr. 12/2031`: alone between empty lines, with a number behind. */
const SEITE_OF = /^\s*Seite:?\s+(\d{1,4})\s+\p{L}{2,4}\s+[^.!?]{3,60}\d\s*$/u
const REFERS = /(?:siehe|s\.|auf|vgl\.|ab|bis|der|von|und|,|\()\s*$/i

/** For every line: what page mark it is, if it is one. */
export function pageMarks(lines: readonly string[]): (PageMark | undefined)[] {
  const counted = countedPages(lines)
  let fed = 1
  return lines.map((line, at) => {
    if (line === '\f') return { words: '', page: fed, next: ++fed }
    const page = counted.get(at) ?? pageIn(line, lines[at - 1] ?? '', lines[at + 1] ?? '')
    if (page === undefined) return undefined
    return { words: line.trim(), page, next: OF.test(line) && line.includes('--') ? page + 1 : page }
  })
}

/** The number of the page that a line says between its neighbours. */
function pageIn(line: string, above: string, below: string): number | undefined {
  const alone = isBlank(above) && isBlank(below)
  const found = BETWEEN_DASHES.exec(line) ?? OF.exec(line) ?? (alone ? SEITE_OF.exec(line) : null)
  if (found) return Number(found[1])
  const [, words = '', page] = SEITE.exec(line) ?? []
  const stands = isBlank(below) && (isBlank(above) || !words) && !REFERS.test(words)
  return page && stands ? Number(page) : undefined
}

/** So many cells are no page. */
const CELLS = 12

/** Nothing but a few short lines between empty ones stands between two lines. */
function areCells(lines: readonly string[], from: number, to: number): boolean {
  const filled = [...lines.slice(from + 1, to).entries()].filter(([, line]) => !isBlank(line))
  return (
    filled.length > 1 &&
    filled.length < CELLS &&
    filled.every(
      ([n, line]) => line.trim().length <= 60 && !/[.:;,]$/.test(line.trim()) && isBlank(lines[from + n] ?? ''),
    )
  )
}

/** Numbers alone that count the pages: `1/3`, `2/3`, …, or 2, 3, … between empty lines; at least two, in order; `02` counts points. */
function countedPages(lines: readonly string[]): Map<number, number> {
  const parts = [...lines.entries()].flatMap(([at, line]) => {
    const found = pageOfAll(line)
    return found && !found.words ? [{ at, ...found }] : []
  })
  const counts = parts.every(
    ({ page, of }, n) => of === parts[0]?.of && page === (parts[0]?.page ?? 0) + n && page <= of,
  )
  if (parts.length >= 2 && counts) return new Map(parts.map(({ at, page }) => [at, page]))
  const alone = [...lines.entries()].filter(
    ([at, line]) => /^\s*[1-9]\d{0,2}\s*$/.test(line) && isBlank(lines[at - 1] ?? '') && isBlank(lines[at + 1] ?? ''),
  )
  // `1`, `2`, `3` with nothing but cells between them are a column.
  const inColumn = ([at, line]: readonly [number, string], n: number): boolean =>
    [alone[n - 1], alone[n + 1]].some(
      (other) =>
        other &&
        Math.abs(Number(other[1]) - Number(line)) === 1 &&
        areCells(lines, Math.min(at, other[0]), Math.max(at, other[0])),
    )
  const pages = new Map<number, number>()
  let next = 2
  for (const [n, [at, line]] of alone.entries()) {
    if (Number(line) !== next || inColumn([at, line], n)) continue
    pages.set(at, next)
    next++
  }
  return pages.size >= 2 ? pages : new Map()
}
