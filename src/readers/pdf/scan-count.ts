/**
 * How many pages of a PDF are probably pictures: guessed from its bytes, without opening it, to say beforehand what
 * text recognition will cost. A wrong guess changes no reading.
 */
import { constants, inflateSync } from 'node:zlib'

const MOST_BYTES = 16 * 1024 * 1024

/** Pages if the paper has images and not a single font, else 0. */
export function scannedPages(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/\/Subtype\s{0,2}\/Image/.test(text) || hasFont(text)) return 0
  const packed = packedObjects(text, bytes)
  if (packed.some(hasFont)) return 0
  return [text, ...packed].reduce((sum, part) => sum + (part.match(/\/Type\s{0,2}\/Page(?![A-Za-z])/g)?.length ?? 0), 0)
}

function hasFont(text: string): boolean {
  return /\/Font(?:\s|<<|\/|File|Descriptor)/.test(text)
}

/** What stands in object streams. */
function packedObjects(text: string, bytes: Uint8Array): string[] {
  const found: string[] = []
  for (const { index } of text.matchAll(/\/ObjStm/g)) {
    const head = /stream\r?\n/g
    head.lastIndex = index
    const start = head.exec(text)
    if (!start || start.index - index > 500) continue
    const end = text.indexOf('endstream', head.lastIndex)
    try {
      const packed = bytes.subarray(head.lastIndex, end < 0 ? undefined : end)
      const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }
      found.push(inflateSync(packed, options).toString('latin1'))
    } catch {
      // not packed this way: nothing is known of it
    }
  }
  return found
}
