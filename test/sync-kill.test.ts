/**
 * Runs are killed with SIGKILL at moments drawn from a seed and begun again until one is done; then the database must
 * be the one of a run that was left alone, row for row. `.ci/run` does it for a hundred kills, `npm run test:kill` for a
 * thousand.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { benchFor, rowsOf } from '../src/sync/testing.ts'
import { oparlServer } from './oparl-server.ts'

const KILLS = Number(process.env.VORLAGEN_KILLS ?? 40)
const PAPERS = 200
const SEED = 20_310_514
/** Runs that are struck before one is left alone: enough to strike at every stage, the last included. */
const RUNS_PER_DATABASE = 16
const MOVED = [2, 5, 11, 17, 23, 47, 59, 83, 101, 119, 131, 149, 173, 194]
const SOURCE = { art: 'ordner', id: 'auenfurt', kommune: { name: 'Auenfurt' }, ordner: 'eingang' }

const RUN = `
import { writeSync } from 'node:fs'
import { openStore } from ${JSON.stringify(import.meta.resolve('../src/store/store.ts'))}
import { loadConfig } from ${JSON.stringify(import.meta.resolve('../src/sync/load-config.ts'))}
import { runSync } from ${JSON.stringify(import.meta.resolve('../src/sync/run.ts'))}
import { extractors, COMPOSITION as composition } from ${JSON.stringify(import.meta.resolve('./stubs/extractors.ts'))}
writeSync(1, 'da\\n')
const config = loadConfig(process.argv[1])
const store = openStore(config.datenbank, Object.assign({}, ...extractors.map(({ records }) => records)))
const signal = new AbortController().signal
const { zustand } = await runSync(store, {
  config, extractors, composition, workers: 0, signal, env: {}, tell: () => writeSync(1, '.\\n'),
})
store.close()
writeSync(1, zustand + '\\n')
`

test(`killed ${KILLS} times, the database is the one of an undisturbed run`, async (t) => {
  const random = randomFrom(SEED)
  const bench = benchFor(t)
  const config = bench.put('vorlagen.config.json', JSON.stringify({ datenbank: 'v.db', quellen: [SOURCE] }))
  const db = join(bench.folder, 'v.db')
  const earlier = join(bench.folder, 'frueher.db')

  // Two beginnings: nothing at all, and a run from before some papers were changed, taken away and added.
  for (let at = 0; at < PAPERS; at++) bench.put(nameOf(at), textOf(at, 'alt'))
  await untilDone(config)
  renameSync(db, earlier)
  for (let at = 0; at < PAPERS; at += 3) bench.put(nameOf(at), textOf(at, 'neu'))
  for (let at = 1; at < PAPERS; at += 7) rmSync(join(bench.folder, nameOf(at)))
  mkdirSync(join(bench.folder, 'eingang/verschoben'))
  for (const at of MOVED) renameSync(join(bench.folder, nameOf(at)), join(bench.folder, `eingang/verschoben/${at}.txt`))
  for (let at = PAPERS; at < PAPERS + 30; at++) bench.put(nameOf(at), textOf(at, 'neu'))
  const begin = (from: string | undefined): void => {
    for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true })
    if (from) copyFileSync(from, db)
  }
  const beginnings = [undefined, earlier]
  const calm: Record<string, string[]>[] = []
  for (const from of beginnings) {
    begin(from)
    await untilDone(config)
    calm.push(rows(bench))
  }
  assert.equal(calm[1]?.quelle?.length, PAPERS + 30)
  assert.notDeepEqual(calm[0], calm[1])

  let kills = 0
  let survived = 0
  const moments = new Set<number>()
  for (let round = 0; kills < KILLS; round++) {
    begin(beginnings[round % 2])
    for (let run = 0; run < RUNS_PER_DATABASE && kills < KILLS; run++) {
      const told = await killed(config, Math.floor(random() * 24), random() * 6)
      if (told === undefined) survived++
      else kills++
      moments.add(told ?? -1)
    }
    await untilDone(config)
    assert.deepEqual(rows(bench), calm[round % 2])
    assertCounted(bench)
  }
  assert.ok(moments.size > 10, `killed at different moments: ${[...moments]}`)
  t.diagnostic(
    `${kills} kills at ${moments.size} different moments; ${survived} runs were done before they were struck`,
  )
})

test('the same for an OParl system, whose papers change between two runs', async (t) => {
  const random = randomFrom(SEED + 1)
  const server = await oparlServer(t)
  const bench = benchFor(t)
  const netz = { pauseMillisekunden: 0, wartenMillisekunden: 1 }
  const source = { art: 'oparl', id: 'rat', kommune: { name: 'Auenfurt' }, endpunkt: server.endpoint, netz }
  const config = bench.put('vorlagen.config.json', JSON.stringify({ datenbank: 'v.db', quellen: [source] }))
  const db = join(bench.folder, 'v.db')
  const north = server.bodies.get('nord')
  const put = (at: number, state: string, modified: string): void => {
    const steps = [{ start: '2031-05-14T16:00:00', body: 'Rat' }]
    const main = { text: textOf(at, state), modified }
    north?.set(String(at), { name: `Steg ${at}`, reference: `${at}/2031`, modified, main, steps })
  }
  for (let at = 0; at < 40; at++) put(at, 'alt', '2021-05-02T10:00:00+02:00')
  await untilDone(config)
  copyFileSync(db, `${db}.frueher`)
  const later = new Date().toISOString()
  for (let at = 0; at < 40; at += 3) put(at, 'neu', later)
  for (let at = 40; at < 50; at++) put(at, 'neu', later)
  for (let at = 1; at < 40; at += 9) north?.set(String(at), { modified: later, deleted: true })
  await untilDone(config)
  const calm = rows(bench)

  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true })
  copyFileSync(`${db}.frueher`, db)
  rmSync(join(bench.folder, 'out'), { recursive: true })
  let kills = 0
  for (let run = 0; run < 15; run++) {
    if ((await killed(config, Math.floor(random() * 10), random() * 30)) !== undefined) kills++
  }
  assert.ok(kills > 10, `${kills}`)
  await untilDone(config)
  assert.deepEqual(rows(bench), calm)
})

/** Start a run and kill it so many papers and milliseconds later. How far it said it was; undefined: it was done. */
async function killed(config: string, after: number, delay: number): Promise<number | undefined> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', RUN, config], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(dirname(config), 'cache') },
  })
  const closed = once(child, 'close')
  let told = 0
  for await (const _ of createInterface({ input: child.stdout })) {
    if (told++ === after) {
      await sleep(delay)
      child.kill('SIGKILL')
    }
  }
  const [code, signal] = await closed
  assert.ok(signal === 'SIGKILL' || code === 0, `${code} ${signal}`)
  return signal === 'SIGKILL' ? told : undefined
}

async function untilDone(config: string): Promise<void> {
  assert.equal(await killed(config, Number.POSITIVE_INFINITY, 0), undefined)
}

function rows(bench: ReturnType<typeof benchFor>): Record<string, string[]> {
  const store = bench.open()
  try {
    assert.equal(store.db.pragma('integrity_check', { simple: true }), 'ok')
    assert.deepEqual(store.db.pragma('foreign_key_check'), [])
    return rowsOf(store)
  } finally {
    store.close()
  }
}

/** What each run says it did is what was done while it ran, however it ended. */
function assertCounted(bench: ReturnType<typeof benchFor>): void {
  const store = bench.open()
  try {
    const runs = store.db.prepare<[], Record<string, unknown>>(
      `SELECT s.zustand, s.neu, s.geaendert, l.neu AS neu_da, l.neue_fassungen AS geaendert_da
       FROM sync_lauf s JOIN lauf l ON l.id = s.lauf_id ORDER BY l.id`,
    )
    const all = runs.all()
    for (const { neu, geaendert, neu_da, geaendert_da } of all)
      assert.deepEqual([neu, geaendert], [neu_da, geaendert_da])
    assert.equal(all.at(-1)?.zustand, 'vollstaendig')
    assert.equal(all.filter(({ zustand }) => zustand === 'laeuft').length, 0)
  } finally {
    store.close()
  }
}

function nameOf(at: number): string {
  return `eingang/${at % 7}/${at}.txt`
}

function textOf(at: number, state: string): string {
  return `Vorlage ${at}\n\nDer Rat von Auenfurt berät über den Steg ${at * 17}, Fassung ${state}.\n`
}

/** mulberry32: the same numbers for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
