/** An amount as its record has it, with the precision it is printed with. */
import type { RecordValue } from '../../src/extractor.ts'
import { cellOf, isValue, type Value } from './value.ts'

export function amountOf(record: RecordValue | undefined): Value | undefined {
  if (!record || typeof record.cent !== 'number' || typeof record.zitat !== 'string') return undefined
  const { von, bis } = record.beleg
  const cell = cellOf(record.zitat, von, { scale: 1, money: true, staff: false })
  // A cell without unit ("1,2" in a column in Mio. €) is as precise as the scale of its column lets it be.
  const scale = isValue(cell) && cell.milli !== 0 ? Math.abs((record.cent * 10) / cell.milli) : 1
  const ulp = isValue(cell) ? Math.max(1, Math.round(cell.ulp * scale)) : 1000
  const base = { money: true, staff: false, marked: true, lead: '', printed: record.zitat }
  return { ...base, start: von, end: bis, milli: record.cent * 10, ulp }
}
