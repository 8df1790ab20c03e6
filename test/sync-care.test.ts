/** What an operator does beside the nightly run: look, withdraw, back up, restore. */
import assert from 'node:assert/strict'
import { copyFileSync, existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import Database from 'better-sqlite3'
import { EXIT } from '../src/cli/exit.ts'
import type { Store } from '../src/store/store.ts'
import { backUp } from '../src/sync/backup.ts'
import { coverageOf } from '../src/sync/coverage.ts'
import { findingsIn } from '../src/sync/findings.ts'
import { AUENFURT, benchFor, ran, rowsOf, STUBS } from '../src/sync/testing.ts'
import { withdrawPaper } from '../src/sync/withdraw.ts'
import { ask, paper, put, vorlagen, workFolder } from './cli-run.ts'
import { oparlServer, status } from './oparl-server.ts'

const DAY = 86_400_000

test('findings: never run, late, silent, gaps, quarantine; nothing when all is well', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage')
  const config = bench.config()
  const at = (days: number) => new Date(Date.now() + days * DAY)
  const look = (days: number): string[] => {
    const store = bench.open()
    try {
      return findingsIn(store.db, config, at(days)).map(({ art }) => art)
    } finally {
      store.close()
    }
  }
  assert.deepEqual(look(0), ['nie-gelaufen'])
  await ran(config)
  assert.deepEqual(look(0), [])
  assert.deepEqual(look(1.2), [])
  assert.deepEqual(look(2), ['ueberfaellig'])
  assert.deepEqual(look(-3), ['ueberfaellig'], 'the clock was set back')
  for (const days of [20, 40, 57]) await ran(config, { now: () => at(days) })
  assert.deepEqual(look(57), ['verstummt'])
  bench.put('eingang/b.txt', 'Vorlage, neu')
  await ran(config, { now: () => at(58) })
  assert.deepEqual(look(58), [])
  bench.put('eingang/c.txt', 'ABSTURZ')
  await ran(config, { workers: 1, now: () => at(59) })
  assert.deepEqual(look(59), ['luecken', 'quarantaene'])
})

test('coverage: read, empty, failed, missing, by municipality and year', async (t) => {
  const server = await oparlServer(t)
  const modified = '2021-01-01'
  const papers = server.bodies.get('nord')
  papers?.set('1', { date: '2030-02-03', modified, main: { text: 'Vorlage' } })
  papers?.set('2', { date: '2031-02-03', modified, main: { text: '   ' } })
  papers?.set('3', { date: '2031-02-03', modified, main: { text: Buffer.from([0, 1, 2, 3]) } })
  papers?.set('4', { date: '2031-02-03', modified, main: { text: 'Vorlage' } })
  papers?.set('5', { date: '2031-02-03', modified })
  papers?.set('6', { modified, main: { text: 'Vorlage ohne Datum' } })
  server.failAlways('/file/nord/4/main', status(404))
  const bench = benchFor(t)
  const netz = { pauseMillisekunden: 0, wartenMillisekunden: 1 }
  const quellen = [{ art: 'oparl', id: 'rat', kommune: AUENFURT, endpunkt: server.endpoint, netz }]
  await ran(bench.config({ quellen }))
  const store = bench.open()
  t.after(() => store.close())
  const none = { gelesen: 0, leer: 0, gescheitert: 0, fehlend: 0, entfallen: 0 }
  const place = { kommune: AUENFURT.name, ags: AUENFURT.ags }
  assert.deepEqual(coverageOf(store.db), [
    { ...place, jahr: null, gesehen: 1, ...none, gelesen: 1 },
    { ...place, jahr: 2030, gesehen: 1, ...none, gelesen: 1 },
    { ...place, jahr: 2031, gesehen: 4, ...none, leer: 1, gescheitert: 1, fehlend: 2 },
  ])
})

test('what was withdrawn is gone from every file, and no run brings it back', async (t) => {
  const bench = benchFor(t)
  const secret = 'Geheimwort-Quittenbaum'
  const path = bench.put('eingang/a.txt', `Vorlage ${secret} alt`)
  bench.put('eingang/b.txt', 'Vorlage B')
  const config = bench.config()
  await ran(config)
  bench.put('eingang/a.txt', `Vorlage ${secret} neu`)
  const copy = bench.put('eingang/kopie.txt', `Vorlage ${secret} neu`)
  await ran(config)
  const holding = (): string[] =>
    globSync('**/*', { cwd: bench.folder, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('eingang'))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => readFileSync(file).includes('Quittenbaum'))
  assert.notDeepEqual(holding(), [])

  let store = bench.open()
  assert.equal(withdrawPaper(store, config, 'gibt-es-nicht', 'x', new Date()), undefined)
  const done = withdrawPaper(store, config, path, 'Name einer Person', new Date('2031-05-01T00:00:00Z'))
  assert.deepEqual([done?.fassungen, done?.pfade.toSorted()], [3, [path, copy]])
  assert.deepEqual(withdrawPaper(store, config, path, 'noch einmal', new Date())?.fassungen, 0)
  const stones = store.db.prepare('SELECT pfad, grund, zurueckgezogen_am FROM grabstein WHERE pfad = ?').all(path)
  assert.deepEqual(stones[0], { pfad: path, grund: 'Name einer Person', zurueckgezogen_am: '2031-05-01T00:00:00.000Z' })
  assert.deepEqual(store.db.pragma('foreign_key_check'), [])
  store.close()
  assert.deepEqual(holding(), [])

  bench.put('eingang/woanders.txt', `Vorlage ${secret} neu`)
  const raised = STUBS.map((one) => ({ ...one, version: one.version + 1 }))
  for (const options of [{}, { full: true }, { extractors: raised }]) {
    const result = await ran(config, options)
    assert.equal(result.counts.gesperrt, 3)
    assert.equal(result.zustand, 'vollstaendig')
  }
  bench.put('eingang/a.txt', 'Vorlage mit anderem Inhalt an derselben Stelle')
  assert.equal((await ran(config)).counts.gesperrt, 3)
  store = bench.open()
  assert.deepEqual(
    [...store.queries.papers()].map(({ quelle }) => quelle),
    [join(bench.folder, 'eingang/b.txt')],
  )
  store.close()
  assert.deepEqual(holding(), [])
})

test('a withdrawn original of an OParl system is deleted and not fetched again', async (t) => {
  const server = await oparlServer(t)
  server.validators = 'etag'
  const main = { text: 'Vorlage Quittenbaum' }
  server.bodies.get('nord')?.set('1', { name: 'Antrag Quittenbaum', modified: '2021-01-01', main })
  const bench = benchFor(t)
  const netz = { pauseMillisekunden: 0 }
  const quellen = [{ art: 'oparl', id: 'rat', kommune: AUENFURT, endpunkt: server.endpoint, netz }]
  const config = bench.config({ quellen })
  await ran(config)
  const originals = () => globSync('out/originale/*/*', { cwd: bench.folder })
  assert.equal(originals().length, 1)
  const kept = (store: Store): number =>
    Number(
      store.db
        .prepare(`SELECT (SELECT count(*) FROM oparl_papier WHERE name IS NOT NULL) +
      (SELECT count(*) FROM oparl_antwort)`)
        .pluck()
        .get(),
    )
  let store = bench.open()
  assert.ok(kept(store) > 1, 'the title and the lists it stands in')
  withdrawPaper(store, config, `${server.base}/file/nord/1/main`, 'verlangt', new Date())
  assert.equal(kept(store), 0)
  store.close()
  assert.deepEqual(originals(), [])
  server.clear()
  assert.equal((await ran(config, { full: true })).counts.gesperrt, 1)
  assert.ok(!server.asked.includes('/file/nord/1/main'))
  store = bench.open()
  t.after(() => store.close())
  assert.equal(store.db.prepare('SELECT name FROM oparl_papier').pluck().get(), null)
})

test('a backup taken while a run writes is whole; restored, the next run makes up for the rest', async (t) => {
  const bench = benchFor(t)
  for (let at = 0; at < 40; at++) bench.put(`eingang/${at}.txt`, `Vorlage ${at}`)
  const config = bench.config()
  const target = join(bench.folder, 'sicherung.db')
  let papers = 0
  await ran(config, {
    tell: ({ ereignis }) => {
      if (ereignis === 'vorlage' && ++papers === 15) assert.equal(backUp(config.datenbank, target).vorlagen, 15)
    },
  })
  let store = bench.open()
  const calm = rowsOf(store)
  store.close()
  assert.throws(() => backUp(config.datenbank, target), /Das Ziel gibt es schon/)

  for (const end of ['', '-wal', '-shm']) rmSync(config.datenbank + end, { force: true })
  copyFileSync(target, config.datenbank)
  const result = await ran(config)
  assert.deepEqual([result.counts.neu, result.counts.unveraendert], [25, 15])
  store = bench.open()
  t.after(() => store.close())
  assert.deepEqual(rowsOf(store), calm)
})

test('a damaged database makes no backup', async (t) => {
  const bench = benchFor(t)
  const broken = bench.put('kaputt.db', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)]))
  const target = join(bench.folder, 'ziel.db')
  assert.throws(() => backUp(broken, target), /ziel\.db/)
  assert.equal(existsSync(target), false)
  assert.throws(() => backUp(join(bench.folder, 'fehlt.db'), target), /fehlt\.db: Die Datei gibt es noch nicht/)
})

test('the commands, one after another, as an operator types them', async () => {
  const at = workFolder()
  const source = { art: 'ordner', id: 'rat', kommune: { name: 'Quellenbrück' }, ordner: 'eingang' }
  const config = put(at, 'vorlagen.config.json', JSON.stringify({ datenbank: 'v.db', quellen: [source] }))
  const one = put(at, 'eingang/1.md', paper('1/2031', 'Steg'))
  put(at, 'eingang/2.md', paper('2/2031', 'Wehr'))
  const run = (...args: string[]) => vorlagen([...args, '--config', config])
  const none = await run('status')
  assert.equal(none.code, EXIT.datenbank)
  assert.match(none.stderr, /v\.db: Die Datei gibt es noch nicht;/)
  assert.equal((await run('sync')).code, EXIT.gut)
  const state = await run('status')
  assert.equal(state.code, EXIT.gut)
  assert.match(state.stdout, /^rat \(Quellenbrück\)\n {2}letzter Lauf: .+ UTC, vollständig\n {2}nächster erwartet: /)
  assert.match(state.stdout, /Keine Befunde\.\n$/)
  const seen = await run('abdeckung')
  assert.match(seen.stdout, /^Kommune +Jahr +gesehen.*\nQuellenbrück +ohne +2 +2 +0 +0 +0 +0\n$/)

  const target = join(at, 'sicherung.db')
  assert.match((await run('sicherung', target)).stdout, /2 Quellen, .+ MB, geprüft/)
  const again = await run('sicherung', target)
  assert.equal(again.code, EXIT.datenbank)
  assert.match(again.stderr, /sicherung\.db: Das Ziel gibt es schon; bitte einen anderen Namen angeben\./)
  assert.doesNotMatch(again.stderr, /lässt sich nicht öffnen/)

  assert.equal((await run('zurueckziehen', one)).code, EXIT.aufruf)
  assert.equal((await run('zurueckziehen', 'fehlt.md', '--grund', 'x')).code, EXIT.nichts)
  assert.match(
    (await run('zurueckziehen', one, '--grund', 'auf Verlangen')).stdout,
    /^zurückgezogen: .+1\.md\n1 Fassung gelöscht\.\n[\s\S]+frühere Veröffentlichungen \(staende\//,
  )
  assert.match(
    (await run('zurueckziehen', one, '--grund', 'noch einmal')).stdout,
    /^schon zurückgezogen: .+1\.md\nEs war nichts mehr zu löschen\.\n/,
  )
  assert.equal((await run('sync')).code, EXIT.gut)
  const db = join(at, 'v.db')
  assert.deepEqual(ask(db, 'SELECT count(*) AS n FROM vorlage'), [{ n: 1 }])
  assert.deepEqual(ask(db, `SELECT zustand, grund FROM sync_papier WHERE schluessel = '1.md'`), [
    { zustand: 'gesperrt', grund: 'auf Verlangen' },
  ])
  const imported = await vorlagen(['import', one, '--db', db])
  assert.equal(imported.code, EXIT.nichts, 'importing by hand is held to it too')
  assert.deepEqual(ask(db, 'SELECT count(*) AS n FROM vorlage'), [{ n: 1 }])
  new Database(db, { readonly: true }).close()
})
