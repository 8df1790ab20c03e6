/**
 * Tables as CSV after RFC 4180 in UTF-8: NULL is nothing, an empty text is `""`, lines end with CR LF.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import type { SqlValue } from '../store/values.ts'

/** Characters written at once. */
const STRETCH = 1 << 16

/** One line, with its end. */
export function csvLine(values: readonly SqlValue[]): string {
  return `${values.map(csvField).join(',')}\r\n`
}

/** A file with these columns, to which rows are added one by one. */
export function csvWriter(path: string, columns: readonly string[]) {
  const file = openSync(path, 'w')
  let waiting = csvLine(columns)
  return {
    add(row: readonly SqlValue[]): void {
      waiting += csvLine(row)
      if (waiting.length < STRETCH) return
      writeSync(file, waiting)
      waiting = ''
    },
    end(): void {
      writeSync(file, waiting)
      closeSync(file)
    },
  }
}

function csvField(value: SqlValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  return value === '' || /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}
