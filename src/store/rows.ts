/**
 * A bundle as rows, before the database has given them their ids. Pure.
 *
 * Reads: the record kinds of the model. A field no column is made for would be lost in silence, so it is an error.
 */
import { type Beleg, type Bundle, type Meldung, type RecordValue, recordsOf } from '../bundle.ts'
import type { ChildList } from './columns.ts'
import type { Model, RecordTable } from './model.ts'
import { type Row, toColumn } from './values.ts'

/** A row and the rows that point to it. */
export interface RowTree {
  readonly table: string
  readonly row: Row
  readonly children: readonly { readonly table: string; readonly row: Row }[]
}

const FRAME = new Set(['id', 'zweifel', 'beleg', 'belege'])

/** Whether what the paper holds must not leave the house unasked. */
function isClosed(bundle: Bundle): boolean {
  return recordsOf(bundle, 'vorlage').some((record) => record.oeffentlichkeit === 'nichtoeffentlich')
}

/** The columns of `vorlage` that come from the paper. `proofOf` gives the id of a record's proof. */
export function paperRow(model: Model, bundle: Bundle, proofOf: (record: RecordValue) => number): Row {
  const { sha256, bytes, medientyp, lesart, profil, vendor, status, seiten, text } = bundle
  let row: Row = {
    sha256,
    bytes,
    medientyp,
    lesart,
    profil,
    vendor,
    status,
    seiten,
    text,
    nichtoeffentlich: isClosed(bundle) ? 1 : 0,
  }
  for (const kind of model.records.filter(({ merged }) => merged)) {
    for (const record of recordsOf(bundle, kind.key))
      row = { ...row, ...markRow(kind.prefix, record, proofOf), ...fieldRow(kind, record) }
  }
  return row
}

/** Everything that points to the paper: records, their lists and cells, proofs, messages. */
export function rowsOf(model: Model, bundle: Bundle, proofOf: (record: RecordValue) => number): RowTree[] {
  const closed = { nichtoeffentlich: isClosed(bundle) ? 1 : 0 }
  const trees: RowTree[] = []
  for (const kind of model.records) {
    recordsOf(bundle, kind.key).forEach((record, at) => {
      const children = kind.children.flatMap((child) =>
        childRows(child, record).map((row) => ({ table: child.table, row: { ...row, ...closed } })),
      )
      const row = kind.merged
        ? {}
        : { ...closed, nr: at + 1, ...markRow('', record, proofOf), ...fieldRow(kind, record) }
      trees.push({ table: kind.table, row, children })
      trees.push(...proofRows(kind, record, proofOf(record)).map((proof) => leaf('beleg', { ...closed, ...proof })))
    })
  }
  return [
    ...trees,
    ...bundle.meldungen.map((said, at) => leaf('meldung', { ...closed, nr: at + 1, ...messageRow(said) })),
  ]
}

/** Throws if a record has a field, or the bundle a key, that has no place. */
export function assertPlaces(model: Model, bundle: Bundle): void {
  const kinds = new Map(model.records.map((kind) => [kind.key, kind]))
  for (const key of Object.keys(bundle.daten)) {
    const kind = kinds.get(key)
    if (!kind) throw new TypeError(`kein Platz für „${key}“`)
    for (const record of recordsOf(bundle, key)) {
      const lost = Object.keys(record).find((field) => !FRAME.has(field) && !kind.known.has(field))
      if (lost !== undefined) throw new TypeError(`kein Platz für „${key}.${lost}“`)
    }
  }
}

function leaf(table: string, row: Row): RowTree {
  return { table, row, children: [] }
}

function markRow(prefix: string, record: RecordValue, proofOf: (record: RecordValue) => number): Row {
  return {
    [`${prefix}datensatz`]: record.id,
    [`${prefix}zweifel`]: record.zweifel.length > 0 ? JSON.stringify(record.zweifel) : null,
    [`${prefix}beleg_id`]: proofOf(record),
  }
}

function fieldRow(kind: RecordTable, record: RecordValue): Row {
  return Object.fromEntries(kind.fields.map((column) => [column.name, toColumn(column, record)]))
}

function childRows(child: ChildList, record: RecordValue): Row[] {
  const list = child.list === null ? [] : texts(record[child.list])
  if (child.cells === null) return list.map((text, at) => ({ nr: at + 1, text }))
  const rows = record[child.cells]
  if (!Array.isArray(rows)) throw new TypeError(`${child.cells} ist keine Liste`)
  return [list, ...rows.map(texts)].flatMap((cells, zeile) =>
    cells.map((text, at) => ({ zeile, spalte: at + 1, text })),
  )
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) throw new TypeError(`keine Liste: ${JSON.stringify(value)}`)
  return value.map((text: unknown) => {
    if (typeof text !== 'string') throw new TypeError(`kein Text: ${JSON.stringify(text)}`)
    return text
  })
}

function proofRows(kind: RecordTable, record: RecordValue, id: number): Row[] {
  const frame = { tabelle: kind.table, datensatz: record.id }
  const fields = Object.entries(record.belege ?? {})
  return [
    { ...frame, id, ...proofRow(record.beleg) },
    ...fields.map(([feld, beleg]) => ({ ...frame, feld, ...proofRow(beleg) })),
  ]
}

function proofRow({ zitat, von, bis, seite, zeile, flaechen, extraktor, version }: Beleg): Row {
  return { zitat, von, bis, seite, zeile, flaechen: JSON.stringify(flaechen), extraktor, version }
}

function messageRow({ code, stufe, text, von, stelle }: Meldung): Row {
  const said = { code, stufe, text, von }
  if (!stelle) return said
  const { zitat, von: stelle_von, bis, seite, zeile } = stelle
  return { ...said, stelle_zitat: zitat, stelle_von, stelle_bis: bis, stelle_seite: seite, stelle_zeile: zeile }
}
