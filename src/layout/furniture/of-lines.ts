/**
 * Page heads, feet and page numbers of a plain text: found by page marks and by repetition, taken out of the lines.
 *
 * Reads: page marks (`page-marks.ts`); words of the letterhead that come back (`running-heads.ts`); what comes back at the
 * edges of pages between form feeds (`page-edges.ts`); the foot of the last page (`last-foot.ts`).
 * Source: papers saved as text from PDF, where a page head stands in the middle of a sentence or table.
 */
import type { Furniture } from '../../document.ts'
import { isBlank, type TextLine } from '../text/lines.ts'
import { lastFoot } from './last-foot.ts'
import { pageEdges } from './page-edges.ts'
import { pageMarks } from './page-marks.ts'
import { runningHeads } from './running-heads.ts'

export interface Cleared {
  readonly lines: readonly TextLine[]
  readonly furniture: readonly Furniture[]
}

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
