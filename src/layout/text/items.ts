/**
 * Paragraphs and list items of a group of lines. An item begins with a printed marker: `1.`, `a)`, `-`, `•`, `o`.
 */
import { BULLETS } from '../../bullets.ts'
import type { RawBlock, RawLine } from '../../readers/compose.ts'
import { isTornAbbreviation } from '../markers.ts'
import type { TextLine } from './lines.ts'
import { CROSSED, partedLines } from './side-by-side.ts'
import { tabCells } from './tab-tables.ts'

const BULLET = new RegExp(String.raw`^\s*([${BULLETS}]|o)\s+(?=\S)`, 'u')
const NUMBER = /^\s*(\d{1,2}[.)]|\(\d{1,2}\)|[a-z][.)]|[ivx]{1,4}\))\s+(?=\S)/u

/** The printed list marker a line begins with. */
export function markerOf(line: string): string | undefined {
  return (BULLET.exec(line) ?? NUMBER.exec(line))?.[1]
}

/** Paragraphs and items of lines without tables. */
export function linesAndItems(printed: readonly TextLine[]): RawBlock[] {
  const lines = partedLines(printed)
  const blocks: { type: 'paragraph' | 'item'; marker: string; depth: number; lines: RawLine[] }[] = []
  let last: string | undefined
  for (const [at, line] of lines.entries()) {
    const marker = markerOf(line.text)
    const open = blocks.at(-1)
    if (marker && begins(marker, last, lines[at - 1]?.text)) {
      const indent = line.text.length - line.text.trimStart().length
      const depth = Math.min(3, Math.floor(indent / 2))
      const from = line.text.indexOf(marker) + marker.length
      blocks.push({ type: 'item', marker, depth, lines: [rawLine({ ...line, text: line.text.slice(from) })] })
      last = marker
    } else if (open) open.lines.push(rawLine(line))
    else blocks.push({ type: 'paragraph', marker: '', depth: 0, lines: [rawLine(line)] })
  }
  return blocks.map(({ type, marker, depth, lines: own }) =>
    type === 'item' ? { type, marker, depth, lines: own } : { type, lines: own },
  )
}

/** May an item begin here? In the middle of a wrapped paragraph `3. Quartal` or `– nach Beratung –` is none. */
function begins(marker: string, last: string | undefined, before: string | undefined): boolean {
  if (before === undefined) return true
  if (isTornAbbreviation(before, `${marker} `)) return false
  const ended = /[.:;!?,)]\s*$/.test(before) || before.trim().length < 60
  if (/^[a-z][.)]$/.test(marker)) return ended && (marker.startsWith('a') || previousLetter(marker) === last?.[0])
  if (!/\d/.test(marker)) return ended || marker === last
  const number = Number(/\d+/.exec(marker)?.[0])
  const previous = last && /\d/.test(last) ? Number(/\d+/.exec(last)?.[0]) : 0
  return number === previous + 1 && (ended || previous > 0)
}

function previousLetter(marker: string): string {
  return String.fromCharCode(marker.charCodeAt(0) - 1)
}

/** A line as blocks hold it: blanks folded, tabs kept between words. */
export function rawLine(line: TextLine): RawLine {
  const text = line.text.includes('\t')
    ? tabCells(line.text).filter(Boolean).join('\t')
    : CROSSED.test(line.text)
      ? line.text
      : line.text.replace(/ {2,}/g, ' ')
  return { text, ...(line.page === undefined ? {} : { page: line.page }) }
}
