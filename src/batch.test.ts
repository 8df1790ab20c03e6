import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { COMPOSITION, extractors } from '../test/stubs/extractors.ts'
import { type BatchOptions, type Outcome, readBatch } from './batch.ts'
import type { Bundle } from './bundle.ts'
import { DEFAULT_LIMITS } from './readers/reader.ts'

const folder = mkdtempSync(join(tmpdir(), 'vorlagen-stapel-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function paper(name: string, text: string): string {
  const path = join(folder, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, text)
  return path
}

async function readAll(paths: readonly string[], options: Partial<BatchOptions> = {}): Promise<Outcome[]> {
  const found: Outcome[] = []
  const files = paths.map((path) => ({ path }))
  await readBatch(files, { extractors, composition: COMPOSITION, workers: 2, ...options }, (one) => found.push(one))
  return found.sort((a, b) => a.at - b.at)
}

function bundleOf(outcome: Outcome | undefined): Bundle {
  assert.equal(outcome?.kind, 'gelesen')
  return outcome.bundle
}

function codesOf(outcome: Outcome | undefined): string[] {
  return bundleOf(outcome).meldungen.map(({ code }) => code)
}

test('the bundles are the same in this thread, with one worker and with four', async () => {
  const paths = Array.from({ length: 12 }, (_, at) =>
    paper(`gleich/${at}.txt`, `Vorlage ${at}\n\nText von ${at * 7} Wörtern.`),
  )
  const [here, one, four] = await Promise.all([0, 1, 4].map((workers) => readAll(paths, { workers })))
  assert.equal(here?.length, 12)
  assert.ok(here.every((outcome) => Object.values(bundleOf(outcome).daten).flat().length > 4))
  assert.equal(JSON.stringify(one), JSON.stringify(here))
  assert.equal(JSON.stringify(four), JSON.stringify(here))
})

test('a worker that ends itself takes its own paper along and no other', async () => {
  const paths = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    paper(`absturz/${name}.txt`, name === 'b' ? 'ABSTURZ' : `Vorlage ${name}`),
  )
  const found = await readAll(paths, { workers: 1 })
  assert.deepEqual(
    found.map((one) => bundleOf(one).status),
    ['ok', 'fehler', 'ok', 'ok', 'ok'],
  )
  assert.deepEqual(codesOf(found[1]), ['leser-abgebrochen'])
  const lost = bundleOf(found[1])
  assert.equal(lost.sha256, createHash('sha256').update('ABSTURZ').digest('hex'))
  assert.equal(lost.bytes, 7)
  assert.equal(lost.medientyp, 'text/plain')
  assert.deepEqual(lost.daten, { woerter: [] })
})

test('a paper that takes too long is given up; the others are read', async () => {
  const paths = ['a', 'b', 'c'].map((name) =>
    paper(`schleife/${name}.txt`, name === 'a' ? 'SCHLEIFE' : `Vorlage ${name}`),
  )
  const found = await readAll(paths, { workers: 1, limits: { ...DEFAULT_LIMITS, seconds: 1 } })
  assert.deepEqual(codesOf(found[0]), ['zeit-ueberschritten'])
  assert.deepEqual(
    found.slice(1).map((one) => bundleOf(one).status),
    ['ok', 'ok'],
  )
})

test('an extractor that throws costs its records, not the paper', async () => {
  const found = await readAll([paper('wurf.txt', 'WURF')])
  assert.equal(bundleOf(found[0]).status, 'pruefen')
  assert.deepEqual(codesOf(found[0]), ['extraktor-abgebrochen'])
})

test('what is known is hashed but not read', async () => {
  const path = paper('bekannt.txt', 'SCHLEIFE')
  const sha256 = createHash('sha256').update('SCHLEIFE').digest('hex')
  const found = await readAll([path], { isKnown: (known, hash) => known === path && hash === sha256 })
  assert.deepEqual(found, [{ at: 0, path, kind: 'unveraendert', sha256 }])
})

test('a file that is gone when its turn comes is a failure with a message', async () => {
  const [first, gone] = await readAll([paper('da.txt', 'Vorlage'), join(folder, 'weg.txt')])
  assert.equal(bundleOf(first).status, 'ok')
  assert.equal(gone?.kind, 'unlesbar')
  assert.equal(gone.problem.code, 'datei-unlesbar')
  assert.match(gone.problem.text, /nicht gefunden/)
})

test('a file above the limit is hashed and refused', async () => {
  const path = paper('gross.txt', 'x'.repeat(3000))
  const found = await readAll([path], { limits: { ...DEFAULT_LIMITS, megabytes: 0.002 } })
  assert.deepEqual(codesOf(found[0]), ['datei-zu-gross'])
  assert.equal(bundleOf(found[0]).sha256, createHash('sha256').update('x'.repeat(3000)).digest('hex'))
})

test('what an extractor prints does not reach our output', async (t) => {
  const write = t.mock.method(process.stdout, 'write')
  await readAll([paper('laut.txt', 'GEPLAPPER')])
  assert.equal(write.mock.calls.filter(({ arguments: [text] }) => String(text).includes('geplapper')).length, 0)
})

test('an aborted batch hands on nothing more and says so', async () => {
  const paths = Array.from({ length: 20 }, (_, at) =>
    paper(`abbruch/${at}.txt`, at === 5 ? 'SCHLEIFE' : `Vorlage ${at}`),
  )
  const controller = new AbortController()
  const found: Outcome[] = []
  const options = { extractors, composition: COMPOSITION, workers: 1, signal: controller.signal }
  const finished = await readBatch(
    paths.map((path) => ({ path })),
    options,
    (one) => {
      found.push(one)
      if (found.length === 3) controller.abort()
    },
  )
  assert.equal(finished, false)
  assert.equal(found.length, 3)
})

test('what the taker throws ends the batch', async () => {
  const paths = Array.from({ length: 8 }, (_, at) => paper(`wirft/${at}.txt`, `Vorlage ${at}`))
  let taken = 0
  const run = readBatch(
    paths.map((path) => ({ path })),
    { extractors, composition: COMPOSITION, workers: 2 },
    () => {
      taken++
      throw new Error('voll')
    },
  )
  await assert.rejects(run, /voll/)
  assert.equal(taken, 1)
})

test('more papers than may wait for their turn are all read, each once', async () => {
  const path = paper('viele.txt', 'Vorlage')
  const found = await readAll(
    Array.from({ length: 600 }, () => path),
    { isKnown: (_, hash) => hash.length === 64 },
  )
  assert.deepEqual(
    found.map(({ at }) => at),
    Array.from({ length: 600 }, (_, at) => at),
  )
})

test('extractors that cannot be loaded end the batch at once', async () => {
  const run = readAll([paper('egal.txt', 'Vorlage')], { composition: new URL('nirgends.ts', COMPOSITION).href })
  await assert.rejects(run, /nirgends/)
})
