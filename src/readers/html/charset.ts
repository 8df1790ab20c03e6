/**
 * The charset a page names in its head.
 *
 * Source: HTML standard, "prescan a byte stream to determine its encoding" (without its corner cases), XML declaration.
 */

/** The first kilobytes are looked through; the standard asks for one. */
const HEAD = 4096

/** The charset label a page's bytes name, if they name one. */
export function charsetOfPage(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString('latin1')
  const xml = /^<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]{2,40})/i.exec(head)?.[1]
  return /<meta[^>]{0,300}charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ?? xml
}
