/**
 * The readers, and which one a file needs: decided by its content, never by its name alone.
 *
 * Each reader is imported only when a file needs it: the PDF engine alone takes longer to load than a text to read.
 * Messages: `datei-leer`, `format-unbekannt`.
 */
import type { MediaType, Message } from '../document.ts'
import { message } from '../messages.ts'
import type { Reader } from './reader.ts'

/** How far into a file its format is looked for; a PDF may have up to a kilobyte of other bytes before its head. */
const HEAD = 4096

/** The media type of a file by its bytes, and what forbids reading it. */
export async function mediaTypeOf(
  bytes: Uint8Array,
  path: string,
): Promise<{ mediaType: MediaType; problem?: Message }> {
  if (bytes.length === 0) return { mediaType: 'application/octet-stream', problem: message('datei-leer', 'leser') }
  const head = latin1(bytes.subarray(0, HEAD))
  if (head.slice(0, 1024).includes('%PDF-')) return { mediaType: 'application/pdf' }
  if (looksBinary(bytes)) {
    const { fileTypeFromBuffer } = await import('file-type')
    const found = await fileTypeFromBuffer(bytes.subarray(0, HEAD)).catch(() => undefined)
    const detail = found ? `erkannt: ${found.mime}` : 'unbekannte Binärdaten'
    return { mediaType: 'application/octet-stream', problem: message('format-unbekannt', 'leser', detail) }
  }
  return { mediaType: textTypeOf(head, path) }
}

/** The reader for a media type. */
export async function readerOf(mediaType: MediaType): Promise<Reader> {
  switch (mediaType) {
    case 'application/pdf':
      return (await import('./pdf.ts')).pdfReader
    case 'text/html':
      return (await import('./html.ts')).htmlReader
    case 'text/markdown':
      return (await import('./markdown.ts')).markdownReader
    default:
      return (await import('./text.ts')).textReader
  }
}

function textTypeOf(head: string, path: string): MediaType {
  const start = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
  if (/^<(?:!doctype\s+html|html|head|body|main|div|table|\?xml[^>]{0,200}\?>\s*<!doctype html)[\s>]/i.test(start))
    return 'text/html'
  return /\.(?:md|markdown)$/i.test(path) || looksLikeMarkdown(head) ? 'text/markdown' : 'text/plain'
}

/** Markdown that shows in its structure: headings and a piped table or several headings. Bold words alone do not count. */
function looksLikeMarkdown(head: string): boolean {
  const headings = head.match(/^#{1,6} \S/gm)?.length ?? 0
  const tables = head.match(/^\|? ?:?-{3,}:? ?\|[-:| ]*$/gm)?.length ?? 0
  return headings >= 2 || (headings >= 1 && tables >= 1) || tables >= 2
}

/** NUL bytes (UTF-16 with its mark aside) or many control characters. */
function looksBinary(bytes: Uint8Array): boolean {
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (marked) return false
  const sample = bytes.subarray(0, 65_536)
  let control = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) control++
  }
  return control > sample.length / 50
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}
