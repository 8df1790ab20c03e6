/**
 * Views a clerk can use at once: every kind of record with its paper, its proof and its place, for the current version
 * of every source. Records of a file that is there twice are listed once; `v_vorlagen` lists every file.
 *
 * Units: `cent` columns also come as `euro`, thousandths also as decimals.
 */
import { type Column, type FieldColumn, sqlName } from './columns.ts'
import type { Statement } from './ddl.ts'
import type { Model, RecordTable } from './model.ts'

/** Plurals that are not the table's name. */
const PLURALS: Readonly<Record<string, string>> = {
  beratung: 'beratungen',
  beschlussvorschlag: 'beschlussvorschlaege',
  finanzangabe: 'finanzangaben',
  betrag: 'betraege',
  tabelle: 'tabellen',
  vzae: 'vzae',
  stelle: 'stellen',
  verweis: 'verweise',
  pruefung: 'pruefungen',
  abschnitt: 'abschnitte',
}

interface Output {
  readonly name: string
  readonly sql: string
}

/** One view for papers, one for messages, one for every kind of record. */
export function viewStatements(model: Model): Statement[] {
  const records = model.records.filter(({ merged }) => !merged)
  return [papersView(model), messagesView(model), ...records.map((record) => recordView(model, record))]
}

/** The name of the view of a record table. */
export function viewOf(table: string): string {
  return `v_${PLURALS[table] ?? table}`
}

function papersView(model: Model): Statement {
  const merged = model.records.find(({ key }) => key === 'vorlage')
  return view(
    'v_vorlagen',
    'vorlage',
    '"vorlage" v',
    [
      ...kommune(model),
      ...(merged ? fieldOutputs(merged.fields, 'v') : []),
      ...(merged ? [output('zweifel', 'v'), ...place('bl')] : []),
      ...['status', 'version', 'seiten', 'profil', 'vendor', 'lesart', 'nichtoeffentlich'].map((name) =>
        output(name, 'v'),
      ),
      { name: 'quelle', sql: 'q."pfad"' },
      { name: 'dublette_von', sql: '(SELECT o."pfad" FROM "quelle" o WHERE o."id" = q."dublette_von")' },
      { name: 'vorlage_id', sql: 'v."id"' },
    ],
    merged ? 'LEFT JOIN "beleg" bl ON bl."id" = v."beleg_id"' : '',
    false,
  )
}

function messagesView(model: Model): Statement {
  return view(
    'v_meldungen',
    'meldung',
    '"meldung" r',
    [
      ...context(model),
      output('nr', 'r'),
      ...['stufe', 'code', 'text', 'von'].map((name) => output(name, 'r')),
      { name: 'zitat', sql: 'r."stelle_zitat"' },
      { name: 'seite', sql: 'r."stelle_seite"' },
      output('nichtoeffentlich', 'r'),
      { name: 'quelle', sql: 'q."pfad"' },
      output('vorlage_id', 'r'),
    ],
    'JOIN "vorlage" v ON v."id" = r."vorlage_id"',
    false,
  )
}

function recordView(model: Model, record: RecordTable): Statement {
  return view(
    viewOf(record.table),
    record.table,
    `${sqlName(record.table)} r`,
    [
      ...context(model),
      output('nr', 'r'),
      ...fieldOutputs(record.fields, 'r'),
      ...place('bl'),
      output('zweifel', 'r'),
      output('nichtoeffentlich', 'r'),
      { name: 'quelle', sql: 'q."pfad"' },
      output('vorlage_id', 'r'),
      output('datensatz', 'r'),
    ],
    'JOIN "vorlage" v ON v."id" = r."vorlage_id" LEFT JOIN "beleg" bl ON bl."id" = r."beleg_id"',
    true,
  )
}

function view(
  name: string,
  table: string,
  from: string,
  outputs: readonly Output[],
  joins: string,
  once: boolean,
): Statement {
  const columns = distinct(outputs, table).map((one) => `  ${one.sql} AS ${sqlName(one.name)}`)
  const lines = [
    `CREATE VIEW ${sqlName(name)} AS SELECT`,
    columns.join(',\n'),
    `FROM ${from} ${joins}`.trimEnd(),
    'JOIN "quelle" q ON q."id" = v."quelle_id"',
    `WHERE v."aktuell" = 1${once ? ' AND q."dublette_von" IS NULL' : ''}`,
  ]
  return { name, sql: lines.join('\n') }
}

/** Where a record names a column as the frame does, the record's own keeps the name. */
function distinct(outputs: readonly Output[], table: string): Output[] {
  return outputs.map((one, at) => {
    const first = outputs.findIndex(({ name }) => name === one.name)
    return first === at ? one : { ...one, name: `${table}_${one.name}` }
  })
}

function fieldOutputs(fields: readonly FieldColumn[], alias: string): Output[] {
  return fields.flatMap((field) => [output(field.name, alias), ...converted(field, alias)])
}

/** Amounts in euros and full posts, beside the integers that are kept. */
function converted({ name, storage }: FieldColumn, alias: string): Output[] {
  const kept = `${alias}.${sqlName(name)}`
  if (storage === 'tausendstel') return [{ name: name.slice(0, -'_tausendstel'.length), sql: `${kept} / 1000.0` }]
  if (name === 'cent') return [{ name: 'euro', sql: `${kept} / 100.0` }]
  if (name.endsWith('_cent')) return [{ name: name.replace(/_cent$/, '_euro'), sql: `${kept} / 100.0` }]
  return []
}

function context(model: Model): Output[] {
  return [...kommune(model), ...['nummer', 'betreff', 'datum'].map((name) => ofPaper(model, `vorlage_${name}`, name))]
}

function kommune(model: Model): Output[] {
  return [ofPaper(model, 'kommune', 'kommune_name'), ofPaper(model, 'ags', 'kommune_ags')]
}

/** A column of the paper, or nothing where no extractor reads it. */
function ofPaper(model: Model, name: string, column: string): Output {
  const paper = model.tables.find((table) => table.name === 'vorlage')
  const known = paper?.columns.some((one: Column) => one.name === column)
  return { name, sql: known ? `v.${sqlName(column)}` : 'NULL' }
}

function place(alias: string): Output[] {
  return [output('zitat', alias), output('seite', alias)]
}

function output(name: string, alias: string): Output {
  return { name, sql: `${alias}.${sqlName(name)}` }
}
