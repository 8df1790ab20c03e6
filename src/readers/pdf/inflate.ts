/**
 * A synchronous `DecompressionStream` for pdf.js, which inflates thousands of small streams: with zlib in one call each,
 * reading takes about half the time. Other formats than `deflate` go to the platform's own.
 */
import { constants, inflateSync } from 'node:zlib'

/** More than a page of a paper can hold; beyond it the engine's own decoder takes over. */
const MOST_BYTES = 512 * 1024 * 1024

/** Larger streams are unpacked block by block. */
const MOST_AT_ONCE = 64 * 1024 * 1024

let installed = false

/** Put the quick one in the platform's place, once. */
export function installInflate(): void {
  if (installed) return
  installed = true
  const Platform = globalThis.DecompressionStream
  const Quick = (format: ConstructorParameters<typeof Platform>[0]) =>
    format === 'deflate' ? quick() : new Platform(format)
  Object.defineProperty(globalThis, 'DecompressionStream', { value: Quick, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'inflateWhole', { value: inflateWhole, configurable: true })
}

/** For streams pdf.js unpacks itself: all at once; undefined if they are damaged or too large for that. */
function inflateWhole(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const whole = inflateSync(bytes, { maxOutputLength: MOST_AT_ONCE })
    return new Uint8Array(whole.buffer, whole.byteOffset, whole.byteLength)
  } catch {
    return undefined
  }
}

function quick() {
  const chunks: Uint8Array[] = []
  let inflated: Promise<Uint8Array> | undefined
  let done = false
  const read = async () => {
    if (done) return { value: undefined, done: true }
    done = true
    inflated ??= inflate(chunks)
    return { value: await inflated, done: false }
  }
  const write = async (chunk: Uint8Array) => void chunks.push(chunk)
  return {
    writable: { getWriter: () => ({ write, close: async () => {} }) },
    readable: { getReader: () => ({ read }) },
  }
}

async function inflate(chunks: readonly Uint8Array[]): Promise<Uint8Array> {
  const bytes = inflateSync(Buffer.concat(chunks), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES })
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
