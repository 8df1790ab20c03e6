import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { configFrom, warningsOf } from '../src/sync/load-config.ts'
import { fileLog } from '../src/sync/log.ts'
import { prometheusText } from '../src/sync/prometheus.ts'
import { publish } from '../src/sync/publish.ts'
import { reportText } from '../src/sync/report.ts'
import { benchFor, ran } from '../src/sync/testing.ts'

test('what cannot be written beside the database is complained of and ends nothing', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage')
  // A folder stands where each of the files should be.
  for (const name of ['p.prom', 'b.txt', 'l.ndjson']) mkdirSync(join(bench.folder, name))
  const config = bench.config({ pfade: { prometheus: 'p.prom', bericht: 'b.txt', protokoll: 'l.ndjson' } })
  const complaints: string[] = []
  const log = fileLog(
    join(bench.folder, 'l.ndjson'),
    () => new Date(),
    (sentence) => complaints.push(sentence),
  )
  const result = await ran(config, { tell: log })
  assert.equal(result.counts.neu, 1)
  assert.equal(complaints.length, 1, 'the log complains once, not for every line')
  const store = bench.open()
  publish(store, config, result, (sentence) => complaints.push(sentence))
  store.close()
  assert.equal(complaints.length, 3)
  assert.deepEqual(
    readdirSync(bench.folder).filter((name) => name.endsWith('.teil')),
    [],
  )
})

test('labels and reports survive odd names', async (t) => {
  const bench = benchFor(t)
  const result = await ran(bench.config())
  const text = prometheusText(result, new Map([['a"b\\c\nd', 2]]))
  assert.match(text, /^vorlagen_sync_quarantaene_bestand\{quelle="a\\"b\\\\c\\nd"\} 2$/m)
  const findings = Array.from({ length: 60 }, (_, at) => ({ art: 'fehlt', quelle: 'q', text: `Befund ${at}` }) as const)
  const report = reportText(result, findings)
  assert.match(report, /Befunde \(60\):\n- q: Befund 0\n/)
  assert.match(report, /- und 10 weitere; siehe vorlagen status\n$/)
})

const deploy = join(import.meta.dirname, '../deploy')

test('the configuration that is shipped as an example is a valid one', () => {
  const path = join(deploy, 'vorlagen.config.json')
  const config = configFrom(path, readFileSync(path, 'utf8'))
  assert.deepEqual(
    config.quellen.map(({ art }) => art),
    ['ordner', 'oparl'],
  )
  assert.match(warningsOf(config, {}).join(), /MOORSTADT_ZUGANG/)
})

test('every fault in the table names a test, and every test it names is there', () => {
  const root = join(import.meta.dirname, '..')
  const page = readFileSync(join(root, 'docs/zuverlaessigkeit.md'), 'utf8')
  const rows = page.split('\n').filter((line) => line.startsWith('| ') && !/^\| (?:Fehler +\||-)/.test(line))
  assert.ok(rows.length >= 35)
  for (const row of rows) {
    let titles: string[] = []
    let found = 0
    for (const [, file = '', name = ''] of row.matchAll(/`([\w/.-]+\.test\.ts)`|„([^“]+)“/g)) {
      if (file) {
        const path = join(root, file.startsWith('src/') ? file : `test/${file}`)
        assert.ok(existsSync(path), file)
        titles = titlesIn(readFileSync(path, 'utf8'))
      } else if (titles.length > 0) {
        found++
        const meant = name.split('…').map((part) => part.trim())
        assert.ok(
          titles.some((title) => meant.every((part) => title.includes(part))),
          `„${name}“ in ${row}`,
        )
      }
    }
    assert.ok(found > 0, row)
  }
})

/** What the tests of a file are called. */
function titlesIn(text: string): string[] {
  return [...text.matchAll(/\btest\(\s*(['"`])(.+?)\1/g)].map(([, , title = '']) => title)
}
