/**
 * Vollzeitäquivalente and posts: every quantity a paper states, in reading order.
 *
 * Units: `wert` in full-time equivalents or posts, at most three decimals; stored as integer thousandths.
 * Reads: all blocks: running text, lists, forms, cells of tables.
 * Messages: none; doubts `zahl-unklar`, `massstab-angenommen`, `tabelle-unsicher`, `beschriftung-unsicher`.
 * Source: staffing plans and their remarks, proposals for posts, finance forms with a line for staff.
 */
import { type Block, blocksOf, quote, spanOf } from '../../src/document.ts'
import { defineExtractor, type ReadPaper } from '../../src/extractor.ts'
import { cuedShapesIn } from '../../src/parse/post-number.ts'
import { type StaffTable, staffTable } from '../../src/parse/staffing-heads.ts'
import { unitOfHead } from '../../src/parse/staffing-unit.ts'
import { postsAt } from './posts.ts'
import { folded, type VzaeProposal, vzaeSchema } from './record.ts'
import { readTable } from './table.ts'
import { readText } from './text.ts'

export const vzae = defineExtractor({
  name: 'vzae',
  version: 9,
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
      const note = block.type === 'table' ? noteBelow(paper, blocks[at + 1]) : ''
      const around = { heading, above: `${above} ${note}`.trim(), before: before.slice(-400), lead, posts }
      const table = block.type === 'table' ? staffTable(paper, block) : pairOf(paper, blocks[at - 1], block)
      for (const proposal of readBlock(paper, block, table, around)) {
        const stellen = postsAt(paper, spanOf(block), table, proposal.evidence, shapes)
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
  /** The block before. */
  readonly before: string
  readonly lead: string
  readonly posts: boolean
}

function* readBlock(
  paper: ReadPaper,
  block: Block,
  table: StaffTable | undefined,
  around: Surroundings,
): Generator<VzaeProposal> {
  const { heading, posts } = around
  if (table) {
    const caption = block.type === 'table' ? (block.data?.caption ?? '') : ''
    const above = `${caption} ${titleIn(around.above)}`.replace(/\s+/g, ' ').trim()
    yield* readTable({ paper, ...table, above, heading, posts })
    return
  }
  const lead = block.type === 'listItem' ? around.lead : ''
  yield* readText({ text: paper.text, within: spanOf(block), heading, lead, above: around.before, posts })
}

/** The title of a table that ends the paragraph above it, behind the end of a sentence; else all of its words. */
function titleIn(above: string): string {
  const title = /[.!?]\n(\p{Lu}[^\n.:;!?]{5,80})$/u.exec(above.trimEnd())?.[1]
  return title ?? above
}

/** "Stellenanteil (VZÄ)" and its number in the paragraph below. */
function pairOf(paper: ReadPaper, above: Block | undefined, block: Block): StaffTable | undefined {
  if (block.type !== 'paragraph' || above?.type !== 'paragraph') return undefined
  const number = { ...spanOf(block), text: quote(paper, spanOf(block)) }
  if (!/^\d{1,3},\d{1,3}$/.test(number.text)) return undefined
  const { end } = spanOf(above)
  const text = quote(paper, spanOf(above)).split('\n').at(-1) ?? ''
  const named = text.length <= 80 && /^\p{L}[^\d.!?;]*$/u.test(text) && unitOfHead(text) === 'vzae'
  return named ? { rows: [[{ text, start: end - text.length, end }, number]], headRows: 0, certain: false } : undefined
}

/** A note under a table that says what its numbers count ("Angaben in VZÄ"). */
function noteBelow(paper: ReadPaper, block: Block | undefined): string {
  if (block?.type !== 'paragraph') return ''
  const words = quote(paper, spanOf(block))
  return words.length < 160 && /(?:Angaben|Werte|Zahlen|Einheit)\b[^.]{0,40}\b(?:in|als|:)\s/u.test(words) ? words : ''
}
