/**
 * A step on one line, its parts set apart by one sign: `Bauausschuss - Vorberatung - 05.05.2031 - öffentlich`.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 * Never guesses: each part is something known, a body and a day or a role are among them, and none comes twice.
 */
import type { Span } from '../../document.ts'
import type { Line } from '../lines.ts'
import { piecesOf } from './cell-pieces.ts'

type Cell = Span & { readonly text: string }

const SIGNS = [' - ', ' – ', ' | ', ' / ', '; ', ' • ', ' · ', ': ']
const LONGEST = 200

/** The parts of such a line as cells; undefined for any other. */
export function dashedCells(line: Line): Cell[] | undefined {
  if (line.text.length > LONGEST) return undefined
  for (const sign of SIGNS) {
    if (!line.text.includes(sign)) continue
    const cells = cut(line, sign)
    if (cells.length > 2 && areParts(cells)) return cells
  }
  return undefined
}

function cut(line: Line, sign: string): Cell[] {
  let at = line.start
  return line.text.split(sign).map((text) => {
    const start = at
    at += text.length + sign.length
    return { text, start, end: start + text.length }
  })
}

function areParts(cells: readonly Cell[]): boolean {
  const held = cells.map((cell) => {
    const pieces = piecesOf(cell)
    return pieces.length === 1 ? pieces[0]?.held : undefined
  })
  if (held.some((one) => one === undefined || one === 'text' || one === 'zahl')) return false
  const kinds = new Set(held)
  return kinds.size === held.length && kinds.has('gremium') && (kinds.has('datum') || kinds.has('rolle'))
}
