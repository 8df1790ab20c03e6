import assert from 'node:assert/strict'
import { once } from 'node:events'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { boundHeaps, workerLimits } from './heap.ts'

/** Megabytes of the space for new objects at the start, and after half a million of them have lived for a while. */
const CHURN = `
const { getHeapSpaceStatistics } = require('node:v8')
const sizeOf = () => getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space').space_size / 1048576
const before = sizeOf()
let kept = []
for (let at = 0; at < 500_000; at++) {
  kept.push({ at, text: 'x' + at, more: [at, at] })
  if (kept.length > 50_000) kept = []
}
require('node:worker_threads').parentPort?.postMessage([before, sizeOf()])
`

async function newSpaceOf(resourceLimits: object): Promise<[number, number]> {
  const worker = new Worker(CHURN, { eval: true, resourceLimits })
  const [sizes] = await once(worker, 'message')
  await worker.terminate()
  return sizes
}

test("a worker's space for new objects has its size from the start, and keeps it", async () => {
  boundHeaps('steady')
  const [before, after] = await newSpaceOf(workerLimits(512))
  assert.ok(before >= 7, `one half of eight megabytes, not ${before}`)
  assert.ok(after <= 17, `two halves and a page, not ${after}`)
})
