/**
 * Page heads, feet and page numbers of a plain text: found by page marks and by repetition, taken out of the lines.
 *
 * Reads: form feeds and what comes back at the edges of pages; page marks (`– 2 –`, `-- 1 of 4 --`, `Seite 2/2`, `Ergänzende Angaben   Seite 2`); groups of
 * lines that come back again and again and hold nothing but words of the letterhead, with a number or date among them.
 * The letterhead itself, at its first place, stays: it belongs to the paper.
 * Source: papers saved as text from PDF, where a page head stands in the middle of a sentence or table.
 */
import type { Furniture } from '../../document.ts'
import { lastFoot } from './last-foot.ts'
import { isBlank, type TextLine } from './lines.ts'
import { pageEdges } from './page-edges.ts'

export interface Cleared {
  readonly lines: readonly TextLine[]
  readonly furniture: readonly Furniture[]
}

/** How many filled lines of the beginning are taken for the letterhead. */
const LETTERHEAD = 16
/** Fewer filled lines are no first page: the mark belongs to the letterhead. */
const FIRST_PAGE = 6

/** Take the furniture out of a text's lines. */
export function clearFurniture(lines: readonly string[]): Cleared {
  const marks = pageMarks(lines)
  const heads = new Set([...runningHeads(lines, marks), ...pageEdges(lines), ...lastFoot(lines)])
  const kept: TextLine[] = []
  const furniture: Furniture[] = []
  const paged = marks.some((mark) => mark !== undefined)
  let page = 1
  let afterBreak = false
  for (const [at, line] of lines.entries()) {
    const mark = marks[at]
    if (mark) {
      if (mark.words)
        furniture.push({ kind: mark.words.length > 12 ? 'kopfzeile' : 'seitenzahl', page: mark.page, text: mark.words })
      page = mark.next
      afterBreak = true
    } else if (heads.has(at)) {
      if (!isBlank(line)) furniture.push({ kind: 'kopfzeile', page: paged ? page : null, text: line.trim() })
      afterBreak = true
    } else {
      const filled = !isBlank(line)
      kept.push({ text: line, ...(paged ? { page } : {}), ...(filled && afterBreak ? { afterBreak } : {}) })
      if (filled) afterBreak = false
    }
  }
  return { lines: kept, furniture }
}

interface PageMark {
  /** As printed, for the furniture. */
  readonly words: string
  readonly page: number
  /** The page that begins behind the mark. */
  readonly next: number
}

const LONE_NUMBER = /^\s*[-–—]\s?(\d{1,4})\s?[-–—]\s*$/
const OF = /^\s*-*\s*(\d{1,4}) (?:of|von) (\d{1,4})\s*-*\s*$/
const SEITE = /^\s*(.{0,90}?)\s*\bSeite:?\s+(\d{1,4})(?:\s*(?:\/|von)\s*\d{1,4})?\s*$/
/** `Seite 3 der Vorlage Nr. 12/2031`: alone between empty lines, with a number behind. */
const SEITE_OF = /^\s*Seite:?\s+(\d{1,4})\s+\p{L}{2,4}\s+[^.!?]{3,60}\d\s*$/u
const REFERS = /(?:siehe|s\.|auf|vgl\.|ab|bis|der|von|und|,|\()\s*$/i

/** For every line: what page mark it is, if it is one. */
function pageMarks(lines: readonly string[]): (PageMark | undefined)[] {
  const counted = countedPages(lines)
  let fed = 1
  return lines.map((line, at) => {
    const page = counted.get(at)
    if (page !== undefined) return { words: line.trim(), page, next: page }
    if (line === '\f') return { words: '', page: fed, next: ++fed }
    const lone = LONE_NUMBER.exec(line)
    if (lone) return { words: line.trim(), page: Number(lone[1]), next: Number(lone[1]) }
    const of = OF.exec(line)
    if (of)
      return { words: line.trim(), page: Number(of[1]), next: line.includes('--') ? Number(of[1]) + 1 : Number(of[1]) }
    const alone = isBlank(lines[at - 1] ?? '') && isBlank(lines[at + 1] ?? '')
    const named = alone ? SEITE_OF.exec(line) : null
    if (named) return { words: line.trim(), page: Number(named[1]), next: Number(named[1]) }
    const seite = SEITE.exec(line)
    if (!seite || REFERS.test(seite[1] ?? '')) return undefined
    const stands = isBlank(lines[at - 1] ?? '') || !seite[1]
    return stands && isBlank(lines[at + 1] ?? '')
      ? { words: line.trim(), page: Number(seite[2]), next: Number(seite[2]) }
      : undefined
  })
}

/**
 * Numbers alone that count the pages: `1/3`, `2/3`, …, or 2, 3, … between empty lines; at least two, in order. `02` counts
 * points.
 */
function countedPages(lines: readonly string[]): Map<number, number> {
  const parts = [...lines.entries()].flatMap(([at, line]) => {
    const found = /^\s*(?:Seite:? )?(\d{1,3}) ?(?:\/|von) ?(\d{1,3})\s*$/.exec(line)
    return found ? [{ at, page: Number(found[1]), of: Number(found[2]) }] : []
  })
  const counts = parts.every(
    ({ page, of }, n) => of === parts[0]?.of && page === (parts[0]?.page ?? 0) + n && page <= of,
  )
  if (parts.length >= 2 && counts) return new Map(parts.map(({ at, page }) => [at, page]))
  const alone = [...lines.entries()].filter(
    ([at, line]) => /^\s*[1-9]\d{0,2}\s*$/.test(line) && isBlank(lines[at - 1] ?? '') && isBlank(lines[at + 1] ?? ''),
  )
  const pages = new Map<number, number>()
  let next = 2
  for (const [at, line] of alone) {
    if (Number(line) !== next) continue
    pages.set(at, next)
    next++
  }
  return pages.size >= 2 ? pages : new Map()
}

/** The lines that repeat the letterhead: indices. */
function runningHeads(lines: readonly string[], marks: readonly (PageMark | undefined)[]): Set<number> {
  const known = letterheadWords(lines, marks)
  const repeated = repeatedGroups(lines, marks, known)
  const common = commonWords(lines, repeated)
  const out = new Set<number>()
  for (const at of repeated) for (const index of regionAround(lines, marks, at, common, 30)) out.add(index)
  for (const region of besideMarks(lines, marks, known)) for (const index of region) out.add(index)
  return out
}

/** The words of the first lines of a paper, not beyond its first page: only what they print can come back as a page head. */
function letterheadWords(lines: readonly string[], marks: readonly (PageMark | undefined)[]): Set<string> {
  const filled = [...lines.keys()].filter((at) => !isBlank(lines[at] ?? ''))
  const least = filled[FIRST_PAGE] ?? lines.length
  const end = marks.findIndex((mark, at) => mark && at >= least)
  const first = filled.slice(0, LETTERHEAD).filter((at) => end < 0 || at < end)
  return new Set(first.flatMap((at) => wordsOf(lines[at] ?? '')))
}

/**
 * Where a page head comes back: lines whose group of three (with a digit and four words) stands at least three times
 * in the text, with other lines between. The first place is the letterhead's own and not among them.
 */
function repeatedGroups(
  lines: readonly string[],
  marks: readonly (PageMark | undefined)[],
  known: ReadonlySet<string>,
): number[] {
  const filled = lines
    .map((line, at) => ({ key: wordsOf(line).join(' '), at }))
    .filter(({ at, key }) => key && !marks[at])
  const places = new Map<string, number[]>()
  for (const [index] of filled.entries()) {
    const group = filled.slice(index, index + 3)
    const key = group.map((line) => line.key).join('|')
    if (group.length < 3 || !/\d/.test(key) || key.split(/[ |]/).length < 4) continue
    if (!key.split(/[ |]/).every((word) => known.has(word))) continue
    const found = places.get(key)
    if (found) found.push(index)
    else places.set(key, [index])
  }
  const seeds: number[] = []
  for (const found of places.values()) {
    const apart = found.filter((index, n) => n === 0 || index - (found[n - 1] ?? 0) > 5)
    if (apart.length >= 3) for (const index of apart.slice(1)) seeds.push(filled[index]?.at ?? 0)
  }
  return seeds
}

/** The words that stand behind at least half of the repeated groups, within twelve filled lines. */
function commonWords(lines: readonly string[], seeds: readonly number[]): Set<string> {
  const count = new Map<string, number>()
  for (const seed of seeds) {
    const window = lines
      .slice(seed, seed + 30)
      .filter((line) => !isBlank(line))
      .slice(0, 12)
    for (const word of new Set(window.flatMap(wordsOf))) count.set(word, (count.get(word) ?? 0) + 1)
  }
  return new Set([...count].filter(([, times]) => times >= Math.max(2, seeds.length / 2)).map(([word]) => word))
}

/**
 * The page feet and heads that stand directly before and behind page marks. What ends one page only is no foot, unless it
 * holds a number of a paper: the resolution may repeat the subject's words. Behind the only page break a head has nothing
 * to be compared with.
 */
function besideMarks(
  lines: readonly string[],
  marks: readonly (PageMark | undefined)[],
  known: ReadonlySet<string>,
): number[][] {
  const regions: { readonly side: number; readonly words: string; readonly region: number[] }[] = []
  for (const [at, mark] of marks.entries()) {
    if (!mark || /\p{L}{3} .*Seite/u.test(mark.words)) continue
    for (const side of [-1, 1]) {
      let index = at + side
      while (index > 0 && index < lines.length && isBlank(lines[index] ?? '') && Math.abs(index - at) < 5) index += side
      const region = regionAround(lines, marks, index, known, 6)
      if (region.length)
        regions.push({ side, words: region.flatMap((line) => lettersOf(lines[line] ?? '')).join(' '), region })
    }
  }
  const breaks = marks.filter((mark, at) => mark && lines.slice(at + 1).some((line) => !isBlank(line))).length
  return regions
    .filter((one) => {
      const times = regions.filter(({ side, words }) => side === one.side && words === one.words).length
      return times > 1 || (one.side === 1 && breaks === 1) || one.region.some((at) => NUMBERED.test(lines[at] ?? ''))
    })
    .map(({ region }) => region)
}

const NUMBERED = /\d\/|\/\d/

/** The words of a line without its numbers, which may count the pages. */
function lettersOf(line: string): string[] {
  return wordsOf(line).filter((word) => /\p{L}/u.test(word))
}

/** The lines around a seed that hold nothing but known words; empty if that is too little, or too much, for a head. */
function regionAround(
  lines: readonly string[],
  marks: readonly (PageMark | undefined)[],
  seed: number,
  known: ReadonlySet<string>,
  most: number,
): number[] {
  if (isBlank(lines[seed] ?? '') || !isHead(lines[seed] ?? '', known)) return []
  let from = seed
  let to = seed
  let filled = 1
  const joins = (at: number): boolean => filled <= most && !marks[at] && isHead(lines[at] ?? '', known)
  while (from > 0 && joins(from - 1)) if (!isBlank(lines[--from] ?? '')) filled++
  while (to < lines.length - 1 && joins(to + 1)) if (!isBlank(lines[++to] ?? '')) filled++
  if (filled > most || isNearTop(lines, from)) return []
  while (from < to && isBlank(lines[from] ?? '')) from++
  while (to > from && isBlank(lines[to] ?? '')) to--
  const words = lines.slice(from, to + 1).flatMap(wordsOf)
  return words.length >= 3 && words.some((word) => /\d/.test(word)) ? range(from, to) : []
}

/** Fewer filled lines stand before it than a letterhead has. */
function isNearTop(lines: readonly string[], from: number): boolean {
  let filled = 0
  for (let at = 0; at < from && filled < 8; at++) if (!isBlank(lines[at] ?? '')) filled++
  return filled < 8
}

function isHead(line: string, known: ReadonlySet<string>): boolean {
  const words = wordsOf(line)
  const sentence = words.length > 2 && /\p{Ll}[.!?]\s*$/u.test(line)
  return !sentence && !/[☐☒]/.test(line) && words.every((word) => known.has(word))
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}

function wordsOf(line: string): string[] {
  return (line.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}/.-]*/gu) ?? []).map((word) => word.replace(/[./-]+$/, ''))
}
