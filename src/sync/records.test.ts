import assert from 'node:assert/strict'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { systemEngine } from '../readers/pdf/ocr.ts'
import { StoreError } from '../store/store.ts'
import { all, type Bench, benchFor, ran } from './testing.ts'
import { walkOf } from './walk.ts'

const SCAN = join(import.meta.dirname, '../../samples/unlesbar/scan.pdf')

function change(bench: Bench, sql: string): void {
  const store = bench.open()
  store.db.exec(sql)
  store.close()
}

test('a run that ended without a word is closed by the next one, with what it had counted', async (t) => {
  const bench = benchFor(t)
  for (let at = 0; at < 9; at++) bench.put(`eingang/${at}.txt`, `Vorlage ${at}`)
  // As a power cut leaves it: the database is gone in the middle of the way through the source.
  const gone = ran(bench.config(), {
    walk(source, context) {
      const walk = walkOf(source, context)
      return { ...walk, end: () => assert.fail(new StoreError('nicht-schreibbar', 'v.db')) }
    },
  })
  await assert.rejects(gone, StoreError)
  const runs = 'SELECT zustand, gesehen, neu, beendet, grund FROM sync_lauf WHERE lauf_id = 1'
  assert.deepEqual(all(bench, runs), [{ zustand: 'laeuft', gesehen: 9, neu: 9, beendet: null, grund: null }])
  assert.equal((await ran(bench.config())).counts.unveraendert, 9)
  const [closed] = all<{ zustand: string; neu: number; beendet: null; grund: string }>(bench, runs)
  assert.deepEqual([closed?.zustand, closed?.neu, closed?.beendet], ['abgebrochen', 9, null])
  assert.match(closed?.grund ?? '', /ohne Abschluss/)
})

test('a fault of the program loses no count of what it had done', async (t) => {
  const bench = benchFor(t)
  for (let at = 0; at < 5; at++) bench.put(`eingang/${at}.txt`, `Vorlage ${at}`)
  const result = await ran(bench.config(), {
    walk(source, context) {
      const walk = walkOf(source, context)
      return { ...walk, end: () => assert.fail('mit Absicht') }
    },
  })
  assert.deepEqual([result.zustand, result.counts.neu], ['gescheitert', 5])
  assert.deepEqual(all(bench, 'SELECT zustand, neu FROM sync_lauf'), [{ zustand: 'gescheitert', neu: 5 }])
})

test('records of an earlier program get the new counts; any other table of another make is refused', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage')
  await ran(bench.config())
  const [made] = all<{ sql: string }>(bench, `SELECT sql FROM sqlite_schema WHERE name = 'sync_lauf'`)
  const earlier = made?.sql.replace('  verschoben INTEGER NOT NULL DEFAULT 0,\n', '') ?? ''
  assert.notEqual(earlier, made?.sql)
  change(
    bench,
    `DROP TABLE sync_lauf; ${earlier}; INSERT INTO sync_lauf (lauf_id, quelle, begonnen, zustand, neu)
    VALUES (1, 'auenfurt', '2031-01-01', 'teils', 7)`,
  )
  await ran(bench.config())
  assert.deepEqual(all(bench, 'SELECT lauf_id, neu, verschoben FROM sync_lauf'), [
    { lauf_id: 1, neu: 7, verschoben: 0 },
    { lauf_id: 2, neu: 0, verschoben: 0 },
  ])
  change(bench, 'ALTER TABLE sync_lauf ADD COLUMN fremd TEXT')
  await assert.rejects(ran(bench.config()), { code: 'andere-fassung' })
})

test('a scanned paper is recognised as the configuration says, and read again when it says otherwise', {
  skip: !systemEngine() && 'tesseract mit Deutsch ist nicht installiert',
}, async (t) => {
  const bench = benchFor(t)
  copyFileSync(SCAN, bench.put('eingang/scan.pdf', ''))
  const config = (ocr: string) => bench.config({ lesen: { ocr } })
  const words = (): number => all(bench, 'SELECT 1 FROM wort').length
  const unread = await ran(config('nie'), { workers: 1 })
  assert.deepEqual([unread.counts.fehler, words()], [1, 0])
  const read = await ran(config('auto'), { workers: 1 })
  assert.deepEqual([read.counts.neu_gelesen, read.counts.fehler], [1, 0])
  assert.ok(words() > 100, `${words()}`)
  assert.equal((await ran(config('auto'), { workers: 1 })).counts.unveraendert, 1)
})
