/**
 * What is expected of a paper against what was read: one line per difference.
 *
 * Only what an expectation names is compared. Lists are matched as multisets by their key (amounts by cents and year,
 * steps by body and day), then entry by entry; whatever was read beyond them is a difference too. White space, dashes
 * and quotation marks are folded; of free descriptions (`bezeichnung`, `bezug`) enough words must agree.
 */

/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>

/** One difference: `betraege[50.000 Euro].jahr: erwartet 2031, gelesen null`. */
export type Difference = string

type Same = (expected: unknown, got: unknown) => boolean

interface ListRule {
  /** Fields that make an entry the same entry. */
  readonly key: readonly string[]
  /** Fields that name an entry in the output, the first that is set. */
  readonly label: readonly string[]
  readonly same?: Readonly<Record<string, Same>>
  /** Fields that are not compared. */
  readonly skip?: readonly string[]
}

const LISTS: Readonly<Record<string, ListRule>> = {
  beratungsfolge: { key: ['gremium', 'datum'], label: ['gremium'] },
  betraege: { key: ['cent', 'jahr'], label: ['zitat'], same: { bezeichnung: similar(0.5) }, skip: ['zitat'] },
  vzae: { key: ['wert', 'einheit'], label: ['zitat'], same: { bezug: similar(0.5) }, skip: ['zitat'] },
  stellen: { key: ['nummer'], label: ['nummer'], same: { bezeichnung: similar(0.5) } },
  verweise: { key: ['nummer'], label: ['nummer'] },
}

const OBJECTS = ['kommune', 'vorlage', 'beschlussvorschlag', 'finanzen'] as const

/** Every difference between an expectation and the records of a bundle, in the order of the expectation. */
export function differences(expected: Fields, got: Fields): Difference[] {
  const found: Difference[] = []
  for (const key of OBJECTS) if (key in expected) found.push(...objects(key, expected[key], got[key]))
  for (const [key, rule] of Object.entries(LISTS)) {
    if (key in expected) found.push(...lists(key, rule, entriesOf(expected[key]), entriesOf(got[key])))
  }
  if ('tabellen' in expected) found.push(...tables(entriesOf(expected.tabellen), entriesOf(got.tabellen)))
  return found
}

function objects(name: string, expected: unknown, got: unknown): Difference[] {
  const wanted = fieldsOf(expected)
  const read = fieldsOf(got)
  if (!wanted) return !read || Object.values(bare(read)).every(isNothing) ? [] : [line(name, null, bare(read))]
  return Object.entries(wanted).flatMap(([key, value]) =>
    equal(value, read?.[key]) ? [] : [line(`${name}.${key}`, value, read?.[key])],
  )
}

function lists(name: string, rule: ListRule, expected: readonly Fields[], got: readonly Fields[]): Difference[] {
  const left = [...got]
  const pairs = expected.map((wanted) => {
    const close = left.filter((read) => rule.key.every((key) => equal(wanted[key], read[key])))
    const best = close.toSorted((a, b) => faults(rule, wanted, a).length - faults(rule, wanted, b).length)[0]
    if (best) left.splice(left.indexOf(best), 1)
    return { wanted, best }
  })
  return [
    ...pairs.flatMap(({ wanted, best }) => {
      const label = `${name}[${labelOf(rule, wanted)}]`
      if (!best) return [line(label, keysOf(rule, wanted), 'fehlt')]
      return faults(rule, wanted, best).map((key) => line(`${label}.${key}`, wanted[key], best[key]))
    }),
    ...left.map((read) => line(`${name}[${labelOf(rule, read)}]`, 'nichts', keysOf(rule, read))),
  ]
}

function faults(rule: ListRule, wanted: Fields, read: Fields): string[] {
  return Object.keys(wanted).filter(
    (key) =>
      !rule.key.includes(key) && !rule.skip?.includes(key) && !(rule.same?.[key] ?? equal)(wanted[key], read[key]),
  )
}

function tables(expected: readonly Fields[], got: readonly Fields[]): Difference[] {
  const left = [...got]
  const found = expected.flatMap((wanted, at) => {
    const grid = gridOf(wanted)
    const best = left.toSorted((a, b) => shared(grid, gridOf(b)) - shared(grid, gridOf(a)))[0]
    const name = `tabellen[${at + 1}${typeof wanted.titel === 'string' ? ` ${wanted.titel}` : ''}]`
    if (!best || !shared(grid, gridOf(best))) return [line(name, grid[0]?.join(' | '), 'fehlt')]
    left.splice(left.indexOf(best), 1)
    const about = ['art', 'einheit', 'titel'].filter((key) => key in wanted && !equal(wanted[key], best[key]))
    return [...about.map((key) => line(`${name}.${key}`, wanted[key], best[key])), ...cells(name, grid, gridOf(best))]
  })
  return [...found, ...left.map((read) => line('tabellen', 'nichts', gridOf(read)[0]?.join(' | ')))]
}

function cells(name: string, expected: readonly string[][], got: readonly string[][]): Difference[] {
  if (expected.length !== got.length) return [line(`${name}.zeilen`, expected.length - 1, got.length - 1)]
  return expected.flatMap((row, r) => {
    const read = got[r] ?? []
    const width = Math.max(row.length, read.length)
    return Array.from({ length: width }, (_, c) => c)
      .filter((c) => (row[c] ?? '') !== (read[c] ?? ''))
      .map((c) => line(`${name}.zelle ${r}/${c + 1}`, row[c] ?? '', read[c] ?? ''))
  })
}

/** Head and rows, folded; bullets are no part of a cell. */
function gridOf(table: Fields): string[][] {
  const head = Array.isArray(table.spalten) ? table.spalten : []
  const rows = Array.isArray(table.zeilen) ? table.zeilen : []
  return [head, ...rows].map((row: unknown) =>
    Array.isArray(row) ? row.map((cell: unknown) => fold(String(cell ?? '').replace(/^[●•]\s*/, ''))) : [],
  )
}

function shared(a: readonly string[][], b: readonly string[][]): number {
  const have = new Set(b.flat())
  return a.flat().filter((cell) => cell && have.has(cell)).length
}

/** A label as printed and one as read agree if enough of their words do. */
function similar(share: number): Same {
  return (expected, got) => {
    if (typeof expected !== 'string' || typeof got !== 'string') return equal(expected, got)
    const wanted = wordsOf(expected)
    const read = wordsOf(got)
    const both = wanted.filter((word) => read.includes(word)).length
    return (2 * both) / (wanted.length + read.length || 1) >= share
  }
}

function equal(expected: unknown, got: unknown): boolean {
  if (isNothing(expected)) return isNothing(got)
  if (typeof expected === 'string' && typeof got === 'string') return fold(expected) === fold(got)
  if (Array.isArray(expected) && Array.isArray(got)) {
    return expected.length === got.length && expected.every((value, at) => equal(value, got[at]))
  }
  const wanted = fieldsOf(expected)
  const read = fieldsOf(got)
  if (wanted && read) return Object.entries(wanted).every(([key, value]) => equal(value, read[key]))
  return expected === got
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll('\u00ad', '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/["„“”»«‚‘’']/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

function wordsOf(text: string): string[] {
  return fold(text)
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .filter(Boolean)
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined
}

function entriesOf(value: unknown): Fields[] {
  if (!Array.isArray(value)) return []
  return value.map((entry: unknown) => fieldsOf(entry)).filter((entry) => entry !== undefined)
}

/** A record without its frame. */
function bare(record: Fields): Fields {
  return Object.fromEntries(
    Object.entries(record).filter(([key]) => !['id', 'zweifel', 'beleg', 'belege'].includes(key)),
  )
}

function labelOf(rule: ListRule, entry: Fields): string {
  const proof = fieldsOf(entry.beleg)
  return String(rule.label.map((key) => entry[key]).find((value) => !isNothing(value)) ?? proof?.zitat ?? '?')
}

function keysOf(rule: ListRule, entry: Fields): Fields {
  return Object.fromEntries(rule.key.map((key) => [key, entry[key] ?? null]))
}

function line(field: string, expected: unknown, got: unknown): Difference {
  return `${field}: erwartet ${short(expected)}, gelesen ${short(got)}`
}

/** A value on one line; of two long texts only the beginning, the length tells the rest. */
function short(value: unknown): string {
  const text = JSON.stringify(value ?? null)
  return text.length > 160 ? `${text.slice(0, 150)}… (${text.length} Zeichen)` : text
}
