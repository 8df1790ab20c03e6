/**
 * Tables as Parquet: typed columns, NULL kept, row groups of bounded size, so that memory stays flat.
 *
 * Units: integers are INT64, decimals DOUBLE, texts UTF-8 strings. The same rows give the same bytes.
 */
import { type ColumnSource, fileWriter, ParquetWriter } from 'hyparquet-writer'
import type { DescribedTable } from '../store/describe.ts'
import type { SqlValue } from '../store/values.ts'

/** A row group ends at whichever comes first. */
const GROUP_ROWS = 50_000
const GROUP_CHARACTERS = 8_000_000

type SchemaElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** A file for a table, to which rows are added one by one. */
export function parquetWriter(path: string, { columns }: Pick<DescribedTable, 'columns'>) {
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: [
      { name: 'zeile', num_children: columns.length },
      ...columns.map(({ spalte, typ, leer_erlaubt }) => elementOf(spalte, typ, leer_erlaubt)),
    ],
    createdBy: 'vorlagen',
  })
  const whole = columns.map(({ typ }) => typ === 'INTEGER')
  let group: (SqlValue | bigint)[][] = columns.map(() => [])
  let rows = 0
  let characters = 0
  const flush = (): void => {
    if (rows > 0)
      writer.write({
        columnData: columns.map(({ spalte }, at): ColumnSource => ({ name: spalte, data: group[at] ?? [] })),
        rowGroupSize: rows,
      })
    group = columns.map(() => [])
    rows = 0
    characters = 0
  }
  return {
    add(row: readonly SqlValue[]): void {
      // A plain loop: this runs for every cell there is.
      for (let at = 0; at < row.length; at++) {
        const value = row[at] ?? null
        group[at]?.push(whole[at] && typeof value === 'number' ? BigInt(value) : value)
        if (typeof value === 'string') characters += value.length
      }
      rows += 1
      if (rows >= GROUP_ROWS || characters >= GROUP_CHARACTERS) flush()
    },
    end(): void {
      flush()
      writer.finish()
    },
  }
}

function elementOf(name: string, type: string | null, empty: boolean): SchemaElement {
  const repetition_type = empty ? 'OPTIONAL' : 'REQUIRED'
  if (type === 'INTEGER') return { name, type: 'INT64', repetition_type }
  if (type === 'REAL') return { name, type: 'DOUBLE', repetition_type }
  return { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }
}
