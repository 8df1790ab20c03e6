/**
 * What of a paper is compared with its annotation, field by field: the yardstick's rules for each.
 */
import { type Bundle, type RecordValue, recordsOf } from '../src/bundle.ts'
import {
  compareList,
  compareValue,
  type Finding,
  isPlain,
  type ListRule,
  overlap,
  type Plain,
  plain,
  sameNumber,
  sameText,
  sameVote,
  sameWhether,
  sameWord,
} from './score-match.ts'

const LISTS: readonly ListRule[] = [
  {
    field: 'beratungsfolge',
    match: (gold, read) => sameText(0.9)(gold.gremium, read.gremium) && (gold.datum ?? null) === (read.datum ?? null),
    attributes: {
      oeffentlichkeit: sameWord,
      rolle: sameWord,
      zustaendigkeit: sameText(0.8),
      top: sameWord,
      ergebnis: sameText(0.8),
      abstimmung: sameVote,
    },
  },
  {
    field: 'betraege',
    match: (gold, read, strict) =>
      gold.cent === read.cent &&
      (!strict || ((gold.jahr ?? null) === (read.jahr ?? null) && sameText(0.6)(gold.bezeichnung, read.bezeichnung))),
    attributes: { jahr: sameWord, turnus: sameWord, bezeichnung: sameText(0.6) },
  },
  {
    field: 'vzae',
    match: (gold, read, strict) =>
      gold.wert === read.wert &&
      (gold.einheit ?? 'vzae') === (read.einheit ?? 'vzae') &&
      (!strict || sameText(0.5)(gold.bezug, read.bezug)),
    attributes: { ungefaehr: sameWhether, status: sameWord, jahr: sameWord, bezug: sameText(0.5) },
  },
  {
    field: 'stellen',
    match: (gold, read) => plain(gold.nummer) === plain(read.nummer),
    attributes: { bezeichnung: sameText(0.6), status: sameWord },
  },
  { field: 'verweise', match: (gold, read) => sameNumber(gold.nummer, read.nummer), attributes: {} },
]

const HEAD = {
  nummer: sameNumber,
  art: sameWord,
  betreff: sameText(0.95),
  datum: sameWord,
  oeffentlichkeit: sameWord,
  federfuehrend: sameText(0.8),
} as const

/** Everything that can be said of a reading beside its annotation. */
export function* compare(gold: Plain, bundle: Bundle): Generator<Finding> {
  const only = (key: string): RecordValue | null => recordsOf(bundle, key)[0] ?? null
  const place = only('kommune')
  yield* compareValue('kommune.name', part(gold.kommune, 'name'), place?.name, sameWord, place)
  const paper = only('vorlage')
  for (const [name, same] of Object.entries(HEAD))
    yield* compareValue(`vorlage.${name}`, part(gold.vorlage, name), paper?.[name], same, paper)
  const proposal = only('beschlussvorschlag')
  const wanted = gold.beschlussvorschlag === undefined ? undefined : (part(gold.beschlussvorschlag, 'text') ?? null)
  yield* compareValue('beschlussvorschlag', wanted, proposal?.text, sameText(0.95), proposal)
  const form = only('finanzen')
  for (const name of ['auswirkungen', 'mittel_vorhanden'])
    yield* compareValue(`finanzen.${name}`, part(gold.finanzen, name), form?.[name], sameWord, form)
  for (const rule of LISTS) yield* compareList(rule, gold[rule.field], recordsOf(bundle, rule.field))
  yield* compareTables(gold.tabellen, recordsOf(bundle, 'tabellen'))
}

function part(value: unknown, name: string): unknown {
  return isPlain(value) ? value[name] : undefined
}

/** Tables: each annotated one with the one read that shares most relations between neighbouring cells. */
function* compareTables(gold: unknown, read: readonly RecordValue[]): Generator<Finding> {
  if (gold === undefined) return
  const relations = read.map(relationsOf)
  const used = new Set<number>()
  const frame = { field: 'tabellen' }
  for (const table of Array.isArray(gold) ? gold.filter(isPlain) : []) {
    const wanted = relationsOf(table)
    const hits = relations.map((own, at) => (used.has(at) ? 0 : overlap(wanted, own)))
    const hit = Math.max(0, ...hits)
    const at = hits.indexOf(hit)
    const record = hit > 0 ? (read[at] ?? null) : null
    if (!record) {
      yield { ...frame, gold: table, read: null, right: false, record, tp: 0, fp: 0, fn: wanted.length }
      continue
    }
    used.add(at)
    const [fp, fn] = [(relations[at]?.length ?? 0) - hit, wanted.length - hit]
    yield { ...frame, gold: table, read: record, right: fp + fn === 0, record, tp: hit, fp, fn }
  }
  for (const [at, record] of read.entries()) {
    if (used.has(at)) continue
    yield { ...frame, gold: null, read: record, right: false, record, tp: 0, fp: relations[at]?.length ?? 0, fn: 0 }
  }
}

/** Each cell with its neighbours to the right and below, the measure of the ICDAR 2013 table competition. */
function relationsOf(table: Plain): string[] {
  const rows = [table.spalten, ...(Array.isArray(table.zeilen) ? table.zeilen : [])].filter(
    (row): row is unknown[] => Array.isArray(row) && row.length > 0,
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  const cell = (r: number, c: number): string => plain(rows[r]?.[c])
  const found: string[] = []
  for (let r = 0; r < rows.length; r++)
    for (let c = 0; c < width; c++) {
      const own = cell(r, c)
      if (!own) continue
      const right = range(c + 1, width).find((k) => cell(r, k))
      const below = range(r + 1, rows.length).find((k) => cell(k, c))
      if (right !== undefined) found.push(`${own}→${cell(r, right)}`)
      if (below !== undefined) found.push(`${own}↓${cell(below, c)}`)
    }
  return found
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)
}
