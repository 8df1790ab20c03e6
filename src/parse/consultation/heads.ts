/**
 * The lines of heads above the steps: which columns they name, and where the rows begin.
 *
 * Units: offsets are UTF-16 code units into the paper's text.
 */

import { oneLine } from '../../one-line.ts'
import { findDates } from '../date.ts'
import { isGremium } from '../gremium.ts'
import { latin } from '../latin.ts'
import type { Line } from '../lines.ts'
import { type Column, columnsOf } from './columns.ts'
import { WORD_OF_ROLE } from './patterns.ts'
import { bareBody } from './step.ts'
import { votesNamed } from './vote-columns.ts'

const HEADING = latin(
  oneLine`
    ^(?:\d{1,2}\.? )?(?:Geplante |Weitere |Vorgesehene |Vorläufige |Voraussichtliche |Bisherige )?(?:
      Beratungsfolge|Beratungsverlauf|Beratungsgang|Beratungsablauf|Beratungslauf|Gremienfolge|Gremienweg|
      Gremienlauf|Gremienberatung|Beratungsweg|Adressat(?:en)? der Mitteilung
    )(?: (?:dieser|der) (?:Vorlage|Drucksache))?(?: ?\([^()]{0,40}\))? ?:?(?=\s|$)
  `,
  'i',
)
/** The first half of a head that is broken over two lines. */
const FIRST_HALF = /^(?:Voraussichtliche|Geplante|Vorgesehene)[rs]?$/i

/** The column heads above the rows, and the lines below them; a heading on a row's line is cut off. */
export function headsOf(
  text: string,
  all: readonly Line[],
): { columns: (Column | null)[]; from: number; lines: Line[] } {
  const lines = [...all]
  const columns: (Column | null)[] = []
  let from = 0
  for (; from < Math.min(lines.length, 14); from++) {
    const line = lines[from]
    if (!line) break
    if (columns.length && FIRST_HALF.test(line.text) && columnsOf(lines[from + 1]?.text ?? '')) continue
    const heads = columnsOf(line.text)
    if (heads && (!columns.length || columns.length < 12)) {
      if (line.text.includes('\t')) columns.length = 0
      if (heads.some(Boolean)) columns.push(...heads)
      continue
    }
    const heading = HEADING.exec(line.text)
    if (!heading && votesNamed(line.text).length > 1 && !findDates(line.text).length) {
      columns.length = 0
      while (isRestOfHeads(lines[from + 1])) from++
      continue
    }
    if (!heading && !columns.length && (columnsOf(lines[from + 1]?.text ?? '')?.filter(Boolean).length ?? 0) > 1)
      continue
    if (!heading) break
    const whole = text.slice(line.start + heading[0].length, line.end)
    const closes = /^\s*\([^()]*$/.test(whole)
      ? lines.findIndex((next, at) => at > from && /\)\s*$/.test(next.text))
      : -1
    if (closes > 0 && closes - from < 4) {
      from = closes
      continue
    }
    const rest = whole
    const start = line.start + heading[0].length + (rest.length - rest.trimStart().length)
    lines[from] = { ...line, text: rest.trim(), start }
    if (rest.trim()) from--
  }
  return { columns, from: Math.max(0, from), lines }
}

/** The second line of heads that are broken: short words, none of them a body or a day. */
function isRestOfHeads(line: Line | undefined): boolean {
  if (!line || line.gap || findDates(line.text).length) return false
  return line.text.split('\t').every((cell) => cell.trim().length < 14 && !isGremium(bareBody(cell)))
}

/** `Beschluss` above roles is a column of roles. */
export function settledHeads(
  columns: readonly (Column | null)[],
  above: string,
  data: readonly Line[],
): readonly (Column | null)[] {
  const only = columns.includes('ergebnis') && !columns.includes('rolle') && !/ergebnis/i.test(above)
  const said = only && data.some(({ text }) => WORD_OF_ROLE.test(text))
  return said ? columns.map((column) => (column === 'ergebnis' ? 'rolle' : column)) : columns
}
