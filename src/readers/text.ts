/**
 * Plain text: UTF-8 or Windows-1252, as councils' systems save it or as it came out of a PDF.
 *
 * Reads: form feeds, page heads in the middle of the text, one blank line after every line, tables with tabs or
 * blanks, leftovers of markup.
 * Messages: those of `decodeText`; `abgeschnitten`; `ohne-text` comes from the pipeline.
 */

import { clearFurniture } from '../layout/furniture/of-lines.ts'
import { blocksOfLines } from '../layout/text/blocks.ts'
import { linesOf } from '../layout/text/lines.ts'
import { decodeText } from './decode.ts'
import { textWithin } from './limit.ts'
import type { Reader } from './reader.ts'

export const textReader: Reader = {
  mediaType: 'text/plain',
  read(bytes, limits) {
    const { text, messages } = decodeText(bytes)
    const within = textWithin(text, limits)
    const { lines, furniture } = clearFurniture(linesOf(within.kept))
    return { blocks: blocksOfLines(lines), furniture, meta: {}, messages: [...messages, ...within.messages] }
  },
}
