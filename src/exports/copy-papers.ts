/**
 * Papers from one database into another, a hundred at a time: SQLite copies their rows as they stand, then clerks and
 * closed steps are taken out of every text of the copy.
 *
 * Reads: what `copied-table.ts` reads.
 */
import { setImmediate } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { Model } from '../store/model.ts'
import { type CopiedTable, copiedTable, type Values } from './copied-table.ts'
import { type Mask, maskOf } from './mask.ts'
import type { Range } from './personal.ts'
import type { FindPersonal, Printed } from './second.ts'

/** Papers copied at once. */
const CHUNK = 100
/** Chunks that wait for what is found in them, so that nobody who finds waits for the next. */
const AHEAD = 3

/** Copy the papers with these ids, in order; `find` may look for clerks in another thread meanwhile. */
export async function copyPapers(
  db: Database.Database,
  model: Model,
  ids: readonly number[],
  find: FindPersonal,
): Promise<void> {
  const { copy, read, clean } = copyOf(db, model)
  const ahead: (() => Promise<void>)[] = []
  for (let at = 0; at < ids.length; at += CHUNK) {
    const chunk = ids.slice(at, at + CHUNK)
    const [from = 0] = chunk
    const to = chunk.at(-1) ?? from
    copy(from, to)
    const papers = read(from, to)
    // Another thread's answers come in first, so that it is known how busy it is.
    await setImmediate()
    const found = find(papers)
    ahead.push(async () => {
      const personal = await found
      for (const [place, paper] of papers.entries()) clean(paper, personal[place] ?? [])
    })
    if (ahead.length > AHEAD) await ahead.shift()?.()
  }
  for (const last of ahead) await last()
}

interface Paper extends Printed {
  readonly row: Values
  readonly proofs: readonly Values[]
  readonly records: readonly Rows[]
}

/** Rows of one table, and of what they list. */
interface Rows {
  readonly of: CopiedTable
  readonly rows: readonly Values[]
  readonly lists: readonly { readonly of: CopiedTable; readonly rows: ReadonlyMap<number, Values[]> }[]
}

function copyOf(db: Database.Database, model: Model) {
  const papers = copiedTable(db, model, 'vorlage')
  const proofs = copiedTable(db, model, 'beleg')
  const own = model.tables
    .filter(({ name, columns }) => name !== 'beleg' && columns.some((column) => column.name === 'vorlage_id'))
    .map(({ name }) => copiedTable(db, model, name))
  const shown = db.prepare<[number], string>('SELECT "pfad" FROM main."quelle" WHERE "id" = ?').pluck()
  const setPath = db.prepare('UPDATE main."quelle" SET "pfad" = ? WHERE "id" = ?')

  const copy = (from: number, to: number): void => {
    for (const one of [papers, proofs, ...own.flatMap((table) => [table, ...table.lists])]) one.copy(from, to)
  }

  const read = (from: number, to: number): Paper[] => {
    const printed = proofs.rows(from, to)
    const tables = own.map((of) => ({
      of,
      rows: of.rows(from, to),
      lists: of.lists.map((list) => ({ of: list, rows: list.rows(from, to) })),
    }))
    return [...papers.rows(from, to)].flatMap(([id, rows]) =>
      rows.map((row) => {
        const records = tables.map((one) => ({ ...one, rows: one.rows.get(id) ?? [] }))
        const numbers = [...rowsOf(records, 'verweis')].map(([other, of]) => String(other[of.at('nummer')]))
        return {
          row,
          text: String(row[papers.at('text')]),
          numbers: [String(row[papers.at('nummer')] ?? ''), ...numbers],
          proofs: printed.get(id) ?? [],
          records,
        }
      }),
    )
  }

  const clean = ({ row: paper, text, numbers, proofs: printed, records }: Paper, personal: readonly Range[]): void => {
    const gone = closedSteps(records)
    const { mask, near } = maskPaper({ text, numbers }, personal, printed, proofs, gone)
    const masked = { ...papers, words: papers.words.filter((at) => at !== papers.at('text')) }
    const changed = maskWords(paper, masked, mask, near.has(String(paper[papers.at('datensatz')])))
    paper[papers.at('text')] = mask.text
    if (changed || mask.text !== text) papers.change(paper)
    const source = Number(paper[papers.at('quelle_id')])
    const before = shown.get(source) ?? ''
    const after = mask.path(before)
    if (after !== before) setPath.run(after, source)
    for (const row of printed) {
      const { start, end } = rangeOf(row, proofs)
      if (gone.has(String(row[proofs.at('datensatz')]))) proofs.remove(row[proofs.at('id')] ?? null)
      else if (mask.touches(start, end)) {
        row[proofs.at('zitat')] = mask.text.slice(start, end)
        proofs.change(row)
      }
    }
    for (const { of, rows, lists } of records)
      for (const row of rows) {
        const id = Number(row[of.at('id')])
        const record = of.at('datensatz') < 0 ? '' : String(row[of.at('datensatz')])
        if (gone.has(record)) {
          of.remove(id)
          continue
        }
        const place = of.at('stelle_von')
        const close =
          near.has(record) ||
          (place >= 0 && row[place] !== null && mask.touches(Number(row[place]), Number(row[of.at('stelle_bis')])))
        if (maskWords(row, of, mask, close)) of.change(row)
        for (const list of lists)
          for (const each of list.rows.get(id) ?? []) if (maskWords(each, list.of, mask, close)) list.of.change(each)
      }
  }
  return { copy, read, clean }
}

/** The rows of one table among others, each with its table. */
function* rowsOf(records: readonly Rows[], table: string): Generator<[row: Values, of: CopiedTable]> {
  for (const { of, rows } of records) if (of.name === table) for (const row of rows) yield [row, of]
}

/** The records of steps that were not public. */
function closedSteps(records: readonly Rows[]): Set<string> {
  const closed = [...rowsOf(records, 'beratung')].filter(
    ([row, of]) => row[of.at('oeffentlichkeit')] === 'nichtoeffentlich',
  )
  return new Set(closed.map(([row, of]) => String(row[of.at('datensatz')])))
}

/** What is taken out of a paper, and the records that stood right there; `gone` grows by tables that show a closed step. */
function maskPaper(
  { text, numbers }: Printed,
  personal: readonly Range[],
  printed: readonly Values[],
  proofs: CopiedTable,
  gone: Set<string>,
): { mask: Mask; near: Set<string> } {
  const recordOf = (row: Values): string => String(row[proofs.at('datensatz')])
  const closed = printed.filter((row) => gone.has(recordOf(row))).map((row) => rangeOf(row, proofs))
  const mask = maskOf(text, numbers, closed, personal)
  if (closed.length > 0)
    for (const row of printed) {
      const { start, end } = rangeOf(row, proofs)
      if (row[proofs.at('tabelle')] === 'tabelle' && closed.some((one) => one.start < end && start < one.end))
        gone.add(recordOf(row))
    }
  const near = printed.filter((row) => {
    const { start, end } = rangeOf(row, proofs)
    return mask.touches(start, end)
  })
  return { mask, near: new Set(near.map(recordOf)) }
}

/** Whether anything had to be taken out of the words of the row. */
function maskWords(row: Values, { words }: Pick<CopiedTable, 'words'>, mask: Mask, near: boolean): boolean {
  let changed = false
  for (const at of words) {
    const value = row[at]
    if (typeof value !== 'string') continue
    const masked = mask.words(value, near)
    if (masked === value) continue
    row[at] = masked
    changed = true
  }
  return changed
}

function rangeOf(row: Values, proofs: CopiedTable): Range {
  return { start: Number(row[proofs.at('von')]), end: Number(row[proofs.at('bis')]) }
}
