/**
 * The blocks of a paper in reading order, each with its section and its neighbours; lines of a block.
 *
 * Units: offsets in UTF-16 code units into the paper's text.
 */
import { type Block, blocksOf, quote, type SectionNode, type Span, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'

export interface Placed {
  readonly block: Block
  readonly span: Span
  readonly text: string
  readonly section: SectionNode | undefined
}

/** All leaf blocks with the innermost section they stand in. */
export function placedBlocks(paper: ReadPaper): Placed[] {
  const placed: Placed[] = []
  const walk = (
    nodes: readonly (SectionNode | Parameters<typeof blocksOf>[0])[],
    section: SectionNode | undefined,
  ): void => {
    for (const node of nodes) {
      if (node.type === 'section') walk(node.children, node)
      else
        for (const block of blocksOf(node))
          placed.push({ block, span: spanOf(block), text: quote(paper, spanOf(block)), section })
    }
  }
  walk(paper.tree.children, undefined)
  return placed
}

/** The lines of a text, with offsets into it. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = []
  for (let start = 0; start <= text.length; ) {
    const stop = text.indexOf('\n', start)
    const end = stop < 0 ? text.length : stop
    lines.push({ start, end })
    start = end + 1
  }
  return lines
}

/** Moves a span of a block's text to the paper's text. */
export function within(placed: Pick<Placed, 'span'>, span: Span): Span {
  return { start: placed.span.start + span.start, end: placed.span.start + span.end }
}
