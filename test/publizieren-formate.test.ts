/** The published samples in every format: Parquet and CSV equal the tables, descriptors and OParl keep their standards. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import Database from 'better-sqlite3'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { vorlagen, workFolder } from './cli-run.ts'
import { DATA_PACKAGE } from './frictionless-schema.ts'
import { OPARL, oparlPage, oparlSchema } from './oparl-rules.ts'

const folder = workFolder()
const state = join(folder, 'ziel/aktuell')
const ADDRESS = 'https://daten.auenfurt.example/oparl'
const ajv = new Ajv({ allErrors: true })
addFormats.default(ajv)

before(async () => {
  const path = join(folder, 'haus.db')
  assert.equal((await vorlagen(['import', 'samples', '--db', path, '--quiet'])).code, 3)
  // A step that is doubted stays out.
  const db = new Database(path)
  db.exec(`UPDATE beratung SET zweifel = '["spalte-unsicher"]' WHERE id = (SELECT max(b.id) FROM beratung b JOIN vorlage v
    ON v.id = b.vorlage_id WHERE v.nummer = 'V 2030/0412')`)
  // As if one paper had been fetched from an address: only such files can be named.
  db.exec(
    `UPDATE quelle SET pfad = 'https://ris.auenfurt.example/steg.pdf' WHERE id = (SELECT quelle_id FROM vorlage WHERE nummer = '0143/2031')`,
  )
  db.close()
  const ended = await vorlagen([
    'publizieren',
    join(folder, 'ziel'),
    '--db',
    path,
    '--lizenz',
    'dl-de/by-2-0',
    '--oparl-adresse',
    `${ADDRESS}/`,
    '--oparl-objekte',
  ])
  assert.equal(ended.code, 0, ended.stderr)
})

function database(): Database.Database {
  return new Database(join(state, 'vorlagen.db'), { readonly: true })
}

test('Parquet read back equals the tables, with types and NULL', async () => {
  const db = database()
  const files = readdirSync(join(state, 'parquet'))
  assert.deepEqual(
    files.map((name) => name.replace('.parquet', '')),
    readdirSync(join(state, 'csv')).map((name) => name.replace('.csv', '')),
  )
  let nulls = 0
  for (const name of files) {
    const table = name.replace('.parquet', '')
    const info = db
      .prepare<[string], { name: string; type: string }>(
        'SELECT spalte AS name, typ AS type FROM _spalten WHERE tabelle = ? ORDER BY nr',
      )
      .all(table)
    const key = db.prepare<[string], string>('SELECT schluessel FROM _tabellen WHERE name = ?').pluck().get(table)
    const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}" ORDER BY ${key}`).all()
    const file = await asyncBufferFromFile(join(state, 'parquet', name))
    const read = await parquetReadObjects({ file })
    assert.deepEqual(
      read.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, typeof value === 'bigint' ? Number(value) : value]),
        ),
      ),
      rows,
      table,
    )
    nulls += rows.filter((row) => Object.values(row).includes(null)).length
    const { schema } = await parquetMetadataAsync(file)
    assert.deepEqual(
      schema.slice(1).map((one) => [one.name, one.type]),
      info.map((one) => [one.name, one.type === 'INTEGER' ? 'INT64' : one.type === 'REAL' ? 'DOUBLE' : 'BYTE_ARRAY']),
      table,
    )
  }
  assert.ok(nulls > 100)
  db.close()
})

test('the descriptor keeps the Frictionless standard, and the schema notices what does not', () => {
  const valid = ajv.compile(DATA_PACKAGE)
  const described = JSON.parse(readFileSync(join(state, 'datapackage.json'), 'utf8'))
  assert.ok(valid(described), JSON.stringify(valid.errors, null, 1))
  for (const spoil of [
    (one: Any) => delete one.resources[0].name,
    (one: Any) => delete one.resources[0].schema,
    (one: Any) => (one.resources[0].path = '/etc/passwd'),
    (one: Any) => (one.resources[0].path = 'csv/../../x.csv'),
    (one: Any) => (one.resources[0].schema.fields[0].type = 'text'),
    (one: Any) => (one.licenses = [{ name: 'dl-de/by-2-0' }]),
  ]) {
    const broken: Any = structuredClone(described)
    spoil(broken)
    assert.equal(valid(broken), false, String(spoil))
  }
  assert.deepEqual(described.licenses, [
    { name: 'dl-de-by-2.0', title: 'dl-de/by-2-0', path: 'https://www.govdata.de/dl-de/by-2-0' },
  ])
})

test('foreign keys of the descriptor are those of the tables, and they hold', () => {
  const db = database()
  const described = JSON.parse(readFileSync(join(state, 'datapackage.json'), 'utf8'))
  const nameOf = new Map<string, string>(
    described.resources.map((one: { name: string; path: string }) => [
      one.name,
      String(one.path).replace(/^csv\/|\.csv$/g, ''),
    ]),
  )
  let count = 0
  for (const { name, profile, schema } of described.resources) {
    if (profile !== 'tabular-data-resource') continue
    const table = nameOf.get(name) ?? ''
    const declared = db
      .prepare<[string], { from: string; table: string; to: string }>(
        'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)',
      )
      .all(table)
      .map((one) => `${one.from} ${one.table} ${one.to}`)
    const told = (schema.foreignKeys ?? []).map(
      (one: { fields: string; reference: { resource: string; fields: string } }) => {
        const other = one.reference.resource === '' ? table : (nameOf.get(one.reference.resource) ?? '')
        const loose = db
          .prepare<[], number>(
            `SELECT count(*) FROM "${table}" WHERE "${one.fields}" IS NOT NULL AND "${one.fields}" NOT IN (SELECT "${one.reference.fields}" FROM "${other}")`,
          )
          .pluck()
          .get()
        assert.equal(loose, 0, `${table}.${one.fields}`)
        return `${one.fields} ${other} ${one.reference.fields}`
      },
    )
    assert.deepEqual(told.sort(), declared.sort(), table)
    count += told.length
  }
  assert.ok(count > 15)
  db.close()
})

const oparl = join(state, 'oparl')
const KINDS: Readonly<Record<string, string>> = {
  body: 'Body',
  paper: 'Paper',
  consultation: 'Consultation',
  file: 'File',
  organization: 'Organization',
  meeting: 'Meeting',
  agendaItem: 'AgendaItem',
  legislativeTermList: 'LegislativeTerm',
}

/** Read from JSON to be spoiled. */
// biome-ignore lint/suspicious/noExplicitAny: whatever the descriptor holds
type Any = any

interface Page {
  readonly data: readonly Record<string, unknown>[]
  readonly links: Readonly<Record<string, string>>
}

/** Follow the pages of a list from its address, as a client does. */
function walk(address: unknown): Page[] {
  const pages: Page[] = []
  for (let at = String(address); at; at = pages.at(-1)?.links.next ?? '') pages.push(fetched(at) as Page)
  return pages
}

function fetched(address: string): unknown {
  assert.ok(address.startsWith(`${ADDRESS}/`), address)
  return JSON.parse(readFileSync(join(oparl, address.slice(ADDRESS.length)), 'utf8'))
}

test('OParl keeps the rules of the specification, from the system down', () => {
  const system = fetched(`${ADDRESS}/system.json`) as Record<string, unknown>
  const isSystem = ajv.compile(oparlSchema('System', true))
  assert.ok(isSystem(system), JSON.stringify(isSystem.errors))
  const checks = new Map(Object.values(KINDS).map((kind) => [kind, ajv.compile(oparlPage(kind))]))
  const check = (kind: string, pages: readonly Page[]): void => {
    const valid = checks.get(kind)
    for (const page of pages) assert.ok(valid?.(page), `${kind}: ${JSON.stringify(valid?.errors?.slice(0, 3))}`)
  }
  const bodies = walk(system.body)
  check('Body', bodies)
  const seen = new Map<string, number>()
  const ids = new Set<unknown>([system.id])
  const links: unknown[] = []
  for (const body of bodies.flatMap(({ data }) => data)) {
    assert.deepEqual(fetched(String(body.id)), body)
    ids.add(body.id)
    for (const [name, kind] of Object.entries(KINDS)) {
      if (name === 'body') continue
      const pages = walk(body[name])
      check(kind, pages)
      for (const one of pages.flatMap(({ data }) => data)) {
        assert.ok(!ids.has(one.id), `${one.id} twice`)
        ids.add(one.id)
        assert.deepEqual(fetched(String(one.id)), one)
        seen.set(kind, (seen.get(kind) ?? 0) + 1)
        links.push(...linksIn(one, kind))
      }
    }
    for (const name of ['person', 'membership']) assert.deepEqual(walk(body[name])[0]?.data, [])
  }
  for (const link of links) assert.ok(ids.has(link), `${link} leads nowhere`)
  assert.ok(links.length > 60)
  for (const [kind, least] of [
    ['Paper', 10],
    ['Consultation', 20],
    ['Organization', 15],
    ['Meeting', 15],
    ['AgendaItem', 5],
    ['File', 1],
  ] as const)
    assert.ok((seen.get(kind) ?? 0) >= least, `${kind}: ${seen.get(kind)}`)
})

test('the OParl rules notice what is wrong', () => {
  const valid = ajv.compile(oparlSchema('Paper'))
  const alone = ajv.compile(oparlPage('Paper'))
  const page = {
    data: [{ id: 'https://a.example/1', type: 'https://schema.oparl.org/1.1/Paper' }],
    pagination: {},
    links: {},
  }
  assert.equal(alone(page), false, 'created and modified are demanded')
  const good = { id: 'https://a.example/1', type: 'https://schema.oparl.org/1.1/Paper', 'vorlagen:zweifel': ['x'] }
  assert.ok(valid(good))
  for (const wrong of [
    { id: 'paper 1' },
    { type: 'https://schema.oparl.org/1.0/Paper' },
    { date: '11.04.2031' },
    { titel: 'x' },
    { mainFile: 'https://a.example/f' },
  ])
    assert.equal(valid({ ...good, ...wrong }), false, JSON.stringify(wrong))
  assert.ok(Object.keys(OPARL).length >= 9)
})

test('OParl says what the tables say, and nothing that is not public', () => {
  const db = database()
  const everything = readdirSync(oparl, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => readFileSync(join(oparl, name), 'utf8'))
    .join('\n')
  assert.ok(!everything.includes('█'))
  assert.ok(!/nichtoeffentlich|"public":false/.test(everything))
  const steps = db
    .prepare<[], { id: number; nr: number; datum: string; gremium: string; nummer: string }>(
      `SELECT v.id, v.nummer, b.nr, b.datum, b.gremium FROM beratung b JOIN vorlage v ON v.id = b.vorlage_id
        WHERE b.zweifel IS NULL AND v.kommune_name IS NOT NULL AND v.kommune_zweifel IS NULL AND v.nummer = 'V 2030/0412' ORDER BY b.nr`,
    )
    .all()
  const paper = JSON.parse(readFileSync(join(oparl, 'body/gruenmark/paper-1.json'), 'utf8')).data[0]
  assert.equal(paper.id, `${ADDRESS}/body/gruenmark/paper/v-2030-0412.json`)
  const fetchedPaper = JSON.parse(readFileSync(join(oparl, 'body/seewalde/paper-1.json'), 'utf8')).data[0]
  assert.equal(fetchedPaper.mainFile.accessUrl, 'https://ris.auenfurt.example/steg.pdf')
  assert.equal(paper.mainFile, undefined)
  assert.deepEqual(
    paper.consultation.map((one: { meeting?: string }) => one.meeting?.slice(-15, -5) ?? null),
    steps.map(({ datum }) => datum),
  )
  const all = db
    .prepare("SELECT count(*) FROM beratung b JOIN vorlage v ON v.id = b.vorlage_id WHERE v.nummer = 'V 2030/0412'")
    .pluck()
    .get()
  assert.equal(all, steps.length + 1)
  assert.ok(steps.length > 0)
  db.close()
})

test('addresses of objects stay when the database is made again; nobody lives at the default', async () => {
  const again = join(folder, 'nochmal.db')
  await vorlagen(['import', 'samples', '--db', again, '--quiet'])
  await vorlagen(['publizieren', join(folder, 'ziel2'), '--db', again])
  const ids = (where: string, base: string): string[] =>
    [...readFileSync(join(where, 'body/seewalde/consultation-1.json'), 'utf8').matchAll(/"id":"([^"]+)"/g)].map(
      ([, id = '']) => id.replace(base, ''),
    )
  assert.deepEqual(ids(join(folder, 'ziel2/aktuell/oparl'), 'https://vorlagen.invalid/oparl'), ids(oparl, ADDRESS))
  assert.ok(existsSync(join(folder, 'ziel2/aktuell/oparl/system.json')))
  assert.ok(
    !existsSync(join(folder, 'ziel2/aktuell/oparl/body/seewalde/paper')),
    'objects of their own only if asked for',
  )
  const wrong = await vorlagen(['publizieren', join(folder, 'ziel2'), '--db', again, '--oparl-adresse', 'unsinn'])
  assert.equal(wrong.code, 2)
  assert.match(wrong.stderr, /keine Adresse/)
})

const LIST = /\/(?:body|body\/[^/]+\/[A-Za-z]+)-\d+\.json$/

/** Every address of an object within an object. */
function linksIn(value: unknown, kind: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => linksIn(one, kind))
  if (typeof value === 'string') return value.startsWith(`${ADDRESS}/`) && !LIST.test(value) ? [value] : []
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap((one) => linksIn(one, kind))
}
