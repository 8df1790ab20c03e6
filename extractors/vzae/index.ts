/**
 * Vollzeitäquivalente and posts: every quantity a paper states, in reading order.
 *
 * Units: `wert` in full-time equivalents or posts, at most three decimals; stored as integer thousandths.
 * Reads: all blocks: running text, lists, forms, cells of tables.
 * Messages: none; doubts `zahl-unklar`, `massstab-angenommen`, `tabelle-unsicher`.
 * Source: staffing plans and their remarks, proposals for posts, finance forms with a line for staff.
 */
import { type Block, blocksOf, headRowsOf, quote, rowsOf, spanOf } from '../../src/document.ts'
import { defineExtractor, type ReadPaper } from '../../src/extractor.ts'
import { cuedShapesIn } from '../../src/parse/post-number.ts'
import { sentencesIn } from '../../src/parse/sentence.ts'
import { postsAt } from './posts.ts'
import { folded, type VzaeProposal, vzaeSchema } from './record.ts'
import { stacksIn } from './stacked.ts'
import { readTable } from './table.ts'
import { readText } from './text.ts'

export const vzae = defineExtractor({
  name: 'vzae',
  version: 3,
  summary: 'Quantities of full-time equivalents and posts, with what they are for, their status and year.',
  reads: 'alle',
  records: { vzae: { table: 'vzae', many: true, schema: vzaeSchema } },
  *extract(paper) {
    const posts =
      /(?<!\p{L})(?:Plan|Projekt|Personal)?[Ss]tellen?(?:plan\p{L}*|übersicht|bedarf\p{L}*|anteil\p{L}*)?(?!\p{L})|Vollzeit|VZÄ/u.test(
        paper.text,
      )
    const shapes = cuedShapesIn(paper.text)
    let heading = ''
    let above = ''
    let lead = ''
    let before = ''
    const blocks = [...blocksOf(paper.tree)]
    for (const [at, block] of blocks.entries()) {
      const over = block.type === 'table' ? `${lastSentence(above)} ${noteBelow(paper, blocks[at + 1])}`.trim() : ''
      for (const proposal of readBlock(paper, block, { heading, above: over, lead, posts })) {
        const stellen = postsAt(paper, block, proposal.evidence, shapes)
        yield { ...proposal, value: { ...proposal.value, stellen } }
      }
      const words = quote(paper, spanOf(block))
      if (block.type === 'heading')
        heading = folded(words)
          .replace(/ ?\([\d, /.]+\)$/u, '')
          .replace(/:$/, '')
      const opens = /:\s*$/.test(words)
      if (block.type !== 'listItem' || opens) {
        lead = opens ? (words.length < 60 ? `${before} ${words}` : words).slice(-400) : ''
        before = words
      }
      above = block.type === 'table' ? '' : words
    }
  },
})

interface Surroundings {
  readonly heading: string
  readonly above: string
  readonly lead: string
  readonly posts: boolean
}

function* readBlock(paper: ReadPaper, block: Block, around: Surroundings): Generator<VzaeProposal> {
  if (block.type === 'table') {
    const above = [block.data?.caption ?? '', around.above].filter(Boolean).join(' ')
    const table = { rows: rowsOf(paper, block), headRows: headRowsOf(block), certain: block.data?.certain !== false }
    yield* readTable({ paper, ...table, above, heading: around.heading, posts: around.posts })
    return
  }
  const lead = block.type === 'listItem' ? around.lead : ''
  const span = spanOf(block)
  let start = span.start
  for (const { rows, above, ...stack } of block.type === 'paragraph' ? stacksIn(paper.text, span) : []) {
    const within = { start, end: stack.start }
    yield* readText({ text: paper.text, within, heading: around.heading, lead, posts: around.posts })
    const table = { rows, headRows: 1, certain: false }
    yield* readTable({ paper, ...table, above, heading: around.heading, posts: around.posts })
    start = stack.end
  }
  const within = { start, end: span.end }
  yield* readText({ text: paper.text, within, heading: around.heading, lead, posts: around.posts })
}

/** A note under a table that says what its numbers count ("Angaben in VZÄ"). */
function noteBelow(paper: ReadPaper, block: Block | undefined): string {
  if (block?.type !== 'paragraph') return ''
  const words = quote(paper, spanOf(block))
  return words.length < 160 && /(?:Angaben|Werte|Zahlen|Einheit)\b[^.]{0,40}\b(?:in|als|:)\s/u.test(words) ? words : ''
}

function lastSentence(words: string): string {
  const span = sentencesIn(words, { start: 0, end: words.length }).at(-1)
  return span ? words.slice(span.start, span.end) : ''
}
