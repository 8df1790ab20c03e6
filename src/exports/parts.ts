/**
 * What is written from a finished public database: each table as CSV and Parquet, OParl, and the proof that the file is
 * sound. Parts need nothing of each other; two threads take them from one list, whoever is free the next one.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { DescribedTable } from '../store/describe.ts'
import { csvWriter } from './csv.ts'
import { type OparlOptions, type OparlWritten, writeOparl } from './oparl/oparl.ts'
import { parquetWriter } from './parquet.ts'
import { assertSound } from './sound.ts'

export type Part =
  | { readonly kind: 'soundness' }
  | { readonly kind: 'table'; readonly table: DescribedTable }
  | { readonly kind: 'oparl'; readonly options: OparlOptions }

export interface Parts {
  /** The public database. */
  readonly path: string
  readonly folder: string
  /** The longest first, so that nobody waits for it at the end. */
  readonly list: readonly Part[]
  /** Place of the next part nobody has taken, one whole number. */
  readonly next: Int32Array
}

export function partsOf(path: string, folder: string, list: readonly Part[]): Parts {
  for (const sub of ['csv', 'parquet']) mkdirSync(join(folder, sub))
  return { path, folder, list, next: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) }
}

/** Take parts until none is left. Returns what OParl holds, if that was among them. */
export function writeParts({ path, folder, list, next }: Parts): OparlWritten | undefined {
  const db = new Database(path, { readonly: true })
  let oparl: OparlWritten | undefined
  try {
    for (let part = list[Atomics.add(next, 0, 1)]; part; part = list[Atomics.add(next, 0, 1)]) {
      if (part.kind === 'soundness') assertSound(db)
      else if (part.kind === 'table') writeTable(db, part.table, folder)
      else oparl = writeOparl(db, join(folder, 'oparl'), part.options)
    }
    return oparl
  } finally {
    db.close()
  }
}

/** Every row is read once and written to both files. */
function writeTable(db: Database.Database, table: DescribedTable, folder: string): void {
  const csv = csvWriter(
    join(folder, 'csv', `${table.name}.csv`),
    table.columns.map(({ spalte }) => spalte),
  )
  const parquet = parquetWriter(join(folder, 'parquet', `${table.name}.parquet`), table)
  for (const row of db.prepare<[], (string | number | null)[]>(ordered(table)).raw().iterate()) {
    csv.add(row)
    parquet.add(row)
  }
  csv.end()
  parquet.end()
}

function ordered({ name, schluessel, columns }: DescribedTable): string {
  const quoted = (names: readonly string[]): string => names.map((one) => `"${one}"`).join(', ')
  const keys = (schluessel ?? '').split(', ').filter(Boolean)
  return `SELECT ${quoted(columns.map(({ spalte }) => spalte))} FROM "${name}" ORDER BY ${keys.length ? quoted(keys) : '1'}`
}
