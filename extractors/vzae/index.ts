/**
 * Vollzeitäquivalente and posts: every quantity a paper states, in reading order.
 *
 * Units: `wert` in full-time equivalents or posts, at most three decimals; stored as integer thousandths.
 * Reads: all blocks: running text, lists, forms, cells of tables.
 * Messages: none; doubts `zahl-unklar`, `massstab-angenommen`, `tabelle-unsicher`.
 * Source: staffing plans and their remarks, proposals for posts, finance forms with a line for staff.
 */
import { type Block, blocksOf, quote, spanOf } from '../../src/document.ts'
import { defineExtractor, type ReadPaper } from '../../src/extractor.ts'
import { cuedShapesIn } from '../../src/parse/post-number.ts'
import { type Place, placesOf } from '../../src/parse/staffing-places.ts'
import { postsAt } from './posts.ts'
import { folded, type VzaeProposal, vzaeSchema } from './record.ts'
import { readTable } from './table.ts'
import { readText } from './text.ts'

export const vzae = defineExtractor({
  name: 'vzae',
  version: 7,
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
    const places = placesOf(paper, blocks)
    for (const [at, block] of blocks.entries()) {
      const note = block.type === 'table' ? noteBelow(paper, blocks[at + 1]) : ''
      const around = { heading, above: `${above} ${note}`.trim(), before: before.slice(-400), lead, posts }
      for (const place of places.get(block) ?? []) {
        for (const proposal of readPlace(paper, block, place, around)) {
          const stellen = postsAt(paper, spanOf(block), place.table, proposal.evidence, shapes)
          yield { ...proposal, value: { ...proposal.value, stellen } }
        }
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

function* readPlace(paper: ReadPaper, block: Block, place: Place, around: Surroundings): Generator<VzaeProposal> {
  const { heading, posts } = around
  if (place.table) {
    const caption = block.type === 'table' ? (block.data?.caption ?? '') : ''
    const above = place.table.above || [caption, around.above].filter(Boolean).join(' ')
    yield* readTable({ paper, ...place.table, above, heading, posts })
    return
  }
  const lead = block.type === 'listItem' ? around.lead : ''
  yield* readText({ text: paper.text, within: place, heading, lead, above: around.before, posts })
}

/** A note under a table that says what its numbers count ("Angaben in VZÄ"). */
function noteBelow(paper: ReadPaper, block: Block | undefined): string {
  if (block?.type !== 'paragraph') return ''
  const words = quote(paper, spanOf(block))
  return words.length < 160 && /(?:Angaben|Werte|Zahlen|Einheit)\b[^.]{0,40}\b(?:in|als|:)\s/u.test(words) ? words : ''
}
