/**
 * Compares what was read with annotations, record by record: which record answers which annotation, and which of its
 * fields are right. The rules are those of the yardstick (`../shared/score/score.mjs`); a test holds the two together.
 *
 * Units: none; everything is counted.
 */
import type { RecordValue } from '../src/bundle.ts'

export type Plain = Readonly<Record<string, unknown>>

/** One annotated field or one record: what was expected, what was read, whether they agree. */
export interface Finding {
  /** Field as the yardstick names it: `betraege`, `betraege.jahr`, `vorlage.nummer`. */
  readonly field: string
  /** Null: nothing of the kind is printed. */
  readonly gold: unknown
  /** Null: nothing was read. */
  readonly read: unknown
  readonly right: boolean
  /** The record that holds what was read. */
  readonly record: RecordValue | null
  /** How many hits, wrong and missed values it counts for; tables count relations between cells. */
  readonly tp: number
  readonly fp: number
  readonly fn: number
}

type Same = (gold: unknown, read: unknown) => boolean

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value))
const fold = (value: unknown): string =>
  text(value)
    .normalize('NFKC')
    .replace(/\u00ad/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[„“”"»«‚‘’']/g, '"')
    .replace(/\s+/g, ' ')
    .trim()

/** Words in lower case without punctuation. */
export const plain = (value: unknown): string =>
  fold(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%€.,/-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const wordsOf = (value: unknown): string[] =>
  plain(value)
    .split(/[\s-]+/)
    .map((word) => word.replace(/^[.,/]+|[.,/]+$/g, ''))
    .filter(Boolean)

/** F1 over the multiset of words. */
function wordF1(a: unknown, b: unknown): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  return x.length + y.length ? (2 * overlap(x, y)) / (x.length + y.length) : 1
}

/** How many entries two lists share. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1)
  let hits = 0
  for (const one of b) {
    const times = left.get(one) ?? 0
    if (times > 0) hits++
    left.set(one, times - 1)
  }
  return hits
}

export const sameText =
  (least: number): Same =>
  (a, b) =>
    nothing(a) || nothing(b) ? nothing(a) && nothing(b) : wordF1(a, b) >= least
export const sameWord: Same = (a, b) =>
  (nothing(a) && nothing(b)) || (!nothing(a) && !nothing(b) && plain(a) === plain(b))
export const sameWhether: Same = (a, b) => Boolean(a) === Boolean(b)
export const sameNumber: Same = (a, b) => refKey(a) === refKey(b)
export const sameVote: Same = (a, b) =>
  isPlain(a) && isPlain(b) && ['ja', 'nein', 'enthaltung'].every((name) => (a[name] ?? null) === (b[name] ?? null))

function refKey(value: unknown): string {
  return fold(value)
    .toUpperCase()
    .replace(/^(DRUCKSACHEN?|VORLAGEN?|DS|NR)[\s.:-]*(NR\.?)?\s*/i, '')
    .replace(/\s+/g, '')
}

export function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function nothing(value: unknown): boolean {
  return value === null || value === undefined
}

/** A single field. Nothing if it was not annotated, or is neither printed nor read. */
export function* compareValue(
  field: string,
  gold: unknown,
  read: unknown,
  same: Same,
  record: RecordValue | null,
): Generator<Finding> {
  if (gold === undefined || (gold === null && nothing(read))) return
  const right = gold !== null && !nothing(read) && same(gold, read)
  yield {
    field,
    gold,
    read: read ?? null,
    right,
    record,
    tp: right ? 1 : 0,
    fp: !right && !nothing(read) ? 1 : 0,
    fn: !right && gold !== null ? 1 : 0,
  }
}

/** How the records of one kind answer to annotations. */
export interface ListRule {
  readonly field: string
  /** Is it the same record? `strict`: with what tells twins apart. */
  readonly match: (gold: Plain, read: Plain, strict: boolean) => boolean
  readonly attributes: Readonly<Record<string, Same>>
}

/** A list, entry by entry in order. Nothing if it was not annotated. */
export function* compareList(rule: ListRule, gold: unknown, read: readonly RecordValue[]): Generator<Finding> {
  if (gold === undefined) return
  const used = new Set<number>()
  for (const entry of Array.isArray(gold) ? gold.filter(isPlain) : []) {
    const at = [true, false]
      .map((strict) => read.findIndex((other, index) => !used.has(index) && rule.match(entry, other, strict)))
      .find((index) => index >= 0)
    const record = at === undefined ? undefined : read[at]
    if (at === undefined || !record) {
      yield { field: rule.field, gold: entry, read: null, right: false, record: null, tp: 0, fp: 0, fn: 1 }
      continue
    }
    used.add(at)
    yield { field: rule.field, gold: entry, read: record, right: true, record, tp: 1, fp: 0, fn: 0 }
    yield* compareAttributes(rule, entry, record)
  }
  for (const [index, record] of read.entries()) {
    if (used.has(index)) continue
    yield { field: rule.field, gold: null, read: record, right: false, record, tp: 0, fp: 1, fn: 0 }
  }
}

function* compareAttributes(rule: ListRule, gold: Plain, record: RecordValue): Generator<Finding> {
  for (const [name, same] of Object.entries(rule.attributes)) {
    const [expected, read] = [gold[name], record[name] ?? null]
    if (expected === undefined || (expected === null && read === null)) continue
    const right = same(expected, read)
    const counts = right ? { tp: 1, fp: 0, fn: 0 } : { tp: 0, fp: read === null ? 0 : 1, fn: expected === null ? 0 : 1 }
    yield { field: `${rule.field}.${name}`, gold: expected, read, right, record, ...counts }
  }
}
