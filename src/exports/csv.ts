/**
 * Tables as CSV after RFC 4180 in UTF-8: NULL is nothing, an empty text is `""`, lines end with CR LF.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import type Database from 'better-sqlite3'
import type { SqlValue } from '../store/values.ts'

/** One line, with its end. */
export function csvLine(values: readonly SqlValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`
}

/** Write all rows of a table or query, a stretch at a time. Returns how many. */
export function writeCsv(db: Database.Database, sql: string, path: string): number {
  const file = openSync(path, 'w')
  let lines = 0
  let waiting = ''
  try {
    const select = db.prepare<[], SqlValue[]>(sql).raw()
    waiting = csvLine(select.columns().map(({ name }) => name))
    for (const row of select.iterate()) {
      waiting += csvLine(row)
      lines += 1
      if (waiting.length < 1 << 16) continue
      writeSync(file, waiting)
      waiting = ''
    }
    writeSync(file, waiting)
  } finally {
    closeSync(file)
  }
  return lines
}

function csvField(value: SqlValue): string {
  if (value === null) return ''
  const text = String(value)
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
