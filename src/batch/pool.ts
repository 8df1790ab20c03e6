/**
 * A pool of long-lived worker threads. A worker that dies or takes too long is ended and replaced; its paper gets a
 * message instead of a bundle.
 *
 * Messages: `leser-abgebrochen`, `zeit-ueberschritten`.
 */
import { Worker } from 'node:worker_threads'
import { type MessageCode, message } from '../messages.ts'
import { OCR_SECONDS } from '../readers/reader.ts'
import { type Answer, type Desk, type DeskOptions, RECOGNISING, Stopped } from './desk.ts'
import { boundHeaps, workerLimits } from './heap.ts'
import type { Task } from './worker.ts'

/** Megabytes of heap one worker may use before it is ended: a paper that needs more must not take the others along. */
const HEAP = 2048
/** Beside the sources while they run as TypeScript, beside the compiled files otherwise. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

/** State to guard: which workers are idle, which are at work, and who waits for one. */
export class Pool implements Desk {
  readonly #options: DeskOptions
  readonly #heap: number
  readonly #idle: Worker[] = []
  readonly #alive = new Set<Worker>()
  readonly #waiting: (() => void)[] = []
  #free: number
  #stopped = false
  /** What ends the waiting for each paper in hand. A promise all of them raced against would keep every answer alive. */
  readonly #inHand = new Set<() => void>()

  constructor(
    { composition, limits, kommune, profil, heapMegabytes = HEAP, steady = false }: DeskOptions,
    size: number,
  ) {
    const given = { ...(kommune ? { kommune } : {}), ...(profil ? { profil } : {}) }
    this.#options = { composition, limits, heapMegabytes, ...given }
    this.#heap = heapMegabytes
    this.#free = size
    boundHeaps(steady ? 'steady' : 'fast')
  }

  async read(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    await this.#turn()
    try {
      if (this.#stopped) throw new Stopped()
      const worker = this.#idle.pop() ?? (await this.#start())
      if (this.#stopped) throw new Stopped()
      const answer = await this.#ask(worker, { path, bytes })
      if (!answer || this.#stopped) throw new Stopped()
      return answer
    } finally {
      this.#free++
      this.#waiting.shift()?.()
    }
  }

  stop(): void {
    this.#stopped = true
    for (const giveUp of this.#inHand) giveUp()
    for (const wake of this.#waiting.splice(0)) wake()
  }

  async close(): Promise<void> {
    this.stop()
    await Promise.all([...this.#alive].map((worker) => worker.terminate()))
  }

  async #turn(): Promise<void> {
    while (this.#free === 0 && !this.#stopped) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    this.#free--
  }

  /** A worker that has loaded its extractors. Throws if it cannot: then no worker could. */
  async #start(): Promise<Worker> {
    const worker = new Worker(WORKER, {
      workerData: this.#options,
      resourceLimits: workerLimits(this.#heap),
      // What a library prints must not mix with our data on stdout.
      stdout: true,
      stderr: true,
    })
    worker.stdout.resume()
    worker.stderr.resume()
    this.#alive.add(worker)
    // A worker may also die between papers; it is then simply no longer there.
    worker.on('error', () => {})
    worker.once('exit', () => {
      this.#alive.delete(worker)
      const at = this.#idle.indexOf(worker)
      if (at >= 0) this.#idle.splice(at, 1)
    })
    await new Promise((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(this.#stopped ? new Stopped() : new Error('Ein Leser ließ sich nicht starten.')))
    })
    return worker
  }

  /** Undefined: given up. */
  #ask(worker: Worker, task: Task): Promise<Answer | undefined> {
    let { seconds } = this.#options.limits
    return new Promise((resolve) => {
      const settle = (answer: Answer | undefined, alive: boolean): void => {
        clearTimeout(timer)
        this.#inHand.delete(giveUp)
        worker.removeListener('message', heard).removeListener('error', died).removeListener('exit', left)
        if (alive) this.#idle.push(worker)
        else void worker.terminate()
        resolve(answer)
      }
      const lost = (code: MessageCode, detail: string): void =>
        settle({ problem: message(code, 'stapel', detail) }, false)
      const giveUp = (): void => settle(undefined, false)
      const heard = (said: Answer | typeof RECOGNISING): void => {
        clearTimeout(timer)
        if (said === RECOGNISING) {
          seconds += OCR_SECONDS
          timer = begin()
        } else settle(said, true)
      }
      const died = (error: Error): void => lost('leser-abgebrochen', reasonOf(error, this.#heap))
      const left = (code: number): void => lost('leser-abgebrochen', `der Leser hat sich mit ${code} beendet`)
      const begin = () =>
        setTimeout(() => lost('zeit-ueberschritten', `erlaubt sind ${seconds} Sekunden`), seconds * 1000)
      let timer = begin()
      this.#inHand.add(giveUp)
      worker.on('message', heard).once('error', died).once('exit', left)
      worker.postMessage(task, [task.bytes.buffer])
    })
  }
}

function reasonOf(error: Error & { readonly code?: string }, heap: number): string {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `mehr als ${heap} MB Speicher gebraucht` : error.message
}
