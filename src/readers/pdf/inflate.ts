/**
 * Unpacking for pdf.js, which inflates thousands of small streams: zlib does each in one call, and at once.
 */
import { inflateSync } from 'node:zlib'

/** Larger streams are unpacked block by block, by the engine's own decoder. */
const MOST_AT_ONCE = 64 * 1024 * 1024

/** Put it where the engine's shortcuts look for it (`patches.ts`). */
export function installInflate(): void {
  Object.defineProperty(globalThis, 'inflateWhole', { value: inflateWhole, configurable: true })
}

/** All at once; undefined if the stream is damaged or too large for that. */
function inflateWhole(bytes: Uint8Array): Uint8Array | undefined {
  try {
    const whole = inflateSync(bytes, { maxOutputLength: MOST_AT_ONCE })
    // the engine takes parts of a stream from its buffer, counted from the buffer's start
    return whole.byteOffset === 0 ? new Uint8Array(whole.buffer, 0, whole.byteLength) : new Uint8Array(whole)
  } catch {
    return undefined
  }
}
