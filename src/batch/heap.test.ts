import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
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

test("a worker's space for new objects has its size from the start, and keeps it", async () => {
  boundHeaps('steady')
  assert.ok((await newSpaceOf(workerLimits(512))) <= 33, 'two halves of sixteen megabytes, and a page')
})
