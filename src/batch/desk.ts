/**
 * A desk: where papers are read, one bundle for each. Either in this thread or, behind the same interface, in workers.
 */
import type { Bundle } from '../bundle.ts'
import type { Kommune, Message } from '../document.ts'
import type { Extractor } from '../extractor.ts'
import { message } from '../messages.ts'
import { process as read } from '../pipeline.ts'
import type { ProfileFile } from '../profiles/file.ts'
import type { Limits } from '../readers/reader.ts'

export interface DeskOptions {
  /** Address of the module that exports `extractors`; workers load it themselves. */
  readonly composition: string
  readonly limits: Limits
  readonly kommune?: Kommune
  /** Profile to read by, by its name or as a user wrote it; otherwise chosen by content. */
  readonly profil?: string | ProfileFile
  /** Heap of one worker, in megabytes. */
  readonly heapMegabytes?: number
  /** A run for the night: the same memory throughout rather than the last bit of speed. */
  readonly steady?: boolean
}

/** What a worker says before its answer if that takes `OCR_SECONDS` longer. */
export const RECOGNISING = 'texterkennung'

export type Answer = { readonly bundle: Bundle } | { readonly problem: Message }

export interface Desk {
  /** Read one paper. Its bytes may be gone afterwards. Throws `Stopped` if the desk was stopped meanwhile. */
  read(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Answer>
  /** Give up what is in hand. */
  stop(): void
  close(): Promise<void>
}

/** The desk was stopped while it read. */
export class Stopped extends Error {}

/** Read in this thread. */
export function deskHere(
  options: Omit<DeskOptions, 'composition'> & { readonly extractors: readonly Extractor[] },
): Desk {
  let stopped = false
  return {
    async read(path, bytes) {
      const answer = await readHere(path, bytes, options.extractors, options)
      if (stopped) throw new Stopped()
      return answer
    },
    stop() {
      stopped = true
    },
    async close() {},
  }
}

/** One paper through the pipeline; a fault of the program becomes a message about the paper. */
export async function readHere(
  path: string,
  bytes: Uint8Array,
  extractors: readonly Extractor[],
  { limits, kommune, profil }: Pick<DeskOptions, 'limits' | 'kommune' | 'profil'>,
): Promise<Answer> {
  try {
    const options = {
      limits,
      ...(kommune ? { kommune } : {}),
      ...(profil ? { profil } : {}),
    }
    return { bundle: await read(path, bytes, extractors, options) }
  } catch (error) {
    return { problem: message('leser-abgebrochen', 'stapel', error instanceof Error ? error.message : String(error)) }
  }
}
