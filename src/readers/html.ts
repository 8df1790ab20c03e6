/**
 * HTML: pages of council information systems and papers saved as web pages.
 *
 * Reads: ALLRIS, SessionNet, SD.NET, Domino and whatever else a browser shows; the site around the paper becomes
 * furniture, forms become lines "Label: Value", tables of data become tables.
 * Messages: those of `decodeText`; `abgeschnitten`; `markup-unvollstaendig`.
 * Source: HTML standard (parsing, lists, tables), WAI-ARIA roles.
 */
import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Furniture } from '../document.ts'
import { decodeText } from './decode.ts'
import { type Draft, finishDrafts, linesOfBlock } from './drafts.ts'
import { charsetOfPage } from './html/charset.ts'
import { draftsOf } from './html/flow.ts'
import { fold } from './html/fold.ts'
import { metaOf } from './html/meta.ts'
import { parsePage } from './html/parse.ts'
import { prune } from './html/prune.ts'
import { element, shownOf } from './html/shown.ts'
import { partsWithin } from './limit.ts'
import type { Reader, Reading } from './reader.ts'

export const htmlReader: Reader = {
  mediaType: 'text/html',
  read(bytes, limits) {
    const { text, messages } = decodeText(bytes, charsetOfPage(bytes))
    const reading = readHtml(text)
    // what is shown counts, not the markup
    const within = partsWithin(reading.blocks, (block) => linesOfBlock(block).join('\n').length, limits)
    return { ...reading, blocks: within.kept, messages: [...messages, ...reading.messages, ...within.messages] }
  },
}

/** Read a page or a piece of one. */
export function readHtml(text: string): Reading {
  const { tree, messages } = parsePage(text)
  const { content, furniture } = prune(
    element(
      'body',
      {},
      bodyOf(tree).flatMap((node) => shownOf(node)),
    ),
  )
  const { drafts, repeated } = withoutRepeatedTitles(draftsOf(content.children))
  return { blocks: finishDrafts(drafts), furniture: [...furniture, ...repeated], meta: metaOf(tree), messages }
}

/** A table's own title that only repeats the heading above it is there for screen readers: it leaves the text. */
function withoutRepeatedTitles(drafts: readonly Draft[]): { drafts: Draft[]; repeated: Furniture[] } {
  const words = (draft: Draft | undefined) => (draft ? fold(linesOfBlock(draft.block).join(' ')).replace(/:$/, '') : '')
  const isRepeated = (draft: Draft, at: number) =>
    draft.titled === true &&
    draft.block.type === 'paragraph' &&
    drafts[at - 1]?.block.type === 'heading' &&
    words(draft) === words(drafts[at - 1])
  const repeated = drafts.filter(isRepeated).map((draft) => words(draft))
  return {
    drafts: drafts.filter((draft, at) => !isRepeated(draft, at)),
    repeated: repeated.map((text) => ({ kind: 'navigation', page: null, text })),
  }
}

function bodyOf(tree: Root): Root['children'] {
  let children = tree.children
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'body') return undefined
    children = node.children
    return false
  })
  return children
}
