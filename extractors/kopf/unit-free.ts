/**
 * Units that stand in a letterhead without a label: on a line or in a cell of their own, between dashes, in an address.
 */
import type { Span } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { isLabel } from '../../src/parse/label-parts.ts'
import { cellsOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { isBroadUnit, isUnitName } from '../../src/parse/unit-name.ts'
import type { Fact } from './facts.ts'
import type { Title } from './title.ts'
import type { Zone } from './zone.ts'

/** A name that goes on. */
export const UNFINISHED = /(?:[,-]|\s(?:und|u\.|für|der|des|sowie))$/u

/** The first cell of the letterhead that names a unit; one within it may stand right below, or beside it. */
export function freeUnit(paper: ReadPaper, zone: Zone, title: Title | undefined): Fact<string> | undefined {
  let broad: Fact<string> | undefined
  for (const [at, line] of zone.lines.slice(0, 14).entries()) {
    if (title && line.start >= title.start) break
    if (broad && line.gap) break
    if (line.text.length >= 160 || kindOfLine(line.text)) continue
    for (const cell of cellsOf(paper.text, line).slice(0, at < 6 ? 3 : 1)) {
      const labelled = zone.head.values.some(({ start }) => start >= cell.start && start < cell.end)
      const unit = labelled ? undefined : unitIn(cell)
      if (!unit || unit.value.split(/[\s/,]+/).every((word) => isLabel(word))) continue
      const label = isRowOfForm(paper, zone, at) ? (UNIT_LABEL.exec(unit.value)?.[0].length ?? 0) : 0
      const found = { ...unit, value: unit.value.slice(label), start: unit.start + label }
      if (!isBroadUnit(found.value)) return found
      broad ??= found
    }
  }
  return broad
}

/** The unit a cell names: all of it, without dashes around, or one of the parts of an address line. */
function unitIn(cell: Span & { text: string }): Fact<string> | undefined {
  const bare = cell.text.replace(TAIL, '')
  const parts = [
    bare,
    bare.replace(HEAD_OF, ''),
    bare.replace(/^[-–(] ?| ?[-–)]$/gu, ''),
    ...(ADDRESS.test(bare) ? bare.split(BETWEEN) : []),
  ]
  const value = parts
    .map((part) => part.trim())
    .find((part) => isUnitName(UNFINISHED.test(part) ? `${part} Umwelt` : part))
  const start = cell.start + cell.text.indexOf(value ?? '')
  return value ? { value, start, end: start + value.length } : undefined
}

/** Who heads the house, before the unit in the same cell. */
const HEAD_OF = /^(?:(?:Der|Die|DER|DIE) )?(?:(?:Ober)?[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?|Magistrat) (?=\p{Lu})/u
/** What of the next column stands behind a unit. */
const TAIL = /\s+(?:(?:nicht)?öffentlich|Datum(?::.*)?|Tel.*|A[zZ]\.?(?::.*)?|Vorlage .*\d)$/u
/** A line that begins with the town or ends with its post code: the unit stands between others. */
const ADDRESS =
  /^(?:\p{L}*[Ss]tadt|STADT|Gemeinde|GEMEINDE|Markt|Landkreis|Kreis|Verbandsgemeinde|Samtgemeinde|Amt|Magistrat) ?\p{L}|\d{5} \p{Lu}/u
const BETWEEN = /\s*[·•|*,]\s*|\s[-–]\s|\s\/\s/u

/** A noun for a unit in front of one's code and name. */
const UNIT_LABEL = /^(?:Geschäftsbereich|Fachbereich|Fachdienst|Dezernat|Referat|Amt) (?=[\dA-Z]{1,4} ?[-–] \p{Lu})/u

/** Between two lines that hold a label with its value, yet no colon (`Status öffentlich`), a line does so, too. */
function isRowOfForm(paper: ReadPaper, zone: Zone, at: number): boolean {
  return [at - 1, at + 1].every((near) => {
    const line = zone.lines[near]
    const value = line && zone.head.values.find(({ start, end }) => start > line.start && end <= line.end)
    return line && value && !/[:\t]/.test(paper.text.slice(line.start, line.end))
  })
}
