/**
 * What an extractor says of the records of those before it, applied to them: doubts that arithmetic casts or settles.
 *
 * Doubt outweighs: a record on which a doubt is cast keeps all the others.
 */
import type { RecordValue } from './bundle.ts'
import type { Verdict } from './extractor.ts'

type Records = Record<string, RecordValue[] | RecordValue | null>

/** Verdicts are looked up by where they stand; a stretch is this long. */
const STRETCH = 2048

/** Replaces the records that verdicts concern, but those of the keys in `own`. Lists of records only. */
export function applyVerdicts(daten: Records, own: readonly string[], verdicts: readonly Verdict[]): void {
  if (!verdicts.length) return
  const near = byStretch(verdicts)
  for (const [key, value] of Object.entries(daten)) {
    if (!Array.isArray(value) || own.includes(key)) continue
    daten[key] = value.map((record) => judged(record, near.get(Math.floor(record.beleg.von / STRETCH)) ?? []))
  }
}

function judged(record: RecordValue, verdicts: readonly Verdict[]): RecordValue {
  const { von, bis } = record.beleg
  const mine = verdicts.filter(({ start, end }) => start <= von && bis <= end)
  if (!mine.length) return record
  const cast = mine.flatMap(({ casts }) => casts ?? [])
  const settled: readonly string[] = cast.length ? [] : mine.flatMap(({ settles }) => settles ?? [])
  const zweifel = [...new Set([...record.zweifel.filter((doubt) => !settled.includes(doubt)), ...cast])]
  return { ...record, zweifel }
}

function byStretch(verdicts: readonly Verdict[]): ReadonlyMap<number, readonly Verdict[]> {
  const found = new Map<number, Verdict[]>()
  for (const verdict of verdicts) {
    for (let at = Math.floor(verdict.start / STRETCH); at * STRETCH < verdict.end; at++) {
      const there = found.get(at)
      if (there) there.push(verdict)
      else found.set(at, [verdict])
    }
  }
  return found
}
