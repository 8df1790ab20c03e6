import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { COMPOSITION } from '../../test/stubs/extractors.ts'
import { DEFAULT_LIMITS } from '../readers/reader.ts'
import { Stopped } from './desk.ts'
import { Pool } from './pool.ts'

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text))

test('an answer that nobody holds any more is let go', async (t) => {
  const pool = new Pool({ composition: COMPOSITION, limits: DEFAULT_LIMITS }, 1)
  t.after(() => pool.close())
  const read = async (text: string): Promise<WeakRef<object>> => new WeakRef(await pool.read('a.txt', bytesOf(text)))
  const first = await read('Vorlage eins')
  await read('Vorlage zwei')
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  await sleep(0)
  collect()
  assert.equal(first.deref(), undefined)
})

test('a pool that is stopped gives up what is in hand and what waits', async (t) => {
  const pool = new Pool({ composition: COMPOSITION, limits: DEFAULT_LIMITS }, 1)
  t.after(() => pool.close())
  const both = ['SCHLEIFE', 'Vorlage'].map((text) => pool.read('a.txt', bytesOf(text)))
  setTimeout(() => pool.stop(), 300)
  for (const ended of await Promise.allSettled(both)) {
    assert.ok(ended.status === 'rejected' && ended.reason instanceof Stopped)
  }
  await assert.rejects(pool.read('b.txt', bytesOf('Vorlage')), Stopped)
})
