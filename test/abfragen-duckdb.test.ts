/** The cookbook over the published files: the sqlite3 command, and DuckDB over Parquet, give the same rows. */
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import { PAGE, queriesIn } from './abfragen.ts'
import { vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const state = join(folder, 'ziel/aktuell')
const queries = queriesIn(readFileSync(PAGE, 'utf8'))

/** What only SQLite knows: full-text search, JSON as a table, its dates; and views made with its LIKE, which knows no case. */
const ONLY_SQLITE = /MATCH|json_each|julianday|v_(?:schritt|kommune|gemeinde)|_meta/
/** Views that are plain SQL. */
const PLAIN_VIEWS = [
  'v_vorlagen',
  'v_betraege',
  'v_vzae',
  'v_stellen',
  'v_finanzangaben',
  'v_verweise',
  'v_tabellen',
  'v_abschnitte',
]

before(async () => {
  const path = join(folder, 'haus.db')
  assert.equal((await vorlagen(['import', 'samples', '--db', path, '--quiet'])).code, 3)
  const { code, stderr } = await vorlagen(['publizieren', join(folder, 'ziel'), '--db', path])
  assert.equal(code, 0, stderr)
})

type Rows = readonly (readonly (string | number | null)[])[]

function bySqlite(sql: string): Rows {
  const db = new Database(join(state, 'vorlagen.db'), { readonly: true })
  try {
    return db.prepare<[], (string | number | null)[]>(sql).raw().all()
  } finally {
    db.close()
  }
}

const without = spawnSync('sqlite3', ['--version']).error ? 'sqlite3 is not installed' : false

test('the sqlite3 command answers every question of the cookbook alike', { skip: without }, () => {
  for (const sql of queries) {
    const told = execFileSync('sqlite3', ['-readonly', '-json', join(state, 'vorlagen.db'), sql], { encoding: 'utf8' })
    const rows: Rows = (told.trim() ? JSON.parse(told) : []).map((row: object) => Object.values(row))
    assert.deepEqual(rounded(rows), rounded(bySqlite(sql)), sql)
  }
})

test('DuckDB over Parquet answers alike where SQL agrees', async () => {
  const duck = await overParquet()
  let asked = 0
  for (const sql of queries.filter((one) => !ONLY_SQLITE.test(one))) {
    const read = await duck.runAndReadAll(sql)
    const rows = read.getRows().map((row) => row.map((value) => (typeof value === 'bigint' ? Number(value) : value)))
    assert.deepEqual(rounded(rows as Rows), rounded(bySqlite(sql)), sql)
    asked += 1
  }
  assert.ok(asked >= 5, `${asked} questions`)
  duck.closeSync()
})

test('the page opens the Parquet files as it says', async () => {
  const block = /```duckdb\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8'))?.[1] ?? ''
  const statements = block
    .replaceAll("'parquet/", `'${join(state, 'parquet')}/`)
    .split(';')
    .filter((one) => one.trim())
  assert.equal(statements.length, 3)
  const duck = await (await DuckDBInstance.create(':memory:')).connect()
  for (const sql of statements.slice(0, -1)) await duck.run(sql)
  const [row] = (await duck.runAndReadAll(statements.at(-1) ?? '')).getRows()
  assert.deepEqual(row?.map(Number), bySqlite(statements.at(-1) ?? '')[0])
  duck.closeSync()
})

test('DuckDB reads each CSV as it reads the Parquet of the same table', async () => {
  const duck = await overParquet()
  for (const file of readdirSync(join(state, 'csv'))) {
    const table = file.replace('.csv', '')
    const csv = `read_csv('${join(state, 'csv', file)}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', max_line_size = 10000000)`
    const [row] = (
      await duck.runAndReadAll(`SELECT (SELECT count(*) FROM ${csv}), (SELECT count(*) FROM "${table}")`)
    ).getRows()
    assert.equal(row?.[0], row?.[1], table)
  }
  duck.closeSync()
})

/** A connection with a view for every Parquet file, named like its table. */
async function overParquet(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:')
  const duck = await instance.connect()
  for (const file of readdirSync(join(state, 'parquet')))
    await duck.run(`CREATE VIEW "${file.replace('.parquet', '')}" AS SELECT * FROM '${join(state, 'parquet', file)}'`)
  const db = new Database(join(state, 'vorlagen.db'), { readonly: true })
  const view = db.prepare<[string], string>("SELECT sql FROM sqlite_schema WHERE type = 'view' AND name = ?").pluck()
  for (const name of PLAIN_VIEWS) await duck.run(view.get(name) ?? '')
  db.close()
  return duck
}

function rounded(rows: Rows): Rows {
  return rows.map((row) => row.map((value) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)))
}
