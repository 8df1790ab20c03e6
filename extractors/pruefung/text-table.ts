/**
 * Amounts of the text against amounts of the tables.
 *
 * An amount of four digits or more that stands in both proves how the table is read, its unit included. Two amounts that
 * differ in one digit, or by two digits that changed places, carry a common word in their labels and have no partner of
 * their own, are the same amount printed differently: labels alone prove nothing, many things are named alike.
 */
import type { RecordValue } from '../../src/extractor.ts'
import { type Finding, findingOf } from './finding.ts'
import type { Grid } from './grid.ts'
import { amountOf } from './record-value.ts'
import type { Value } from './value.ts'

const PROVED = ['massstab-angenommen', 'zahl-unklar'] as const
/** Amounts with fewer digits other than closing zeros are equal by chance. */
const DIGITS = 4
/** More pairs than these meet by chance; only the sameness of all digits counts then. */
const PAIRS = 20_000

interface Printed {
  readonly record: RecordValue
  readonly cent: number
  readonly value: Value
}

export function* textAgainstTables(amounts: readonly RecordValue[], grids: readonly Grid[]): Generator<Finding> {
  const printed = amounts.flatMap((record): Printed[] => {
    const value = amountOf(record)
    const long = typeof record.cent === 'number' && digitsOf(record.cent).replace(/0+$/, '').length >= DIGITS
    return value && long && !record.ungefaehr ? [{ record, cent: Number(record.cent), value }] : []
  })
  const inTables = printed.filter(({ record }) => record.herkunft === 'tabelle')
  const inText = printed.filter(({ record }) => record.herkunft !== 'tabelle')
  const said = new Set<number>()
  for (const one of inText) {
    if (said.has(one.cent)) continue
    said.add(one.cent)
    const same = inTables.find(({ cent }) => cent === one.cent)
    const near = same || inText.length * inTables.length > PAIRS ? undefined : nearTo(one, inTables, inText)
    const other = same ?? near
    if (other) yield compared(one, other, grids)
  }
}

function compared(one: Printed, other: Printed, grids: readonly Grid[]): Finding {
  const finding = findingOf({
    ...{ art: 'text-tabelle', gegenstand: labelOf(one.record) || null, rechnung: `${other.value.printed} (Tabelle)` },
    ...{ target: one.value, expected: other.value.milli, tolerance: (one.value.ulp + other.value.ulp) / 2 },
    parts: [{ start: other.value.start, end: other.value.end }],
    place: placeIn(grids, other.value),
    sure: ![one, other].some(({ record }) => record.zweifel.includes('texterkennung')),
    strong: false,
  })
  if (one.cent !== other.cent) return finding
  const cell = { start: other.value.start, end: other.value.end, settles: [...PROVED] }
  return { ...finding, verdicts: [...finding.verdicts, cell] }
}

/** The one table amount that differs by a slip of the pen; none of the two may have an equal elsewhere. */
function nearTo(one: Printed, inTables: readonly Printed[], inText: readonly Printed[]): Printed | undefined {
  const near = inTables.filter(
    (other) =>
      isSlip(digitsOf(one.cent), digitsOf(other.cent)) &&
      Math.sign(one.cent) === Math.sign(other.cent) &&
      !inText.some(({ cent }) => cent === other.cent) &&
      shareWord(labelOf(one.record), labelOf(other.record)),
  )
  return near.length === 1 ? near[0] : undefined
}

function isSlip(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const apart = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]))
  const [first = 0, second = 0] = apart
  if (apart.length === 1) return true
  return apart.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first]
}

function shareWord(a: string, b: string): boolean {
  const words = (label: string): string[] => label.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const theirs = new Set(words(b))
  return words(a).some((word) => theirs.has(word) && !/^(?:summe|gesamt|euro|brutto|netto|kosten|betrag)$/.test(word))
}

function placeIn(grids: readonly Grid[], { start, end }: Value) {
  for (const { table, spans } of grids) {
    for (const [row, cells] of spans.entries()) {
      const column = cells.findIndex((cell) => cell.start <= start && end <= cell.end)
      if (table && column >= 0) return { tabelle: table, zeile: row + 1, spalte: column + 1 }
    }
  }
  return null
}

function digitsOf(cent: number): string {
  return String(Math.abs(cent))
}

function labelOf({ bezeichnung }: RecordValue): string {
  return typeof bezeichnung === 'string' ? bezeichnung : ''
}
