/**
 * What says what the published files are: a Frictionless data package and the metadata of Datasette. Pure.
 *
 * Source: Frictionless Data Package v1 (tabular data resource), Datasette metadata.
 */
import type { DescribedColumn, DescribedTable } from '../store/describe.ts'
import { licenceAddress, licenceEntry } from './licences.ts'

export interface PublishedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

export interface DataSet {
  readonly stand: string | null
  readonly papers: number
  /** Names of municipalities, in order. */
  readonly places: readonly string[]
  readonly licence: string | null
  readonly licenceNote: string
  /** As-of date of the list of municipalities in it. */
  readonly placesOf: string | null
  readonly tables: readonly DescribedTable[]
  readonly oparl: {
    readonly address: string
    readonly papers: number
    readonly without: number
    /** Whether every object is a file of its own, too. */
    readonly objects: boolean
  }
}

export const TITLE = 'Vorlagen deutscher Räte: belegte Daten'

/** `datapackage.json`; table T lies in `csv/T.csv` and `parquet/T.parquet`. */
export function dataPackage(set: DataSet, files: readonly PublishedFile[]): unknown {
  return {
    profile: 'data-package',
    name: 'vorlagen',
    title: TITLE,
    description: `${set.papers} öffentliche Vorlagen; jede Angabe mit Zitat und Fundstelle. ${set.licenceNote}`,
    ...(set.stand ? { created: set.stand } : {}),
    ...(set.licence ? { licenses: [licenceEntry(set.licence)] } : {}),
    sources: [
      ...set.places.map((name) => ({ title: `Vorlagen der Kommune ${name}` })),
      ...(set.placesOf
        ? [
            {
              title: `Statistisches Bundesamt, Gemeindeverzeichnis GV100AD, Stand ${set.placesOf}`,
              path: 'https://www.destatis.de/',
            },
          ]
        : []),
    ],
    resources: [
      ...tablesIn(set).flatMap((table) => [csvResource(table, files), parquetResource(table, files)]),
      {
        profile: 'data-resource',
        name: 'vorlagen-db',
        path: 'vorlagen.db',
        title: 'Alles als SQLite-Datei',
        format: 'sqlite',
        mediatype: 'application/vnd.sqlite3',
        ...sizeOf('vorlagen.db', files),
      },
      {
        profile: 'data-resource',
        name: 'oparl',
        // System, bodies and lists hold everything; objects of their own stand deeper.
        path: files.map(({ path }) => path).filter((path) => /^oparl(?:\/[^/]+){1,3}$/.test(path)),
        title: 'Dasselbe als OParl 1.1',
        format: 'json',
        mediatype: 'application/json',
        encoding: 'utf-8',
      },
    ],
  }
}

function csvResource(table: DescribedTable, files: readonly PublishedFile[]) {
  const path = `csv/${table.name}.csv`
  return {
    profile: 'tabular-data-resource',
    name: resourceName(table.name),
    path,
    title: table.beschreibung,
    description: table.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...sizeOf(path, files),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: schemaOf(table),
  }
}

function parquetResource(table: DescribedTable, files: readonly PublishedFile[]) {
  const path = `parquet/${table.name}.parquet`
  return {
    profile: 'data-resource',
    name: `${resourceName(table.name)}-parquet`,
    path,
    title: table.beschreibung,
    description: table.description,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    ...sizeOf(path, files),
  }
}

function sizeOf(path: string, files: readonly PublishedFile[]) {
  const file = files.find((one) => one.path === path)
  return file ? { bytes: file.bytes, hash: `sha256:${file.sha256}` } : {}
}

/** What is published as files: tables, and the view that has a key. */
export function tablesIn({ tables }: Pick<DataSet, 'tables'>): DescribedTable[] {
  return tables.filter(({ schluessel }) => schluessel !== null)
}

/** `metadata.yaml` of Datasette. JSON strings are YAML strings. */
export function datasetteMetadata(set: DataSet): string {
  const address = licenceAddress(set.licence)
  const lines = [
    `title: ${JSON.stringify(TITLE)}`,
    `description: ${JSON.stringify(`${set.papers} Vorlagen, Stand ${set.stand ?? 'unbekannt'}`)}`,
    `license: ${JSON.stringify(set.licence ?? set.licenceNote)}`,
    ...(address ? [`license_url: ${JSON.stringify(address)}`] : []),
    `source: ${JSON.stringify(`Vorlagen der Kommunen ${set.places.join(', ')}`)}`,
    'databases:',
    '  vorlagen:',
    '    tables:',
  ]
  for (const { name, beschreibung, columns } of set.tables) {
    lines.push(
      `      ${JSON.stringify(name)}:`,
      `        description: ${JSON.stringify(beschreibung)}`,
      '        columns:',
    )
    for (const { spalte, beschreibung: text, bedeutung_leer: leer, einheit } of columns)
      lines.push(
        `          ${JSON.stringify(spalte)}: ${JSON.stringify(`${text}${einheit ? ` [${einheit}]` : ''}${leer ? ` (leer: ${leer})` : ''}`)}`,
      )
  }
  return `${lines.join('\n')}\n`
}

/** Names of resources may not begin with a dash below. */
function resourceName(table: string): string {
  return table.replace(/^_/, 'ueber-')
}

function schemaOf(table: DescribedTable) {
  const keys = table.schluessel?.split(', ')
  const foreign = table.columns.flatMap(({ spalte, verweist_auf }) => {
    const [resource = '', field = ''] = verweist_auf?.split('.') ?? []
    // A reference to the table itself is the empty name.
    return resource
      ? [
          {
            fields: spalte,
            reference: { resource: resource === table.name ? '' : resourceName(resource), fields: field },
          },
        ]
      : []
  })
  return {
    fields: table.columns.map(fieldOf),
    // Where no column may be empty, an empty cell is an empty text.
    missingValues: table.columns.some(({ leer_erlaubt }) => leer_erlaubt) ? [''] : [],
    ...(keys ? { primaryKey: keys } : {}),
    ...(foreign.length ? { foreignKeys: foreign } : {}),
  }
}

function fieldOf({ spalte, typ, beschreibung, description, bedeutung_leer, einheit, leer_erlaubt }: DescribedColumn) {
  return {
    name: spalte,
    type: typ === 'INTEGER' ? 'integer' : typ === 'REAL' ? 'number' : 'string',
    title: beschreibung,
    description: `${description}${bedeutung_leer ? `. Leer: ${bedeutung_leer}` : ''}`,
    ...(einheit ? { unit: einheit } : {}),
    ...(leer_erlaubt ? {} : { constraints: { required: true } }),
  }
}
