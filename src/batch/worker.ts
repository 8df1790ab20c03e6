/**
 * What runs in a worker thread: papers in, bundles out, one at a time, until the thread is ended. Before a bundle comes
 * word if pages are recognised, which takes longer.
 */
import { parentPort, workerData } from 'node:worker_threads'
import type { Extractor } from '../extractor.ts'
import { type DeskOptions, RECOGNISING, readHere } from './desk.ts'

export interface Task {
  readonly path: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

const port = parentPort
if (!port) throw new Error('worker.ts runs in a worker thread only')
const options = workerData as DeskOptions
const { extractors } = (await import(options.composition)) as { extractors: readonly Extractor[] }

// A promise nobody waits for any more belongs to a paper that has had its answer; it must not end the next one.
process.on('unhandledRejection', () => {})
const limits = { ...options.limits, recognising: () => port.postMessage(RECOGNISING) }
port.on('message', async ({ path, bytes }: Task) => {
  port.postMessage(await readHere(path, bytes, extractors, { ...options, limits }))
})
port.postMessage('bereit')
