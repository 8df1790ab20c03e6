/**
 * A text as lines, and lines as cells: parted by tabs, bars or runs of blanks. Pure.
 *
 * Units: UTF-16 offsets into the text.
 */

export interface Stretch {
  readonly start: number
  readonly words: string
}

/** All lines that are not empty, and no rules of tables. */
export function linesOf(text: string): Stretch[] {
  const lines: Stretch[] = []
  let start = 0
  for (const words of text.split('\n')) {
    if (/[^\s|:=_-]/.test(words)) lines.push({ start, words })
    start += words.length + 1
  }
  return lines
}

/** The cells of a line, without the blanks around them; empty ones only between tabs or bars. */
export function cellsOf({ start, words }: Stretch): Stretch[] {
  const tabbed = /[\t|]/.test(words)
  const cells: Stretch[] = []
  const inner = words.replace(/^\s*\|/, (edge) => ' '.repeat(edge.length)).replace(/\|\s*$/, '')
  for (const match of inner.matchAll(tabbed ? /[^\t|]*(?:[\t|]|$)/g : /\S+(?: \S+)*/g)) {
    if (tabbed && match.index >= inner.length) break
    const cell = match[0].replace(/[\t|]$/, '')
    const lead = cell.length - cell.trimStart().length
    cells.push({ start: start + match.index + lead, words: cell.trim() })
  }
  return cells
}
