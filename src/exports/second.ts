/**
 * A second thread beside the one that writes: it looks through texts for clerks, and takes its share of the files.
 *
 * What comes out does not depend on which thread did what. Both heaps are bounded, so that memory stays flat.
 */
import { Worker } from 'node:worker_threads'
import { boundHeaps, workerLimits } from '../batch/heap.ts'
import type { OparlWritten } from './oparl/oparl.ts'
import type { Parts } from './parts.ts'
import { personalRanges, type Range } from './personal.ts'

export interface Printed {
  readonly text: string
  /** Paper numbers that look like telephone numbers and are none. */
  readonly numbers: readonly string[]
}

/** The places of clerks in the texts of some papers, in their order. */
export type FindPersonal = (papers: readonly Printed[]) => Promise<readonly (readonly Range[])[]>

export type Task = { readonly find: readonly Printed[] } | { readonly write: Parts }
export type Answer = { readonly found: readonly (readonly Range[])[] } | { readonly written: OparlWritten | undefined }

export function rangesIn(papers: readonly Printed[]): Range[][] {
  return papers.map(({ text, numbers }) => personalRanges(text, numbers))
}

export interface SecondThread {
  readonly find: FindPersonal
  write(parts: Parts): Promise<OparlWritten | undefined>
  end(): Promise<void>
}

/** Megabytes; a group of rows for Parquet takes the most. */
const HEAP = 1024
/** Beside the sources while they run as TypeScript, beside the compiled files otherwise. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? './second-thread.ts' : './second-thread.js', import.meta.url)

export function startSecond(): SecondThread {
  boundHeaps('fast')
  const worker = new Worker(THREAD, { resourceLimits: workerLimits(HEAP) })
  const waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void }[] = []
  let dead: Error | undefined
  const fail = (error: Error): void => {
    dead ??= error
    for (const { reject } of waiting.splice(0)) reject(error)
  }
  // Answers come in the order of the tasks.
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer))
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('Der zweite Faden ist abgerissen.')))
  const ask = (task: Task): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (dead) return reject(dead)
      waiting.push({ resolve, reject })
      worker.postMessage(task)
    })
  return {
    async find(papers) {
      // It has enough to do for now, and whoever asks would only wait.
      if (waiting.length > 1) return rangesIn(papers)
      const answer = await ask({ find: papers.map(({ text, numbers }) => ({ text, numbers })) })
      return 'found' in answer ? answer.found : []
    },
    async write(parts) {
      const answer = await ask({ write: parts })
      return 'written' in answer ? answer.written : undefined
    },
    async end() {
      await worker.terminate()
    },
  }
}
