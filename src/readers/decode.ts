/**
 * Bytes to characters, for every format that is text (HTML, Markdown, plain text).
 *
 * A byte order mark decides; then strict UTF-8, which hardly any other encoding passes by chance; then what the file
 * says of itself; then Windows-1252, which German authorities' programs wrote for decades. A file that is UTF-8 but for
 * single broken bytes stays UTF-8. Letters are composed (NFC), so that "ü" is one character whoever wrote it.
 *
 * Reads: bytes and, if the format has one, the charset named in the file or in the HTTP header.
 * Messages: `zeichensatz-angenommen`: not UTF-8 and nothing usable says what; `zeichen-ersetzt`: bytes no charset explains,
 * or replacement characters that were in the file already.
 * Source: WHATWG Encoding Standard (labels, iso-8859-1 means windows-1252).
 */
import type { Message } from '../document.ts'
import { message } from '../messages.ts'

export interface Decoded {
  readonly text: string
  readonly messages: readonly Message[]
}

/**
 * Decode a text file.
 *
 * @param bytes
 *   The whole file, or a stretch of it that begins at a character.
 * @param hint
 *   Charset label as the file or its server names it (example: `iso-8859-1`); unknown labels count as none.
 * @returns
 *   The text without byte order mark, composed, with `\n` line ends, and what is to be said about it.
 */
export function decodeText(bytes: Uint8Array, hint?: string): Decoded {
  const marked = charsetOfMark(bytes) ?? charsetOfZeros(bytes)
  if (marked) return finish(decode(bytes, marked), false)
  const strict = decodeStrictly(bytes)
  if (strict !== undefined) return finish(strict, false)
  const named = hint === undefined ? undefined : charsetOf(hint)
  if (named && named !== 'utf-8' && !named.startsWith('utf-16')) return finish(decode(bytes, named), false)
  const lenient = decode(bytes, 'utf-8')
  if (isMostlyUtf8(lenient)) return finish(lenient, false)
  return finish(decode(bytes, 'windows-1252'), true)
}

function finish(raw: string, assumed: boolean): Decoded {
  // 0x81, 0x8D, 0x8F, 0x90 and 0x9D stand for nothing in Windows-1252; U+0080 to U+009F are never text.
  const text = raw
    .replace(/[\u0080-\u0084\u0086-\u009f]/g, '\ufffd')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .normalize('NFC')
  const replaced = text.split('\ufffd').length - 1
  const messages: Message[] = []
  if (assumed) messages.push(message('zeichensatz-angenommen', 'leser'))
  if (replaced) messages.push(message('zeichen-ersetzt', 'leser', replaced === 1 ? '1 Zeichen' : `${replaced} Zeichen`))
  return { text, messages }
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes)
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The canonical name of a charset label, or nothing if the label means none. */
function charsetOf(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/** Latin letters in UTF-16 without a mark: every other byte is zero. */
function charsetOfZeros(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length, 2048) & ~1
  if (length < 4) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > length * 0.3 && even < length * 0.05) return 'utf-16le'
  if (even > length * 0.3 && odd < length * 0.05) return 'utf-16be'
  return undefined
}

/** Good letters outside ASCII outnumber the broken bytes: damaged UTF-8, not another encoding. */
function isMostlyUtf8(lenient: string): boolean {
  let good = 0
  let broken = 0
  for (const sign of lenient) {
    if (sign === '\ufffd') broken++
    else if (sign > '\u007f') good++
  }
  return good > broken
}
