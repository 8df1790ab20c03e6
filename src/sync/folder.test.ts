import assert from 'node:assert/strict'
import { renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { nextAttempt } from './state.ts'
import { benchFor, ran, STUBS } from './testing.ts'
import { walkOf } from './walk.ts'

const RAISED = STUBS.map((one) => ({ ...one, version: one.version + 1 }))

test('new, unchanged, changed, gone and back again', async (t) => {
  const bench = benchFor(t)
  const a = bench.put('eingang/a.txt', 'Vorlage eins')
  bench.put('eingang/2031/b.txt', 'Vorlage zwei')
  const config = bench.config()

  const first = await ran(config)
  assert.equal(first.zustand, 'vollstaendig')
  assert.deepEqual([first.counts.gesehen, first.counts.neu], [2, 2])

  const second = await ran(config)
  assert.deepEqual([second.counts.neu, second.counts.unveraendert, second.zustand], [0, 2, 'vollstaendig'])

  bench.put('eingang/a.txt', 'Vorlage eins, geändert')
  rmSync(join(bench.folder, 'eingang/2031/b.txt'))
  const third = await ran(config)
  assert.deepEqual([third.counts.geaendert, third.counts.entfallen], [1, 1])

  let store = bench.open()
  assert.equal(store.known(a)?.version, 2)
  const gone = store.db.prepare('SELECT entfallen_am FROM sync_papier WHERE schluessel = ?').pluck()
  assert.equal(gone.get('2031/b.txt'), third.begonnen.slice(0, 10))
  assert.ok(store.known(join(bench.folder, 'eingang/2031/b.txt')), 'what is gone upstream is kept here')
  store.close()

  bench.put('eingang/2031/b.txt', 'Vorlage zwei')
  const fourth = await ran(config)
  assert.deepEqual([fourth.counts.neu, fourth.counts.unveraendert, fourth.counts.entfallen], [0, 2, 0])
  store = bench.open()
  assert.equal(store.db.prepare('SELECT count(*) FROM sync_papier WHERE entfallen_am IS NOT NULL').pluck().get(), 0)
  store.close()
})

test('a change that keeps size and date is seen all the same', async (t) => {
  const bench = benchFor(t)
  const path = bench.put('eingang/a.txt', 'Kosten 100')
  const config = bench.config()
  await ran(config)
  const { atime, mtime } = statSync(path)
  writeFileSync(path, 'Kosten 900')
  utimesSync(path, atime, mtime)
  assert.equal((await ran(config)).counts.geaendert, 1)
})

test('what looks unchanged is not opened, until everything is due', async (t) => {
  const bench = benchFor(t)
  const path = bench.put('eingang/a.txt', 'Vorlage')
  // Times are set after the file is made: wait until its last change is old enough to be trusted.
  await waitUntilOld(path)
  const config = bench.config()
  await ran(config)
  const store = bench.open()
  // Were the file opened, its hash would differ from this one.
  store.db.prepare(`UPDATE sync_papier SET sha256 = 'x'`).run()
  store.close()
  assert.equal((await ran(config)).counts.unveraendert, 1)
  const later = () => new Date(Date.now() + 31 * 86_400_000)
  assert.equal((await ran(config, { now: later })).counts.unveraendert, 1, 'read again, and the store knows the bytes')
  const after = bench.open()
  assert.notEqual(after.db.prepare('SELECT sha256 FROM sync_papier').pluck().get(), 'x')
  after.close()
})

test('a clock that was set back: everything is compared, nothing is lost or read twice', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage')
  bench.put('eingang/haengt.txt', 'WURF')
  const config = bench.config()
  const future = () => new Date('2041-05-01T03:00:00Z')
  await ran(config, { now: future })
  const past = () => new Date('2031-05-01T03:00:00Z')
  const back = await ran(config, { now: past })
  assert.deepEqual([back.counts.unveraendert, back.counts.neu, back.zustand], [2, 0, 'vollstaendig'])
  const event = back.events.find(({ ereignis }) => ereignis === 'quelle-beginn')
  assert.equal(event?.alles, true)
})

test('a new version of the program reads again; other facts about the municipality too', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage')
  await ran(bench.config())
  const again = await ran(bench.config(), { extractors: RAISED })
  assert.deepEqual([again.counts.neu_gelesen, again.counts.neu], [1, 0])
  assert.equal((await ran(bench.config(), { extractors: RAISED })).counts.unveraendert, 1)
  const quellen = [{ art: 'ordner', id: 'auenfurt', kommune: { name: 'Moorstadt' }, ordner: 'eingang' }]
  const moved = await ran(bench.config({ quellen }), { extractors: RAISED })
  assert.equal(moved.counts.neu_gelesen, 1)
})

test('patterns choose', async (t) => {
  const bench = benchFor(t)
  for (const name of ['a.txt', 'b.md', 'alt/c.txt']) bench.put(`eingang/${name}`, name)
  const quellen = [
    { art: 'ordner', id: 'q', kommune: { name: 'A' }, ordner: 'eingang', muster: ['**/*.txt'], ohne: ['alt/**'] },
  ]
  const { counts } = await ran(bench.config({ quellen }))
  assert.equal(counts.gesehen, 1)
})

test('a folder that is not there fails its source alone, and nothing counts as gone', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A')
  bench.put('zweite/b.txt', 'Vorlage B')
  const source = (id: string, ordner: string) => ({ art: 'ordner', id, kommune: { name: 'A' }, ordner })
  const config = bench.config({ quellen: [source('eins', 'eingang'), source('zwei', 'zweite')] })
  await ran(config)
  renameSync(join(bench.folder, 'eingang'), join(bench.folder, 'weg'))
  bench.put('zweite/c.txt', 'Vorlage C')
  const result = await ran(config)
  assert.equal(result.zustand, 'teils')
  assert.equal(result.quellen.get('eins')?.zustand, 'gescheitert')
  assert.match(result.quellen.get('eins')?.gaps.join() ?? '', /eingehängt/)
  assert.deepEqual([result.counts.neu, result.counts.entfallen], [1, 0])
})

test('a fault of the program in one source leaves the others alone', async (t) => {
  const bench = benchFor(t)
  bench.put('zweite/b.txt', 'Vorlage B')
  const source = (id: string, ordner: string) => ({ art: 'ordner', id, kommune: { name: 'A' }, ordner })
  const config = bench.config({ quellen: [source('eins', 'eingang'), source('zwei', 'zweite')] })
  const result = await ran(config, {
    walk(source, context) {
      if (source.id === 'eins') throw new TypeError('mit Absicht')
      return walkOf(source, context)
    },
  })
  assert.deepEqual([result.zustand, result.counts.neu], ['teils', 1])
  assert.match(result.quellen.get('eins')?.gaps.join() ?? '', /Fehler des Programms: mit Absicht/)
})

test('when much is missing at once nothing is believed, unless someone says so', async (t) => {
  const bench = benchFor(t)
  for (let at = 0; at < 12; at++) bench.put(`eingang/${at}.txt`, `Vorlage ${at}`)
  const config = bench.config()
  await ran(config)
  for (let at = 0; at < 11; at++) rmSync(join(bench.folder, `eingang/${at}.txt`))
  const doubted = await ran(config)
  assert.deepEqual([doubted.counts.entfallen, doubted.zustand], [0, 'teils'])
  assert.match(doubted.quellen.get('auenfurt')?.gaps.join() ?? '', /11 von 12/)
  assert.equal((await ran(config, { allowShrink: true })).counts.entfallen, 11)
})

test('a paper whose reader runs wild is tried once more, alone, and then put aside', async (t) => {
  const bench = benchFor(t)
  for (const [name, text] of [
    ['a', 'Vorlage A'],
    ['b', 'ABSTURZ'],
    ['c', 'SCHLEIFE'],
    ['d', 'SPEICHER'],
    ['e', 'Vorlage E'],
  ] as const)
    bench.put(`eingang/${name}.txt`, text)
  const config = bench.config({ lesen: { sekunden: 4, speicherMegabyte: 64 } })
  const first = await ran(config, { workers: 2 })
  assert.deepEqual([first.counts.neu, first.counts.quarantaene, first.zustand], [2, 3, 'teils'])
  const reasons = first.events.filter(({ ereignis }) => ereignis === 'quarantaene')
  assert.deepEqual(reasons.map(({ vorlage }) => vorlage).sort(), ['b.txt', 'c.txt', 'd.txt'])
  assert.match(String(reasons.find(({ vorlage }) => vorlage === 'c.txt')?.grund), /4 Sekunden/)
  for (const { original } of reasons) assert.ok(statSync(String(original)).isFile())

  const resting = await ran(config, { workers: 2 })
  assert.deepEqual([resting.counts.quarantaene, resting.counts.unveraendert, resting.zustand], [0, 2, 'vollstaendig'])

  const store = bench.open()
  store.db.prepare(`UPDATE sync_papier SET erneut_am = '2001-01-01T00:00:00.000Z' WHERE schluessel = 'b.txt'`).run()
  store.close()
  const due = await ran(config, { workers: 2 })
  assert.equal(due.counts.quarantaene, 1, 'only the one that is due is tried')
  const after = bench.open()
  assert.equal(after.db.prepare(`SELECT versuche FROM sync_papier WHERE schluessel = 'b.txt'`).pluck().get(), 2)
  after.close()
})

test('a new version of the program frees what it can read from quarantine', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/b.txt', 'ABSTURZ')
  const config = bench.config()
  await ran(config, { workers: 1 })
  const [stub] = STUBS
  assert.ok(stub)
  const cured = [{ ...stub, version: 9, *extract() {} }]
  const result = await ran(config, { extractors: cured })
  assert.deepEqual([result.counts.quarantaene, result.zustand], [0, 'vollstaendig'])
  const store = bench.open()
  assert.equal(store.db.prepare('SELECT zustand FROM sync_papier').pluck().get(), 'gelesen')
  store.close()
})

test('the next attempt is put off longer and longer, but never for more than a month', () => {
  const now = new Date('2031-01-01T00:00:00Z')
  const days = [1, 2, 3, 4, 5, 6, 60].map((n) => (Date.parse(nextAttempt(n, 1, now)) - now.getTime()) / 86_400_000)
  assert.deepEqual(days, [1, 2, 4, 8, 16, 30, 30])
})

test('a file that cannot be read is missing, not gone; later it is read', async (t) => {
  const bench = benchFor(t)
  symlinkSync(join(bench.folder, 'kommt-noch.txt'), join(bench.folder, 'eingang/a.txt'))
  const first = await ran(bench.config())
  assert.deepEqual([first.counts.fehlt, first.counts.entfallen, first.zustand], [1, 0, 'teils'])
  bench.put('kommt-noch.txt', 'Vorlage')
  assert.equal((await ran(bench.config())).counts.neu, 1)
})

test('a run that is asked to end finishes the paper in hand; the next one goes on', async (t) => {
  const bench = benchFor(t)
  for (let at = 0; at < 20; at++) bench.put(`eingang/${at}.txt`, `Vorlage ${at}`)
  const config = bench.config()
  const controller = new AbortController()
  let papers = 0
  const first = await ran(config, {
    signal: controller.signal,
    tell: ({ ereignis }) => {
      if (ereignis === 'vorlage' && ++papers === 3) controller.abort()
    },
  })
  assert.equal(first.zustand, 'abgebrochen')
  assert.ok(first.counts.neu >= 3 && first.counts.neu < 20, `${first.counts.neu}`)
  assert.equal(first.counts.neu, papers, 'what was told is what was done')
  const second = await ran(config)
  assert.deepEqual([second.counts.neu, second.counts.unveraendert], [20 - papers, papers])
})

async function waitUntilOld(path: string): Promise<void> {
  while (Date.now() - statSync(path).ctimeMs <= 2100) await new Promise((resolve) => setTimeout(resolve, 100))
}
