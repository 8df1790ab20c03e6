/**
 * Motions print what they ask for without a heading, between the steps (or the title) and the reasons.
 *
 * Reads: the letterhead's word for the paper, what stands below the steps.
 */
import { BULLETS } from '../../src/bullets.ts'
import { type Block, blocksOf, quote, type SectionNode, spanOf } from '../../src/document.ts'
import type { ReadPaper } from '../../src/extractor.ts'
import { readConsultation } from '../../src/parse/consultation/read.ts'
import { regionsOf } from '../../src/parse/consultation/regions.ts'
import { linesOf } from '../../src/parse/lines.ts'
import { kindOfLine } from '../../src/parse/paper-kind.ts'
import { fromOffset, opens } from './opening.ts'

/** How far the word for the paper is looked for. */
const LETTERHEAD = 600
/** Words of what is asked for, as against a title. */
const ASKS =
  /^(?:In|Unter|Auf|Bei|Nach|Zu|Ziffer|Punkt|Seite|Absatz) |(?<!\p{L})(?:wird|werden|soll|sollen|möge|mögen|ist|sind|beschließt|beantrag(?:t|en|e)|bittet|bitten|fordert|fordern|prüft|legt|stellt|setzt|beauftragt|erhält|erhalten)(?!\p{L})/u
/** A point, or an item of a list. */
const POINT = new RegExp(String.raw`^\s*(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[A-H][.)]|[IVX]{1,4}\.|[${BULLETS}☐☒])`, 'u')
/** Who signed stands below the reasons. */
const SIGNED = /^\s*(?:gez\.|[Uu]nterzeichnet)/mu
const LABEL = /^\p{Lu}[\p{L} /.-]{2,30}: ?\S.{0,120}$/u

/** What a motion asks for below its steps; `undefined` if the paper is no motion or lists no steps. */
export function motionOf(paper: ReadPaper): Block[] | undefined {
  if (!isMotion(paper)) return undefined
  const from = endOfSteps(paper)
  if (!from) return undefined
  const { blocks, next } = below(paper, from)
  const first = blocks.findIndex((block) => !isAbove(paper, block))
  const asked = first < 0 ? [] : blocks.slice(first)
  const signed = asked.some((block) => SIGNED.test(quote(paper, spanOf(block))))
  return (next?.kind === 'begruendung' && !signed) || asked.length < 2 ? asked : upToReasons(paper, asked)
}

/** Does the letterhead call the paper a motion? */
function isMotion({ text, profile }: ReadPaper): boolean {
  if (!/antrag/i.test(text.slice(0, LETTERHEAD))) return false
  for (const { text: line } of linesOf(text, { start: 0, end: Math.min(text.length, LETTERHEAD) })) {
    const kind = kindOfLine(line.replace(/^\p{L}*[Aa]rt:\s*/u, ''), profile.arten)
    if (kind && !kind.plain) return kind.art === 'antrag' || kind.art === 'aenderungsantrag'
  }
  return false
}

/** Where the last step ends that stands in the head; 0 if there is none. */
export function endOfSteps(paper: ReadPaper): number {
  const ends = regionsOf(paper.text, paper.sections).map((region) => {
    const { steps, end } = readConsultation(paper.text, region)
    return steps.length ? end : 0
  })
  return Math.max(0, ...ends)
}

/** What stands of some blocks behind a place; a line that it cuts belongs before it. */
export function blocksFrom(paper: ReadPaper, blocks: readonly Block[], place: number): Block[] {
  const line = paper.text.indexOf('\n', place)
  const from = line < 0 ? paper.text.length : line + 1
  return blocks.filter((block) => spanOf(block).end > from).map((block) => fromOffset(block, from))
}

/** The leaf blocks from a place to the next section that is about something, and that section. */
export function below(paper: ReadPaper, from: number): { blocks: Block[]; next: SectionNode | undefined } {
  const blocks: Block[] = []
  for (const section of paper.sections) {
    const about = section.kind !== 'sonstige' && section.kind !== 'kopf' && section.kind !== 'beratungsfolge'
    if (about && spanOf(section).start >= from) return { blocks, next: section }
    const own = section.children.filter((child) => child.type !== 'section')
    blocks.push(
      ...blocksFrom(
        paper,
        own.flatMap((child) => [...blocksOf(child)]),
        from,
      ),
    )
  }
  return { blocks, next: undefined }
}

/** A title or the label of one, which may stand between the steps and what is asked for. */
function isAbove(paper: ReadPaper, block: Block): boolean {
  const words = quote(paper, spanOf(block)).trim()
  if (block.type === 'listItem' || POINT.test(words) || opens(paper, block)) return false
  return LABEL.test(words) || (!/[.:;!?”“"]$/.test(words) && !ASKS.test(words)) || words.length < 4
}

/** Without a heading the reasons begin behind the last point, or behind the first sentences. */
function upToReasons(paper: ReadPaper, blocks: readonly Block[]): Block[] {
  let last = 0
  for (const [at, block] of blocks.entries()) {
    const goesOn = /:\s*$/.test(quote(paper, spanOf(blocks[last] ?? block)))
    const point = block.type === 'listItem' || POINT.test(quote(paper, spanOf(block)))
    if (at - last <= 1 && (goesOn || point)) last = at
  }
  return blocks.slice(0, last + 1)
}
