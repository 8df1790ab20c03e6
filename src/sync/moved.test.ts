import assert from 'node:assert/strict'
import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Bench, benchFor, type Ran, ran, STUBS } from './testing.ts'

function papersIn(bench: Bench): { pfad: string; version: number }[] {
  const store = bench.open()
  try {
    return store.db
      .prepare<[], { pfad: string; version: number }>(
        `SELECT replace(q.pfad, @folder, '') AS pfad, v.version FROM quelle q JOIN vorlage v ON v.quelle_id = q.id
         ORDER BY q.pfad, v.version`.replace('@folder', `'${bench.folder}/'`),
      )
      .all()
  } finally {
    store.close()
  }
}

function keysIn(bench: Bench): string[] {
  const store = bench.open()
  try {
    return store.db.prepare<[], string>('SELECT schluessel FROM sync_papier ORDER BY 1').pluck().all()
  } finally {
    store.close()
  }
}

function move(bench: Bench, from: string, to: string): void {
  bench.put(`eingang/${to}`, '')
  renameSync(join(bench.folder, 'eingang', from), join(bench.folder, 'eingang', to))
}

const counted = ({ counts }: Ran) => [counts.neu, counts.unveraendert, counts.verschoben, counts.entfallen]

test('a moved file is the same paper: its versions stay, nothing is read, nothing is gone', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A, alt')
  bench.put('eingang/b.txt', 'Vorlage B')
  await ran(bench.config())
  bench.put('eingang/a.txt', 'Vorlage A')
  await ran(bench.config())
  move(bench, 'a.txt', '2031/Vorlage A.txt')
  const moved = await ran(bench.config())
  assert.deepEqual(counted(moved), [0, 2, 1, 0])
  assert.equal(moved.zustand, 'vollstaendig')
  const event = moved.events.find(({ ereignis }) => ereignis === 'verschoben')
  assert.deepEqual([event?.vorlage, event?.von], ['2031/Vorlage A.txt', join(bench.folder, 'eingang/a.txt')])
  assert.equal(moved.events.filter(({ ereignis }) => ereignis === 'vorlage').length, 0, 'nothing is read')
  assert.deepEqual(papersIn(bench), [
    { pfad: 'eingang/2031/Vorlage A.txt', version: 1 },
    { pfad: 'eingang/2031/Vorlage A.txt', version: 2 },
    { pfad: 'eingang/b.txt', version: 1 },
  ])
  assert.deepEqual(keysIn(bench), ['2031/Vorlage A.txt', 'b.txt'])
  assert.deepEqual(counted(await ran(bench.config())), [0, 2, 0, 0])
})

test('a copy is a paper of its own; what was changed on its way is new', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A')
  bench.put('eingang/b.txt', 'Vorlage B')
  await ran(bench.config())
  bench.put('eingang/kopie.txt', 'Vorlage A')
  rmSync(join(bench.folder, 'eingang/b.txt'))
  bench.put('eingang/c.txt', 'Vorlage B, geändert')
  assert.deepEqual(counted(await ran(bench.config())), [2, 1, 0, 1])
})

test('of several papers with the same content the one with the same name is meant', async (t) => {
  const bench = benchFor(t)
  for (const name of ['a.txt', 'b.txt']) bench.put(`eingang/${name}`, 'Zwilling')
  await ran(bench.config())
  move(bench, 'b.txt', 'neu/b.txt')
  move(bench, 'a.txt', 'neu/a.txt')
  const { counts } = await ran(bench.config())
  assert.deepEqual([counts.verschoben, counts.neu, counts.entfallen], [2, 0, 0])
  assert.deepEqual(keysIn(bench), ['neu/a.txt', 'neu/b.txt'])
})

test('what had gone and comes back under another name is the same paper', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A')
  await ran(bench.config())
  rmSync(join(bench.folder, 'eingang/a.txt'))
  assert.equal((await ran(bench.config())).counts.entfallen, 1)
  bench.put('eingang/z.txt', 'Vorlage A')
  assert.deepEqual(counted(await ran(bench.config())), [0, 1, 1, 0])
  const store = bench.open()
  t.after(() => store.close())
  assert.deepEqual(store.db.prepare('SELECT schluessel, entfallen_am FROM sync_papier').all(), [
    { schluessel: 'z.txt', entfallen_am: null },
  ])
})

test('a whole folder that lies elsewhere keeps its papers', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/1/a.txt', 'Vorlage A')
  bench.put('eingang/b.txt', 'Vorlage B')
  await ran(bench.config())
  renameSync(join(bench.folder, 'eingang'), join(bench.folder, 'archiv'))
  const quellen = [{ art: 'ordner', id: 'auenfurt', kommune: { name: 'Auenfurt', ags: '01009999' }, ordner: 'archiv' }]
  const config = bench.config({ quellen })
  assert.deepEqual(counted(await ran(config)), [0, 2, 2, 0])
  assert.deepEqual(
    papersIn(bench).map(({ pfad }) => pfad),
    ['archiv/1/a.txt', 'archiv/b.txt'],
  )
  assert.deepEqual(counted(await ran(config)), [0, 2, 0, 0])
})

test('moved and due for another reading: read where it lies now, in place of the old reading', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A')
  await ran(bench.config())
  move(bench, 'a.txt', 'neu.md')
  const other = await ran(bench.config())
  assert.deepEqual([other.counts.verschoben, other.counts.neu_gelesen], [1, 1], 'another ending may be another format')
  move(bench, 'neu.md', 'neuer.md')
  const raised = STUBS.map((one) => ({ ...one, version: one.version + 1 }))
  const again = await ran(bench.config(), { extractors: raised })
  assert.deepEqual([again.counts.verschoben, again.counts.neu_gelesen, again.counts.neu], [1, 1, 0])
  assert.deepEqual(papersIn(bench), [{ pfad: 'eingang/neuer.md', version: 1 }])
})

test('where the new path is taken in the database, what is there stays', async (t) => {
  const bench = benchFor(t)
  bench.put('eingang/a.txt', 'Vorlage A')
  const config = bench.config()
  await ran(config)
  const store = bench.open()
  const taken = join(bench.folder, 'eingang/b.txt')
  store.db.prepare(`UPDATE quelle SET pfad = ? WHERE pfad LIKE '%a.txt'`).run(taken)
  store.db.prepare(`DELETE FROM sync_papier`).run()
  store.close()
  await ran(config)
  move(bench, 'a.txt', 'b.txt')
  assert.deepEqual(counted(await ran(config)), [0, 1, 0, 1], 'imported by hand before')
  assert.equal(papersIn(bench).length, 2)
})
