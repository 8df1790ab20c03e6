import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import Database from 'better-sqlite3'
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet'
import { ask, paper, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const db = join(folder, 'haus.db')
const target = join(folder, 'ziel')
const state = join(target, 'aktuell')

/** Words that must not get out, each planted in another place. */
const SECRET = [
  'Zwiebelturmverkauf',
  'Wibbelmann',
  'Dörthe',
  '04711',
  '998877',
  'd.wibbelmann',
  'wibbelmann@',
  'Kellerausschuss',
  '13.05.2031',
  'Schlupfloch',
  '556677',
  'Querkopp',
]

const HEAD = [
  'Bearbeitet von: Wibbelmann, Dörthe\tTel.: 04711/998877\tE-Mail: d.wibbelmann@quellenbrueck.example',
  ['| Sachbearbeiter | Telefon | Datum |', '|---|---|---|', '| Querkopp | 556677 | 02.05.2031 |'].join('\n'),
  'Auskunft erteilt: Frau Wibbelmann, Zimmer 3, Tel. 04711 998877',
].join('\n\n')

function open(nummer: string, betreff: string): string {
  return paper(nummer, betreff)
    .replace('öffentlich\n\nBetreff', `öffentlich\n\n${HEAD}\n\nBetreff`)
    .replace('| 28.05.2031 |', '| 13.05.2031 | Kellerausschuss | nichtöffentlich | Vorberatung |\n| 28.05.2031 |')
    .replace(
      'seit dem Hochwasser gesperrt.',
      'gesperrt. Fragen an Frau Wibbelmann (04711/998877).\n\nDie Gesamtkosten betragen 5.000 €.',
    )
}

before(async () => {
  put(folder, 'ein/Wibbelmann/1.md', open('0041/2031', 'Steg am Mühlwehr'))
  put(folder, 'ein/2.txt', open('0042/2031', 'Rad- und Gehweg, "Neue Mitte"'))
  put(folder, 'ein/3.md', paper('0043/2031', 'Zwiebelturmverkauf').replace('\nöffentlich\n', '\nnichtöffentlich\n'))
  put(folder, 'ein/kaputt-Schlupfloch.pdf', '%PDF-1.7\nabgeschnitten')
  const { code } = await vorlagen(['import', join(folder, 'ein'), '--db', db])
  assert.equal(code, 3)
  // The plants took: otherwise nothing below proves anything.
  const kept =
    JSON.stringify(ask(db, 'SELECT * FROM vorlage, quelle')) + JSON.stringify(ask(db, 'SELECT * FROM beratung'))
  for (const word of SECRET) assert.ok(kept.includes(word), `${word} is not in the database`)
  const ended = await vorlagen(['publizieren', target, '--db', db, '--lizenz', 'dl-de/by-2-0'])
  assert.equal(ended.code, 0, ended.stderr)
  assert.match(ended.stdout, /: 2 Vorlagen$/m)
  assert.match(ended.stderr, /1 nichtöffentliche, 1 nicht lesbare/)
})

test('the page of figures holds none of it either', async () => {
  const page = join(folder, 'bericht.html')
  const { code, stderr } = await vorlagen(['bericht', page, '--db', db])
  assert.equal(code, 0, stderr)
  const bytes = readFileSync(page, 'utf8').toLowerCase()
  for (const word of SECRET) assert.ok(!bytes.includes(word.toLowerCase()), word)
})

function files(where: string): string[] {
  return readdirSync(where, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(where, name)).isFile())
    .sort()
}

test('no byte of any published file holds what was planted, packed or unpacked', async () => {
  const names = files(state)
  assert.ok(names.length > 60)
  for (const name of names.filter((one) => one.endsWith('.parquet'))) {
    const file = await asyncBufferFromFile(join(state, name))
    const { row_groups: groups } = await parquetMetadataAsync(file)
    const read = JSON.stringify([await parquetReadObjects({ file }), groups], (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    ).toLowerCase()
    for (const word of SECRET) assert.ok(!read.includes(word.toLowerCase()), `${word} in ${name}`)
  }
  for (const name of names) {
    const bytes = readFileSync(join(state, name))
    for (const word of SECRET) {
      for (const encoding of ['utf8', 'utf16le', 'latin1'] as const)
        assert.equal(bytes.indexOf(Buffer.from(word, encoding)), -1, `${word} in ${name}`)
      assert.ok(!bytes.toString('utf8').toLowerCase().includes(word.toLowerCase()), `${word} in ${name}`)
    }
    assert.ok(!name.includes('Wibbelmann'))
    assert.equal(bytes.indexOf(folder), -1, `a path of this machine in ${name}`)
  }
})

test('what may be known is still there, and every quote still stands where it says', () => {
  const path = join(state, 'vorlagen.db')
  assert.deepEqual(ask(path, 'SELECT nummer, betreff FROM vorlage ORDER BY nummer'), [
    { nummer: '0041/2031', betreff: 'Steg am Mühlwehr' },
    { nummer: '0042/2031', betreff: 'Rad- und Gehweg, "Neue Mitte"' },
  ])
  assert.deepEqual(ask(path, `SELECT DISTINCT gremium FROM beratung ORDER BY 1`), [
    { gremium: 'Bauausschuss' },
    { gremium: 'Rat der Stadt' },
  ])
  assert.deepEqual(ask(path, "SELECT cent, regel FROM v_betrag_je_vorlage WHERE nummer = '0041/2031'"), [
    { cent: 500000, regel: 'gesamtkosten' },
  ])
  const proofs = ask<{ zitat: string; von: number; bis: number; text: string }>(
    path,
    'SELECT zitat, von, bis, text FROM beleg JOIN vorlage v ON v.id = vorlage_id',
  )
  assert.ok(proofs.length > 10)
  for (const { zitat, von, bis, text } of proofs) assert.equal(text.slice(von, bis), zitat)
  assert.equal(ask(path, `SELECT rowid FROM suche_vorlage WHERE suche_vorlage MATCH 'mühlwehr'`).length, 2)
})

test('the snapshot is one sound file, without a journal', () => {
  const db = new Database(join(state, 'vorlagen.db'), { readonly: true })
  assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  assert.deepEqual(db.pragma('foreign_key_check'), [])
  assert.equal(db.pragma('journal_mode', { simple: true }), 'delete')
  assert.equal(db.pragma('freelist_count', { simple: true }), 0)
  db.close()
  assert.deepEqual(
    files(state).filter((name) => /-wal|-shm|entwurf|journal/.test(name)),
    [],
  )
})

test('CSV read back equals the tables, NULL and empty text apart', () => {
  const db = new Database(join(state, 'vorlagen.db'), { readonly: true })
  const tables = readdirSync(join(state, 'csv'))
  assert.ok(tables.length >= 20)
  for (const file of tables) {
    const table = file.replace('.csv', '')
    const key = db.prepare<[string], string>('SELECT schluessel FROM _tabellen WHERE name = ?').pluck().get(table)
    const rows = db.prepare<[], (string | number | null)[]>(`SELECT * FROM "${table}" ORDER BY ${key}`).raw().all()
    const [, ...read] = csvRows(readFileSync(join(state, 'csv', file), 'utf8'))
    assert.deepEqual(
      read,
      rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
      table,
    )
  }
  db.close()
})

test('the data package describes every file, column, key and reference as they are', () => {
  const described = JSON.parse(readFileSync(join(state, 'datapackage.json'), 'utf8'))
  const byName = new Map<string, { fields: { name: string }[] }>(
    described.resources.map((one: { name: string; schema: never }) => [one.name, one.schema]),
  )
  const listed = described.resources.flatMap((one: { path: string | string[] }) => one.path)
  assert.deepEqual(
    listed.sort(),
    files(state).filter((name) => /^(?:csv|parquet|oparl|vorlagen\.db)/.test(name)),
  )
  for (const { name, path, bytes, hash, schema, profile } of described.resources) {
    if (name === 'oparl') continue
    assert.match(name, /^[-a-z0-9._]+$/)
    const content = readFileSync(join(state, path))
    assert.equal(content.length, bytes)
    assert.equal(hash, `sha256:${createHash('sha256').update(content).digest('hex')}`)
    if (profile !== 'tabular-data-resource') continue
    const [head] = csvRows(content.toString('utf8'))
    const columns = (byName.get(name)?.fields ?? []).map((field) => field.name)
    assert.deepEqual(columns, head)
    for (const key of schema.primaryKey ?? []) assert.ok(columns.includes(key), key)
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      assert.ok(columns.includes(fields))
      const there = byName.get(reference.resource || name)
      assert.ok(
        there?.fields.some((field) => field.name === reference.fields),
        `${name}.${fields} → ${JSON.stringify(reference)}`,
      )
    }
  }
  const sums = readFileSync(join(state, 'SHA256SUMS'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  '))
  assert.deepEqual(
    sums.map(([, name]) => name),
    files(state).filter((name) => name !== 'SHA256SUMS'),
  )
  for (const [sum, name = ''] of sums)
    assert.equal(
      createHash('sha256')
        .update(readFileSync(join(state, name)))
        .digest('hex'),
      sum,
    )
})

test('the same database gives the same bytes; the previous snapshot stays, older ones go', async () => {
  const other = join(folder, 'anderswo')
  await vorlagen(['publizieren', other, '--db', db, '--lizenz', 'dl-de/by-2-0'])
  assert.deepEqual(files(join(other, 'aktuell')), files(state))
  for (const name of files(state))
    assert.ok(readFileSync(join(other, 'aktuell', name)).equals(readFileSync(join(state, name))), name)
  const first = readlinkSync(join(other, 'aktuell'))
  const again = await vorlagen(['publizieren', other, '--db', db, '--lizenz', 'dl-de/by-2-0'])
  assert.match(again.stdout, /2 Vorlagen, unverändert$/m)
  assert.equal(readlinkSync(join(other, 'aktuell')), first)
  const links = [first]
  for (const lizenz of ['a', 'b']) {
    await vorlagen(['publizieren', other, '--db', db, '--lizenz', lizenz])
    links.push(readlinkSync(join(other, 'aktuell')))
    assert.deepEqual(
      readdirSync(join(other, 'staende')).sort(),
      links
        .slice(-2)
        .map((link) => link.replace('staende/', ''))
        .sort(),
    )
  }
  mkdirSync(join(other, 'staende/.neu-abgebrochen'))
  await vorlagen(['publizieren', other, '--db', db, '--lizenz', 'b'])
  assert.equal(existsSync(join(other, 'staende/.neu-abgebrochen')), false)
})

test('publishing changes nothing in the database it reads', async () => {
  const path = join(folder, 'gelesen.db')
  copyFileSync(db, path)
  const before = readFileSync(path)
  const { code } = await vorlagen(['publizieren', join(folder, 'ziel-gelesen'), '--db', path])
  assert.equal(code, 0)
  assert.ok(before.equals(readFileSync(path)))
})

test('mistakes are said: no database, a target that is a file', async () => {
  const blocked = join(folder, 'datei')
  writeFileSync(blocked, '')
  assert.equal((await vorlagen(['publizieren', join(folder, 'x'), '--db', join(folder, 'keine.db')])).code, 8)
  const { code, stderr } = await vorlagen(['publizieren', blocked, '--db', db])
  assert.equal(code, 8)
  assert.match(stderr, /lässt sich nicht schreiben/)
})

/** RFC 4180, with NULL for what is not even quoted. */
function csvRows(text: string): (string | null)[][] {
  const rows: (string | null)[][] = []
  let row: (string | null)[] = []
  for (const match of text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    const [, cell = '', end] = match
    row.push(cell === '' ? null : cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test('what is marked and what only might be is told apart, to whoever publishes', async () => {
  const at = join(folder, 'vielleicht')
  const marked = paper('0051/2031', 'Turm').replace('\nöffentlich\n', '\nnichtöffentlich\n')
  put(at, 'ein/1.md', marked)
  put(at, 'ein/2.md', paper('0051/2031', 'Turm, Anlage').replaceAll('öffentlich', ''))
  put(at, 'ein/3.md', paper('0052/2031', 'Steg'))
  const db = join(at, 'haus.db')
  assert.equal((await vorlagen(['import', join(at, 'ein'), '--db', db])).code, 0)
  const words = /: 1 nichtöffentliche, 1 vielleicht nichtöffentliche, 0 nicht lesbare Vorlagen\.$/m
  assert.match((await vorlagen(['publizieren', join(at, 'ziel'), '--db', db])).stderr, words)
  assert.match((await vorlagen(['bericht', join(at, 'b.html'), '--db', db])).stderr, words)
})
