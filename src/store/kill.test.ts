import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { type TestContext, test } from 'node:test'
import Database from 'better-sqlite3'
import { openStore, type Store } from './store.ts'
import { KINDS, paper, temporaryPath } from './testing.ts'

const HEAD = `
import { writeSync } from 'node:fs'
import { openStore } from ${JSON.stringify(import.meta.resolve('./store.ts'))}
import { KINDS, paper } from ${JSON.stringify(import.meta.resolve('./testing.ts'))}
const store = openStore(process.argv[1], KINDS)
const run = store.beginRun({ lesart: '1' })
const write = (at, change) => {
  const sha256 = String(at).padStart(64, '0')
  store.write(paper({ quelle: 'p' + (at % 50) + '.pdf', sha256, ...change }), run)
  writeSync(1, at + '\\n')
}
`

/** Run a program that writes papers; returns the numbers it reported before it was killed. */
async function reported(path: string, code: string, killAfter = Number.POSITIVE_INFINITY): Promise<number[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HEAD + code, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  const numbers: number[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    numbers.push(Number(line))
    if (numbers.length === killAfter) child.kill('SIGKILL')
  }
  const [, signal] = await closed
  assert.equal(signal, 'SIGKILL')
  return numbers
}

/** Every reported paper is there and whole; of anything else there is nothing or all. */
function assertWhole(t: TestContext, path: string, numbers: readonly number[]): Store {
  const store = openStore(path, KINDS)
  t.after(() => store.close())
  const db = new Database(path, { readonly: true })
  t.after(() => db.close())
  assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  assert.deepEqual(db.pragma('foreign_key_check'), [])
  const kept = new Set<number>()
  for (const { quelle } of store.queries.papers()) {
    for (const { version, sha256 } of store.queries.versions(quelle)) {
      assert.deepEqual(store.queries.paperByPath(quelle, version)?.bundle, paper({ quelle, sha256 }))
      kept.add(Number(sha256))
    }
  }
  const lost = numbers.filter((number) => !kept.has(number))
  assert.deepEqual(lost, [])
  assert.ok(kept.size <= numbers.length + 1, 'at most one paper was written and not yet reported')
  const [run] = store.queries.runs()
  assert.equal((run?.neu ?? 0) + (run?.neue_fassungen ?? 0), kept.size)
  return store
}

for (const killAfter of [1, 40, 130]) {
  test(`killed after ${killAfter} papers: all that was reported is there, nothing is half there`, async (t) => {
    const path = temporaryPath(t)
    const numbers = await reported(path, 'for (let at = 1; ; at++) write(at)', killAfter)
    assert.ok(numbers.length >= killAfter)
    const store = assertWhole(t, path, numbers)
    assert.equal(store.write(paper({ quelle: 'danach.pdf' }), store.beginRun({ lesart: '1' })), 'neu')
  })
}

test('killed in the middle of a transaction: the paper is as it was before', async (t) => {
  const path = temporaryPath(t)
  // The first message is looked at when the row of the paper is already written.
  const numbers = await reported(
    path,
    `for (const at of [1, 2, 3]) write(at)
     const [message] = paper().meldungen
     write(51, { meldungen: [{ ...message, get text() { process.kill(process.pid, 'SIGKILL'); for (;;); } }] })`,
  )
  assert.deepEqual(numbers, [1, 2, 3])
  const store = assertWhole(t, path, numbers)
  assert.equal(store.known('p1.pdf')?.version, 1)
})
