/**
 * Many papers: a queue bounds what is in flight, worker threads read and extract, one paper per task, and the caller's
 * thread takes the outcomes one at a time, in order of completion.
 *
 * A bundle does not depend on the number of workers or on its neighbours. No paper stops another.
 * Messages: `datei-unlesbar`, `datei-zu-gross`, `leser-abgebrochen`, `zeit-ueberschritten`.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import PQueue from 'p-queue'
import { type Desk, type DeskOptions, deskHere, Stopped } from './batch/desk.ts'
import { failedBundle } from './batch/failed.ts'
import { Pool } from './batch/pool.ts'
import type { Bundle } from './bundle.ts'
import type { Message } from './document.ts'
import type { Extractor } from './extractor.ts'
import { mediaTypeOf } from './readers/index.ts'
import { DEFAULT_LIMITS } from './readers/reader.ts'
import { type FoundFile, readPaperFile } from './sources/files.ts'

export interface BatchOptions extends Omit<DeskOptions, 'limits'> {
  readonly extractors: readonly Extractor[]
  /** Worker threads; 0 reads in the caller's thread, where nothing can interrupt a reader that hangs. */
  readonly workers: number
  readonly limits?: DeskOptions['limits']
  /** Whether this content of this path needs no reading. */
  readonly isKnown?: (path: string, sha256: string) => boolean
  readonly signal?: AbortSignal
}

export type Outcome = { readonly at: number; readonly path: string } & (
  | { readonly kind: 'gelesen'; readonly bundle: Bundle }
  | { readonly kind: 'unveraendert'; readonly sha256: string }
  /** Nothing could be got from the file, so there is nothing to keep of it. */
  | { readonly kind: 'unlesbar'; readonly problem: Message }
)

/** How far reading may run ahead of the slowest paper: bounds what waits for its turn to be printed. */
const AHEAD = 256
const HEAD = 4096

/**
 * Read files; `take` gets each outcome once.
 *
 * @returns
 *   False if `signal` ended it early. Throws what `take` throws, after all workers have ended.
 */
export async function readBatch(
  files: readonly FoundFile[],
  options: BatchOptions,
  take: (outcome: Outcome) => void,
): Promise<boolean> {
  const limits = options.limits ?? DEFAULT_LIMITS
  const desk =
    options.workers > 0 ? new Pool({ ...options, limits }, options.workers) : deskHere({ ...options, limits })
  const queue = new PQueue({ concurrency: options.workers + 1 })
  const tasks: Promise<void>[] = []
  let failure: { readonly error: unknown } | undefined
  const stopped = (): boolean => failure !== undefined || options.signal?.aborted === true
  let giveUp = (): void => {}
  // The loop waits for one thing at a time. A promise all its waits raced against would keep something of each.
  const unlessStopped = (wait: Promise<unknown> | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      giveUp = resolve
      if (stopped() || !wait) resolve()
      else wait.then(() => resolve(), reject)
    })
  const stop = (): void => {
    queue.clear()
    desk.stop()
    giveUp()
  }
  options.signal?.addEventListener('abort', stop)
  const one = async (at: number, file: FoundFile): Promise<void> => {
    if (stopped()) return
    try {
      const outcome = await readOne(at, file, { ...options, limits }, desk)
      if (!stopped()) take(outcome)
    } catch (error) {
      if (error instanceof Stopped) return
      failure ??= { error }
      stop()
    }
  }
  try {
    for (const [at, file] of files.entries()) {
      await unlessStopped(tasks[at - AHEAD])
      await unlessStopped(queue.onSizeLessThan(1))
      if (stopped()) break
      tasks[at] = queue.add(() => one(at, file))
      delete tasks[at - AHEAD]
      // Outcomes and signals get their turn also where every file is answered without waiting.
      if (at % 64 === 63) await sleep(0)
    }
    // A file that never answers (a dead network drive) must not hold up the end.
    await unlessStopped(queue.onIdle())
  } finally {
    options.signal?.removeEventListener('abort', stop)
    await desk.close()
  }
  if (failure) throw failure.error
  return options.signal?.aborted !== true
}

async function readOne(
  at: number,
  { path, problem }: FoundFile,
  options: BatchOptions & DeskOptions,
  desk: Desk,
): Promise<Outcome> {
  if (problem) return { at, path, kind: 'unlesbar', problem }
  const file = await readPaperFile(path, options.limits.megabytes)
  if (file.kind === 'unlesbar') return { at, path, kind: 'unlesbar', problem: file.problem }
  const { sha256 } = file
  if (options.isKnown?.(path, sha256)) return { at, path, kind: 'unveraendert', sha256 }
  if (file.kind === 'zu-gross') {
    const source = { path, sha256, bytes: file.size, mediaType: 'application/octet-stream' } as const
    return { at, path, kind: 'gelesen', bundle: failedBundle(source, file.problem, options.extractors) }
  }
  // The bytes move to the worker; should it die with them, their beginning still tells the format.
  const head = file.bytes.slice(0, HEAD)
  const bytes = file.bytes.length
  const answer = await desk.read(path, file.bytes)
  if ('bundle' in answer) return { at, path, kind: 'gelesen', bundle: answer.bundle }
  const { mediaType } = await mediaTypeOf(head, path)
  const bundle = failedBundle({ path, sha256, bytes, mediaType }, answer.problem, options.extractors)
  return { at, path, kind: 'gelesen', bundle }
}
