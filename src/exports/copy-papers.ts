/**
 * Papers from one database into another, a few hundred at a time, with clerks and closed steps taken out of every text.
 *
 * Reads: rows as plain lists in the order of their columns; both databases have the same tables.
 */
import type Database from 'better-sqlite3'
import { insertSql } from '../store/ddl.ts'
import { targetOf } from '../store/describe.ts'
import type { Model, Table } from '../store/model.ts'
import type { SqlValue } from '../store/values.ts'
import { type Mask, maskOf } from './mask.ts'
import type { Range } from './personal.ts'
import type { FindPersonal, Printed } from './second.ts'

/** Papers read at once. */
const CHUNK = 100

/** Never words of a paper, so never masked. */
const NOT_WORDS = new Set([
  'datensatz',
  'tabelle',
  'feld',
  'sha256',
  'lesart',
  'extraktor',
  'code',
  'stufe',
  'zweifel',
  'kommune_zweifel',
  'flaechen',
  'kommune_datensatz',
])

type Values = SqlValue[]

interface Copied {
  readonly table: Table
  /** Place of a column by its name. */
  readonly at: (column: string) => number
  /** Places of the columns whose words are masked. */
  readonly words: readonly number[]
  readonly insert: (row: Values) => void
}

interface Own extends Copied {
  /** Rows of the papers from one id to another, by paper. */
  readonly rows: (from: number, to: number) => Map<number, Values[]>
  readonly children: readonly (Copied & { readonly rows: (from: number, to: number) => Map<number, Values[]> })[]
}

/**
 * Copy the papers with these ids, in order. While one chunk is masked and written, `find` looks through the texts of the
 * next for clerks, in another thread.
 */
export async function copyPapers(
  source: Database.Database,
  db: Database.Database,
  model: Model,
  ids: readonly number[],
  find: FindPersonal,
): Promise<void> {
  const { read, write } = copyOf(source, db, model)
  let before: (() => Promise<void>) | undefined
  for (const chunk of chunksOf(ids)) {
    const papers = read(chunk)
    const found = find(papers)
    await before?.()
    before = async () => {
      const personal = await found
      for (const [at, paper] of papers.entries()) write(paper, personal[at] ?? [])
    }
  }
  await before?.()
}

interface Paper extends Printed {
  readonly id: number
  readonly row: Values
  readonly belege: readonly Values[]
  readonly records: readonly { readonly one: Own; readonly rows: readonly Values[]; readonly children: Children }[]
}

type Children = readonly { readonly child: Copied; readonly rows: ReadonlyMap<number, Values[]> }[]

/** How the papers of a chunk are read, and how one is written. */
function copyOf(source: Database.Database, db: Database.Database, model: Model) {
  const copied = (table: Table): Copied => copier(db, table)
  const papers = copied(tableOf(model, 'vorlage'))
  const proofs = copied(tableOf(model, 'beleg'))
  const paperRows = grouped(source, 'SELECT * FROM "vorlage" WHERE "id" BETWEEN ? AND ?', papers.at('id'))
  const proofRows = grouped(source, ofPapers('beleg'), proofs.at('vorlage_id'))
  const own = model.tables
    .filter(({ name, columns }) => name !== 'beleg' && columns.some((column) => column.name === 'vorlage_id'))
    .map((table): Own => {
      const one = copied(table)
      return {
        ...one,
        rows: grouped(source, ofPapers(table.name), one.at('vorlage_id')),
        children: childrenOf(source, model, table, copied),
      }
    })
  const shown = db.prepare<[number], string>('SELECT pfad FROM quelle WHERE id = ?').pluck()
  const setPath = db.prepare('UPDATE quelle SET pfad = ? WHERE id = ?')
  const steps = own.find(({ table }) => table.name === 'beratung')
  const references = own.find(({ table }) => table.name === 'verweis')
  const rowsIn = (records: Paper['records'], table: Own | undefined): readonly Values[] =>
    records.find(({ one }) => one === table)?.rows ?? []

  const read = (chunk: readonly number[]): Paper[] => {
    const from = chunk[0] ?? 0
    const to = chunk.at(-1) ?? 0
    const rows = paperRows(from, to)
    const belege = proofRows(from, to)
    const tables = own.map((one) => ({
      one,
      rows: one.rows(from, to),
      children: one.children.map((child) => ({ child, rows: child.rows(from, to) })),
    }))
    return chunk.map((id) => {
      const row = rows.get(id)?.[0]
      if (!row) throw new Error(`keine Vorlage ${id}`)
      const records = tables.map(({ one, rows: all, children }) => ({ one, rows: all.get(id) ?? [], children }))
      const numbers = [
        String(row[papers.at('nummer')] ?? ''),
        ...rowsIn(records, references).map((reference) => String(reference[references?.at('nummer') ?? 0])),
      ]
      return { id, row, text: String(row[papers.at('text')]), numbers, belege: belege.get(id) ?? [], records }
    })
  }

  const write = ({ row: paper, text, numbers, belege, records }: Paper, personal: readonly Range[]): void => {
    const gone = closedSteps(rowsIn(records, steps), steps)
    const { mask, near } = maskPaper({ text, numbers }, personal, belege, proofs, gone)
    masked(paper, papers, mask, near.has(String(paper[papers.at('datensatz')])))
    if (paper[papers.at('text')] !== null) paper[papers.at('text')] = mask.text
    papers.insert(paper)
    const quelle = Number(paper[papers.at('quelle_id')])
    const before = shown.get(quelle) ?? ''
    const after = mask.path(before)
    if (after !== before) setPath.run(after, quelle)
    for (const row of belege) {
      if (gone.has(String(row[proofs.at('datensatz')]))) continue
      const { start, end } = rangeOf(row, proofs)
      if (mask.touches(start, end)) row[proofs.at('zitat')] = mask.text.slice(start, end)
      proofs.insert(row)
    }
    for (const { one, rows, children } of records)
      for (const row of rows) {
        const record = one.at('datensatz') < 0 ? '' : String(row[one.at('datensatz')])
        if (gone.has(record)) continue
        const place = one.at('stelle_von')
        const close =
          near.has(record) ||
          (place >= 0 && row[place] !== null && mask.touches(Number(row[place]), Number(row[one.at('stelle_bis')])))
        one.insert(masked(row, one, mask, close))
        for (const { child, rows: below } of children)
          for (const each of below.get(Number(row[one.at('id')])) ?? []) child.insert(masked(each, child, mask, close))
      }
  }
  return { read, write }
}

/** Ids close to each other, for what lies between them is read, too. */
function* chunksOf(ids: readonly number[]): Generator<number[]> {
  let chunk: number[] = []
  for (const id of ids) {
    if (chunk.length === CHUNK || id - (chunk[0] ?? id) > 2 * CHUNK) {
      yield chunk
      chunk = []
    }
    chunk.push(id)
  }
  if (chunk.length > 0) yield chunk
}

/** The records of steps that were not public. */
function closedSteps(rows: readonly Values[], steps: Copied | undefined): Set<string> {
  if (!steps) return new Set()
  const closed = rows.filter((row) => row[steps.at('oeffentlichkeit')] === 'nichtoeffentlich')
  return new Set(closed.map((row) => String(row[steps.at('datensatz')])))
}

/** What is taken out of a paper, and the records that stood right there; `gone` grows by tables that show a closed step. */
function maskPaper(
  { text, numbers }: Printed,
  personal: readonly Range[],
  belege: readonly Values[],
  proofs: Copied,
  gone: Set<string>,
): { mask: Mask; near: Set<string> } {
  const recordOf = (row: Values): string => String(row[proofs.at('datensatz')])
  const closed = belege.filter((row) => gone.has(recordOf(row))).map((row) => rangeOf(row, proofs))
  const mask = maskOf(text, numbers, closed, personal)
  if (closed.length > 0)
    for (const row of belege) {
      const { start, end } = rangeOf(row, proofs)
      if (row[proofs.at('tabelle')] === 'tabelle' && closed.some((one) => one.start < end && start < one.end))
        gone.add(recordOf(row))
    }
  const near = belege.filter((row) => {
    const { start, end } = rangeOf(row, proofs)
    return mask.touches(start, end)
  })
  return { mask, near: new Set(near.map(recordOf)) }
}

function masked(row: Values, { words }: Copied, mask: Mask, near: boolean): Values {
  for (const at of words) {
    const value = row[at]
    if (typeof value === 'string') row[at] = mask.words(value, near)
  }
  return row
}

function rangeOf(row: Values, proofs: Copied): Range {
  return { start: Number(row[proofs.at('von')]), end: Number(row[proofs.at('bis')]) }
}

function copier(db: Database.Database, table: Table): Copied {
  const places = new Map(table.columns.map(({ name }, at) => [name, at]))
  const statement = db.prepare<[Values]>(insertSql(table))
  const words = table.columns.flatMap(({ name, type }, at) =>
    type === 'TEXT' && !NOT_WORDS.has(name) && !(table.name === 'vorlage' && name === 'text') ? [at] : [],
  )
  return { table, at: (column) => places.get(column) ?? -1, words, insert: (row) => void statement.run(row) }
}

/** All rows a statement gives between two ids, by the id in one of their columns. */
function grouped(
  source: Database.Database,
  sql: string,
  by: number,
): (from: number, to: number) => Map<number, Values[]> {
  const select = source.prepare<[number, number], Values>(sql).raw()
  return (from, to) => {
    const groups = new Map<number, Values[]>()
    for (const row of select.all(from, to)) {
      const id = Number(row[by])
      const group = groups.get(id)
      if (group) group.push(row)
      else groups.set(id, [row])
    }
    return groups
  }
}

function ofPapers(table: string): string {
  return `SELECT * FROM "${table}" WHERE "vorlage_id" BETWEEN ? AND ? ORDER BY "id"`
}

function childrenOf(
  source: Database.Database,
  model: Model,
  parent: Table,
  copied: (table: Table) => Copied,
): Own['children'] {
  return model.tables.flatMap((table) => {
    const link = table.columns.find((column) => column.name !== 'vorlage_id' && targetOf(column)?.table === parent.name)
    if (!link) return []
    const sql = `SELECT c.* FROM "${parent.name}" p CROSS JOIN "${table.name}" c ON c."${link.name}" = p."id"
      WHERE p."vorlage_id" BETWEEN ? AND ? ORDER BY 1, 2, 3`
    const one = copied(table)
    return [{ ...one, rows: grouped(source, sql, one.at(link.name)) }]
  })
}

function tableOf(model: Model, name: string): Table {
  const found = model.tables.find((table) => table.name === name)
  if (!found) throw new Error(`keine Tabelle „${name}“`)
  return found
}
