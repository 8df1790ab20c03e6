/**
 * Markdown: papers converted from other formats, GitHub flavour (tables, task lists, footnotes).
 *
 * Paper text that only looks like Markdown keeps its signs: `Bürger*innen`, `~13,8 Mio. €`, `> 50 %`, `2021. Danach`.
 * Reads: headings, paragraphs (each line stays a line), lists with their printed numbers, tables, raw HTML.
 * Messages: those of `decodeText`; `abgeschnitten`.
 * Source: CommonMark 0.31, GitHub Flavored Markdown.
 */
import { decodeText } from './decode.ts'
import { finishDrafts } from './drafts.ts'
import { textWithin } from './limit.ts'
import { draftsOfMarkdown } from './markdown/blocks.ts'
import { splitFrontMatter } from './markdown/front-matter.ts'
import { parseMarkdown } from './markdown/parse.ts'
import type { Reader, Reading } from './reader.ts'

export const markdownReader: Reader = {
  mediaType: 'text/markdown',
  read(bytes, limits) {
    const { text, messages } = decodeText(bytes)
    const within = textWithin(text, limits)
    return { ...readMarkdown(within.kept), messages: [...messages, ...within.messages] }
  },
}

/** Read a Markdown text. */
export function readMarkdown(text: string): Omit<Reading, 'messages'> {
  const { body, furniture, meta } = splitFrontMatter(text)
  return { blocks: finishDrafts(draftsOfMarkdown(parseMarkdown(body), body)), furniture, meta }
}
