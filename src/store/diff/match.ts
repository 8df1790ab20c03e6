/**
 * Which record of a new reading is which of the old one: what is wholly the same first, then what is printed at the same
 * place, then what has the same words, each in order of the text. Linear in the number of records.
 */
import type { KeptRecord } from './snapshot.ts'

export interface Pair {
  /** Null: the record is new. */
  readonly alt: KeptRecord | null
  /** Null: the record is lost. */
  readonly neu: KeptRecord | null
}

type Key = (record: KeptRecord) => string | null

/**
 * Pairs of the records of one table of one paper.
 *
 * @param sameText
 *   The text is the same in both readings, so that offsets can be compared.
 */
export function pairsOf(alt: readonly KeptRecord[], neu: readonly KeptRecord[], sameText: boolean): Pair[] {
  const pairs = new Map<KeptRecord, KeptRecord>()
  const taken = new Set<KeptRecord>()
  for (const key of [whole(sameText), ...(sameText ? [place] : []), whole(false), words, only(alt, neu)]) {
    const free = Map.groupBy(
      neu.filter((record) => !taken.has(record)),
      key,
    )
    for (const queue of free.values()) queue.reverse()
    for (const record of alt) {
      const found = pairs.has(record) ? null : key(record)
      const match = found === null ? undefined : free.get(found)?.pop()
      if (!match) continue
      pairs.set(record, match)
      taken.add(match)
    }
  }
  return [
    ...alt.map((record) => ({ alt: record, neu: pairs.get(record) ?? null })),
    ...neu.filter((record) => !taken.has(record)).map((record) => ({ alt: null, neu: record })),
  ]
}

function whole(withPlace: boolean): Key {
  return (record) => JSON.stringify([record.fields, record.zitat, withPlace ? record.von : null])
}

function place({ von, bis }: KeptRecord): string | null {
  return von === null ? null : `${von}-${bis}`
}

function words({ zitat }: KeptRecord): string | null {
  return zitat
}

/** The one record of a kind of which there is one in both. */
function only(alt: readonly KeptRecord[], neu: readonly KeptRecord[]): Key {
  return () => (alt.length === 1 && neu.length === 1 ? '' : null)
}
