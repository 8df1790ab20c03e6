import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { EXIT } from '../src/cli/exit.ts'
import { ask, paper, put, ROOT, rowsIn, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const ESCAPE = '\u001b'

/** A folder of papers and a database path, both of their own. */
function place(name: string, papers: Readonly<Record<string, string | Uint8Array>>): { papers: string; db: string } {
  for (const [file, content] of Object.entries(papers)) put(folder, `${name}/${file}`, content)
  return { papers: join(folder, name), db: join(folder, `${name}.db`) }
}

interface Event {
  readonly ereignis: string
  readonly status?: string
  readonly quelle?: string
  readonly nummer?: string
  readonly geschehen?: string
  readonly beratungen?: number
  readonly code?: number
  readonly fehler?: readonly { readonly code: string }[]
  readonly uebergangen?: Readonly<Record<string, number>>
}

function events(stdout: string): Event[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Event)
}

test('import writes what stands in the papers and says so, line by line in order of input', async () => {
  const { papers, db } = place('gut', {
    'b/2.md': paper('BV/2031/0112', 'Steg am Mühlwehr erneuern'),
    'b/10.md': paper('BV/2031/0113', 'Wegweiser im Stadtwald ersetzen'),
    'a.md': paper('BV/2031/0111', 'Brunnen am Markt sanieren'),
  })
  const { code, stdout, stderr } = await vorlagen(['import', papers, '--db', db])
  assert.equal(code, EXIT.gut, stderr)
  assert.equal(stderr, '')
  assert.ok(!stdout.includes(ESCAPE))
  const [head = '', ...lines] = stdout.split('\n')
  assert.match(head, /^Nummer +Kommune +Betreff +Beratungen +Beträge +VZÄ +Stellen +Zustand$/)
  assert.deepEqual(
    lines.slice(0, 3).map((line) => line.split(/\s/)[0]),
    ['BV/2031/0111', 'BV/2031/0112', 'BV/2031/0113'],
  )
  assert.match(lines[0] ?? '', /Brunnen am Markt/)
  assert.ok(lines.every((line) => line.length <= 120 || line.startsWith(' ')))
  assert.match(stdout, /^3 Vorlagen: \d ok, \d zu prüfen, 0 nicht gelesen$/m)
  assert.match(stdout, /^6 Beratungen, /m)
  assert.deepEqual(ask(db, 'SELECT nummer, betreff FROM vorlage ORDER BY nummer'), [
    { nummer: 'BV/2031/0111', betreff: 'Brunnen am Markt sanieren' },
    { nummer: 'BV/2031/0112', betreff: 'Steg am Mühlwehr erneuern' },
    { nummer: 'BV/2031/0113', betreff: 'Wegweiser im Stadtwald ersetzen' },
  ])
  assert.deepEqual(ask(db, `SELECT DISTINCT gremium, datum FROM v_beratungen ORDER BY datum`), [
    { gremium: 'Bauausschuss', datum: '2031-05-14' },
    { gremium: 'Rat der Stadt', datum: '2031-05-28' },
  ])
  assert.deepEqual(ask(db, 'SELECT zustand, neu FROM lauf'), [{ zustand: 'fertig', neu: 3 }])
})

test('the same import again changes nothing; a changed paper becomes a second version', async () => {
  const { papers, db } = place('wieder', {
    'a.md': paper('BV/2031/0201', 'Brunnen am Markt sanieren'),
    'b.md': paper('BV/2031/0202', 'Steg am Mühlwehr erneuern'),
  })
  await vorlagen(['import', papers, '--db', db])
  const before = rowsIn(db)
  const again = await vorlagen(['import', papers, '--db', db])
  assert.equal(again.code, EXIT.gut)
  assert.match(again.stdout, /^BV\/2031\/0201 .*unverändert$/m)
  assert.match(again.stdout, /0 neu, .* 2 unverändert$/m)
  assert.deepEqual(rowsIn(db), before)

  put(papers, 'a.md', paper('BV/2031/0201', 'Brunnen am Markt abbauen'))
  const changed = await vorlagen(['import', papers, '--db', db])
  assert.match(changed.stdout, /^BV\/2031\/0201 .*neue Fassung$/m)
  assert.deepEqual(
    ask(db, `SELECT version, aktuell, betreff FROM vorlage WHERE nummer = 'BV/2031/0201' ORDER BY version`),
    [
      { version: 1, aktuell: 0, betreff: 'Brunnen am Markt sanieren' },
      { version: 2, aktuell: 1, betreff: 'Brunnen am Markt abbauen' },
    ],
  )
  const reread = await vorlagen(['import', papers, '--db', db, '--neu-lesen'])
  assert.match(reread.stdout, /2 neu gelesen, 0 unverändert$/m)
  assert.deepEqual(ask(db, 'SELECT count(*) AS n FROM vorlage'), [{ n: 3 }])
})

test('--json prints one event a line and nothing else', async () => {
  const { papers, db } = place('json', { 'a.md': paper('BV/2031/0301', 'Brunnen'), 'b.pdf': '', 'c.docx': 'x' })
  const { code, stdout, stderr } = await vorlagen(['import', papers, '--db', db, '--json'])
  assert.equal(code, EXIT.teils)
  assert.equal(stderr, '')
  const [begin, first, second, end, ...more] = events(stdout)
  assert.deepEqual(more, [])
  assert.deepEqual(begin, { ereignis: 'lauf-beginn', datenbank: db, lauf: 1, dateien: 2 })
  assert.equal(first?.nummer, 'BV/2031/0301')
  assert.equal(first?.geschehen, 'neu')
  assert.equal(first?.beratungen, 2)
  assert.equal(second?.status, 'fehler')
  assert.deepEqual(
    second?.fehler?.map((one) => one.code),
    ['datei-leer'],
  )
  assert.equal(end?.ereignis, 'lauf-ende')
  assert.equal(end?.code, EXIT.teils)
  assert.deepEqual(end?.uebergangen, { '.docx': 1 })
})

test('--quiet keeps to failures', async () => {
  const { papers, db } = place('still', { 'a.md': paper('BV/2031/0311', 'Brunnen') })
  assert.deepEqual(await vorlagen(['import', papers, '--db', db, '--quiet']), { code: 0, stdout: '', stderr: '' })
  put(papers, 'b.pdf', '')
  const { code, stdout, stderr } = await vorlagen(['import', papers, '--db', db, '--quiet'])
  assert.equal(code, EXIT.teils)
  assert.equal(stdout, '')
  assert.match(stderr, /b\.pdf: Die Datei ist leer/)
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const RUBBISH = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919 + 13) % 256)
const BAD: Readonly<Record<string, readonly [content: string | Uint8Array, code: string]>> = {
  'leer.pdf': ['', 'datei-leer'],
  'bild.pdf': [PNG, 'format-unbekannt'],
  'rauschen.pdf': [RUBBISH, 'format-unbekannt'],
  'abgeschnitten.pdf': [
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${'x'.repeat(400)}`,
    'pdf-beschaedigt',
  ],
  'nur-leerzeichen.txt': [' \n\n \t\n', 'ohne-text'],
}

test('what cannot be read ends in a German sentence and a code each; the rest is imported', async () => {
  const { papers, db } = place('schlecht', { 'gut.md': paper('BV/2031/0401', 'Brunnen') })
  for (const [name, [content]] of Object.entries(BAD)) put(papers, name, content)
  const { code, stdout, stderr } = await vorlagen(['import', papers, join(papers, 'fehlt.pdf'), '--db', db])
  assert.equal(code, EXIT.teils)
  assert.match(
    stdout,
    /^7 Vorlagen: 1 ok, 0 zu prüfen, 6 nicht gelesen$|^7 Vorlagen: 0 ok, 1 zu prüfen, 6 nicht gelesen$/m,
  )
  for (const [name, [, wanted]] of Object.entries(BAD)) {
    assert.match(stderr, new RegExp(`^  \\S*${name}: [A-ZÄÖÜ].* \\[${wanted}\\]$`, 'm'))
    assert.deepEqual(
      ask(
        db,
        `SELECT m.code FROM meldung m JOIN vorlage v ON v.id = m.vorlage_id JOIN quelle q ON q.id = v.quelle_id
        WHERE q.pfad LIKE '%${name}' AND m.stufe = 'fehler' AND v.status = 'fehler'`,
      ),
      [{ code: wanted }],
    )
  }
  assert.match(stderr, /fehlt\.pdf: .*nicht gefunden.* \[datei-unlesbar\]/)
  assert.match(stderr, /^Ende mit 3: /m)
  assert.doesNotMatch(stderr, /^\s+at /m)
  assert.deepEqual(ask(db, `SELECT nummer FROM vorlage WHERE status <> 'fehler'`), [{ nummer: 'BV/2031/0401' }])

  const again = await vorlagen(['import', papers, '--db', db])
  assert.equal(again.code, EXIT.teils, 'a failure is reported again, not hidden as unchanged')
})

test('the samples that cannot be read fail with the code their expectation names', async (t) => {
  const samples = join(ROOT, 'samples/unlesbar')
  if (!existsSync(samples)) return t.skip('no samples')
  const { stdout, code } = await vorlagen([
    'import',
    samples,
    '--ocr',
    'nie',
    '--db',
    join(folder, 'unlesbar.db'),
    '--json',
  ])
  assert.equal(code, EXIT.nichts)
  const papers = events(stdout).filter(({ ereignis }) => ereignis === 'vorlage')
  assert.ok(papers.length >= 6)
  for (const { status, fehler, quelle } of papers) {
    assert.equal(status, 'fehler', String(quelle))
    assert.equal(fehler?.length, 1, String(quelle))
  }
})

test('nothing to read: 4, whether no file matched, a folder is empty or every paper failed', async () => {
  mkdirSync(join(folder, 'leerer-ordner'))
  const db = join(folder, 'nichts.db')
  const empty = await vorlagen(['import', join(folder, 'leerer-ordner'), '--db', db])
  assert.equal(empty.code, EXIT.nichts)
  assert.match(empty.stderr, /Hier liegt keine Vorlage/)
  assert.ok(!existsSync(db), 'no database is made for nothing')
  for (const path of [join(folder, '*.gibtsnicht'), join(folder, 'gibtsnicht.pdf'), put(folder, 'allein.pdf', '')]) {
    const { code, stderr } = await vorlagen(['import', path, '--db', db])
    assert.equal(code, EXIT.nichts, path)
    assert.match(stderr, /Nicht gelesen \(1\)/)
  }
})

test('another import in the same database: 5; afterwards it works', async () => {
  const { papers, db } = place('gesperrt', { 'a.md': paper('BV/2031/0501', 'Brunnen') })
  await vorlagen(['import', papers, '--db', db])
  const other = new Database(`${db}-sperre`)
  other.exec('BEGIN EXCLUSIVE')
  const { code, stdout, stderr } = await vorlagen(['import', papers, '--db', db])
  other.close()
  assert.equal(code, EXIT.gesperrt)
  assert.equal(stdout, '')
  assert.match(stderr, /wird gerade von einem anderen Lauf von vorlagen benutzt/)
  assert.equal((await vorlagen(['import', papers, '--db', db])).code, EXIT.gut)
})

test('a database of another version: 6; something else: 8; both stay as they are', async () => {
  const { papers, db } = place('fassung', { 'a.md': paper('BV/2031/0502', 'Brunnen') })
  await vorlagen(['import', papers, '--db', db])
  const other = new Database(db)
  other.pragma('user_version = 99')
  other.close()
  const before = readFileSync(db)
  const old = await vorlagen(['import', papers, '--db', db])
  assert.equal(old.code, EXIT.fassung)
  assert.match(old.stderr, /anderen Fassung/)
  assert.deepEqual(readFileSync(db), before)
  const text = put(folder, 'keine.db', 'Das ist ein Brief.\n'.repeat(100))
  const foreign = await vorlagen(['import', papers, '--db', text])
  assert.equal(foreign.code, EXIT.datenbank)
  assert.equal(readFileSync(text, 'utf8'), 'Das ist ein Brief.\n'.repeat(100))
  const directory = await vorlagen(['import', papers, '--db', folder])
  assert.equal(directory.code, EXIT.datenbank)
  assert.ok(statSync(folder).isDirectory())
})

test('one worker or four: the same rows, the same lines', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 14 }, (_, at) => [
      `${at}.md`,
      paper(`BV/2031/06${at + 10}`, `Vorhaben ${at}`, `Es kostet ${at + 1}.500 €. `.repeat((at % 4) * 30 + 1)),
    ]),
  )
  const { papers } = place('viele', many)
  const [one, four] = await Promise.all(
    ['1', '4'].map((workers) =>
      vorlagen(['import', papers, '--db', join(folder, `viele-${workers}.db`), '--workers', workers]),
    ),
  )
  assert.equal(one?.code, EXIT.gut)
  assert.equal(four?.stdout, one?.stdout)
  assert.deepEqual(rowsIn(join(folder, 'viele-4.db')), rowsIn(join(folder, 'viele-1.db')))
})

test('a municipality can be said afterwards, and saying it again changes nothing', async () => {
  const { papers, db } = place('kommune', { 'a.txt': 'Vorlage Nr. 12/2031\n\nBetreff: Brunnen am Markt\n' })
  const kommune = 'SELECT kommune_name AS name, kommune_ags AS ags FROM vorlage'
  await vorlagen(['import', papers, '--db', db])
  const said = ['import', papers, '--db', db, '--kommune', 'Quellenbrück', '--ags', '09990001']
  await vorlagen(said)
  assert.deepEqual(ask(db, kommune), [{ name: 'Quellenbrück', ags: '09990001' }])
  const again = await vorlagen(said)
  assert.match(again.stdout, /0 neu gelesen, 1 unverändert$/m)
})

test('what is nichtöffentlich is marked in its line, also where the line is short', async () => {
  const { papers, db } = place('geheim', {
    'a.md': paper('BV/2031/0701', 'Grundstück').replace('öffentlich\n', 'nichtöffentlich\n'),
  })
  const { stdout } = await vorlagen(['import', papers, '--db', db], { COLUMNS: '80' })
  assert.match(stdout, /^BV\/2031\/0701 .* {2}nichtöffentlich: /m)
  assert.ok(
    stdout
      .split('\n')
      .slice(0, 2)
      .every((line) => line.length <= 80),
  )
})

test('the folder of the database is made; a file that vanished from it is made again', async () => {
  const { papers } = place('neu', { 'a.md': paper('BV/2031/0801', 'Brunnen') })
  const db = join(folder, 'tief/unten/vorlagen.db')
  assert.equal((await vorlagen(['import', papers, '--db', db])).code, EXIT.gut)
  unlinkSync(db)
  for (const rest of ['-wal', '-shm']) rmSync(`${db}${rest}`, { force: true })
  assert.equal((await vorlagen(['import', papers, '--db', db])).code, EXIT.gut)
  assert.deepEqual(ask(db, 'SELECT nummer FROM vorlage'), [{ nummer: 'BV/2031/0801' }])
})
