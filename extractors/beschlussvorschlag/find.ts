/**
 * Where a paper says what is to be resolved: the first section with a proposal in it; without a heading, from the
 * sentence that opens one ("Der Rat möge beschließen:") to the section's end.
 */
import { type Block, blocksOf, quote, type SectionNode, spanOf } from '../../src/document.ts'
import type { Doubt } from '../../src/doubts.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { type Written, writeProposal } from './write.ts'

export interface Proposal {
  readonly written: Written
  readonly doubts: readonly Doubt[]
}

/** Words that open a proposal. */
const OPENS =
  /(?:m(?:ö|oe)ge(?:n)?(?: \p{L}+){0,4} beschließen|beschlie(?:ß|ss)t(?: \p{L}+){0,4}|(?:wird|werden)(?: \p{L}+){0,4} (?:beschlossen|gebeten|beauftragt)|beantrag(?:en|t|e)(?: \p{L}+){0,6}|stell(?:en|t|e)(?: \p{L}+){0,4} (?:Antrag|Anträge|Änderungsantrag|Dringlichkeitsantrag)(?: \p{L}+){0,3}|(?:folgende[nr]?|folgenden) (?:Beschluss|Antrag)(?: \p{L}+){0,3})\s?:$/u
/** How far into a paper a proposal without heading is looked for. */
const REACH = 8000

/** The proposal of a paper. */
export function proposalOf(paper: ReadPaper): Proposal | undefined {
  for (const [at, section] of paper.sections.entries()) {
    if (section.kind !== 'beschlussvorschlag') continue
    const written = writeProposal(paper, [...contentOf(section), ...furtherParts(paper, section, at)])
    if (written) return { written, doubts: [] }
  }
  return withoutHeading(paper)
}

/**
 * A proposal in parts counted in Roman numerals goes on in the parts that follow, whatever they are about ("I.
 * Sachentscheidung", "II. Finanzielle Auswirkungen").
 */
function furtherParts(paper: ReadPaper, section: SectionNode, at: number): Block[] {
  const { start, end } = spanOf(section)
  const first = paper.sections[at + 1]
  const words = paper.text.slice(start, first ? Math.min(end, spanOf(first).start) : end)
  if (!/^\s*I\.\s+\p{Lu}/mu.test(words.slice(0, 400))) return []
  const blocks: Block[] = []
  let part = (words.match(/^\s*[IVX]{1,4}\.\s+\p{Lu}/gmu) ?? []).length
  for (const next of paper.sections.slice(at + 1)) {
    if (spanOf(next).start < end && next.kind === 'sonstige') continue
    if (ROMAN[part] === undefined || next.number?.replace('.', '') !== ROMAN[part]) break
    blocks.push(...blocksOf(next))
    part++
  }
  return blocks
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI']

/** The blocks of a section without its heading; those of the sections within it with theirs. */
function* contentOf(section: SectionNode): Generator<Block> {
  let first = true
  for (const child of section.children) {
    const own = first && child.type === 'heading'
    first = false
    if (own) continue
    if (child.type === 'section' && child.kind !== 'sonstige' && child.kind !== 'beschlussvorschlag') return
    yield* blocksOf(child)
  }
}

function withoutHeading(paper: ReadPaper): Proposal | undefined {
  for (const section of paper.sections) {
    if (section.kind === 'beratungsfolge' || section.kind === 'anlagen' || spanOf(section).start > REACH) continue
    const blocks = section.children.filter((child) => child.type !== 'section').flatMap((child) => [...blocksOf(child)])
    const at = blocks.findIndex((block) => opens(paper, block))
    const opening = blocks[at]
    if (at < 0 || !opening) continue
    const inner = section.children.filter(
      (child) => child.type === 'section' && child.kind === 'sonstige' && child.number !== null,
    )
    const written = writeProposal(paper, [...blocks.slice(at), ...inner.flatMap((child) => [...blocksOf(child)])])
    if (written && written.span.end > spanOf(opening).end)
      return { written, doubts: ['ohne-ueberschrift', 'ende-unsicher'] }
    if (written && quote(paper, spanOf(opening)).includes('\n'))
      return { written, doubts: ['ohne-ueberschrift', 'ende-unsicher'] }
  }
  return undefined
}

/** Does a paragraph end with, or hold a line of, words that open a proposal? */
function opens(paper: ReadPaper, block: Block): boolean {
  if (block.type === 'table') return false
  const words = quote(paper, spanOf(block))
  return (
    words.split('\n').some((line) => line.length < 200 && OPENS.test(line.trim())) ||
    OPENS.test(words.replace(/\s+/g, ' ').slice(-200))
  )
}
