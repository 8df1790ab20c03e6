import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { getHeapSpaceStatistics } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { boundHeaps, workerLimits } from './heap.ts'

/** Megabytes of the space for new objects after half a million of them have lived for a while. */
const CHURN = `
const { getHeapSpaceStatistics } = require('node:v8')
let kept = []
for (let at = 0; at < 500_000; at++) {
  kept.push({ at, text: 'x' + at, more: [at, at] })
  if (kept.length > 50_000) kept = []
}
const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
require('node:worker_threads').parentPort?.postMessage(size / 1048576)
`

async function newSpaceOf(resourceLimits: object): Promise<number> {
  const worker = new Worker(CHURN, { eval: true, resourceLimits })
  const [size] = await once(worker, 'message')
  await worker.terminate()
  return size
}

test('the space for new objects has its size from the start, and keeps it', async () => {
  boundHeaps('steady')
  const before = newSpace()
  assert.ok((await newSpaceOf(workerLimits(512))) <= 33, 'two halves of sixteen megabytes, and a page')
  let kept: object[] = []
  for (let at = 0; at < 500_000; at++) {
    kept.push({ at, text: `x${at}`, more: [at, at] })
    if (kept.length > 50_000) kept = []
  }
  assert.ok(newSpace() <= before + 1, `${before} ${newSpace()}`)
})

function newSpace(): number {
  const found = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  return (found?.space_size ?? 0) / 1_048_576
}
