/**
 * One table of a database copied row by row from the same table of the one attached as `haus`, and its words changed
 * afterwards where they have to be.
 *
 * Reads: `oeffentlich`, the ids of the papers to copy. Rows are plain lists of those columns that are looked at.
 */
import type Database from 'better-sqlite3'
import { sqlName } from '../store/columns.ts'
import { keyOf, targetOf } from '../store/describe.ts'
import type { Model, Table } from '../store/model.ts'
import type { SqlValue } from '../store/values.ts'

export type Values = SqlValue[]

export interface CopiedTable {
  readonly name: string
  /** Place of a column in a row; -1 if it is not looked at. */
  readonly at: (column: string) => number
  /** Places of the columns with words of the paper. */
  readonly words: readonly number[]
  /** Copy the rows of the papers from one id to another. */
  readonly copy: (from: number, to: number) => void
  /** The same rows as they stand in the source, by the paper or record they belong to. */
  readonly rows: (from: number, to: number) => Map<number, Values[]>
  /** Write the words of a row anew. */
  readonly change: (row: Values) => void
  /** Take out the row with this id, and what it lists. */
  readonly remove: (id: SqlValue) => void
  /** Tables of what its records list. */
  readonly lists: readonly CopiedTable[]
}

/** Never words of a paper. */
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
/** Looked at beside words and keys, where there are such columns. */
const SIGNS = ['datensatz', 'tabelle', 'von', 'bis', 'stelle_von', 'stelle_bis', 'quelle_id']

/** A table with a row or rows for every paper. */
export function copiedTable(db: Database.Database, model: Model, name: string): CopiedTable {
  const table = tableOf(model, name)
  const owner = name === 'vorlage' ? 'id' : 'vorlage_id'
  const lists = model.tables.flatMap((list) => {
    const link = list.columns.find((column) => column.name !== 'vorlage_id' && targetOf(column)?.table === name)
    const isList = name !== 'vorlage' && name !== 'beleg' && link !== undefined
    return isList ? [{ list, link: link.name }] : []
  })
  const dropped = lists.map(({ list, link }) =>
    db.prepare(`DELETE FROM main.${sqlName(list.name)} WHERE ${sqlName(link)} = ?`),
  )
  const drop = db.prepare(`DELETE FROM main.${sqlName(name)} WHERE "id" = ?`)
  return {
    ...tableFrom(db, table, owner, `haus.${sqlName(name)} r ON r.${sqlName(owner)} = p."id"`),
    remove: (id) => {
      for (const one of [...dropped, drop]) one.run(id)
    },
    lists: lists.map(({ list, link }) => ({
      ...tableFrom(
        db,
        list,
        link,
        `haus.${sqlName(name)} q ON q."vorlage_id" = p."id" CROSS JOIN haus.${sqlName(list.name)} r ON r.${sqlName(link)} = q."id"`,
      ),
      remove: () => undefined,
      lists: [],
    })),
  }
}

/** `joined`: how the rows `r` belong to the papers `p`. */
function tableFrom(
  db: Database.Database,
  table: Table,
  owner: string,
  joined: string,
): Omit<CopiedTable, 'remove' | 'lists'> {
  const words = table.columns.filter(({ name, type }) => type === 'TEXT' && !NOT_WORDS.has(name))
  const looked = table.columns.filter(
    (column) =>
      column.name === owner ||
      keyOf(table).includes(column.name) ||
      SIGNS.includes(column.name) ||
      words.includes(column),
  )
  const names = looked.map(({ name }) => name)
  const places = new Map(names.map((name, at) => [name, at]))
  const at = (column: string): number => places.get(column) ?? -1
  const wordPlaces = words.map(({ name }) => at(name))
  const keys = keyOf(table)
  const keyPlaces = keys.map(at)
  const papers = `FROM temp."oeffentlich" p CROSS JOIN ${joined} WHERE p."id" BETWEEN ? AND ?`
  const copy = db.prepare(`INSERT INTO main.${sqlName(table.name)} SELECT r.* ${papers}`)
  const select = db
    .prepare<[number, number], SqlValue[]>(`SELECT ${names.map((name) => `r.${sqlName(name)}`).join(', ')} ${papers}`)
    .raw()
  const update = words.length
    ? db.prepare<[Values]>(
        `UPDATE main.${sqlName(table.name)} SET ${words.map(({ name }) => `${sqlName(name)} = ?`).join(', ')} WHERE ${keys.map((key) => `${sqlName(key)} = ?`).join(' AND ')}`,
      )
    : undefined
  return {
    name: table.name,
    at,
    words: wordPlaces,
    copy: (from, to) => void copy.run(from, to),
    rows: (from, to) => grouped(select.all(from, to), at(owner)),
    change: (row) => void update?.run([...wordPlaces, ...keyPlaces].map((place) => row[place] ?? null)),
  }
}

function grouped(rows: readonly Values[], by: number): Map<number, Values[]> {
  const groups = new Map<number, Values[]>()
  for (const row of rows) {
    const id = Number(row[by])
    const group = groups.get(id)
    if (group) group.push(row)
    else groups.set(id, [row])
  }
  return groups
}

export function tableOf(model: Model, name: string): Table {
  const found = model.tables.find((table) => table.name === name)
  if (!found) throw new Error(`keine Tabelle „${name}“`)
  return found
}
