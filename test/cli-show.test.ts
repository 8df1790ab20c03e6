import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { extractors } from '../extractors/index.ts'
import type { Beleg } from '../src/bundle.ts'
import { EXIT } from '../src/cli/exit.ts'
import { paper, put, vorlagen, workFolder } from './cli-run.ts'

const folder = workFolder()
const file = put(
  folder,
  'vorlage.md',
  paper('BV/2031/0901', 'Steg am Mühlwehr', 'Der Steg wird für 48.500 € erneuert.'),
)
const bad = put(folder, 'leer.pdf', '')

test('extract --json prints a paper on a line, every quote is in the text, and nothing is written', async () => {
  const before = readdirSync(folder)
  const { code, stdout, stderr } = await vorlagen(['extract', '--json', file])
  assert.equal(code, EXIT.gut, stderr)
  assert.equal(stdout.split('\n').length, 2)
  const found = JSON.parse(stdout) as Record<string, unknown>
  assert.deepEqual(Object.keys(found), [
    ...['quelle', 'sha256', 'medientyp', 'lesart', 'status', 'meldungen', 'vendor'],
    ...extractors.flatMap(({ records }) => Object.keys(records)),
  ])
  assert.equal(found.quelle, file)
  assert.equal((found.vorlage as { nummer: string }).nummer, 'BV/2031/0901')
  const { stdout: text } = await vorlagen(['text', file])
  const records = Object.values(found)
    .flat()
    .filter((one): one is { beleg: Beleg } => typeof one === 'object' && one !== null && 'beleg' in one)
  assert.ok(records.length > 3)
  for (const { beleg } of records) {
    assert.equal(text.slice(beleg.von, beleg.bis), beleg.zitat)
    assert.equal(text.slice(0, beleg.von).split('\n').length, beleg.zeile)
  }
  assert.deepEqual(readdirSync(folder), before)
})

test('extract: several papers in order of input, the same with workers; failures on stderr', async () => {
  const more = Array.from({ length: 5 }, (_, at) =>
    put(folder, `mehr/${at}.md`, paper(`BV/2031/10${at}0`, `Vorhaben ${at}`)),
  )
  const paths = [...more.toReversed(), bad]
  const [one, three] = await Promise.all(
    ['1', '3'].map((workers) => vorlagen(['extract', '--json', ...paths, '--workers', workers])),
  )
  assert.equal(one?.code, EXIT.teils)
  assert.equal(three?.stdout, one?.stdout)
  const lines = (one?.stdout ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { quelle: string; status: string })
  assert.deepEqual(
    lines.map(({ quelle }) => quelle),
    paths,
  )
  assert.equal(lines.at(-1)?.status, 'fehler')
  assert.match(one?.stderr ?? '', /leer\.pdf: Die Datei ist leer.* \[datei-leer\]\n$/)
  const alone = await vorlagen(['extract', '--json', more[2] ?? ''])
  assert.equal(alone.stdout.trimEnd(), (one?.stdout ?? '').split('\n')[2], 'read in the same thread or in a worker')
})

test('extract without --json is for people', async () => {
  const { code, stdout } = await vorlagen(['extract', file])
  assert.equal(code, EXIT.gut)
  assert.match(stdout, /^ +nummer: BV\/2031\/0901$/m)
  assert.match(stdout, /^ +datum: 14\.05\.2031$/m)
  assert.match(stdout, /^ +cent: 48\.500,00 €$/m)
})

test('text, tree and sections show the stages', async () => {
  const [text, tree, json, sections, rows] = await Promise.all([
    vorlagen(['text', file]),
    vorlagen(['tree', file]),
    vorlagen(['tree', file, '--json']),
    vorlagen(['sections', file]),
    vorlagen(['sections', file, '--json']),
  ])
  assert.match(text.stdout, /^Beschlussvorlage Nr\. BV\/2031\/0901$/m)
  assert.match(tree.stdout, /^ +\d+ +Tabelle 3 × 4, Kopfzeilen 1$/m)
  assert.match(tree.stdout, /^ +14\.05\.2031 \| Bauausschuss \| öffentlich \| Vorberatung$/m)
  assert.equal((JSON.parse(json.stdout) as { type: string }).type, 'root')
  assert.match(sections.stdout, /beschlussvorschlag: Beschlussvorschlag$/m)
  const { abschnitte } = JSON.parse(rows.stdout) as { abschnitte: { art: string; von: number; bis: number }[] }
  const found = abschnitte.find(({ art }) => art === 'beschlussvorschlag')
  assert.match(text.stdout.slice(found?.von, found?.bis), /^Beschlussvorschlag\s+Der Steg wird/)
})

test('showing what cannot be read ends with 4 and says why', async () => {
  for (const command of ['text', 'tree', 'sections']) {
    const { code, stderr } = await vorlagen([command, bad])
    assert.equal(code, EXIT.nichts, command)
    assert.match(stderr, /\[datei-leer\]/)
  }
  const explained = await vorlagen(['explain', bad, 'vorlage.nummer'])
  assert.equal(explained.code, EXIT.nichts)
  assert.match((await vorlagen(['text', join(folder, 'fehlt.pdf')])).stderr, /nicht gefunden/)
  assert.equal((await vorlagen(['text', join(folder, 'mehr')])).code, EXIT.aufruf)
})

test('explain shows the quote in its surroundings, and who read it', async () => {
  const { code, stdout } = await vorlagen(['explain', file, 'vorlage.nummer', 'beratungsfolge-2.gremium'])
  assert.equal(code, EXIT.gut)
  assert.match(stdout, /^vorlage\.nummer: BV\/2031\/0901$/m)
  assert.match(stdout, /^> +\d+ \| .*».*BV\/2031\/0901.*«.*$/m)
  assert.match(stdout, /^ +Gelesen von: kopf, Stand \d+$/m)
  assert.match(stdout, /^beratungsfolge-2\.gremium: Rat der Stadt$/m)
  assert.match(stdout, /^> +\d+ \| .*».*Rat der Stadt.*«/m)
})

test('explain says what there is when asked for what there is not', async () => {
  const record = await vorlagen(['explain', file, 'beratungsfolge-9'])
  assert.equal(record.code, EXIT.aufruf)
  assert.match(
    record.stderr,
    /„beratungsfolge-9“ gibt es in dieser Vorlage nicht; es gibt .*beratungsfolge \(beratungsfolge-1 bis beratungsfolge-2\)/,
  )
  const field = await vorlagen(['explain', file, 'vorlage.nummmer'])
  assert.equal(field.code, EXIT.aufruf)
  assert.match(field.stderr, /„nummmer“ gibt es bei vorlage nicht; es gibt nummer, /)
})

test('extractors lists all of them with every column', async () => {
  const [people, json] = await Promise.all([vorlagen(['extractors']), vorlagen(['extractors', '--json'])])
  const listed = JSON.parse(json.stdout) as { name: string }[]
  assert.deepEqual(
    listed.map(({ name }) => name),
    extractors.map(({ name }) => name),
  )
  for (const { name, summary, records } of extractors) {
    assert.match(people.stdout, new RegExp(`^${name} \\(Stand \\d+\\)$`, 'm'))
    assert.ok(people.stdout.includes(summary))
    for (const { schema } of Object.values(records)) {
      for (const field of Object.keys(schema.shape)) assert.match(people.stdout, new RegExp(`^    ${field} +\\S`, 'm'))
    }
  }
})

test('the shape of a line is that of the annotations beside the project', (t) => {
  const gold = join(import.meta.dirname, '../../shared/gold/README.md')
  if (!existsSync(gold)) return t.skip('no annotations here')
  const keys = [...readFileSync(gold, 'utf8').matchAll(/^ {2}"(\w+)": /gm)].map(([, key]) => key)
  const ours = new Set(['quelle', ...extractors.flatMap(({ records }) => Object.keys(records))])
  assert.deepEqual(
    keys.filter((key) => key !== undefined && !ours.has(key)),
    [],
  )
})
