import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { bareName, GemeindeListError, readMunicipalities } from '../src/sources/gemeinden.ts'
import { ask, paper, put, ROOT, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const OFFICIAL = join(ROOT, '../shared/data/GV100AD_301123.txt')
const skip = existsSync(OFFICIAL) ? false : 'the official list is not here'

function line(type: string, key: string, association: string, name: string, area = 0, people = 0, plz = ''): string {
  const head = `${type}20310101${key.padEnd(8)}${association.padEnd(4)}${name.padEnd(50)}`
  if (type !== '60') return head.padEnd(220)
  const figures = `${String(area).padStart(11, '0')}${String(people).padStart(11, '0')}`
  return `${head.padEnd(122)}63    ${figures}${' '.repeat(15)}${plz.padEnd(5)}`.padEnd(220)
}

/** Invented places of an invented Land. */
const LIST = [
  line('10', '97', '', 'Auenland'),
  line('40', '97001', '', 'Mühlkreis'),
  line('60', '97001001', '5001', 'Quellenbrück, Stadt', 4711, 20000, '99998'),
  line('60', '97001002', '5001', 'Überau', 12, 0),
  line('60', '97001003', '5001', 'Moosbach', 100, 500),
  line('60', '97001004', '5001', 'Moosbach (Heide)', 100, 600),
].join('\r\n')

test('every field stands where it belongs, in UTF-8 as in Windows-1252', () => {
  const [first, second, , last] = readMunicipalities(Buffer.from(LIST, 'utf8'))
  assert.deepEqual(first, {
    ags: '97001001',
    stand: '2031-01-01',
    ars: '970015001001',
    name: 'Quellenbrück, Stadt',
    name_kurz: 'Quellenbrück',
    name_grund: 'Quellenbrück',
    land: 'Auenland',
    kreis: 'Mühlkreis',
    flaeche_ha: 4711,
    einwohner: 20000,
    plz: '99998',
  })
  assert.deepEqual([second?.name, second?.plz, last?.name_grund], ['Überau', null, 'Moosbach'])
  assert.deepEqual(readMunicipalities(Buffer.from(LIST, 'latin1')), readMunicipalities(Buffer.from(LIST, 'utf8')))
})

test('a damaged list is refused as a whole, and says where', () => {
  const damaged = [
    ['', /keine Gemeinden/],
    ['Name;Einwohner\nAu;5', /Zeile 1/],
    [LIST.replace('00000004711', '0000000471x'), /Zeile 3 .*Fläche/],
    [LIST.replaceAll('20310101', '20311301'), /kein Tag/],
    [LIST.replace('97001002', '97001001'), /zweimal/],
    [LIST.slice(LIST.indexOf('40')), /Land fehlt/],
  ] as const
  for (const [text, said] of damaged)
    assert.throws(
      () => readMunicipalities(Buffer.from(text)),
      (error) => error instanceof GemeindeListError && said.test(error.message),
    )
})

test('names that can be mistaken for each other have the same bare name', () => {
  const names = [
    'Au',
    'Au, Stadt',
    'Au (Baden)',
    'Au/ Elbe',
    'Au am Rhein',
    'Au i.d. Hallertau',
    'Au a.d.Iller',
    'Au in Holstein',
  ]
  for (const name of names) assert.equal(bareName(name), 'Au', name)
  for (const name of ['Bad Au', 'Auingen', 'Au-Anstein']) assert.notEqual(bareName(name), 'Au', name)
})

test('papers are matched by key or by a name only one municipality can mean; all else says why', async () => {
  const db = join(folder, 'zuordnung.db')
  const list = put(folder, 'gv.txt', Buffer.from(LIST, 'latin1'))
  put(folder, 'a/1.md', paper('1/2031', 'Steg'))
  put(folder, 'b/2.md', paper('2/2031', 'Steg').replace('Stadt Quellenbrück', 'Gemeinde Moosbach'))
  put(folder, 'c/3.md', paper('3/2031', 'Steg').replace('Stadt Quellenbrück', 'Gemeinde Nirgendau'))
  for (const [at, nummer] of [
    [4, 'd'],
    [5, 'e'],
    [6, 'f'],
  ] as const)
    put(folder, `${nummer}/${at}.md`, paper(`${at}/2031`, 'Steg').replace('# Stadt Quellenbrück\n', ''))
  const given = (name: string, key: string): string[] => ['--kommune', name, '--ags', key]
  for (const [path, more] of [
    ['a', []],
    ['b', []],
    ['c', []],
    ['d', given('Moosbach', '97001004')],
    ['e', given('Fernau', '97009999')],
    ['f', given('Fernau', '97001001')],
  ] as const) {
    const { code, stderr } = await vorlagen(['import', join(folder, path), '--db', db, ...more])
    assert.equal(code, 0, stderr)
  }
  const before = ask<{ zuordnung: string }>(db, 'SELECT DISTINCT zuordnung FROM v_kommune')
  assert.deepEqual(before, [{ zuordnung: 'keine-liste' }])
  const { code, stdout, stderr } = await vorlagen(['gemeinden', 'import', list, '--db', db])
  assert.deepEqual([code, stderr], [0, ''])
  assert.match(stdout, /^4 Gemeinden, Gebietsstand 2031-01-01$/m)
  assert.match(
    stdout,
    /^ {2}Quellenbrück, 1 Vorlage: Quellenbrück, Stadt, Auenland, 97001001, 20000 Einwohner – .* \[name\]$/m,
  )
  assert.match(stdout, /^ {2}Moosbach, 1 Vorlage: nicht zugeordnet – .* \[name-mehrdeutig\]$/m)
  assert.deepEqual(
    ask(
      db,
      'SELECT kommune, kommune_ags, zuordnung, ags, einwohner, stand FROM v_kommune ORDER BY kommune, kommune_ags',
    ),
    [
      {
        kommune: 'Fernau',
        kommune_ags: '97001001',
        zuordnung: 'ags-anderer-name',
        ags: null,
        einwohner: null,
        stand: null,
      },
      {
        kommune: 'Fernau',
        kommune_ags: '97009999',
        zuordnung: 'ags-unbekannt',
        ags: null,
        einwohner: null,
        stand: null,
      },
      { kommune: 'Moosbach', kommune_ags: null, zuordnung: 'name-mehrdeutig', ags: null, einwohner: null, stand: null },
      {
        kommune: 'Moosbach',
        kommune_ags: '97001004',
        zuordnung: 'ags',
        ags: '97001004',
        einwohner: 600,
        stand: '2031-01-01',
      },
      { kommune: 'Nirgendau', kommune_ags: null, zuordnung: 'name-unbekannt', ags: null, einwohner: null, stand: null },
      {
        kommune: 'Quellenbrück',
        kommune_ags: null,
        zuordnung: 'name',
        ags: '97001001',
        einwohner: 20000,
        stand: '2031-01-01',
      },
    ],
  )
  assert.deepEqual(
    ask(db, `SELECT jahr, vorlagen, vorlagen_je_10000, stand FROM v_kommune_jahr WHERE kommune = 'Quellenbrück'`),
    [{ jahr: 2031, vorlagen: 1, vorlagen_je_10000: 0.5, stand: '2031-01-01' }],
  )
})

test('lists of other dates stand beside each other; the newest counts, what it dropped keeps its own', async () => {
  const db = join(folder, 'staende.db')
  const later = LIST.split('\r\n')
    .filter((one) => !one.includes('Überau'))
    .join('\n')
    .replaceAll('20310101', '20320101')
  for (const text of [LIST, later.replace('00000020000', '00000021000'), LIST]) {
    const path = put(folder, 'stand.txt', text)
    assert.equal((await vorlagen(['gemeinden', 'import', path, '--db', db])).code, 0)
  }
  assert.deepEqual(ask(db, 'SELECT stand, count(*) AS n FROM gemeinde GROUP BY stand'), [
    { stand: '2031-01-01', n: 4 },
    { stand: '2032-01-01', n: 3 },
  ])
  assert.deepEqual(
    ask(db, `SELECT name, einwohner, stand, in_neuester_liste AS neu FROM v_gemeinde WHERE ags < '97001003'`),
    [
      { name: 'Quellenbrück, Stadt', einwohner: 21000, stand: '2032-01-01', neu: 1 },
      { name: 'Überau', einwohner: 0, stand: '2031-01-01', neu: 0 },
    ],
  )
})

test('mistakes are said and change nothing', async () => {
  const db = join(folder, 'fehler.db')
  const bad = put(folder, 'bad.txt', 'Name;Einwohner\n')
  const ended = [
    await vorlagen(['gemeinden', 'liste', bad, '--db', db]),
    await vorlagen(['gemeinden', 'import', bad, '--db', db]),
    await vorlagen(['gemeinden', 'import', join(folder, 'fehlt.txt'), '--db', db]),
  ]
  assert.deepEqual(
    ended.map(({ code, stdout }) => [code, stdout]),
    [
      [2, ''],
      [4, ''],
      [4, ''],
    ],
  )
  assert.equal(existsSync(db), false)
})

test('the official list: all municipalities, in either encoding', { skip }, async () => {
  const bytes = readFileSync(OFFICIAL)
  const list = readMunicipalities(bytes)
  assert.equal(list.length, 10981)
  const flensburg = list.find(({ ags }) => ags === '01001000')
  assert.equal(flensburg?.ars, '010010000000')
  assert.equal(flensburg?.flaeche_ha, 5673)
  assert.ok(list.every(({ land, einwohner }) => land && einwohner >= 0))
  // Names in Upper Sorbian cannot be written in that encoding.
  const writable = (line: string): boolean => !/[\u0100-\uffff]/.test(line)
  const lines = bytes.toString('utf8').split('\n').filter(writable)
  const again = readMunicipalities(Buffer.from(lines.join('\n'), 'latin1'))
  assert.ok(again.length > 10_900)
  assert.ok(JSON.stringify(again) === JSON.stringify(list.filter(({ name }) => writable(name))))
  const path = join(folder, 'amtlich.txt')
  writeFileSync(path, bytes)
  const db = join(folder, 'amtlich.db')
  assert.equal((await vorlagen(['gemeinden', 'import', path, '--db', db])).code, 0)
  assert.deepEqual(ask(db, 'SELECT count(*) AS n, count(DISTINCT land) AS laender FROM v_gemeinde'), [
    { n: 10981, laender: 16 },
  ])
})
