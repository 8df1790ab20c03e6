/**
 * Is a PDF's own table of contents in order? If not, the engine searched the file for what is left of it.
 *
 * Source: ISO 32000, file structure: the last `startxref` names the offset of `xref` or of a cross-reference stream.
 */

/** The tail may be followed by a kilobyte of other bytes, and some programs append more. */
const TAIL = 4096

/** Does the file end as it should, and does its end point at a cross-reference table? */
export function isIntact(bytes: Uint8Array): boolean {
  const tail = latin1(bytes, bytes.length - TAIL, bytes.length)
  const found = /startxref\s{1,8}(\d{1,12})(?![\s\S]*startxref)/.exec(tail)
  if (!found) return false
  const head = latin1(bytes, 0, 1024).indexOf('%PDF-')
  const offset = Number(found[1])
  return [offset, offset + Math.max(0, head)].some((at) =>
    /^\s{0,4}(?:xref|\d{1,10}\s+\d{1,5}\s+obj)/.test(latin1(bytes, at, at + 40)),
  )
}

/** Does any page show an image? Image dictionaries stand in the open: they are never packed into object streams. */
export function hasImages(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('latin1')
      .search(/\/Subtype\s{0,2}\/Image/) >= 0
  )
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(Math.max(0, from), Math.max(0, to))).toString('latin1')
}
